/** The address of a stretch of a report under a server: `/r/changde-2022?at=100-120#at`. Without an end, of the report itself. */
export function sourcePath(report: string, start?: number, end?: number): string {
  const page = `/r/${encodeURIComponent(report)}`;
  return start === undefined || end === undefined || end <= start ? page : `${page}?at=${start}-${end}#at`;
}

/** The address of a path under the public address of the server, which may have a path of its own. */
export function publicAddress(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}${path}`;
}
