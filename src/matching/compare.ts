import type { Fact } from '../facts/types.js';

/** A figure brought to a base unit, for ordering and subtracting: 2.18万亿元 is 21800 in 亿元. */
export interface Scaled {
  readonly low: number | null;
  readonly high: number | null;
  /** The unit without 万, 亿: 元, 人, %. */
  readonly base: string;
  readonly factor: number;
}

const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
  ['千', 1e3],
];

/** Units that say the same. */
const SAME_BASE: Readonly<Record<string, string>> = {
  百分点: '个百分点',
  个点: '个百分点',
  名: '人',
  位: '人',
  千米: '公里',
  平米: '平方米',
  户: '户',
  微克: '微克/立方米',
};
/** Units that are parts of another one: 亿斤 of one report and 万吨 of another are weights alike. */
const PARTS: Readonly<Record<string, { readonly of: string; readonly factor: number }>> = {
  斤: { of: '吨', factor: 1 / 2000 },
  公斤: { of: '吨', factor: 1 / 1000 },
  千克: { of: '吨', factor: 1 / 1000 },
};
/** Scales alone, of which only money comes to the larger; the smaller may be counts of other things. */
const TRILLIONS = /^万亿$/u;
const BILLIONS = /^[千百]?亿$/u;
/** Units whose first character is no multiplier. */
const WHOLE = /^(?:千瓦|千米|千克|千伏)/u;

export function scaled(fact: Fact): Scaled {
  const { low, high, unit } = fact.quantity;
  const scale = WHOLE.test(unit) ? undefined : SCALES.find(([prefix]) => unit.startsWith(prefix));
  // 跨越5万亿大台阶 is money, as 55803亿元 is.
  const money = TRILLIONS.test(unit) || (fact.indicator !== undefined && BILLIONS.test(unit)) ? '元' : undefined;
  const base = money ?? (scale ? unit.slice(scale[0].length) : unit);
  const part = PARTS[base];
  return { low, high, base: part?.of ?? SAME_BASE[base] ?? base, factor: (scale?.[1] ?? 1) * (part?.factor ?? 1) };
}

/** The number an order goes by: the lower end where there is one. In base units. */
export function orderKey(fact: Fact): number {
  const { low, high, factor } = scaled(fact);
  const value = (low ?? high ?? Number.NaN) * factor;
  return fact.direction === 'down' && (fact.measure === 'growth' || fact.measure === 'difference') ? -value : value;
}

/** True where two figures measure the same thing in units that can be set against each other. */
export function comparable(a: Fact, b: Fact): boolean {
  const level = (f: Fact) => (f.measure === 'count' || f.measure === 'share' ? 'level' : f.measure);
  return (
    scaled(a).base === scaled(b).base &&
    level(a) === level(b) &&
    a.quantity.kind === b.quantity.kind &&
    (a.quantity.kind === 'number' || a.quantity.kind === 'rank')
  );
}

/** How far beyond a mark that was passed (突破2万亿元) the figure itself may lie. */
const BEYOND = 1.5;

/** True where a reached figure is told as beyond a mark alone, and the other is the figure itself: 迈上2万亿元, 2.27万亿元. */
export function fillsIn(open: Fact, exact: Fact): boolean {
  if (open.facet !== 'outcome' || open.quantity.bound !== '>=' || exact.quantity.bound !== '=') return false;
  if (exact.facet !== 'outcome' || exact.scope !== open.scope || !comparable(open, exact)) return false;
  const [mark, value] = [orderKey(open), orderKey(exact)];
  return mark > 0 && value >= mark && value <= mark * BEYOND;
}

export interface Difference {
  /** Absolute difference in `unit`. */
  readonly value: number;
  /** 个百分点 between rates; else the smaller of the two units. */
  readonly unit: string;
  /** Sign of first minus second. */
  readonly sign: -1 | 0 | 1;
  /** True where a bound or a range makes the difference nominal. */
  readonly nominal: boolean;
}

/** The difference of two comparable figures, by their lower ends. */
export function difference(a: Fact, b: Fact): Difference {
  const [x, y] = [scaled(a), scaled(b)];
  const smaller = x.factor <= y.factor ? a : b;
  const rate = x.base === '%';
  const factor = Math.min(x.factor, y.factor);
  const raw = (orderKey(a) - orderKey(b)) / factor;
  const value = Number(Math.abs(raw).toFixed(6));
  return {
    value,
    unit: rate ? '个百分点' : smaller.quantity.unit,
    sign: value === 0 ? 0 : raw > 0 ? 1 : -1,
    nominal: a.quantity.bound !== '=' || b.quantity.bound !== '=',
  };
}

/** True for an outcome below the number that a target of 左右 writes, though within its tolerance. */
export function isWithinAbout(target: Fact, outcome: Fact): boolean {
  return target.quantity.bound === '~' && comparable(target, outcome) && orderKey(outcome) < orderKey(target);
}

export type Verdict = '超过' | '达到' | '未达到' | '无法比较';

/** How far from 左右 counts as reached: percentage points for rates, a share of the target for amounts. */
export const ABOUT_POINTS = 0.5;
export const ABOUT_SHARE = 0.02;

/**
 * Whether an outcome meets a target. 以上 and a bare figure are met from the figure on; 左右 within a tolerance; 以内 from below;
 * a range by its lower end. Where smaller is better the order turns round.
 */
export function verdict(target: Fact, outcome: Fact, lowerIsBetter: boolean): Verdict {
  if (!comparable(target, outcome) || target.quantity.kind === 'rank') return '无法比较';
  const factor = scaled(target).factor;
  const reached = orderKey(outcome) / factor;
  const sign = target.direction === 'down' && target.measure === 'growth' ? -1 : 1;
  const low = target.quantity.low === null ? null : target.quantity.low * sign;
  const high = target.quantity.high === null ? null : target.quantity.high * sign;
  const aim = low ?? high;
  if (aim === null || Number.isNaN(reached)) return '无法比较';
  const about = scaled(target).base === '%' ? ABOUT_POINTS : Math.abs(aim) * ABOUT_SHARE;
  const tolerance = target.quantity.bound === '~' ? about + 1e-9 : 0;
  if (target.quantity.bound === '<=' || lowerIsBetter || sign < 0) {
    const limit = sign < 0 ? Math.max(low ?? aim, high ?? aim) : (high ?? aim);
    if (reached < limit) return lowerIsBetter || sign < 0 ? '超过' : '达到';
    return reached - limit <= tolerance ? '达到' : '未达到';
  }
  if (tolerance > 0 && Math.abs(reached - aim) <= tolerance) return '达到';
  const top = target.quantity.bound === 'range' ? (high ?? aim) : aim;
  return reached > top ? '超过' : reached >= aim ? '达到' : '未达到';
}
