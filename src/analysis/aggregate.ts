import type { AggregateKind } from '../frame/analysis.js';
import { orderKey, scaled } from '../matching/compare.js';
import type { Valued } from './row.js';
import { rounded } from './units.js';

/** A number computed from rows, with the arithmetic that a reader can follow. */
export interface Aggregate {
  readonly kind: AggregateKind;
  readonly value: number;
  /** The unit of `value`. */
  readonly unit: string;
  /** (3.7 + 5 + 4.2) ÷ 3. */
  readonly arithmetic: string;
  readonly used: number;
  /** Where several numbers are as frequent as the first, all of them. */
  readonly tied?: readonly number[];
  /** True where bounds or ranges went in: then the number is nominal. */
  readonly nominal: boolean;
  /** What bounds of figures that were reached leave of it: so, at least so, or about so. */
  readonly size: '=' | '>=' | '~';
}

/** Computes over rows of one unit, each by the number written (a range by its lower end). Undefined for none, and for a sum of rates. */
export function aggregate(kind: AggregateKind, rows: readonly Valued[]): Aggregate | undefined {
  const first = rows[0];
  if (!first || new Set(rows.map((r) => scaled(r.value).base)).size > 1) return undefined;
  const smallest = rows.reduce((a, b) => (scaled(b.value).factor < scaled(a.value).factor ? b : a));
  const { factor, base } = scaled(smallest.value);
  if (kind === 'sum' && (base === '%' || base === '个百分点')) return undefined;
  const numbers = rows.map((r) => rounded(orderKey(r.value) / factor, 6));
  const { value, arithmetic, tied } = COMPUTE[kind](numbers);
  return {
    kind,
    value,
    unit: kind === 'spread' && base === '%' ? '个百分点' : smallest.value.quantity.unit,
    arithmetic,
    used: rows.length,
    ...(tied && tied.length > 1 ? { tied } : {}),
    nominal: rows.some((r) => r.value.quantity.bound !== '='),
    size: sizeOf(kind, rows),
  };
}

function sizeOf(kind: AggregateKind, rows: readonly Valued[]): Aggregate['size'] {
  const bounds = rows.filter(({ value }) => value.facet === 'outcome').map(({ value }) => value.quantity.bound);
  if (kind === 'mode' || bounds.every((bound) => bound === '=')) return '=';
  const open =
    bounds.every((bound) => bound === '=' || bound === '>=') && rows.every(({ value }) => value.direction !== 'down');
  return open && (kind === 'sum' || kind === 'mean') ? '>=' : '~';
}

interface Computed {
  readonly value: number;
  readonly arithmetic: string;
  readonly tied?: readonly number[];
}

const COMPUTE: Readonly<Record<AggregateKind, (numbers: readonly number[]) => Computed>> = {
  sum: (n) => ({ value: rounded(total(n), 6), arithmetic: n.map(signed).join(' + ') }),
  mean: (n) => ({
    value: rounded(total(n) / n.length, 2),
    arithmetic: `(${n.map(signed).join(' + ')}) ÷ ${n.length}`,
  }),
  median(n) {
    const sorted = [...n].sort((a, b) => a - b);
    const [a, b] = [sorted[Math.floor((n.length - 1) / 2)]!, sorted[Math.floor(n.length / 2)]!];
    const middle = a === b ? `第${Math.floor(n.length / 2) + 1}个` : `(${signed(a)} + ${signed(b)}) ÷ 2`;
    return { value: rounded((a + b) / 2, 6), arithmetic: `${n.length}个数从小到大排列，取中间：${middle}` };
  },
  mode(n) {
    const counts = new Map<number, number>();
    for (const x of n) counts.set(x, (counts.get(x) ?? 0) + 1);
    const listed = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
    const tied = listed.filter(([, count]) => count === listed[0]![1]).map(([x]) => x);
    return {
      value: listed[0]![0],
      tied,
      arithmetic: listed.map(([x, count]) => `${signed(x)}的${count}个`).join('，'),
    };
  },
  spread(n) {
    const [low, high] = [Math.min(...n), Math.max(...n)];
    return { value: rounded(high - low, 6), arithmetic: `${signed(high)} − ${signed(low)}` };
  },
};

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}

function signed(n: number): string {
  return n < 0 ? `(${n})` : String(n);
}
