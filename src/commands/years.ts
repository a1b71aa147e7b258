/** Years as people type them in an argument, brought to one form. */

const DIGITS = '零一二三四五六七八九';
const YEAR = '(?:(?:19|20)\\d{2}|\\d{2}(?=年))年?';
const ONE = new RegExp(`^${YEAR}度?$`, 'u');
const RANGE = new RegExp(`^(${YEAR})(?:-|–|—|~|～|至|到)(${YEAR})$`, 'u');
/** Years that need the report or the corpus to be known; handed on as written. */
const NAMED =
  /^(?:今年|去年|明年|前年|上年|历年|歷年|近[两三四五六七八九十几幾\d]+年|[“"]?十[一二三四五]五[”"]?(?:时期|期间|末)?)$/u;

/** 二〇二二年 as 2022年; other text unchanged. */
function arabic(word: string): string {
  return word.replace(/[〇○零一二三四五六七八九]{2,4}(?=年)/gu, (run) =>
    [...run].map((c) => (c === '〇' || c === '○' ? 0 : DIGITS.indexOf(c))).join(''),
  );
}

/** 22年 is 2022, 98年 is 1998: a two-digit year lies in the hundred years up to 2049. */
function century(written: string): string {
  const digits = written.replace(/\D/gu, '');
  if (digits.length === 4) return digits;
  return Number(digits) < 50 ? `20${digits}` : `19${digits}`;
}

/**
 * Reads a word as a year or a span of years.
 * @returns "2022", "2021-2024", a named span as written (今年, 近三年, 十四五), or null where it is none of these.
 */
export function readYears(word: string): string | null {
  const text = arabic(word.normalize('NFKC'));
  if (ONE.test(text)) return century(text);
  const range = RANGE.exec(text);
  if (range?.[1] && range[2]) return `${century(range[1])}-${century(range[2])}`;
  return NAMED.test(text) ? text : null;
}

/** Cuts a year that is written against other words out of them: 常德2022年 → 常德, 2022年. */
export function cutAtYear(word: string): string[] {
  return word.split(/((?:19|20)\d{2}年?(?:(?:-|–|—|~|～|至|到)(?:19|20)\d{2}年?)?(?!\d))/u).filter(Boolean);
}
