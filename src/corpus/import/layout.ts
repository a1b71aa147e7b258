import { isFurniture, runningLines } from './furniture.js';
import { alignedTables } from './grid/aligned.js';
import { type PlacedTable, rowText } from './grid/cells.js';
import { ruledTables } from './grid/ruled.js';
import { COLUMN_GAP, type Line, lineOf, type Page, type Piece, rawRowsOf, rowsOf } from './lines.js';

/** The lines of pages in the order in which they are read: columns one after the other, tables in their places. */

/** A page has two columns where so many of its lines have a gap at its middle. */
const COLUMN_SHARE = 0.5;
const FEWEST_LINES = 8;
/** Where lines stand in columns, so many of them have something on either side. */
const SIDE_SHARE = 0.3;

/** Lines further apart than this many usual steps are of two paragraphs. */
export const APART = 1.4;

/** The lines of each page without running heads and page numbers. */
export function bodiesOf(pages: readonly Page[]): Line[][] {
  const ruled = ruledOf(pages);
  const beside = pages.map((page, i) => without(page, ruled[i]!));
  const running = runningLines(beside.map((page) => linesOf(page)));
  const aligned: PlacedTable[][] = [];
  let before: PlacedTable | undefined;
  let tail: Piece[][] = [];
  for (const [i, page] of beside.entries()) {
    const rows = bodyRows(page, running);
    aligned.push(page.rules === undefined ? [] : alignedTables(rows, before, tail));
    before = inOrder([...ruled[i]!, ...aligned[i]!]).at(-1);
    tail = rows.slice(-MOST_HEADS).filter(([piece]) => before === undefined || piece!.y < before.bottom);
  }
  return beside
    .map((page, i) => {
      // Heads at the end of a page stand in the table of the next.
      const rest = without(page, [...aligned[i]!, ...(aligned[i + 1] ?? [])]);
      const lines = linesOf(rest, inOrder([...ruled[i]!, ...aligned[i]!]));
      return lines.filter((line) => line.cells || !isFurniture(line, running));
    })
    .filter((lines) => lines.length > 0);
}

/** At most so many lines at the end of a page are the heads of a table on the next. */
const MOST_HEADS = 3;

function inOrder(tables: readonly PlacedTable[]): PlacedTable[] {
  return [...tables].sort((a, b) => b.top - a.top);
}

/** The tables with ruling lines of each page; where one goes on over the end of a page, a single row is enough on either side. */
function ruledOf(pages: readonly Page[]): PlacedTable[][] {
  const found: PlacedTable[][] = [];
  for (const page of pages) found.push(page.rules === undefined ? [] : ruledTables(page, [found.at(-1)?.at(-1)]));
  return pages.map((page, i) =>
    page.rules === undefined || found[i + 1]?.[0] === undefined
      ? found[i]!
      : ruledTables(page, [found[i - 1]?.at(-1), found[i + 1]![0]]),
  );
}

function without(page: Page, tables: readonly PlacedTable[]): Page {
  if (tables.length === 0) return page;
  return { ...page, pieces: page.pieces.filter((piece) => !tables.some(({ taken }) => taken.has(piece))) };
}

/** The lines of a page that are no furniture; what stands beside another line is none: 2023 over 年目标 is no page number. */
function bodyRows(page: Page, running: ReadonlySet<string>): Piece[][] {
  const rows = rawRowsOf(page.pieces);
  const beside = (one: readonly Piece[] | undefined, other: readonly Piece[] | undefined): boolean =>
    one !== undefined && other !== undefined && one[0]!.y - other[0]!.y < Math.min(one[0]!.size, other[0]!.size);
  return rows.filter(
    (row, i) => beside(rows[i - 1], row) || beside(row, rows[i + 1]) || !isFurniture(lineOf(row, page), running),
  );
}

/** The lines of a page in the order in which they are read. */
function linesOf(page: Page, tables: readonly PlacedTable[] = []): Line[] {
  const middle = page.width / 2;
  const rows = rowsOf(page.pieces);
  const across = tables.filter(({ left, right }) => left < middle && right > middle);
  const first = zonesOf(rows, across, middle);
  const columns = first.filter(({ kind }) => kind === 'columns');
  // A table in one column is read within it; any other stands between what is above and what is below it.
  const inside = tables.filter((table) => !across.includes(table) && columns.some((zone) => holds(zone, table)));
  const others = tables.filter((table) => !inside.includes(table));
  const zones = others.length === across.length ? first : zonesOf(rows, others, middle);
  return zones.flatMap((zone) => {
    if (zone.kind === 'table') return rowLines(zone.table, page);
    if (zone.kind === 'plain') return zone.rows.map((row) => lineOf(row, page));
    const pieces = zone.rows.flat();
    const own = inside.filter((table) => holds(zone, table));
    return [true, false].flatMap((left) =>
      withTables(
        pieces.filter((piece) => piece.x < middle === left),
        own.filter((table) => table.left < middle === left),
        page,
      ),
    );
  });
}

