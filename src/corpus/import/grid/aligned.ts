import type { Piece } from '../lines.js';
import { bandsOf, isCentred, isPart, largestGap, linesOf, MOST_BETWEEN, rowOfBand } from './bands.js';
import type { Extent, PlacedRow, PlacedTable } from './cells.js';
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

/** How far above the first row heads are read that stand at the end of the page before, in letters. */
const LIFT = 1.5;
/** A table has at least so many rows with figures. */
const FEWEST_ROWS = 2;

/** A column of figures holds a figure, or a mark for none, in so many of its cells; and so many of its cells agree in an edge or the middle. */
const FIGURED = 0.6;
const AGREEING = 0.8;

/** Places that differ by less are the same, in letters. */
const SAME = 0.6;

/**
 * The tables of a page's lines, from the top.
 * @param raw the lines, from the top, each from the left
 * @param before the last table of the page before, which may go on
 * @param tail the last lines of the page before, which may be the heads of a table that begins here
 */
export function alignedTables(
  raw: readonly (readonly Piece[])[],
  before?: PlacedTable,
  tail: readonly (readonly Piece[])[] = [],
): PlacedTable[] {
  const lines = raw.map(rowOf);
  const rows = besides(lines);
  const tables: PlacedTable[] = [];
  let free = 0;
  for (let at = 0; at < rows.length; at++) {
    if (!isAnchor(rows[at]!)) continue;
    const anchors = anchorsFrom(rows, at);
    const found = anchors.length < FEWEST_ROWS ? undefined : tableOf(lines, rows, anchors, free, { before, tail });
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

function tableOf(
  lines: readonly Row[],
  rows: readonly Row[],
  anchors: readonly number[],
  free: number,
  { before, tail }: { readonly before: PlacedTable | undefined; readonly tail: readonly (readonly Piece[])[] },
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
  const over = head === undefined && first === 0 ? liftedOver(tail, lines[0]!) : [];
  const headLine = head === undefined ? over.at(-1) : rows[head]!;
  const columns = headLine === undefined ? bare : withHeads(bare, headLine);
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
  const carried = start === 0 ? headsAbove([...over, ...lines], over.length, columns, figured) : undefined;
  const goes = start === 0 && sameColumns(columns, before?.columns);
  if (heads === undefined && carried === undefined && !goes) return undefined;
  const from = heads === undefined ? rows[start]!.from : heads.from + rows[free]!.from;
  const to = bands.at(-1)!.to;
  const { y, size } = lines[from]!;
  const placed: PlacedRow[] = ((heads ?? carried)?.rows ?? []).map((cells) => ({ y, size, cells }));
  for (const band of bands) placed.push(rowOfBand(rows.slice(band.from, band.to + 1), columns, room));
  const pieces = lines.slice(from, rows[to]!.to + 1).flatMap((line) => line.pieces);
  const table: PlacedTable = {
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    top: y + size / 2,
    bottom: rows[to]!.foot,
    rows: placed,
    taken: new Set([...pieces, ...(carried === undefined ? [] : tail.slice(carried.from).flat())]),
    columns,
  };
  return { table, to };
}

/** The last lines of the page before as if they stood just above the first of this one. */
function liftedOver(tail: readonly (readonly Piece[])[], { y, size }: Row): Row[] {
  const foot = tail.at(-1)?.[0]?.y ?? 0;
  return tail.map((pieces, i) =>
    rowOf(
      pieces.map((piece) => ({ ...piece, y: piece.y - foot + y + LIFT * size })),
      i,
    ),
  );
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

function sameColumns(columns: readonly Extent[], before: readonly Extent[] | undefined): boolean {
  return before?.length === columns.length && columns.every((column, i) => overlaps(column, before[i]!));
}
