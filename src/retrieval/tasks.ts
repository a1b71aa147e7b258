import { type Lexicon, loadLexicon } from '../lexicon/load.js';
import { type BuildResult, createBuilder } from './build.js';
import type { SourceFile } from './sources.js';

/** Files to be read: plain data, since it is sent to workers. */
export interface ReadTask {
  readonly sources: readonly SourceFile[];
  /** Code and configuration: part of every reading's name. */
  readonly program: string;
  /** Digest of the lexicon: a worker that would read with another one refuses. */
  readonly lexicon: string;
}

/** The function that reads the files of a task by number. `lexicon` spares loading it again. */
export function createReader(task: ReadTask, lexicon: Lexicon = loadLexicon()): (item: number) => BuildResult {
  if (lexicon.digest !== task.lexicon) throw new Error('The vocabulary is another one than that of the store');
  const build = createBuilder(lexicon, task.program);
  return (item) => build(task.sources[item]!);
}
