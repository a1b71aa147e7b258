import type { Report } from '../corpus/types.js';
import type { Frame } from '../frame/types.js';
import { contrasts, membersIn } from '../lexicon/contrasts.js';
import type { Indicator, Place } from '../lexicon/types.js';
import { termsOfFrame } from '../matching/ask.js';
import type { SentenceHit } from '../matching/sentences.js';
import type { Candidate } from '../matching/types.js';
import { GENERAL_COUNTERS as GENERAL, isOfScale, unitFamily } from '../matching/unit-family.js';
import { askedMeasure } from '../question/intent.js';
import { scratchOf } from '../question/scratch.js';
import type { Store } from '../retrieval/types.js';
import { findQuantities } from '../text/quantities.js';
import type { Span } from '../text/types.js';
import { clarifyPlace, clarifyYear } from './clarification.js';
import { type AnswerContext, heldYears } from './context.js';
import { sayChange } from './figure-change.js';
import { answerTargetInWords, figureOfTable } from './figure-of-table.js';
import { answerSeveral } from './figure-several.js';
import { answerFigures, asking } from './figures.js';
import { findSentences } from './find-sentences.js';
import {
  bestGroup,
  exactFirst,
  firstTierFirst,
  NEAR,
  newest,
  otherTimes,
  reachedFirst,
  withoutBases,
} from './group.js';
import { locate } from './named-place.js';
import { answerPassages, sayClause, sayPassages } from './passages.js';
import { isReportMissing, refuseFigure } from './refusal.js';
import { isAnswer, type Resolved, resolve } from './resolve.js';
import { sayFigureAnswer } from './say-figure.js';
import type { Answer } from './schema.js';
import { answerShareOf, refuseShareOf } from './share-of.js';

/** Reports over which a figure is looked for when no place is named; with more the place is asked for. */
const MAX_REPORTS_WITHOUT_PLACE = 60;

/** What tells how large a part of a whole is. */
const PARTS: ReadonlySet<string> = new Set(['share', 'ratio']);

/** Answers a question for one figure, or says why not. */
export function answerFigure(context: AnswerContext): Answer {
  const { store, query } = context;
  const place = query.places[0]?.value;
  if (!place) {
    const onlySlots = query.residue.join('').length < 2;
    if (onlySlots) return clarifyPlace(context);
    if (store.heads.length > MAX_REPORTS_WITHOUT_PLACE) {
      const located = locate(context);
      return located ? answerFigure({ ...context, query: located }) : clarifyPlace(context);
    }
  }
  // A date or a duration stands in a sentence and is seldom a figure.
  if (query.askings.length > 0 && query.askings.every((a) => a.kind !== 'figure')) return answerPassages(context);
  if (query.askings.filter((a) => a.kind === 'figure').length > 1) {
    const several = answerSeveral(context);
    if (several) return several;
  }
  const both = place === undefined ? [] : (query.members ?? []);
  if (
    both.length > 0 &&
    both.every((i) => resolve(asking(context, i), place, query.periods[0]).candidates.some(isAnswer))
  )
    return answerFigures(context, both);
  const resolved = resolve(context, place, query.periods[0]);
  // A share of a named whole is told by no growth.
  const fits = ({ fact }: Candidate): boolean => query.whole === undefined || PARTS.has(fact.measure);
  const told = withoutBases(
    resolved.candidates.filter((c) => isAnswer(c) && fits(c)),
    resolved.period === undefined,
  );
  const reached = query.facet === undefined && resolved.period !== undefined ? reachedFirst(told) : told;
  const accepted = exactFirst(reached, resolved.candidates);
  const siblings = coveredBy(context, accepted[0], resolved.candidates);
  if (siblings.length > 1) return answerFigures(context, siblings);
  const answers = ownMeasureFirst(context, accepted, resolved.candidates);
  const share = answers.length === 0 ? answerShareOf(context) : undefined;
  if (share) return share;
  const tabled = query.whole === undefined ? answerOfTable(context, resolved, answers) : undefined;
  if (tabled) return tabled;
  if (answers.length === 0)
    return (
      answerSpecific(context) ??
      answerInWords(context, resolved) ??
      refuseShareOf(context) ??
      refuseFigure(context, resolved)
    );
  if (query.form === 'from-to') {
    const change = sayChange(context, resolved, answers);
    if (change) return change;
  }
  return sayBest(context, resolved, answers);
}

