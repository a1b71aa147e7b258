import { isLevel, type Rule } from './rules.js';

/** Grids: ruling lines that meet, and the cells that they part. */

/** Lines nearer than this are one, and lines that end so near another meet it; in points. Each cell may have a frame of its own. */
export const NEAR = 4;

/** Dashes of one line are no further apart; and how long a line is at the least. */
const DASH = 3;
const SHORTEST = 5;

/** A side is drawn where lines run along so much of it. */
const DRAWN = 0.5;

/** A cell that may reach over several rows and columns. */
export interface Room {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where lines stand, from the left and from the top; `upright[i]` are the lines along xs[i], `level[i]` those along ys[i]. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly upright: readonly (readonly Rule[])[];
  readonly level: readonly (readonly Rule[])[];
}

/** Lines one behind the other are one line, dashes too; what stays short is none. */
export function merged(rules: readonly Rule[]): Rule[] {
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
export function groupsOf(rules: readonly Rule[]): Rule[][] {
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

export function gridOf(group: readonly Rule[]): Grid {
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

/** The cells between the lines, merged where no line parts them; undefined where one is no rectangle. */
export function roomsOf(grid: Grid): Room[] | undefined {
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
export function hasUpright({ ys, upright }: Grid, row: number, column: number): boolean {
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
