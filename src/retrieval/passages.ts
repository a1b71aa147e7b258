import { createRequire } from 'node:module';
import type { Report } from '../corpus/types.js';
import { decodeJson, encodeJson } from './bytes.js';
import type { Segmenter } from './segmenter.js';

/** Finds the passages of one report that may answer: all that hold at least one of the words. */
export interface PassageIndex {
  candidates(words: readonly string[]): number[];
}

/** The part of flexsearch that is used; its own types do not pass strict checks. */
interface FlexIndex {
  add(id: number, text: string): void;
  search(query: string, options: { limit: number; suggest: boolean }): number[];
  export(handler: (key: string, data: string | null | undefined) => void): void;
  import(key: string, data: string): void;
}
interface Flex {
  Index: new (options: {
    encode: (text: string) => string[];
    tokenize: 'strict';
    /** Levels of flexsearch's own ranking, which is not used here: one keeps an index a third as large. */
    resolution: number;
    cache: boolean;
  }) => FlexIndex;
}

const require = createRequire(import.meta.url);
const WORD = /[\p{L}\p{N}]/u;

/** The different words of a text, and the shorter ones within them; no punctuation. */
function wordsOf(text: string, segmenter: Segmenter): Set<string> {
  const words = new Set(segmenter.pieces(text));
  for (const word of words) if (!WORD.test(word)) words.delete(word);
  return words;
}

function emptyIndex(encode: (text: string) => string[]): FlexIndex {
  const { Index } = require('flexsearch') as Flex;
  return new Index({
    // Given as a function, this replaces the library's own encoding, which takes a Chinese run as one word.
    encode,
    tokenize: 'strict',
    resolution: 1,
    cache: false,
  });
}

function overIndex(index: FlexIndex, passages: number): PassageIndex {
  return {
    candidates: (words) => index.search(words.join(' '), { limit: passages, suggest: true }).sort((a, b) => a - b),
  };
}

/** Indexes the passages of a report, each under its heading path, for `openPassageIndex`. About 1 µs a character. */
export function buildPassageIndex(report: Report, segmenter: Segmenter): Buffer {
  const inHeadings = new Map<number, Set<string>>();
  const headingWords = (section: number): Set<string> => {
    const known = inHeadings.get(section) ?? wordsOf(report.sections[section]?.path.join('\n') ?? '', segmenter);
    inHeadings.set(section, known);
    return known;
  };
  // Set before each passage is added: a heading is cut once, however many passages stand under it.
  let section = 0;
  const index = emptyIndex((text) => [...new Set([...headingWords(section), ...wordsOf(text, segmenter)])]);
  for (const passage of report.passages) {
    section = passage.section;
    index.add(passage.index, report.view.text.slice(passage.start, passage.end));
  }
  const parts: [string, string][] = [];
  index.export((key, data) => {
    if (data) parts.push([key, data]);
  });
  return encodeJson(parts);
}

/** Opens a passage index from its bytes. Throws where they are not what was made. */
export function openPassageIndex(bytes: Buffer, passages: number, segmenter: Segmenter): PassageIndex {
  const index = emptyIndex((text) => [...wordsOf(text, segmenter)]);
  for (const [key, data] of decodeJson<[string, string][]>(bytes)) index.import(key, data);
  return overIndex(index, passages);
}
