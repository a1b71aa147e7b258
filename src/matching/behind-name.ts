import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { lineEnd, partsOf, trimmed } from './parts.js';

/** Parts that stand behind the sentence of their name with no mark of their own: the paragraphs below it, or the names that open the next sentence. */

/** The longest sentence that heads its paragraph (发展义务教育。), and the shortest paragraph that one heads. */
const MAX_HEAD = 16;
/** What may still stand in the line of the name, in units: 主要包括：. */
const MAX_REST = 12;
/** The longest paragraph that is a part of a list. */
const MAX_PARAGRAPH = 400;
/** The longest name in a run of names. */
const MAX_NAME = 8;

/**
 * The paragraphs below the line of a name, each by the short sentence that heads it where all have one: 重点办好10件民生实事。主要包括：, then ten
 * paragraphs. Empty unless just `count` of them stand there before the section ends, or just `count` with heads.
 * @param leadIn the sentence of the name.
 * @param limit the end of its section.
 */
export function paragraphItems(text: string, leadIn: Span, count: number, limit: number): Span[] {
  const end = lineEnd(text, leadIn.end);
  const rest = text.slice(leadIn.end, end).trim();
  if (rest.length > MAX_REST || (rest !== '' && !/[：:]$/u.test(rest))) return [];
  const paragraphs = partsOf(text, { start: end, end: limit }, '\n').slice(0, count + 1);
  const own = paragraphs.slice(0, count);
  const heads = own.flatMap((paragraph) => headOf(text, paragraph) ?? []);
  if (own.length < count || own.some((p) => p.end - p.start > MAX_PARAGRAPH)) return [];
  if (heads.length === count) return heads;
  // Without heads they must be all that the section still has, behind a line that announces them.
  return paragraphs.length === count && /[：:]$/u.test(text.slice(leadIn.start, end).trim()) ? own : [];
}

/** The short sentence that heads a paragraph; undefined where it opens with a long one. */
function headOf(text: string, paragraph: Span): Span | undefined {
  const [first, next] = splitSentences(text, paragraph);
  return first && next && first.end - first.start <= MAX_HEAD ? trimmed(text, first) : undefined;
}

/**
 * The names that open the sentence behind a name, just so many and all of one length: 打造四大工业强县。荔浦、全州、兴安、平乐依托…. Where the last of them
 * ends no mark tells but its length.
 */
export function evenNames(text: string, leadIn: Span, count: number): Span[] {
  const line = { start: leadIn.end, end: lineEnd(text, leadIn.end) };
  const clause = partsOf(text, line, '，,；;。')[0];
  if (!clause || count < 3) return [];
  const parts = partsOf(text, clause, '、');
  const [first, last] = [parts[0], parts.at(-1)];
  const length = first ? first.end - first.start : 0;
  if (parts.length !== count || !first || !last || length < 2 || length > MAX_NAME) return [];
  const even = parts.slice(0, -1).every((p) => p.end - p.start === length) && last.end - last.start >= length;
  if (!even || !HAN_ONLY.test(text.slice(first.start, first.end))) return [];
  return [...parts.slice(0, -1), { start: last.start, end: last.start + length }];
}

const HAN_ONLY = /^\p{Script=Han}+$/u;
