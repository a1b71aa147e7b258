import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon } from '../src/lexicon/load.js';
import { SEEDS_DIR } from '../src/lexicon/paths.js';
import { openStore } from '../src/retrieval/store.js';
import { type BenchCorpus, sharedFolder } from './corpora.js';
import { ENGINES } from './engines.js';
import { documentsOf, goldQuestions } from './gold.js';
import { megabytes, ms, percentile, type Table } from './table.js';

/** How do others do on the same retrieval work: the passage that holds the evidence, for the gold questions? */
export const title = 'Peers';
export const note =
  'The same passages and the same questions (those of the gold sets that name evidence) for every engine. First hit and hit in five: the share of questions for which the first passage, or one of the first five, overlaps the evidence. Build: indexing the passages, from texts already read; this project looks at every passage where the question names few reports and indexes none of these here. Memory: what that adds to the process. Time: per question, median.';
export const columns = [
  'questions',
  'engine',
  'passages',
  'first hit',
  'hit in five',
  'per question',
  'build',
  'memory',
];

interface Subject {
  readonly set: string;
  readonly gold: string;
  readonly folders: readonly string[];
  readonly engine: string;
}

/** Every engine on every gold set that is there; the sample's questions also among a quarter of the large corpus. */
export function subjects(corpora: readonly BenchCorpus[]): Subject[] {
  const dev = sharedFolder('eval', 'dev.jsonl');
  const gold = sharedFolder('eval', 'sample.jsonl');
  const sample = sharedFolder('corpora', 'sample');
  const quarter = corpora.at(-2);
  const sets: Omit<Subject, 'engine'>[] = [];
  if (dev) sets.push({ set: 'dev', gold: dev, folders: [SEEDS_DIR] });
  if (gold && sample) {
    sets.push({ set: 'sample', gold, folders: [sample] });
    if (quarter) sets.push({ set: `sample among ${quarter.name}`, gold, folders: [sample, quarter.folder] });
  }
  return sets.flatMap((set) => Object.keys(ENGINES).map((engine) => ({ ...set, engine })));
}

export async function measure({ set, gold, folders, engine }: Subject, cacheDir: string): Promise<Table['rows']> {
  const lexicon = loadLexicon();
  const store = await openStore({ folders, cacheDir, lexicon });
  // Passage indexes that an earlier engine's run has left would make this one's build look free.
  for (const folder of readdirSync(cacheDir))
    rmSync(join(cacheDir, folder, 'passages'), { recursive: true, force: true });
  const documents = documentsOf(store);
  const questions = goldQuestions(gold, store, documents);
  // The dictionary's load is not what is compared.
  store.segmenter().cut('准备');
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const from = performance.now();
  const search = await ENGINES[engine]!({ store, lexicon, documents });
  const build = performance.now() - from;
  const memory = process.memoryUsage.rss() - before;
  const times: number[] = [];
  let first = 0;
  let five = 0;
  for (const { text, relevant } of questions) {
    const asked = performance.now();
    const found = await search(text, 5);
    times.push(performance.now() - asked);
    if (found.length > 0 && relevant.has(found[0]!)) first += 1;
    if (found.some((id) => relevant.has(id))) five += 1;
  }
  const share = (count: number): string => `${((100 * count) / Math.max(1, questions.length)).toFixed(0)}%`;
  const p50 = times.length > 0 ? ms(percentile(times, 0.5)) : '';
  return [
    [
      `${set} (${questions.length})`,
      engine,
      documents.length.toLocaleString('en'),
      share(first),
      share(five),
      p50,
      ms(build),
      megabytes(Math.max(0, memory)),
    ],
  ];
}
