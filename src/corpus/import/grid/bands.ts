import type { Piece } from '../lines.js';
import { type CellLine, type Extent, goesOn, linesOfCell, type PlacedRow, wordsOf } from './cells.js';
import { cellsOfRow, centreOf, type Fragment, type Row, textOf, wideParts } from './columns.js';

/** Which lines are one row of a table without ruling lines: cells that are written over several, and the names of parts of the table. */

/** Between two rows with figures stand at most so many lines of their cells. */
export const MOST_BETWEEN = 12;

/** A gap so much larger than the next parts rows. */
const LARGER = 1.15;

/** Lines below the last figures are of its row where they stand so much nearer than the rows do. */
const NEARER = 0.9;
/** Up to so much further it is not sure. */
const FARTHER = 1.2;

/** How the name of a part is numbered. */
const OPENS_PART = /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)/;

/** A row of a table: the lines over which it runs, by index. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** The line behind which the largest gap between two lines stands; undefined where none is larger than the others. */
export function largestGap(rows: readonly Row[], from: number, to: number): number | undefined {
  const gaps = rows.slice(from, to).map((row, i) => ({ at: from + i, gap: row.foot - rows[from + i + 1]!.y }));
  const [first, second] = gaps.sort((a, b) => b.gap - a.gap);
  return second === undefined || first!.gap >= second.gap * LARGER ? first!.at : undefined;
}

/** The rows of a table: each line between two rows with figures goes to one of them, or is a row of its own. */
export function bandsOf(
  rows: readonly Row[],
  anchors: readonly number[],
  columns: readonly Extent[],
  room: readonly number[],
  start: number,
): Band[] | undefined {
  const bands: Band[] = [];
  let from = start;
  // 一、经济发展, between the heads and the first row, as far from the one as from the other.
  if (start === anchors[0]! - 1 && start > 0 && largestGap(rows, start - 1, anchors[0]!) === undefined) {
    bands.push({ from, to: start });
    from = anchors[0]!;
  }
  for (const [i, anchor] of anchors.entries()) {
    const next = anchors[i + 1];
    if (next === undefined) {
      const to = lastLine(rows, anchors, [...bands, { from, to: anchor }], columns, room);
      if (to === undefined) return undefined;
      bands.push({ from, to });
      break;
    }
    const cut =
      next === anchor + 1 || standsOver(rows, anchor, next, columns) ? next - 1 : largestGap(rows, anchor, next);
    if (cut !== undefined && !rows.slice(anchor + 1, next).some((row) => cellsOfRow(columns, row) === undefined)) {
      bands.push({ from, to: cut });
      from = cut + 1;
    } else if (
      // As near to the row above as to the one below: the name of a part, where it cannot be the rest of a cell.
      next === anchor + 2 &&
      isPart(columns, rows[anchor + 1]!) &&
      (OPENS_PART.test(textOf(rows[anchor + 1]!.fragments).normalize('NFKC')) ||
        !linesGoOn(rows, anchor, anchor + 1, columns, room))
    ) {
      bands.push({ from, to: anchor }, { from: anchor + 1, to: anchor + 1 });
      from = next;
    } else return undefined;
  }
  return bands;
}

/** True where what stands between two rows is a cell that reaches over both: neither has one of its own there. */
function standsOver(rows: readonly Row[], anchor: number, next: number, columns: readonly Extent[]): boolean {
  const [above, between, below] = [anchor, anchor + 1, next].map((i) => cellsOfRow(columns, rows[i]!));
  return (
    next === anchor + 2 &&
    between !== undefined &&
    between.every((cell, i) => cell.length === 0 || (above![i]!.length === 0 && below![i]!.length === 0))
  );
}

/** True where each line goes on with a cell of the one above, which had no room left. */
function linesGoOn(
  rows: readonly Row[],
  from: number,
  to: number,
  columns: readonly Extent[],
  room: readonly number[],
): boolean {
  for (let i = from; i < to; i++) {
    const [above, below] = [cellsOfRow(columns, rows[i]!), cellsOfRow(columns, rows[i + 1]!)];
    if (above === undefined || below === undefined) return false;
    for (const [column, cell] of below.entries()) {
      if (cell.length === 0) continue;
      const line = linesOf(above[column]!).at(-1);
      if (line === undefined || !goesOn(line, linesOf(cell)[0]!, room[column]!)) return false;
    }
  }
  return true;
}

/**
 * The last row with what belongs to its cells: lines below that stand clearly nearer than rows do, and go on with a cell. Undefined where a
 * line may be one of them.
 */
function lastLine(
  rows: readonly Row[],
  anchors: readonly number[],
  bands: readonly Band[],
  columns: readonly Extent[],
  room: readonly number[],
): number | undefined {
  const last = anchors.at(-1)!;
  const between = Math.min(...bands.slice(1).map(({ from }) => rows[from - 1]!.foot - rows[from]!.y));
  let to = last;
  while (to + 1 < rows.length && to - last < MOST_BETWEEN) {
    const gap = rows[to]!.foot - rows[to + 1]!.y;
    if (!linesGoOn(rows, to, to + 1, columns, room)) break;
    if (gap >= between * NEARER) return gap <= between * FARTHER ? undefined : to;
    to++;
  }
  if (to - last === MOST_BETWEEN) return undefined;
  return to;
}

export function linesOf(fragments: readonly Fragment[]): CellLine[] {
  return fragments.length === 0 ? [] : linesOfCell(fragments.flatMap(({ pieces }) => pieces));
}

export function rowOfBand(lines: readonly Row[], columns: readonly Extent[], room: readonly number[]): PlacedRow {
  const cells = columns.map((): Piece[] => []);
  for (const line of lines) {
    const own = cellsOfRow(columns, line);
    // The name of a part stands over all columns.
    if (own === undefined || (lines.length === 1 && isCentred(columns, line))) cells[0]!.push(...line.pieces);
    else for (const [i, fragments] of own.entries()) cells[i]!.push(...fragments.flatMap(({ pieces }) => pieces));
  }
  return {
    y: lines[0]!.y,
    size: lines[0]!.size,
    cells: cells.map((pieces, i) => wordsOf(linesOfCell(pieces), room[i]!)),
  };
}

/** 一、经济发展: a row of its own, from the left over columns or in the middle of all. */
export function isPart(columns: readonly Extent[], row: Row): boolean {
  const [first, ...others] = wideParts(row);
  const text = textOf([first!]);
  if (others.length > 0 || text.length > LONGEST_PART || /[。；，]/.test(text)) return false;
  return first!.left <= columns[0]!.right + row.size || isCentred(columns, row);
}

export function isCentred(columns: readonly Extent[], row: Row): boolean {
  const [first, ...others] = wideParts(row);
  const whole = { left: columns[0]!.left, right: columns.at(-1)!.right };
  return others.length === 0 && columns.length > 2 && Math.abs(centreOf(first!) - centreOf(whole)) <= row.size;
}

/** The name of a part of the table, on a row of its own, in letters. */
const LONGEST_PART = 20;
