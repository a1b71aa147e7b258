import { createHash } from 'node:crypto';
import type { CorpusProblem } from '../corpus/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { CorpusStore, CorpusWriter, KnownFile } from '../store/types.js';
import { listSources, readingName, readSource, type SourceFile } from './sources.js';
import type { StoreOptions } from './types.js';
import { codeVersion } from './version.js';

/** What is written to. */
export type Target = CorpusWriter & Pick<CorpusStore, 'version'>;

/** What came of bringing a store up to its folders. */
export interface Published {
  /** Files that were read anew. */
  readonly rebuilt: number;
  /** True where the store was up to date. */
  readonly unchanged: boolean;
  readonly problems: readonly CorpusProblem[];
}

/** A file as it is now, and the name of what is read out of it. */
export interface Current {
  readonly file: KnownFile;
  readonly source: SourceFile;
}

/** Digest of the code and configuration that read reports. */
export function programOf(lexicon: Lexicon): string {
  return createHash('sha256').update(`${codeVersion()}\n${lexicon.digest}`).digest('hex').slice(0, 16);
}

/**
 * Brings a store up to the folders: reads what is new or has changed, writes it in batches, and switches to the new version as a whole.
 * One that is stopped leaves the version before, and is taken up where it stopped.
 * @throws ConfigError where the seeds are not what their manifest says; what the store throws.
 */
export async function publish(
  options: Pick<StoreOptions, 'folders' | 'onProgress'>,
  lexicon: Lexicon,
  writer: Target,
): Promise<Published> {
  const program = programOf(lexicon);
  const { files: sources, problems } = listSources(options.folders);
  const known = new Map((await writer.files()).map((file) => [`${file.folder}\n${file.seed}`, file]));
  const same = (file: KnownFile | undefined, source: SourceFile): file is KnownFile =>
    file !== undefined &&
    file.size === source.size &&
    file.mtimeMs === source.mtimeMs &&
    file.sha !== '' &&
    file.reading === readingName(program, source, file.sha);
  const current = sources.map((source): Current => {
    const file = known.get(`${source.folder}\n${source.seed}`);
    return { source, file: same(file, source) ? file : identified(source, program) };
  });
  const changed = current.filter(({ file, source }) => known.get(`${source.folder}\n${source.seed}`) !== file);
  if (changed.length === 0 && known.size === current.length && current.length > 0)
    return { rebuilt: 0, unchanged: true, problems };

  // The half of the program that reads reports is loaded where there is something to read.
  const { rebuild } = await import('./rebuild.js');
  await rebuild(current, { program, lexicon, writer, options });
  return { rebuilt: changed.length, unchanged: false, problems };
}

function identified(source: SourceFile, program: string): KnownFile {
  const { folder, seed, size, mtimeMs } = source;
  const read = readSource(source);
  if ('problem' in read) return { folder, seed, size, mtimeMs, sha: '', reading: '', problems: [read.problem] };
  return { folder, seed, size, mtimeMs, sha: read.sha, reading: readingName(program, source, read.sha), problems: [] };
}
