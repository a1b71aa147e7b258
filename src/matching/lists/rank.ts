import type { Report } from '../../corpus/types.js';
import type { CountedName, ListAsk } from '../../frame/types.js';
import { chineseNumeral } from '../../question/counted-names.js';
import { parseNumeral } from '../../text/numerals.js';
import { lazyFitted, probability, weigh } from '../fitted.js';
import { isNameItself } from '../named-items.js';
import { lazyNets, scoreByNets } from '../net.js';
import { shareOf, wideShareOf } from '../terms.js';
import { countsOf, LIST_FEATURES, type ListEvidence, type ListSearch, listEvidence, listVectors } from './features.js';
import type { ListStructure } from './types.js';

/** How many lists are looked at closely. */
const MOST_LISTS = 60;
/** What so many items as are asked for are worth in the rough order, and being bound to the name. */
const EXACT = 0.4;
const BOUND = 1;

/** A list with its place in the order. */
export interface RankedList {
  readonly evidence: ListEvidence;
  readonly vector: Float64Array;
  /** Log-odds against the other lists. */
  readonly score: number;
  /** Calibrated probability that it is the list asked for; 0 but for the first. */
  readonly likelihood: number;
  readonly accepted: boolean;
}

/** The lists that come nearest to a question, unordered. */
export function gatherLists(search: ListSearch, structures: readonly ListStructure[]): ListEvidence[] {
  const { terms } = search.ask;
  const counts = countsOf(search.list);
  const seen = new Set<string>();
  const shares = new Map<string, number>();
  /** Share of the question's words that a stretch holds with its headings. Most lists of a sentence are of the same stretch. */
  const sharedWith = (report: Report, section: number, from: number, to: number): number => {
    const key = `${report.id} ${section} ${from} ${to}`;
    let share = shares.get(key);
    if (share === undefined) {
      const path = report.sections[section]?.path.join(' ') ?? '';
      const text = report.view.text.slice(from, Math.min(to, from + 600));
      share = wideShareOf(terms, `${path} ${text}`);
      shares.set(key, share);
    }
    return share;
  };
  const rough = structures.flatMap((structure) => {
    const { report, section, anchor, items, kind, bond } = structure;
    const [from, to] = [Math.min(anchor.start, items[0]!.start), Math.max(anchor.end, items.at(-1)!.end)];
    const key = `${report.id} ${kind === 'named'} ${items.map((i) => `${i.start}-${i.end}`).join()}`;
    const { text } = report.view;
    if (
      seen.has(key) ||
      search.list.names.some((name) => isNameItself(text, items, name) || isAmong(text, structure, name))
    )
      return [];
    seen.add(key);
    const share = sharedWith(report, section, from, to);
    const near = search.hits.find((h) => h.report === report && h.span.start < anchor.end && h.span.end > anchor.start);
    const worth =
      share +
      (counts.includes(items.length) ? EXACT : 0) +
      (kind === 'named' ? BOUND + (bond ?? 0) : kind === 'carried' ? EXACT : 0) +
      (near?.score ?? 0) * EXACT;
    return [{ structure, worth }];
  });
  rough.sort((a, b) => b.worth - a.worth);
  return rough
    .slice(0, MOST_LISTS)
    .map(({ structure }) => listEvidence(search, structure))
    .filter((evidence) => !isUnannounced(search, evidence));
}

/** True for a list in whose sentence the name is but one of the things told: 在市委领导下，围绕“12315”总目标，…. */
function isAmong(text: string, { kind, items }: ListStructure, { forms }: CountedName): boolean {
  if (kind !== 'mixed' && kind !== 'told' && kind !== 'enumeration') return false;
  return items.some(({ start, end }) => forms.some((form) => text.slice(start, end).includes(form)));
}

/** What ties a list to a name that stands before it: that announces or closes it, or a word of its class within the items. */
const TIES = ['name.tells', 'name.closes', 'class.ends', 'class.carried', 'class.closes'] as const;

/**
 * True for a list before which a quoted name that counts is only used (走“一特三高”之路，…): nothing ties the items to it, and that they are as many
 * is chance.
 */
