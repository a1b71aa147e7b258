import { resolve } from 'node:path';
import type { Assistant } from '../../src/assistant.js';
import type { Settings } from './settings.js';

/** What starts the core. It is imported late, so that wrong settings are told at once. */
export interface Core {
  readonly version: string;
  /** Loads the assistant over the folders that the settings name, or over the reports that come with the program. */
  load(settings: Settings): Assistant;
}

export async function loadCore(): Promise<Core> {
  const { createAssistant, VERSION } = await import('../../src/assistant.js');
  return {
    version: VERSION,
    load: ({ CORPUS, CACHE_DIR }) =>
      createAssistant({
        corpus: CORPUS.map((folder) => resolve(folder)),
        ...(CACHE_DIR === undefined ? {} : { cacheDir: resolve(CACHE_DIR) }),
      }),
  };
}
