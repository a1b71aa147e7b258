import type { Answer } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { unitFamily } from '../matching/unit-family.js';
import type { Elsewhere } from '../question/apart.js';

/** A frame with the answer that it gives. */
export interface Told {
  readonly query: Frame;
  readonly answer: Answer;
}

/** Other frames of one question, for where the first one's answer tells little. */
export interface Others {
  /** The question as one for a figure, where it was read as a composition: 比目标低4.2个百分点 may stand in one sentence. */
  readonly plain?: Frame;
  /** Readings by which nothing was to be set side by side. */
  readonly apart: readonly Frame[];
}

/**
 * The first answer, or what is told most surely elsewhere where no report of the place that it was asked of is held; where its own figures
 * tell nothing, what the reports of the place around it say of it (潮安撤县设区后，潮州市区面积变成多大).
 * @param isOf whether an answer from the reports of a larger place tells of the one that was asked about.
 */
export function orElsewhere(
  first: Told,
  elsewhere: readonly Elsewhere[],
  answer: (frame: Frame) => Answer,
  isOf: (answer: Answer, place: Place) => boolean,
): Told {
  const { refusal } = first.answer;
  // 株洲派了几批去武汉、黄冈: one of those set side by side tells it, and the others are where it went.
  const one = refusal === undefined && tellsOne(first.answer);
  if (!one && refusal !== 'not-held' && refusal !== 'not-sure' && refusal !== 'not-said') return first;
  const told = elsewhere.flatMap(({ frame, of, always }): Told[] => {
    if ((refusal !== 'not-held' && !always) || (one && of.length === 0)) return [];
    const said = answer(frame);
    const tells = said.citations.length > 0 && said.kind !== 'refusal' && said.kind !== 'clarification';
    return tells && of.every((place) => isOf(said, place)) ? [{ query: frame, answer: said }] : [];
  });
  const surest = (a: Told, b: Told): Told => ((b.answer.confidence ?? 0) > (a.answer.confidence ?? 0) ? b : a);
  return told.length === 0 ? first : told.reduce(surest);
}

/** The first answer unless it tells little and another frame's tells a figure. */
export function orFuller(first: Told, { plain, apart }: Others, answer: (frame: Frame) => Answer): Told {
  // GDP总量到底多少亿: targets and outcomes that are growth alone are not what is asked for.
  if (plain && !isOfMany(first.query) && isOfOtherUnit(first.answer, plain))
    return { query: plain, answer: answer(plain) };
  const whole = plain && toldAsOne(first, plain, answer);
  if (whole) return whole;
  const thin = isThin(first.answer) || isOfYearBefore(first);
  if (!thin && (!tellsOne(first.answer) || isFiltered(first.query))) return first;
  // What asks of several years is not answered by one of them, the others left out.
  const asksSeveral = !thin && plain !== undefined && YEARS_IN_ROW.test(plain.text);
  // Of one place in two years the plain question may tell both; of many places the composition chose.
  const beside = plain && (thin || plain.places.length === 1) ? [plain] : [];
  for (const query of [...beside, ...apart]) {
    const told = answer(query);
    // 先拿哪个省试点, in a talk about one report, is told in its words.
    const inWords =
      told.kind === 'passages' &&
      query.places.length === 1 &&
      (first.answer.refusal === 'not-sure' || isDescribed(first.query) || isOfYearBefore(first));
    const tells = inWords || (told.figures.length > 0 && told.kind !== 'refusal' && told.kind !== 'passages');
    // Who did what was aimed at is told by aims beside what came of them, and by neither alone.
    if (isOfBoth(first.query) && told.kind !== 'outcome') continue;
    if (tells && !tellsOne(told) && !(asksSeveral && told.kind === 'figure' && told.figures.length < 2))
      return { query, answer: told };
  }
  return first;
}

/**
 * What a report tells itself of several years of one place, where they were to be summed or set against one another: 五年累计39.5亿美元, 是2007年的2.5倍.
 * Undefined where none tells it.
 */
function toldAsOne({ query: { analysis } }: Told, plain: Frame, answer: (frame: Frame) => Answer): Told | undefined {
  if (analysis?.kind !== 'figures' || !analysis.places.named || plain.places.length !== 1) return undefined;
  const [only, ...more] = plain.periods.map(({ value }) => value);
  const sums = analysis.aggregates.includes('sum') && only !== undefined && more.length === 0 && only.to > only.from;
  if (!sums && plain.measure !== 'multiple') return undefined;
  const cues = { ...plain.cues, total: plain.cues.total || sums };
  const query: Frame = { ...plain, cues, operation: 'figure', wantsNumber: true };
  const told = answer(query);
  const [figure] = told.kind === 'figure' ? told.figures : [];
  const fits = sums ? figure?.period === `${only.from}-${only.to}` : MULTIPLE.test(figure?.unit ?? '');
  return fits ? { query, answer: told } : undefined;
}

const MULTIPLE = /[倍番]$/u;

/** 2016年和2018年, 2018年比2017年: years of which each is asked of alike. */
const YEARS_IN_ROW = /\d{2}年?[和、与跟及比](?:19|20)?\d{2}年/u;

/** True where only some rows are asked for: one that meets the condition is all there is to tell. */
function isFiltered({ analysis }: Frame): boolean {
  return analysis?.kind === 'figures' && analysis.conditions.length > 0 && analysis.over.length === 0;
}

/** 头年夏天那场输油管道大火: what is looked for is described at length, and no word of reports. */
function isDescribed({ analysis }: Frame): boolean {
  return analysis?.kind === 'mentions' && analysis.term.length >= LONG_TERM;
}

const LONG_TERM = 7;

/** True where an amount is asked for in a unit and all that is told is a rate. */
function isOfOtherUnit({ kind, figures }: Answer, { units }: Frame): boolean {
  const amount =
    units.length > 0 && units.every((unit) => unitFamily(unit) !== 'percent' && unitFamily(unit) !== 'points');
  return kind === 'outcome' && amount && figures.every((figure) => unitFamily(figure.unit) === 'percent');
}

/** True for a table of a kind of places, which 那几个 counts and asks for no unit of. */
function isOfMany({ analysis }: Frame): boolean {
  return analysis?.kind === 'figures' && !analysis.places.named;
}

/** True for a table of aims and what came of them, over a kind of places. */
function isOfBoth(query: Frame): boolean {
  return isOfMany(query) && query.analysis?.kind === 'figures' && query.analysis.facet === 'both';
}

/**
 * Years whose reports are not held: what is said of them may stand in a later one, a search's in the next year's (说2018年有个“首次”), a sum's as the
 * total of five years (1998到2002这五年总共投了多少).
 */
function isOfYearBefore({ query, answer }: Told): boolean {
  return query.analysis !== undefined && query.places.length === 1 && answer.refusal === 'not-held';
}

/** True for a no, and for a target without its outcome or the other way round. */
function isThin({ kind, refusal, figures }: Answer): boolean {
  if (kind === 'refusal') return refusal === 'not-said' || refusal === 'not-sure';
  return kind === 'outcome' && figures.length < 2;
}

/** True for what was to be set side by side and of which one alone is told. */
function tellsOne({ kind, figures }: Answer): boolean {
  return (kind === 'comparison' || kind === 'trend') && figures.length < 2;
}
