import type { AskedPeriod, Slot } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { anchor } from '../matching/anchor.js';
import { type AnswerContext, heldYears } from './context.js';

/** 今年, 去年 fixed by the newest report of the place, or by the report that is named. */
export function anchored(
  { store, query }: AnswerContext,
  place: Place | undefined,
  period: Slot<AskedPeriod> | undefined,
): Slot<AskedPeriod> | undefined {
  if (period?.value.kind !== 'relative') return period;
  const newest = place ? heldYears(store, place)[0] : Math.max(...store.heads.map((h) => h.year ?? 0));
  const year = query.reportYear ?? newest;
  if (year === undefined || year <= 0) return period;
  return { value: anchor(period.value, year), source: query.reportYear === undefined ? 'default' : period.source };
}

/** The first time of the question, fixed where the newest report fixes it. */
export function anchoredPeriod(context: AnswerContext, place: Place | undefined): AskedPeriod | undefined {
  return anchored(context, place, context.query.periods[0])?.value;
}
