import type { Facet } from '../facts/types.js';
import { contrasts } from '../lexicon/contrasts.js';
import type { Measure } from '../lexicon/types.js';
import {
  type IndicatorAgreement,
  indicatorAgreement,
  type NumberAgreement,
  type PeriodAgreement,
  type UnitAgreement,
} from './agreement.js';
import type { Evidence } from './evidence.js';
import type { AskedFacet, AskedMeasure, FigureAsk } from './figure-ask.js';
import { dearestMissed, either, shareOf, type Terms } from './terms.js';

const FACETS: readonly Facet[] = ['target', 'outcome', 'plan-target', 'cumulative'];
const MEASURES: readonly Measure[] = [
  'level',
  'growth',
  'average',
  'share',
  'count',
  'difference',
  'rank',
  'ratio',
  'multiple',
];
const ASKED_MEASURES: readonly AskedMeasure[] = [...MEASURES, 'points', 'open'];
const PERIODS: readonly PeriodAgreement[] = [
  'open',
  'year',
  'part',
  'same-part',
  'other-part',
  'end',
  'plan-end',
  'stretch-end',
  'span',
  'span-end',
  'inside',
  'since',
  'other-base',
  'other',
];
export const INDICATORS: readonly IndicatorAgreement[] = [
  'plain',
  'unasked',
  'none',
  'named',
  'same',
  'hint',
  'other',
  'part',
];
const UNITS: readonly UnitAgreement[] = ['open', 'same', 'general', 'counter', 'family', 'points', 'scale', 'clash'];
const NUMBERS: readonly NumberAgreement[] = ['open', 'same', 'other', 'missing'];
const ASKED_FACETS: readonly AskedFacet[] = [
  'target',
  'outcome',
  'plan-target',
  'cumulative',
  'rather-target',
  'rather-outcome',
  'both',
  'open',
];

/** How siblings of the data stand to one another, as counts. */
export const SIBLINGS = ['same', 'clash', 'inside', 'mixed', 'missing', 'gone', 'lost', 'unasked'] as const;

/** More groups than these tell nothing more. */
export const MOST_SIBLINGS = 3;

const SHARES = ['subject', 'segment', 'near', 'clause', 'sentence', 'all'] as const;

/** The features, in the order of a vector. Their weights stand in config/fitted/ranker.json. */
export const FEATURES: readonly string[] = [
  ...SHARES.flatMap((zone) => [`${zone}.exact`, `${zone}.wide`, `${zone}.of-best`]),
  'missed',
  'unasked.share',
  'unasked.count',
  ...INDICATORS.map((i) => `indicator.${i}`),
  'quoted.near',
  'quoted.nowhere',
  ...PERIODS.map((p) => `period.${p}`),
  ...UNITS.map((u) => `unit.${u}`),
  ...ASKED_FACETS.flatMap((a) => FACETS.map((f) => `facet.${a}>${f}`)),
  ...ASKED_MEASURES.flatMap((a) => MEASURES.map((m) => `measure.${a}>${m}`)),
  ...NUMBERS.map((n) => `number.${n}`),
  ...contrasts().flatMap(({ name }) => ['same', 'clash', 'missing'].map((a) => `contrast.${name}.${a}`)),
  ...SIBLINGS.map((s) => `sibling.${s}`),
  'open.stretch',
  'own-measure',
  'headline',
  'phrase',
  'bounded',
  'estimated',
  'scope',
  'scope.asked',
  'of-which',
  'first-in-sentence',
  'report.plan',
  'report.review',
  'report.later',
  'report.earlier',
  'age',
  'change.from',
  'direction.up',
  'direction.down',
];

const INDEX: ReadonlyMap<string, number> = new Map(FEATURES.map((name, i) => [name, i]));

/** Where the features of one group stand, by kind: a vector is written for every candidate, and joining names costs more than the rest. */
function placesOf<K extends string>(group: string, kinds: readonly K[]): Readonly<Record<K, number>> {
  return Object.fromEntries(kinds.map((kind) => [kind, INDEX.get(`${group}${kind}`)!])) as Record<K, number>;
}

function pairsOf<A extends string, K extends string>(group: string, asked: readonly A[], kinds: readonly K[]) {
  return Object.fromEntries(asked.map((a) => [a, placesOf(`${group}${a}>`, kinds)])) as Record<
    A,
    Readonly<Record<K, number>>
  >;
}

const AT = {
  shares: SHARES.map((zone) => placesOf(`${zone}.`, ['exact', 'wide', 'of-best'])),
  indicator: placesOf('indicator.', INDICATORS),
  number: placesOf('number.', NUMBERS),
  sibling: placesOf('sibling.', SIBLINGS),
  period: placesOf('period.', PERIODS),
  unit: placesOf('unit.', UNITS),
  facet: pairsOf('facet.', ASKED_FACETS, FACETS),
  measure: pairsOf('measure.', ASKED_MEASURES, MEASURES),
  contrast: contrasts().map(({ name }) => placesOf(`contrast.${name}.`, ['same', 'clash', 'missing'])),
} as const;

