import { hash } from 'node:crypto';
import { type CorpusFile, listFiles, readText } from '../corpus/files.js';
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

/** A file's text with the digest of its bytes, or why there is none. */
export type Source = { readonly text: string; readonly sha: string } | { readonly problem: CorpusProblem };

export function readSource(file: CorpusFile): Source {
  const read = readText(file);
  if ('problem' in read) return read;
  return { text: read.text, sha: hash('sha256', read.bytes, 'hex').slice(0, 32) };
}
