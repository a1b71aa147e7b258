import type { AskedPeriod, Slot } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { anchor } from '../matching/anchor.js';
import { type AnswerContext, heldYears } from './context.js';

/**
 * 今年, 去年 fixed by the newest report of the place, or by the report that is named. A part of a year that is not named (二季度) is of the year that
 * the report looks back on.
 */
export function anchored(
  { store, query }: AnswerContext,
  place: Place | undefined,
  period: Slot<AskedPeriod> | undefined,
): Slot<AskedPeriod> | undefined {
  if (!period) return undefined;
  const { kind, part, to } = period.value;
  const bare = part !== undefined && kind === 'year' && to === 0;
  if (kind !== 'relative' && !bare) return period;
  const newest = place ? heldYears(store, place)[0] : Math.max(...store.heads.map((h) => h.year ?? 0));
  const year = query.reportYear ?? newest;
  if (year === undefined || year <= 0) return period;
  const source = query.reportYear === undefined ? 'default' : period.source;
  if (!bare) return { value: anchor(period.value, year), source };
  return { value: { kind, from: year - 1, to: year - 1, part, label: `${year - 1}年${part}` }, source };
}

/** The first time of the question, fixed where the newest report fixes it. */
export function anchoredPeriod(context: AnswerContext, place: Place | undefined): AskedPeriod | undefined {
  return anchored(context, place, context.query.periods[0])?.value;
}
