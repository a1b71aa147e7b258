import type { AskedPeriod } from '../frame/types.js';
import { findPeriods } from '../text/periods.js';
import type { PeriodMention } from '../text/types.js';
import type { Scratch } from './scratch.js';
import { claim, isFree } from './scratch.js';

export interface AskedPeriods {
  readonly periods: readonly AskedPeriod[];
  /** The year of a report that is named as a document: 2022年报告. */
  readonly reportYear?: number;
  /** All reports that are named so: 2021年报告和2022年报告. */
  readonly reportYears: readonly number[];
  /** The year that the figure asked for is set against: 比2010年提高了多少. It is none of the periods. */
  readonly base?: number;
}

/** The most years that a span is taken apart into (2014到2026年的变化). */
export const MAX_YEARS = 40;

const BARE_YEAR = /(?<![\d.])((?:19|20)\d{2})(?![\d.]|[亿万元个家户%％座条项]|人(?!代会|大))/g;
/** 五年 with nothing that says which: the five years that the newest report looks back on. */
const BARE_FIVE =
  /(?<![一二三四十近过今未前后第\d.．])(?:五|5)年(?!计划|规划|行动|以上|级|制|前|后|期)(?:来|间|里|内|中)?/gu;
/** 2022年起的未来五年: five years that begin with one that is named. */
const YEARS_FROM = /((?:19|20)\d{2})年(?:起|开始)的?(?:未来|今后|后|接下来的?)?(?:五|5)年/gu;
/** 到2021年底, 截至2021年末. */
const UNTIL = /(?:到|截至|截止|至)(?:19|20)\d{2}/u;
/** A month behind its year: 22年4月. */
const MONTH = /^(?:1[0-2]|[1-9])月(?!\d|底|末|[至到—–~～-])/u;
const REPORT_AFTER_YEAR = /^年?(?:度)?的?[\p{Script=Han}]{0,10}?(?:工作)?报告(?!期|会|厅)/u;
/** The beginning of a year, when its report is given: 2022年初, 2022年年初. */
const BEGINNING = /^(?:年?初)(?!步|中|三|一|级|期|衷|心|次|始|加工)/u;
/** Words between a year and 报告 that show that the year is not the report's: 2022年GDP…报告. */
const NOT_A_TITLE = /[多几少吗呢哪谁]|目标|增长|完成/u;

const NUMERALS = '零一二三四五六七八九十';
const chinese = (n: number): string =>
  n <= 10
    ? NUMERALS[n]!
    : n < 20
      ? `十${NUMERALS[n - 10]}`
      : `${NUMERALS[Math.floor(n / 10)]}十${n % 10 ? NUMERALS[n % 10] : ''}`;

const AGO = /[比较][一二两三四五六七八九十\d]{1,2}年前/u;
const TERM = /(?:上一?届|本届|这一?届)(?:[市省县州]?政府)?(?:任期)?的?(?:这?五年)?/u;

/** 比2010年, 较2010年末: before the year that a change is counted from. */
const THAN = /(?:比|较|相比|对比|相较|相对)于?$/u;
/** What is said to have changed since: then one figure is asked for. */
const CHANGED =
  /^[^，,。？?]{0,16}?(?:增长|增加|提高|提升|上升|上涨|下降|降低|减少|压减|压缩|缩短|净增|新增|扩大|翻|多|少|增|降|涨|升)(?:了|出)?(?:多少|几|百分之)/u;
/** 是2010年的几倍, 达到2010年完成投资的几倍, 相当于2010年的百分之几. */
const TIMES = /(?:是|为|达到?|相当于|恢复到|超过)$/u;
const ASKED_TIMES = /^[^，,。？?、]{0,10}?的?(?:几倍|多少倍|几成|百分之几|百分之多少)/u;

/** True where a year is what the figure asked for is set against, and no time that is asked about. */
function isBase(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 28);
  // A target that was raised or lowered is set against the other year's target: two figures.
  const than = THAN.test(before) && CHANGED.test(after) && !text.includes('目标');
  return than || (TIMES.test(before) && ASKED_TIMES.test(after));
}

