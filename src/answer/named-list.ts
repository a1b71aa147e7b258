import type { Place } from '../lexicon/types.js';
import { type CountedName, countedBefore } from '../matching/counted-names.js';
import { inlineLists } from '../matching/inline-lists.js';
import { namedItems } from '../matching/named-items.js';
import { timeFit } from '../matching/sentences.js';
import type { NamedItems } from '../matching/types.js';
import type { ReportHead } from '../retrieval/types.js';
import type { Span } from '../text/types.js';
import { sectionAt } from './cite.js';
import type { AnswerContext } from './context.js';
import { candidates } from './find-sentences.js';
import type { FoundList } from './say-list.js';

/** How many places of a name are looked at in one report, and in how many reports. */
const OCCURRENCES = 8;
const REPORTS = 12;
/** The shortest beginning of a name that is still the name: 三大战略. */
const MIN_NAME = 4;

/** The shortest topic that may be a name without its count, how far before it the count is looked for, and how many are tried. */
const MIN_TOPIC = 4;
const BEFORE = 14;
const IMPLIED = 4;
/** How far around a name the words of the question are looked for, and how much they count. */
const AROUND = 30;
const KIN = 0.1;

/** What an entry of the glossary is worth more than the same words in the text. */
const EXPLAINED = 1.1;

/** What a list is worth that is told apart from its name. */
const ENUMERATED = 0.6;

/** What the reports tell of counted names: the parts, or at least that they use the name. */
export interface NamedList {
  readonly found?: FoundList;
  /** True where a report holds the name, whether or not it tells the parts. */
  readonly held: boolean;
}

/** The parts of the names that a question counts, where one report binds them to all of the names. */
export function findNamed(context: AnswerContext, place: Place | undefined, names: readonly CountedName[]): NamedList {
  const ids = [...candidates(context, place)].sort(byNearness(context)).map((head) => head.id);
  if (names.length === 0) {
    const implied = impliedNames(context, place ? ids : []).map((name) => findIn(context, ids, [name]));
    return { found: implied.find((list) => list.found)?.found, held: false };
  }
  return findIn(context, ids, names);
}

function findIn(context: AnswerContext, ids: readonly string[], names: readonly CountedName[]): NamedList {
  const places = names.map((name) => occurrences(context, name, ids));
  const held = places.every((byReport) => byReport.size > 0);
  const found: Told[] = [];
  for (const id of ids.filter((id) => places.every((byReport) => byReport.has(id))).slice(0, REPORTS)) {
    const told = names.map((name, i) => bestOf(context, id, name, places[i]!.get(id) ?? []));
    const [first] = told;
    if (names.length === 1 && !first) {
      const spread = enumerated(context, id, names[0]!);
      if (spread) found.push(spread);
    }
    if (!first || !told.every((t) => t !== undefined)) continue;
    const report = context.store.report(id);
    const { anchor, of } = first.items;
    const items = told.flatMap((t) => t.items.items);
    const words = items.map(({ start, end }) => report.view.text.slice(start, end)).sort();
    found.push({
      list: {
        report,
        section: first.section,
        anchor,
        items,
        ...(names.length === 1 && of !== undefined ? { of } : {}),
      },
      score: Math.min(...told.map((t) => t.score)),
      words: words.join('、'),
    });
  }
  // Where no place is named, what most reports mean by the name counts before how surely one of them tells it.
  const shared = ({ words }: Told): number =>
    context.query.places.length > 0 ? 0 : found.filter((f) => f.words === words).length;
  const [best] = [...found].sort((x, y) => shared(y) - shared(x) || y.score - x.score);
  return { found: best?.list, held };
}

/** A class word shorter than this, or so few of them, are together by chance. */
const MIN_CLASS = 2;
const MIN_ENUMERATED = 4;

/**
 * The one list of a report with just so many parts that all end in the class that the name counts (打造经济中心、创新中心、… for “五个
 * 中心”): the name is used elsewhere, and this tells what it means.
 */
