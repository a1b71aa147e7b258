import type { Answer, Citation } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import { signs } from '../lexicon/signs.js';
import { termsInWords } from '../matching/ask.js';
import { wideShareOf } from '../matching/terms.js';
import { thingsIn } from '../question/things.js';
import { asksMeaning, asksSpending, tellsSpending } from '../question/turn-asks.js';
import { asksYesOrNo, namesNothing } from '../question/turns.js';
import { findPeriods } from '../text/periods.js';
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
  const quotes = answer.citations.map(({ quote }) => quote).join(' ');
  const subject = remembered?.subject;
  const untold = (): Answer => asNearest(answer, `报告里没有找到“${typed.text}”的答案，最接近的是${answer.headline}`);
  if (answer.kind === 'figure' && isOtherMoney(answer, typed, quotes, subject)) return untold();
  const own = typed.residue.join('');
  if (own === '' || namesNothing(own)) return answer;
  const held = wideShareOf(termsInWords(typed), quotes);
  if (answer.kind === 'figure') {
    const again = saysAgain(answer, typed, last) && (held < LEAST_AGAIN || isUntimed(quotes, typed));
    return again || (asksForNoFigure(typed) && held < LEAST_AGAIN) ? untold() : answer;
  }
  const lacks =
    (answer.kind === 'list' && typed.cues.whether && held < LEAST_IN_WORDS) ||
    (answer.kind === 'passages' && lacksInWords(answer, typed, { held, quotes, last, subject }));
  return lacks ? asNearest(answer, `没有找到正好回答“${typed.text}”的话，最接近的是“${answer.headline}”`) : answer;
}

interface Around {
  /** What the quotes hold of the turn's own words, as a share of their weight. */
  readonly held: number;
  readonly quotes: string;
  readonly last: Answer | undefined;
  /** What the figure before was of. */
  readonly subject: string | undefined;
}

/** True for words of a report that do not tell what a turn asks. */
function lacksInWords(answer: Answer, typed: Frame, { held, quotes, last, subject }: Around): boolean {
  if ((answer.confidence ?? 1) < LEAST_LIKELY && typed.quoted.length === 0) return true;
  if (lacksAsked(answer, typed, held)) return true;
  if (held < LEAST_BESIDE && standsWhere(answer, last)) return true;
  return asksOfLast(typed) && subject !== undefined && !holdsThing(quotes, subject);
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

/** True for money that was not spent on what was spoken of, where a turn asks what that took and names nothing: 这个花了多少钱. */
function isOtherMoney(
  { figures: [figure] }: Answer,
  typed: Frame,
  quotes: string,
  subject: string | undefined,
): boolean {
  const named = thingsIn(typed.residue.join(' ')).length + typed.indicators.length + typed.periods.length > 0;
  if (named || figure === undefined || subject === undefined || !asksSpending(typed.text)) return false;
  return !tellsSpending(figure.indicator) || !holdsThing(quotes, subject);
}

/** True for a turn that asks when, where the words of the report name no time within a year. */
function isUntimed(quotes: string, { asksTime }: Frame): boolean {
  return asksTime === true && !findPeriods(quotes).some(({ part }) => part !== undefined);
}

/** True for a turn that asks in words, and not how something stands, so that no number answers it: 哪家公司承建的, 收不收费. */
function asksForNoFigure({ wantsNumber, cues, text }: Frame): boolean {
  const inWords = cues.words && !cues.state && !cues.how && !cues.what && !cues.wording;
  return !wantsNumber && (inWords || asksYesOrNo(text));
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

function asksOfLast({ text, cues, periods, indicators, residue, asksTime }: Frame): boolean {
  const short = text.replace(/[\p{P}\s]/gu, '').length <= MOST_OF_LAST;
  const bare = thingsIn(residue.join(' ')).length === 0 && (cues.who || cues.where || asksTime === true);
  return short && periods.length + indicators.length === 0 && (asksYesOrNo(text) || bare);
}

/** True for words that speak of a thing: they hold a pair of its characters. */
function holdsThing(words: string, thing: string): boolean {
  return [...thing].slice(1).some((_, i) => words.includes(thing.slice(i, i + 2)));
}
