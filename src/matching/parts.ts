import type { Span } from '../text/types.js';
import { reportPatterns } from './report-patterns.js';

/** Cutting a stretch of a report into the parts that it lists. Spans are offsets into the text that was given. */

const CLOSING: Readonly<Record<string, string>> = { '（': '）', '“': '”', '《': '》', '【': '】' };
/** A bracket that does not close within so many units is a mark whose partner was lost. */
const BRACKET_REACH = 120;

/** The longest part of a list; what is longer is prose. */
const MAX_PART = 160;

/**
 * Parts of a span between separators, blanks and marks at their ends left out; what stands in brackets or quotation marks is not cut.
 * @param separators the units that part, one after another.
 */
export function partsOf(text: string, span: Span, separators: string): Span[] {
  const cuts = unitsOf(separators);
  const parts: Span[] = [];
  let start = span.start;
  for (let i = span.start; i <= span.end; i++) {
    const unit = text.charCodeAt(i);
    if (i < span.end && !cuts.has(unit)) {
      if (OPENING.has(unit)) i = closeOf(text, i, span.end);
      continue;
    }
    const part = trimmed(text, { start, end: i });
    if (part.end > part.start) parts.push(part);
    start = i + 1;
  }
  return parts;
}

const unitsByText = new Map<string, ReadonlySet<number>>();

/** The units of a text of separators: whole reports are cut, and a set is asked faster than a pattern. */
function unitsOf(separators: string): ReadonlySet<number> {
  let units = unitsByText.get(separators);
  if (!units) {
    units = new Set(Array.from(separators, (unit) => unit.charCodeAt(0)));
    unitsByText.set(separators, units);
  }
  return units;
}

const OPENING = unitsOf(Object.keys(CLOSING).join(''));

/** Where the bracket that opens at `at` closes; `at` itself where its partner is lost. */
function closeOf(text: string, at: number, end: number): number {
  const close = text.indexOf(CLOSING[text[at]!]!, at + 1);
  return close > at && close < Math.min(end, at + BRACKET_REACH) ? close : at;
}

/** All that \s stands for. */
const BLANKS =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const BEHIND_PART = unitsOf(`${BLANKS}，,、；;：:。`);
const BEFORE_PART = unitsOf(`${BLANKS}，,、；;：:。—`);

/** A span without blanks and clause marks at either end. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && BEFORE_PART.has(text.charCodeAt(start))) start++;
  while (end > start && BEHIND_PART.has(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The last part of a list may hold two items: C和D. Empty where it does not. */
export function joinedBy(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end);
  const joined = reportPatterns().lists.joined.find(words);
  if (!joined) return [];
  const at = span.start + joined.index;
  return [
    { start: span.start, end: at },
    { start: at + joined[0].length, end: span.end },
  ].map((s) => trimmed(text, s));
}

/** The end of the line that holds `at`. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** True for a span that is neither empty nor prose. */
export function isPart({ start, end }: Span): boolean {
  return end - start >= 2 && end - start <= MAX_PART;
}

/** A span with the quotation marks that stand around it. */
export function withQuote(text: string, span: Span): Span {
  return {
    start: /[“"]/u.test(text[span.start - 1] ?? '') ? span.start - 1 : span.start,
    end: /[”"]/u.test(text[span.end] ?? '') ? span.end + 1 : span.end,
  };
}