/** The stretches of time a question names, in order, each once. */
export function askedPeriods(scratch: Scratch): AskedPeriods {
  const { text } = scratch;
  const mentions = findPeriods(text, { short: true }).filter(
    (m) => isFree(scratch, m.span.start, m.span.end) && !/学前?$/u.test(text.slice(0, m.span.start)),
  );
  let found: { period: AskedPeriod; start: number; end: number }[] = [];
  for (const mention of mentions) {
    const period = toAsked(mention);
    if (!period || isLength(text, mention)) continue;
    found.push({ period, start: mention.span.start, end: mention.span.end });
  }
  for (const match of text.matchAll(BARE_YEAR)) {
    const start = match.index;
    const end = start + 4;
    if (found.some((f) => start < f.end && end > f.start) || !isFree(scratch, start, end)) continue;
    const year = Number(match[1]);
    found.push({ period: yearPeriod(year), start, end });
  }
  for (const match of text.matchAll(BARE_FIVE)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.some((f) => (start < f.end && end > f.start) || f.period.kind === 'span' || f.period.kind === 'window'))
      continue;
    if (isFree(scratch, start, end))
      found.push({ period: { kind: 'window', from: 0, to: 0, shift: -5, eitherWay: true, label: '五年' }, start, end });
  }
  for (const match of text.matchAll(YEARS_FROM)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const from = Number(match[1]);
    const to = from + 4;
    found = found.filter((f) => f.end <= start || f.start >= end);
    found.push({ period: { kind: 'span', from, to, label: `${from}—${to}年` }, start, end });
  }
  for (const f of found) {
    const month = f.period.kind === 'year' && !f.period.part ? MONTH.exec(text.slice(f.end)) : null;
    if (!month || f.period.from === 0) continue;
    f.end += month[0].length;
    f.period = { ...f.period, part: month[0], label: `${f.period.from}年${month[0]}` };
  }
  found.sort((a, b) => a.start - b.start);
  found = withoutCorrected(scratch, found);
  // 湖南2022年进出口全年多少: the whole year is meant, wherever the word stands.
  const whole = mentions.find((m) => m.text === '全年');
  if (whole) claim(scratch, whole.span.start, whole.span.end);
  // 比五年前下降多少: the report says the same words, or the year; either way they are no content.
  const ago = AGO.exec(text);
  if (ago && isFree(scratch, ago.index, ago.index + ago[0].length))
    claim(scratch, ago.index, ago.index + ago[0].length);
  // 上届政府五年（2008—2012年）: the term beside its years.
  const term = found.length > 0 ? TERM.exec(text) : null;
  if (term && isFree(scratch, term.index, term.index + term[0].length))
    claim(scratch, term.index, term.index + term[0].length);
  const reportYears: number[] = [];
  let base: number | undefined;
  const kept: AskedPeriod[] = [];
  for (const f of found) {
    const single = f.period.from > 0 && (f.period.kind === 'year' || f.period.kind === 'end') && !f.period.part;
    const named = found.some((g) => g !== f && g.period.from === f.period.from);
    if (single && base === undefined && !named && isBase(text, f.start, f.end)) {
      base = f.period.to;
      const than = THAN.exec(text.slice(0, f.start))?.[0].length ?? 0;
      claim(scratch, f.start - than, f.end);
      continue;
    }
    const after = REPORT_AFTER_YEAR.exec(text.slice(f.end));
    const title =
      after && !NOT_A_TITLE.test(after[0]) && !found.some((g) => g.start >= f.end && g.start < f.end + after[0].length);
    const begins = single ? BEGINNING.exec(text.slice(f.end)) : null;
    claim(scratch, f.start, f.end + (begins?.[0].length ?? 0));
    if (begins || (title && f.period.kind === 'year')) {
      if (!reportYears.includes(f.period.to)) reportYears.push(f.period.to);
      continue;
    }
    if (f.period.kind === 'end' && UNTIL.test(text.slice(Math.max(0, f.start - 2), f.end))) {
      kept.push({ ...f.period, until: true });
      continue;
    }
    kept.push(whole && f.period.kind === 'year' && !f.period.part ? { ...f.period, whole: true } : f.period);
  }
  return { periods: distinct(joinUntil(joinPart(kept))), reportYear: reportYears[0], reportYears, base };
}

/** Before a number of years that is a length of time: 延长30年, 免税50年, 干了20年. */
const LASTING =
  /(?:连着|连续|一连|接连|整整|延长|延|续期|续|顺延|再|为期|长达|历时|用了?|花了?|干了?|教了?|免[租税费]|承包期?|租期|期限|寿命|周年|存续|坚持|经过|历经|提前|推迟|早|晚|建[市县校院]|成立)(?:期)?(?:了)?$/u;

/** True for 30年 in 延长30年: only two figures can be both a year and a length. */
function isLength(text: string, { text: words, span }: PeriodMention): boolean {
  return (
    /^[\d一二三四五六七八九十]{2}年$/u.test(words) && LASTING.test(text.slice(Math.max(0, span.start - 4), span.start))
  );
}

/** 不是2021年, 别给我2021年的: the time that is put right. */
const NOT_THIS = /(?:不是|不要|并非|而非|别(?:给我|看|说)?|不(?:看|问|查|说))$/u;

