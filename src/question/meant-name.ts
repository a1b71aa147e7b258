import type { EvidenceRun, Frame } from '../frame/types.js';
import type { Measure } from '../lexicon/types.js';
import { askedIn, judgedIn } from './analysis/asked-in.js';
import { askingWords } from './asking-words.js';
import { readQuestion } from './reader/read.js';
import type { ReaderOperation } from './reader/types.js';

/** From which probability on the learned reader takes a character for content. */
const CONTENT = 0.5;
/** The same in a turn that names no more than its thing, of which the reader sees little. */
const CONTENT_OF_TURN = 0.3;

/**
 * A question for figures in which one short name is all that is asked for, with that name in full: 湘潭2021经济目标定了多少,
 * 财政总共涨了多少, 哪些省工业没完成目标. Whether it is all is the learned reader's to say: 财政投入 and 数字经济 name another thing, 到底 and 总共
 * nothing. The text as it is where an indicator is named, where more is named, or where the name stands for nothing that is measured so.
 */
export function withNameMeant(text: string, frame: Frame): string {
  const asking = askingOf(text, frame);
  if (asking === undefined || frame.indicators.length > 0 || frame.detail) return text;
  const { bareNames, wholes, ofGrowth } = askingWords();
  const named = stretchesOf(frame.evidence, asking, askedIn(text));
  const only = named.length === 1 ? named[0]! : undefined;
  const short = only && withoutWhole(only.text, wholes);
  const full = short === undefined ? undefined : bareNames[short];
  if (!only || !short || !full || (asking.ofLevel && ofGrowth.includes(short))) return text;
  return text.slice(0, only.start) + full + text.slice(only.start + only.text.length);
}

/** How a figure is asked for: where its asking begins, at the latest, and whether an amount may be meant. */
interface FigureAsked {
  readonly end: number;
  readonly ofLevel: boolean;
  /** From which probability on a character is content. */
  readonly least: number;
}

/** How a question asks for a figure of one place or of many; undefined where it asks for none. */
function askingOf(text: string, frame: Frame): FigureAsked | undefined {
  const { operation, wantsNumber, facet, measure } = frame;
  // A multiple of 投资 may be of any.
  if (operation === 'mentions' || measure === 'multiple') return undefined;
  if (isOverMany(frame) || isJudged(text)) return askedOfMany(text);
  if (measure !== undefined && !MEASURES.has(measure)) return undefined;
  if (operation === 'list' || operation === 'targets') return isSure(text, SET_BESIDE) ? ofNoLevel(text) : undefined;
  if (!FIGURES.has(operation)) return undefined;
  // 那财政呢: a turn that names no more than its thing.
  const goesOn = frame.places.length === 0 && frame.periods.length === 0 && text.includes(GOES_ON);
  if (wantsNumber || facet !== undefined || goesOn)
    return { end: text.length, ofLevel: measure === 'level', least: goesOn ? CONTENT_OF_TURN : CONTENT };
  const fares = askingWords().fares.find((word) => text.includes(word));
  return fares === undefined ? askedOfMany(text) : { end: text.indexOf(fares), ofLevel: true, least: CONTENT };
}

/**
 * A question over many places or years is one for figures where the learned reader says so (财政喊得最高的是哪家), or where it asks who
 * did what was aimed at, or changed it (哪些省财政没达标).
 */
function askedOfMany(text: string): FigureAsked | undefined {
  return isSure(text, OVER_MANY) || isJudged(text) ? ofNoLevel(text) : undefined;
}

function ofNoLevel(text: string): FigureAsked {
  return { end: text.length, ofLevel: false, least: CONTENT };
}

function isSure(text: string, operations: ReadonlySet<ReaderOperation>): boolean {
  const { operation } = readQuestion(text);
  return operations.has(operation.value) && operation.probability >= SURE;
}

function isJudged(text: string): boolean {
  return judgedIn(text).includes(1);
}

function isOverMany({ allPlaces, places, periods }: Frame): boolean {
  return allPlaces !== undefined || places.length > 1 || periods.length > 1;
}

/** Operations that tell one figure, or a target with its outcome. */
const FIGURES: ReadonlySet<Frame['operation']> = new Set(['figure', 'outcome', 'passage']);

/** What the learned reader calls questions for figures of many places or years. */
const OVER_MANY: ReadonlySet<ReaderOperation> = new Set([
  ...(['compare', 'change', 'rank', 'table', 'filter', 'aggregate', 'trend', 'outcome', 'figure'] as const),
]);
/** Those of them by which figures are set beside one another, however the question lists them: 长三角工业目标一览. */
const SET_BESIDE: ReadonlySet<ReaderOperation> = new Set([
  ...(['compare', 'change', 'rank', 'table', 'filter', 'aggregate'] as const),
]);
/** From which probability on it is believed. */
const SURE = 0.6;

/** What makes a question of a turn that names no more than its thing. */
const GOES_ON = '呢';

/** How an indicator that has a name of its own is told (几个点 may be per cent). */
const MEASURES: ReadonlySet<Measure> = new Set(['growth', 'difference', 'level']);

interface Named {
  readonly text: string;
  readonly start: number;
}

/** The stretches before `end` that the learned reader takes for content, without the units that are left out. */
function stretchesOf(runs: readonly EvidenceRun[], { end, least }: FigureAsked, leftOut: Uint8Array): Named[] {
  return runs.flatMap(({ text, roles, content, start }) => {
    const length = Math.min(text.length, end - start);
    const is = (i: number): boolean =>
      i < length && !leftOut[start + i] && roles[i] === 'content' && content[i]! >= least;
    const out: Named[] = [];
    for (let from = 0; from < length; from++) {
      if (!is(from)) continue;
      let to = from;
      while (is(to)) to++;
      out.push({ text: text.slice(from, to), start: start + from });
      from = to;
    }
    return out;
  });
}

/** 全市经济 is 经济 of the place that is named. */
function withoutWhole(text: string, wholes: readonly string[]): string {
  const whole = wholes.find((word) => text.startsWith(word) && text.length > word.length);
  return whole === undefined ? text : text.slice(whole.length);
}
