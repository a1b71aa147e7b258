import { DROPPED, FOLD, isDigit, isLatin } from './fold.js';
import {
  BLOCK_TAG,
  ENTITIES,
  ENTITY,
  FOOTNOTE,
  IMAGE,
  LINK_TARGET,
  RULE_LINE,
  SUPERSCRIPT,
  TAG,
  TURN_NOTE,
} from './markup.js';
import type { Span } from './types.js';

/**
 * The first pass of a view: folds every unit of the source and takes out what is no text (标记):
 * cuts, HTML comments and tags, Markdown marks, footnote marks, lone surrogates. What the second pass (layout.ts) must
 * know of them is left as a signal in the stream.
 */

/** Folded units with the offset in the source that each stands for. Only the first `length` entries count. */
export interface Units {
  readonly codes: Uint16Array;
  readonly offsets: Uint32Array;
  length: number;
}

/** Signals: control codes, which no folded text holds. */
export const HEADING_SIGNAL = 0x01; // the line that begins here is a heading of the source's markup
export const ITEM_SIGNAL = 0x02; //    the line that begins here is an item of a list
export const CUT_SIGNAL = 0x03; //     something was cut out here

/** The replacement character: something stood here that cannot be read. */
const LOST = 0xfffd;
/** Private-use characters: signs of a font that is not at hand. */
const PRIVATE_USE = [0xe000, 0xf8ff] as const;

const NEWLINE = 0x0a;
const BLANK = 0x20;
const HASH = 0x23;
const AMPERSAND = 0x26;
const OPEN_PAREN = 0x28;
const STAR = 0x2a;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const LESS = 0x3c;
const GREATER = 0x3e;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const UNDERSCORE = 0x5f;
const BACKTICK = 0x60;
const PIPE = 0x7c;

/** Bullets that open an item of a list. */
const BULLETS = new Set(Array.from('•●◆■▪◇□▲►▶', (char) => char.charCodeAt(0)));

