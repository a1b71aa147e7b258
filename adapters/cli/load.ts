import { resolve } from 'node:path';
import type { Assistant } from '../../src/assistant.js';

type CreateAssistant = (options: { corpus: string[] }) => Assistant | Promise<Assistant>;

/** Loads the assistant over the given folders, or over the seeds. The core is imported here, so that --help need not wait for it. */
export async function loadAssistant(folders: readonly string[] | undefined): Promise<Assistant> {
  // TEMPORARY until src/assistant.ts exports createAssistant.
  const { createAssistant } = (await import('../../src/assistant.js')) as unknown as {
    createAssistant: CreateAssistant;
  };
  return createAssistant({ corpus: (folders ?? []).map((folder) => resolve(folder)) });
}
