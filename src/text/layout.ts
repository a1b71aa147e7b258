import { isDigit, isHan, isLatin } from './fold.js';
import { CUT_SIGNAL, HEADING_SIGNAL, ITEM_SIGNAL, type Units } from './marks.js';

/**
 * The second pass of a view (版面): which blanks and line ends stay, thousands separators, decimal marks, and one form for
 * each mark of punctuation. Reads the units of the first pass and writes into the same arrays; linear.
 */

const NEWLINE = 0x0a;
const BLANK = 0x20;
const COMMA = 0x2c;
const DOT = 0x2e;
const COLON = 0x3a;
const QUESTION = 0x3f;
const FULL_COMMA = 0xff0c;
const FULL_COLON = 0xff1a;
const FULL_QUESTION = 0xff1f;
const MIDDLE_DOT = 0xb7;
const FULL_STOP = 0x3002;

/** Half-width punctuation and the one full-width form that views use for it. Comma, colon, dot and question mark depend on their neighbours. */
const FULL_FORMS = new Map<number, number>([
  [0x21, 0xff01], // !
  [0x28, 0xff08], // (
  [0x29, 0xff09], // )
  [0x3b, 0xff1b], // ;
]);

const codes = (chars: string): ReadonlySet<number> => new Set(Array.from(chars, (char) => char.charCodeAt(0)));
const STOPS = codes('。！？；：…|】');
const SENTENCE_ENDS = codes('。！？；');
const CLOSERS = codes('”’」』）》〉〕');
const CONTINUERS = codes('，、（“‘《—的和与及以在将');
/** A line cannot begin with one of these: the break before it is not one of the text. */
const NEVER_FIRST = codes('，。、；：！？）”’」』》〉】%‰,;:!?)');
/** What follows the digits of a decimal fraction that was written with a middle dot or a full stop (3·5亿元, 9。5%; not 8·27). */
const FIGURE_UNITS = codes('%‰亿万倍');

/** How a heading, an item or another new paragraph begins (blanks taken out). */
const OPENING =
  /^(?:（[一二三四五六七八九十\d]{1,3}）|第[一二三四五六七八九十]{1,3}[章节部篇条，、：]|[一二三四五六七八九十]{1,3}[、.：]|[一二三四五六七八九十]{1,2}是|\d{1,2}[、）]|\d{1,2}\.(?!\d)|—|[①-⑳㈠-㈩]|\||各位代表|附件|名词解释|注释|(?:19|20)\d\d年.{0,10}(?:重点|工作|回顾|安排|目标))/;
/** A unit that goes with the digits at the end of the line before. */
const UNIT_OPENING = /^(?:万|亿|%|‰|元|吨|公里|公顷|平方|立方|亩|千瓦|倍|斤)/;
/** Longest run of letters of a line without a full stop that may still be a heading. */
const HEADING_LENGTH = 40;
/** How much of the next line is looked at to tell a new paragraph. */
const LOOK_AHEAD = 24;

