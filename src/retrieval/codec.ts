import type { Passage, Report, Section } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import { bytesOf, decodeJson, encodeJson, numbersOf } from './bytes.js';
import { encodeFacts } from './facts-codec.js';
import type { ReportHead } from './types.js';
import type { WordCounts } from './word-trie.js';

/** What a shard keeps of one report, each part read on its own. */
export const PARTS = ['text', 'offsets', 'sections', 'passages', 'facts', 'words'] as const;
export type Part = (typeof PARTS)[number];
export type EncodedParts = Readonly<Record<Part, Buffer>>;

/** Encodes everything of a report but its head. */
export function encodeParts(report: Report, facts: readonly Fact[], words: WordCounts): EncodedParts {
  return {
    // As V8 holds it: read back by a copy, and lone surrogates survive.
    text: Buffer.from(report.view.text, 'utf16le'),
    offsets: encodeOffsets(report.view.offsets),
    sections: encodeJson(report.sections),
    passages: bytesOf(Uint32Array.from(report.passages.flatMap(({ start, end, section }) => [start, end, section]))),
    facts: encodeFacts(facts),
    words: encodeWords(words),
  };
}

export function decodeText(bytes: Buffer): string {
  return bytes.toString('utf16le');
}

/** The parts that `decodeReport` takes, in their order. */
export const REPORT_PARTS = ['text', 'offsets', 'sections', 'passages'] as const satisfies readonly Part[];

/** The whole report, as it was when it was read, from its head and `REPORT_PARTS`. */
export function decodeReport(head: ReportHead, parts: readonly Buffer[]): Report {
  const [text, offsets, sections, passages] = parts as [Buffer, Buffer, Buffer, Buffer];
  const { length: _length, passages: _passages, facts: _facts, ends: _ends, ...rest } = head;
  return {
    ...rest,
    view: { text: decodeText(text), offsets: decodeOffsets(offsets) },
    sections: decodeJson<Section[]>(sections),
    passages: decodePassages(passages),
  };
}

function decodePassages(bytes: Buffer): Passage[] {
  const numbers = numbersOf(bytes);
  return Array.from({ length: numbers.length / 3 }, (_, index) => ({
    index,
    start: numbers[index * 3] as number,
    end: numbers[index * 3 + 1] as number,
    section: numbers[index * 3 + 2] as number,
  }));
}

/** Offsets mostly count up by one, so they are kept as runs: first offset, length. */
export function encodeOffsets(offsets: Uint32Array): Buffer {
  const runs: number[] = [];
  for (let from = 0; from < offsets.length; ) {
    const first = offsets[from] as number;
    let to = from + 1;
    while (to < offsets.length && offsets[to] === first + to - from) to += 1;
    runs.push(first, to - from);
    from = to;
  }
  return bytesOf(Uint32Array.from(runs));
}

export function decodeOffsets(bytes: Buffer): Uint32Array {
  const runs = numbersOf(bytes);
  let length = 0;
  for (let i = 1; i < runs.length; i += 2) length += runs[i] as number;
  const offsets = new Uint32Array(length);
  let at = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const first = runs[i] as number;
    const count = runs[i + 1] as number;
    for (let k = 0; k < count; k += 1) offsets[at + k] = first + k;
    at += count;
  }
  return offsets;
}

/** The words, ascending, then the passages that hold each. */
export function encodeWords({ words, passages }: WordCounts): Buffer {
  return Buffer.concat([bytesOf(words), bytesOf(passages)]);
}

export function decodeWords(bytes: Buffer): WordCounts {
  const numbers = numbersOf(bytes);
  const count = numbers.length / 2;
  return { words: numbers.subarray(0, count), passages: numbers.subarray(count) };
}
