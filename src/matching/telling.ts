import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { reportPatterns } from './report-patterns.js';
import type { SentenceHit } from './sentences.js';

/** Which sentences tell what a question asks for, and what has to be quoted with them. */

/** How far back the sentence before may begin. */
const BACK = 160;

/** A span that points back, from the beginning of the sentence before it in its paragraph. */
export function withLeading(text: string, span: Span): Span {
  if (!reportPatterns().sentences.pointsBack.in(text.slice(span.start, span.end))) return span;
  const from = Math.max(text.lastIndexOf('\n', span.start - 1) + 1, span.start - BACK);
  const before = splitSentences(text, { start: from, end: span.start }).at(-1);
  return before ? { start: before.start, end: span.end } : span;
}

/** The sentence of a hit with the one that it points back to, as one clause. */
export function withCause({ report, span }: SentenceHit): Partial<Pick<SentenceHit, 'span' | 'clause'>> {
  const whole = withLeading(report.view.text, span);
  return whole === span ? {} : { span: whole, clause: whole };
}

/** How many sentences behind may announce the points before the first of them. */
const ANNOUNCES = 2;
/** The most that is quoted with its points, in characters. */
const MOST_POINTS = 640;

/**
 * A sentence with the points that it opens or announces (主要基于四个方面的考虑：第一，…。第二，…), up to the last of them in its paragraph
 * that the limit leaves; the same span where it opens none. What is told in several points is told by all of them.
 */
export function withPoints(text: string, span: Span): Span {
  const line = text.indexOf('\n', span.end);
  const behind = splitSentences(text, {
    start: span.end,
    end: Math.min(line < 0 ? text.length : line, span.start + MOST_POINTS),
  });
  const { firstPoint, laterPoint } = reportPatterns().sentences;
  const opens =
    firstPoint.in(text.slice(span.start, span.end)) ||
    behind.slice(0, ANNOUNCES).some(({ start, end }) => firstPoint.in(text.slice(start, end)));
  const last = opens ? behind.findLast(({ start, end }) => laterPoint.in(text.slice(start, end))) : undefined;
  return last ? { start: span.start, end: last.end } : span;
}
