import type { Report } from '../corpus/types.js';
import type { Frame } from '../frame/types.js';
import { contrasts, membersIn } from '../lexicon/contrasts.js';
import type { Place } from '../lexicon/types.js';
import { termsOfFrame } from '../matching/ask.js';
import { missesPart } from '../matching/contradiction.js';
import { heldNamesOf, holdsName } from '../matching/held-names.js';
import type { SentenceHit } from '../matching/sentences.js';
import { GENERAL_COUNTERS as GENERAL, isOfScale, unitFamily } from '../matching/unit-family.js';
import { askedMeasure } from '../question/intent.js';
import { scratchOf } from '../question/scratch.js';
import type { Store } from '../retrieval/types.js';
import { findQuantities } from '../text/quantities.js';
import type { Span } from '../text/types.js';
import { type AnswerContext, heldYears } from './context.js';
import { findSentences } from './find-sentences.js';
import { tellsPart } from './must-stand.js';
import { isReportMissing } from './refusal.js';
import type { Resolved } from './resolve.js';
import { sayClause, sayPassages } from './say-sentences.js';
import type { Answer } from './schema.js';

/** True for a unit that no amount is told in. */
function isRate(unit: string): boolean {
  return unitFamily(unit) === 'percent' || unitFamily(unit) === 'points';
}

/** How likely the best sentence must be to hold the figure where no figure was read from it. */
const SURE_SENTENCE = 0.5;

/** The sentence that surely holds what is asked, where the figure itself was not read or not told apart. */
export function answerFigureInWords(context: AnswerContext, { place, ask }: Resolved): Answer | undefined {
  if (place && isReportMissing(context, place, context.query.periods[0]?.value)) return undefined;
  const [best] = findSentences(context, place);
  if (!best || !isOfFacet(best, context.query) || namesSibling(best, context.query)) return undefined;
  // What is asked in words beside the figure (给啥帮扶，给多少) is told by the sentence that the acceptance takes.
  const { cues, indicators } = context.query;
  if (indicators.length === 0 && (cues.words || cues.how) && best.accepted) return sayPassages(context, [best]);
  const { span, section, report } = best;
  const told = `${report.view.text.slice(span.start, span.end)} ${report.sections[section]?.path.join(' ') ?? ''}`;
  const names = heldNamesOf(context.store, context.lexicon, ask);
  if (missesPart(ask, told) || !names.every((name) => holdsName(name, told))) return undefined;
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
  if (query.periods.some(({ value }) => value.whole) || !isOfMeasure(words, query)) return false;
  if (!tellsPart(query, words)) return false;
  const [year, ...others] = query.periods.map(({ value }) => value);
  if (year?.kind === 'year' && others.length === 0 && tellsOtherTime(store, report, clause, year.to)) return false;
  return place === undefined || heldYears(store, place).length > 0 || words.includes(place.short);
}

/** True for a clause whose figures are all of other times than the one year: of five years together, of a part of it. */
function tellsOtherTime(store: Store, { id }: Report, clause: Span, year: number): boolean {
  const told = store.facts(id).filter(({ span }) => span.start >= clause.start && span.end <= clause.end);
  return year > 0 && told.length > 0 && told.every(({ period: { from, to } }) => from !== year || to !== year);
}

/** False for a clause that tells no growth, share, rank or multiple where one is asked for, or a growth alone where a level is. */
function isOfMeasure(words: string, { measure, units }: Frame): boolean {
  if (measure === undefined || measure === 'average') return true;
  // 规模涨了几成: the unit tells what is asked.
  if (measure === 'level')
    return (
      units.some(isRate) ||
      findQuantities(words).some(({ unit }) => !isRate(unit)) ||
      askedMeasure(scratchOf(words)) !== 'growth'
    );
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
  // 要 and 打算 alone may mean anything; 涨了多少 seldom means what is planned.
  if (!facet || (!facetSure && facet.value !== 'outcome')) return true;
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