/** What the relation over all reports holds, where the words leave it open; the aim of a plan stands back behind the year's own. */
function answerOfTable(context: AnswerContext, resolved: Resolved, answers: readonly Candidate[]): Answer | undefined {
  const ofPlan = answers[0]?.fact.facet === 'plan-target' && context.query.facet?.value === 'target';
  if (answers.length > 0 && !ofPlan) return undefined;
  const tabled = figureOfTable(context, resolved);
  if (tabled) return sayBest(context, resolved, [tabled]);
  return ofPlan ? answerTargetInWords(context, resolved, answers[0]!.fact) : undefined;
}

/** 居民收入 may be that of town and country: where the report tells both side by side, both are said. */
function coveredBy(
  { lexicon, query }: AnswerContext,
  best: Candidate | undefined,
  candidates: readonly Candidate[],
): Indicator[] {
  const covers = query.indicators.length === 1 ? (query.indicators[0]!.value.covers ?? []) : [];
  if (!best || !covers.includes(best.fact.indicator ?? '')) return [];
  const beside = candidates.filter(
    ({ fact }) =>
      fact.report === best.fact.report &&
      fact.sentence.start === best.fact.sentence.start &&
      fact.measure === best.fact.measure &&
      fact.facet === best.fact.facet &&
      fact.period.to === best.fact.period.to,
  );
  const told = new Set(beside.map((c) => c.fact.indicator));
  return covers.filter((id) => told.has(id)).flatMap((id) => lexicon.indicators.get(id) ?? []);
}

/** A target without a word for its measure is meant in the indicator's own: GDP目标 is a growth, though an amount is aimed at too. */
function ownMeasureFirst(
  { query }: AnswerContext,
  answers: readonly Candidate[],
  candidates: readonly Candidate[],
): Candidate[] {
  const indicator = query.indicators[0]?.value;
  const best = answers[0]?.fact;
  const open = query.measure === undefined && query.units.length === 0 && query.facet?.value === 'target';
  if (!open || !indicator || !best || best.indicator !== indicator.id || best.measure === indicator.measure)
    return [...answers];
  const year = query.periods[0]?.value.to ?? best.period.to;
  const own = candidates.find(
    ({ fact }) =>
      fact.indicator === indicator.id &&
      fact.measure === indicator.measure &&
      fact.facet === 'target' &&
      fact.period.from === fact.period.to &&
      fact.period.to === year &&
      fact.scope === undefined &&
      fact.quantity.kind === 'number',
  );
  return own ? [{ ...own, score: 1, accepted: true }, ...answers.filter((c) => c !== own)] : [...answers];
}

/** How likely the best sentence must be to hold the figure where no figure was read from it. */
const SURE_SENTENCE = 0.5;

/** The sentence that surely holds what is asked, where the figure itself was not read or not told apart. */
function answerInWords(context: AnswerContext, { place }: Resolved): Answer | undefined {
  if (place && isReportMissing(context, place, context.query.periods[0]?.value)) return undefined;
  const [best] = findSentences(context, place);
  if (!best || !isOfFacet(best, context.query) || namesSibling(best, context.query)) return undefined;
  // What is asked in words beside the figure (给啥帮扶，给多少) is told by the sentence that the acceptance takes.
  const { cues, indicators } = context.query;
  if (indicators.length === 0 && (cues.words || cues.how) && best.accepted) return sayPassages(context, [best]);
  if (best.likelihood < SURE_SENTENCE || !isOfThing(context, best, place)) return undefined;
  return saysInUnit(best, context.query.units) ? sayClause(context, best) : undefined;
}

/** False for a clause that names none of the indicators asked for, or tells of no place that has no reports of its own; and where the whole year is insisted on. */
function isOfThing(
  { store, query }: AnswerContext,
  { report, clause }: SentenceHit,
  place: Place | undefined,
): boolean {
  const words = report.view.text.slice(clause.start, clause.end);
  const named = query.indicators.flatMap(({ value }) => [value.name, ...value.aliases]);
  if (named.length > 0 && !named.some((name) => words.includes(name))) return false;
  if (query.periods.some(({ value }) => value.whole) || !isOfMeasure(words, query.measure)) return false;
  const [year, ...others] = query.periods.map(({ value }) => value);
  if (year?.kind === 'year' && others.length === 0 && tellsOtherTime(store, report, clause, year.to)) return false;
  return place === undefined || heldYears(store, place).length > 0 || words.includes(place.short);
}

/** True for a clause whose figures are all of other times than the one year: of five years together, of a part of it. */
function tellsOtherTime(store: Store, { id }: Report, clause: Span, year: number): boolean {
  const told = store.facts(id).filter(({ span }) => span.start >= clause.start && span.end <= clause.end);
  return year > 0 && told.length > 0 && told.every(({ period: { from, to } }) => from !== year || to !== year);
}

