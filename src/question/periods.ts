import type { AskedPeriod } from '../frame/types.js';
import { findPeriods } from '../text/periods.js';
import type { PeriodMention } from '../text/types.js';
import { patterns } from './patterns/index.js';
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

/** A month behind its year: 22年4月. */
const MONTH = /^(?:1[0-2]|[1-9])月(?!\d|底|末|[至到—–~～-])/u;
const NUMERALS = '零一二三四五六七八九十';
const chinese = (n: number): string =>
  n <= 10
    ? NUMERALS[n]!
    : n < 20
      ? `十${NUMERALS[n - 10]}`
      : `${NUMERALS[Math.floor(n / 10)]}十${n % 10 ? NUMERALS[n % 10] : ''}`;

/** True where a year is what the figure asked for is set against, and no time that is asked about. */
function isBase(text: string, start: number, end: number): boolean {
  const said = patterns().periods;
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 28);
  // A target that was raised or lowered is set against the other year's target: two figures.
  const than = said.than.in(before) && said.changed.in(after) && !said.aim.in(text);
  return than || (said.times.in(before) && said.timesAsked.in(after));
}

/** The stretches of time a question names, in order, each once. */
export function askedPeriods(scratch: Scratch): AskedPeriods {
  const { text } = scratch;
  const said = patterns().periods;
  const mentions = findPeriods(text, { short: true }).filter(
    (m) => isFree(scratch, m.span.start, m.span.end) && !said.beforeSchool.in(text.slice(0, m.span.start)),
  );
  let found: { period: AskedPeriod; start: number; end: number }[] = [];
  for (const mention of mentions) {
    const period = toAsked(mention);
    if (!period || isLength(text, mention)) continue;
    found.push({ period, start: mention.span.start, end: mention.span.end });
  }
  for (const match of said.bareYear.findAll(text)) {
    const start = match.index;
    const end = start + 4;
    if (found.some((f) => start < f.end && end > f.start) || !isFree(scratch, start, end)) continue;
    const year = Number(match.groups!.year);
    found.push({ period: yearPeriod(year), start, end });
  }
  for (const match of said.bareFive.findAll(text)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.some((f) => (start < f.end && end > f.start) || f.period.kind === 'span' || f.period.kind === 'window'))
      continue;
    if (isFree(scratch, start, end))
      found.push({ period: { kind: 'window', from: 0, to: 0, shift: -5, eitherWay: true, label: '五年' }, start, end });
  }
  for (const match of said.fiveFrom.findAll(text)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const from = Number(match.groups!.year);
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
  const ago = said.ago.find(text);
  if (ago && isFree(scratch, ago.index, ago.index + ago[0].length))
    claim(scratch, ago.index, ago.index + ago[0].length);
  // 上届政府五年（2008—2012年）: the term beside its years.
  const term = found.length > 0 ? said.term.find(text) : null;
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
      const than = said.than.find(text.slice(0, f.start))?.[0].length ?? 0;
      claim(scratch, f.start - than, f.end);
      continue;
    }
    const after = said.reportBehind.find(text.slice(f.end));
    const title =
      after && !said.noTitle.in(after[0]) && !found.some((g) => g.start >= f.end && g.start < f.end + after[0].length);
    const begins = single ? said.beginning.find(text.slice(f.end)) : null;
    claim(scratch, f.start, f.end + (begins?.[0].length ?? 0));
    if (begins || (title && f.period.kind === 'year')) {
      if (!reportYears.includes(f.period.to)) reportYears.push(f.period.to);
      continue;
    }
    if (f.period.kind === 'end' && said.until.in(text.slice(Math.max(0, f.start - 2), f.end))) {
      kept.push({ ...f.period, until: true });
      continue;
    }
    kept.push(whole && f.period.kind === 'year' && !f.period.part ? { ...f.period, whole: true } : f.period);
  }
  return { periods: distinct(joinUntil(joinPart(kept))), reportYear: reportYears[0], reportYears, base };
}

/** True for 30年 in 延长30年: only two figures can be both a year and a length. */
function isLength(text: string, { text: words, span }: PeriodMention): boolean {
  return (
    /^[\d一二三四五六七八九十]{2}年$/u.test(words) &&
    patterns().periods.lasting.in(text.slice(Math.max(0, span.start - 4), span.start))
  );
}

/** Drops the times that the question takes back, where it names another: 不是2021年，是2022年. */
function withoutCorrected<T extends { readonly start: number; readonly end: number }>(
  scratch: Scratch,
  found: readonly T[],
): T[] {
  const { notThis } = patterns().periods;
  const back = (f: T): number => notThis.find(scratch.text.slice(Math.max(0, f.start - 4), f.start))?.[0].length ?? 0;
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

function toAsked(mention: PeriodMention): AskedPeriod | undefined {
  const { kind, from, to, plan, shift, part } = mention;
  // 前三年 is so many years of a stretch that the question does not name: no part of a year.
  if (part !== undefined && patterns().periods.ofStretch.in(part)) return undefined;
  if (kind === 'relative' || kind === 'window') {
    if (shift === undefined) return undefined;
    return { kind, from: 0, to: 0, shift, part, label: mention.text };
  }
  if (kind === 'end' && shift !== undefined && !/^到?年?[底末]/u.test(mention.text))
    return { kind: 'relative', from: 0, to: 0, shift, atEnd: true, label: mention.text };
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
