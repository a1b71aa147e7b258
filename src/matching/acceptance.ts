import type { Fact } from '../facts/types.js';
import type { Evidence } from './evidence.js';
import { FEATURES, INDICATORS, indicatorOf, MOST_SIBLINGS, SIBLINGS } from './features.js';
import type { FigureAsk } from './figure-ask.js';
import { coverOf, dearestMissed, either, heaviest, longestMissed, shareOf } from './terms.js';

/** A candidate as ranked: its evidence, its feature vector, what the ranker makes of it. */
export interface Ranked {
  readonly evidence: Evidence;
  readonly vector: Float64Array;
  /** Log-odds against the other candidates of the same question; means nothing across questions. */
  readonly score: number;
}

/** Groups of the ranker's features: what each gives a candidate is a feature of whether it is right at all. */
const GROUPS = ['period', 'unit', 'facet', 'measure', 'indicator', 'contrast', 'number'] as const;
const GROUP_OF: readonly number[] = FEATURES.map((f) => GROUPS.findIndex((g) => f.startsWith(`${g}.`)));

/** The features of an acceptance. Their weights stand in config/fitted/refusal.json. */
export const ACCEPTANCE_FEATURES: readonly string[] = [
  'always',
  'score',
  'score.words',
  'margin',
  'content.chars',
  'verb.met',
  'head.met',
  'likelihood',
  ...GROUPS.map((g) => `group.${g}`),
  'near.wide',
  'near.exact',
  'sentence.wide',
  'all.wide',
  'all.exact',
  'missed',
  'missed.near',
  'unheld',
  'unasked.share',
  'unasked.share*missed',
  'content',
  ...INDICATORS.map((i) => `indicator.${i}`),
  'period.open',
  'period.exact',
  'period.loose',
  'unit.open',
  'unit.same',
  'unit.clash',
  'facet.open',
  'facet.clash',
  'measure.open',
  'contrast.same',
  'contrast.clash',
  'contrast.missing',
  ...SIBLINGS.map((s) => `sibling.${s}`),
  'number.other',
  'number.missing',
  'phrase',
  'scope.unasked',
  'quoted.nowhere',
  'run.near',
  'run.all',
  'likelihood*near',
  'near*precise',
  'rival.beside',
  'rival.near',
  'claimed',
  'claimed.share',
  'total*unasked',
  'total*one-year',
  'amount>level',
  'amount>growth',
  'amount>difference',
  'open>grown',
  'part.missed',
  'part.gone',
];

const INDEX: ReadonlyMap<string, number> = new Map(ACCEPTANCE_FEATURES.map((name, i) => [name, i]));

const EXACT_PERIODS = new Set(['year', 'same-part', 'end', 'span', 'since']);

/**
 * What tells whether the best candidate of a question is right: how well it fits by itself, how far it is ahead of the next
 * that says another figure, and what of the question none of the candidates holds.
 * @param ranked best first.
 */
