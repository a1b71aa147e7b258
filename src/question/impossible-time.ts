import { turnWords } from './turn-words.js';

/** The first and last year that a question may mean: reports look back to what was founded, and plan as far as 2060. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2100;
const MOST_MONTH = 12;
const MOST_DAY = 31;
/** The months with fewer days. */
const SHORTER: ReadonlyMap<number, number> = new Map([
  [2, 29],
  [4, 30],
  [6, 30],
  [9, 30],
  [11, 30],
]);
const MOST_QUARTER = 4;

/** A number before 年, with a minus or in too many or too few digits: -1年, 0年, 202年, 3000年, 20222年. */
const YEAR =
  /(?<![\d.个过近这十百千第前后每连续])(?<minus>(?<![\d年])-|负)?(?<number>\d{1,6}|(?<!\p{Script=Han})零)年(?:份|度)?/gu;
const MONTH = /(?<![\d.])(?<number>\d{1,3})月份?/gu;
const DAY = /(?<month>\d{1,2})月(?<number>\d{1,3})[日号]/gu;
const QUARTER = /第(?<number>[五六七八九十]|\d{1,2})季度|(?<short>[五六七八九十])季度/gu;

/**
 * A time in a question that there cannot be (-1年, 0年, 3000年, 13月, 第五季度), as typed; undefined where there is none. A length is none
 * (3000年历史), nor is what a digit less or more makes of an ordinary number.
 */
export function impossibleTime(text: string): string | undefined {
  const { lengths } = turnWords();
  const isLength = (end: number): boolean => lengths.some((word) => text.startsWith(word, end));
  for (const match of text.matchAll(YEAR)) {
    const { minus, number = '' } = match.groups!;
    const year = number === '零' ? 0 : Number(number);
    const whole = number.length > 2 || year === 0;
    const wrong = minus !== undefined || (whole && (year < FIRST_YEAR || year > LAST_YEAR));
    // 00年 is 2000.
    if (wrong && number !== '00' && !isLength(match.index + match[0].length)) return match[0];
  }
  return monthBeyond(text) ?? dayBeyond(text) ?? quarterBeyond(text);
}

function monthBeyond(text: string): string | undefined {
  return [...text.matchAll(MONTH)].find(({ groups }) => {
    const number = Number(groups!.number);
    return number === 0 || number > MOST_MONTH;
  })?.[0];
}

function dayBeyond(text: string): string | undefined {
  return [...text.matchAll(DAY)].find(({ groups }) => {
    const day = Number(groups!.number);
    return day === 0 || day > (SHORTER.get(Number(groups!.month)) ?? MOST_DAY);
  })?.[0];
}

function quarterBeyond(text: string): string | undefined {
  return [...text.matchAll(QUARTER)].find(({ groups }) => {
    const number = Number(groups!.number);
    return Number.isNaN(number) || number === 0 || number > MOST_QUARTER;
  })?.[0];
}
