import { spawnSync } from 'node:child_process';
import { PACKAGE_ROOT } from '../src/lexicon/paths.js';
import { sharedFolder } from './corpora.js';
import type { Table } from './table.js';

/** How many of the gold questions are answered right? Only where the gold sets lie beside the project. */
export const title = 'Accuracy';
export const note =
  'The gold sets beside the project, scored by their own script through the command line: passed of asked by kind, and wrong answers, which are worse than refusals.';
export const columns = ['set', 'kind', 'passed', 'wrong answers', 'citations verbatim'];

/** One of the two gold sets. */
interface GoldSet {
  readonly name: string;
  readonly file: string;
  readonly corpus?: string;
}

/** What the script prints with --json. */
interface Score {
  readonly wrongAnswers: number;
  readonly citationsVerbatim: string;
  /** "63/66 (answer 64, cited 60/61)" by kind. */
  readonly kinds: Readonly<Record<string, string>>;
}

/** The gold sets that are there. */
export function subjects(): GoldSet[] {
  const dev = sharedFolder('eval', 'dev.jsonl');
  const sample = sharedFolder('eval', 'sample.jsonl');
  const corpus = sharedFolder('corpora', 'sample');
  return [
    ...(dev === undefined ? [] : [{ name: 'dev', file: dev }]),
    ...(sample === undefined || corpus === undefined ? [] : [{ name: 'sample', file: sample, corpus }]),
  ];
}

export function measure({ name, file, corpus }: GoldSet): Table['rows'] {
  const script = sharedFolder('eval', 'score.mjs');
  if (script === undefined) return [];
  const args = [script, file, '--json', ...(corpus === undefined ? [] : ['--corpus', corpus])];
  const { stdout } = spawnSync(process.execPath, args, { cwd: PACKAGE_ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });
  const score = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Score;
  const kinds = Object.entries(score.kinds).map(([kind, passed]) => [name, kind, passed.split(' ')[0] ?? '', '', '']);
  return [...kinds, [name, 'all', '', String(score.wrongAnswers), score.citationsVerbatim]];
}
