import type { Page, Piece } from '../lines.js';
import { type CellLine, linesOfCell, type PlacedRow, type PlacedTable, wordsOf } from './cells.js';
import { type Grid, gridOf, groupsOf, hasUpright, merged, NEAR, type Room, roomsOf } from './grids.js';

/** Tables with ruling lines: the cells are what the lines part, whatever stands in them. */

/** A table has at least so many rows with two cells that say something. */
const FEWEST_ROWS = 2;

/** More columns are a form or a map. */
const MOST_COLUMNS = 40;
const MOST_ROWS = 400;

/**
 * The tables of a page that its lines draw, from the top. What is no sure grid is none.
 * @param beside the last table of the page before and the first of the next, of which one row may stand on this
 */
export function ruledTables(
  { pieces, rules = [] }: Page,
  beside: readonly (PlacedTable | undefined)[] = [],
): PlacedTable[] {
  const tables: PlacedTable[] = [];
  const grids = groupsOf(merged(rules)).map(gridOf);
  for (const grid of grids.sort((a, b) => widthOf(b) - widthOf(a))) {
    // A table within a cell of another is that cell's words.
    const [x, y] = [grid.xs[0]!, grid.ys[0]!];
    const within = tables.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= bottom && y <= top);
    if (!within) tables.push(...tableIn(grid, pieces, beside.some((table) => goesOn(grid, table)) ? 1 : FEWEST_ROWS));
  }
  return tables.sort((a, b) => b.top - a.top);
}

function goesOn({ xs }: Grid, table: PlacedTable | undefined): boolean {
  const columns = table?.columns;
  return columns?.length === xs.length - 1 && columns.every(({ left }, i) => Math.abs(left - xs[i]!) <= NEAR);
}

function widthOf({ xs }: Grid): number {
  return xs.at(-1)! - xs[0]!;
}

function tableIn(grid: Grid, pieces: readonly Piece[], fewest: number): PlacedTable[] {
  const { xs, ys } = grid;
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 2 || rows < fewest || columns > MOST_COLUMNS || rows > MOST_ROWS) return [];
  const rooms = roomsOf(grid);
  if (rooms === undefined) return [];
  const placed = rooms.map((): Piece[] => []);
  const taken = new Set<Piece>();
  for (const piece of pieces) {
    const parts = cutAtLines(piece, grid).map((part) => ({ part, room: roomAt(part, rooms, grid) }));
    if (parts.some(({ room }) => room < 0)) continue;
    taken.add(piece);
    for (const { part, room } of parts) placed[room]!.push(part);
  }
  const lines = placed.map(linesOfCell);
  const cells = ys.slice(1).map((): string[] => xs.slice(1).map(() => ''));
  const sizes = ys.slice(1).map(() => 0);
  for (const [i, room] of rooms.entries()) {
    cells[room.row]![room.column] = wordsOf(lines[i]!, widestLine(rooms, lines, room));
    sizes[room.row] = Math.max(sizes[room.row]!, ...lines[i]!.map(({ size }) => size));
  }
  const told = cells.filter((row) => row.filter((cell) => cell !== '').length > 1);
  if (told.length < fewest) return [];
  const placedRows = cells.map((row, i): PlacedRow => ({ y: (ys[i]! + ys[i + 1]!) / 2, size: sizes[i]!, cells: row }));
  return [
    {
      left: xs[0]!,
      right: xs.at(-1)!,
      top: ys[0]!,
      bottom: ys.at(-1)!,
      rows: placedRows.filter((row) => row.cells.some((cell) => cell !== '')),
      taken,
      columns: xs.slice(1).map((right, i) => ({ left: xs[i]!, right })),
    },
  ];
}

/** The widest line of the cells that are as wide as this one. */
function widestLine(rooms: readonly Room[], lines: readonly (readonly CellLine[])[], room: Room): number {
  let widest = 0;
  for (const [i, other] of rooms.entries())
    if (other.column === room.column && other.columns === room.columns)
      for (const { width } of lines[i]!) widest = Math.max(widest, width);
  return widest;
}

/** How high the middle of letters stands above their base line, as a share of their size. */
const MIDDLE = 0.35;

function roomAt(piece: Piece, rooms: readonly Room[], { xs, ys }: Grid): number {
  const x = piece.x + piece.width / 2;
  const y = piece.y + piece.size * MIDDLE;
  return rooms.findIndex(
    ({ row, column, rows, columns }) =>
      x >= xs[column]! && x < xs[column + columns]! && y <= ys[row]! && y > ys[row + rows]!,
  );
}

/** How many letters about a line a piece looks for the blank to be cut at. */
const BLANK_REACH = 1;

/** A piece that runs over lines between cells, cut at them: a PDF may write a row in one go. */
function cutAtLines(piece: Piece, grid: Grid): Piece[] {
  const y = piece.y + piece.size * MIDDLE;
  const row = grid.ys.findIndex((top, i) => y <= top && y > (grid.ys[i + 1] ?? Number.POSITIVE_INFINITY));
  if (row < 0) return [piece];
  const out: Piece[] = [];
  let rest = piece;
  for (let column = 1; column < grid.xs.length - 1; column++) {
    const x = grid.xs[column]!;
    const crosses = x > rest.x + piece.size / 2 && x < rest.x + rest.width - piece.size / 2;
    const parts = crosses && hasUpright(grid, row, column) ? cutAt(rest, x) : undefined;
    if (parts === undefined) continue;
    out.push(parts[0]);
    rest = parts[1];
  }
  return [...out, rest];
}

/** A piece in two, at the blank that stands at a place; undefined where none does: the words run over the line. */
function cutAt(piece: Piece, x: number): [Piece, Piece] | undefined {
  const letters = [...piece.text];
  const widths = letters.map((letter) => (letter > '\u2000' ? 2 : 1));
  const scale = piece.width / widths.reduce((sum, width) => sum + width, 0);
  let at = piece.x;
  let nearest: { readonly index: number; readonly away: number; readonly x: number } | undefined;
  for (const [index, letter] of letters.entries()) {
    const away = Math.abs(at + scale / 2 - x);
    if (letter === ' ' && away <= BLANK_REACH * piece.size + NEAR && (nearest === undefined || away < nearest.away))
      nearest = { index, away, x: at + scale };
    at += widths[index]! * scale;
  }
  if (nearest === undefined) return undefined;
  const end = piece.x + piece.width;
  return [
    { ...piece, text: letters.slice(0, nearest.index).join(''), width: nearest.x - scale - piece.x },
    { ...piece, text: letters.slice(nearest.index + 1).join(''), x: nearest.x, width: end - nearest.x },
  ];
}
