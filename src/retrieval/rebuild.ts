import { createHash } from 'node:crypto';
import { markDuplicates } from '../corpus/duplicates.js';
import { uniqueIds } from '../corpus/ids.js';
import { applyManifest } from '../corpus/manifest.js';
import type { CorpusProblem } from '../corpus/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { markNumbers } from '../store/packing.js';
import type { KnownFile, Names, NewReading, NewVersion, StoredHead, Written } from '../store/types.js';
import { termsOf } from './build.js';
import { dictionaryBody, loadWordList } from './dictionary.js';
import { runTask } from './parallel.js';
import type { Current, Target } from './publish.js';
import type { StoreOptions } from './types.js';

/** From this many bytes on, reading is shared out to the other cores: starting one costs as much as reading 0.5 MB. */
const PARALLEL_BYTES = 4_000_000;
/** Progress is shown after this long, in ms. */
const QUIET_MS = 2000;
/** Written in one transaction: what a killed build loses is less than this. */
const BATCH = 100;

/** What a store is brought up with. */
interface Rebuild {
  readonly program: string;
  readonly lexicon: Lexicon;
  readonly writer: Target;
  readonly options: Pick<StoreOptions, 'folders' | 'onProgress'>;
}

/** Reads the files of which nothing is written yet, and switches the store to a version of what all files hold. */
export async function rebuild(current: readonly Current[], context: Rebuild): Promise<void> {
  const { writer } = context;
  const names = current.map(({ file }) => file.reading).filter(Boolean);
  const written = new Map(await writer.written(names));
  const missing = current.filter(({ file }) => file.reading !== '' && !written.has(file.reading));
  const failed = await read(missing, context);
  for (const [name, documents] of await writer.written(missing.map(({ file }) => file.reading)))
    written.set(name, documents);
  const files = current.map(({ file }) => {
    const problem = failed.get(file.reading);
    return problem ? { ...file, sha: '', reading: '', problems: [problem] } : file;
  });
  await writer.commit(await versionOf(files, written, context));
}

/** Reads files and writes what they hold, a batch at a time. Gives the problems by the names of readings. */
async function read(missing: readonly Current[], context: Rebuild): Promise<Map<string, CorpusProblem>> {
  const { program, lexicon, writer, options } = context;
  const problems = new Map<string, CorpusProblem>();
  if (missing.length === 0) return problems;
  const started = performance.now();
  let batch: NewReading[] = [];
  let done = 0;
  const save = async (): Promise<void> => {
    const ready = batch;
    batch = [];
    if (ready.length > 0) await writer.put(ready);
  };
  const large = missing.length > 1 && missing.reduce((sum, { file }) => sum + file.size, 0) > PARALLEL_BYTES;
  await runTask(
    { sources: missing.map(({ source }) => source), program, lexicon: lexicon.digest },
    {
      parallel: large,
      lexicon,
      async onResult(item, result) {
        if ('problem' in result) problems.set(missing[item]!.file.reading, result.problem);
        // Read under the name that was looked for, also where the file has changed since: the next build sees that.
        else batch.push(result.reading);
        done += 1;
        if (batch.length >= BATCH) await save();
        if (performance.now() - started > QUIET_MS) options.onProgress?.(done, missing.length);
      },
    },
  );
  await save();
  return problems;
}

/** Decides what only the whole corpus tells: final ids, which documents repeat others, the dictionary. */
async function versionOf(
  files: readonly KnownFile[],
  written: ReadonlyMap<string, readonly Written[]>,
  context: Rebuild,
): Promise<NewVersion> {
  const { options, program, lexicon, writer } = context;
  const folders = [...new Set(options.folders)];
  const documents = files.flatMap((file) => (written.get(file.reading) ?? []).map((document) => ({ document, file })));
  const named = folders.flatMap((folder) => {
    const own = documents.filter(({ file }) => file.folder === folder);
    return applyManifest(
      folder,
      own.map(({ document }) => ({ ...document.head })),
    );
  });
  const unique = uniqueIds();
  const marked = markDuplicates(
    named.map((head) => ({ ...head, id: unique(head.id) })),
    (_, i) => documents[i]!.document.fingerprint,
  );
  const reports = documents.map(
    ({ document, file }, i): StoredHead => ({
      key: document.key,
      folder: folders.indexOf(file.folder),
      sha: file.sha,
      head: marked[i]!,
    }),
  );
  const digest = createHash('sha256').update(program);
  documents.forEach(({ file }, i) => {
    const { id, duplicateOf } = marked[i]!;
    digest.update(`\n${file.reading} ${id} ${duplicateOf ?? ''}`);
  });
  const own = documents.filter((_, i) => marked[i]!.duplicateOf === undefined);
  return {
    digest: digest.digest('hex').slice(0, 24),
    program,
    folders,
    indicators: [...new Set(own.flatMap(({ document }) => document.indicators))],
    problems: files.flatMap((file) => file.problems),
    files,
    reports,
    ...(await dictionaryOf(reports, program, lexicon, writer)),
    names: namesOf(lexicon),
  };
}

/** Words are read in parts: the lists of tens of thousands of reports are not held at once. */
const AT_ONCE = 2000;

/** The dictionary of the words that the reports hold: that of the version before where they are the same. */
async function dictionaryOf(
  reports: readonly StoredHead[],
  program: string,
  lexicon: Lexicon,
  writer: Target,
): Promise<Pick<NewVersion, 'dictionary' | 'words'>> {
  let present = new Uint8Array(1 << 19);
  for (let from = 0; from < reports.length; from += AT_ONCE) {
    const keys = reports.slice(from, from + AT_ONCE).map(({ key }) => key);
    for (const packed of await writer.wordNumbers(keys)) markNumbers(packed, present);
  }
  const words = createHash('sha256').update(present).digest('hex').slice(0, 16);
  const before = await writer.version();
  if (before?.words === words && before.program === program) return { words, dictionary: before.number };
  const list = loadWordList(termsOf(lexicon));
  present = present.subarray(0, list.words.length);
  const numbers: number[] = [];
  for (let number = 0; number < present.length; number += 1) if (present[number] === 1) numbers.push(number);
  return { words, dictionary: dictionaryBody(list, numbers) };
}

function namesOf({ gazetteer, indicators }: Lexicon): Names {
  return { places: gazetteer.places, indicators: indicators.list };
}
