import type { AskedPeriod } from '../frame/types.js';

/** Fixes a window or a relative year (过去五年, 今后五年, 今年, 去年) by the year of a report; other periods are fixed already. */
export function anchor(period: AskedPeriod, reportYear: number): AskedPeriod {
  if (period.kind === 'relative') {
    const year = reportYear + (period.shift ?? 0);
    if (period.atEnd)
      return { kind: 'end', from: year, to: year, label: `${year}年底（${period.label}，按${reportYear}年报告）` };
    return {
      kind: 'year',
      from: year,
      to: year,
      part: period.part,
      label: `${year}年${period.part ?? ''}（${period.label}，按${reportYear}年报告）`,
    };
  }
  if (period.kind !== 'window') return period;
  const years = period.shift ?? 0;
  const [from, to] = years < 0 ? [reportYear + years, reportYear - 1] : [reportYear, reportYear + years - 1];
  if (from === to) return { kind: 'year', from, to, label: `${from}年（${period.label}）` };
  return { kind: 'span', from, to, label: `${from}—${to}年（${period.label}）` };
}
