import { createHash, hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { type CorpusFile, decodeText, listFiles, readText } from '../corpus/files.js';
import type { CorpusProblem } from '../corpus/types.js';

/** A source file and the corpus folder that it lies in. */
export interface SourceFile extends CorpusFile {
  readonly folder: string;
  /** The folder's place among the folders. */
  readonly volume: number;
}

/** Lists the source files of all folders, in their order, each folder's in the order of paths. */
export function listSources(folders: readonly string[]): { files: SourceFile[]; problems: CorpusProblem[] } {
  const listed = [...new Set(folders)].map((folder, volume) => ({ folder, volume, ...listFiles(folder) }));
  return {
    files: listed.flatMap(({ folder, volume, files }) => files.map((file) => ({ ...file, folder, volume }))),
    problems: listed.flatMap(({ problems }) => problems),
  };
}

/** Names what a program reads out of a file: other text, another name for the file, other code or configuration give another. */
export function readingName(
  program: string,
  { volume, seed }: Pick<SourceFile, 'volume' | 'seed'>,
  sha: string,
): string {
  return createHash('sha256').update(`${program}\n${volume}\n${seed}\n${sha}`).digest('hex').slice(0, 24);
}

/** A file's text with the digest of its bytes, or why there is none. */
export type Source = { readonly text: string; readonly sha: string } | { readonly problem: CorpusProblem };

export function readSource(file: CorpusFile): Source {
  const read = readText(file);
  if ('problem' in read) return read;
  return { text: read.text, sha: digestOf(read.bytes) };
}

function digestOf(bytes: Buffer): string {
  return hash('sha256', bytes, 'hex').slice(0, 32);
}

/** A file as the system tells it: whoever writes to it changes one of these. */
type Stamp = string;

/**
 * Reads files again for what is quoted from them: the text of one whose bytes still have the digest that they were read with, else undefined.
 * A digest takes as long as reading and decoding together, and is made anew only where the system tells that the file was written to.
 */
export function rereading(): (path: string, sha: string) => string | undefined {
  const sound = new Map<string, { readonly stamp: Stamp; readonly sha: string }>();
  return (path, sha) => {
    const read = bytesOf(path);
    if (!read) return undefined;
    const { bytes, stamp } = read;
    const before = sound.get(path);
    if (before?.stamp !== stamp || before.sha !== sha) {
      if (digestOf(bytes) !== sha) return undefined;
      sound.set(path, { stamp, sha });
    }
    return decodeText(bytes);
  };
}

/** The bytes of a file with its stamp; undefined where it cannot be read. */
function bytesOf(path: string): { readonly bytes: Buffer; readonly stamp: Stamp } | undefined {
  try {
    const handle = openSync(path, 'r');
    try {
      const { size, mtimeMs, ctimeMs, ino } = fstatSync(handle);
      return { bytes: readFileSync(handle), stamp: `${size} ${mtimeMs} ${ctimeMs} ${ino}` };
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}
