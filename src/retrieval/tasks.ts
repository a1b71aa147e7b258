import type { CorpusFile } from '../corpus/files.js';
import { type Lexicon, loadLexicon } from '../lexicon/load.js';
import { type BuildContext, type BuildResult, createBuilder } from './build.js';
import { decodeReport } from './codec.js';
import type { DictionaryFiles } from './dictionary.js';
import { writeChecked } from './disk.js';
import { buildPassageIndex } from './passages.js';
import { jiebaSegmenter } from './segmenter.js';
import { readParts } from './shard.js';
import { passagesPath, type StoredReport, shardPath } from './snapshot.js';

/** Work over many files that can be shared out: plain data, since it is sent to workers. */
export type TaskSpec = ReadTask | IndexTask;

/** Reads files into shards; gives a BuildResult for each. */
export interface ReadTask {
  readonly kind: 'read';
  readonly sources: readonly CorpusFile[];
  readonly context: BuildContext;
  /** Digest of the lexicon: a worker that would read with another one refuses. */
  readonly lexicon: string;
}

/** Builds the passage indexes of reports into the snapshot; gives whether it could. */
export interface IndexTask {
  readonly kind: 'index';
  readonly folder: string;
  readonly dictionary: DictionaryFiles;
  readonly reports: readonly StoredReport[];
}

/** What each kind of task gives for an item. */
export interface TaskResult {
  read: BuildResult;
  index: boolean;
}

/** The function that does the items of a task by number. `lexicon` spares loading it again. */
export function createTask<S extends TaskSpec>(spec: S, lexicon?: Lexicon): (item: number) => TaskResult[S['kind']];
export function createTask(spec: TaskSpec, lexicon?: Lexicon): (item: number) => BuildResult | boolean {
  return spec.kind === 'read' ? readTask(spec, lexicon ?? loadLexicon()) : indexTask(spec);
}

function readTask(spec: ReadTask, lexicon: Lexicon): (item: number) => BuildResult {
  if (lexicon.digest !== spec.lexicon) throw new Error('The vocabulary is another one than that of the store');
  const build = createBuilder(lexicon, spec.context);
  return (item) => build(spec.sources[item]!);
}

function indexTask({ folder, dictionary, reports }: IndexTask): (item: number) => boolean {
  const segmenter = jiebaSegmenter(dictionary);
  return (item) => {
    const { shard, ordinal, head, parts } = reports[item]!;
    try {
      const [text, offsets, structure] = readParts(shardPath(folder, shard), [
        parts.text,
        parts.offsets,
        parts.structure,
      ]) as [Buffer, Buffer, Buffer];
      const { bytes } = buildPassageIndex(decodeReport(head, text, offsets, structure), segmenter);
      writeChecked(passagesPath(folder, shard, ordinal), bytes);
      return true;
    } catch {
      // It is made when it is first asked for.
      return false;
    }
  };
}
