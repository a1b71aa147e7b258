import { boundBefore, boundsAround, limits } from './bounds.js';
import { isDigit } from './fold.js';
import { countsYears, isNamed } from './nonfigures.js';
import { type NumberToken, readNumber } from './numbers.js';
import { CHINESE_NUMERAL_CHARS, scaleValue, shifted } from './numerals.js';
import type { Quantity } from './types.js';
import { matchUnit } from './units.js';

/** Figures with a number (数值): 8%以上, 5200多万元, 6.5%-7%, 800 1000亩, 三成, 1.6倍, and 增长8以上 where the text lost its %. */

/** What was read at a place: a figure, or nothing, and where to read on. */
export interface Reading {
  readonly quantity: Quantity | null;
  readonly next: number;
}

/** A number with its unit. */
export interface Measured {
  readonly token: NumberToken;
  /** Unit with its scale: 万户. */
  readonly unit: string;
  readonly scale: string;
  readonly base: string;
  readonly counts: boolean;
  readonly end: number;
}

const DASH = /(?:-|—{1,2}|–|―|─|~{1,2})/y;
const TO = /[至到]/y;
/** 由103家到360家 tells two figures of two times, no range. */
export const FROM = /[从由自][^，。；\n\d]{0,10}$/;
const JOIN = /[、和与及或]/y;
const BETWEEN = /之间/y;
/** Two figures that stood left and right of a lost dash (800 1000亩) are of one size. */
const LOST_DASH_RATIO = 5;

const LONGEST_LIST = 8;

/** What may follow a figure that has no unit. */
const CLOSED =
  /(?:[，。；、）！？|\n]|和|与|及|以上|以内|以下|左右|上下|之内|缩小|扩大|提高|提升|上升|下降|降[至到低为]|升[至到]|增加到|$)/y;
/** What makes a number without a unit a figure: the text lost its %, or it is an index. */
const VALUE_WORD =
  /(?:增长|上升|下降|提高|提升|降低|增加|减少|增幅|增速|涨幅|降幅|回落|达|达到|[为是占至到在从由]|年的|率|比重|占比|指数|系数|数|值|度|比|分别|均|目标|完成|实现|保持)$/;
/** Numbers without a unit from here on are names (12345), and so are those that could be years. */
const LARGEST_BARE = 9999;

/** What makes a small Chinese numeral a figure: 新增两家, not 两家抬. */
const COUNTING_WORD =
  /(?:新增|新建|建成|创建|引进|完成|改造|实施|培育|获批|获评|达到?|共|建设|开工|投产|落户|新设|设立|关闭|整治|增加|减少|缩短|拥有|至少|超过?|突破|不少于|近|约|下降|提高|上升|回落|占)了?$/;
/** Units that go with a small Chinese numeral; others make names of it (七台河, 九峰山). */
const SMALL_UNITS = /^(?:个|家|所|座|项|条|处|名|户|件|位|场|个月|小时|天|公里|.*[亩元])$/;
/** 二 counts nothing (that is 两), and digits in a row are a name (一二三产业, 七二五所). */
const NAME_RUN = /^(?:二|[零〇一二两三四五六七八九]{2,})$/;
const INEXACT_BEFORE = `${CHINESE_NUMERAL_CHARS}几数`;
/** 十二次、十三次会议 are ordinals. */
const MEETING = /^(?:全[会体]|会议|党代|代表)/;
const LOOSE_NOUN = /^(?:方面|坚持|维护|意识|自信|一批|大|确保|结合|转变|围绕|必须|没有)/;
const NEGATIVE_CONTEXT = /(?:增长|增速|涨幅|增幅|[为是达到至（])$/;

