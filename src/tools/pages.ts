import { createHash } from 'node:crypto';
import type { Store } from '../retrieval/types.js';
import { ToolError } from './types.js';

/** A page of rows and the token for the next one. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly next: string | null;
}

/**
 * Cuts a page out of all rows. The token holds the place of the next row and a digest of arguments and corpus: it needs no
 * session, and one that belongs to other arguments or to a corpus that has changed is refused.
 * @throws ToolError for such a token.
 */
export function pageOf<T>(
  store: Store,
  input: { readonly page?: string | undefined; readonly limit: number },
  rows: readonly T[],
): Page<T> {
  const { page, limit, ...rest } = input;
  const digest = createHash('sha256')
    .update(`${store.stats.digest}\n${canonical(rest)}`)
    .digest('base64url')
    .slice(0, 10);
  const from = page === undefined ? 0 : offsetOf(page, digest);
  const next = from + limit < rows.length ? `${(from + limit).toString(36)}.${digest}` : null;
  return { rows: rows.slice(from, from + limit), total: rows.length, next };
}

function offsetOf(token: string, digest: string): number {
  const [offset = '', of] = token.split('.');
  const from = Number.parseInt(offset, 36);
  if (of !== digest || !Number.isSafeInteger(from) || from < 0)
    throw new ToolError('bad-arguments', '这个翻页记号不属于这些参数，或语料已更新', [
      { path: 'page', message: 'belongs to other arguments, or the reports have changed since' },
    ]);
  return from;
}

/** JSON with sorted keys, so that the order in which arguments were written does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
