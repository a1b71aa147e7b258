import { parseNumeral } from './numerals.js';

/** Five-year plans (五年计划, 五年规划) by their ordinal: 13 is 十三五, 2016–2020. */

/** The calendar years of the n-th five-year plan, inclusive. Throws a RangeError for what is no ordinal of one. */
export function planYears(ordinal: number): { from: number; to: number } {
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > 30) throw new RangeError(`no five-year plan ${ordinal}`);
  // The first two ran from 1953; after three years of readjustment the third began in 1966, and each since follows at once.
  const from = ordinal <= 2 ? 1953 + 5 * (ordinal - 1) : 1966 + 5 * (ordinal - 3);
  return { from, to: from + 4 };
}

/** How a plan's name is written: 十四五, 九五; 十四·五. The group holds its ordinal. */
export const PLAN_NAME = '(十[一二三四五六七八]|十|[一二三四五六七八九])[·•]?五';

/** The ordinal as a number: 十四 is 14. */
export function planOrdinal(text: string): number | null {
  return parseNumeral(text);
}
