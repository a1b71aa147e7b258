import type { CorpusFile } from '../corpus/files.js';
import { readDocuments } from '../corpus/read.js';
import type { CorpusProblem, Report } from '../corpus/types.js';
import { extractFacts } from '../facts/extract.js';
import type { Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Span } from '../text/types.js';
import { encodeParts } from './codec.js';
import { loadWordList } from './dictionary.js';
import { writeWhole } from './disk.js';
import { packShard, readHeader, type ShardHeader } from './shard.js';
import { shardName, shardPath } from './snapshot.js';
import { readSource } from './sources.js';
import type { ReportHead } from './types.js';
import { trieOf, type WordTrie } from './word-trie.js';

/** A file as read. */
export interface BuiltFile {
  /** Digest of its bytes. */
  readonly sha: string;
  readonly shard: string;
  readonly header: ShardHeader;
  /** The shard, where the disk refused it or none is used; else it is on disk. */
  readonly bytes?: Uint8Array;
}

/** What came of a file: documents, or why there are none. */
export type BuildResult = { readonly built: BuiltFile } | { readonly problem: CorpusProblem };

/** What building needs beside the files. */
export interface BuildContext {
  /** Code and configuration: part of every shard's name. */
  readonly version: string;
  /** The snapshot's folder; null keeps shards in memory. */
  readonly folder: string | null;
  /** Read anew even where the shard is there. */
  readonly rebuild: boolean;
}

/** Makes the function that reads files into shards. Its own tools (the word trie: 0.2 s) are made when a file first needs them. */
export function createBuilder(lexicon: Lexicon, context: BuildContext): (source: CorpusFile) => BuildResult {
  let trie: WordTrie | undefined;

  const pack = (seed: string, text: string): { bytes: Buffer; header: ShardHeader } => {
    trie ??= trieOf(loadWordList(termsOf(lexicon)).words);
    const tools = trie;
    const documents = readDocuments(seed, text, lexicon).map((report) => {
      const facts = extractFacts(report, lexicon);
      const words = tools.count(report.view.text, coveringSpans(report));
      return { head: headOf(report, facts), parts: encodeParts(report, facts, words) };
    });
    return packShard(documents, []);
  };

  return (source) => {
    const read = readSource(source);
    if ('problem' in read) return read;
    const { sha, text } = read;
    const shard = shardName(sha, source.seed, context.version);
    if (context.folder !== null && !context.rebuild) {
      const header = existingHeader(shardPath(context.folder, shard));
      if (header) return { built: { sha, shard, header } };
    }
    try {
      const { bytes, header } = pack(source.seed, text);
      const written = context.folder !== null && saved(shardPath(context.folder, shard), bytes);
      return { built: written ? { sha, shard, header } : { sha, shard, header, bytes } };
    } catch (error) {
      // One file that the reader cannot deal with must not take the others with it.
      const message = `无法解析：${error instanceof Error ? error.message : String(error)}`;
      return { problem: { seed: source.seed, severity: 'error', message } };
    }
  };
}

/** Words of the configuration that the segmenter is to keep whole: names of indicators. */
export function termsOf(lexicon: Lexicon): string[] {
  return lexicon.indicators.list.flatMap((indicator) => [indicator.name, ...indicator.aliases, ...indicator.asked]);
}

/** The head of a report: everything but its text. */
function headOf(report: Report, facts: readonly Fact[]): ReportHead {
  const { view, sections: _sections, passages, ...head } = report;
  const ends = [...new Set(facts.map(({ period }) => period.to))].sort((a, b) => a - b);
  return { ...head, length: view.text.length, passages: passages.length, facts: facts.length, ends };
}

/** The report's passages, and the stretches between them (headings), so that every word of the view is met. */
function coveringSpans(report: Report): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const { start, end } of report.passages) {
    if (start > at) spans.push({ start: at, end: start });
    spans.push({ start, end });
    at = Math.max(at, end);
  }
  if (at < report.view.text.length) spans.push({ start: at, end: report.view.text.length });
  return spans;
}

function existingHeader(path: string): ShardHeader | undefined {
  try {
    return readHeader(path);
  } catch {
    return undefined;
  }
}

function saved(path: string, bytes: Buffer): boolean {
  try {
    writeWhole(path, bytes);
    return true;
  } catch {
    return false;
  }
}
