import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { writeWhole } from './disk.js';

/** The five files that the segmentation library loads. */
export interface DictionaryFiles {
  readonly dict: string;
  readonly hmm: string;
  readonly user: string;
  readonly idf: string;
  readonly stop: string;
}

/** All words that a text may be searched for: those of the library's dictionary, then the terms of the configuration. */
export interface WordList {
  readonly words: readonly string[];
  /** The dictionary's lines (word, frequency, tag); terms have none. `lines[i]` belongs to `words[i]`. */
  readonly lines: readonly string[];
}

/** How often a term of the configuration is taken to occur: enough to win against its parts. */
const TERM_FREQUENCY = 100;

/** Characters for private use: they stand in no text, so the filler entry and the stop word never match. */
const FILLER = '\uE000\uE001';

const require = createRequire(import.meta.url);
let dictionaryLines: readonly string[] | undefined;

function libraryFiles(): { dict: string; hmm: string } {
  const library = require('nodejieba') as { DEFAULT_DICT: string; DEFAULT_HMM_DICT: string };
  return { dict: library.DEFAULT_DICT, hmm: library.DEFAULT_HMM_DICT };
}

/** The library's dictionary and `terms` (those that it lacks), in a stable order. */
export function loadWordList(terms: readonly string[]): WordList {
  dictionaryLines ??= readFileSync(libraryFiles().dict, 'utf8').split('\n').filter(Boolean);
  const lines = dictionaryLines;
  const words = lines.map((line) => line.slice(0, line.indexOf(' ')));
  const known = new Set(words);
  const added = [...new Set(terms)].filter((term) => term.length > 1 && !/\s/.test(term) && !known.has(term)).sort();
  return { words: words.concat(added), lines };
}

/**
 * Writes the dictionary cut down to the words numbered in `present` (and every term) into `folder`, unless it is there.
 * One filler entry carries the frequency of what was left out, so that probabilities, and with them the cuts, stay as they were.
 * Throws where the disk refuses.
 */
export function writeDictionary(folder: string, list: WordList, present: Uint32Array): DictionaryFiles {
  const kept: string[] = [];
  let keptFrequency = 0;
  let frequency = 0;
  for (const line of list.lines) frequency += frequencyOf(line);
  for (const number of present) {
    const line = list.lines[number];
    if (line === undefined) continue;
    kept.push(line);
    keptFrequency += frequencyOf(line);
  }
  for (const term of list.words.slice(list.lines.length)) kept.push(`${term} ${TERM_FREQUENCY} n`);
  kept.push(`${FILLER} ${Math.max(1, frequency - keptFrequency)} x`);
  const body = `${kept.join('\n')}\n`;
  const name = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const files: DictionaryFiles = {
    dict: join(folder, `words-${name}.utf8`),
    hmm: libraryFiles().hmm,
    user: join(folder, 'user.utf8'),
    idf: join(folder, 'idf.utf8'),
    stop: join(folder, 'stop.utf8'),
  };
  for (const [path, text] of [
    [files.dict, body],
    [files.user, '\n'],
    [files.idf, `${FILLER} 1.0\n`],
    [files.stop, `${FILLER}\n`],
  ] as const) {
    if (!existsSync(path) || statSync(path).size !== Buffer.byteLength(text)) writeWhole(path, text);
  }
  return files;
}

/** True where every file is there: the library ends the process on a missing one. */
export function dictionaryExists(files: DictionaryFiles): boolean {
  return Object.values(files).every((path) => existsSync(path));
}

function frequencyOf(line: string): number {
  const from = line.indexOf(' ') + 1;
  return Number(line.slice(from, line.indexOf(' ', from)));
}