/** Lays out `units` in place; only the first `units.length` entries count afterwards. */
export function layOut(units: Units): void {
  const { codes: code, offsets } = units;
  const total = units.length;
  let length = 0;
  // Of the line that is being written:
  let lineFrom = 0;
  let heading = false;
  let stopAt = -1; // after its last full stop
  let hasComma = false;
  let digits = 0; // length of the run of digits just written
  let grouped = false; // that run came after a thousands separator
  // What was passed over since the last written unit:
  let blankAt = -1;
  let breakAt = -1;
  let item = false;
  let headingNext = false;
  let cut = false;

  const startLine = (): void => {
    lineFrom = length;
    heading = headingNext;
    stopAt = -1;
    hasComma = false;
  };
  const put = (unit: number, offset: number): void => {
    code[length] = unit;
    offsets[length] = offset;
    length++;
    if (isDigit(unit)) {
      digits++;
    } else {
      digits = 0;
      grouped = false;
    }
  };
  /** The folded unit at `at`, blanks skipped; 0 at the end. */
  const peek = (at: number): number => {
    let j = at;
    while (j < total && code[j] === BLANK) j++;
    return j < total ? code[j]! : 0;
  };

  for (let j = 0; j < total; j++) {
    const unit = code[j]!;
    const offset = offsets[j]!;
    const last = length > 0 ? code[length - 1]! : NEWLINE;
    if (unit === BLANK) {
      if (blankAt < 0) blankAt = offset;
      continue;
    }
    if (unit === NEWLINE) {
      if (breakAt < 0) breakAt = offset;
      continue;
    }
    if (unit === HEADING_SIGNAL) {
      headingNext = true;
      continue;
    }
    if (unit === ITEM_SIGNAL) {
      item = true;
      continue;
    }
    if (unit === CUT_SIGNAL) {
      if (breakAt < 0) cut = true;
      if (breakAt < 0 && (STOPS.has(last) || CLOSERS.has(last))) breakAt = offset;
      continue;
    }

    if (last === NEWLINE) {
      if (length === 0 || breakAt >= 0) startLine();
    } else if (breakAt >= 0 && !continues(j)) {
      put(NEWLINE, breakAt);
      startLine();
    } else if (blankAt >= 0 || breakAt >= 0) {
      if (keepsBlank(last, unit, j)) put(BLANK, blankAt >= 0 ? blankAt : breakAt);
    }
    blankAt = -1;
    breakAt = -1;
    item = false;
    headingNext = false;
    cut = false;

    const form = formOf(unit, length > 0 ? code[length - 1]! : NEWLINE, j);
    if (form === 0) {
      grouped = true;
      digits = 0;
      continue;
    }
    put(form, offset);
    if (SENTENCE_ENDS.has(form)) stopAt = length;
    else if (form === FULL_COMMA) hasComma = true;
  }
  units.length = length;

  /** True where the line that is being written goes on with the unit at `at`, over a line end. */
  function continues(at: number): boolean {
    // What was cut out at the end of a line took its full stop with it.
    if (heading || headingNext || item || cut) return false;
    const head = ahead(at);
    if (NEVER_FIRST.has(code[at]!)) return true;
    let end = length - 1;
    while (end > lineFrom && CLOSERS.has(code[end]!)) end--;
    const last = code[end]!;
    if (STOPS.has(last) && !(last === FULL_COLON && end < length - 1)) return false;
    if (OPENING.test(head)) return false;
    if (CONTINUERS.has(last) && hasBody()) return true;
    if (isDigit(last) && UNIT_OPENING.test(head)) return true;
    // A heading, or one that follows a sentence in the same line.
    if (OPENING.test(written(Math.max(stopAt, lineFrom), LOOK_AHEAD))) return false;
    return hasBody();
  }

  /** True where the line is running text: a heading has no full stop in it and is short. */
  function hasBody(): boolean {
    return stopAt >= 0 || (hasComma && length - lineFrom > HEADING_LENGTH);
  }

  function ahead(at: number): string {
    let head = '';
    for (let j = at; j < total && head.length < LOOK_AHEAD && code[j] !== NEWLINE; j++) {
      const unit = code[j]!;
      if (unit > BLANK) head += String.fromCharCode(FULL_FORMS.get(unit) ?? unit);
    }
    return head;
  }

  function written(from: number, count: number): string {
    return String.fromCharCode(...code.subarray(from, Math.min(from + count, length)));
  }

  /** True where a blank between two units must stay: two figures, or two Latin words. */
  function keepsBlank(last: number, next: number, at: number): boolean {
    const word = (isDigit(last) || isLatin(last)) && (isDigit(next) || isLatin(next));
    if (word) return !(isDigit(last) && isThousandAfterBlank(at));
    // 「7. 5%」 is one figure; 「1. 5G…」 at the head of a line is a number of a list.
    if (last === DOT && isDigit(next) && length > 1 && isDigit(code[length - 2]!)) {
      let from = length - 2;
      while (from > lineFrom && isDigit(code[from - 1]!)) from--;
      return from === lineFrom;
    }
    return false;
  }

  /** 「2 311.43亿元」, 「4 000亩」: a blank as thousands separator. Two longer figures side by side are two (800 1000亩). */
  function isThousandAfterBlank(at: number): boolean {
    if (digits > 3 || afterFraction() || !isThousand(at - 1)) return false;
    return digits <= 2 || code[at + 3] === DOT;
  }

  /** The form of a mark of punctuation in its place; 0 for a thousands separator, which is left out. */
  function formOf(unit: number, last: number, at: number): number {
    const full = FULL_FORMS.get(unit);
    if (full !== undefined) return full;
    const next = at + 1 < total ? code[at + 1]! : 0;
    switch (unit) {
      case COMMA:
      case FULL_COMMA:
        if (digits > 0 && digits <= 3 && (!grouped || digits === 3) && isThousand(at) && !afterFraction()) return 0;
        return isLatin(last) && isLatin(peek(at + 1)) ? COMMA : FULL_COMMA;
      case COLON:
      case FULL_COLON:
        if (isDigit(last) && isDigit(peek(at + 1))) return COLON;
        return isLatin(last) && next === 0x2f ? COLON : FULL_COLON;
      case DOT:
        return (isHan(last) || last === 0x25) && (isHan(next) || next === NEWLINE || next === 0) ? FULL_STOP : DOT;
      case QUESTION:
        return isHan(last) && isHan(next) ? QUESTION : FULL_QUESTION;
      case MIDDLE_DOT:
      case FULL_STOP: {
        if (!isDigit(last) || !isDigit(next)) return unit;
        let j = at + 1;
        while (j < total && isDigit(code[j]!)) j++;
        return j - at <= 3 && FIGURE_UNITS.has(peek(j)) ? DOT : unit;
      }
      default:
        return unit;
    }
  }

  /** True where exactly three digits follow the comma at `at`. */
  function isThousand(at: number): boolean {
    for (let j = at + 1; j <= at + 3; j++) if (j >= total || !isDigit(code[j]!)) return false;
    return at + 4 >= total || !isDigit(code[at + 4]!);
  }

  /** True where the digits just written are the fraction of a decimal: no thousands follow those. */
  function afterFraction(): boolean {
    return !grouped && length > digits && code[length - digits - 1] === DOT;
  }
}