export function acceptanceVector(
  ask: FigureAsk,
  ranked: readonly Ranked[],
  at: number,
  weights: Float64Array,
): Float64Array {
  const own = ranked[at]!;
  const { evidence: e, vector } = own;
  const { terms } = ask;
  const rival = ranked.find((r, i) => i !== at && !saysSame(ask, r.evidence, e));
  const { odds, all, held } = poolOf(ranked);
  const like = ranked.reduce((sum, r, i) => sum + (saysSame(ask, r.evidence, e) ? odds[i]! : 0), 0) / all;
  const groups = GROUPS.map(() => 0);
  for (let i = 0; i < vector.length; i++) {
    const g = GROUP_OF[i]!;
    if (g >= 0 && vector[i] !== 0) groups[g]! += weights[i]! * vector[i]!;
  }
  const near = either(e.subject, e.segment);
  const missed = dearestMissed(terms, e.all.wide);
  const { facet } = e.fact;
  const ahead = facet === 'target' || facet === 'plan-target';
  const rather = ask.facet === 'rather-target' || ask.facet === 'rather-outcome';
  const asksAhead = ask.facet === 'rather-target';
  const precise = 1 - e.unasked.share;
  const nearWide = shareOf(terms, near.wide);
  const x = new Float64Array(ACCEPTANCE_FEATURES.length);
  const set = (name: string, value: number): void => {
    const at = INDEX.get(name);
    if (at !== undefined) x[at] = value;
  };
  set('run.near', longestMissed(terms, near.wide));
  set('run.all', longestMissed(terms, e.all.wide));
  set('likelihood*near', like * nearWide);
  set('near*precise', nearWide * precise);
  set(
    'rival.beside',
    rival &&
      rival.evidence.fact.report === e.fact.report &&
      rival.evidence.fact.sentence.start === e.fact.sentence.start
      ? 1
      : 0,
  );
  set(
    'rival.near',
    rival ? shareOf(terms, either(rival.evidence.subject, rival.evidence.segment).wide) - nearWide : -1,
  );
  const claimed = claimedBy(ranked, e);
  set('claimed', heaviest(terms, claimed));
  set('claimed.share', shareOf(terms, claimed));
  const { measure } = e.fact;
  set('total*unasked', ask.total ? e.unasked.share : 0);
  set('total*one-year', ask.total && e.period === 'span-end' ? 1 : 0);
  set('amount>level', ask.amount && (measure === 'level' || measure === 'count') ? 1 : 0);
  set('amount>growth', ask.amount && measure === 'growth' ? 1 : 0);
  set('amount>difference', ask.amount && measure === 'difference' ? 1 : 0);
  set('open>grown', ask.measure === 'open' && measure === 'growth' && facet === 'outcome' ? 1 : 0);
  const lacks = (text: string): boolean => ask.parts?.some((name) => !text.includes(name)) === true;
  set('part.missed', lacks(`${e.zones.subject} ${e.zones.clause}`) ? 1 : 0);
  set('part.gone', lacks(`${e.zones.subject} ${e.zones.sentence} ${e.zones.around}`) ? 1 : 0);
  set('always', 1);
  set('score', own.score / 10);
  set('score.words', groups.reduce((sum, g) => sum - g, own.score) / 10);
  set('content.chars', Math.min(1, terms.weights.filter((x) => x > 0.2).length / 16));
  set('verb.met', e.fact.verb !== undefined && coverOf(terms, e.fact.verb).wide.includes(1) ? 1 : 0);
  set('head.met', coverOf(terms, e.fact.subject.slice(-2)).wide.includes(1) ? 1 : 0);
  set('margin', rival ? Math.max(-3, Math.min(5, own.score - rival.score)) / 5 : 1);
  set('likelihood', like);
  for (const [i, group] of GROUPS.entries()) set(`group.${group}`, groups[i]! / 5);
  set('near.wide', shareOf(terms, near.wide));
  set('near.exact', shareOf(terms, near.exact));
  set('sentence.wide', shareOf(terms, e.sentence.wide));
  set('all.wide', shareOf(terms, e.all.wide));
  set('all.exact', shareOf(terms, e.all.exact));
  set('missed', missed);
  set('missed.near', dearestMissed(terms, e.clause.wide));
  set('unheld', 1 - shareOf(terms, held));
  set('unasked.share', e.unasked.share);
  set('unasked.share*missed', e.unasked.share * missed);
  set('content', Math.min(1, terms.total / 10));
  set(`indicator.${indicatorOf(ask, e)}`, 1);
  set(`period.${e.period === 'open' ? 'open' : EXACT_PERIODS.has(e.period) ? 'exact' : 'loose'}`, 1);
  set('unit.open', e.unit === 'open' ? 1 : 0);
  set('unit.same', e.unit === 'same' ? 1 : 0);
  set('unit.clash', e.unit === 'clash' ? 1 : 0);
  set('facet.open', ask.facet === 'open' ? 1 : 0);
  set('facet.clash', rather && asksAhead !== ahead ? 1 : 0);
  set('measure.open', ask.measure === 'open' ? 1 : 0);
  set('contrast.same', countOf(e, 'same'));
  set('contrast.clash', countOf(e, 'clash'));
  set('contrast.missing', countOf(e, 'missing'));
  for (const kind of SIBLINGS) set(`sibling.${kind}`, Math.min(MOST_SIBLINGS, e.siblings[kind]));
  set('number.other', e.numbers === 'other' ? 1 : 0);
  set('number.missing', e.numbers === 'missing' ? 1 : 0);
  set('phrase', e.fact.quantity.kind === 'phrase' ? 1 : 0);
  set('scope.unasked', e.fact.scope !== undefined && !terms.text.includes(e.fact.scope.slice(-2)) ? 1 : 0);
  set(
    'quoted.nowhere',
    ask.quoted.length > 0 && ask.quoted.every((q) => !`${e.zones.sentence}${e.zones.around}`.includes(q)) ? 1 : 0,
  );
  return x;
}

