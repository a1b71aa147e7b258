import type { ReportHead, StoredHead } from '../store/types.js';

/** One document of the version. */
export interface Document {
  readonly key: number;
  readonly ordinal: number;
  readonly head: ReportHead;
  readonly stored: StoredHead;
}
