import { appendFileSync, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assistant, createAssistant } from '../src/assistant.js';
import { listFiles } from '../src/corpus/files.js';
import { loadLexicon } from '../src/lexicon/load.js';
import { publish } from '../src/retrieval/publish.js';
import { openStore } from '../src/retrieval/store.js';
import { openPostgres } from '../src/store/postgres.js';
import type { BenchCorpus } from './corpora.js';
import { timedQuestions } from './questions.js';
import { megabytes, ms, percentile, type Table } from './table.js';

/** What does each engine cost: to open, to bring up to one changed file, to answer from? */
export const title = 'Stores';
export const note =
  'SQLite in one file, memory, and, where BENCH_DATABASE_URL names an empty database, PostgreSQL, each in turn in one process: opening what is up to date; bringing it up to one changed file; a hundred figures, comparisons over all places and passages over all reports, nothing warmed up (p50 / p99). Memory is resident after all of them, and what the engines before have left is in it.';
export const columns = [
  'corpus',
  'engine',
  'size',
  'open',
  'one file changed',
  'figure',
  'all places',
  'passages',
  'resident',
];

const QUESTIONS = 100;

interface Engine {
  readonly name: string;
  /** Brings it up to the folder. */
  update(): Promise<unknown>;
  open(): Promise<Assistant>;
  size(): string;
}

export async function measure(corpus: BenchCorpus): Promise<Table['rows']> {
  const work = mkdtempSync(join(tmpdir(), 'bench-stores-'));
  try {
    const folder = join(work, 'corpus');
    // Through links, so that a file can be changed without touching the corpus.
    cpSync(corpus.folder, folder, { recursive: true, dereference: true });
    const rows = [];
    for (const engine of enginesFor(folder, join(work, 'cache')))
      rows.push([corpus.name, engine.name, ...(await row(engine, folder))]);
    return rows;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function enginesFor(folder: string, cacheDir: string): Engine[] {
  const lexicon = loadLexicon();
  const url = process.env.BENCH_DATABASE_URL;
  let file: string | undefined;
  const sqlite: Engine = {
    name: 'SQLite',
    async update() {
      const store = await openStore({ folders: [folder], cacheDir, lexicon });
      file = store.file;
      store.close();
    },
    open: () => createAssistant({ corpus: [folder], cacheDir }),
    size: () => (file === undefined ? '' : megabytes(statSync(file).size)),
  };
  const memory: Engine = {
    name: 'memory',
    update: () => openStore({ folders: [folder], cacheDir: null, lexicon }),
    open: () => createAssistant({ corpus: [folder], cacheDir: null }),
    size: () => '',
  };
  if (url === undefined) return [sqlite, memory];
  const postgres: Engine = {
    name: 'PostgreSQL',
    async update() {
      const store = await openPostgres(url, { write: true });
      await publish({ folders: [folder] }, lexicon, store);
      await store.close();
    },
    open: () => createAssistant({ database: url }),
    size: () => '',
  };
  return [sqlite, postgres, memory];
}

async function row(engine: Engine, folder: string): Promise<string[]> {
  if (engine.name !== 'memory') await engine.update();
  const changed: number[] = [];
  const { files } = listFiles(folder);
  // Where everything is read anew each time there is nothing to compare.
  const changes = engine.name === 'memory' ? [] : files.slice(0, 5);
  for (const [i, { path }] of changes.entries()) {
    appendFileSync(path, `\n新增第${i}句。\n`);
    changed.push(await timed(() => engine.update()));
  }
  let assistant: Assistant | undefined;
  const opened = await timed(async () => {
    assistant = await engine.open();
  });
  const times = await answer(assistant!);
  const both = (form: string): string => {
    const taken = times.get(form) ?? [];
    return `${ms(percentile(taken, 0.5))} / ${ms(percentile(taken, 0.99))}`;
  };
  return [
    engine.size(),
    ms(opened),
    changed.length === 0 ? '' : ms(percentile(changed, 0.5)),
    both('figure'),
    both('comparison over all places'),
    both('passages over all reports'),
    megabytes(process.memoryUsage.rss()),
  ];
}

const TOPICS = [
  '乡村振兴',
  '营商环境',
  '科技创新',
  '污染防治',
  '养老服务',
  '基础教育',
  '文化旅游',
  '数字经济',
  '老旧小区',
  '产业园区',
];
const ASKED = ['怎么推进', '有哪些措施支持', '如何加强', '怎样改善', '在哪些地方做了'];

async function answer(assistant: Assistant): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  const ask = async (form: string, text: string, i: number): Promise<void> => {
    const taken = await timed(() => assistant.ask(`once:${form}${i}`, text));
    times.set(form, [...(times.get(form) ?? []), taken]);
  };
  for (const [i, { form, text }] of timedQuestions(assistant.held(), QUESTIONS).entries())
    if (form === 'figure' || form === 'comparison over all places') await ask(form, text, i);
  for (const [i, topic] of TOPICS.entries())
    for (const [n, how] of ASKED.entries())
      await ask('passages over all reports', `${how}${topic}`, i * ASKED.length + n);
  return times;
}

async function timed(run: () => unknown): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}
