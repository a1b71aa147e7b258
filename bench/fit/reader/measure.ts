import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../../src/lexicon/paths.js';
import { decodeModel } from '../../../src/question/reader/model.js';
import { readWith } from '../../../src/question/reader/read.js';
import type { Reading } from '../../../src/question/reader/types.js';
import { COARSE, type Labelled, SEEN, type Seen } from './labels.js';

/** What a reader got right of a set, as counts. */
export interface Score {
  questions: number;
  /** Characters that stand in the evidence: all, and those called content by the reader and by the parser. */
  inEvidence: number;
  readerIn: number;
  parserIn: number;
  /** Characters that do not. */
  notInEvidence: number;
  readerOut: number;
  parserOut: number;
  /** Questions whose operation is known: all; the reader's right in its own terms and in the parser's; the parser's right. */
  operations: number;
  fine: number;
  reader: number;
  parser: number;
  /** Where reader and parser agree: how many, and how many of those are right. */
  agree: number;
  agreeRight: number;
}

const NONE: Score = {
  questions: 0,
  inEvidence: 0,
  readerIn: 0,
  parserIn: 0,
  notInEvidence: 0,
  readerOut: 0,
  parserOut: 0,
  operations: 0,
  fine: 0,
  reader: 0,
  parser: 0,
  agree: 0,
  agreeRight: 0,
};

/** Sets a model against questions. @param miss called for each operation that the reader gets wrong. */
export function scoreOf(
  bytes: Uint8Array,
  questions: readonly Labelled[],
  miss?: (q: Labelled, reading: Reading) => void,
): Score {
  const model = decodeModel(bytes);
  const score = { ...NONE };
  for (const q of questions) {
    const reading = readWith(model, q.text);
    score.questions++;
    if (q.held) countCharacters(score, q, reading);
    countOperation(score, q, reading, miss);
  }
  return score;
}

function countCharacters(score: Score, q: Labelled, reading: Reading): void {
  const parser = parserContent(q);
  for (const [i, seen] of q.seen.entries()) {
    const reader = reading.content[i]! >= 0.5 ? 1 : 0;
    if (seen === SEEN.inEvidence) {
      score.inEvidence++;
      score.readerIn += reader;
      score.parserIn += parser[i]!;
    } else if (seen === SEEN.notInEvidence) {
      score.notInEvidence++;
      score.readerOut += reader;
      score.parserOut += parser[i]!;
    }
  }
}

/** For each UTF-16 unit whether the parser takes it for content. */
export function parserContent({ text, frame }: Labelled): Uint8Array {
  const out = new Uint8Array(text.length);
  for (const run of frame.evidence)
    for (const [i, role] of run.roles.entries()) if (role === 'content' || role === 'name') out[run.start + i] = 1;
  return out;
}

function countOperation(
  score: Score,
  q: Labelled,
  reading: Reading,
  miss: ((q: Labelled, reading: Reading) => void) | undefined,
): void {
  const wanted = new Set(q.operations.flatMap((o) => COARSE[o]));
  if (q.operations.length === 0) return;
  const { value } = reading.operation;
  const fine = q.operations.includes(value);
  if (!fine) miss?.(q, reading);
  if (wanted.size === 0 || q.operations[0] === 'followup') return;
  score.operations++;
  if (fine) score.fine++;
  const reader = fine || COARSE[value].some((o) => wanted.has(o));
  const parser = wanted.has(q.frame.operation);
  if (reader) score.reader++;
  if (parser) score.parser++;
  if (COARSE[value].includes(q.frame.operation)) {
    score.agree++;
    if (parser) score.agreeRight++;
  }
}

export function sum(scores: readonly Score[]): Score {
  const out = { ...NONE };
  for (const score of scores) for (const key of Object.keys(out) as (keyof Score)[]) out[key] += score[key];
  return out;
}

const percent = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)}`);

/** A line of the report: recall and precision of content (reader, parser), operations (reader's own terms, reader, parser, agreed). */
export function line(name: string, s: Score): string {
  const precision = (inside: number, outside: number): string => percent(inside, inside + outside);
  return [
    name.padEnd(20),
    String(s.questions).padStart(5),
    `content recall ${percent(s.readerIn, s.inEvidence)} (parser ${percent(s.parserIn, s.inEvidence)})`,
    `precision ${precision(s.readerIn, s.readerOut)} (${precision(s.parserIn, s.parserOut)})`,
    `operation ${percent(s.fine, s.operations)}, coarse ${percent(s.reader, s.operations)} (${percent(s.parser, s.operations)}) of ${s.operations}`,
    `agreed ${percent(s.agree, s.operations)} right ${percent(s.agreeRight, s.agree)}`,
  ].join('  ');
}

/** A question whose content was marked by hand: 1 content, 0 frame, 2 either (places and times, marks of a pause, words that may be). */
export interface Marked<T extends Seen = Seen> {
  readonly question: T;
  readonly content: Uint8Array;
}

/** The marked questions of bench/fit/reader/marks.tsv that are among those given: every question of the project's own sets, read line by line. */
export function markedQuestions<T extends Seen>(all: readonly T[]): Marked<T>[] {
  const text = readFileSync(join(PACKAGE_ROOT, 'bench', 'fit', 'reader', 'marks.tsv'), 'utf8');
  const byId = new Map(all.map((q) => [`${q.set}/${q.id}`, q]));
  return text
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .flatMap((row) => {
      const [key = '', words = ''] = row.split('\t');
      const question = byId.get(key);
      return question ? [{ question, content: marksOf(question, words.split('|').filter(Boolean)) }] : [];
    });
}

function marksOf({ text, seen }: Seen, words: readonly string[]): Uint8Array {
  const out = new Uint8Array(text.length);
  for (const word of words) {
    const either = word.startsWith('~');
    const part = (either ? word.slice(1) : word).normalize('NFKC');
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
      for (let i = at; i < at + part.length; i++) if (out[i] !== 1) out[i] = either ? 2 : 1;
  }
  for (const [i, s] of seen.entries()) if (s === SEEN.pause || (s === SEEN.slot && out[i] !== 1)) out[i] = 2;
  return out;
}

/** Recall and precision of content against marks, at thresholds, and the parser's. */
export function markedScore(
  marked: readonly { readonly content: Uint8Array; readonly probability: ArrayLike<number> }[],
  threshold: number,
): string {
  let [found, all, called] = [0, 0, 0];
  for (const { content, probability } of marked)
    for (const [i, mark] of content.entries()) {
      if (mark === 2) continue;
      const yes = probability[i]! >= threshold;
      if (yes) called++;
      if (mark === 1) all++;
      if (yes && mark === 1) found++;
    }
  return `recall ${percent(found, all)} precision ${percent(found, called)}`;
}
