import type { YearSet } from '../../frame/analysis.js';
import { freeTokens, type Line, tokensIn } from './line.js';
import { claimAll, claimMatch, compile, matchesOf } from './pattern.js';
import type { YearValue } from './tokens.js';
import { analysisWords } from './words.js';

/** The most years of one question. */
export const MOST_YEARS = 40;

/** What counts years, and no reports. */
const YEAR = '年';

/** How many years 近几年 looks back over. */
export const RECENT_YEARS = 5;

const COUNTS: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** The first small number of a stretch of a line: 五, 3. */
export function countIn(text: string, tokens: readonly { readonly value: unknown }[]): number | undefined {
  const digit = tokens.find((t) => typeof t.value === 'number')?.value;
  if (typeof digit === 'number') return digit;
  const word = [...text].find((char) => COUNTS[char] !== undefined);
  return word === undefined ? undefined : COUNTS[word];
}

/** The number of the first place where patterns stand, claimed or not: 三 of 哪三个市. */
export function countOf(line: Line, patterns: readonly string[]): number | undefined {
  for (const pattern of patterns) {
    const regex = compile(pattern);
    regex.lastIndex = 0;
    const match = regex.exec(line.text);
    if (match) return countIn(match[0], tokensIn(line, match.index, match.index + match[0].length));
  }
  return undefined;
}

export interface ReadYears {
  readonly years: YearSet;
  /** True where the years stand side by side to be set against each other: 比2024年, 比上年. */
  readonly change: boolean;
  /** True where the question asks how something moved, with or without the years. */
  readonly moved: boolean;
  /** True for 比去年, 比上年: the year before the one that is named. */
  readonly beside?: boolean;
  /** True where the years are one after another: 历年, 2012到2016. */
  readonly series: boolean;
  /** True where all the years are named as those of reports: 2023到2026年报告里. */
  readonly ofReports?: boolean;
}

/**
 * The years that the question is over. 比去年 beside a year adds the year before it.
 * @param reports true where the years are those of reports, named so or not.
 * @param newest the newest year that the places have a report of: what 今年 and 去年 are counted from.
 */
export function readYears(line: Line, newest: number, reports = false): ReadYears {
  const words = analysisWords();
  const since = claimSince(line, words.since);
  const recent = matchesOf(line, words.recent)[0];
  const these = freeTokens(line, 'Y').length === 0 ? matchesOf(line, words.theseYears)[0] : undefined;
  const latest = matchesOf(line, words.latest)[0] ?? these ?? recent;
  const said = latest ? line.text.slice(latest.start, latest.end) : '';
  if (latest) claimMatch(line, latest);
  const compared = [...claimAll(line, words.eitherWay, true), ...claimAll(line, words.change, true)];
  const series = claimAll(line, words.series, true).length > 0;
  const values = freeTokens(line, 'Y').map((t) => t.value as YearValue);
  claimTokens(line);
  if (since)
    return {
      years: { kind: 'range', years: filled(since, newest) },
      change: false,
      moved: compared.length > 0,
      series: true,
    };
  // 近四年哪年最快，2022到2025都给数; 2014、2016、2021这几年: the years are named.
  const named = values.filter((v) => v.shift === undefined).length;
  const counted = latest && countIn(said, latest.tokens);
  const listed = values.some((v) => v.range) || named > 2 || (named > 1 && named === counted);
  if (latest && !listed) {
    const count = countIn(said, latest.tokens) ?? RECENT_YEARS;
    const calendar = said.includes(YEAR) ? { calendar: true } : {};
    const years = { kind: 'latest', years: [], count, ...calendar } as const;
    return { years, change: false, moved: compared.length > 0, series: true };
  }
  const fixed = values.filter((v) => v.shift === undefined);
  const told = fixed.filter((v) => reports || !v.report || fixed.every((w) => w.report));
  const anchor = told[0]?.from ?? newest;
  const relative = values
    .filter((v) => v.shift !== undefined)
    .map((v) => (told.length > 0 ? before(anchor, v) : newest + v.shift!));
  // 看2023年的报告，上一年…: the report only tells from where 上一年 is counted.
  const anchors = relative.length > 0 && told.every((v) => v.report);
  const asked = anchors ? [] : told.flatMap((v) => filled(v.from, v.to));
  const beside = compared.some((m) => /[去上前]/u.test(line.text.slice(m.start, m.end)) && m.tokens.length === 0);
  if (beside && asked.length + relative.length <= 1) relative.push((asked[0] ?? relative[0] ?? newest) - 1);
  const years = edgeOf(
    line,
    [...new Set([...asked, ...relative])].sort((a, b) => a - b),
  );
  if (beside && asked.length === 0 && years.length === 1) years.push(years[0]! + 1);
  const range = told.some((v) => v.range) && (years.length > 2 || series || compared.length > 0);
  if (years.length === 0)
    return {
      years: series ? { kind: 'all', years: [] } : { kind: 'list', years: [], open: true },
      change: compared.length > 0,
      moved: compared.length > 0,
      series,
    };
  return {
    years: { kind: range ? 'range' : 'list', years },
    change: compared.length > 0 && years.length === 2,
    moved: compared.length > 0,
    beside: beside || relative.length > 0,
    series,
    ofReports: !anchors && told.length > 0 && told.every((v) => v.report),
  };
}

/** 2016到2019年，头三年一样吗: the first three of them. Claims its words. */
function edgeOf(line: Line, years: number[]): number[] {
  const { first, last } = analysisWords().edgeYears;
  const fromStart = matchesOf(line, first)[0];
  const match = fromStart ?? matchesOf(line, last)[0];
  const count = match && countIn(line.text.slice(match.start, match.end), match.tokens);
  if (!match || count === undefined || count >= years.length) return years;
  claimMatch(line, match);
  return fromStart ? years.slice(0, count) : years.slice(-count);
}

/** 上一年 beside 2022年 is 2021; 今年 beside it is 2022 itself. */
function before(anchor: number, { shift }: YearValue): number {
  return anchor + (shift ?? 0);
}

function claimSince(line: Line, patterns: readonly string[]): number | undefined {
  const match = matchesOf(line, patterns)[0];
  const value = match?.tokens.find((t) => t.kind === 'Y')?.value as YearValue | undefined;
  if (!match || !value || value.from === 0) return undefined;
  claimMatch(line, match);
  return value.from;
}

function claimTokens(line: Line): void {
  for (let i = 0; i < line.text.length; i++) {
    const free = !line.used[i];
    const code = line.text.charCodeAt(i);
    if (free && code >= 0xe400 && code < 0xe500) claimMatch(line, { start: i, end: i + 1 });
  }
}

function filled(from: number, to: number): number[] {
  return Array.from({ length: Math.max(1, Math.min(to - from + 1, MOST_YEARS * 2)) }, (_, i) => from + i);
}
