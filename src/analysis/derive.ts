import type { Fact } from '../facts/types.js';
import { comparable, difference } from '../matching/compare.js';
import { hasValue, type Row, type Valued } from './row.js';

/** How a value moved from one row to another. */
export interface Change {
  readonly from: Fact;
  readonly to: Fact;
  readonly way: 'up' | 'down' | 'same';
  /** Signed, in `unit`. */
  readonly by: number;
  readonly unit: string;
  /** True where bounds or ranges make the difference nominal. */
  readonly nominal: boolean;
  /** What the bounds of figures that were reached leave of its size: it is so, at least, at most or about so; `open` where nothing is told. */
  readonly size: Size;
}

/** How far a difference is known: 突破2万亿元 less 1.5万亿元 is at least 0.5万亿元. */
export type Size = '=' | '>=' | '<=' | '~' | 'open';

/** The difference of two figures of one kind; undefined where they are not. */
export function changeOf(from: Fact, to: Fact): Change | undefined {
  if (!comparable(from, to)) return undefined;
  const d = difference(to, from);
  const way = d.sign > 0 ? 'up' : d.sign < 0 ? 'down' : 'same';
  return { from, to, way, by: d.value * d.sign, unit: d.unit, nominal: d.nominal, size: sizeOf(from, to, way) };
}

/** The bound of a figure as it counts in a difference: that of an aim is the aim itself, a fall is bounded the other way round. */
function boundOf({ facet, quantity, direction, measure }: Fact): '=' | '>=' | '<=' | '~' {
  const { bound } = quantity;
  if (facet === 'target' || facet === 'plan-target' || bound === '=') return '=';
  if (bound === 'range' || bound === '~') return '~';
  const falls = direction === 'down' && measure === 'growth';
  return falls ? (bound === '>=' ? '<=' : '>=') : bound;
}

function sizeOf(from: Fact, to: Fact, way: Change['way']): Size {
  const [a, b] = [boundOf(from), boundOf(to)];
  if (a === '=' && b === '=') return '=';
  if (a === '~' || b === '~') return '~';
  // Both ends bounded alike (突破2万亿元, 超过1.4万亿元) tell nothing of what lies between them.
  if (a === b) return 'open';
  const grows = b === '>=' || a === '<=';
  return grows === (way !== 'down') ? '>=' : '<=';
}

/** The rows of each place, in the order in which the places first come. */
export function byPlace<R extends Row>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(row.place.id, [...(groups.get(row.place.id) ?? []), row]);
  return groups;
}

/** How each place moved from its first year to its last, of those that have a value for both. */
export function changes(rows: readonly Row[]): ReadonlyMap<string, Change> {
  const found = new Map<string, Change>();
  for (const [id, own] of byPlace(rows)) {
    const inOrder = [...own].sort((a, b) => a.year - b.year);
    const [first, last] = [inOrder[0], inOrder.at(-1)];
    if (!first || !last || first === last || !hasValue(first) || !hasValue(last)) continue;
    const change = changeOf(first.value, last.value);
    if (change) found.set(id, change);
  }
  return found;
}

/** A step from one year that has a value to the next that has one. */
export interface Step {
  readonly from: Valued;
  readonly to: Valued;
  readonly change: Change;
}

/** The steps of a series, gaps passed over; rows must be of one place. */
export function stepsOf(rows: readonly Row[]): Step[] {
  const said = [...rows].filter(hasValue).sort((a, b) => a.year - b.year);
  return said.slice(1).flatMap((to, i) => {
    const from = said[i]!;
    const change = changeOf(from.value, to.value);
    return change ? [{ from, to, change }] : [];
  });
}

/** How each row of a series moved from the year before; rows must be of one place. */
export function changesAlong(rows: readonly Row[]): ReadonlyMap<Row, Change> {
  const yearly = stepsOf(rows).filter(({ from, to }) => to.year - from.year === 1);
  return new Map(yearly.map(({ to, change }) => [to, change]));
}
