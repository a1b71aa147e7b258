/** What a stretch of time must meet to hold one of some years. */
export interface YearBounds {
  /** It ends in `from` or later and begins in `to` or before; undefined for no years, which nothing holds. */
  readonly bounds?: { readonly from: number; readonly to: number };
  /** True where that is not enough: a year between them is left out, or there is none at all. */
  readonly gaps: boolean;
}

/** The bounds of some years. They lead a store to the rows, where a look at each year of each row would cost the most of a table over all places. */
export function boundsOf(years: readonly number[]): YearBounds {
  if (years.length === 0) return { gaps: true };
  const bounds = { from: Math.min(...years), to: Math.max(...years) };
  return { bounds, gaps: bounds.to - bounds.from + 1 > new Set(years).size };
}
