import { parseNumeral } from './numerals.js';

/** Parts of a year (年内时段): 前三季度, 上半年, 1—11月, 前4个月, 12月29日. */

/** What stands between the ends of a stretch of time. */
export const DASH = '(?:[-—–―─~]{1,3}|至|到)';
export const QUARTER = '[一二三四1-4]';
/** A small number of years or months; one group. */
export const COUNT = '(十[一二三四五]?|[一二两三四五六七八九]|\\d{1,2})';
/** Every wording of a part; the groups are read by `partOf`. */
export const PART = [
  `(?:前|头|[一1]季?度?${DASH})([二两三23])个?季度`,
  `第?(${QUARTER})个?季度`,
  '(首季)(?:度)?',
  '(上半年|下半年)',
  `(?:前|头)${COUNT}个月`,
  `(\\d{1,2})月?份?${DASH}(\\d{1,2})月份?`,
  '(\\d{1,2})月(?:份|底|末|(\\d{1,2})[日号])?',
].join('|');
const PART_GROUPS = 9;

export const HAN_NUMBERS = '零一二三四五六七八九';

/** The part in its usual spelling; `from`: the first group of PART in the match. Null for a month that does not exist. */
export function partOf(match: RegExpExecArray, from: number): string | null {
  const [top, quarter, first, half, months, low, high, month, day] = match.slice(from, from + PART_GROUPS);
  if (top !== undefined) return `前${HAN_NUMBERS[parseNumeral(top) ?? 0]}季度`;
  if (quarter !== undefined) return `${HAN_NUMBERS[parseNumeral(quarter) ?? 0]}季度`;
  if (first !== undefined) return '一季度';
  if (half !== undefined) return half;
  if (months !== undefined) return monthSpan(1, parseNumeral(months) ?? 0);
  if (low !== undefined) return monthSpan(Number(low), Number(high));
  const number = Number(month);
  if (number < 1 || number > 12) return null;
  return day === undefined ? `${number}月` : `${number}月${Number(day)}日`;
}

function monthSpan(low: number, high: number): string | null {
  if (low < 1 || high > 12 || low > high) return null;
  return low === high ? `${low}月` : `${low}-${high}月`;
}

/** The months of a part of several months in its usual spelling, first and last; undefined for a month or a day. */
function monthsOf(part: string): string | undefined {
  if (part === '上半年') return '1-6';
  if (part === '下半年') return '7-12';
  const span = /^(\d{1,2})-(\d{1,2})月$/u.exec(part);
  if (span) return `${span[1]}-${span[2]}`;
  const quarters = /^(前?)([一二三四])季度$/u.exec(part);
  if (!quarters) return undefined;
  const last = 3 * HAN_NUMBERS.indexOf(quarters[2]!);
  return `${quarters[1] ? 1 : last - 2}-${last}`;
}

/** True for a part of several months: a quarter, half a year, 1-11月. */
export function isStretch(part: string): boolean {
  return monthsOf(part) !== undefined;
}

/** True for two parts of a year that are the same time: 一季度, 1-3月. */
export function isSamePart(a: string, b: string): boolean {
  if (a === b) return true;
  const months = monthsOf(a);
  return months !== undefined && months === monthsOf(b);
}