/** False for a clause that tells no growth, share, rank or multiple where one is asked for. */
function isOfMeasure(words: string, measure: Frame['measure']): boolean {
  if (measure === undefined || measure === 'level' || measure === 'average') return true;
  if (measure === 'rank') return /第[一二三四五六七八九十\d]/u.test(words);
  return askedMeasure(scratchOf(words)) === measure;
}

/** True where the clause names a sibling of what the question names, and not that itself: 职工医保 for 居民医保. */
function namesSibling({ report, clause }: SentenceHit, query: Frame): boolean {
  const told = membersIn(contrasts(), report.view.text.slice(clause.start, clause.end));
  return termsOfFrame(query).contrasts.some((asked, i) => asked !== 0 && told[i] !== 0 && (asked & told[i]!) === 0);
}

/** False for a sentence that looks back where a target is asked for, and for one that plans where an outcome is. */
function isOfFacet({ report, section }: SentenceHit, { facet, facetSure }: Frame): boolean {
  if (!facet || !facetSure) return true;
  const role = report.sections[section]?.role;
  const ahead = facet.value === 'target' || facet.value === 'plan-target';
  return ahead ? role !== 'review' && role !== 'review5' : role !== 'tasks' && role !== 'outlook';
}

/** True where the clause of a sentence holds a quantity in a unit that is asked for, or any where none is. */
function saysInUnit({ report, clause }: SentenceHit, units: readonly string[]): boolean {
  const asked = new Set(units.map(unitFamily));
  const open = units.length === 0 || units.every((unit) => GENERAL.has(unit));
  return findQuantities(report.view.text.slice(clause.start, clause.end)).some(
    ({ unit }) =>
      unit !== '' &&
      (units.includes(unit) ||
        (asked.has(unitFamily(unit)) && unitFamily(unit) !== 'count') ||
        units.some((scale) => isOfScale(scale, unit)) ||
        (open && (units.length === 0 || unitFamily(unit) === 'count'))),
  );
}

/** Says the best answer, or asks which place or time is meant where several are as good. */
function sayBest(context: AnswerContext, resolved: Resolved, answers: readonly Candidate[]): Answer {
  const { query } = context;
  const { place } = resolved;
  if (!place) {
    const places = [...new Set(answers.filter((a) => a.score >= NEAR).map((a) => a.fact.place))];
    if (places.length > 1) return clarifyPlace(context, places);
  }
  const group = firstTierFirst(context, bestGroup(answers), resolved.candidates);
  if (!resolved.period && query.reportYear === undefined) {
    const open = otherTimes(answers, group[0]!);
    // Without a time in the question the newest report speaks for a place, and the answer names its year.
    const pool = newest(context, answers);
    if (open.length > 0 && (query.cues.latest || otherTimes(pool, pool[0]!).length === 0))
      return sayFigureAnswer(context, resolved, bestGroup(pool), answers);
    if (open.length > 0) return clarifyYear(context, place, [group[0]!.fact, ...open.map((c) => c.fact)]);
  }
  return sayFigureAnswer(context, resolved, group, answers);
}

/** What may stand before a general name without making it another thing (进出口总额 is no 出口总额). */
const QUALIFIER = /^(?:城镇|农村|全体|城镇登记|城镇调查|登记|调查|规模以上|全社会|地方|基本)$/u;

/** A general name (失业率) that the reports only use with more (城镇调查失业率, 城镇登记失业率): the one that is said answers, several are listed. */
function answerSpecific(context: AnswerContext): Answer | undefined {
  const { lexicon, query } = context;
  const general = query.indicators[0]?.value;
  const place = query.places[0]?.value;
  if (!general || !place || query.indicators.length > 1) return undefined;
  const specific = lexicon.indicators.list
    .filter((i) => (general.covers ? general.covers.includes(i.id) : qualifies(i, general)))
    .filter((i) => resolve(withIndicator(context, i), place, query.periods[0]).candidates.some(isAnswer));
  const [only] = specific;
  if (!only) return undefined;
  return specific.length === 1 ? answerFigure(withIndicator(context, only)) : answerFigures(context, specific);
}

/** True where an indicator is the general one with a harmless word before it. */
function qualifies(specific: Indicator, general: Indicator): boolean {
  const before = specific.name.endsWith(general.name) ? specific.name.slice(0, -general.name.length) : '';
  return QUALIFIER.test(before);
}

function withIndicator(context: AnswerContext, indicator: Indicator): AnswerContext {
  const query = {
    ...context.query,
    indicators: [{ value: indicator, source: 'question' as const }],
    members: undefined,
  };
  return { ...context, query };
}
