import type { Span } from './types.js';

/** Sentences and clauses of a view's text (视图). Spans are offsets into the text that was given, blanks at both ends left out. */

/** What a character may do to a sentence; a flag each. */
const END = 1;
const CLAUSE_END = 2;
const CLOSER = 4;
const OPENER = 8;
const BAR = 16;

const CLOSING: Readonly<Record<string, string>> = { '（': '）', '“': '”', '《': '》', '【': '】', '「': '」' };

/** The flags of every UTF-16 unit: whole reports are walked through unit by unit. */
const FLAGS = new Uint8Array(0x10000);
for (const [characters, flag] of [
  ['。！？…', END],
  ['，；：', CLAUSE_END],
  ['”’」』）》】', CLOSER],
  [Object.keys(CLOSING).join(''), OPENER],
  ['|', BAR],
] as const)
  for (const character of characters) FLAGS[character.charCodeAt(0)]! |= flag;

const NEWLINE = 0x0a;
const BLANK = 0x20;
const STOP = '。'.charCodeAt(0);
const DASH = '—'.charCodeAt(0);

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
    (unit, at) =>
      (FLAGS[unit]! & END) !== 0 &&
      !(unit === STOP && text[at - 1] === '%' && BROKEN_SIGN.test(text.slice(at - 1, at + 3))),
  );
}

/** 控制在6.5%。以内: a ‰ that was read as two signs ends no sentence. */
const BROKEN_SIGN = /^%。以[内下]/;

/**
 * Clauses of a sentence (小句): cut at ，；： and at every sentence end, at the bars of a table, and at a dash that opens or
 * parts (——). The marks that end a clause are not in its span. Marks inside parentheses and quotations do not cut.
 */
export function splitClauses(text: string, within: Span): Span[] {
  return split(text, within, (unit) => (FLAGS[unit]! & CLAUSE_MARK) !== 0)
    .map((span) => withoutEnds(text, span))
    .filter((span) => span.end > span.start);
}

/** The marks that end a clause. */
const CLAUSE_MARK = CLAUSE_END | END | BAR;

function split(text: string, within: Span, ends: (unit: number, at: number) => boolean): Span[] {
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
    const unit = text.charCodeAt(i);
    if (unit === NEWLINE) {
      close(i);
      start = i + 1;
      i++;
    } else if ((FLAGS[unit]! & OPENER) !== 0) {
      i = afterBracket(text, i, stop);
    } else if (ends(unit, i)) {
      i++;
      while (i < stop && (ends(text.charCodeAt(i), i) || (FLAGS[text.charCodeAt(i)]! & CLOSER) !== 0)) i++;
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
  const partner = CLOSING[open]!.charCodeAt(0);
  const reach = Math.min(stop, at + (open === '（' || open === '【' ? BRACKET_REACH : QUOTE_REACH));
  for (let i = at + 1; i < reach; i++) {
    const unit = text.charCodeAt(i);
    if (unit === NEWLINE) break;
    if (unit === partner) {
      // 「“……。”」 at the end of a sentence ends it.
      return (FLAGS[text.charCodeAt(i - 1)]! & END) !== 0 ? i - 1 : i + 1;
    }
  }
  return at + 1;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) <= BLANK) start++;
  while (end > start && text.charCodeAt(end - 1) <= BLANK) end--;
  return { start, end };
}

function withoutEnds(text: string, span: Span): Span {
  let { start, end } = span;
  while (end > start && (FLAGS[text.charCodeAt(end - 1)]! & CLAUSE_MARK) !== 0) end--;
  while (start < end && (text.charCodeAt(start) === DASH || (FLAGS[text.charCodeAt(start)]! & BAR) !== 0)) start++;
  return trimmed(text, start, end);
}
