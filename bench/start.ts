import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../src/lexicon/paths.js';
import type { BenchCorpus } from './corpora.js';
import { ms, percentile, type Table } from './table.js';

/** How long does a person wait for `ask` on the command line, with and without a snapshot? */
export const title = 'Cold start';
export const note =
  'The whole process `ask "…"`, from its start to its end, answer printed: without a snapshot (once), and with one (median of 9) for a figure and for a question that needs the passage index.';
export const columns = ['corpus', 'no snapshot', 'figure', 'passages', 'node itself'];

const RUNS = 9;
const ASK = join(PACKAGE_ROOT, 'dist', 'adapters', 'repl', 'ask.js');

export function measure(corpus: BenchCorpus): Table['rows'] {
  const cacheDir = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const time = (args: readonly string[]): number => {
    const from = performance.now();
    execFileSync(process.execPath, args, {
      env: { ...process.env, CACHE_DIR: cacheDir },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return performance.now() - from;
  };
  const ask = (question: string): number => time([ASK, '--corpus', corpus.folder, question]);
  const median = (run: () => number): number => percentile(Array.from({ length: RUNS }, run), 0.5);
  try {
    const cold = ask('2022年常德GDP目标');
    return [
      [
        corpus.name,
        ms(cold),
        ms(median(() => ask('2022年常德GDP目标'))),
        ms(median(() => ask('怎么推进乡村振兴'))),
        ms(median(() => time(['-e', '0']))),
      ],
    ];
  } finally {
    rmSync(cacheDir, { recursive: true, force: true });
  }
}
