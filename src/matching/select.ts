import type { Facet, Fact } from '../facts/types.js';
import type { AskedPeriod, Attached } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Indicator, Measure, Place } from '../lexicon/types.js';
import type { Store } from '../retrieval/types.js';
import { attachedFit, headFit } from './neighbours.js';
import { reportsFor } from './reports.js';
import { facetFit, measureFit, periodFit, sinceFit, unitFit } from './slots.js';
import type { Candidate, FactTexts, Fit } from './types.js';
import { isStartOf, type Wording, wordingFit } from './wording.js';
import { wordMatcher } from './words.js';

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
  /** Words that make the indicator another thing; the subject must hold them. */
  readonly attached?: Attached;
  /** The year that the figure is set against. */
  readonly base?: number;
  /** What the question's wording says of the figure. */
  readonly wording?: Wording;
  /** Only the reports that look ahead to the time or back on it from the year after. */
  readonly near?: boolean;
  /** Words that say when or amid what. */
  readonly background: readonly string[];
}

/** A candidate with the texts that it was read in. */
type Found = Candidate & { readonly texts: FactTexts };

/** A fact whose subject holds nothing of the question must be met almost in full elsewhere. */
const SLIGHT = 0.1;
const SURE = 0.75;
/** Share of its subject that a question for an indicator must name of a fact that carries none (武汉城市圈经济总量 is not 经济总量). */
const NAMED = 0.6;
/** A share of something is not the thing: 技术合同成交额占GDP比重. */
const SHARE_OF = /占.*(?:比重|比例|比率|比|率)$|占比$|占.{2,12}$/u;
const ADDED_FOR_TOTAL = 0.7;
/** What was added, as against what there is. */
const ADDED = /^(?:新增|净增|新建|新认定|新登记|新培育|新)/u;
/** What a change leads to displaces where it started from, unless it fits much worse. */
const NOT_FAR = 0.8;
/** Facts whose words fit worse than this are no candidates. */
export const MIN_WORDS = 0.5;

/** The facts that meet the query, best first. Facts that fail a slot (another place, time, facet, unit) are left out. */
export function findFacts(store: Store, lexicon: Lexicon, query: FactQuery): Candidate[] {
  const { indicator } = query;
  // Where no words are to be met, the subject tells all: no report need be read.
  const bare = query.residue.length + query.background.length + query.quoted.length === 0 && !query.wording?.pricesOut;
  const slotted = placedFacts(store, lexicon, query).flatMap((fact) => {
    const fit = slotFit(fact, query);
    return fit ? [{ fact, fit, texts: bare && indicator ? bareTexts(fact) : textsOf(store, fact) }] : [];
  });
  const asksShare =
    /占|比重|比例|比率/u.test([...query.residue, query.indicator?.name ?? ''].join('')) || query.measure === 'share';
  const sentences = [...new Set(slotted.map((s) => s.texts.sentence))];
  const matcher = wordMatcher(query.residue, query.background, sentences, indicator);
  if (matcher.empty && !query.indicator) return [];
  const found: Found[] = [];
  const touched = new Map(sentences.map((s) => [s, query.indicator !== undefined || matcher.touches(s)]));
  for (const { fact, fit, texts } of slotted) {
    if (!touched.get(texts.sentence)) continue;
    const { words, precision } = matcher.match(texts);
    if (
      words < MIN_WORDS ||
      (precision < SLIGHT && words < SURE) ||
      (indicator && fact.indicator === undefined && precision < NAMED)
    )
      continue;
    const own =
      query.place && fact.scope ? (query.residue.some((r) => r.includes(fact.scope!.slice(-2))) ? 1 : 0.9) : 1;
    // 占…19.4%，增长14.1%: a growth is of the thing, not of its share.
    const isShare = fact.measure === 'share' || fact.measure === 'ratio' || fact.measure === 'multiple';
    const share = SHARE_OF.test(fact.subject) && !asksShare && isShare ? 0.35 : 1;
    const total = query.total && ADDED.test(`${fact.verb ?? ''}${fact.subject}`) ? ADDED_FOR_TOTAL : 1;
    const named = query.quoted.every((q) => texts.sentence.includes(q) || texts.around.includes(q)) ? 1 : 0.4;
    const head = query.head === undefined ? 1 : headFit(query.head, texts);
    const headline = fact.headline || fact.facet !== 'target' ? 1 : 0.985;
    const phrase = fact.quantity.kind === 'phrase' ? 0.85 : 1;
    const exact = fact.quantity.bound === '=' || fact.facet === 'target' ? 1 : 0.99;
    const attached = indicator ? attachedFit(query.attached, texts) : 1;
    const wording = query.wording
      ? wordingFit(fact, { before: beforeFigure(fact, texts), sentence: texts.sentence }, query.wording, query.period)
      : 1;
    if (wording === 0) continue;
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
      wording *
      attached *
      named;
    found.push({ fact, fit: { ...fit, words, precision }, score, texts });
  }
  const own = indicator
    ? found
    : found.filter((a) => a.fit.precision >= SLIGHT || !found.some((b) => isNamedBeside(b, a)));
  const kept = query.wording?.start
    ? own
    : own.filter((a) => !found.some((b) => isStartOf(a.fact, b.fact) && b.score >= a.score * NOT_FAR));
  return ordered(kept, query.residue);
}

