import type { Fact } from '../facts/types.js';
import type { Asking } from '../frame/types.js';
import type { Measure } from '../lexicon/types.js';
import type { Candidate } from '../matching/types.js';
import { GENERAL_COUNTERS as GENERAL, unitFamily } from '../matching/unit-family.js';
import type { Store } from '../retrieval/types.js';
import type { AnswerContext } from './context.js';
import { holdsAsked, isOfOwnWords, NAMES_THING, namesOwn, ownWords, ownWordsMet } from './own-words.js';
import { isAnswer, type Resolved } from './resolve.js';

/*
 * The figures of several askings are chosen together: what makes a row of figures likely is not only how well each meets its own asking, but
 * that they stand in one sentence, in the order in which they are asked for, and are alike where they are asked for alike.
 */

/** Candidates of each asking that are tried together. */
const TRIED = 6;
/** What it counts that two figures stand in one sentence, in the measure of `Candidate.score`. */
const TOGETHER = 0.35;
/** What it counts that figures of one sentence stand in the order of their askings. */
const IN_ORDER = 0.12;
/** What it counts that two figures measure the same in the same kind of unit, where they are asked for alike (城里提多少、乡下提多少). */
const ALIKE = 0.12;
/** What it counts that a figure's subject holds all of its asking's own words: those before it are of the others as well. */
const OWN = 0.2;
/** What it counts against a figure that its sentence told one of the same thing before: it is of a part (其中…). */
const AGAIN = 0.1;
/** What it counts that a figure was reached, where the question names no side. */
const REACHED = 0.1;
/** What it counts that an asking for nothing but another measure (规模和增幅) is met by a figure of the same subject. */
const SAME = 0.3;
/** The same where the asking names nothing at all (净赚多少，涨了多少): nothing but what was told before it is meant. */
const SAME_THING = 1;
/** What is left of the threshold for a figure beside one that is sure: of a hundred such, ninety-five are right. */
const BESIDE = 0.03;
const BESIDE_UNNAMED = 0.1;
/** The probabilities of two figures in one sentence, added up, from which both are said though neither is sure. */
const BOTH = 0.65;

/** One asking with what may answer it. */
export interface Asked {
  readonly asking: Asking;
  readonly resolved: Resolved;
}

/**
 * The figures that fit best together, one for each asking: undefined for those that are not likely enough.
 * @param sides whether target and outcome of one thing may both be meant.
 */
export function chosenTogether(
  context: AnswerContext,
  asked: readonly Asked[],
  sides: boolean,
): (Candidate | undefined)[] {
  let best: { value: number; pick: readonly (Candidate | undefined)[] } = {
    value: -1,
    pick: asked.map(() => undefined),
  };
  const walk = (i: number, value: number, pick: readonly (Candidate | undefined)[]): void => {
    const entry = asked[i];
    if (!entry) {
      if (value > best.value) best = { value, pick };
      return;
    }
    for (const candidate of entry.resolved.candidates.slice(0, TRIED)) {
      if (!mayAnswer(context, entry, candidate, pick)) continue;
      if (!sides && pick.some((p) => p && isOtherSide(p.fact, candidate.fact))) continue;
      const reached = context.query.facet === undefined && candidate.fact.facet === 'outcome' ? REACHED : 0;
      const own = candidate.likelihood + candidate.score * 0.2 + reached;
      walk(i + 1, value + own + worthBeside(context, asked, i, candidate, pick), [...pick, candidate]);
    }
    walk(i + 1, value, [...pick, undefined]);
  };
  walk(0, 0, []);
  const sure = best.pick.filter((c) => c && (isAnswer(c) || isBorneOut(c, best.pick)));
  return best.pick.map((candidate, i) => {
    const enough =
      candidate &&
      (sure.includes(candidate) ||
        (candidate.likelihood >= leastBeside(context, asked[i]!) && sure.some((s) => isBeside(s!, candidate))));
    return enough ? candidate : undefined;
  });
}

/** How likely a figure beside a sure one must be: more where its asking names neither a thing nor a unit. */
function leastBeside({ query }: AnswerContext, { asking }: Asked): number {
  const named = asking.units.length > 0 || ownWords(query.evidence, asking).length > NAMES_THING;
  return named ? BESIDE : BESIDE_UNNAMED;
}

/** True for a figure that may be told for an asking beside those of the askings before it. */
function mayAnswer(
  { store, query }: AnswerContext,
  { asking, resolved }: Asked,
  candidate: Candidate,
  pick: readonly (Candidate | undefined)[],
): boolean {
  // What could not be told in the end must not crowd out what could.
  if (!isAnswer(candidate) && candidate.likelihood < BESIDE) return false;
  if (pick.some((p) => p && saysSame(p.fact, candidate.fact))) return false;
  if (isOther(resolved, candidate) && (namesMeasure(asking) || !isAnswer(candidate))) return false;
  if (namesMeasure(asking) && !isOfMeasure(candidate.fact, asking.measure)) return false;
  // 利税多少 behind other askings is met by what names those, however well: its own words must be met.
  if (
    asking.from > 0 &&
    asking.units.length === 0 &&
    !namesOwn(store, query, asking, resolved.ask.terms, candidate.fact)
  )
    return false;
  if (isAnswer(candidate)) return true;
  // What is told only because it stands beside another must be of what is named: 地铁票价 is no 专利拥有量.
  return (
    holdsAsked(store, resolved.ask.terms, candidate.fact) &&
    !isOtherCounter(candidate.fact, asking) &&
    isOfOwnWords(store, query, asking, resolved.ask.terms, candidate.fact)
  );
}

