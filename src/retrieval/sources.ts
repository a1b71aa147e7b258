import { createHash } from 'node:crypto';
import { type CorpusFile, listFiles, readText } from '../corpus/files.js';
import type { CorpusProblem } from '../corpus/types.js';

/** Lists the source files of all folders, each folder's in the order of paths. */
export function listSources(folders: readonly string[]): { files: CorpusFile[]; problems: CorpusProblem[] } {
  const listed = folders.map((folder) => listFiles(folder));
  return { files: listed.flatMap(({ files }) => files), problems: listed.flatMap(({ problems }) => problems) };
}

/** A file's text with its digest, or why there is none. */
export type Source = { readonly text: string; readonly sha: string } | { readonly problem: CorpusProblem };

export function readSource(file: CorpusFile): Source {
  const read = readText(file);
  if ('problem' in read) return read;
  return { text: read.text, sha: createHash('sha256').update(read.text).digest('hex').slice(0, 32) };
}
