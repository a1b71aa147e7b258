import type { AskedPeriod, Frame, Slot } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { anchor } from '../matching/anchor.js';
import { touchesAny } from '../matching/pieces.js';
import { reportsFor } from '../matching/reports.js';
import type { FactQuery } from '../matching/select.js';
import { findFacts } from '../matching/select.js';
import type { Candidate } from '../matching/types.js';
import { wordingOf } from '../matching/wording.js';
import { withoutTails } from '../question/tails.js';
import type { Store } from '../retrieval/types.js';
import { findQuantities } from '../text/quantities.js';
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

/** Words fit from which an answer is taken though the indicator in the question is only part of what is asked. */
const ENOUGH_OPEN = 0.72;

/** The same where nothing is asked but the indicator: then only figures that carry no indicator may answer by its words. */
const ENOUGH_BARE = 0.9;

/**
 * The facts for one place and period of the question, best first. Windows and relative years are tried against each report,
 * newest first. Where the indicator is only part of what is asked (消费对经济增长的贡献率, 民生支出在财政支出里占比) and finds
 * nothing, its words are looked for like any others.
 */
export function resolve(
  context: AnswerContext,
  place: Place | undefined,
  period: Slot<AskedPeriod> | undefined,
): Resolved {
  const resolved = resolveByName(context, place, period);
  const { query } = context;
  const also = alsoMeant(context);
  const other = also && resolveByName(also.context, place, period);
  // What goes by the very name that was asked for comes first.
  const isNamed = ({ candidates }: Resolved): boolean => candidates.find(isAnswer)?.fact.subject === also?.name;
  if (other && isNamed(other) && !isNamed(resolved)) return other;
  if (resolved.candidates.some(isAnswer)) return resolved;
  if (other?.candidates.some(isAnswer)) return other;
  const outer = place && outerPlace(context, place);
  if (outer) {
    // 怀化芷江机场: the county is part of a name, and the figure is the city's.
    const named = { ...context, query: { ...query, residue: [place.short, ...query.residue] } };
    const wider = resolveByName(named, outer, period);
    const sure = wider.candidates.filter(
      (c) => c.fit.words >= ENOUGH_OPEN && clauseOf(context, c).includes(place.short),
    );
    if (sure.length > 0) return { ...wider, candidates: sure };
  }
  if (query.indicators.length !== 1) return resolved;
  const bare = query.residue.join('').length < 2;
  const opened = {
    ...context,
    query: {
      ...query,
      indicators: [],
      residue: openContent(query),
      measure:
        query.measure === 'growth' && query.units.length === 0 && !ASKS_GROWTH.test(query.text)
          ? undefined
          : query.measure,
    },
  };
  const open = resolveByName(opened, place, period);
  const sure = open.candidates.filter(
    (c) =>
      c.fit.words >= (bare ? ENOUGH_BARE : ENOUGH_OPEN) &&
      c.fit.precision >= 0.5 &&
      endsAlike(c, opened.query.residue[0] ?? '') &&
      holdsAttached(context, c) &&
      (!bare || c.fact.indicator === undefined),
  );
  return sure.length > 0 ? { ...open, candidates: sure } : resolved;
}

/** A growth that is asked for, as against 增长 in a name (经济增长贡献率). */
const ASKS_GROWTH =
  /(?:增长|增加|下降|降低|减少|提高|上升|上涨|涨|降|升)(?:了|率)?(?:是|为)?(?:多少|几|百分之)|增速|增幅|涨幅|降幅/u;

/** True where the subject holds the last word of the name: 总产值 is not met by 规模以上工业企业. */
function endsAlike({ fact }: Candidate, name: string): boolean {
  return fact.subject.includes(name.slice(-2));
}

/** True where the words that make the indicator another thing stand with the figure: 对韩 of 对韩进出口总额 is not met by 对日. */
function holdsAttached(context: AnswerContext, candidate: Candidate): boolean {
  const { before, behind } = context.query.attached;
  return (
    (!before || touchesAny(before, clauseOf(context, candidate))) &&
    (!behind || touchesAny(behind, candidate.fact.subject))
  );
}

function clauseOf(context: AnswerContext, { fact }: Candidate): string {
  return context.store.report(fact.report).view.text.slice(fact.clause.start, fact.clause.end);
}

/** The question with the other indicator that its name may stand for: 财政收入, local or in all. */
function alsoMeant(context: AnswerContext): { name: string; context: AnswerContext } | undefined {
  const { lexicon, query } = context;
  if (query.indicators.length !== 1) return undefined;
  const name = lexicon.indicators.find(query.text, true).find(({ text }) => lexicon.indicators.isLoose(text))?.text;
  if (name === undefined) return undefined;
  const other = lexicon.indicators.list.find(({ alsoAsked }) => alsoAsked?.includes(name));
  if (!other) return undefined;
  return { name, context: { ...context, query: { ...query, indicators: [{ value: other, source: 'question' }] } } };
}

