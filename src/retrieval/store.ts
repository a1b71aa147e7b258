import { rmSync } from 'node:fs';
import { type Lexicon, loadLexicon } from '../lexicon/load.js';
import { StoreError } from '../store/errors.js';
import { openMemory } from '../store/memory.js';
import { isDamage, isDiskRefusal, openSqlite } from '../store/sqlite.js';
import type { CorpusStore, CorpusVersion, CorpusWriter, StoredHead } from '../store/types.js';
import { canWrite, corpusFile, corpusFolder, defaultCacheDir, markUsed, sweep } from './cache.js';
import { type Published, programOf, publish } from './publish.js';
import { rereading } from './sources.js';
import type { Store, StoreOptions } from './types.js';
import { openView, type ViewFrom } from './view.js';

type Engine = CorpusStore & CorpusWriter;

/**
 * Opens the reports of the given folders: from their SQLite file, brought up to the files as they are now.
 * What a person can mend (a folder that is not there, a file that is no text) is in `problems`; throws ConfigError for the vocabulary.
 */
export async function openStore(options: StoreOptions & { readonly lexicon?: Lexicon }): Promise<Store> {
  const started = performance.now();
  const lexicon = options.lexicon ?? loadLexicon();
  const cacheDir = options.cacheDir === undefined ? defaultCacheDir() : options.cacheDir;
  const warnings: string[] = [];
  const place = cacheDir === null ? undefined : placeOf(cacheDir, options.folders, lexicon, warnings);
  const { engine, published, folder } = await opened(options, lexicon, place, warnings);
  const version = await engine.version();
  if (!version) throw new Error('A store that was just written holds no version');
  if (place && folder !== null) {
    if (published.unchanged) markUsed(place.folder);
    else sweep(place.cacheDir, place.folder, place.file);
  }
  return viewOf(engine, version, {
    lexicon,
    warnings,
    problems: published.problems,
    stats: { snapshot: published.unchanged, rebuilt: published.rebuilt },
    started,
    folder,
    ...(place && folder !== null ? { file: place.file } : {}),
    readFile: fileReading(version.folders),
  });
}

/** Opens one version of a corpus for reading, wherever it is kept. */
export async function viewOf(
  corpus: CorpusStore,
  version: CorpusVersion,
  from: Pick<ViewFrom, 'lexicon'> & Partial<ViewFrom>,
): Promise<Store> {
  return openView({
    warnings: [],
    stats: { snapshot: true, rebuilt: 0 },
    started: performance.now(),
    folder: null,
    ...from,
    corpus,
    version,
    heads: inOrder(await corpus.heads(version.number)),
    problems: [...(from.problems ?? []), ...version.problems],
  });
}

interface PlaceOnDisk {
  readonly cacheDir: string;
  readonly folder: string;
  readonly file: string;
}

function placeOf(
  cacheDir: string,
  folders: readonly string[],
  lexicon: Lexicon,
  warnings: string[],
): PlaceOnDisk | undefined {
  const folder = corpusFolder(cacheDir, folders);
  if (canWrite(folder)) return { cacheDir, folder, file: corpusFile(folder, programOf(lexicon)) };
  warnings.push(`无法写入缓存目录 ${folder}，本次只在内存中保存`);
  return undefined;
}

/** Opens the file, or begins anew where it is damaged; in memory where the disk refuses. */
async function opened(
  options: StoreOptions,
  lexicon: Lexicon,
  place: PlaceOnDisk | undefined,
  warnings: string[],
): Promise<{ readonly engine: Engine; readonly published: Published; readonly folder: string | null }> {
  if (place) {
    if (options.rebuild) remove(place.file);
    for (const last of [false, true]) {
      try {
        const engine = openSqlite(place.file, options.patience === undefined ? {} : { patience: options.patience });
        return { engine, published: await publish(options, lexicon, engine), folder: place.folder };
      } catch (error) {
        if (isDiskRefusal(error)) {
          warnings.push(`${error instanceof Error ? error.message : String(error)}；本次只在内存中保存`);
          break;
        }
        if (last || !(isDamage(error) || error instanceof StoreError)) throw error;
        warnings.push(`${place.file} 已损坏，已按原文件重建`);
        remove(place.file);
      }
    }
  }
  const engine = openMemory();
  return { engine, published: await publish(options, lexicon, engine), folder: null };
}

/** Readers that have it open keep what they hold: the file is unlinked, not emptied. */
function remove(file: string): void {
  for (const path of [file, `${file}-journal`]) rmSync(path, { force: true });
}

/** Reads the file that a document stands in, where it is still the one that was read. */
function fileReading(folders: readonly string[]): (stored: StoredHead) => string | undefined {
  const read = rereading();
  return ({ folder, sha, head }) => read(`${folders[folder]}/${head.seed}`, sha);
}

/** The order of files: by folder, then as folders are walked, then as documents stand in a file. */
export function inOrder(heads: readonly StoredHead[]): StoredHead[] {
  const keyed = heads.map((stored) => ({ stored, path: stored.head.seed.split('/') }));
  keyed.sort((a, b) => a.stored.folder - b.stored.folder || byPath(a.path, b.path) || a.stored.key - b.stored.key);
  return keyed.map(({ stored }) => stored);
}

function byPath(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length && i < b.length; i += 1)
    if (a[i] !== b[i]) return (a[i] as string) < (b[i] as string) ? -1 : 1;
  return a.length - b.length;
}
