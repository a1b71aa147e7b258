import type { Lexicon } from '../../lexicon/load.js';
import { patterns } from '../patterns/index.js';
import { readQuestion } from '../reader/read.js';
import { aimedIn, saidIn } from './asked-in.js';
import { type Line, lineOf, type Token } from './line.js';
import { matchesOf } from './pattern.js';
import { analysisWords } from './words.js';

/**
 * The tokens of a question with the words that mean an indicator though they are no name of it: 增长目标 is the economy's where no
 * other is named, and 就业 of GDP、CPI、就业目标 is the jobs'.
 */
export function withHint(text: string, tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const free = lineOf(text, []);
  for (const t of tokens) free.used.fill(1, t.start, t.end);
  const named = tokens.filter((t) => t.kind === 'I').map((t) => t.end);
  const [first] =
    named.length > 0
      ? []
      : hintsIn(free)
          .filter(({ start }) => tokens.some((t) => t.end === start) || mayStand(text, start))
          .filter(({ end }) => tokens.some((t) => t.start === end) || mayEnd(text, end));
  // 财政、投资、消费: those that stand in a row with the first are named as it is.
  const taken = first ? [first, ...nextOnes(text, free, [first.end])] : nextOnes(text, free, named);
  return [
    ...tokens,
    ...taken.flatMap(({ id, start, end }): Token[] => {
      const indicator = lexicon.indicators.get(id);
      return indicator ? [{ kind: 'I', start, end, text: text.slice(start, end), value: indicator }] : [];
    }),
  ];
}

interface Hint {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The hints of a line, the longest first. */
function hintsIn(free: Line): Hint[] {
  return Object.entries(analysisWords().hints)
    .flatMap(([id, patterns]) => matchesOf(free, patterns).map(({ start, end }) => ({ id, start, end })))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}

/** The hints right behind 、 and an indicator, each the next of several: GDP、财政、就业目标. */
function nextOnes(text: string, free: Line, named: readonly number[]): Hint[] {
  const ends = [...named];
  return hintsIn(free)
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      const inRow = text[start - 1] === '、' && ends.includes(start - 1);
      const next =
        inRow ||
        (patterns().tables.beforeNext.in(text.slice(0, start)) && patterns().tables.nextAim.in(text.slice(end)));
      if (next) ends.push(end);
      return next;
    });
}

/**
 * 财政 of 财政紧张 is no revenue: what the learned reader takes for content right behind a hint makes it another thing, unless it asks for
 * something to be done with figures (财政平均定了多少).
 */
function mayEnd(text: string, end: number): boolean {
  if (analysisWords().hintBehindWords.some((word) => text.startsWith(word, end))) return true;
  const isContent = /\p{Script=Han}/u.test(text[end] ?? '') && readQuestion(text).content[end]! >= CONTENT;
  return !isContent || saidIn(text)[end] === 1;
}

/** From which probability on the learned reader takes a character for content. */
const CONTENT = 0.5;

/** 经济 of 低空经济 is no economy: before a hint stands nothing, a recognised stretch, or a word without content. */
function mayStand(text: string, start: number): boolean {
  const before = text[start - 1];
  if (before === undefined || !/\p{Script=Han}/u.test(before)) return true;
  // 打算增长多少: a word of aims is no part of a thing.
  const { hintBefore, hintBeforeWords } = analysisWords();
  if (hintBefore.includes(before) || aimedIn(text)[start - 1] === 1) return true;
  return hintBeforeWords.some((word) => text.slice(0, start).endsWith(word));
}
