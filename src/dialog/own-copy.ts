/** The longest string that an engine copies rather than cuts from the text it is part of. */
const CUT_FROM = 13;

/**
 * A copy of plain data (an answer) that shares nothing with it. Its strings are made anew as well: quotes are cut from whole files, and
 * would keep those in memory. structuredClone does the same at several times the cost.
 */
export function ownCopy<T>(value: T): T {
  if (typeof value === 'string') return (value.length < CUT_FROM ? value : ownText(value)) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ownCopy) as T;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = ownCopy((value as Record<string, unknown>)[key]);
  return copy as T;
}

function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