/** The figure that begins at `at` (a digit or a Chinese numeral). `floor`: a bound word before it may not begin earlier. */
export function readFigure(text: string, at: number, floor: number): Reading {
  const token = readNumber(text, at);
  if (token === null) return { quantity: null, next: at + 1 };
  const digitsEnd = at + token.digits.length;
  const none: Reading = { quantity: null, next: digitsEnd };
  if (isNamed(text, at, digitsEnd)) return none;
  const first = measure(text, token);
  if (isListMark(text, first)) return { quantity: null, next: at + token.digits.indexOf('.') + 1 };
  if (token.chinese && !isChineseFigure(text, first)) return none;
  if (first.unit === '' && text[first.end] === '年') return none;

  const range = readRange(text, first);
  if (range !== null) return finish(text, first, range, floor);
  if (first.unit === '') {
    const list = readList(text, first);
    if (list === 'names') return none;
    if (list !== null)
      return finish(text, { ...first, unit: list.unit, base: list.base, scale: list.scale }, null, floor);
    if (!isBareFigure(text, first, floor)) return none;
  }
  return finish(text, first, null, floor);
}

/** The number with its unit. */
function measure(text: string, token: NumberToken): Measured {
  if (text[token.end] === '年' && token.scale === '' && !token.chinese && countsYears(text, token.start, token.end)) {
    return { token, unit: '年', scale: '', base: '年', counts: false, end: token.end + 1 };
  }
  const unit = matchUnit(text, token.end);
  const base = perVolume(text, token.start, unit?.unit ?? '');
  return {
    token,
    unit: token.scale + base,
    scale: token.scale,
    base,
    counts: unit?.counts ?? false,
    end: unit?.end ?? token.end,
  };
}

/** 每立方米60微克 is 60微克/立方米. */
function perVolume(text: string, start: number, unit: string): string {
  if (unit !== '微克' && unit !== '毫克') return unit;
  const per = /每(立方米|升)[^，。；\n]{0,8}$/.exec(text.slice(Math.max(0, start - 14), start));
  return per === null ? unit : `${unit}/${per[1]}`;
}

/** 「1.3个…」 at the head of a line: the 1. is the number of a list, for nothing is counted in decimals. */
function isListMark(text: string, first: Measured): boolean {
  const { token } = first;
  if (!first.counts || token.scale !== '' || !token.digits.includes('.')) return false;
  return token.start === 0 || /[\n。；]/.test(text[token.start - 1]!);
}

function isChineseFigure(text: string, { token, unit, base, end }: Measured): boolean {
  // The tail of something that is no numeral: 七八十个, 几十亿元.
  if (INEXACT_BEFORE.includes(text.charAt(token.start - 1) || '-')) return false;
  const compound = token.digits.length > 1 || token.scale !== '' || token.more;
  if (base === '成' || base === '倍' || base === '个百分点') return true;
  if (base === '')
    return token.scale !== '' && isClosed(text, token.end) && VALUE_WORD.test(wordsBefore(text, token.start));
  if (LOOSE_NOUN.test(text.slice(end, end + 4)) || NAME_RUN.test(token.digits)) return false;
  if (
    base === '次' &&
    (/[届大]$/.test(text.slice(token.start - 1, token.start)) || MEETING.test(text.slice(end, end + 2)))
  ) {
    return false;
  }
  if (compound) return true;
  return (
    SMALL_UNITS.test(unit) &&
    token.value >= 2 &&
    COUNTING_WORD.test(text.slice(Math.max(0, token.start - 5), token.start))
  );
}

function isClosed(text: string, at: number): boolean {
  CLOSED.lastIndex = at;
  return CLOSED.test(text);
}

/** The words before a figure, without its bound word. */
function wordsBefore(text: string, at: number): string {
  const edge = boundBefore(text, at, true)?.edge ?? at;
  return text.slice(Math.max(0, edge - 4), edge);
}

function isBareFigure(text: string, { token }: Measured, floor: number): boolean {
  if (token.more || !isClosed(text, token.end)) return false;
  const { value, digits } = token;
  if (value > LARGEST_BARE || (!digits.includes('.') && value >= 1949 && value <= 2099)) return false;
  if (/第[\d、和至到-]*$/.test(text.slice(Math.max(0, token.start - 8), token.start))) return false;
  // 分别增长8、9.5以上: it goes on a list of figures.
  if (token.start > 0 && floor === token.start - 1 && /[、和与]/.test(text[floor]!)) return true;
  return (
    boundBefore(text, token.start, false) !== null ||
    VALUE_WORD.test(text.slice(Math.max(0, token.start - 4), token.start))
  );
}

