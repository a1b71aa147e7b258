import type { Place } from '../lexicon/types.js';
import { anchor } from '../matching/anchor.js';
import type { FactQuery } from '../matching/select.js';
import { findFacts, reportsFor } from '../matching/select.js';
import type { Candidate } from '../matching/types.js';
import type { AskedPeriod, Slot } from '../question/types.js';
import type { AnswerContext } from './context.js';
import { heldYears } from './context.js';

/** A figure question made definite: one place, one time or any. */
export interface Resolved {
  readonly place?: Place;
  readonly period?: Slot<AskedPeriod>;
  readonly query: FactQuery;
  readonly candidates: readonly Candidate[];
}

/** Words fit from which a candidate is an answer and not merely near. */
export const ENOUGH_WORDS = 0.62;
/** Score from which a candidate is an answer. */
export const ENOUGH_SCORE = 0.4;

export function isAnswer(candidate: Candidate): boolean {
  return candidate.fit.words >= ENOUGH_WORDS && candidate.score >= ENOUGH_SCORE;
}

/** The facts for one place and period of the question, best first. Windows and relative years are tried against each report, newest first. */
export function resolve(
  context: AnswerContext,
  place: Place | undefined,
  period: Slot<AskedPeriod> | undefined,
): Resolved {
  const { store, lexicon, query } = context;
  const base: FactQuery = {
    place,
    period: period?.value,
    reportYear: query.reportYear,
    indicator: query.indicators[0]?.value,
    facet: query.facet?.value,
    measure: query.measure,
    units: query.units,
    residue: query.residue,
    background: query.background,
  };
  if (!period || (period.value.kind !== 'window' && period.value.kind !== 'relative'))
    return { place, period, query: base, candidates: findFacts(store, lexicon, base) };
  const years =
    query.reportYear !== undefined ? [query.reportYear] : place ? heldYears(store, place) : newestYears(context);
  let first: Resolved | undefined;
  for (const year of years) {
    const fixed = {
      value: anchor(period.value, year),
      source: query.reportYear === undefined ? ('default' as const) : period.source,
    };
    const fixedQuery = { ...base, period: fixed.value };
    const candidates = findFacts(store, lexicon, fixedQuery);
    const resolved = { place, period: fixed, query: fixedQuery, candidates };
    first ??= resolved;
    if (candidates.some(isAnswer)) return resolved;
    if (period.value.kind === 'relative') break;
  }
  return first ?? { place, period, query: base, candidates: [] };
}

function newestYears(context: AnswerContext): number[] {
  const years = reportsFor(context.store, context.lexicon, {}).flatMap((h) => (h.year === null ? [] : [h.year]));
  return [...new Set(years)].sort((a, b) => b - a).slice(0, 1);
}
