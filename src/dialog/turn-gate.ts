import type { Answer, Citation } from '../answer/schema.js';
import { signs } from '../lexicon/signs.js';
import { thingsIn } from '../question/things.js';
import { asksMeaning, asksSpending, tellsSpending } from '../question/turn-asks.js';
import { turnWords } from '../question/turn-words.js';
import { namesNothing } from '../question/turns.js';
import { saysSame } from './likeliest.js';
import { asksForNoFigure, isAccepted, saysAgain, type TurnTold } from './turn-acceptance.js';
import { asNearest } from './whether.js';

/** Whether an answer is likely enough to be told to its turn. */
export type Accepts = (turn: TurnTold) => boolean;

/** Answers of one figure, one list or some words, which what was taken over from the turn before may have found alone. */
const OF_ONE: ReadonlySet<Answer['kind']> = new Set(['figure', 'list', 'passages']);

/**
 * The answer to a turn that took its place, year or thing from the one before, if it tells what this turn asks; else the same as the nearest that was
 * found.
 */
export function ofTurn(turn: TurnTold, accepts: Accepts = isAccepted): Answer {
  const { answer, typed, query, session } = turn;
  if (answer.kind === 'outcome') return unlessAimAlone(answer, session.answer);
  // Who gave a report, and when, is told by the report's own data.
  if (query.operation === 'metadata' && answer.kind !== 'figure') return answer;
  if (!OF_ONE.has(answer.kind)) return answer;
  if (
    ![isOtherMoney, isUnexplained, isOfToldInWords, isYearOfSpan].some((contradicts) => contradicts(turn)) &&
    accepts(turn)
  )
    return answer;
  return answer.kind === 'figure'
    ? asNearest(answer, `报告里没有找到“${typed.text}”的答案，最接近的是${answer.headline}`)
    : asNearest(answer, `没有找到正好回答“${typed.text}”的话，最接近的是“${answer.headline}”`);
}

/**
 * What came of an aim, as a no where the aim alone is known and the answer before told it: the turn asked for the other half, which no words of a
 * report tell either.
 */
export function unlessAimAlone(answer: Answer, last: Answer | undefined): Answer {
  const [aim, ...more] = answer.kind === 'outcome' ? answer.figures : [];
  const inWords = answer.citations.length > 1;
  if (aim === undefined || more.length > 0 || inWords || last === undefined || last.kind === 'refusal') return answer;
  const told = last.figures.some((f) => f.text === aim.text && f.place === aim.place && f.period === aim.period);
  return told ? asNearest(answer, answer.headline) : answer;
}

/** True for money that was not spent on what was spoken of, where a turn asks what that took and names nothing: 这个花了多少钱. */
function isOtherMoney({ answer, typed, session: { remembered } }: TurnTold): boolean {
  const [figure] = answer.figures;
  const subject = remembered?.subject;
  const named = thingsIn(typed.residue.join(' ')).length + typed.indicators.length + typed.periods.length > 0;
  if (answer.kind !== 'figure' || named || figure === undefined || !asksSpending(typed.text)) return false;
  // Behind a no, what was spoken of was no figure's.
  const ofThing = subject === undefined || answer.citations.some(({ quote }) => holdsThing(quote, subject));
  return !tellsSpending(figure.indicator) || !ofThing;
}

/** True for words of a report that explain nothing, where it is asked what something means. */
function isUnexplained({ answer: { kind, citations }, typed }: TurnTold): boolean {
  const explains = ({ quote }: Citation): boolean =>
    signs().definition.some((word) => quote.includes(word) && word !== '“');
  return kind === 'passages' && typed.quoted.length === 0 && asksMeaning(typed.text) && !citations.some(explains);
}

/** True for a figure of what was told before, where a turn asks in words for none: 哪家公司承建的. */
function isOfToldInWords({ answer, typed, session: { answer: last, remembered } }: TurnTold): boolean {
  const [figure] = answer.figures;
  if (answer.kind !== 'figure' || !asksForNoFigure(typed) || namesNothing(typed.residue.join(''))) return false;
  return figure?.indicator === remembered?.subject || saysAgain(answer, typed, last);
}

/** True for one year's figure where a turn asks what several years came to (五年一共呢), or for the one that was told already; for a part's where it asks of the year. */
function isYearOfSpan({ answer, typed, session }: TurnTold): boolean {
  const [figure] = answer.figures;
  const span = typed.periods.some(({ value }) => SPANS.has(value.kind));
  if (answer.kind !== 'figure' || figure === undefined) return false;
  if (!ONE_YEAR.test(figure.period)) return turnWords().wholeYear.some((word) => typed.text.includes(word));
  return span && (typed.cues.total || saysSame(answer, session.answer));
}

const SPANS: ReadonlySet<string> = new Set(['window', 'span']);
const ONE_YEAR = /^\d{4}$/u;

/** True for words that speak of a thing: they hold a pair of its characters. */
function holdsThing(words: string, thing: string): boolean {
  return [...thing].slice(1).some((_, i) => words.includes(thing.slice(i, i + 2)));
}