export interface Range {
  readonly low: number;
  readonly high: number;
  readonly second: Measured;
}

/** The second number where `first` opens a range. */
function readRange(text: string, first: Measured): Range | null {
  const at = rangeSecond(text, first);
  if (at === null) return null;
  const token = readNumber(text, at);
  if (token === null || token.chinese !== first.token.chinese) return null;
  const second = measure(text, token);
  if (/^[-—–~]\d/.test(text.slice(second.end, second.end + 2))) return null; // a chain of numbers
  const low = inScaleOf(first, second);
  if (low === null || low >= token.value) return null;
  if (second.unit === '' && !isClosed(text, second.end)) return null;
  if (text[first.end] === ' ' && (second.unit === '' || token.value > low * LOST_DASH_RATIO)) return null;
  return { low, high: token.value, second };
}

function rangeSecond(text: string, first: Measured): number | null {
  DASH.lastIndex = first.end;
  const dash = DASH.exec(text);
  if (dash !== null) return first.end + dash[0].length;
  TO.lastIndex = first.end;
  if (TO.test(text)) {
    const before = text.slice(Math.max(0, first.token.start - 12), first.token.start);
    return FROM.test(before) ? null : first.end + 1;
  }
  const lostDash = text[first.end] === ' ' && first.unit === '' && isDigit(text.charCodeAt(first.end + 1));
  return lostDash ? first.end + 1 : null;
}

/** The value of `first` in the unit of `second` (8000万—1亿元 begins with 0.8 in 亿元); null where the units do not go together. */
function inScaleOf(first: Measured, second: Measured): number | null {
  if (first.unit === second.unit || first.unit === '') return first.token.value;
  if (first.base !== '' && first.base !== second.base) return null;
  const from = scaleValue(first.scale) ?? 1;
  const to = scaleValue(second.scale) ?? 1;
  return shifted(String(first.token.value), from / to);
}

/**
 * The unit that stands once for several figures (35、23.6个百分点), with its last figure. 'names' where the list is one of
 * numbered things (地铁2、3号线), null where it has no unit.
 */
function readList(text: string, first: Measured): Measured | 'names' | null {
  const { start } = first.token;
  if (first.token.chinese || start === 0) return null;
  const opensLine = /[\n（。；]/.test(text[start - 1]!);
  if (/第[\d、和至到-]*$/.test(text.slice(Math.max(0, start - 8), start))) return 'names';
  let end = first.end;
  for (let count = 0; count < LONGEST_LIST; count++) {
    JOIN.lastIndex = end;
    if (!JOIN.test(text) || !isDigit(text.charCodeAt(end + 1))) return null;
    const token = readNumber(text, end + 1);
    if (token === null || isNamed(text, token.start, token.start + token.digits.length)) return 'names';
    const next = measure(text, token);
    if (next.unit !== '') return opensLine ? null : next;
    end = next.end;
  }
  return null;
}

/** The figure with its bound words. */
export function finish(text: string, first: Measured, range: Range | null, floor: number): Reading {
  const last = range?.second ?? first;
  const negative = range === null && isNegative(text, first.token.start);
  const core = { start: first.token.start - (negative ? 1 : 0), end: last.end };
  const between = range !== null && matches(BETWEEN, text, last.end) ? 2 : 0;
  const sum = last.scale !== '' || last.base.includes('元');
  const outer = { start: core.start, end: core.end + between };
  const { span, bound } = boundsAround(text, outer, floor, sum, first.token.more);
  const value = negative ? -first.token.value : first.token.value;
  const kind = last.base === '倍' ? 'multiple' : 'number';
  const values =
    range === null ? { ...limits(value, bound), bound } : { low: range.low, high: range.high, bound: 'range' as const };
  return {
    quantity: { kind, ...values, unit: last.unit, span, core, text: text.slice(span.start, span.end) },
    next: span.end,
  };
}

function isNegative(text: string, start: number): boolean {
  const sign = text[start - 1];
  if (sign !== '-' && sign !== '负') return false;
  return NEGATIVE_CONTEXT.test(text.slice(Math.max(0, start - 3), start - 1));
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
