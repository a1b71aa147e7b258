import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PACKAGE_ROOT } from '../src/lexicon/paths.js';
import * as accuracy from './accuracy.js';
import * as analysis from './analysis.js';
import * as answers from './answers.js';
import * as build from './build.js';
import * as chart from './chart.js';
import { type BenchCorpus, benchCorpora } from './corpora.js';
import * as large from './large.js';
import * as latency from './latency.js';
import { machine } from './machine.js';
import * as memory from './memory.js';
import * as paint from './paint.js';
import * as peers from './peers.js';
import * as serve from './serve.js';
import * as start from './start.js';
import * as stores from './stores.js';
import { markdown, type Table } from './table.js';

/** Runs the benches one after another, prints their tables, and with --save keeps them as docs/BENCHMARKS.md and .json. */

interface Bench {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  /** What it is measured on, where that is not every corpus. */
  readonly subjects?: (corpora: readonly BenchCorpus[]) => readonly unknown[];
}

/** Benches that measure with a snapshot in place. */
const PREPARED: ReadonlySet<string> = new Set(['latency', 'analysis', 'memory', 'serve', 'paint']);

const BENCHES: Readonly<Record<string, Bench>> = {
  build,
  start,
  latency,
  analysis,
  memory,
  stores,
  answers,
  large,
  serve,
  paint,
  chart,
  accuracy,
  peers,
};
/** Benches that are run where they are named alone. */
const NAMED_ALONE: ReadonlySet<string> = new Set(['large']);
const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));

const { values } = parseArgs({
  options: { only: { type: 'string' }, corpus: { type: 'string' }, save: { type: 'boolean' } },
});
const wanted = values.only?.split(',') ?? Object.keys(BENCHES).filter((name) => !NAMED_ALONE.has(name));
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`unknown bench: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const corpora = benchCorpora(work, values.corpus);
  const tables = wanted.map((name) => tableOf(name, corpora));
  if (values.save) save(tables);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function tableOf(name: string, corpora: readonly BenchCorpus[]): Table {
  const { title, note, columns, subjects } = BENCHES[name]!;
  const rows = (subjects?.(corpora) ?? corpora).flatMap((subject) => {
    if (PREPARED.has(name)) run('prepare', subject);
    return run(name, subject);
  });
  const table = { title, note, columns, rows };
  process.stdout.write(`${markdown(table)}\n`);
  return table;
}

/** One measurement in its own process; one that fails is a row that says so. */
function run(name: string, subject: unknown): Table['rows'] {
  process.stderr.write(`${name} ${JSON.stringify(subject)}\n`);
  const { status, stdout } = spawnSync(process.execPath, [CHILD, name, JSON.stringify(subject), join(work, 'cache')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  if (status !== 0) return [[`${JSON.stringify(subject)} failed`]];
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as Table['rows'];
}

/** A table as it is kept: when and on which machine it was measured. */
interface KeptTable extends Table {
  readonly on: string;
  readonly machine: string;
}

/** Writes the tables to docs/, in the order of the benches; those of benches that did not run now stay as they were. */
function save(tables: readonly Table[]): void {
  const folder = join(PACKAGE_ROOT, 'docs');
  const on = new Date().toISOString().slice(0, 10);
  const file = join(folder, 'benchmarks.json');
  const before = (JSON.parse(readFileSync(file, 'utf8')) as { tables: readonly KeptTable[] }).tables;
  const now = tables.map((table): KeptTable => ({ on, machine: machine(), ...table }));
  const kept = Object.values(BENCHES).flatMap(
    ({ title }) => now.find((t) => t.title === title) ?? before.find((t) => t.title === title) ?? [],
  );
  const head = [
    '# Benchmarks',
    '',
    'What `npm run bench -- --save` measured; `--only latency,memory` measures some and leaves the other tables as they were.',
    'The seeds come with the project; the larger corpora are reports from a public repository that do not.',
    '',
  ].join('\n');
  const measured = ({ on, machine }: KeptTable): string => `Measured on ${on}: ${machine}.\n`;
  writeFileSync(
    join(folder, 'BENCHMARKS.md'),
    `${head}\n${kept.map((table) => `${markdown(table)}\n${measured(table)}`).join('\n')}`,
  );
  writeFileSync(file, `${JSON.stringify({ tables: kept }, null, 2)}\n`);
}
