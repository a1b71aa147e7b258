import type { Page, Piece } from '../lines.js';
import { type CellLine, linesOfCell, type PlacedRow, type PlacedTable, wordsOf } from './cells.js';
import { isLevel, type Rule } from './rules.js';

/** Tables with ruling lines: the cells are what the lines part, whatever stands in them. */

/** Lines nearer than this are one, and lines that end so near another meet it; in points. Each cell may have a frame of its own. */
const NEAR = 4;
/** Dashes of one line are no further apart; and how long a line is at the least. */
const DASH = 3;
const SHORTEST = 5;
/** A side is drawn where lines run along so much of it. */
const DRAWN = 0.5;
/** A table has at least so many rows with two cells that say something. */
const FEWEST_ROWS = 2;
/** More columns are a form or a map. */
const MOST_COLUMNS = 40;
const MOST_ROWS = 400;

/** A cell that may reach over several rows and columns. */
interface Room {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where lines stand, from the left and from the top; `upright[i]` are the lines along xs[i], `level[i]` those along ys[i]. */
interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly upright: readonly (readonly Rule[])[];
  readonly level: readonly (readonly Rule[])[];
}

/**
 * The tables of a page that its lines draw, from the top. What is no sure grid is none.
 * @param before the last table of the page before, which may go on with as little as one row
 */
export function ruledTables({ pieces, rules = [] }: Page, before?: PlacedTable): PlacedTable[] {
  const tables: PlacedTable[] = [];
  const grids = groupsOf(merged(rules)).map(gridOf);
  for (const grid of grids.sort((a, b) => widthOf(b) - widthOf(a))) {
    // A table within a cell of another is that cell's words.
    const [x, y] = [grid.xs[0]!, grid.ys[0]!];
    const within = tables.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= bottom && y <= top);
    if (!within) tables.push(...tableIn(grid, pieces, goesOn(grid, before) ? 1 : FEWEST_ROWS));
  }
  return tables.sort((a, b) => b.top - a.top);
}

function goesOn({ xs }: Grid, before: PlacedTable | undefined): boolean {
  const columns = before?.columns;
  return columns?.length === xs.length - 1 && columns.every(({ left }, i) => Math.abs(left - xs[i]!) <= NEAR);
}

function widthOf({ xs }: Grid): number {
  return xs.at(-1)! - xs[0]!;
}

/** Lines one behind the other are one line, dashes too; what stays short is none. */
function merged(rules: readonly Rule[]): Rule[] {
  const out: Rule[] = [];
  const join = (lines: Rule[], across: (rule: Rule) => number, from: (rule: Rule) => number): void => {
    lines.sort((a, b) => across(a) - across(b) || from(a) - from(b));
    for (const rule of lines) {
      const last = out.at(-1);
      const level = isLevel(rule);
      const follows =
        last !== undefined &&
        isLevel(last) === level &&
        Math.abs(across(last) - across(rule)) < 1 &&
        from(rule) <= (level ? last.x2 : last.y2) + DASH;
      if (!follows) out.push(rule);
      else if (level) out[out.length - 1] = { ...last, x2: Math.max(last.x2, rule.x2) };
      else out[out.length - 1] = { ...last, y2: Math.max(last.y2, rule.y2) };
    }
  };
  join(
    rules.filter(isLevel),
    ({ y1 }) => Math.round(y1),
    ({ x1 }) => x1,
  );
  join(
    rules.filter((rule) => !isLevel(rule)),
    ({ x1 }) => Math.round(x1),
    ({ y1 }) => y1,
  );
  return out.filter(({ x1, x2, y1, y2 }) => x2 - x1 + y2 - y1 >= SHORTEST);
}

