import type { CorpusFile } from '../corpus/files.js';
import { type Lexicon, loadLexicon } from '../lexicon/load.js';
import { type BuildContext, type BuildResult, createBuilder } from './build.js';

/** Files to be read into shards: plain data, since it is sent to workers. */
export interface ReadTask {
  readonly sources: readonly CorpusFile[];
  readonly context: BuildContext;
  /** Digest of the lexicon: a worker that would read with another one refuses. */
  readonly lexicon: string;
}

/** The function that reads the files of a task by number. `lexicon` spares loading it again. */
export function createReader(task: ReadTask, lexicon: Lexicon = loadLexicon()): (item: number) => BuildResult {
  if (lexicon.digest !== task.lexicon) throw new Error('The vocabulary is another one than that of the store');
  const build = createBuilder(lexicon, task.context);
  return (item) => build(task.sources[item]!);
}
