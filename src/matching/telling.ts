import { ASKS_ORDINAL, ASKS_TIME, DUE } from '../question/tellings.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import type { SentenceHit } from './sentences.js';

/** Which sentences tell what a question asks for, and what has to be quoted with them. */

/** From so much on, the sentence needs not hold the rarest word as it is spelt: 世锦赛 for 世界锦标赛. */
export const SURE = 0.85;
/** A time as reports write it. */
const TIME = /\d{1,4}(?:年|月|日)|今年|去年|明年|年[初底末]|[上下]半年|季度|[一二三四五六七八九十]+月/u;
/** How much less a sentence without a time is worth where one is asked for. */
const NO_TIME = 0.75;

/** The sentences that can tell what is asked: a number of a meeting (第…届) stands in them, and rather a time than none. */
export function thoseThatTell(question: string, hits: readonly SentenceHit[]): readonly SentenceHit[] {
  const words = ({ report, span }: SentenceHit): string => report.view.text.slice(span.start, span.end);
  const ordinal = ASKS_ORDINAL.exec(question)?.[1];
  if (ordinal) {
    const numbered = new RegExp(`第[一二三四五六七八九十百\\d]+${ordinal}|首${ordinal}`, 'u');
    return hits.filter((hit) => numbered.test(words(hit)));
  }
  const due = DUE.exec(question)?.[1];
  const onTime = due ? hits.filter((hit) => words(hit).includes(due)) : [];
  if (onTime.length > 0) return onTime;
  if (!ASKS_TIME.test(question)) return hits;
  return hits
    .filter((hit) => hit.words >= SURE || TIME.test(words(hit)))
    .map((hit) => (TIME.test(words(hit)) ? hit : { ...hit, score: hit.score * NO_TIME }))
    .sort((a, b) => b.score - a.score);
}

/** A sentence that points back: 这是…首秀. What it says is said of the one before. */
const POINTS_BACK = /^(?:这|此|该|上述)(?!些?年|一年|五年|三年|几年|外|次|项)/u;
/** How far back the sentence before may begin. */
const BACK = 160;

/** A span that points back, from the beginning of the sentence before it in its paragraph. */
export function withLeading(text: string, span: Span): Span {
  if (!POINTS_BACK.test(text.slice(span.start, span.end))) return span;
  const from = Math.max(text.lastIndexOf('\n', span.start - 1) + 1, span.start - BACK);
  const before = splitSentences(text, { start: from, end: span.start }).at(-1);
  return before ? { start: before.start, end: span.end } : span;
}

/** The sentence of a hit with the one that it points back to, as one clause. */
export function withCause({ report, span }: SentenceHit): Partial<Pick<SentenceHit, 'span' | 'clause'>> {
  const whole = withLeading(report.view.text, span);
  return whole === span ? {} : { span: whole, clause: whole };
}
