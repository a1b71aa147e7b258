import { keepHeapSmall, keepYoungHeap } from '../adapters/shared/heap.js';
import { createAssistant } from '../src/assistant.js';
import type { BenchCorpus } from './corpora.js';
import { FORMS, type Form, timedQuestions } from './questions.js';
import { ms, percentile, type Table } from './table.js';

/** How long does an answer take, by the form of the question? */
export const title = 'Latency';
export const note =
  'One process, a snapshot, its heap kept small as the bots do, every question in a session of its own, forms taking turns, nothing warmed up: the first question of each form pays for what it loads (shown as the slowest). Questions are made from what the corpus holds; “answered” counts those that were not refused.';
export const columns = ['corpus', 'question', 'asked', 'answered', 'p50', 'p99', 'slowest'];

const QUESTIONS = 150;

export async function measure(corpus: BenchCorpus, cacheDir: string): Promise<Table['rows']> {
  keepYoungHeap();
  const assistant = await createAssistant({ corpus: [corpus.folder], cacheDir });
  keepHeapSmall();
  const times = new Map<Form, number[]>();
  const answered = new Map<Form, number>();
  for (const [i, { form, text }] of timedQuestions(assistant.held(), QUESTIONS).entries()) {
    const from = performance.now();
    const { kind } = await assistant.ask(String(i), text);
    const taken = performance.now() - from;
    times.set(form, [...(times.get(form) ?? []), taken]);
    if (kind !== 'refusal' && kind !== 'notice') answered.set(form, (answered.get(form) ?? 0) + 1);
  }
  return FORMS.flatMap((form) => {
    const taken = times.get(form);
    if (!taken) return [];
    return [
      [
        corpus.name,
        form,
        String(taken.length),
        String(answered.get(form) ?? 0),
        ms(percentile(taken, 0.5)),
        ms(percentile(taken, 0.99)),
        ms(Math.max(...taken)),
      ],
    ];
  });
}
