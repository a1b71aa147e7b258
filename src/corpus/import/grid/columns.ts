import type { Piece } from '../lines.js';
import { type Extent, linesOfCell } from './cells.js';

/** Columns of a table without lines: what its rows leave empty from top to bottom parts them. */

/** Letters that stand together. */
export interface Fragment extends Extent {
  readonly pieces: readonly Piece[];
}

/** A line of a page, cut where there is any gap; or lines that stand side by side, the cells of one row. */
export interface Row {
  /** The base lines of its first line and of its last. */
  readonly y: number;
  readonly foot: number;
  readonly size: number;
  /** From which line of the page to which, by index. */
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
  readonly fragments: readonly Fragment[];
}

/** Gaps in shares of the letters' size: what parts fragments, what parts columns at the least, and what a reader sees as one. */
const ANY_GAP = 0.15;
const RIVER = 0.2;
/** A river as wide as this in all rows is one. */
const SURE = 0.45;
/** What stands in no column is of the nearest where it is so much nearer than to the next. */
const BY_FAR = 0.5;
const WIDE = 1;
/** So many of the rows that have something on both sides of a river leave a wide gap there. */
const WIDE_SHARE = 0.5;
/** Or so many have figures on both sides. */
const FIGURE_SHARE = 0.8;

/** @param index which line of the page it is */
export function rowOf(pieces: readonly Piece[], index: number): Row {
  const size = Math.max(...pieces.map((piece) => piece.size));
  const y = pieces.find((piece) => piece.size === size)!.y;
  const groups: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.x - end > ANY_GAP * size) groups.push([piece]);
    else groups.at(-1)!.push(piece);
    end = Math.max(end, piece.x + piece.width);
  }
  return { y, foot: y, size, from: index, to: index, pieces, fragments: groups.map(fragmentOf) };
}

/** Lines nearer than this share of their letters stand side by side. */
const BESIDE = 0.85;

/** Lines put together to rows where they stand side by side: cells of one row whose words take one line and two. */
export function besides(lines: readonly Row[]): Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last === undefined || last.foot - line.y > BESIDE * Math.min(last.size, line.size)) {
      rows.push(line);
      continue;
    }
    rows[rows.length - 1] = {
      ...last,
      foot: line.y,
      to: line.to,
      size: Math.max(last.size, line.size),
      pieces: [...last.pieces, ...line.pieces],
      fragments: [...last.fragments, ...line.fragments].sort((a, b) => a.left - b.left),
    };
  }
  return rows;
}

function fragmentOf(pieces: readonly Piece[]): Fragment {
  return { pieces, left: pieces[0]!.x, right: Math.max(...pieces.map(({ x, width }) => x + width)) };
}

/** The fragments of a row put together where no gap of so many letters parts them. */
export function partsBy({ fragments, size }: Row, gap: number): Fragment[] {
  const parts: Fragment[] = [];
  for (const fragment of fragments) {
    const last = parts.at(-1);
    if (last === undefined || fragment.left - last.right >= gap * size) parts.push(fragment);
    else
      parts[parts.length - 1] = {
        pieces: [...last.pieces, ...fragment.pieces],
        left: last.left,
        right: Math.max(last.right, fragment.right),
      };
  }
  return parts;
}

/** The parts of a row between which a reader sees a gap. */
export function wideParts(row: Row): Fragment[] {
  return partsBy(row, WIDE);
}

/** The columns of rows: what is covered by any of them, parted by rivers that are wide in most. */
export function columnsOf(rows: readonly Row[]): Extent[] {
  return partsOf(rows).columns;
}

/** True where each river through rows is wide enough to be one. */
export function areSure(rows: readonly Row[]): boolean {
  return partsOf(rows).sure;
}

function partsOf(rows: readonly Row[]): { readonly columns: Extent[]; readonly sure: boolean } {
  const size = Math.max(...rows.map((row) => row.size));
  const covered: { left: number; right: number }[] = [];
  for (const { left, right } of rows.flatMap(({ fragments }) => fragments).sort((a, b) => a.left - b.left)) {
    const last = covered.at(-1);
    if (last === undefined || left - last.right >= RIVER * size) covered.push({ left, right });
    else last.right = Math.max(last.right, right);
  }
  const columns: { left: number; right: number }[] = [];
  let sure = true;
  for (const extent of covered) {
    const last = columns.at(-1);
    if (last === undefined || extent.left - last.right >= SURE * size || isRiver(rows, last, extent)) {
      columns.push({ ...extent });
    } else {
      last.right = extent.right;
      sure = false;
    }
  }
  return { columns, sure };
}

function isRiver(rows: readonly Row[], left: Extent, right: Extent): boolean {
  let [both, wide, figures] = [0, 0, 0];
  for (const { fragments, size } of rows) {
    const before = fragments.filter((fragment) => overlaps(fragment, left));
    const after = fragments.filter((fragment) => overlaps(fragment, right));
    if (before.length === 0 || after.length === 0) continue;
    both++;
    if (after[0]!.left - Math.max(...before.map((fragment) => fragment.right)) >= WIDE * size) wide++;
    if ([before, after].every((cell) => isFigure(textOf(cell)) || isNothing(textOf(cell)))) figures++;
  }
  // Two figures side by side are two cells, however near they stand.
  return wide >= both * WIDE_SHARE || figures >= both * FIGURE_SHARE;
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
  // Beside all columns: of the one that it is by far the nearest to.
  const away = columns.map((column, i) => ({
    i,
    by: Math.max(column.left - fragment.right, fragment.left - column.right),
  }));
  const [nearest, next] = away.sort((a, b) => a.by - b.by);
  return next === undefined || nearest!.by <= next.by * BY_FAR ? nearest!.i : -1;
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
  const parts = partsBy(row, RIVER);
  const loose = parts.filter((part) => {
    const at = columns.some((column) => overlaps(column, part)) ? -1 : columnAt(columns, part);
    return at >= 0 && parts.some((other) => other !== part && overlaps(columns[at]!, other));
  });
  return [...columns, ...loose].sort((a, b) => a.left - b.left);
}

/** The words of fragments, line by line. */
export function textOf(fragments: readonly Fragment[]): string {
  return linesOfCell(fragments.flatMap(({ pieces }) => pieces))
    .map(({ text }) => text)
    .join('');
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
