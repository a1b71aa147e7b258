import type { Piece } from '../lines.js';
import { type Extent, linesOfCell } from './cells.js';

/** Columns of a table without lines: what its rows leave empty from top to bottom parts them. */

/** Letters that stand together. */
export interface Fragment extends Extent {
  readonly pieces: readonly Piece[];
  readonly text: string;
}

/** A line of a page, cut where there is any gap. */
export interface Row {
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
  readonly fragments: readonly Fragment[];
}

/** Gaps in shares of the letters' size: what parts fragments, what parts columns at the least, and what a reader sees as one. */
const ANY_GAP = 0.15;
const RIVER = 0.2;
const WIDE = 1;
/** So many of the rows that have something on both sides of a river leave a wide gap there. */
const WIDE_SHARE = 0.5;

export function rowOf(pieces: readonly Piece[]): Row {
  const size = Math.max(...pieces.map((piece) => piece.size));
  const y = pieces.find((piece) => piece.size === size)!.y;
  const groups: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.x - end > ANY_GAP * size) groups.push([piece]);
    else groups.at(-1)!.push(piece);
    end = Math.max(end, piece.x + piece.width);
  }
  return { y, size, pieces, fragments: groups.map(fragmentOf) };
}

function fragmentOf(pieces: readonly Piece[]): Fragment {
  return {
    pieces,
    left: pieces[0]!.x,
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    text: linesOfCell(pieces)
      .map(({ text }) => text)
      .join(''),
  };
}

/** The fragments of a row put together where no wide gap parts them. */
export function wideParts({ fragments, size }: Row): Fragment[][] {
  const parts: Fragment[][] = [];
  for (const fragment of fragments) {
    const last = parts.at(-1);
    if (last === undefined || fragment.left - last.at(-1)!.right >= WIDE * size) parts.push([fragment]);
    else last.push(fragment);
  }
  return parts;
}

/** The columns of rows: what is covered by any of them, parted by rivers that are wide in most. */
export function columnsOf(rows: readonly Row[]): Extent[] {
  const size = Math.max(...rows.map((row) => row.size));
  const covered: { left: number; right: number }[] = [];
  for (const { left, right } of rows.flatMap(({ fragments }) => fragments).sort((a, b) => a.left - b.left)) {
    const last = covered.at(-1);
    if (last === undefined || left - last.right >= RIVER * size) covered.push({ left, right });
    else last.right = Math.max(last.right, right);
  }
  const columns: { left: number; right: number }[] = [];
  for (const extent of covered) {
    const last = columns.at(-1);
    if (last === undefined || isRiver(rows, last, extent)) columns.push({ ...extent });
    else last.right = extent.right;
  }
  return columns;
}

function isRiver(rows: readonly Row[], left: Extent, right: Extent): boolean {
  let [both, wide] = [0, 0];
  for (const { fragments, size } of rows) {
    const before = fragments.findLast((fragment) => fragment.right <= left.right && fragment.left >= left.left);
    const after = fragments.find((fragment) => fragment.left >= right.left && fragment.right <= right.right);
    if (before === undefined || after === undefined) continue;
    both++;
    if (after.left - before.right >= WIDE * size) wide++;
  }
  return wide >= both * WIDE_SHARE;
}

/** Where a column may reach: to the middle of what parts it from the next. */
export function zoneOf(columns: readonly Extent[], index: number): Extent {
  const [before, own, after] = [columns[index - 1], columns[index]!, columns[index + 1]];
  return {
    left: before === undefined ? Number.NEGATIVE_INFINITY : (before.right + own.left) / 2,
    right: after === undefined ? Number.POSITIVE_INFINITY : (own.right + after.left) / 2,
  };
}

export function centreOf({ left, right }: Extent): number {
  return (left + right) / 2;
}

export function overlaps(one: Extent, other: Extent): boolean {
  return one.left < other.right && other.left < one.right;
}

/** The column in which a fragment stands; -1 where it stands in several, or in none. */
export function columnAt(columns: readonly Extent[], fragment: Extent): number {
  const touched = columns.filter((column) => overlaps(column, fragment));
  if (touched.length > 1) return -1;
  if (touched.length === 1) return columns.indexOf(touched[0]!);
  const centre = centreOf(fragment);
  return columns.findIndex((_, i) => {
    const { left, right } = zoneOf(columns, i);
    return centre >= left && centre < right;
  });
}

/** The fragments of a row by column; undefined where one stands in several. */
export function cellsOfRow(columns: readonly Extent[], row: Row): Fragment[][] | undefined {
  const cells = columns.map((): Fragment[] => []);
  for (const fragment of row.fragments) {
    const at = columnAt(columns, fragment);
    if (at < 0) return undefined;
    cells[at]!.push(fragment);
  }
  return cells;
}

/** Columns with those in which nothing but some other lines stand: the cells that reach over rows, between their lines. */
export function withLoose(columns: readonly Extent[], rows: readonly Row[]): Extent[] {
  const all = columns.map((column) => ({ ...column }));
  for (const row of rows) {
    for (const { left, right } of row.fragments) {
      const touched = all.filter((column) => overlaps(column, { left, right }));
      if (touched.length === 0) all.push({ left, right });
      else if (touched.length === 1 && !columns.some((column) => overlaps(column, { left, right }))) {
        touched[0]!.left = Math.min(touched[0]!.left, left);
        touched[0]!.right = Math.max(touched[0]!.right, right);
      }
    }
  }
  return all.sort((a, b) => a.left - b.left);
}

/** Columns with those that nothing but a head tells of: a head beside another in the reach of one column is of the next. */
export function withHeads(columns: readonly Extent[], row: Row): Extent[] {
  const parts = wideParts(row).map((part): Extent => ({ left: part[0]!.left, right: part.at(-1)!.right }));
  const loose = parts.filter((part) => {
    const at = columns.some((column) => overlaps(column, part)) ? -1 : columnAt(columns, part);
    return at >= 0 && parts.some((other) => other !== part && overlaps(columns[at]!, other));
  });
  return [...columns, ...loose].sort((a, b) => a.left - b.left);
}

export function textOf(fragments: readonly Fragment[]): string {
  return fragments.map(({ text }) => text).join('');
}

/** 7%左右, 4274.5, 3—5; a year is none. */
const FIGURE = /^(?:[约超近≥≤<>＜＞+−-]|不低于|不超过)*\d[\d.,，]*(?:[-—–~～至]\d[\d.,]*)?[^\d。；：]{0,6}$/;
const YEAR = /^(?:19|20)\d\d(?:年|$)/;
/** What stands in a cell that has nothing to tell. */
const NOTHING = /^[-—–―…·/\s]*$/;

export function isFigure(text: string): boolean {
  const bare = text.replace(/[（(][^（）()]*[）)]$/, '');
  return FIGURE.test(bare) && !YEAR.test(bare);
}

export function isNothing(text: string): boolean {
  return NOTHING.test(text);
}