/** 办理建议1390件、提案1561件: what is asked for by name is no word of the figure before it. */
function isNamedBeside(named: Found, other: Found): boolean {
  return (
    named.fact.report === other.fact.report &&
    named.fact.sentence.start === other.fact.sentence.start &&
    named.fit.precision >= NAMED &&
    named.fit.words >= other.fit.words
  );
}

/** Best first; of equals the one before whose figure more of the question's words stand (其中，中心城区新增学位2.55万个). */
function ordered(found: readonly Found[], residue: readonly string[]): Candidate[] {
  const held = ({ fact, texts }: Found): number => {
    const lead = texts.sentence.slice(0, Math.max(0, fact.span.start - fact.sentence.start));
    return residue.filter((run) => lead.includes(run)).length;
  };
  return [...found].sort((a, b) => b.score - a.score || held(b) - held(a)).map(({ texts: _, ...c }) => c);
}

/** The facts of the reports that may speak of what is asked: from the table of its indicator, else from the reports themselves. */
function placedFacts(store: Store, lexicon: Lexicon, query: FactQuery): readonly Fact[] {
  const heads = reportsFor(store, lexicon, query);
  // Every way to meet a period needs a figure that ends where it does.
  const to = query.period && query.period.to > 0 ? query.period.to : undefined;
  const places = query.place && [query.place.id];
  if (query.indicator) {
    const reports = new Set(heads.map(({ id }) => id));
    return store.indicatorFacts(query.indicator.id, { reports, places, to });
  }
  return heads
    .filter(({ ends }) => to === undefined || ends.includes(to))
    .flatMap(({ id }) => store.facts(id, { places, to }));
}

function slotFit(fact: Fact, query: FactQuery): Omit<Fit, 'words' | 'precision'> | undefined {
  const unit = unitFit(fact, query.units);
  if (unit === 0 || isDuration(fact, query.indicator)) return undefined;
  const period =
    query.base !== undefined
      ? sinceFit(fact, query.base, query.period)
      : query.period
        ? periodFit(fact, query.period)
        : fact.period.part
          ? 0.9
          : 1;
  if (period === 0) return undefined;
  const facet = facetFit(fact, query.facet);
  if (facet === 0) return undefined;
  const measure = measureFit(fact, query.measure, query.indicator, query.period?.kind === 'span');
  if (measure === 0) return undefined;
  return { period, facet, measure, unit };
}

/** The fact's clause up to its figure. */
function beforeFigure({ clause, span }: Fact, texts: FactTexts): string {
  return texts.clause.slice(0, Math.max(0, span.start - clause.start));
}

/** 居民收入连续15年…: a stretch of time is no figure of the indicator it stands behind. */
function isDuration({ quantity: { unit } }: Fact, indicator: Indicator | undefined): boolean {
  return indicator !== undefined && /^(?:年|个?月|天|个?季度)$/u.test(unit) && !indicator.units.includes(unit);
}

/** What a fact says of itself without its report. */
function bareTexts(fact: Fact): FactTexts {
  return { subject: subjectOf(fact), clause: '', sentence: '', headline: fact.headline, around: '' };
}

function subjectOf(fact: Fact): string {
  return fact.scope ? fact.scope + fact.subject : fact.subject;
}

const textsByFact = new WeakMap<Fact, FactTexts>();

/** The texts of a fact, cut once. */
function textsOf(store: Store, fact: Fact): FactTexts {
  const known = textsByFact.get(fact);
  if (known) return known;
  const { view, sections } = store.report(fact.report);
  const { clause, sentence, section } = fact;
  const before = view.text.slice(Math.max(0, sentence.start - 80), sentence.start);
  const texts: FactTexts = {
    subject: subjectOf(fact),
    clause: view.text.slice(clause.start, clause.end),
    sentence: view.text.slice(sentence.start, sentence.end),
    headline: fact.headline,
    around: `${sections[section]?.path.join(' ') ?? ''} ${before}`,
  };
  textsByFact.set(fact, texts);
  return texts;
}
