import { createAssistant } from '../src/assistant.js';
import type { BenchCorpus } from './corpora.js';
import { timedQuestions } from './questions.js';
import { megabytes, type Table } from './table.js';

/** How much memory is resident after opening, and after a thousand mixed questions? */
export const title = 'Memory';
export const note =
  'Resident memory of one process with a snapshot: after opening the corpus, after one figure, and after a thousand questions of all forms.';
export const columns = ['corpus', 'opened', 'one figure', 'a thousand questions'];

const FORMS_IN_TURN = 8;

export function measure(corpus: BenchCorpus, cacheDir: string): Table['rows'] {
  const assistant = createAssistant({ corpus: [corpus.folder], cacheDir });
  const opened = process.memoryUsage.rss();
  const questions = timedQuestions(assistant.held(), 1000 / FORMS_IN_TURN);
  assistant.ask('first', questions[0]?.text ?? '');
  const first = process.memoryUsage.rss();
  questions.forEach(({ text }, i) => {
    assistant.ask(String(i), text);
  });
  return [[corpus.name, megabytes(opened), megabytes(first), megabytes(process.memoryUsage.rss())]];
}
