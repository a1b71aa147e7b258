import type { AskedPeriod, Frame, Slot } from '../frame/types.js';
import type { Remembered } from './followup.js';
import { patterns } from './patterns/index.js';
import { yearPeriod } from './periods.js';
import { turnWords } from './turn-words.js';

/** The year of the aim that was told, of which a turn asks what came: 实际呢 behind what was said at the beginning of 2012 (年初). */
export function yearOfAim({ reached, year, query }: Remembered, next: Frame): Slot<AskedPeriod>[] | undefined {
  const asksOutcome = next.facet?.value === 'outcome' || next.bothFacets;
  const named = query.periods.some(({ value }) => value.kind === 'year');
  if (reached !== false || year === undefined || named || !asksOutcome) return undefined;
  return [{ value: yearPeriod(year), source: 'earlier' }];
}

/** 上年实际呢 in a talk of 2009 is of 2008, 明年呢 of 2010, unless it names a report; 去年 is rather of the newest report. */
export function yearBeside(before: Frame, typed: Frame): Frame {
  if (typed.reportYear !== undefined) return typed;
  const [only, ...more] = before.periods;
  if (!only || more.length > 0 || only.value.kind !== 'year' || only.value.from === 0) return typed;
  const [relative, ...others] = typed.periods;
  if (relative?.value.kind !== 'relative' || others.length > 0) return typed;
  const { shift } = relative.value;
  // The year after the newest report is told by none: 明年 is the one after that of the talk.
  if (shift !== 1 && !(shift === -1 && patterns().periods.lastYear.in(typed.text))) return typed;
  return { ...typed, periods: [{ value: yearPeriod(only.value.from + shift), source: 'question' }] };
}

/** 二季度呢 in a talk of 2020 is that of 2020, 全年呢 behind its first half the year. */
export function partOfYear(before: Frame, typed: Frame): Frame {
  const [only, ...more] = before.periods;
  const [part, ...others] = typed.periods;
  if (!only || more.length > 0 || only.value.kind !== 'year' || only.value.from === 0) return typed;
  if (!part && only.value.part && turnWords().wholeYear.some((word) => typed.text.includes(word)))
    return { ...typed, periods: [{ value: yearPeriod(only.value.from), source: 'question' }] };
  if (!part?.value.part || part.value.to > 0 || part.value.kind !== 'year' || others.length > 0) return typed;
  const value = {
    ...yearPeriod(only.value.from),
    part: part.value.part,
    label: `${only.value.from}年${part.value.part}`,
  };
  return { ...typed, periods: [{ value, source: 'question' }] };
}

/** True for a question that names a time or a report by its year. */
export function hasYear(query: Frame): boolean {
  return query.periods.length > 0 || query.reportYear !== undefined;
}

/** True for a turn that names no other time than the question before. */
export function saysSameYear(before: Frame, next: Frame): boolean {
  const yearsOf = ({ periods }: Frame): string => periods.map(({ value: { from, to } }) => `${from}-${to}`).join();
  return next.periods.length === 0 || yearsOf(before) === yearsOf(next);
}

/** True for times that only a report gives years to: 去年, 今后五年. */
export function leansOnReport(query: Frame): boolean {
  return query.periods.every((p) => p.value.kind === 'window' || p.value.kind === 'relative');
}
