import { boundsAround, limits } from './bounds.js';
import { type Reading, readFigure } from './figures.js';
import { isDigit } from './fold.js';
import { readFraction, readPercent } from './fractions.js';
import { quotedName, skipDate } from './nonfigures.js';
import { CHINESE_NUMERAL_CHARS, parseNumeral } from './numerals.js';
import { PHRASE_OPENERS, readPhrase } from './phrases.js';
import { readListedRank, readRank } from './ranks.js';
import type { Quantity } from './types.js';

/** What a character can open. */
const NOTHING = 0;
const DIGIT = 1;
const NUMERAL = 2;
const PHRASE = 3;
const QUOTE = 4;
const ORDINAL = 5;
const DOUBLING = 6;

const OPENS = (() => {
  const table = new Uint8Array(0x10000);
  const set = (chars: string, opens: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = opens;
  };
  set(PHRASE_OPENERS, PHRASE);
  set(CHINESE_NUMERAL_CHARS.replace('点', ''), NUMERAL);
  set('0123456789', DIGIT);
  set('“‘「"《', QUOTE);
  set('第前首榜', ORDINAL);
  set('翻', DOUBLING);
  return table;
})();

const RATIO = /\d{1,9}(?:\.\d{1,9})?(?::\d{1,9}(?:\.\d{1,9})?){1,8}(?![\d:.])/y;
/** Two numbers with a colon are a ratio only after such a word: else they are a time or a score. */
const RATIO_WORD = /(?:比|比例|结构|配比|占比)(?:[^，。；\n]{0,6}(?:为|达到?|至|到|是|由|从))?$/;
const DOUBLE = /翻(?:了)?(?:([一二两三四]|\d(?:\.\d+)?)番|番)/y;
const NUMERAL_RUN = /[\d.零〇一二两三四五六七八九十百千]+/y;
/** 提前30天, 目前: words in which 前 counts nothing. */
const OTHER_BEFORE = /[提目当以之此日]/;
/** 前4个月, 前三季度 are times. */
const TIME_UNIT = /^(?:个?季|个?月|年|天|周|批|期|轮|届)/;

/**
 * All figures of a text, in order, without overlaps: numbers with unit and bound, ranges, ratios, ranks, multiples, and targets
 * without a figure. Years, dates, names (“十大”, 5G, 12345热线), ordinals and document numbers are no figures.
 *
 * `text` is folded (`makeView(…).text` or `foldText(…)`). Spans are offsets into it. Units have one spelling: 个百分点 also for
 * 百分点 and 个点, % also for 百分之…, 标箱 also for 标准箱. `unit` is '' where the text gives none (增长8以上 in a text that lost its %)
 * and a bare scale (万) where a noun follows at once (10万农村人口). Of figures that share a unit (35、23.6个百分点) each carries it.
 * Never throws; linear in the length of the text.
 */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  let floor = 0;
  let i = 0;
  while (i < text.length) {
    const opens = OPENS[text.charCodeAt(i)]!;
    if (opens === NOTHING) {
      i++;
      continue;
    }
    const reading = read(text, i, opens, floor);
    const quantity = reading.quantity && withRemainder(text, reading.quantity);
    if (quantity !== null) {
      found.push(quantity);
      floor = quantity.span.end;
    }
    i = Math.max(reading.next, quantity?.span.end ?? 0, i + 1);
  }
  return found;
}

/** How many of the smaller unit of a duration make one of the larger: 2小时6分钟, 3年零4个月. */
const REMAINDERS: ReadonlyMap<string, { readonly rest: RegExp; readonly in: number }> = new Map([
  ['小时', { rest: /^零?(\d{1,2})分钟?/u, in: 60 }],
  ['年', { rest: /^零?(\d{1,2})个月/u, in: 12 }],
]);

/** A duration with what stands behind it in the smaller unit, which is part of it. */
function withRemainder(text: string, quantity: Quantity): Quantity {
  const { kind, low, high, bound, unit, span } = quantity;
  const smaller = kind === 'number' && bound === '=' ? REMAINDERS.get(unit) : undefined;
  const match = smaller?.rest.exec(text.slice(span.end));
  if (!smaller || !match || low === null || high === null) return quantity;
  const more = Number(match[1]) / smaller.in;
  const end = span.end + match[0].length;
  return {
    ...quantity,
    low: low + more,
    high: high + more,
    span: { start: span.start, end },
    text: text.slice(span.start, end),
  };
}

