/** Figures that an address names: a quote of a table would make it longer than a chat takes. */
export const MOST_FIGURES = 4;

/**
 * The address of a stretch of a report under a server: `/r/changde-2022?at=100-120&figure=110-114#at`, offsets into the file.
 * `figures` are what is marked in the stretch, counted from its start. Without an end, of the report itself.
 */
export function sourcePath(
  report: string,
  start?: number,
  end?: number,
  figures: readonly { readonly start: number; readonly end: number }[] = [],
): string {
  const page = `/r/${encodeURIComponent(report)}`;
  if (start === undefined || end === undefined || end <= start) return page;
  const within = figures.filter(
    (figure) => figure.start >= 0 && figure.start < figure.end && figure.end <= end - start,
  );
  const named = within.slice(0, MOST_FIGURES).map((figure) => `${start + figure.start}-${start + figure.end}`);
  return `${page}?at=${start}-${end}${named.length === 0 ? '' : `&figure=${named.join(',')}`}#at`;
}

/** The address of a path under the public address of the server, which may have a path of its own. */
export function publicAddress(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}${path}`;
}
