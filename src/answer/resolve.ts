import type { AskedPeriod, Asking, Frame, Slot } from '../frame/types.js';
import { withName } from '../frame/with-name.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Place } from '../lexicon/types.js';
import { anchor } from '../matching/anchor.js';
import { figureAskOf } from '../matching/ask.js';
import type { FigureAsk } from '../matching/figure-ask.js';
import { rankFigures } from '../matching/rank.js';
import type { Candidate } from '../matching/types.js';
import { yearPeriod } from '../question/periods.js';
import { recent } from '../retrieval/recent.js';
import type { Store } from '../retrieval/types.js';
import { anchored } from './anchored.js';
import { type AnswerContext, heldYears } from './context.js';
import { findSentences } from './find-sentences.js';
import { foreseeSuggestions } from './suggestions.js';

/** A figure question made definite: one place, one time or any. */
export interface Resolved {
  readonly place?: Place;
  readonly period?: Slot<AskedPeriod>;
  readonly ask: FigureAsk;
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

export function isAnswer(candidate: Candidate): boolean {
  return candidate.accepted;
}

/**
 * The facts for one place and period of the question, best first. 今年 and 去年 are of the newest report; windows (过去五年) are of
 * each report's own time. A place without reports of its own is looked for by name in those of where it lies.
 * @param asking the one of several askings that is meant.
 */
export function resolve(
  context: AnswerContext,
  place: Place | undefined,
  period: Slot<AskedPeriod> | undefined,
  asking?: Asking,
): Resolved {
  const ofReport = period ? undefined : resolveOwnYear(context, place, asking);
  if (ofReport) return ofReport;
  const resolved = resolveAt(context, place, period, asking);
  if (resolved.candidates.some(isAnswer) || !place) return resolved;
  const ahead = period?.value.eitherWay ? resolveAt(context, place, aheadOf(period), asking) : undefined;
  if (ahead?.candidates.some(isAnswer)) return ahead;
  // 怀化芷江机场: the county is part of a name, and the figure is the city's. 湖北给博州多少援助: the second place tells it.
  for (const there of [outerPlace(context, place), context.query.otherPlace]) {
    if (!there) continue;
    const named = { ...context, query: withName(context.query, place) };
    const wider = resolveAt(named, there, period, asking);
    const apart = heldYears(context.store, place).length > 0 && there !== context.query.otherPlace;
    const own = wider.candidates.filter((c) => speaksOf(context, c, place, apart));
    if (own.some(isAnswer)) return { ...wider, candidates: own };
  }
  return resolved;
}

/** The same slot each time: what was found for it is found again by it. */
const yearSlot = recent((year: number): Slot<AskedPeriod> => ({ value: yearPeriod(year), source: 'default' }));

/** 五年 by itself, where nothing of the years before is told: those ahead. */
const aheadOf = recent(
  (period: Slot<AskedPeriod>): Slot<AskedPeriod> => ({
    ...period,
    value: { ...period.value, shift: Math.abs(period.value.shift ?? 0) },
  }),
);

/** 2022年报告里的目标 are those of its own year, where it tells one: it names those of the plan too, which go on for five. */
function resolveOwnYear(
  context: AnswerContext,
  place: Place | undefined,
  asking: Asking | undefined,
): Resolved | undefined {
  const { reportYear, facet } = context.query;
  if (reportYear === undefined || facet?.value !== 'target') return undefined;
  const resolved = resolveAt(context, place, yearSlot(reportYear), asking);
  return resolved.candidates.some(isAnswer) ? resolved : undefined;
}

function resolveAt(
  context: AnswerContext,
  place: Place | undefined,
  period: Slot<AskedPeriod> | undefined,
  asking: Asking | undefined,
): Resolved {
  return resolvedAt(context.store, context.lexicon, context.query, place, period, asking);
}

/** How a question is to be answered and the answer itself look at the same facts. */
const resolvedAt = recent(
  (
    store: Store,
    lexicon: Lexicon,
    query: Frame,
    place: Place | undefined,
    period: Slot<AskedPeriod> | undefined,
    asking: Asking | undefined,
  ): Resolved => {
    const context = { store, lexicon, query };
    const fixed = anchored(context, place, period);
    const ask = figureAskOf(query, lexicon, place, fixed?.value, asking);
    foreseeSuggestions(store, ask);
    const candidates = rankFigures(store, lexicon, ask, place && (() => findSentences(context, place)));
    return { place, period: told(context, fixed, candidates[0]), ask, candidates };
  },
);

/** A window as the report of the best candidate fixes it. */
function told(
  { store, query }: AnswerContext,
  period: Slot<AskedPeriod> | undefined,
  best: Candidate | undefined,
): Slot<AskedPeriod> | undefined {
  const year = best && store.head(best.fact.report)?.year;
  if (period?.value.kind !== 'window' || !year) return period;
  return { value: anchor(period.value, year), source: query.reportYear === undefined ? 'default' : period.source };
}

/**
 * True where the clause of a figure names a place.
 * @param alone whether it must be named alone: 昭通、蒙自等机场 are five together. A figure that the place's own reports do not tell must be sure too.
 */
function speaksOf(
  { store }: AnswerContext,
  { fact, likelihood }: Candidate,
  { short }: Place,
  alone: boolean,
): boolean {
  const clause = store.report(fact.report).view.text.slice(fact.clause.start, fact.clause.end);
  const at = clause.indexOf(short);
  if (at < 0 || !alone) return at >= 0;
  const beside = JOINED_BEFORE.test(clause.slice(0, at)) || JOINED_BEHIND.test(clause.slice(at + short.length));
  return !beside && likelihood >= SURE_ELSEWHERE;
}

/** 株洲和湘潭高新区实现…: what is told of several places together. */
const JOINED_BEFORE = /[、和与及]$/u;
const JOINED_BEHIND = /^[市县区州]?[、和与及]/u;

/** How likely a figure must be that another place's report tells of a place with reports of its own. */
const SURE_ELSEWHERE = 0.55;

/** The city or province that a place lies in, whose reports may tell it where the place's own do not: 郑州机场 in 河南's. */
function outerPlace(context: AnswerContext, place: Place): Place | undefined {
  if ((place.level !== 'county' && place.level !== 'prefecture') || place.parent === undefined) return undefined;
  // A turn that names no place goes on about what was told, and that stands in the place's own reports.
  if (heldYears(context.store, place).length > 0 && context.query.places[0]?.source !== 'question') return undefined;
  const parent = context.lexicon.gazetteer.get(place.parent);
  return parent && heldYears(context.store, parent).length > 0 ? parent : undefined;
}
