/** How many parts a cross-validation has. */
export const FOLDS = 6;

/** Parts examples by the report that holds their answer, so that no report is both learnt from and tested on. */
export function foldsOf(groups: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(groups)].sort().map((group, i) => [group, i % FOLDS]));
}
