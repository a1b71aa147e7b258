import type { Fact } from '../../facts/types.js';
import { unitFamily } from '../../matching/unit-family.js';
import type { Claim } from '../../question/claims.js';
import type { Quantity } from '../../text/types.js';

/**
 * How a claimed figure stands to one of a report: same: value, way and bound; bound: the digits alone (7% against 7%以上);
 * other: another value, or the other way.
 */
export type Agreement = 'same' | 'bound' | 'other';

/** Scales by which a unit is a multiple of its base, longer ones first. */
const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
];

/** Units that are another one's multiple by themselves. */
const CONVERTED: Readonly<Record<string, readonly [number, string]>> = {
  成: [10, '%'],
  斤: [0.5, '公斤'],
  吨: [1000, '公斤'],
  公里: [1000, '米'],
  公顷: [15, '亩'],
  标箱: [1, '标箱'],
};

/** A value in the base of its unit: 1636 of 亿元 is 1.636e11 of 元. */
function baseOf(unit: string): { factor: number; base: string } {
  const plain = unit.replace(/^(?:个|余|多)(?=[万亿])/u, '');
  const scale = SCALES.find(([prefix]) => plain.startsWith(prefix));
  const rest = scale ? plain.slice(scale[0].length) : plain;
  const [factor, base] = CONVERTED[rest] ?? [1, rest];
  return { factor: factor * (scale?.[1] ?? 1), base };
}

/** Measures of a change: no share. */
const RATES: ReadonlySet<string> = new Set(['growth', 'average', 'difference']);

/** True where two figures can be set against one another: money against money, per cent against per cent, things against things. */
export function comparable({ quantity, frame, way }: Claim, fact: Fact): boolean {
  const other = fact.quantity;
  if (frame.measure === 'share' && RATES.has(fact.measure)) return false;
  if (quantity === undefined || other.kind === 'phrase') return false;
  // 恢复到上年的60% is no growth, and a yearly average is no growth of one year.
  if (quantity.unit === '%' && way !== undefined && !RATES.has(fact.measure)) return false;
  const ofYear = frame.periods[0]?.value.kind === 'year' || frame.measure === 'average';
  if (RATES.has(fact.measure) && ofYear && (frame.measure === 'average') !== (fact.measure === 'average')) return false;
  if ((quantity.kind === 'rank') !== (other.kind === 'rank')) return false;
  if (quantity.kind === 'ratio' || other.kind === 'ratio') return quantity.kind === other.kind;
  const [a, b] = [baseOf(quantity.unit).base, baseOf(other.unit).base];
  if (a === b || quantity.kind === 'rank') return true;
  const families = [unitFamily(quantity.unit), unitFamily(other.unit)];
  // A number without a unit, or with a scale alone (4000亿), is of any thing that is no rate.
  if (families[0] === 'scale') return families[1] !== 'percent' && !/[%百分点倍番]/u.test(other.unit);
  return families[0] === families[1] && (families[0] !== 'count' || bothCounted(a, b));
}

/** Counters of one thing: 55家 and 55个, 100台 and 100部. Hours are no things. */
function bothCounted(a: string, b: string): boolean {
  const counted = /^(?:[个家户所座台部辆件项名人位套栋处条张批支艘架门例次户口间]|人次|户次)$/u;
  return counted.test(a) && counted.test(b);
}

/** How a claim stands to a figure that it can be set against. */
export function agreement(claim: Claim, fact: Fact): Agreement {
  const { quantity } = claim;
  if (quantity === undefined || !sameWay(claim, fact)) return 'other';
  if (quantity.kind === 'ratio') return digits(quantity.text) === digits(fact.quantity.text) ? 'same' : 'other';
  const own = ends(quantity);
  const theirs = ends(fact.quantity);
  if (own === undefined || theirs === undefined) return 'other';
  if (claim.passed) return passing(own[0], theirs[0], fact, claim.whether ? Number.POSITIVE_INFINITY : FAR);
  if (!near(own, theirs, slackOf(quantity, fact))) return 'other';
  if (quantity.kind === 'rank') return 'same';
  return quantity.bound === fact.quantity.bound || quantity.bound === '~' ? 'same' : 'bound';
}

/** A fall is no rise: 下降3.3% and 增长3.3% share their digits only. */
function sameWay({ way, quantity }: Claim, { direction, measure }: Fact): boolean {
  const told = quantity?.unit === '%' || quantity?.unit === '个百分点';
  if (!told || (measure !== 'growth' && measure !== 'difference' && measure !== 'average')) return true;
  return (way === 'down') === (direction === 'down');
}

/** How far above the told figure a figure may lie that merely passes it. */
const FAR = 1.5;

/** 过900亿 is borne out by 916.6亿元; an upper end never is; a target from a higher figure on (8%以上 for 超过7%) has another bound. */
function passing(told: number, held: number, { facet, quantity }: Fact, far: number): Agreement {
  if (quantity.bound === '<=' || held < told * (1 - EXACT)) return 'other';
  const open = quantity.bound === '>=' && (facet === 'target' || facet === 'plan-target');
  if (open) return held <= told * (1 + EXACT) ? 'same' : 'bound';
  return held <= told * far ? 'same' : 'other';
}

const EXACT = 1e-9;

/** How far a rounded value may lie off, as a share: 近2000家, 约8%. Two that are both rounded must be the same. */
function slackOf({ bound, text }: Quantity, { quantity }: Fact): number {
  if (bound !== '~' || quantity.bound === '~' || /左右/u.test(text)) return EXACT;
  return 0.05;
}

function near(own: readonly [number, number], theirs: readonly [number, number], slack: number): boolean {
  return own.every((value, i) => Math.abs(value - theirs[i]!) <= Math.max(Math.abs(value) * slack, EXACT));
}

/** Both ends in the base unit; an open one is as its closed end. */
function ends({ low, high, unit }: Quantity): readonly [number, number] | undefined {
  const first = low ?? high;
  const last = high ?? low;
  if (first === null || last === null) return undefined;
  const { factor } = baseOf(unit);
  return [first * factor, last * factor];
}

function digits(text: string): string {
  return (text.match(/\d+(?:\.\d+)?/g) ?? []).join(' ');
}
