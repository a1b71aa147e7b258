import { keepHeapSmall, keepYoungHeap } from '../adapters/shared/heap.js';
import { createAssistant } from '../src/assistant.js';
import type { BenchCorpus } from './corpora.js';
import { timedQuestions } from './questions.js';
import { megabytes, type Table } from './table.js';

/** How much memory is resident after opening, and after a thousand mixed questions? */
export const title = 'Memory';
export const note =
  'Resident memory of one process with a snapshot, its heap kept small as the bots do: after opening the corpus, after one figure, and after a thousand questions of all forms.';
export const columns = ['corpus', 'opened', 'one figure', 'a thousand questions'];

const FORMS_IN_TURN = 8;

export async function measure(corpus: BenchCorpus, cacheDir: string): Promise<Table['rows']> {
  keepYoungHeap();
  const assistant = await createAssistant({ corpus: [corpus.folder], cacheDir });
  keepHeapSmall();
  const opened = process.memoryUsage.rss();
  const questions = timedQuestions(assistant.held(), 1000 / FORMS_IN_TURN);
  await assistant.ask('first', questions[0]?.text ?? '');
  const first = process.memoryUsage.rss();
  for (const [i, { text }] of questions.entries()) await assistant.ask(String(i), text);
  return [[corpus.name, megabytes(opened), megabytes(first), megabytes(process.memoryUsage.rss())]];
}
