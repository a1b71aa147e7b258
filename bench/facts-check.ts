import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readDocuments } from '../src/corpus/read.js';
import { extractFacts } from '../src/facts/extract.js';
import type { Fact } from '../src/facts/types.js';
import { type Lexicon, loadLexicon } from '../src/lexicon/load.js';
import { PACKAGE_ROOT } from '../src/lexicon/paths.js';
import type { Quantity } from '../src/text/types.js';
import { sharedFolder } from './corpora.js';

/** A fact with its places in the file: where its figure begins, and where the sentence of it. */
export type ReadFact = Fact & { readonly at: number; readonly sentenceAt: number };

/** What a person read at a place of a file: one fact, or all main targets of a sentence. */
export type Golden =
  | { readonly file: string; readonly start: number; readonly fact: string }
  | {
      readonly file: string;
      /** Where the sentence begins in the file; null where it announces none after all. */
      readonly start: number | null;
      /** Where it ends; absent where it is read as one sentence. */
      readonly end?: number;
      readonly targets: readonly string[];
    };

/** A golden entry that was read otherwise. */
export interface Misread {
  readonly set: string;
  readonly file: string;
  readonly expected: readonly string[];
  readonly read: readonly string[];
}

/** The entries of one file, with the sets that they are of. */
export interface FileTask {
  readonly file: string;
  readonly entries: readonly { readonly set: string; readonly golden: Golden }[];
}

/** The sets in tests/golden, each with the key of its entries. */
const SETS = { 'sampled-facts': 'facts', 'headline-targets': 'sentences', 'headline-targets-further': 'sentences' };

/** A quantity's value with bound and unit: >=7%, 6.5–7%, 12.6:39.4:48. */
export function value(quantity: Quantity): string {
  if (quantity.kind === 'phrase') return quantity.text;
  if (quantity.kind === 'ratio') return (quantity.parts ?? []).join(':');
  if (quantity.bound === 'range') return `${quantity.low}–${quantity.high}${quantity.unit}`;
  return `${quantity.bound === '=' ? '' : quantity.bound}${quantity.low ?? quantity.high}${quantity.unit}`;
}

function years({ period }: Fact): string {
  return period.from === period.to ? `${period.from}` : `${period.from}-${period.to}`;
}

/** A fact as the sample writes it: subject, indicator, place, years, facet, measure, and the figure as it stands in the text. */
function told(fact: Fact): string {
  const when = `${years(fact)}${fact.period.part ?? ''}`;
  const { subject, indicator, place, facet, measure, quantity } = fact;
  return [subject, indicator ?? '-', place, when, facet, measure, quantity.text].join(' ');
}

/** A main target: indicator (or subject), years, facet, measure, value. */
function target(fact: Fact): string {
  return [fact.indicator ?? fact.subject, years(fact), fact.facet, fact.measure, value(fact.quantity)].join(' ');
}

/** What is wrong with the reading of an entry; undefined where it is right. */
function misread(golden: Golden, facts: readonly ReadFact[]): Omit<Misread, 'set' | 'file'> | undefined {
  if ('fact' in golden) {
    const read = facts.filter(({ at }) => at === golden.start).map(told);
    return read.includes(golden.fact) ? undefined : { expected: [golden.fact], read };
  }
  const { start, end, targets } = golden;
  const standsIn = ({ at, sentenceAt }: ReadFact): boolean =>
    end === undefined ? sentenceAt === start : start !== null && start <= at && at < end;
  const read = facts.filter((fact) => fact.headline && fact.quantity.kind !== 'phrase' && standsIn(fact)).map(target);
  return read.join('\n') === targets.join('\n') ? undefined : { expected: targets, read };
}

/** Reads the first report of a file once, and holds each of its entries against it. */
export function checkFile({ file, entries }: FileTask, text: string, lexicon: Lexicon): Misread[] {
  const report = readDocuments(file, text, lexicon)[0]!;
  const { offsets } = report.view;
  const facts = extractFacts(report, lexicon).map((fact) => ({
    ...fact,
    at: offsets.at(fact.span.start)!,
    sentenceAt: offsets.at(fact.sentence.start)!,
  }));
  return entries.flatMap(({ set, golden }) => {
    const wrong = misread(golden, facts);
    return wrong === undefined ? [] : [{ set, file, ...wrong }];
  });
}

function readSets(): Map<string, readonly Golden[]> {
  return new Map(
    Object.entries(SETS).map(([name, key]) => {
      const text = readFileSync(join(PACKAGE_ROOT, 'tests/golden', `${name}.json`), 'utf8');
      return [name, JSON.parse(text)[key] as readonly Golden[]];
    }),
  );
}

/** The entries of all sets by file, so that each report is read once. */
function tasksOf(sets: ReadonlyMap<string, readonly Golden[]>): FileTask[] {
  const byFile = new Map<string, FileTask['entries'][number][]>();
  for (const [set, goldens] of sets)
    for (const golden of goldens) byFile.set(golden.file, [...(byFile.get(golden.file) ?? []), { set, golden }]);
  return [...byFile].map(([file, entries]) => ({ file, entries }));
}

/** What a worker starts from. */
interface Share {
  readonly folder: string;
  readonly tasks: readonly FileTask[];
}

function checkShare({ folder, tasks }: Share): Misread[] {
  const lexicon = loadLexicon();
  return tasks.flatMap((task) => checkFile(task, readFileSync(join(folder, task.file), 'utf8'), lexicon));
}

/** The files dealt out to all cores, one of them this thread's. */
async function checkAll(folder: string, tasks: readonly FileTask[]): Promise<Misread[]> {
  const count = availableParallelism();
  const share = (n: number): Share => ({ folder, tasks: tasks.filter((_, i) => i % count === n) });
  const others = Array.from({ length: count - 1 }, (_, i) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share(i + 1) });
    return new Promise<Misread[]>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  });
  const own = checkShare(share(0));
  return [...own, ...(await Promise.all(others)).flat()];
}

/** Entries of each set that may be wrong at most (.ci/floor.json). */
function floors(): Readonly<Record<string, { readonly wrong: number }>> {
  return JSON.parse(readFileSync(join(PACKAGE_ROOT, '.ci/floor.json'), 'utf8')).facts;
}

/** Prints how much of each set is read as a person read it, and what is not. Exit code 1 where more is wrong than its floor allows. */
async function main(): Promise<void> {
  const folder = process.argv[2] ?? sharedFolder('corpora', 'gov-reports');
  if (folder === undefined) {
    console.log('Facts: skipped, there are no reports beside the project; npm run facts-check -- FOLDER names others.');
    return;
  }
  const sets = readSets();
  const wrong = await checkAll(folder, tasksOf(sets));
  for (const { set, file, expected, read } of wrong)
    console.log(`${set} ${file}\n  expected ${expected.join('; ')}\n  read     ${read.join('; ') || 'nothing'}`);
  const most = floors();
  for (const [set, goldens] of sets) {
    const count = wrong.filter((one) => one.set === set).length;
    const allowed = most[set]?.wrong ?? 0;
    console.log(
      `Facts ${set}: ${goldens.length - count} of ${goldens.length} right, ${count} wrong (at most ${allowed})`,
    );
    if (count > allowed) process.exitCode = 1;
  }
}

if (!isMainThread && parentPort !== null) parentPort.postMessage(checkShare(workerData as Share));
else if (process.argv[1]?.endsWith('facts-check.js')) await main();
