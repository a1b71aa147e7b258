import type { Indicator } from '../lexicon/types.js';
import type { Candidate } from '../matching/types.js';
import { clarifyPlace, clarifyYear } from './clarification.js';
import type { AnswerContext } from './context.js';
import { sayChange } from './figure-change.js';
import { answerFigureInWords } from './figure-in-words.js';
import { answerTargetInWords, figureOfTable } from './figure-of-table.js';
import { answerSeveral } from './figure-several.js';
import { answerFigures, asking } from './figures.js';
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
import { answerPassages } from './passages.js';
import { refuseFigure } from './refusal.js';
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
  // The relation holds how things stand, and by how much they changed only as a growth.
  const tabled = query.whole === undefined && !query.change ? answerOfTable(context, resolved, answers) : undefined;
  if (tabled) return tabled;
  if (answers.length === 0)
    return (
      answerSpecific(context) ??
      answerFigureInWords(context, resolved) ??
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