/** What a figure gains by those that are told for the askings before it. */
function worthBeside(
  { store, query }: AnswerContext,
  asked: readonly Asked[],
  at: number,
  candidate: Candidate,
  pick: readonly (Candidate | undefined)[],
): number {
  const { asking, resolved } = asked[at]!;
  const { fact } = candidate;
  const beside = pick.flatMap((p, i) => (p && isBeside(p, candidate) ? [{ other: p.fact, i }] : []));
  let worth = (beside.length > 0 ? TOGETHER : 0) + OWN * ownWordsMet(query, asking, resolved.ask.terms, fact);
  const before = beside.at(-1);
  if (before && fact.span.start > before.other.span.start) worth += IN_ORDER;
  if (beside.some(({ other, i }) => isAskedAlike(asked[i]!.asking, asking) && isAlike(other, fact))) worth += ALIKE;
  const same = namesMeasure(asking) ? pick.find((p) => p?.fact.subject === fact.subject) : undefined;
  if (same) worth += isAnswer(same) && ownWords(query.evidence, asking) === '' ? SAME_THING : SAME;
  return isToldAgain(store, fact) ? worth - AGAIN : worth;
}

/** True for one figure, told once or twice. */
function saysSame(a: Fact, b: Fact): boolean {
  if (a.id === b.id) return true;
  return (
    isOfSame(a, b) &&
    a.quantity.text === b.quantity.text &&
    a.quantity.unit === b.quantity.unit &&
    a.measure === b.measure &&
    a.period.to === b.period.to
  );
}

/** GDP多少亿 is met by no revenue beside its growth. */
function isOther({ ask: { indicators } }: Resolved, { fact }: Candidate): boolean {
  return indicators.length > 0 && fact.indicator !== undefined && !indicators.some(({ id }) => id === fact.indicator);
}

function namesMeasure({ measure, units }: Asking): boolean {
  return measure !== undefined && units.length === 0;
}

/** True for things counted otherwise than asked, or told in words: 多少条路 is borne out by no 16所, 多少个岗位 by no 完成省定目标. */
export function isOtherCounter({ quantity }: Fact, { units }: Pick<Asking, 'units'>): boolean {
  const [unit] = units;
  if (unit !== undefined && quantity.kind === 'phrase') return true;
  const counted = unit !== undefined && unitFamily(unit) === 'count' && unitFamily(quantity.unit) === 'count';
  return counted && !GENERAL.has(unit) && !GENERAL.has(quantity.unit) && quantity.unit !== unit;
}

/** What tells an amount. */
const AMOUNTS: ReadonlySet<Measure> = new Set<Measure>(['level', 'count']);

/** True for a figure of the measure that an asking names: no share for 总量, no multiple for 增速. */
export function isOfMeasure(fact: Fact, measure: Measure | undefined): boolean {
  return measure === 'level' ? AMOUNTS.has(fact.measure) : fact.measure === measure;
}

/** True where two askings ask alike: in the same units, for the same measure or for any. */
function isAskedAlike(a: Asking, b: Asking): boolean {
  const alike = a.measure === b.measure || a.measure === undefined || b.measure === undefined;
  return alike && a.units.length === b.units.length && a.units.every((u, i) => u === b.units[i]);
}

/** True for figures that measure the same in units of one kind. */
export function isAlike(a: Fact, b: Fact): boolean {
  return a.measure === b.measure && unitFamily(a.quantity.unit) === unitFamily(b.quantity.unit);
}

/** True for target and outcome of one thing: where the question does not name both, no two askings are for them. */
function isOtherSide(a: Fact, b: Fact): boolean {
  return isOfSame(a, b) && a.facet !== b.facet && a.measure === b.measure && a.quantity.unit === b.quantity.unit;
}

/** True where the sentence of a figure told another of the same thing, time and unit before it. */
function isToldAgain(store: Store, fact: Fact): boolean {
  return store
    .facts(fact.report)
    .some(
      (other) =>
        other.sentence.start === fact.sentence.start &&
        other.span.start < fact.span.start &&
        other.subject === fact.subject &&
        other.quantity.unit === fact.quantity.unit &&
        other.measure === fact.measure &&
        other.period.from === fact.period.from &&
        other.period.to === fact.period.to,
    );
}

/** True for a figure that another asking's in the same sentence makes likely enough. */
function isBorneOut(own: Candidate, pick: readonly (Candidate | undefined)[]): boolean {
  if (own.likelihood < BESIDE) return false;
  return pick.some(
    (other) => other && other !== own && isBeside(other, own) && other.likelihood + own.likelihood >= BOTH,
  );
}

/** True for a second figure of the same thing: 3420亿元，增长8.3%，全省第2位. */
export function isOfSame(a: Fact, b: Fact): boolean {
  return a.subject === b.subject || (a.indicator !== undefined && a.indicator === b.indicator);
}

function isBeside(a: Candidate, b: Candidate): boolean {
  return a.fact.report === b.fact.report && a.fact.sentence.start === b.fact.sentence.start;
}
