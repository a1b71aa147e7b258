import type { Row } from './row.js';

/** A run of rows, year after year among those that are held, for which a test holds. */
export interface Streak<R extends Row> {
  readonly rows: readonly R[];
  readonly from: number;
  readonly to: number;
}

/**
 * The runs of a series in which the test holds, oldest first. A year without a value ends no run and counts for none, unless the
 * years of a run must follow one another.
 */
export function streaks<R extends Row>(
  rows: readonly R[],
  holds: (row: R) => boolean | undefined,
  { adjacent = false }: { readonly adjacent?: boolean } = {},
): Streak<R>[] {
  const runs: R[][] = [];
  let run: R[] = [];
  for (const row of [...rows].sort((a, b) => a.year - b.year)) {
    const held = holds(row);
    if (held === undefined) continue;
    const broken = !held || (adjacent && run.length > 0 && row.year - run.at(-1)!.year > 1);
    if (broken && run.length > 0) {
      runs.push(run);
      run = [];
    }
    if (held) run.push(row);
  }
  if (run.length > 0) runs.push(run);
  return runs.map((r) => ({ rows: r, from: r[0]!.year, to: r.at(-1)!.year }));
}

/** The longest of runs; the later one of two that are as long. */
export function longest<R extends Row>(runs: readonly Streak<R>[]): Streak<R> | undefined {
  return runs.reduce<Streak<R> | undefined>(
    (best, run) => (!best || run.rows.length >= best.rows.length ? run : best),
    undefined,
  );
}