export function onlyUsesName({ list, ask: { quoted } }: ListSearch, { evidence, vector }: RankedList): boolean {
  const { kind } = evidence.structure;
  if (kind === 'named' || kind === 'carried' || !quoted.some(countsInWords)) return false;
  const has = (feature: string): boolean => vector[LIST_FEATURES.indexOf(feature)] !== 0;
  // 推行“六步工作法”，抓好…六个环节 closes what it tells by the number.
  const closes = countsOf(list).some((n) =>
    [String(n), chineseNumeral(n)].some((form) => evidence.behind.includes(form)),
  );
  return has('name.lead') && !closes && !TIES.some(has);
}

/** What of the question's words one item holds that is what they ask about, and what the others hold at most, as shares of their weight. */
const IS_ASKED = 0.8;
const IS_OTHER = 0.3;

/**
 * True for a list of which one item is what the question asks about and the others are other things (A、首届中非农业合作论坛、B for 在哪个市县开的): what is asked of it
 * stands in that item's sentence, if anywhere. The first and the last of a row also hold what is said of all.
 */
export function holdsAsked({ names }: ListAsk, { structure: { kind }, each }: ListEvidence): boolean {
  if (names.length > 0 || kind === 'named' || kind === 'carried') return false;
  const at = each.indexOf(Math.max(...each));
  const ends = at === 0 || at === each.length - 1;
  if (ends && (kind === 'enumeration' || kind === 'mixed')) return false;
  return each[at]! >= IS_ASKED && each.every((share, i) => i === at || share <= IS_OTHER);
}

/** True for a name with a numeral in it: “四乱”; a code (“5+5”) has no words that its items could carry. */
function countsInWords(name: string): boolean {
  return !/\d/u.test(name) && Array.from(name).some((unit) => parseNumeral(unit) !== null);
}

/** Of more things side by side it matters less what is said before them. */
const MOST_UNANNOUNCED = 6;

/** A few things beside one another that nothing announces are no list of what they are themselves: 为民办实事、“微幸福”工程让群众暖心 asked for 民生实事. */
function isUnannounced({ ask, list }: ListSearch, { structure, items, leadCover, own, headed }: ListEvidence): boolean {
  if (structure.kind !== 'enumeration' || items.length > MOST_UNANNOUNCED || countsOf(list).includes(items.length))
    return false;
  const told = shareOf(ask.terms, leadCover.wide);
  return told === 0 && shareOf(ask.terms, headed.wide) <= shareOf(ask.terms, own.wide);
}

/** What of a list's own features tells whether it is the one asked for. */
const OWN = [
  'kind.named',
  'kind.carried',
  'kind.numbered',
  'kind.enumeration',
  'count.many',
  'count.named',
  'count.second',
  'count.off',
  'count.far',
  'bond',
  'two',
  'own.wide',
  'around.wide',
  'around.exact',
  'missed.around',
  'class.closes',
  'class.ends',
  'class.carried',
  'class.all',
  'name.lead',
  'name.tells',
  'name.closes',
  'name.near',
  'name.nowhere',
  'name.within',
  'places',
  'places.asked-not',
  'rank',
  'likelihood',
  'unranked',
  'time.same',
  'time.other',
  'report.away',
  'role.glossary',
  'count.exact>carried',
  'name>carried',
  'lead.last',
  'items.verbs',
] as const;

/** The features of an acceptance. Their weights stand in config/fitted/list-refusal.json. */
export const LIST_ACCEPTANCE_FEATURES: readonly string[] = [
  ...OWN.map((name) => `of.${name}`),
  'always',
  'score',
  'margin',
  'share',
  'unheld',
  'named',
  'counted',
  'exact',
  'exact.ranked',
  'exact.named',
];
const AT = new Map(LIST_FEATURES.map((f, i) => [`of.${f}`, i]));

