import type { Report } from '../corpus/types.js';
import type { Facet, Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Indicator, Measure, Place } from '../lexicon/types.js';
import type { AskedPeriod } from '../question/types.js';
import type { ReportHead, Store } from '../retrieval/types.js';
import { facetFit, measureFit, periodFit, unitFit } from './slots.js';
import type { Candidate, Fit } from './types.js';
import { carries, type FactTexts, wordMatcher } from './words.js';

/** One figure that is looked for: one place, one time, one indicator or subject. */
export interface FactQuery {
  readonly place?: Place;
  /** Anchored; absent where any time will do. */
  readonly period?: AskedPeriod;
  /** Only reports for this year. */
  readonly reportYear?: number;
  readonly indicator?: Indicator;
  readonly facet?: Facet;
  readonly measure?: Measure;
  readonly units: readonly string[];
  /** Content that no slot used. */
  readonly residue: readonly string[];
  /** True where the question asks for a total (总量, 总数): what was added in a year does not answer it. */
  readonly total?: boolean;
  /** Words in quotation marks: the sentence must hold them. */
  readonly quoted: readonly string[];
  /** The word that the figure is asked of; a subject without it is less likely meant. */
  readonly head?: string;
  /** Only the reports that look ahead to the time or back on it from the year after. */
  readonly near?: boolean;
  /** Words that say when or amid what. */
  readonly background: readonly string[];
}

/** How far from the year asked for reports are looked through: a review of five years names the year before them as its base. */
const REVIEW_YEARS = 6;
/** A fact whose subject holds nothing of the question must be met almost in full elsewhere. */
const SLIGHT = 0.1;
const SURE = 0.75;
/** Share of its subject that a question for an indicator must name of a fact that carries none (武汉城市圈经济总量 is not 经济总量). */
const NAMED = 0.6;
/** What is left of a score where the subject lacks the word that the figure is asked of. */
const OTHER_HEAD = 0.92;
/** A share of something is not the thing: 技术合同成交额占GDP比重. */
const SHARE_OF = /占.*(?:比重|比例|比率|比|率)$|占比$|占.{2,12}$/u;
/** What was added, as against what there is. */
const ADDED = /^(?:新增|净增|新建|新认定|新登记|新培育|新)/u;
/** Facts whose words fit worse than this are no candidates. */
export const MIN_WORDS = 0.5;

/** Reports that may speak of the place and time: the place's own, or, for a place without one, those of where it lies. */
export function reportsFor(
  store: Store,
  lexicon: Lexicon,
  query: Pick<FactQuery, 'place' | 'period' | 'reportYear' | 'near'>,
): ReportHead[] {
  const { place, period, reportYear } = query;
  const heads = store.heads.filter((h) => !h.duplicateOf && h.place !== null);
  const ofPlace = place ? ownReports(heads, lexicon, place) : heads;
  const ofYear = reportYear === undefined ? ofPlace : ofPlace.filter((h) => h.year === reportYear);
  if (!period || reportYear !== undefined || period.to === 0) return ofYear;
  const { from, to } = period;
  if (query.near)
    return ofYear.filter(
      (h) => h.year === null || h.year === from || h.year === to || h.year === to + 1 || h.kind === 'news',
    );
  return ofYear.filter((h) => h.year === null || (h.year >= from - REVIEW_YEARS && h.year <= to + REVIEW_YEARS));
}

function ownReports(heads: readonly ReportHead[], lexicon: Lexicon, place: Place): ReportHead[] {
  const own = heads.filter((h) => h.place!.id === place.id);
  // A county with nothing but news of its own is spoken of in its city's reports as well.
  if (own.some((h) => h.kind !== 'news')) return own;
  if (place.level !== 'county' && place.level !== 'zone') return own;
  let parent = place.parent;
  while (parent) {
    const above = lexicon.gazetteer.get(parent);
    const of = heads.filter((h) => h.place!.id === parent);
    if (of.length > 0 && above?.level !== 'nation') return [...own, ...of];
    parent = above?.parent;
  }
  return own;
}