function read(text: string, at: number, opens: number, floor: number): Reading {
  switch (opens) {
    case DIGIT: {
      const afterDate = skipDate(text, at);
      if (afterDate > at && !isDigit(text.charCodeAt(at - 1))) return { quantity: null, next: afterDate };
      return (
        readRatio(text, at, floor) ??
        readFraction(text, at, floor) ??
        taken(readRank(text, at, floor)) ??
        taken(readListedRank(text, at, floor)) ??
        readFigure(text, at, floor)
      );
    }
    case NUMERAL:
      return (
        taken(readListedRank(text, at, floor)) ??
        readPercent(text, at, floor) ??
        readFraction(text, at, floor) ??
        taken(readPhrase(text, at)) ?? // 两位数增长
        readFigure(text, at, floor)
      );
    case PHRASE:
      return taken(readPhrase(text, at)) ?? { quantity: null, next: at + 1 };
    case QUOTE:
      return skipName(text, at);
    case ORDINAL:
      return taken(readRank(text, at, floor)) ?? { quantity: null, next: skipOrdinal(text, at) };
    default:
      return readDoubling(text, at, floor) ?? { quantity: null, next: at + 1 };
  }
}

function taken(quantity: Quantity | null): Reading | null {
  return quantity === null ? null : { quantity, next: quantity.span.end };
}

/** Units of a figure that may fill quotation marks (“60%以上”); with others it is a name (“20条”). */
const QUOTED_UNIT = /[%‰元点]/;

/** The name in quotation marks is passed over, unless a figure fills it. */
function skipName(text: string, at: number): Reading {
  const end = quotedName(text, at);
  if (end === at) return { quantity: null, next: at + 1 };
  const opens = text[at] === '《' ? NOTHING : OPENS[text.charCodeAt(at + 1)]!;
  if (opens === DIGIT || opens === NUMERAL) {
    const inside = read(text, at + 1, opens, at + 1);
    const { quantity } = inside;
    if (quantity?.span.end === end - 1 && QUOTED_UNIT.test(quantity.unit)) return { quantity, next: end };
  }
  return { quantity: null, next: end };
}

function skipOrdinal(text: string, at: number): number {
  if (text[at] !== '第' && (text[at] !== '前' || OTHER_BEFORE.test(text[at - 1] ?? ''))) return at + 1;
  NUMERAL_RUN.lastIndex = at + 1;
  const run = NUMERAL_RUN.exec(text);
  if (run === null) return at + 1;
  const end = at + 1 + run[0].length;
  return text[at] === '第' || TIME_UNIT.test(text.slice(end, end + 2)) ? end : at + 1;
}

function readRatio(text: string, at: number, floor: number): Reading | null {
  RATIO.lastIndex = at;
  const match = RATIO.exec(text);
  if (match === null) return null;
  const parts = match[0].split(':').map(Number);
  const end = at + match[0].length;
  if (parts.length === 2 && !isProportion(match[0], parts, text.slice(Math.max(0, at - 14), at))) {
    return { quantity: null, next: end };
  }
  const core = { start: at, end };
  const { span, bound } = boundsAround(text, core, floor, false);
  const values =
    parts.length === 2 && parts[1] !== 0 ? limits(parts[0]! / parts[1]!, bound) : { low: null, high: null };
  return {
    quantity: { kind: 'ratio', ...values, bound, unit: '', parts, span, core, text: text.slice(span.start, span.end) },
    next: span.end,
  };
}

/** True for two numbers that are a proportion: they say so, have decimals (2.33:1), or make a whole (48:52). */
function isProportion(written: string, parts: readonly number[], before: string): boolean {
  return RATIO_WORD.test(before) || written.includes('.') || Math.abs(parts[0]! + parts[1]! - 100) < 1;
}

/** 翻一番, 接近翻两番, 翻番以上: in 番. */
function readDoubling(text: string, at: number, floor: number): Reading | null {
  DOUBLE.lastIndex = at;
  const match = DOUBLE.exec(text);
  if (match === null) return null;
  const value = match[1] === undefined ? 1 : parseNumeral(match[1])!;
  const core = { start: at, end: at + match[0].length };
  const { span, bound } = boundsAround(text, core, floor, false);
  return {
    quantity: {
      kind: 'multiple',
      ...limits(value, bound),
      bound,
      unit: '番',
      span,
      core,
      text: text.slice(span.start, span.end),
    },
    next: span.end,
  };
}
