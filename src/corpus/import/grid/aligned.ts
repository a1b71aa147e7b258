import type { Piece } from '../lines.js';
import { type CellLine, type Extent, goesOn, linesOfCell, type PlacedRow, type PlacedTable, wordsOf } from './cells.js';
import {
  areSure,
  besides,
  cellsOfRow,
  centreOf,
  columnsOf,
  type Fragment,
  isFigure,
  isNothing,
  overlaps,
  type Row,
  rowOf,
  textOf,
  wideParts,
  withHeads,
  withLoose,
} from './columns.js';
import { headsAbove } from './heads.js';

/**
 * Tables without ruling lines: rows with figures whose places agree, under heads of their own. Where any of that is not sure there is no
 * table, and the text stays lines.
 */

/** Between two rows with figures stand at most so many lines of their cells. */
const MOST_BETWEEN = 12;
/** A table has at least so many rows with figures. */
const FEWEST_ROWS = 2;
/** A column of figures holds a figure, or a mark for none, in so many of its cells; and so many of its cells agree in an edge or the middle. */
const FIGURED = 0.6;
const AGREEING = 0.8;
/** Places that differ by less are the same, in letters. */
const SAME = 0.6;
/** A gap so much larger than the next parts rows. */
const LARGER = 1.15;
/** Lines below the last figures are of its row where they stand so much nearer than the rows do. */
const NEARER = 0.9;
const FARTHER = 1.2;
/** The name of a part of the table, on a row of its own, in letters. */
const LONGEST_PART = 20;

const OPENS_PART = /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)/;

/** A row of a table: the lines over which it runs, by index. */
interface Band {
  readonly from: number;
  readonly to: number;
}

/**
 * The tables of a page's lines, from the top.
 * @param raw the lines, from the top, each from the left
 * @param before the last table of the page before, which may go on
 */
export function alignedTables(raw: readonly (readonly Piece[])[], before?: PlacedTable): PlacedTable[] {
  const lines = raw.map(rowOf);
  const rows = besides(lines);
  const tables: PlacedTable[] = [];
  let free = 0;
  for (let at = 0; at < rows.length; at++) {
    if (!isAnchor(rows[at]!)) continue;
    const anchors = anchorsFrom(rows, at);
    const found = anchors.length < FEWEST_ROWS ? undefined : tableOf(lines, rows, anchors, free, before);
    if (found === undefined) continue;
    tables.push(found.table);
    at = found.to;
    free = found.to + 1;
  }
  return tables;
}

/** A row that may be one of a table: a figure stands apart from what is before it, or a number in order opens it. */
function isAnchor(row: Row): boolean {
  const parts = wideParts(row).map((part) => textOf([part]));
  if (parts.length < 2 && row.fragments.length < 2) return false;
  return parts.slice(1).some(isFigure) || (parts.length > 2 && /^\d{1,3}$/.test(parts[0]!));
}

/** Rows with figures from one on, as long as their columns agree and nothing else stands between. */
function anchorsFrom(rows: readonly Row[], first: number): number[] {
  const anchors = [first];
  for (let at = first + 1; at < rows.length && at - anchors.at(-1)! <= MOST_BETWEEN + 1; at++) {
    const row = rows[at]!;
    const held = anchors.map((i) => rows[i]!);
    const columns = columnsOf(held);
    if (isAnchor(row) && columnsOf([...held, row]).length >= columns.length) {
      anchors.push(at);
      continue;
    }
    if (!fits(columns, row)) break;
  }
  return anchors;
}

/** True for a line of cells that are written over several, and for the name of a part of the table. */
function fits(columns: readonly Extent[], row: Row): boolean {
  return cellsOfRow(columns, row) !== undefined || isPart(columns, row);
}

/** 一、经济发展: a row of its own, from the left over columns or in the middle of all. */
function isPart(columns: readonly Extent[], row: Row): boolean {
  const [first, ...others] = wideParts(row);
  const text = textOf([first!]);
  if (others.length > 0 || text.length > LONGEST_PART || /[。；，]/.test(text)) return false;
  return first!.left <= columns[0]!.right + row.size || isCentred(columns, row);
}

function isCentred(columns: readonly Extent[], row: Row): boolean {
  const [first, ...others] = wideParts(row);
  const whole = { left: columns[0]!.left, right: columns.at(-1)!.right };
  return others.length === 0 && columns.length > 2 && Math.abs(centreOf(first!) - centreOf(whole)) <= row.size;
}

function tableOf(
  lines: readonly Row[],
  rows: readonly Row[],
  anchors: readonly number[],
  free: number,
  before: PlacedTable | undefined,
): { readonly table: PlacedTable; readonly to: number } | undefined {
  const [first, last] = [anchors[0]!, anchors.at(-1)!];
  const between = rows.slice(first, last + 1).filter((_, i) => !anchors.includes(first + i));
  if (!areSure(anchors.map((i) => rows[i]!))) return undefined;
  const plain = columnsOf(anchors.map((i) => rows[i]!));
  const bare = withLoose(
    plain,
    between.filter((row) => !isPart(plain, row) || row.fragments[0]!.right < plain[0]!.left),
  );
  const head = headRow(rows, first, free, bare, figuredColumns(rows, anchors, bare));
  const columns = head === undefined ? bare : withHeads(bare, rows[head]!);
  if (columns.length < 2) return undefined;
  const figured = figuredColumns(rows, anchors, columns);
  if (figured.length === 0 || !anchors.every((i) => cellsOfRow(columns, rows[i]!) !== undefined)) return undefined;
  const room = columns.map((_, i) => widest(rows, anchors, columns, i));
  const start = firstLine(rows, first, head, columns);
  if (start === undefined) return undefined;
  const bands = bandsOf(rows, anchors, columns, room, start);
  if (bands === undefined) return undefined;
  const above = lines.slice(rows[free]!.from);
  const heads = headsAbove(above, rows[start]!.from - rows[free]!.from, columns, figured);
  const goes = heads === undefined && start === 0 && sameColumns(columns, before?.columns);
  if (heads === undefined && !goes) return undefined;
  const from = heads === undefined ? rows[start]!.from : heads.from + rows[free]!.from;
  const to = bands.at(-1)!.to;
  const { y, size } = lines[from]!;
  const placed: PlacedRow[] = (heads?.rows ?? []).map((cells) => ({ y, size, cells }));
  for (const band of bands) placed.push(rowOfBand(rows.slice(band.from, band.to + 1), columns, room));
  const pieces = lines.slice(from, rows[to]!.to + 1).flatMap((line) => line.pieces);
  const table: PlacedTable = {
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    top: y + size / 2,
    bottom: rows[to]!.foot,
    rows: placed,
    taken: new Set(pieces),
    columns,
  };
  return { table, to };
}