/** What tells whether the best list is the one asked for. @param ranked best first. */
export function listAcceptance(
  search: ListSearch,
  ranked: readonly Pick<RankedList, 'evidence' | 'vector' | 'score'>[],
): Float64Array {
  const [best, rival] = ranked;
  const top = best!.score;
  const all = ranked.reduce((sum, r) => sum + Math.exp(r.score - top), 0);
  const exact = countsOf(search.list)[0] === best!.evidence.items.length ? 1 : 0;
  const of = (name: string): number => best!.vector[AT.get(`of.${name}`)!]!;
  const values: Record<string, number> = {
    always: 1,
    score: top / 10,
    exact,
    // Just so many items as are asked for, in the sentence that comes nearest, or beside the name: hardly by chance.
    'exact.ranked': exact * of('rank'),
    'exact.named': exact * Math.max(of('name.lead'), of('name.closes'), of('name.near')),
    margin: rival ? Math.min(5, top - rival.score) / 5 : 1,
    share: 1 / all,
    unheld: 1 - Math.max(...ranked.map((r) => shareOf(search.ask.terms, r.evidence.around.wide))),
    named: search.list.names.length > 0 || search.ask.quoted.length > 0 ? 1 : 0,
    counted: countsOf(search.list).length > 0 ? 1 : 0,
  };
  return Float64Array.from(LIST_ACCEPTANCE_FEATURES, (name) => values[name] ?? best!.vector[AT.get(name)!] ?? 0);
}

const ranker = lazyNets('lists.json', LIST_FEATURES);
const acceptance = lazyFitted('list-refusal.json', LIST_ACCEPTANCE_FEATURES);

/** By how little a list may stand behind one of the same words for its newer report to decide, in log-odds. */
const AS_NEAR = 1.5;

/** Puts the newest of the lists that say the same in the best one's place, where they come as near. */
function newestFirst(ranked: Omit<RankedList, 'likelihood' | 'accepted'>[]): void {
  const [best] = ranked;
  const said = ({ evidence }: { evidence: ListEvidence }): string => evidence.words.join('、');
  const yearOf = ({ evidence }: { evidence: ListEvidence }): number => evidence.structure.report.year ?? 0;
  const newest = ranked
    .filter((r) => best!.score - r.score <= AS_NEAR && said(r) === said(best!))
    .reduce((a, b) => (yearOf(b) > yearOf(a) ? b : a));
  if (newest === best) return;
  ranked.splice(ranked.indexOf(newest), 1);
  ranked.unshift({ ...newest, score: best!.score });
}

/** True for a list beside which all of several classes of a name stand: 三大优势产业, 三大特色产业 for “三优三特”. */
export function holdsClasses({ structure, items, behind }: ListEvidence, { names }: ListSearch['list']): boolean {
  const classes = names.length === 1 ? [...new Set(names[0]!.classes)] : [];
  const words = structure.report.view.text.slice(items[0]!.start, items.at(-1)!.end) + behind;
  return classes.length > 1 && classes.every((word) => words.includes(word));
}

/** Puts a list beside which all the classes of a name stand before one that comes as near without them. */
function classesFirst(ranked: Omit<RankedList, 'likelihood' | 'accepted'>[], list: ListSearch['list']): void {
  const [best] = ranked;
  const asNear = ranked.filter(
    (r) => best!.score - r.score <= AS_NEAR && r.evidence.items.length === best!.evidence.items.length,
  );
  const other = asNear.find((r) => holdsClasses(r.evidence, list));
  if (!other || other === best || holdsClasses(best!.evidence, list)) return;
  ranked.splice(ranked.indexOf(other), 1);
  ranked.unshift({ ...other, score: best!.score });
}

/** The lists that may answer, best first. */
export function rankLists(search: ListSearch, structures: readonly ListStructure[]): RankedList[] {
  const evidence = gatherLists(search, structures);
  const vectors = listVectors(search, evidence);
  const nets = ranker();
  const ranked = evidence
    .map((e, i) => ({ evidence: e, vector: vectors[i]!, score: scoreByNets(nets, vectors[i]!) }))
    .sort((a, b) => b.score - a.score);
  if (ranked.length === 0) return [];
  newestFirst(ranked);
  classesFirst(ranked, search.list);
  const { weights: accept, threshold } = acceptance();
  const likelihood = probability(weigh(accept, listAcceptance(search, ranked)));
  return ranked.map((r, i) => ({
    ...r,
    likelihood: i === 0 ? likelihood : 0,
    accepted: i === 0 && likelihood >= threshold,
  }));
}