/** What is the same for each candidate of a question: their odds, and what of the question any of them holds. */
interface Pool {
  readonly odds: readonly number[];
  readonly all: number;
  readonly held: Uint8Array;
}

const pools = new WeakMap<readonly Ranked[], Pool>();

function poolOf(ranked: readonly Ranked[]): Pool {
  let pool = pools.get(ranked);
  if (!pool) {
    const top = Math.max(...ranked.map((r) => r.score));
    const odds = ranked.map((r) => Math.exp(r.score - top));
    const held = new Uint8Array(ranked[0]?.evidence.all.wide.length ?? 0);
    for (const { evidence } of ranked) for (let i = 0; i < held.length; i++) held[i] = held[i]! | evidence.all.wide[i]!;
    pool = { odds, all: odds.reduce((a, b) => a + b, 0), held };
    pools.set(ranked, pool);
  }
  return pool;
}

/** The characters of the question that are missed near a figure, though another candidate's own words hold them. */
function claimedBy(ranked: readonly Ranked[], own: Evidence): Uint8Array {
  const near = either(own.subject, own.segment).wide;
  const claimed = new Uint8Array(near.length);
  for (const { evidence } of ranked)
    for (let i = 0; i < near.length; i++)
      if (!near[i] && (evidence.subject.wide[i] || evidence.segment.wide[i])) claimed[i] = 1;
  return claimed;
}

/** Groups of contrasts in which a candidate stands so, two at most. */
function countOf({ contrast }: Evidence, agreement: 'same' | 'clash' | 'missing'): number {
  return Math.min(2, contrast.filter((c) => c === agreement).length);
}

/** True where two candidates say the same: the same figure of the same time, or, where no time is asked for, figures of one thing. */
function saysSame(ask: FigureAsk, a: Evidence, b: Evidence): boolean {
  const [p, q] = [a.fact.quantity, b.fact.quantity];
  if (p.low === q.low && p.high === q.high && p.unit === q.unit && a.fact.period.to === b.fact.period.to) return true;
  if (ask.facet === 'open' && isOtherFacet(a.fact, b.fact)) return true;
  return ask.period === undefined && ask.base === undefined && isOfOneThing(a.fact, b.fact);
}

/** The target and the outcome of one thing in one year: where neither is asked for, the answer says both. */
function isOtherFacet(a: Fact, b: Fact): boolean {
  const same = a.indicator !== undefined && a.indicator === b.indicator && a.measure === b.measure;
  return (
    same && a.place === b.place && a.facet !== b.facet && a.period.from === b.period.from && a.period.to === b.period.to
  );
}

function isOfOneThing(a: Fact, b: Fact): boolean {
  const named = a.subject === b.subject || (a.indicator !== undefined && a.indicator === b.indicator);
  return named && a.place === b.place && (a.period.from !== b.period.from || a.period.to !== b.period.to);
}