/** The columns whose cells are figures and stand one below the other, or count the rows. */
function figuredColumns(rows: readonly Row[], anchors: readonly number[], columns: readonly Extent[]): number[] {
  const cells = anchors.map((i) => ({ cells: cellsOfRow(columns, rows[i]!), size: rows[i]!.size }));
  return columns.flatMap((_, column) => {
    const own = cells.flatMap((row) =>
      row.cells?.[column]?.length ? [{ fragments: row.cells[column]!, size: row.size }] : [],
    );
    const figures = own.filter(({ fragments }) => isFigure(textOf(fragments)));
    const empty = own.filter(({ fragments }) => isNothing(textOf(fragments)));
    const told = figures.length > 0 && figures.length + empty.length >= own.length * FIGURED;
    const counts =
      column > 0 ||
      (columns.length > 2 && own.every(({ fragments }, i) => i === 0 || after(own[i - 1]!.fragments, fragments)));
    return told && counts && agree(figures) ? [column] : [];
  });
}

function after(one: readonly Fragment[], other: readonly Fragment[]): boolean {
  return Number(textOf(other)) === Number(textOf(one)) + 1;
}

/** True where most cells share their left or right edge, or their middle. */
function agree(cells: readonly { readonly fragments: readonly Fragment[]; readonly size: number }[]): boolean {
  const extents = cells.map(({ fragments, size }) => ({
    left: fragments[0]!.left,
    right: Math.max(...fragments.map(({ right }) => right)),
    size,
  }));
  return [({ left }: Extent) => left, ({ right }: Extent) => right, centreOf].some((place) => {
    const places = extents.map(place).sort((a, b) => a - b);
    const middle = places[Math.floor(places.length / 2)]!;
    const near = extents.filter((extent) => Math.abs(place(extent) - middle) <= SAME * extent.size);
    return near.length >= extents.length * AGREEING;
  });
}

/** The widest line that stands in a column, from the first row to the last. */
function widest(rows: readonly Row[], anchors: readonly number[], columns: readonly Extent[], column: number): number {
  const widths = rows.slice(anchors[0]!, anchors.at(-1)! + 1).map((row) => {
    const own = cellsOfRow(columns, row)?.[column] ?? [];
    return Math.max(0, ...linesOf(own).map(({ width }) => width));
  });
  return Math.max(...widths);
}

/** The nearest line above the first figures that stands over one of their columns; undefined where there is none near. */
function headRow(
  rows: readonly Row[],
  anchor: number,
  free: number,
  columns: readonly Extent[],
  figured: readonly number[],
): number | undefined {
  for (let at = anchor - 1; at >= free && at >= anchor - MOST_BETWEEN; at--) {
    const cells = cellsOfRow(columns, rows[at]!);
    if (isCentred(columns, rows[at]!)) continue;
    if (cells === undefined) return undefined;
    if (figured.some((column) => cells[column]!.length > 0)) return at;
  }
  return undefined;
}

/** Where the first row begins: lines of its cells may stand above its figures, below the heads. Undefined where that is not sure. */
function firstLine(
  rows: readonly Row[],
  anchor: number,
  head: number | undefined,
  columns: readonly Extent[],
): number | undefined {
  if (head === undefined || head === anchor - 1) return anchor;
  const cut = largestGap(rows, head, anchor);
  if (cut !== undefined) return cut + 1;
  return head === anchor - 2 && isPart(columns, rows[anchor - 1]!) ? anchor - 1 : undefined;
}

/** The line behind which the largest gap between two lines stands; undefined where none is larger than the others. */
function largestGap(rows: readonly Row[], from: number, to: number): number | undefined {
  const gaps = rows.slice(from, to).map((row, i) => ({ at: from + i, gap: row.foot - rows[from + i + 1]!.y }));
  const [first, second] = gaps.sort((a, b) => b.gap - a.gap);
  return second === undefined || first!.gap >= second.gap * LARGER ? first!.at : undefined;
}

/** The rows of a table: each line between two rows with figures goes to one of them, or is a row of its own. */
function bandsOf(
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

function linesOf(fragments: readonly Fragment[]): CellLine[] {
  return fragments.length === 0 ? [] : linesOfCell(fragments.flatMap(({ pieces }) => pieces));
}

function rowOfBand(lines: readonly Row[], columns: readonly Extent[], room: readonly number[]): PlacedRow {
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

function sameColumns(columns: readonly Extent[], before: readonly Extent[] | undefined): boolean {
  return before?.length === columns.length && columns.every((column, i) => overlaps(column, before[i]!));
}
