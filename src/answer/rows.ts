import type { Facet, Fact } from '../facts/types.js';
import type { AskedPeriod, Frame, Slot } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { comparable } from '../matching/compare.js';
import type { Candidate } from '../matching/types.js';
import type { AnswerContext } from './context.js';
import { heldYears } from './context.js';
import { isAnswer, resolve } from './resolve.js';

/** One cell of a comparison: a place and a time, with the figure found for it, or why there is none. */
export interface Row {
  readonly place: Place;
  readonly period?: AskedPeriod;
  readonly facet?: Facet;
  readonly label: string;
  readonly fact?: Fact;
  /** not-held: no report; not-said: held, but it does not say; other: it says it in another measure or unit. */
  readonly missing?: 'not-held' | 'not-said' | 'other';
  readonly candidates: readonly Candidate[];
}

export interface Asked {
  readonly place: Place;
  readonly period?: Slot<AskedPeriod>;
  readonly facet?: Facet;
  /** Only this report is looked in. */
  readonly reportYear?: number;
  readonly label: string;
}

/** Finds a figure for each place and time, all of one kind: the kind that most rows can give. */
export function findRows(context: AnswerContext, asked: readonly Asked[]): Row[] {
  const found = asked.map((a) => {
    const query: Frame = {
      ...context.query,
      ...(a.facet ? { facet: { value: a.facet, source: 'question' }, facetSure: true } : {}),
      ...(a.reportYear === undefined ? {} : { reportYear: a.reportYear }),
    };
    const resolved = resolve({ ...context, query }, a.place, a.period);
    const { value: period } = resolved.period ?? {};
    return { ...a, period, candidates: resolved.candidates.filter((c) => isAnswer(c) && isOfTime(c.fact, period)) };
  });
  const { isLoose } = context.lexicon.indicators;
  // 财政收入 of one report may be the total, and 一般公共预算收入 of another is not.
  const alike = (a: Fact, b: Fact): boolean =>
    comparable(a, b) && (isLoose(a.subject) || isLoose(b.subject) ? a.subject === b.subject : true);
  const model = modelOf(
    found.map((f) => f.candidates),
    alike,
    context.query.facet === undefined && found.every((f) => f.facet === undefined),
  );
  return found.map((f): Row => {
    const base = { place: f.place, period: f.period, facet: f.facet, label: f.label, candidates: f.candidates };
    if (f.candidates.length === 0)
      return {
        ...base,
        missing: holds(context, f.place, f.period, f.facet ?? context.query.facet?.value) ? 'not-said' : 'not-held',
      };
    const enough = f.candidates[0]!.fit.words * SAME_THING;
    const fits = f.candidates.find(
      (c) =>
        c.fit.words >= enough &&
        (!model ||
          (alike(c.fact, model) &&
            (f.facet !== undefined || context.query.facet !== undefined || sameSide(c.fact, model)))),
    );
    return fits ? { ...base, fact: fits.fact } : { ...base, fact: f.candidates[0]!.fact, missing: 'other' };
  });
}

/** A row's figure must meet the question's words almost as well as its best one: 31个贫困乡镇 is no 380个贫困村. */
const SAME_THING = 0.9;

/** True for two figures of what is aimed at, or two of what was reached. */
function sameSide(a: Fact, b: Fact): boolean {
  const ahead = ({ facet }: Fact) => facet === 'target' || facet === 'plan-target';
  return ahead(a) === ahead(b);
}

/** A mean over several years is no figure of the year that they end with. */
function isOfTime({ period: own, measure }: Fact, period: AskedPeriod | undefined): boolean {
  return period?.kind !== 'year' || measure !== 'average' || own.from === own.to;
}

/** The figure whose kind (measure, unit, and facet where the question leaves it open) the most rows can match. */
function modelOf(
  rows: readonly (readonly Candidate[])[],
  alike: (a: Fact, b: Fact) => boolean,
  facetOpen: boolean,
): Fact | undefined {
  const tops = rows.flatMap((r) => r.slice(0, 3));
  let best: { fact: Fact; rows: number; score: number } | undefined;
  for (const { fact, score } of tops) {
    const count = rows.filter((r) =>
      r.some((c) => alike(c.fact, fact) && (!facetOpen || sameSide(c.fact, fact))),
    ).length;
    if (!best || count > best.rows || (count === best.rows && score > best.score)) best = { fact, rows: count, score };
  }
  return best?.fact;
}

function holds(
  context: AnswerContext,
  place: Place,
  period: AskedPeriod | undefined,
  facet: Facet | undefined,
): boolean {
  const years = heldYears(context.store, place);
  if (!period) return years.length > 0;
  if (facet === 'target') return years.includes(period.from);
  return years.includes(period.to) || years.includes(period.to + 1);
}