type Zone =
  | { readonly kind: 'plain' | 'columns'; readonly rows: readonly (readonly Piece[])[] }
  | { readonly kind: 'table'; readonly table: PlacedTable };

/** A page from its top: lines that run over its middle, lines that leave it free (two columns, where they are many), and tables. */
function zonesOf(rows: readonly (readonly Piece[])[], tables: readonly PlacedTable[], middle: number): Zone[] {
  const split = rows.filter((row) => gapAt(row, middle)).length;
  const fewest = rows.length >= FEWEST_LINES && split >= rows.length * COLUMN_SHARE ? 1 : FEWEST_LINES;
  const zones: Zone[] = [];
  let free: (readonly Piece[])[] = [];
  const close = (): void => {
    const end = inColumns(free, middle, fewest) ? columnsEnd(free, middle) : 0;
    if (end > 0) zones.push({ kind: 'columns', rows: free.slice(0, end) });
    if (end < free.length) zones.push({ kind: 'plain', rows: free.slice(end) });
    free = [];
  };
  const left = [...tables];
  for (const row of rows) {
    while (left.length > 0 && left[0]!.top > row[0]!.y) {
      close();
      zones.push({ kind: 'table', table: left.shift()! });
    }
    if (
      row.some(({ x, width }) => x < middle && x + width > middle) ||
      (bothSides(row, middle) && !gapAt(row, middle))
    ) {
      close();
      zones.push({ kind: 'plain', rows: [row] });
    } else free.push(row);
  }
  close();
  return [...zones, ...left.map((table): Zone => ({ kind: 'table', table }))];
}

function bothSides(row: readonly Piece[], middle: number): boolean {
  return row[0]!.x < middle && row.at(-1)!.x >= middle;
}

/** True where lines stand on both sides of the middle again and again, be it on the same height or not. */
function inColumns(rows: readonly (readonly Piece[])[], middle: number, fewest: number): boolean {
  if (rows.length < fewest) return false;
  const onLeft = rows.filter((row) => row[0]!.x < middle).length;
  const onRight = rows.filter((row) => row.at(-1)!.x >= middle).length;
  return Math.min(onLeft, onRight) >= rows.length * SIDE_SHARE;
}

/** Where columns end: short lines that stand apart below them, at the left, are what goes on behind both. */
function columnsEnd(rows: readonly (readonly Piece[])[], middle: number): number {
  const onLeft = rows.flatMap((row, i) => (row[0]!.x < middle ? [{ i, y: row[0]!.y }] : []));
  const steps = onLeft.slice(1).map(({ i, y }, k) => ({ i, step: onLeft[k]!.y - y }));
  const usual = steps.map(({ step }) => step).sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const lastRight = rows.findLastIndex((row) => row.at(-1)!.x >= middle);
  return steps.find(({ i, step }) => i > lastRight && step > usual * APART)?.i ?? rows.length;
}

function holds(zone: Zone, { top }: PlacedTable): boolean {
  if (zone.kind !== 'columns') return false;
  return top <= zone.rows[0]![0]!.y + zone.rows[0]![0]!.size && top >= zone.rows.at(-1)![0]!.y;
}

/** The lines of a column, with the tables in it. */
function withTables(pieces: readonly Piece[], tables: readonly PlacedTable[], page: Page): Line[] {
  const lines = rowsOf(pieces).map((row) => lineOf(row, page));
  const column = {
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
  };
  const all = [...lines.map((line) => ({ ...line, column })), ...tables.flatMap((table) => rowLines(table, page))];
  return tables.length === 0 ? all : all.sort((a, b) => b.at - a.at);
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

/** True where a line has nothing at the middle of its page, and a gap there. */
function gapAt(row: readonly Piece[], middle: number): boolean {
  const left = row.filter((piece) => piece.x + piece.width <= middle);
  const right = row.filter((piece) => piece.x >= middle);
  if (left.length === 0 || right.length === 0 || left.length + right.length < row.length) return false;
  const end = Math.max(...left.map((piece) => piece.x + piece.width));
  return right[0]!.x - end >= COLUMN_GAP * right[0]!.size;
}
