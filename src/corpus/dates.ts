/** Years and dates as report heads write them: 2021年12月29日, 一九九八年三月五日, 二〇二二年. Texts are folded views. */

const DIGITS = '〇一二三四五六七八九';
const CHINESE_DIGIT = '[〇○零Oo0一二三四五六七八九]';
/** A year of a report, in Arabic or Chinese digits, without 年. */
export const YEAR = `(?:(?:19|20)\\d{2}|[一二]${CHINESE_DIGIT}{3})`;
const SMALL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DATE = new RegExp(`(${YEAR})年(${SMALL})月(${SMALL})日`, 'g');

/** 1998 for 1998 and 一九九八; null for anything else. */
export function readYear(text: string): number | null {
  const digits = text
    .replace(/[○零Oo]/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)));
  const year = Number(digits);
  return /^(?:19|20)\d\d$/.test(digits) ? year : null;
}

/** 1 to 99 for 12, 十二, 二十九; null for anything else. */
function readSmall(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (s: string | undefined): number => (s ? DIGITS.indexOf(s) : 0);
  if (!text.includes('十')) return text.length === 1 && digit(text) > 0 ? digit(text) : null;
  return (tens ? digit(tens) : 1) * 10 + digit(ones);
}

export interface DateMention {
  /** ISO: 2021-12-29. */
  readonly iso: string;
  readonly year: number;
  readonly month: number;
  readonly start: number;
  readonly end: number;
}

/** The dates of a short text, in order; impossible ones left out. */
export function findDates(text: string): DateMention[] {
  const dates: DateMention[] = [];
  for (const match of text.matchAll(DATE)) {
    const year = readYear(match[1]!);
    const month = readSmall(match[2]!);
    const day = readSmall(match[3]!);
    if (year === null || month === null || day === null) continue;
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) continue;
    const iso = date.toISOString().slice(0, 10);
    dates.push({ iso, year, month, start: match.index, end: match.index + match[0].length });
  }
  return dates;
}

/** The ordinal of a five-year plan's name: 13 for 十三; null for anything else. */
export function planOrdinal(name: string): number | null {
  const ordinal = readSmall(name);
  return ordinal !== null && ordinal >= 1 && ordinal <= 30 ? ordinal : null;
}
