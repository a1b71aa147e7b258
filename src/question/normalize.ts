import { createRequire } from 'node:module';
import { parseNumeral } from '../text/numerals.js';
import { foldText } from '../text/view.js';

import { withAbbreviations } from './abbreviations.js';
import { withStandardAsking } from './dialect.js';
import { patterns } from './patterns/index.js';
import { plainlyWorded } from './rewordings.js';
import { fromWords } from './words.js';

/** The longest question that is read, in UTF-16 units; what is longer is refused, not cut. */
export const MAX_QUESTION = 500;

/** How many of the first units of a question are looked at to name what is wrong with it. */
const SAMPLE = 2000;

export type Normalized =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'empty' | 'too-long' | 'no-words' };

type Convert = (text: string) => string;
let toSimplified: Convert | undefined;

const traditional = fromWords((words) => new Set(words.traditional));

/** True where the text holds a character of Traditional text. Only then is the converter loaded (21 ms). */
function isTraditional(text: string): boolean {
  const units = traditional();
  for (const unit of text) if (units.has(unit)) return true;
  return false;
}

/** 2022前三季度, 2022上半年: the year is a year, and what follows a part of it. */
const YEAR_BEFORE_PART = /(?<!\d)((?:19|20)\d\d)(?=前[一二三两]个?季度|[上下]半年|[一二三四]季度|(?:1[0-2]|[1-9])月)/gu;

/**
 * Two or more years side by side, all but the first in two digits (18、19、22年; 2022、23年), with the unit behind them or with their count
 * (05、06、07三年, 22、23、25三次报告, 22、23连着两年); but no 10、20年后.
 */
const SHORT_YEARS =
  /(?<![\d.近前第])((?:(?:(?:19|20)\d\d|\d\d)[、,和与])+\d\d)(?:年(?![来间内前后期以])|(这|连着|连续|一共|共|)([两三四五六七八九十])(年|次报告|份报告|届报告|份|次))/gu;
/** A year in two digits from which on is looked: 18年以来, 22年往后; but no 近10年以来, and no round number of years that may be how long. */
const SHORT_SINCE =
  /(?<![\d.近前第去这续到至—-])(?:(?<=[从自])(\d\d)|((?!10|20|30)\d\d))年(?=以来|往后|之后|以后|至今|到现在|到今年|起(?!步|飞)|开始)/gu;
/** The last year of this century that two digits stand for, and the first of the last. */
const LAST_SHORT = 35;
const FIRST_SHORT = 49;

/** Two or more years right behind the word for reports: 报告14、15、16; with nothing behind that would make them numbers of something. */
const YEARS_OF_REPORTS =
  /(?<=报告)((?:(?:(?:19|20)\d\d|\d\d)[、,和与])+(?:(?:19|20)\d\d|\d\d))(?![\d.、,%％年亿万个家人条项名件座])/gu;

/** Years in two digits each with their century. */
function withCenturies(typed: string): string {
  const text = typed.replace(YEARS_OF_REPORTS, '$1年');
  const since = text.replace(SHORT_SINCE, (all, after?: string, plain?: string) => {
    const year = after ?? plain ?? '';
    return isShortYear(year) ? `${withCentury(year)}年` : all;
  });
  return since.replace(SHORT_YEARS, (all, list: string, lead?: string, count?: string, unit?: string) => {
    const years = list.split(/\D/u);
    if (count !== undefined && parseNumeral(count) !== years.length) return all;
    if (years.some((year) => year.length === 2 && !isShortYear(year))) return all;
    const written = list.replace(/(?<!\d)\d\d(?!\d)/gu, withCentury);
    // 连着两年 says more than how many years are named.
    return `${written}年${lead?.startsWith('连') ? `${lead}${count}${unit}` : (unit?.slice(1) ?? '')}`;
  });
}

function isShortYear(year: string): boolean {
  return Number(year) <= LAST_SHORT || Number(year) >= FIRST_SHORT;
}

function withCentury(year: string): string {
  return `${Number(year) <= LAST_SHORT ? 20 : 19}${year}`;
}

/**
 * Folds, simplifies and bounds a question (繁体转简体、全角转半角、方言问法转普通话). Never throws.
 * @param most the longest text that is read, in UTF-16 units.
 */
export function normalizeQuestion(raw: string, most: number = MAX_QUESTION): Normalized {
  const sample = raw.length > SAMPLE ? raw.slice(0, SAMPLE) : raw;
  if (sample.trim() === '' && raw.trim() === '') return { ok: false, problem: 'empty' };
  if (raw.length > most) return { ok: false, problem: 'too-long' };
  const spaced = raw.replace(/[\s\u3000]+/g, ' ').trim();
  const simplified = isTraditional(spaced) ? simplify(spaced) : spaced;
  const right = withAbbreviations(
    patterns().indicators.rateMistyped.replaceIn(foldText(simplified).trim(), () => '率'),
  );
  const once = patterns().periods.yearSaidTwice.replaceIn(right, (said) => `${/^\d+/u.exec(said)![0]}年`);
  const folded = once.replace(YEAR_BEFORE_PART, '$1年').replace(STRAIGHT_QUOTES, '“$1”');
  const text = plainlyWorded(withStandardAsking(withCenturies(folded.replace(SAID_TWICE, '$1'))));
  if (!/[\p{Script=Han}\p{L}\p{N}]/u.test(text)) return { ok: false, problem: text === '' ? 'empty' : 'no-words' };
  return { ok: true, text };
}

/** Words in the quotation marks of a keyboard: the patterns of questions know “…” alone. */
const STRAIGHT_QUOTES = /"([^"“”]{1,40})"/gu;

/** What opens a turn said twice: 不对不对，…, which asks no yes or no. */
const SAID_TWICE = /^(\p{Script=Han}{1,4})[，,、]?\1(?=[，,])/u;

/** Traditional characters to Simplified ones. The converter is loaded with its first use. */
function simplify(text: string): string {
  if (!toSimplified) {
    const opencc = createRequire(import.meta.url)('opencc-js/t2cn') as {
      Converter(options: { from: string; to: string }): Convert;
    };
    toSimplified = opencc.Converter({ from: 'tw', to: 'cn' });
  }
  return toSimplified(text);
}
