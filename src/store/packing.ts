import type { Posting } from './types.js';

/** Whole numbers in as few bytes as they need (seven bits a byte, the last one below 128): lists of words and of documents are long. */
function append(bytes: number[], value: number): void {
  let left = value;
  for (; left > 127; left >>>= 7) bytes.push((left & 127) | 128);
  bytes.push(left);
}

function* numbersIn(bytes: Uint8Array): Generator<number> {
  let value = 0;
  let shift = 0;
  for (const byte of bytes) {
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      yield value;
      value = 0;
      shift = 0;
    }
  }
}

/** Ascending numbers, as their differences. */
export function packNumbers(numbers: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const number of numbers) {
    append(bytes, number - last);
    last = number;
  }
  return Uint8Array.from(bytes);
}

/** Marks in `present` the numbers of `packNumbers`. Each build marks those of all documents: nothing is kept from one byte to the next. */
export function markNumbers(packed: Uint8Array, present: Uint8Array): void {
  const { length } = packed;
  let number = 0;
  for (let at = 0; at < length; at += 1) {
    let byte = packed[at]!;
    number += byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      at += 1;
      byte = packed[at]!;
      number += (byte & 127) << shift;
    }
    present[number] = 1;
  }
}

/** Postings of one word: document, passages, document, passages … Two of them one behind the other are one again. */
export function packPosting({ documents, passages }: Posting): Uint8Array {
  const bytes: number[] = [];
  documents.forEach((document, i) => {
    append(bytes, document);
    append(bytes, passages[i] as number);
  });
  return Uint8Array.from(bytes);
}

export function unpackPosting(bytes: Uint8Array): Posting {
  const documents: number[] = [];
  const passages: number[] = [];
  let first = true;
  for (const number of numbersIn(bytes)) {
    (first ? documents : passages).push(number);
    first = !first;
  }
  return { documents, passages };
}

/** Two postings of the same word, over different documents. */
export function joined(a: Posting, b: Posting): Posting {
  return { documents: [...a.documents, ...b.documents], passages: [...a.passages, ...b.passages] };
}

/** The postings of several documents, word by word. */
export function gatherPostings(
  documents: readonly { readonly key: number; readonly words: string }[],
): Map<string, Uint8Array> {
  const lists = new Map<string, number[]>();
  for (const { key, words } of documents) {
    for (const [word, passages] of JSON.parse(words) as [string, number][]) {
      let bytes = lists.get(word);
      if (!bytes) {
        bytes = [];
        lists.set(word, bytes);
      }
      append(bytes, key);
      append(bytes, passages);
    }
  }
  return new Map([...lists].map(([word, bytes]) => [word, Uint8Array.from(bytes)]));
}