function enumerated({ store }: AnswerContext, id: string, { classes, counts }: CountedName): Told | undefined {
  const [word] = classes;
  if (!word || classes.length > 1 || word.length < MIN_CLASS || Math.max(...counts) < MIN_ENUMERATED) return undefined;
  const report = store.report(id);
  const { text } = report.view;
  const lists = new Map<string, Told>();
  for (const { section, ...within } of report.passages)
    for (const items of inlineLists(text, within)) {
      const words = items.map(({ start, end }) => text.slice(start, end));
      if (!counts.includes(items.length) || !words.every((w) => w.endsWith(word) && w.length > word.length)) continue;
      const list = { report, section, anchor: { start: items[0]!.start, end: items.at(-1)!.end }, items };
      const key = [...words].sort().join('、');
      if (!lists.has(key)) lists.set(key, { list, score: ENUMERATED, words: key });
    }
  return lists.size === 1 ? [...lists.values()][0] : undefined;
}

/** The parts that one report tells, with how surely, and their words for setting reports side by side. */
interface Told {
  readonly list: FoundList;
  readonly score: number;
  readonly words: string;
}

/** The counted names that the reports have for what a question names without a count: 十件民生实事 for 民生实事. */
function impliedNames({ store, query }: AnswerContext, ids: readonly string[]): CountedName[] {
  const topic = query.residue.at(-1) ?? '';
  if (topic.length < MIN_TOPIC || query.indicators.length > 0) return [];
  const names = store.findExact(topic, { reports: ids, limit: OCCURRENCES }).flatMap((hit) => {
    const { text } = store.report(hit.report).view;
    return hit.spans.flatMap((at) => countedBefore(text.slice(Math.max(0, at.start - BEFORE), at.end)));
  });
  return [...new Map(names.map((name) => [name.forms[0], name])).values()].slice(0, IMPLIED);
}

/** Reports of the year asked for first (or, looking back, the one after it), then the newest. */
export function byNearness({ query }: AnswerContext, back = 0): (a: ReportHead, b: ReportHead) => number {
  const period = query.periods[0]?.value;
  const asked = query.reportYear ?? (period?.kind === 'year' ? period.from + back : undefined);
  const distance = ({ year }: ReportHead): number =>
    asked === undefined || year === null ? 0 : Math.abs(year - asked);
  return (a, b) => distance(a) - distance(b) || (b.year ?? 0) - (a.year ?? 0);
}

/** The surest reading of a name within one report. */
function bestOf(
  { store, query }: AnswerContext,
  id: string,
  name: CountedName,
  places: readonly Span[],
): Scored | undefined {
  const report = store.report(id);
  let best: Scored | undefined;
  for (const at of places) {
    const section = sectionAt(report.sections, at.start);
    const items = namedItems(report.view.text, at, name, report.sections[section]?.end ?? report.view.text.length);
    if (!items) continue;
    const kin = kinship(report.view.text, at, query.residue.join(''));
    const explained = report.sections[section]?.role === 'glossary' ? EXPLAINED : 1;
    const score =
      explained * items.quality * timeFit(report.sections[section], report, query.periods[0]?.value) + KIN * kin;
    if (!best || score > best.score) best = { items, section, score };
  }
  return best;
}

/** How far the words around a name are those of the question, 0–1: of two lists of 三大集群 that of 招引三大集群. */
function kinship(text: string, at: Span, words: string): number {
  const around = text.slice(Math.max(0, at.start - AROUND), at.start) + text.slice(at.end, at.end + AROUND);
  const pairs = [...words].slice(1).map((unit, i) => [...words][i]! + unit);
  return pairs.length === 0 ? 0 : pairs.filter((pair) => around.includes(pair)).length / pairs.length;
}

/** Where a name stands, by report; the question may have run on behind it, so that its end is cut until the reports hold it. */
function occurrences({ store }: AnswerContext, name: CountedName, ids: readonly string[]): Map<string, Span[]> {
  const found = new Map<string, Span[]>();
  const shortest = Math.min(...name.forms.map((f) => f.length));
  for (let cut = 0; found.size === 0 && (cut === 0 || shortest - cut >= MIN_NAME); cut++)
    for (const form of name.forms)
      for (const hit of store.findExact(form.slice(0, form.length - cut), { reports: ids, limit: OCCURRENCES })) {
        const { text } = store.report(hit.report).view;
        // 十件 is none in 二十件.
        const own = hit.spans.filter((s) => !/[一二三四五六七八九十百\d第]/u.test(text[s.start - 1] ?? ''));
        if (own.length > 0) found.set(hit.report, [...(found.get(hit.report) ?? []), ...own]);
      }
  return found;
}

interface Scored {
  readonly items: NamedItems;
  readonly section: number;
  readonly score: number;
}
