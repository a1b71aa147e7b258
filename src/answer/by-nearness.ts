import type { ReportHead } from '../retrieval/types.js';
import type { AnswerContext } from './context.js';

/** Reports of the year asked for first (or, looking back, the one after it), then the newest. */
export function byNearness({ query }: AnswerContext, back = 0): (a: ReportHead, b: ReportHead) => number {
  const period = query.periods[0]?.value;
  const asked = query.reportYear ?? (period?.kind === 'year' ? period.from + back : undefined);
  const distance = ({ year }: ReportHead): number =>
    asked === undefined || year === null ? 0 : Math.abs(year - asked);
  return (a, b) => distance(a) - distance(b) || (b.year ?? 0) - (a.year ?? 0);
}