/** Drops the times that the question takes back, where it names another: 不是2021年，是2022年. */
function withoutCorrected<T extends { readonly start: number; readonly end: number }>(
  scratch: Scratch,
  found: readonly T[],
): T[] {
  const back = (f: T): number => NOT_THIS.exec(scratch.text.slice(Math.max(0, f.start - 4), f.start))?.[0].length ?? 0;
  const kept = found.filter((f) => back(f) === 0);
  if (kept.length === 0 || kept.length === found.length) return [...found];
  for (const f of found) if (back(f) > 0) claim(scratch, f.start - back(f), f.end);
  const [first] = kept;
  // …，是2022年: the word that brings the right one.
  if (first && scratch.text[first.start - 1] === '是') claim(scratch, first.start - 1, first.start);
  return kept;
}

/** 2022年湖南上半年: the part belongs to the year that stands apart from it. */
function joinPart(periods: readonly AskedPeriod[]): readonly AskedPeriod[] {
  const [year, part] = [
    periods.filter((p) => p.kind === 'year' && p.from > 0),
    periods.filter((p) => p.part && p.to === 0),
  ];
  const [only] = year;
  if (periods.length !== 2 || !only || only.part || part.length !== 1) return periods;
  return [{ ...only, part: part[0]!.part!, label: `${only.from}年${part[0]!.part}` }];
}

/** 这五年（到2021年）: the years that end with the one that is named. */
function joinUntil(periods: readonly AskedPeriod[]): readonly AskedPeriod[] {
  const [window, end] = [periods.find((p) => p.kind === 'window'), periods.find((p) => p.until)];
  if (periods.length !== 2 || !end || window?.shift === undefined || window.shift >= 0) return periods;
  const from = end.to + window.shift + 1;
  return [{ kind: 'span', from, to: end.to, label: `${from}—${end.to}年` }];
}

export function yearPeriod(year: number): AskedPeriod {
  return { kind: 'year', from: year, to: year, label: `${year}年` };
}

/** Every year of the periods, for a trend; at most `MAX_YEARS`. */
export function yearsOf(periods: readonly AskedPeriod[]): number[] {
  const years = new Set<number>();
  for (const p of periods) for (let y = p.from; y <= p.to && years.size < MAX_YEARS; y++) years.add(y);
  return [...years].sort((a, b) => a - b);
}

/** 前三年, 后两年; 上半年 is a part of one. */
const YEARS_OF_STRETCH = /^[前后].+年$/u;

function toAsked(mention: PeriodMention): AskedPeriod | undefined {
  const { kind, from, to, plan, shift, part } = mention;
  // 前三年 is so many years of a stretch that the question does not name: no part of a year.
  if (part !== undefined && YEARS_OF_STRETCH.test(part)) return undefined;
  if (kind === 'relative' || kind === 'window') {
    if (shift === undefined) return undefined;
    return { kind, from: 0, to: 0, shift, part, label: mention.text };
  }
  if (kind === 'part' && part && (from === undefined || to === undefined))
    return { kind: 'year', from: 0, to: 0, part, label: part };
  if (from === undefined || to === undefined) return undefined;
  const [low, high] = from <= to ? [from, to] : [to, from];
  if (kind === 'plan' || (kind === 'end' && plan !== undefined)) {
    const name = plan === undefined ? mention.text : `“${chinese(plan)}五”`;
    return kind === 'plan'
      ? { kind: 'span', from: low, to: high, label: `${name}时期（${low}—${high}年）` }
      : { kind: 'end', from: high, to: high, label: `${name}末（${high}年）` };
  }
  if (kind === 'end') return { kind: 'end', from: high, to: high, label: `${high}年底` };
  if (kind === 'span' && low !== high) return { kind: 'span', from: low, to: high, label: `${low}—${high}年` };
  const whole = part === undefined && mention.text.endsWith('全年');
  return {
    kind: 'year',
    from: low,
    to: high,
    part,
    ...(whole ? { whole } : {}),
    label: part ? `${low}年${part}` : `${low}年`,
  };
}

/** Drops repetitions: “十三五”五年（2016—2020年） is one span; 过去五年（2018—2022年） is the span. */
function distinct(periods: readonly AskedPeriod[]): AskedPeriod[] {
  const hasSpan = periods.some((p) => p.kind === 'span');
  const kept: AskedPeriod[] = [];
  for (const p of periods) {
    if (hasSpan && p.kind === 'window') continue;
    if (p.kind === 'relative' && periods.some((q) => q.kind !== 'relative')) continue;
    const same = kept.findIndex(
      (q) => q.from === p.from && q.to === p.to && q.part === p.part && q.kind === p.kind && q.shift === p.shift,
    );
    if (same < 0) kept.push(p);
  }
  return kept;
}
