import type { Belongings, Ownership } from '../lexicon/belongings.js';
import type { Bound } from './bind.js';
import { joinNames, stripHeads } from './words.js';

/** Figures of what is always something else's (参保人数, 注册资本), whose owner the sentence named before. */

/** Behind the last of several values of one name. */
const OF_SEVERAL = /等$/;
/** What may stand in a name before its end; what runs on longer is none. */
const NAME_BEFORE = /[“”"一-龥A-Za-z/·＋+-]{0,18}$/;
const LONGEST = 18;
/** Behind a number, what it counts with. */
const CLASSIFIER = /^[多余]?[个项条家户件所座处大](?=[一-龥“])/;
/** The owner and the last figure before the next one, side by side or with a comma between them. */
const SIDE_BY_SIDE = /^[^；：率]{0,14}$/;
/** Between two owners that are named side by side. */
const JOINS = /(?:[和与及、]|以及)$/;

/**
 * Names with their owners: 完善基本养老保险制度，参保人数达69万人 → 基本养老保险参保人数. A name whose owner is not found stays as it is.
 * @param words the sentence that the spans point into
 */
export function withOwners(bounds: readonly Bound[], words: string, belongings: Belongings): readonly Bound[] {
  let changed: Bound[] | undefined;
  for (let i = 0; i < bounds.length; i++) {
    const bound = bounds[i]!;
    const name = bound.subject.replace(OF_SEVERAL, '');
    const thing = thingOf(name);
    const entry = belongings.owners.get(thing);
    if (entry === undefined) continue;
    const before = beforeThing(words, thing, bound);
    const several = name === bound.subject ? 1 : countOf(bounds, i);
    const owners = ownersIn(before, entry, belongings.leads);
    if (owners.length === 0) continue;
    const last = owners.slice(-several);
    const told = entry.together ? owners.join('、') : last[last.length - 1]!;
    const own = several > 1 && last.length === several ? last : undefined;
    changed ??= [...bounds];
    for (let k = 0; k < several; k++)
      changed[i + k] = {
        ...bounds[i + k]!,
        subject: own === undefined ? joinNames(told, bound.subject) : joinNames(own[k]!, name),
      };
    i += several - 1;
  }
  return changed ?? bounds;
}

/** 面积 of 面积占全省: the name without the whole that it is a share of. */
function thingOf(name: string): string {
  const share = name.indexOf('占');
  return share > 1 ? name.slice(0, share) : name;
}

/** How many figures in a row are told of one name. */
function countOf(bounds: readonly Bound[], first: number): number {
  const { subject, home } = bounds[first]!;
  let next = first + 1;
  while (next < bounds.length && bounds[next]!.subject === subject && bounds[next]!.home === home) next++;
  return next - first;
}

/** The sentence up to the name, from the last ； on. */
function beforeThing(words: string, thing: string, { quantity }: Bound): string {
  const upTo = words.slice(0, quantity.span.start);
  const at = upTo.lastIndexOf(thing);
  const before = at < 0 ? upTo : upTo.slice(0, at);
  return before.slice(Math.max(before.lastIndexOf('；'), before.lastIndexOf('。')) + 1);
}

/** The owners named last, side by side, in text order. */
function ownersIn(before: string, { of: ends, asCounted, together }: Ownership, leads: readonly string[]): string[] {
  const ahead = asCounted ? leads.filter((lead) => !ADDED.test(lead)) : leads;
  const owners: string[] = [];
  let bare: string | undefined;
  let rest = before;
  for (;;) {
    const found = lastEnd(rest, ends);
    if (found === undefined) break;
    if (owners.length > 0 && !SIDE_BY_SIDE.test(rest.slice(found))) break;
    const run = NAME_BEFORE.exec(rest.slice(0, found))?.[0] ?? '';
    const counted = /\d$/.test(rest.slice(0, found - run.length)) ? run.replace(CLASSIFIER, '') : run;
    const name = nameOf(counted, ahead);
    if (name.length >= LONGEST || name.length < SHORTEST || NO_NAME.test(name)) break;
    // 引进项目403个，其中工业项目296个，到位资金233亿元: of the part, or of the whole.
    const parted = counted.slice(0, -name.length).endsWith(PART_OF) && rest.slice(found).includes('，');
    if (asCounted && owners.length === 0 && parted) break;
    // 事故 of 事故起数: an owner's whole name may stand further ahead.
    if (!together && owners.length === 0 && name.length === SHORTEST && ends.includes(name)) {
      bare ??= name;
      rest = rest.slice(0, found - name.length);
      continue;
    }
    owners.unshift(name);
    rest = rest.slice(0, found - name.length);
    if (!JOINS.test(rest) && !/\d[^，；：\d]{0,3}[，、和及][^，；：\d]{0,6}$/.test(rest)) break;
    rest = rest.replace(JOINS, '');
  }
  return owners.length === 0 && bare !== undefined ? [bare] : owners;
}

const PART_OF = '其中';
/** What names no owner of its own. */
const NO_NAME = /^(?:三次|各[类个]?|相关|上述|位于)/;
/** Acts that tell the new ones from all. */
const ADDED = /^(?:新[增建]|净增)$/;
/** In characters. */
const SHORTEST = 2;
/** What is longer has an act before it. */
const LONG = 12;

/** Where the last of the ends stops. */
function lastEnd(text: string, ends: readonly string[]): number | undefined {
  let best = -1;
  for (const end of ends) {
    const at = text.lastIndexOf(end);
    if (at >= 0) best = Math.max(best, at + end.length);
  }
  return best < 0 ? undefined : best;
}

/** 继续推进小城镇社会保险 → 小城镇社会保险: the name without what is done to it, and of a list the last. */
function nameOf(run: string, leads: readonly string[]): string {
  // 5000万元以上产业项目: the number of the size stands before the run.
  let name = run.replace(/^.*(?:[和与及](?=[一-龥]{2})|的)/, '').replace(/^[万亿]+美?元以[上下](?=[一-龥]{2})/, '');
  for (;;) {
    // 建议 is a head of clauses as well.
    const bare = stripHeads(name);
    if (bare.length >= SHORTEST) name = bare;
    const lead = leads.find((one) => name.startsWith(one) && name.length - one.length >= SHORTEST);
    if (lead === undefined) break;
    name = name.slice(lead.length);
  }
  if (name.length < LONG) return name;
  let from = 0;
  for (const lead of leads) {
    const at = lead.length > 1 ? name.lastIndexOf(lead) : -1;
    const end = at + lead.length;
    if (at >= 0 && name.length - end >= 2 * SHORTEST) from = Math.max(from, end);
  }
  return name.slice(from);
}
