import { resolve } from 'node:path';
import type { Assistant } from '../../src/assistant.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import type { Settings } from './settings.js';

type CreateAssistant = (options: { corpus: string[]; cacheDir?: string }) => Assistant | Promise<Assistant>;

/** Loads the assistant over the folders that the settings name, or over the reports that come with the program. */
export async function loadAssistant({ CORPUS, CACHE_DIR }: Settings): Promise<Assistant> {
  // TEMPORARY until src/assistant.ts exports createAssistant.
  const { createAssistant } = (await import('../../src/assistant.js')) as unknown as {
    createAssistant: CreateAssistant;
  };
  const corpus = CORPUS.length > 0 ? CORPUS.map((folder) => resolve(folder)) : [SEEDS_DIR];
  return createAssistant({ corpus, ...(CACHE_DIR === undefined ? {} : { cacheDir: resolve(CACHE_DIR) }) });
}
