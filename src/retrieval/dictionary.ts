import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gunzipSync } from 'node:zlib';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { writeWhole } from './whole-file.js';

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

/** The dictionary of cppjieba; see config/dictionary/README.md. */
const WORDS_FILE = join(CONFIG_DIR, 'dictionary', 'jieba.dict.utf8.gz');
/** Its model for unknown words. */
export const MODEL_FILE = join(CONFIG_DIR, 'dictionary', 'hmm_model.utf8');

/** The list read last: a build asks for it several times, and changes come in rows; its 40 MB go when nobody has asked for a while. */
let latest: { readonly key: string; readonly list: WordList; readonly timer: NodeJS.Timeout } | undefined;
const KEPT_MS = 30_000;

/** The library's dictionary and `terms` (those that it lacks), in a stable order. About 0.15 s. */
export function loadWordList(terms: readonly string[]): WordList {
  const key = terms.join('\n');
  if (latest?.key === key) {
    latest.timer.refresh();
    return latest.list;
  }
  const lines = gunzipSync(readFileSync(WORDS_FILE)).toString('utf8').split('\n').filter(Boolean);
  const words = lines.map((line) => line.slice(0, line.indexOf(' ')));
  const added = new Set(terms.filter((term) => term.length > 1 && !/\s/.test(term)));
  for (const word of words) added.delete(word);
  const list: WordList = { words: words.concat([...added].sort()), lines };
  clearTimeout(latest?.timer);
  const timer = setTimeout(() => {
    latest = undefined;
  }, KEPT_MS);
  timer.unref();
  latest = { key, list, timer };
  return list;
}

/**
 * The dictionary cut down to the words numbered in `present` (and every term).
 * One filler entry carries the frequency of what was left out, so that probabilities, and with them the cuts, stay as they were.
 */
export function dictionaryBody(list: WordList, present: Iterable<number>): string {
  const kept: string[] = [];
  let left = 0;
  for (const line of list.lines) left += frequencyOf(line);
  for (const number of present) {
    const line = list.lines[number];
    if (line === undefined) continue;
    kept.push(line);
    left -= frequencyOf(line);
  }
  for (const term of list.words.slice(list.lines.length)) kept.push(`${term} ${TERM_FREQUENCY} n`);
  kept.push(`${FILLER} ${Math.max(1, left)} x`, '');
  return kept.join('\n');
}

/** Writes a dictionary, as UTF-8, as `path`. Gives its checksum. Throws where the disk refuses. */
export function writeDictionary(path: string, body: Uint8Array): number {
  writeWhole(path, body);
  return crc32(body);
}

let temporary: string | undefined;

/** A folder of this process, deleted when it ends: the segmenter reads its dictionary from files alone. */
function temporaryFolder(): string {
  if (temporary === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'gov-report-bot-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    temporary = folder;
  }
  return temporary;
}

/** The files of a dictionary under `folder`, written where they are not there yet; where the disk refuses, in a folder of this process. */
export function storedDictionary(folder: string | null, body: Uint8Array): DictionaryFiles {
  const checksum = crc32(body);
  const nameIn = (where: string): string => join(where, `words-${checksum.toString(16).padStart(8, '0')}.dict`);
  if (folder !== null) {
    try {
      const path = nameIn(folder);
      const files = dictionaryFiles(path, checksum) ?? dictionaryFiles(path, writeDictionary(path, body));
      if (files) return files;
    } catch {
      // A full disk, or a folder that cannot be written to.
    }
  }
  const path = nameIn(temporaryFolder());
  const files = dictionaryFiles(path, writeDictionary(path, body));
  if (!files) throw new Error('分词词典写入后无法读回，请检查临时文件夹');
  return files;
}

/**
 * The files to load for the dictionary at `path`; undefined where it is missing or not as it was written.
 * The library ends the process on a missing file or a malformed line, so nothing unchecked may reach it.
 */
export function dictionaryFiles(path: string, checksum: number): DictionaryFiles | undefined {
  try {
    if (crc32(readFileSync(path)) !== checksum) return undefined;
    const files = { dict: path, hmm: MODEL_FILE, user: `${path}.user`, idf: `${path}.idf`, stop: `${path}.stop` };
    const small = [
      [files.user, '\n'],
      [files.idf, `${FILLER} 1.0\n`],
      [files.stop, `${FILLER}\n`],
    ] as const;
    for (const [name, text] of small) {
      if (!existsSync(name) || readFileSync(name, 'utf8') !== text) writeWhole(name, text);
    }
    return existsSync(MODEL_FILE) ? files : undefined;
  } catch {
    return undefined;
  }
}

function frequencyOf(line: string): number {
  const from = line.indexOf(' ') + 1;
  return Number(line.slice(from, line.indexOf(' ', from)));
}