/** Reads the units of `extent`, without the `cuts` (spans of the source, in any order). Linear in the length of the extent. */
export function readUnits(source: string, extent: Span, cuts: readonly Span[]): Units {
  const size = Math.max(0, extent.end - extent.start);
  const units: Units = { codes: new Uint16Array(size), offsets: new Uint32Array(size), length: 0 };
  const sorted = [...cuts].sort((a, b) => a.start - b.start);
  let cut = 0;
  let lineStart = true;
  // The first place from which no comment is closed any more: it spares searching the rest again and again.
  let unclosedFrom = source.length;

  const put = (code: number, offset: number): void => {
    units.codes[units.length] = code;
    units.offsets[units.length] = offset;
    units.length++;
  };
  const match = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    return found !== null && at + found[0].length <= extent.end ? found : null;
  };

  let i = extent.start;
  while (i < extent.end) {
    while (cut < sorted.length && sorted[cut]!.end <= i) cut++;
    const next = sorted[cut];
    if (next !== undefined && next.start <= i) {
      const newline = source.slice(i, next.end).search(/[\r\n]/);
      if (newline >= 0) {
        put(NEWLINE, i + newline);
        lineStart = true;
      } else if (!putLost(i, next.end)) {
        put(CUT_SIGNAL, i);
      }
      i = next.end;
      continue;
    }
    const unit = source.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const pair = i + 1 < Math.min(extent.end, next?.start ?? extent.end) && isPair(unit, source.charCodeAt(i + 1));
      if (pair) {
        put(unit, i);
        put(source.charCodeAt(i + 1), i + 1);
        lineStart = false;
      } else {
        putLost(i); // a lone surrogate is no character
      }
      i += pair ? 2 : 1;
      continue;
    }
    const code = FOLD[unit]!;
    if (code === DROPPED) {
      if (unit < 0xa0 || (unit >= PRIVATE_USE[0] && unit <= PRIVATE_USE[1])) putLost(i);
      i++;
      continue;
    }
    if (code === NEWLINE) {
      put(NEWLINE, i);
      lineStart = true;
      i++;
      continue;
    }
    if (code === BLANK) {
      put(BLANK, i);
      i++;
      continue;
    }
    const skip = code > 0x7c ? wideMarkLength(code) : markLength(code, i);
    if (skip > 0) {
      i += skip;
      continue;
    }
    put(code, i);
    lineStart = false;
    i++;
  }
  return units;

  /** What cannot be read is left out, but for what stands between two digits: 39:61 must not become 3961. */
  function putLost(at: number, end = at + 1): boolean {
    const last = units.length > 0 ? units.codes[units.length - 1]! : NEWLINE;
    if (!isDigit(last) || end >= extent.end || !isDigit(FOLD[source.charCodeAt(end)]!)) return false;
    put(LOST, at);
    return true;
  }

  function footnoteLength(at: number): number {
    const length = match(FOOTNOTE, at)?.[0].length ?? 0;
    if (length > 0) putLost(at, at + length);
    return length;
  }

  /** ¹² behind a word is the number of a note; m² and km³ keep their exponent. */
  function raisedLength(at: number): number {
    const last = units.length > 0 ? units.codes[units.length - 1]! : NEWLINE;
    if (isLatin(last)) return 0;
    let end = at;
    while (end < extent.end && isRaisedDigit(source.charCodeAt(end))) end++;
    putLost(at, end);
    return end - at;
  }

  /** The same for marks beyond ASCII: bullets, and footnote marks in 【】 and 〔〕. */
  function wideMarkLength(code: number): number {
    if (isRaisedDigit(code)) return raisedLength(i);
    if (!lineStart) return code === 0x3010 || code === 0x3014 ? footnoteLength(i) : 0;
    if (!BULLETS.has(code)) return 0;
    put(ITEM_SIGNAL, i);
    return 1;
  }

  /** The length of the mark that begins at `at`, 0 where there is none; puts the signals and characters that it stands for. */
  function markLength(code: number, at: number): number {
    switch (code) {
      case HASH:
        if (!lineStart) return 0;
        put(HEADING_SIGNAL, at);
        return runLength(at, HASH);
      case STAR:
        return starLength(at);
      case UNDERSCORE: {
        const run = runLength(at, UNDERSCORE);
        if (lineStart) return match(RULE_LINE, at)?.[0].length ?? (run > 1 ? run : 0);
        return run > 1 ? run : 0;
      }
      case HYPHEN:
      case PLUS: {
        if (!lineStart) return 0;
        const rule = match(RULE_LINE, at);
        if (rule !== null) return rule[0].length;
        if (FOLD[source.charCodeAt(at + 1)] !== BLANK) return 0;
        put(ITEM_SIGNAL, at);
        return 1;
      }
      case PIPE:
      case COLON:
        return lineStart ? (match(RULE_LINE, at)?.[0].length ?? 0) : 0;
      case GREATER:
        return lineStart && !isDigit(FOLD[source.charCodeAt(at + 1)] ?? 0) ? 1 : 0;
      case LESS:
        return tagLength(at);
      case OPEN_PAREN:
        return match(TURN_NOTE, at)?.[0].length ?? 0;
      case OPEN_BRACKET:
        return lineStart ? 0 : footnoteLength(at);
      case CLOSE_BRACKET:
        return match(LINK_TARGET, at)?.[0].length ?? 0;
      case 0x21:
        return match(IMAGE, at)?.[0].length ?? 0;
      case BACKSLASH:
        return /[!-/:-@[-`{-~]/.test(source.charAt(at + 1)) ? 1 : 0;
      case BACKTICK:
        return 1;
      case AMPERSAND: {
        const entity = match(ENTITY, at);
        const char = entity?.[1] === undefined ? ENTITIES[entity?.[2] ?? ''] : String.fromCharCode(Number(entity[1]));
        if (entity === null || char === undefined) return 0;
        const folded = FOLD[char.charCodeAt(0)]!;
        if (folded !== DROPPED && !(folded >= 0xd800 && folded <= 0xdfff)) put(folded, at);
        if (folded !== BLANK) lineStart = false;
        return entity[0].length;
      }
      default:
        return 0;
    }
  }

  /** How often a mark stands in a row; full-width marks (＃, ＊) are the same marks. */
  function runLength(at: number, mark: number): number {
    let end = at;
    while (end < extent.end && FOLD[source.charCodeAt(end)] === mark) end++;
    return end - at;
  }

  function starLength(at: number): number {
    const run = runLength(at, STAR);
    if (lineStart) {
      const rule = match(RULE_LINE, at);
      if (rule !== null) return rule[0].length;
      if (run === 1 && FOLD[source.charCodeAt(at + 1)] === BLANK) {
        put(ITEM_SIGNAL, at);
        return 1;
      }
      // A line that is bold as a whole is a heading.
      if (run > 1 && /^\*\*[^*\n]{1,80}\*\*\s*$/.test(lineAt(at))) put(HEADING_SIGNAL, at);
      return run;
    }
    const before = FOLD[source.charCodeAt(at - 1)] ?? 0;
    const after = FOLD[source.charCodeAt(at + run)] ?? 0;
    return run === 1 && isDigit(before) && isDigit(after) ? 0 : run;
  }

  /** The rest of the line, as far as a heading could reach. */
  function lineAt(at: number): string {
    const rest = source.slice(at, Math.min(at + 100, extent.end));
    const end = rest.search(/[\r\n]/);
    return end < 0 ? rest : rest.slice(0, end);
  }

  function tagLength(at: number): number {
    if (source.startsWith('<!--', at)) {
      if (at >= unclosedFrom) return 4;
      const end = source.indexOf('-->', at + 4);
      if (end >= 0 && end + 3 <= extent.end) return end + 3 - at;
      unclosedFrom = at;
      return 4;
    }
    const letter = source.charCodeAt(at + 1);
    if (!isLatin(letter) && letter !== 0x2f) return 0;
    // A footnote's number; the exponent of km<sup>2</sup> stays.
    const superscript = source[at - 1] === 'm' ? null : match(SUPERSCRIPT, at);
    if (superscript !== null) {
      putLost(at, at + superscript[0].length);
      return superscript[0].length;
    }
    const tag = match(TAG, at);
    if (tag === null) return 0;
    if (/^t[dh]$/i.test(tag[1]!)) {
      // The cells of a table are parted by bars, as in Markdown.
      if (source[at + 1] !== '/') put(PIPE, at);
      return tag[0].length;
    }
    if (BLOCK_TAG.test(tag[1]!)) {
      put(NEWLINE, at);
      lineStart = true;
    }
    return tag[0].length;
  }
}

/** ¹²³⁰⁴…⁹ */
function isRaisedDigit(code: number): boolean {
  return code === 0xb9 || code === 0xb2 || code === 0xb3 || code === 0x2070 || (code >= 0x2074 && code <= 0x2079);
}

function isPair(high: number, low: number): boolean {
  return high < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
}
