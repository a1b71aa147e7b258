import type { Extent } from './cells.js';
import {
  cellsOfRow,
  centreOf,
  columnAt,
  type Fragment,
  isFigure,
  overlaps,
  partsBy,
  type Row,
  textOf,
  wideParts,
} from './columns.js';

/** The heads of a table without lines: the rows above its first figures. */

export interface Heads {
  /** Rows of cells, as other formats write them: a head over several columns stands in the first of them, in a row above. */
  readonly rows: readonly (readonly string[])[];
  /** Index of the first row of the page that belongs to the table. */
  readonly from: number;
}

/** A head that reaches over columns, from the first to the last. */
interface Spanning {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** How far lines of one head stand apart, and how far heads may stand above what is below them; in letters. */
const LEADING = 1.6;
const NEAR = 1.8;
const FURTHEST = 3.2;
/** Places that differ by less are the same, in letters. */
const SAME = 0.6;
const SAME_MIDDLE = 1;
/** What stands nearer is one head, in letters. */
const ONE_HEAD = 0.5;
const MOST_LINES = 9;
/** What stands above a table at its right and is no head. */
const NO_HEAD = /单位[:：]|[。；]/;

/**
 * The heads above the row `below`; undefined where it is not sure what is one.
 * @param figured the columns that hold figures: each has a head
 */
export function headsAbove(
  rows: readonly Row[],
  below: number,
  columns: readonly Extent[],
  figured: readonly number[],
): Heads | undefined {
  const own = columns.map((): Fragment[][] => []);
  const spanning: Spanning[] = [];
  let from = below;
  for (let i = below - 1; i >= 0; i--) {
    const row = rows[i]!;
    const step = row.y - rows[i + 1]!.y;
    const complete = figured.every((column) => own[column]!.length > 0);
    const near = step <= row.size * LEADING;
    if (step > row.size * FURTHEST || (complete && !near && wideParts(row).length < 2)) break;
    if (below - i > MOST_LINES || row.fragments.some((fragment) => isFigure(textOf([fragment])))) return undefined;
    const taken = takeRow(row, columns, own, spanning, complete);
    if (taken === 'unsure') return undefined;
    if (taken === 'no') {
      // What stands as near as a line of a head and is none may be one all the same.
      if (from < below && step <= row.size * NEAR && !NO_HEAD.test(textOf(row.fragments))) return undefined;
      break;
    }
    from = i;
  }
  if (figured.some((column) => own[column]!.length === 0) || from === below) return undefined;
  const words = own.map((lines) => lines.map(textOf).join(''));
  if (spanning.length === 0) return { rows: [words], from };
  const over = (column: number) => spanning.find(({ first, last }) => column >= first && column <= last);
  return {
    from,
    rows: [
      words.map((word, i) => (over(i) === undefined ? word : over(i)!.first === i ? over(i)!.text : '')),
      words.map((word, i) => (over(i) === undefined ? '' : word)),
    ],
  };
}

/** Takes a line above into the heads where it is part of them. */
function takeRow(
  row: Row,
  columns: readonly Extent[],
  own: Fragment[][][],
  spanning: Spanning[],
  complete: boolean,
): 'yes' | 'no' | 'unsure' {
  if (row.fragments.some((fragment) => NO_HEAD.test(textOf([fragment])))) return 'no';
  const parts = partsBy(row, ONE_HEAD);
  if (!complete) {
    const cells = cellsOfRow(columns, row);
    if (cells === undefined) return 'no';
    for (const [i, cell] of cells.entries()) if (cell.length > 0) own[i]!.unshift(cell);
    return 'yes';
  }
  const whole = { left: columns[0]!.left, right: columns.at(-1)!.right };
  if (parts.length === 1) {
    const [only] = parts;
    if (Math.abs(centreOf(only!) - centreOf(whole)) <= SAME_MIDDLE * row.size) return 'no';
    // A caption stands above the first column as well; only a head that is written over two lines is as wide as what is below it.
    const [first] = own[0]!;
    if (columnAt(columns, only!) === 0 && first !== undefined && !isUpperLine(only!, extentOf(first), row.size))
      return 'no';
  }
  const found: ({ readonly column: number; readonly fragment: Fragment } | Spanning)[] = [];
  for (const fragment of parts) {
    const place = placeAbove(fragment, parts, columns, own, row.size);
    if (place === undefined) return parts.length === 1 ? 'no' : 'unsure';
    found.push(typeof place === 'number' ? { column: place, fragment } : { ...place, text: textOf([fragment]) });
  }
  for (const place of found) {
    if ('column' in place) own[place.column]!.unshift([place.fragment]);
    else spanning.push(place);
  }
  return 'yes';
}

/** Over which columns a line stands that is above complete heads: one column whose head goes on, or several that it is in the middle of. */
function placeAbove(
  fragment: Fragment,
  others: readonly Fragment[],
  columns: readonly Extent[],
  own: readonly (readonly Fragment[][])[],
  size: number,
): number | { readonly first: number; readonly last: number } | undefined {
  const heads = columns.map((column, i) => extentOf(own[i]![0] ?? [column]));
  const alone = heads.findIndex(
    (head) =>
      Math.abs(centreOf(head) - centreOf(fragment)) <= SAME * size ||
      Math.abs(head.left - fragment.left) <= (SAME * size) / 2,
  );
  if (alone >= 0) return mayReachOver(fragment, alone, others, own, size) ? undefined : alone;
  const at = columnAt(heads, fragment);
  if (at >= 0 && own[at]!.length === 0) return at;
  let best: { readonly first: number; readonly last: number; readonly away: number } | undefined;
  for (let first = 0; first < columns.length; first++) {
    for (let last = first + 1; last < columns.length; last++) {
      const extent = {
        left: Math.min(columns[first]!.left, heads[first]!.left),
        right: Math.max(columns[last]!.right, heads[last]!.right),
      };
      if (!overlaps(extent, fragment) || others.some((other) => other !== fragment && overlaps(extent, other)))
        continue;
      const away = Math.min(
        Math.abs(centreOf(extent) - centreOf(fragment)),
        Math.abs((centreOf(heads[first]!) + centreOf(heads[last]!)) / 2 - centreOf(fragment)),
      );
      if (best === undefined || away < best.away) best = { first, last, away };
    }
  }
  return best !== undefined && best.away <= SAME_MIDDLE * size ? { first: best.first, last: best.last } : undefined;
}

/** True where the next column has no line of its own here, and its head stands as high as the one below: both may be under this one. */
function mayReachOver(
  fragment: Extent,
  alone: number,
  others: readonly Fragment[],
  own: readonly (readonly Fragment[][])[],
  size: number,
): boolean {
  const [below, next] = [own[alone]?.[0]?.[0], own[alone + 1]?.[0]?.[0]];
  if (below === undefined || next === undefined) return false;
  const beside = others.some((other) => other.left > fragment.left && other.left < next.right);
  const level = Math.abs(below.pieces[0]!.y - next.pieces[0]!.y) < (SAME / 2) * size;
  return !beside && level && own[alone]!.length === 1 && own[alone + 1]!.length === 1;
}

function isUpperLine(line: Extent, below: Extent, size: number): boolean {
  return Math.abs(line.left - below.left) <= SAME * size && Math.abs(line.right - below.right) <= SAME * size;
}

function extentOf(extents: readonly Extent[]): Extent {
  return { left: Math.min(...extents.map(({ left }) => left)), right: Math.max(...extents.map(({ right }) => right)) };
}
