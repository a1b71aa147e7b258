import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import type { SentenceHit } from './sentences.js';

/** Which sentences tell what a question asks for, and what has to be quoted with them. */

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
