import { StoreError } from '../store/errors.js';
import type { ReportHead, StoredHead } from '../store/types.js';

/** One document of the version. */
export interface Document {
  readonly key: number;
  readonly ordinal: number;
  readonly head: ReportHead;
  readonly stored: StoredHead;
}

/** Throws for a document that the store has let go of since the version was opened. */
export function held<T>(found: T | undefined): T {
  if (found === undefined) throw new StoreError('报告已更新；请用 /reload 重新载入，或重新启动');
  return found;
}