/** The city or province that a place without reports of its own lies in. */
function outerPlace(context: AnswerContext, place: Place): Place | undefined {
  if (
    (place.level !== 'county' && place.level !== 'prefecture') ||
    place.parent === undefined ||
    heldYears(context.store, place).length > 0
  )
    return undefined;
  const parent = context.lexicon.gazetteer.get(place.parent);
  return parent && heldYears(context.store, parent).length > 0 ? parent : undefined;
}

/** The indicator's words as typed, with what was left over: both have to be met. */
function openContent(query: Frame): string[] {
  const names = query.content.flatMap((run) =>
    query.indicators.flatMap(({ value }) =>
      [value.name, ...value.aliases, ...value.asked]
        .filter((n) => isSpelt(n, run))
        .sort((a, b) => b.length - a.length)
        .slice(0, 1)
        .map((n) => (n.length > 4 ? n.replace(/(?:增速|增幅|涨幅|增长率|增长速度)$/u, '') : n)),
    ),
  );
  return [...names, ...query.residue];
}

/** True where a run of the question holds the name, or would but for a word that only says how it is counted: 城镇累计新增就业. */
function isSpelt(name: string, run: string): boolean {
  return run.includes(name) || run.replace(COUNTING, '').includes(name);
}

const COUNTING = /累计|一共|总共|共|已|实现|完成/gu;

/** The figure that a question looks for at one place and time. */
export function factQueryOf(query: Frame, place: Place | undefined, period: AskedPeriod | undefined): FactQuery {
  return {
    place,
    period,
    reportYear: query.reportYear,
    indicator: query.indicators[0]?.value,
    facet: query.facet?.value,
    measure: query.measure,
    units: query.units,
    residue: query.residue,
    background: query.background,
    quoted: query.quoted,
    head: query.head,
    attached: query.attached,
    base: query.base,
    wording: wordingOf(
      withoutTails(query.text).head,
      query.operation === 'figure' && query.wantsNumber ? findQuantities(query.text) : [],
      query.operation !== 'compare' && query.operation !== 'trend',
    ),
    total:
      !/新增|净增|新(?![一型兴能材动技华生媒冠颖鲜城区质式居])(?<!专精特新|高新|创新|更新|全新|科新)/u.test(
        query.text,
      ) && /人数|数量|总量|总数|总共|一共|共有|累计有|存量|总户数|总家数/u.test(query.text),
  };
}

/** The same without looking further than the indicator and words asked for. */
export function resolveByName(
  context: AnswerContext,
  place: Place | undefined,
  period: Slot<AskedPeriod> | undefined,
): Resolved {
  const { store, query } = context;
  const base = factQueryOf(query, place, period?.value);
  if (!period || (period.value.kind !== 'window' && period.value.kind !== 'relative'))
    return { place, period, query: base, candidates: findNearFirst(context, base) };
  const years =
    query.reportYear !== undefined ? [query.reportYear] : place ? heldYears(store, place) : newestYears(context);
  let first: Resolved | undefined;
  for (const year of years) {
    const fixed = {
      value: anchor(period.value, year),
      source: query.reportYear === undefined ? ('default' as const) : period.source,
    };
    const fixedQuery = { ...base, period: fixed.value };
    const candidates = findNearFirst(context, fixedQuery);
    const resolved = { place, period: fixed, query: fixedQuery, candidates };
    first ??= resolved;
    if (candidates.some(isAnswer)) return resolved;
    if (period.value.kind === 'relative') break;
  }
  return first ?? { place, period, query: base, candidates: [] };
}

/** A score that needs no look at further reports. */
const SURE = 0.8;

/**
 * The report that plans for a time and the one that looks back on it say most of what there is; the reports of later years are
 * read only where these two leave doubt. Over many places that is what a question costs.
 */
function findNearFirst({ store, lexicon }: AnswerContext, query: FactQuery): Candidate[] {
  const near = findFacts(store, lexicon, { ...query, near: true });
  if (query.period === undefined || near.some((c) => isAnswer(c) && c.score >= SURE)) return near;
  return isHeldElsewhere(store, query) ? findFacts(store, lexicon, query) : near;
}

/** False where the table over all reports holds no figure of the indicator for the place and time: no further report need be read. */
function isHeldElsewhere(store: Store, { indicator, place, period }: FactQuery): boolean {
  if (!indicator || !place || !period || period.to === 0) return true;
  return store.indicatorFacts(indicator.id, { places: [place.id], years: [period.from, period.to] }).length > 0;
}

function newestYears(context: AnswerContext): number[] {
  const years = reportsFor(context.store, context.lexicon, {}).flatMap((h) => (h.year === null ? [] : [h.year]));
  return [...new Set(years)].sort((a, b) => b - a).slice(0, 1);
}
