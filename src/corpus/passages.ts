import { splitSentences } from '../text/sentences.js';
import type { Passage, Section } from './types.js';

/** Longest passage that is made of several sentences, in characters. A single longer sentence stays whole. */
const PASSAGE_LENGTH = 300;
/** A line this short without a full stop is a heading: it goes with what follows. */
const HEADING_LENGTH = 60;

/** The passages of a view's text: paragraphs, or runs of sentences of long ones. None reaches over a section's end. */
export function findPassages(text: string, sections: readonly Section[]): Passage[] {
  const passages: Passage[] = [];
  for (const [index, section] of sections.entries()) {
    let carried: number | undefined;
    for (let start = section.start; start < section.end; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 || newline > section.end ? section.end : newline;
      const line = text.slice(start, end);
      if (line.trim() !== '') {
        const from = carried ?? start;
        if (line.length < HEADING_LENGTH && !/[。；！？]$/.test(line) && end < section.end) carried = from;
        else {
          carried = undefined;
          for (const run of runs(text, from, end)) passages.push({ ...run, section: index, index: passages.length });
        }
      }
      start = end + 1;
    }
    if (carried !== undefined) {
      for (const run of runs(text, carried, section.end))
        passages.push({ ...run, section: index, index: passages.length });
    }
  }
  return passages;
}

function runs(text: string, start: number, end: number): { start: number; end: number }[] {
  if (end - start <= PASSAGE_LENGTH) return [trimmed(text, start, end)];
  const result: { start: number; end: number }[] = [];
  for (const sentence of splitSentences(text, { start, end })) {
    const last = result.at(-1);
    if (last && sentence.end - last.start <= PASSAGE_LENGTH) last.end = sentence.end;
    else result.push({ start: sentence.start, end: sentence.end });
  }
  return result;
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && text[start]! <= ' ') start += 1;
  while (end > start && text[end - 1]! <= ' ') end -= 1;
  return { start, end };
}
