import { orderKey } from '../matching/compare.js';
import type { Valued } from './row.js';
import { equal } from './units.js';

/** A row with its place in the order: equal figures share a rank. */
export interface Ranked<R> {
  readonly row: R;
  readonly rank: number;
}

/**
 * Orders rows by what is written, a range by its lower end. Stable: rows with equal figures keep the order they came in.
 * @param by what is ordered by; the value by default.
 */
export function order<R extends Valued>(
  rows: readonly R[],
  end: 'highest' | 'lowest',
  by: (row: R) => number = (row) => orderKey(row.value),
): Ranked<R>[] {
  const keyed = rows.map((row, at) => ({ row, at, key: by(row) }));
  keyed.sort((a, b) => (equal(a.key, b.key) ? 0 : end === 'highest' ? b.key - a.key : a.key - b.key) || a.at - b.at);
  let rank = 0;
  return keyed.map(({ row, key }, i) => {
    if (i === 0 || !equal(key, keyed[i - 1]!.key)) rank = i + 1;
    return { row, rank };
  });
}

/** The first `count` of an order, and all that tie with the last of them. */
export function top<R>(ranked: readonly Ranked<R>[], count: number): Ranked<R>[] {
  return ranked.filter(({ rank }) => rank <= count);
}
