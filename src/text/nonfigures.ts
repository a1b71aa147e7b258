import { isDigit, isLatin } from './fold.js';
import { matchUnit } from './units.js';

/**
 * Numbers that are no figures (非指标数字): dates and times, names (“十大”, 5G, G319, 12345热线), ordinals, document numbers, formulas (4+9, 1+N).
 */

/** Years, dates and times in Arabic digits; the whole of one is passed over. */
const DATES: readonly RegExp[] = [
  // 2021年, 2017—2021年, 2021年1—11月, 2021年8月27日
  /(?:19|20)\d\d(?:年?[-—–―─~/、至到和](?:(?:19|20)\d\d|\d\d(?=年)))?(?:年度?|学年|财年)(?:(?:\d{1,2}月?[-—–~、至到])?\d{1,2}月(?:份|\d{1,2}[日号]?)?)?/y,
  // 2021-12-29, 2021.12.29
  /(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)/y,
  // 1—11月, 1月至11月, 8月27日, 3月; 9日, 15号
  /(?:\d{1,2}月?[-—–~、至到])?\d{1,2}月(?:份|(?:\d{1,2}[日号]?[-—–~至到])?\d{1,2}[日号])?/y,
  /\d{1,2}(?:[-—–~至到]\d{1,2})?[日号](?!元|均|产|处理|供|接待|发|清)/y,
  // 9:30, 15时30分
  /(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:.])/y,
  /(?:[01]?\d|2[0-4])[时点](?:\d{1,2}分|整|半)?/y,
  // 13世纪, 90年代, 20世纪80年代
  /\d{1,2}(?:世纪|年代)/y,
];

/** 2017-2021 and 2021/12 without 年: dates unless a unit follows. */
const BARE_YEARS = /(?:19|20)\d\d(?:[-—–―─~至到]+(?:19|20)\d\d|[-/]\d{1,2})(?![\d.])/y;

/** Numbers that stand for a service, a road, a year or a name, by what follows. */
const NAMED_BY_NEXT =
  /^(?:热线|专线|国道|省道|县道|乡道|高速|号|版|届|代|级|期|学年|周年|院校|高校|后(?!备|续|期)|线(?!路)|路(?!口)|网络|度假|式|[A-Za-z](?![A-Za-z]*\/))/;
/** What makes the number behind it part of a name or of an ordinal. */
const NAMED_BY_LAST = /(?:PM|pm|[A-Za-z][-‑]?|[#№_@/\\.·×*]|第|编号)$/;
/** A duration of years counts only after such a word; else it is a period or part of a name. */
const YEARS_COUNTED =
  /(?:连续|持续|坚守|扎根|守护|延长|缩短|长达|达|提前|推迟|寿命|为期|满|提高|增加|超|超过|不少于|历时|耗时)$/;

/** The end of the date or time that begins at `at`, or `at` where there is none. */
export function skipDate(text: string, at: number): number {
  for (const pattern of DATES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return at + match[0].length;
  }
  BARE_YEARS.lastIndex = at;
  const bare = BARE_YEARS.exec(text);
  if (bare === null) return at;
  const end = at + bare[0].length;
  return /^[万亿千]/.test(text.slice(end, end + 1)) || matchUnit(text, end) !== null ? at : end;
}

/** True for a number whose neighbours make it a name, an ordinal or part of a formula. `end` is the end of its digits. */
export function isNamed(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(start - 1);
  const next = text.charCodeAt(end);
  if (isDigit(last) || isDigit(next)) return true;
  if (NAMED_BY_LAST.test(text.slice(Math.max(0, start - 3), start)))
    return !isLatin(last) || !/^[%亿万]/.test(text.slice(end));
  // $1.$2%: what a program has left of a number
  if (text[start - 1] === '$') return true;
  // 4+9, 1+N, 24×7, 8·27, 3/4
  if (text[start - 1] === '+' || (text[end] === '+' && /[\dA-ZX“]/.test(text[end + 1] ?? ''))) return true;
  if (/[·×*_\\]/.test(text[end] ?? '') || (text[end] === '/' && isDigit(text.charCodeAt(end + 1)))) return true;
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) return true;
  return NAMED_BY_NEXT.test(text.slice(end, end + 6));
}

/** True where 年 follows the digits and the number counts years (连续13年); other years are periods. */
export function countsYears(text: string, start: number, end: number): boolean {
  if (text.slice(start, end).includes('.')) return true; // 受教育年限14.5年
  return (
    YEARS_COUNTED.test(text.slice(Math.max(0, start - 4), start)) &&
    !/^年(?:[来行计规期度]|以来)/.test(text.slice(end, end + 3))
  );
}

const QUOTES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '"': '"' };
/** A quoted name is short; in a longer quotation figures are figures. */
const LONGEST_NAME = 14;
const LONGEST_TITLE = 80;

/** Where the name that is quoted or bracketed from `at` on ends (after its closing mark), or `at` where it is no short one. */
export function quotedName(text: string, at: number): number {
  const title = text[at] === '《';
  const partner = title ? '》' : QUOTES[text[at]!];
  if (partner === undefined) return at;
  const reach = Math.min(text.length, at + 2 + (title ? LONGEST_TITLE : LONGEST_NAME));
  for (let i = at + 1; i < reach && text[i] !== '\n'; i++) if (text[i] === partner) return i + 1;
  return at;
}
