import type { Span } from './types.js';

/** Sentences and clauses of a view's text (视图). Spans are offsets into the text that was given, blanks at both ends left out. */

const ENDS = new Set('。！？…');
const CLAUSE_ENDS = new Set('，；：');
const CLOSERS = new Set('”’」』）》】');
const CLOSING: Readonly<Record<string, string>> = { '（': '）', '“': '”', '《': '》', '【': '】', '「': '」' };
/** Within these lengths a bracket is taken as closed by its partner; a longer one is a mark whose partner was lost. */
const BRACKET_REACH = 160;
const QUOTE_REACH = 60;

/**
 * Sentences: they end with 。！？… (a closing quote or bracket after it belongs to them) or with the line.
 * Clauses joined by ；are one sentence. A 。 inside a short parenthesis or quotation ends none.
 */
export function splitSentences(text: string, within?: Span): Span[] {
  return split(
    text,
    within ?? { start: 0, end: text.length },
    (char, at) => ENDS.has(char) && !(char === '。' && BROKEN_SIGN.test(text.slice(at - 1, at + 3))),
  );
}

/** 控制在6.5%。以内: a ‰ that was read as two signs ends no sentence. */
const BROKEN_SIGN = /^%。以[内下]/;

/**
 * Clauses of a sentence (小句): cut at ，；： and at every sentence end, at the bars of a table, and at a dash that opens or
 * parts (——). The marks that end a clause are not in its span. Marks inside parentheses and quotations do not cut.
 */
export function splitClauses(text: string, within: Span): Span[] {
  return split(text, within, (char) => CLAUSE_ENDS.has(char) || ENDS.has(char) || char === '|')
    .map((span) => withoutEnds(text, span))
    .filter((span) => span.end > span.start);
}

function split(text: string, within: Span, ends: (char: string, at: number) => boolean): Span[] {
  const spans: Span[] = [];
  const stop = Math.min(within.end, text.length);
  let start = Math.max(0, within.start);
  const close = (end: number): void => {
    const span = trimmed(text, start, end);
    if (span.end > span.start) spans.push(span);
    start = end;
  };
  let i = start;
  while (i < stop) {
    const char = text[i]!;
    if (char === '\n') {
      close(i);
      start = i + 1;
      i++;
    } else if (CLOSING[char] !== undefined) {
      i = afterBracket(text, i, stop);
    } else if (ends(char, i)) {
      i++;
      while (i < stop && (ends(text[i]!, i) || CLOSERS.has(text[i]!))) i++;
      close(i);
    } else {
      i++;
    }
  }
  close(stop);
  return spans;
}

/** The place after the bracket that opens at `at`; right after its opening mark where no partner follows in the line within reach. */
function afterBracket(text: string, at: number, stop: number): number {
  const open = text[at]!;
  const partner = CLOSING[open]!;
  const reach = Math.min(stop, at + (open === '（' || open === '【' ? BRACKET_REACH : QUOTE_REACH));
  for (let i = at + 1; i < reach; i++) {
    const char = text[i]!;
    if (char === '\n') break;
    if (char === partner) {
      // 「“……。”」 at the end of a sentence ends it.
      return ENDS.has(text[i - 1]!) ? i - 1 : i + 1;
    }
  }
  return at + 1;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && text[start]! <= ' ') start++;
  while (end > start && text[end - 1]! <= ' ') end--;
  return { start, end };
}

function withoutEnds(text: string, span: Span): Span {
  let { start, end } = span;
  while (end > start && (CLAUSE_ENDS.has(text[end - 1]!) || ENDS.has(text[end - 1]!) || text[end - 1] === '|')) end--;
  while (start < end && (text[start] === '—' || text[start] === '|')) start++;
  return trimmed(text, start, end);
}
