import { bytesOf, decodeJson, encodeJson, numbersOf } from './bytes.js';
import type { WordCounts } from './word-trie.js';

/** The words of the whole corpus: how many passages hold each, and which reports. */
export interface Vocabulary {
  /** Passages that hold the word; 0 where no report does. */
  frequency(word: string): number;
  /** Ordinals of the reports that hold the word, ascending; undefined for a word that the vocabulary lacks. */
  reports(word: string): Uint32Array | undefined;
}

/** Builds the vocabulary's bytes from the words of each report, in the order of reports. */
export function packVocabulary(words: readonly string[], reports: readonly WordCounts[]): Buffer {
  const sizes = new Uint32Array(words.length);
  const passages = new Uint32Array(words.length);
  for (const counts of reports) {
    for (let i = 0; i < counts.words.length; i += 1) {
      const word = counts.words[i] as number;
      sizes[word] = (sizes[word] as number) + 1;
      passages[word] = (passages[word] as number) + (counts.passages[i] as number);
    }
  }
  const present = presentWords(reports, words.length);
  const starts = new Uint32Array(present.length + 1);
  const slots = new Uint32Array(words.length);
  present.forEach((word, i) => {
    starts[i + 1] = (starts[i] as number) + (sizes[word] as number);
    slots[word] = starts[i] as number;
  });
  const postings = new Uint32Array(starts[present.length] as number);
  reports.forEach((counts, ordinal) => {
    for (const word of counts.words) {
      const slot = slots[word] as number;
      postings[slot] = ordinal;
      slots[word] = slot + 1;
    }
  });
  const names = encodeJson(Array.from(present, (word) => words[word]));
  return Buffer.concat([
    bytesOf(Uint32Array.of(present.length)),
    bytesOf(present.map((word) => passages[word] as number)),
    bytesOf(starts),
    bytesOf(postings),
    names,
  ]);
}

/** The numbers of all words that some report holds, ascending. */
export function presentWords(reports: readonly WordCounts[], size: number): Uint32Array {
  const present = new Uint8Array(size);
  for (const { words } of reports) for (const word of words) present[word] = 1;
  const numbers: number[] = [];
  for (let word = 0; word < size; word += 1) if (present[word] === 1) numbers.push(word);
  return Uint32Array.from(numbers);
}

/** Opens a packed vocabulary. */
export function openVocabulary(bytes: Buffer): Vocabulary {
  const size = bytes.readUInt32LE(0);
  const startsAt = 4 + size * 4;
  const postingsAt = startsAt + (size + 1) * 4;
  const passages = numbersOf(bytes.subarray(4, startsAt));
  const starts = numbersOf(bytes.subarray(startsAt, postingsAt));
  const namesAt = postingsAt + (starts[size] as number) * 4;
  const postings = numbersOf(bytes.subarray(postingsAt, namesAt));
  const numbers = new Map(decodeJson<string[]>(bytes.subarray(namesAt)).map((word, i) => [word, i]));
  return {
    frequency(word) {
      const number = numbers.get(word);
      return number === undefined ? 0 : (passages[number] as number);
    },
    reports(word) {
      const number = numbers.get(word);
      return number === undefined ? undefined : postings.subarray(starts[number], starts[number + 1]);
    },
  };
}
