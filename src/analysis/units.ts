import type { Fact } from '../facts/types.js';
import { orderKey, scaled } from '../matching/compare.js';

/** How a unit scales: 万人 is 10,000 of 人. */
export function scaleOf(unit: string): { readonly base: string; readonly factor: number } {
  const { base, factor } = scaled({ quantity: { low: null, high: null, unit } } as Fact);
  return { base, factor };
}

/** A number of a question in the base unit of a fact; undefined where the two cannot be set against each other. */
export function inBase(value: number, unit: string, fact: Fact): number | undefined {
  const asked = scaleOf(unit);
  const own = scaled(fact);
  const fits =
    asked.base === own.base ||
    asked.base === '' ||
    (asked.base === '个百分点' && own.base === '%') ||
    (asked.base !== '%' && own.base !== '%' && (own.base.endsWith(asked.base) || asked.base.endsWith(own.base)));
  if (!fits) return undefined;
  // 高于6 where rates are told is 6%; 上百万 of 万人 is counted in people.
  return value * (asked.factor === 1 && asked.base === '' && own.factor > 1 ? own.factor : asked.factor);
}

/** The ends of what a fact says, in its base unit; falls are negative. */
export function endsOf(fact: Fact): { readonly low: number; readonly high: number } {
  const { low, high, factor } = scaled(fact);
  const sign = Math.sign(orderKey(fact)) === -1 ? -1 : 1;
  const a = (low ?? high ?? Number.NaN) * factor * sign;
  const b = (high ?? low ?? Number.NaN) * factor * sign;
  return { low: Math.min(a, b), high: Math.max(a, b) };
}

const EPSILON = 1e-9;

export function equal(a: number, b: number): boolean {
  return Math.abs(a - b) <= EPSILON * Math.max(1, Math.abs(a), Math.abs(b));
}

/** A number without the noise of binary fractions: at most `digits` behind the point, a half rounded up as written (2.075 → 2.08). */
export function rounded(value: number, digits = 4): number {
  return Number((value * (1 + 4 * Number.EPSILON)).toFixed(digits));
}
