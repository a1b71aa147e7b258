import { isFurniture, runningLines } from './furniture.js';
import { alignedTables } from './grid/aligned.js';
import { type PlacedTable, rowText } from './grid/cells.js';
import { ruledTables } from './grid/ruled.js';
import { COLUMN_GAP, type Line, lineOf, type Page, type Piece, rawRowsOf, rowsOf } from './lines.js';

/** The lines of pages in the order in which they are read: columns one after the other, tables in their places. */

/** A page has two columns where so many of its lines have a gap at its middle. */
const COLUMN_SHARE = 0.5;
const FEWEST_LINES = 8;

/** The lines of each page without running heads and page numbers. */
export function bodiesOf(pages: readonly Page[]): Line[][] {
  const ruled = pages.map((page) => (page.rules === undefined ? [] : ruledTables(page)));
  const beside = pages.map((page, i) => without(page, ruled[i]!));
  const running = runningLines(beside.map((page) => linesOf(page)));
  let before: PlacedTable | undefined;
  return beside
    .map((page, i) => {
      const found = page.rules === undefined ? [] : alignedTables(bodyRows(page, running), before);
      const tables = [...ruled[i]!, ...found].sort((a, b) => b.top - a.top);
      before = tables.at(-1);
      return linesOf(without(page, found), tables).filter((line) => line.cells || !isFurniture(line, running));
    })
    .filter((lines) => lines.length > 0);
}

function without(page: Page, tables: readonly PlacedTable[]): Page {
  if (tables.length === 0) return page;
  return { ...page, pieces: page.pieces.filter((piece) => !tables.some(({ taken }) => taken.has(piece))) };
}

function bodyRows(page: Page, running: ReadonlySet<string>): Piece[][] {
  return rawRowsOf(page.pieces).filter((row) => !isFurniture(lineOf(row, page), running));
}

/** The lines of a page: above each table, the table's rows, and below. */
function linesOf(page: Page, tables: readonly PlacedTable[] = []): Line[] {
  const middle = page.width / 2;
  const columns = hasColumns(page);
  const across = tables.filter(({ left, right }) => !columns || (left < middle && right > middle));
  const lines: Line[] = [];
  for (let zone = 0; zone <= across.length; zone++) {
    const within = ({ y }: { readonly y: number }): boolean => across.filter(({ top }) => top > y).length === zone;
    const pieces = page.pieces.filter(within);
    if (columns) {
      const own = tables.filter((table) => !across.includes(table) && within({ y: table.top }));
      const left = pieces.filter((piece) => piece.x < middle);
      const right = pieces.filter((piece) => piece.x >= middle);
      lines.push(
        ...withTables(
          left,
          own.filter((table) => table.left < middle),
          page,
        ),
      );
      lines.push(
        ...withTables(
          right,
          own.filter((table) => table.left >= middle),
          page,
        ),
      );
    } else lines.push(...withTables(pieces, [], page));
    const next = across[zone];
    if (next !== undefined) lines.push(...rowLines(next, page));
  }
  return lines;
}

function withTables(pieces: readonly Piece[], tables: readonly PlacedTable[], page: Page): Line[] {
  const lines = [
    ...rowsOf(pieces).map((row) => lineOf(row, page)),
    ...tables.flatMap((table) => rowLines(table, page)),
  ];
  return tables.length === 0 ? lines : lines.sort((a, b) => b.at - a.at);
}

function rowLines({ left, right, rows }: PlacedTable, page: Page): Line[] {
  return rows.map(({ y, size, cells }) => ({
    text: rowText(cells),
    at: page.height === 0 ? 0.5 : y / page.height,
    left,
    right,
    size,
    gap: true,
    cells,
  }));
}

/** True for a page whose text runs in two columns. */
function hasColumns(page: Page): boolean {
  const rows = rowsOf(page.pieces);
  const split = rows.filter((row) => gapAt(row, page.width / 2));
  return rows.length >= FEWEST_LINES && split.length >= rows.length * COLUMN_SHARE;
}

/** True where a line has nothing at the middle of its page, and a gap there. */
function gapAt(row: readonly Piece[], middle: number): boolean {
  const left = row.filter((piece) => piece.x + piece.width <= middle);
  const right = row.filter((piece) => piece.x >= middle);
  if (left.length === 0 || right.length === 0 || left.length + right.length < row.length) return false;
  const end = Math.max(...left.map((piece) => piece.x + piece.width));
  return right[0]!.x - end >= COLUMN_GAP * right[0]!.size;
}