/** The facts that meet the query, best first. Facts that fail a slot (another place, time, facet, unit) are left out. */
export function findFacts(store: Store, lexicon: Lexicon, query: FactQuery): Candidate[] {
  const heads = reportsFor(store, lexicon, query);
  const indicator = query.indicator && {
    id: query.indicator.id,
    names: [query.indicator.name, ...query.indicator.aliases],
  };
  const slotted: { fact: Fact; fit: Omit<Fit, 'words' | 'precision'>; texts: FactTexts }[] = [];
  for (const head of heads) {
    // Every way to meet a period needs a figure that ends where it does; `ends` tells without reading the report.
    if (query.period && query.period.to > 0 && !head.ends.includes(query.period.to)) continue;
    const report = store.report(head.id);
    const facts = store.facts(head.id);
    for (const [i, fact] of facts.entries()) {
      if (indicator && !carries(fact, indicator)) continue;
      const fit = slotFit(fact, query);
      if (fit) slotted.push({ fact, fit, texts: textsOf(report, facts, i) });
    }
  }
  const asksShare =
    /占|比重|比例|比率/u.test([...query.residue, query.indicator?.name ?? ''].join('')) || query.measure === 'share';
  const sentences = [...new Set(slotted.map((s) => s.texts.sentence))];
  const matcher = wordMatcher(query.residue, query.background, sentences, indicator);
  if (matcher.empty && !query.indicator) return [];
  const found: Candidate[] = [];
  const touched = new Map(sentences.map((s) => [s, query.indicator !== undefined || matcher.touches(s)]));
  for (const { fact, fit, texts } of slotted) {
    if (!touched.get(texts.sentence)) continue;
    const { words, precision } = matcher.match(fact, texts);
    if (
      words < MIN_WORDS ||
      (precision < SLIGHT && words < SURE) ||
      (indicator && fact.indicator === undefined && precision < NAMED)
    )
      continue;
    const own =
      query.place && fact.scope ? (query.residue.some((r) => r.includes(fact.scope!.slice(-2))) ? 1 : 0.9) : 1;
    const share = SHARE_OF.test(fact.subject) && !asksShare ? 0.35 : 1;
    const total = query.total && ADDED.test(`${fact.verb ?? ''}${fact.subject}`) ? 0.7 : 1;
    const named = query.quoted.every((q) => texts.sentence.includes(q) || texts.around.includes(q)) ? 1 : 0.4;
    const head = query.head === undefined || texts.subject.includes(query.head) ? 1 : OTHER_HEAD;
    const headline = fact.headline || fact.facet !== 'target' ? 1 : 0.985;
    const phrase = fact.quantity.kind === 'phrase' ? 0.85 : 1;
    const exact = fact.quantity.bound === '=' || fact.facet === 'target' ? 1 : 0.99;
    const score =
      words *
      (0.7 + 0.3 * precision) *
      fit.period *
      fit.facet *
      fit.measure *
      fit.unit *
      own *
      headline *
      exact *
      phrase *
      total *
      share *
      head *
      named;
    found.push({ fact, fit: { ...fit, words, precision }, score });
  }
  return found.sort((a, b) => b.score - a.score);
}

function slotFit(fact: Fact, query: FactQuery): Omit<Fit, 'words' | 'precision'> | undefined {
  if (query.place && fact.place !== query.place.id) return undefined;
  const unit = unitFit(fact, query.units);
  if (unit === 0) return undefined;
  const period = query.period ? periodFit(fact, query.period) : fact.period.part ? 0.9 : 1;
  if (period === 0) return undefined;
  const facet = facetFit(fact, query.facet);
  if (facet === 0) return undefined;
  const measure = measureFit(fact, query.measure, query.indicator, query.period?.kind === 'span');
  if (measure === 0) return undefined;
  return { period, facet, measure, unit };
}

const textsByReport = new WeakMap<Report, Map<number, FactTexts>>();

/** The texts of a fact, cut once for each report. */
function textsOf(report: Report, facts: readonly Fact[], index: number): FactTexts {
  let texts = textsByReport.get(report);
  if (!texts) {
    texts = new Map();
    textsByReport.set(report, texts);
  }
  let own = texts.get(index);
  if (!own) {
    const fact = facts[index]!;
    const { text } = report.view;
    const before = text.slice(Math.max(0, fact.sentence.start - 80), fact.sentence.start);
    own = {
      subject: fact.scope ? fact.scope + fact.subject : fact.subject,
      clause: text.slice(fact.clause.start, fact.clause.end),
      sentence: text.slice(fact.sentence.start, fact.sentence.end),
      headline: fact.headline,
      around: `${report.sections[fact.section]?.path.join(' ') ?? ''} ${before}`,
    };
    texts.set(index, own);
  }
  return own;
}