/**
 * How a candidate's indicator stands to the ones asked for. A part (新增市场主体 of 市场主体) that a word of the question tells apart so
 * (新冒出多少市场主体) is what may be meant.
 */
export function indicatorOf(
  ask: FigureAsk,
  { fact, subject, contrast }: Pick<Evidence, 'fact' | 'subject' | 'contrast'>,
): IndicatorAgreement {
  const { names } = ask.terms;
  const agreement = indicatorAgreement(fact, ask, names.length > 0 && names.every((at) => subject.wide[at]));
  const toldApart = contrast.includes('same') && !contrast.includes('clash');
  return agreement === 'part' && toldApart ? 'hint' : agreement;
}

/** The feature vectors of the candidates of one question. Shares are told beside the best candidate's as well. */
export function vectorsOf(ask: FigureAsk, evidence: readonly Evidence[]): Float64Array[] {
  const shares = evidence.map((e) => sharesOf(ask.terms, e));
  const best = SHARES.map((_, z) => Math.max(1e-6, ...shares.map((s) => s[z]!.wide)));
  // One stretch of memory for all: small ones are dear to make and to collect.
  const { length } = FEATURES;
  const all = new Float64Array(evidence.length * length);
  return evidence.map((e, i) => {
    const x = all.subarray(i * length, (i + 1) * length);
    writeVector(x, ask, e, shares[i]!, best);
    return x;
  });
}

function sharesOf(terms: Terms, e: Evidence): { exact: number; wide: number }[] {
  const near = either(e.subject, e.segment);
  return [e.subject, e.segment, near, e.clause, e.sentence, e.all].map((c) => ({
    exact: shareOf(terms, c.exact),
    wide: shareOf(terms, c.wide),
  }));
}

/** @param x all zeros. */
function writeVector(
  x: Float64Array,
  ask: FigureAsk,
  e: Evidence,
  shares: readonly { exact: number; wide: number }[],
  best: readonly number[],
): void {
  const set = (name: string, value = 1): void => {
    x[INDEX.get(name)!] = value;
  };
  const when = (name: string, holds: boolean): void => {
    if (holds) set(name);
  };
  for (const [z, at] of AT.shares.entries()) {
    const { exact, wide } = shares[z]!;
    x[at.exact] = exact;
    x[at.wide] = wide;
    x[at['of-best']] = wide / best[z]!;
  }
  const { fact } = e;
  set('missed', dearestMissed(ask.terms, e.all.wide));
  set('unasked.share', e.unasked.share);
  set('unasked.count', Math.min(1, e.unasked.count / 12));
  x[AT.indicator[indicatorOf(ask, e)]] = 1;
  if (ask.quoted.length > 0) {
    const near = e.zones.sentence;
    when(
      'quoted.near',
      ask.quoted.every((q) => near.includes(q)),
    );
    when(
      'quoted.nowhere',
      ask.quoted.every((q) => !near.includes(q) && !e.zones.around.includes(q)),
    );
  }
  x[AT.number[e.numbers]] = 1;
  for (const [i, agreement] of e.contrast.entries()) if (agreement) x[AT.contrast[i]![agreement]] = 1;
  for (const kind of SIBLINGS) x[AT.sibling[kind]] = Math.min(MOST_SIBLINGS, e.siblings[kind]);
  x[AT.period[e.period]] = 1;
  x[AT.unit[e.unit]] = 1;
  x[AT.facet[ask.facet][fact.facet]] = 1;
  x[AT.measure[ask.measure][fact.measure]] = 1;
  const own = ask.indicators.find((i) => i.id === fact.indicator);
  when('own-measure', ask.measure === 'open' && own !== undefined && own.measure === fact.measure);
  when('open.stretch', e.period === 'open' && fact.period.from < fact.period.to);
  when('headline', fact.headline);
  when('phrase', fact.quantity.kind === 'phrase');
  when('bounded', fact.quantity.bound !== '=');
  when('estimated', fact.estimated);
  when('scope', fact.scope !== undefined);
  when('scope.asked', fact.scope !== undefined && ask.terms.text.includes(fact.scope.slice(-2)));
  when('of-which', e.zones.clause.includes('其中'));
  when('first-in-sentence', fact.span.start - fact.sentence.start < 20);
  if (e.reportAway !== undefined) {
    when('report.plan', e.reportAway === 0);
    when('report.review', e.reportAway === 1);
    when('report.later', e.reportAway > 1);
    when('report.earlier', e.reportAway < 0);
  }
  set('age', Math.min(5, e.age) / 5);
  when('change.from', fact.period.base !== undefined && fact.period.base === fact.period.to);
  when('direction.up', fact.direction === 'up');
  when('direction.down', fact.direction === 'down');
}