/** Lines that meet, by group. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const leader = rules.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (leader[at] !== at) at = leader[at] = leader[leader[at]!]!;
    return at;
  };
  const byTop = rules.map((rule, i) => ({ rule, i })).sort((a, b) => a.rule.y1 - b.rule.y1);
  for (const [k, one] of byTop.entries()) {
    for (let m = k + 1; m < byTop.length && byTop[m]!.rule.y1 <= one.rule.y2 + NEAR; m++) {
      const other = byTop[m]!;
      if (other.rule.x1 <= one.rule.x2 + NEAR && one.rule.x1 <= other.rule.x2 + NEAR)
        leader[find(other.i)] = find(one.i);
    }
  }
  const groups = new Map<number, Rule[]>();
  for (const [i, rule] of rules.entries()) {
    const group = groups.get(find(i));
    if (group === undefined) groups.set(find(i), [rule]);
    else group.push(rule);
  }
  return [...groups.values()];
}

function gridOf(group: readonly Rule[]): Grid {
  const level = group.filter(isLevel);
  const upright = group.filter((rule) => !isLevel(rule));
  // A table open at its sides ends where its lines do.
  const xs = clustersOf([...upright.map(({ x1 }) => x1), ...endsOf(level.flatMap(({ x1, x2 }) => [x1, x2]))]);
  const ys = clustersOf([...level.map(({ y1 }) => y1), ...endsOf(upright.flatMap(({ y1, y2 }) => [y1, y2]))]);
  ys.reverse();
  return {
    xs,
    ys,
    upright: xs.map((x) => upright.filter(({ x1 }) => Math.abs(x1 - x) <= NEAR)),
    level: ys.map((y) => level.filter(({ y1 }) => Math.abs(y1 - y) <= NEAR)),
  };
}

function endsOf(places: readonly number[]): number[] {
  return places.length === 0 ? [] : [Math.min(...places), Math.max(...places)];
}

/** The middles of places that lie near each other, in order. */
function clustersOf(places: readonly number[]): number[] {
  const clusters: number[][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = clusters.at(-1);
    if (last !== undefined && place - last[0]! <= NEAR) last.push(place);
    else clusters.push([place]);
  }
  return clusters.map((cluster) => (cluster[0]! + cluster.at(-1)!) / 2);
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

/** The cells between the lines, merged where no line parts them; undefined where one is no rectangle. */
function roomsOf(grid: Grid): Room[] | undefined {
  const [columns, rows] = [grid.xs.length - 1, grid.ys.length - 1];
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  const rooms: Room[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row]![column]) continue;
      let wide = 1;
      while (column + wide < columns && !hasUpright(grid, row, column + wide)) wide++;
      let high = 1;
      while (row + high < rows && !hasLevel(grid, row + high, column)) high++;
      for (let i = row; i < row + high; i++)
        for (let k = column; k < column + wide; k++) {
          const within =
            !taken[i]![k] && (k === column || !hasUpright(grid, i, k)) && (i === row || !hasLevel(grid, i, k));
          if (!within) return undefined;
          taken[i]![k] = true;
        }
      rooms.push({ row, column, rows: high, columns: wide });
    }
  }
  return rooms;
}

/** True where a line stands left of a column, along a row. */
function hasUpright({ ys, upright }: Grid, row: number, column: number): boolean {
  const [top, bottom] = [ys[row]!, ys[row + 1]!];
  return covered(
    upright[column]!.map(({ y1, y2 }) => [y1, y2]),
    bottom,
    top,
  );
}

/** True where a line stands above a row, along a column. */
function hasLevel({ xs, level }: Grid, row: number, column: number): boolean {
  return covered(
    level[row]!.map(({ x1, x2 }) => [x1, x2]),
    xs[column]!,
    xs[column + 1]!,
  );
}

function covered(spans: readonly (readonly [number, number])[], from: number, to: number): boolean {
  let [sum, at] = [0, from];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const [begins, ends] = [Math.max(start, at), Math.min(end, to)];
    if (ends <= begins) continue;
    sum += ends - begins;
    at = ends;
  }
  return sum >= (to - from) * DRAWN;
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
