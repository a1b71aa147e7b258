import type { z } from 'zod';
import { answerFacet } from '../answer/wording.js';
import { dateFacts } from '../facts/dates.js';
import type { Fact } from '../facts/types.js';
import type { Indicator } from '../lexicon/types.js';
import type { ReportHead } from '../retrieval/types.js';
import { foldText } from '../text/view.js';
import type { factShape } from './schemas.js';
import { type Scope, scopeOf } from './scope.js';
import type { ToolContext } from './types.js';
import { type WordTest, wordTest } from './words.js';

/** How a fact met what was asked for; see `factRowSchema`. */
export type Match = 'exact' | 'sentence' | 'near';

export interface Found {
  readonly fact: Fact;
  readonly head: ReportHead;
  readonly match: Match;
  readonly confidence: number;
}

export type FactInput = Readonly<z.output<z.ZodObject<typeof factShape>>>;

export interface Gathered {
  readonly found: readonly Found[];
  readonly scope: Scope;
  readonly indicator: Indicator | undefined;
  readonly unread: readonly string[];
  readonly notes: readonly string[];
}

const CONFIDENCE: Readonly<Record<Match, number>> = { exact: 0.95, sentence: 0.6, near: 0.35 };
/** What doubts of the reading take off. */
const REPAIRED = 0.1;
const OTHER_PLACE = 0.3;
/** In more reports than this, those that cannot hold a word are sorted out by the index first. */
const FEW_REPORTS = 12;

/** All figures that meet the arguments, the best met first, then in the order of places, years and text. */
export function gatherFacts(context: ToolContext, input: FactInput): Gathered {
  const { store } = context;
  const scope = scopeOf(context, { ...input, year: input.report_year });
  const named = indicatorNamed(context, input.indicator);
  // A name that is no headline indicator is looked for as it stands.
  const words = wordTest(
    input.indicator === undefined || named !== undefined
      ? input.words
      : { ...input.words, all: [...(input.words?.all ?? []), input.indicator] },
  );
  const notes =
    input.indicator !== undefined && named === undefined ? [`“${input.indicator}”不是主要指标，按原词查找`] : [];
  const years = input.period === undefined ? undefined : input.period.split('-').map(Number);
  const filter = years === undefined ? {} : { years };
  const heads = named === undefined ? withWords(context, scope.heads, words) : scope.heads;
  const byId = new Map(heads.map((head) => [head.id, head]));
  const facts =
    input.measure === 'date'
      ? datesOf(context, heads, years)
      : named === undefined
        ? heads.flatMap((head) => [...store.facts(head.id, filter)])
        : store.indicatorFacts(named.id, { ...filter, reports: new Set(byId.keys()) });
  const found = facts.flatMap((fact): Found[] => {
    const head = byId.get(fact.report);
    if (head === undefined || !fits(fact, input)) return [];
    const match = matchOf(context, fact, named, words);
    return match === undefined ? [] : [{ fact, head, match, confidence: confidenceOf(fact, head, match) }];
  });
  const inOrder = new Map(scope.heads.map((head, order) => [head.id, order]));
  found.sort(
    (a, b) =>
      b.confidence - a.confidence ||
      Number(b.fact.headline) - Number(a.fact.headline) ||
      Number(ofOneYear(b.fact)) - Number(ofOneYear(a.fact)) ||
      inOrder.get(a.head.id)! - inOrder.get(b.head.id)! ||
      a.fact.span.start - b.fact.span.start,
  );
  return { found, scope, indicator: named, unread: scope.unread, notes };
}

/** Dates are read when they are asked for: few questions need them, and no index holds them. */
function datesOf(
  { store, lexicon }: ToolContext,
  heads: readonly ReportHead[],
  years: readonly number[] | undefined,
): Fact[] {
  const [from, to = from] = years ?? [];
  return heads
    .flatMap((head) => dateFacts(store.report(head.id), lexicon))
    .filter(({ period }) => from === undefined || (period.from <= to! && period.to >= from));
}

function indicatorNamed({ lexicon }: ToolContext, name: string | undefined): Indicator | undefined {
  if (name === undefined) return undefined;
  const folded = foldText(name).trim();
  const byId = lexicon.indicators.get(folded);
  if (byId) return byId;
  const [mention, ...others] = lexicon.indicators.find(folded, true);
  return mention !== undefined && others.length === 0 && mention.text.length === folded.length
    ? mention.indicator
    : undefined;
}

/** The reports that hold each word that must occur, and one of those that may. */
function withWords({ store }: ToolContext, heads: readonly ReportHead[], words: WordTest): readonly ReportHead[] {
  if (words.wanted.length === 0 || heads.length <= FEW_REPORTS) return heads;
  const reports = heads.map((head) => head.id);
  const holding = new Set(
    words.wanted.flatMap((word) => store.findExact(word, { reports, limit: 1 }).map((hit) => hit.report)),
  );
  return heads.filter((head) => holding.has(head.id));
}

function fits(fact: Fact, { period, facet, unit, measure, value }: FactInput): boolean {
  if (period !== undefined && !inPeriod(fact, period)) return false;
  const own = answerFacet(fact);
  if (facet !== undefined && own !== facet && !(facet === 'outcome' && own === 'estimate')) return false;
  if (unit !== undefined && fact.quantity.unit !== foldText(unit)) return false;
  if (measure !== undefined && fact.measure !== measure) return false;
  return value === undefined || meets(fact.quantity[value.on] ?? fact.quantity.low ?? fact.quantity.high, value);
}

/** A year's own figure comes before one over several years or over a part of it. */
function ofOneYear({ period }: Fact): boolean {
  return period.from === period.to && period.part === undefined;
}

/** True where a figure is for just these years. */
export function inPeriod(fact: Fact, period: string): boolean {
  const [from, to = from] = period.split('-').map(Number);
  return fact.period.from === from && fact.period.to === to;
}

export function meets(n: number | null, condition: { readonly op: string; readonly n: number }): boolean {
  if (n === null) return false;
  switch (condition.op) {
    case '<':
      return n < condition.n;
    case '<=':
      return n <= condition.n;
    case '>':
      return n > condition.n;
    case '>=':
      return n >= condition.n;
    default:
      return n === condition.n;
  }
}

function matchOf(
  { store, lexicon }: ToolContext,
  fact: Fact,
  indicator: Indicator | undefined,
  words: WordTest,
): Match | undefined {
  const loose =
    indicator !== undefined && (fact.indicator !== indicator.id || lexicon.indicators.isLoose(fact.subject));
  const byName: Match = loose ? 'near' : 'exact';
  if (words.empty) return byName;
  const { view, sections } = store.report(fact.report);
  if (words.excluded(view.text.slice(fact.clause.start, fact.clause.end))) return undefined;
  const subject = `${fact.scope ?? ''}${fact.subject}${fact.verb ?? ''}`;
  if (words.matches(subject)) return byName;
  const sentence = view.text.slice(fact.sentence.start, fact.sentence.end);
  if (words.matches(sentence)) return byName === 'exact' ? 'sentence' : 'near';
  const heading = sections[fact.section]?.path.join('\n') ?? '';
  return words.matches(`${heading}\n${sentence}`) ? 'near' : undefined;
}

function confidenceOf(fact: Fact, head: ReportHead, match: Match): number {
  const doubts = (fact.repaired ? REPAIRED : 0) + (fact.place === head.place?.id ? 0 : OTHER_PLACE);
  return Number(Math.max(0.05, CONFIDENCE[match] - doubts).toFixed(2));
}
