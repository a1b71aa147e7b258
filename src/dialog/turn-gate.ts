import type { Answer, Citation } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import { signs } from '../lexicon/signs.js';
import { termsInWords } from '../matching/ask.js';
import { wideShareOf } from '../matching/terms.js';
import { asksMeaning } from '../question/turn-asks.js';
import { asksYesOrNo, namesNothing } from '../question/turns.js';
import { saysSame } from './likeliest.js';
import type { Session } from './sessions.js';
import { asNearest } from './whether.js';

/** What of a turn's own words a figure that was told already must be said with, to be told once more. */
const LEAST_AGAIN = 0.5;
/** What of them the quotes must hold where a turn is answered in words. */
const LEAST_IN_WORDS = 0.5;

/** A turn of no more characters that asks whether something is so, and names no thing, asks it of what was spoken of: 收不收费. */
const MOST_OF_LAST = 8;

/**
 * The answer to a turn that took its place, year or thing from the one before, if it tells what this turn asks; else the same as the nearest that was
 * found. What the turn before was told, and a sentence that holds nothing of the turn's own words, answer the words that were taken over.
 */
export function ofTurn(answer: Answer, typed: Frame, { answer: last, remembered }: Session): Answer {
  const own = typed.residue.join('');
  if (own === '' || namesNothing(own)) return answer;
  const quotes = answer.citations.map(({ quote }) => quote).join(' ');
  const held = wideShareOf(termsInWords(typed), quotes);
  if (answer.kind === 'figure' && saysAgain(answer, typed, last) && held < LEAST_AGAIN)
    return asNearest(answer, `报告里没有找到“${typed.text}”的答案，前面说的是${answer.headline}`);
  const lacks =
    ((answer.confidence ?? 1) < LEAST_LIKELY && typed.quoted.length === 0) ||
    lacksAsked(answer, typed, held) ||
    (held < LEAST_BESIDE && standsWhere(answer, last)) ||
    (asksOfLast(typed) && remembered?.subject !== undefined && !holdsThing(quotes, remembered.subject));
  if (answer.kind === 'passages' && lacks)
    return asNearest(answer, `没有找到正好回答“${typed.text}”的话，最接近的是“${answer.headline}”`);
  return answer;
}

/** From which probability a sentence is told to a turn that names neither place nor time. */
const LEAST_LIKELY = 0.4;

/** True for a figure that the answer before told, where the turn names no side, time or place of which it is told once more. */
function saysAgain(answer: Answer, { facet, periods, reportYear, places }: Frame, last: Answer | undefined): boolean {
  if (saysSame(answer, last)) return true;
  const [own] = answer.figures;
  const named = facet !== undefined || periods.length > 0 || reportYear !== undefined || places.length > 0;
  if (named || own === undefined || last === undefined || last.kind === 'refusal') return false;
  return last.figures.some((f) => f.text === own.text && f.indicator === own.indicator && f.period === own.period);
}

/** What of a turn's words the sentence that was told before must hold, to tell more than it did. */
const LEAST_BESIDE = 0.34;

/** True for words of a report that do not say whether something is so, how much it is, or what it means, where that is asked. */
function lacksAsked({ citations }: Answer, typed: Frame, held: number): boolean {
  if (typed.cues.whether || typed.wantsNumber || asksYesOrNo(typed.text)) return held < LEAST_IN_WORDS;
  const explains = ({ quote }: Citation): boolean =>
    signs().definition.some((word) => quote.includes(word) && word !== '“');
  return typed.quoted.length === 0 && asksMeaning(typed.text) && !citations.some(explains);
}

/** True for the sentence that the figure before stands in. */
function standsWhere({ citations: [own] }: Answer, last: Answer | undefined): boolean {
  const before = last?.kind === 'figure' ? last.citations[last.figures[0]?.citation ?? 0] : undefined;
  return (
    own !== undefined &&
    before !== undefined &&
    own.seed === before.seed &&
    own.start < before.end &&
    before.start < own.end
  );
}

function asksOfLast({ text, cues, periods, indicators }: Frame): boolean {
  const short = text.replace(/[\p{P}\s]/gu, '').length <= MOST_OF_LAST;
  return short && periods.length + indicators.length === 0 && (asksYesOrNo(text) || cues.who);
}

/** True for words that speak of a thing: they hold a pair of its characters. */
function holdsThing(words: string, thing: string): boolean {
  return [...thing].slice(1).some((_, i) => words.includes(thing.slice(i, i + 2)));
}
