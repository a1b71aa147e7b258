import { openStore } from '../src/retrieval/store.js';
import type { BenchCorpus } from './corpora.js';
import type { Table } from './table.js';

/** Writes the snapshot that latency and memory are measured with, so that neither pays for the build. */
export async function measure(corpus: BenchCorpus, cacheDir: string): Promise<Table['rows']> {
  await openStore({ folders: [corpus.folder], cacheDir });
  return [];
}
