import { type Assistant, createAssistant } from '../../src/assistant.js';

/** The assistant over the reports that come with the program. */
export function loadSeeds(): Promise<Assistant> {
  return createAssistant({ corpus: [] });
}
