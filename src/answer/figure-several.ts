import type { Fact } from '../facts/types.js';
import type { Asking, Frame } from '../frame/types.js';
import type { Measure } from '../lexicon/types.js';
import type { Candidate } from '../matching/types.js';
import { GENERAL_COUNTERS as GENERAL, unitFamily } from '../matching/unit-family.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { isAnswer, type Resolved, resolve } from './resolve.js';
import { headlineOf, rankScope, readingOfFact } from './say-figure.js';
import type { Answer } from './schema.js';
import { suggestAfterFigure } from './suggestions.js';
import { sayFigure, sayPeriod, saySubject } from './wording.js';

/** Candidates of each asking that are tried together. */
const TRIED = 6;
/** What it counts that two figures stand in one sentence, in the measure of `Candidate.score`. */
const TOGETHER = 0.35;
/** What it counts that a figure was reached, where the question names no side. */
const REACHED = 0.1;
/** What it counts that an asking for nothing but another measure (规模和增幅) is met by a figure of the same subject. */
const SAME = 0.3;
/** What is left of the threshold for a figure beside one that is sure: of a hundred such, ninety-five are right. */
const BESIDE = 0.03;
/** The probabilities of two figures in one sentence, added up, from which both are said though neither is sure. */
const BOTH = 0.65;

/** One asking with the figure chosen for it. */
interface Chosen {
  readonly asking: Asking;
  readonly resolved: Resolved;
  readonly candidate?: Candidate;
}

/** Answers several askings of one question (几个、花了多少) together; undefined where none of them is answered. */
export function answerSeveral(context: AnswerContext): Answer | undefined {
  const { store, lexicon, query } = context;
  const place = query.places[0]?.value;
  const figures = query.askings.filter((a) => a.kind === 'figure');
  const periods = query.periods.length === figures.length ? query.periods : undefined;
  const asked = figures.map((asking, i) => ({
    asking,
    resolved: resolve(context, place, periods?.[i] ?? query.periods[0], asking),
  }));
  const sides = new Set(figures.map(({ facet }) => facet));
  const chosen = choose(asked, query, query.bothFacets || periods !== undefined || sides.size > 1);
  const [first] = chosen.filter((c) => c.candidate);
  if (!first?.candidate) return undefined;
  const draft = newDraft();
  const parts: string[] = [];
  const told = chosen.flatMap((c) => (c.candidate ? [c.candidate] : []));
  for (const { fact } of told) {
    addFact(draft, store, lexicon, fact);
    const head = first.candidate.fact;
    const same = isOfSame(fact, head);
    const period = sayPeriod(fact) === sayPeriod(head) ? '' : sayPeriod(fact);
    parts.push(
      fact === head
        ? headlineOf(context, fact)
        : `${period}${same ? '' : `${saySubject(fact, lexicon)}：`}${rankScope(context, fact)}${sayFigure(fact)}`,
    );
  }
  const missed = chosen.filter((c) => !c.candidate).map(({ asking }) => `${nameOf(context, asking)}没有找到`);
  const said = chosen.flatMap((c) => c.candidate?.likelihood ?? []);
  return compose({
    kind: 'figure',
    headline: [
      parts.reduce((line, part, i) => `${line}${isOfSame(told[i]!.fact, told[0]!.fact) ? '，' : '；'}${part}`),
      ...missed,
    ].join('；'),
    understood: readingOfFact(context, first.resolved, first.candidate.fact),
    draft,
    likelihood: Math.min(...said),
    suggestions: suggestAfterFigure(context, first.candidate.fact),
  });
}

/**
 * The figures that fit best together: likely ones, different ones, and rather those of one sentence.
 * @param sides whether target and outcome of one thing may both be meant.
 */
function choose(asked: readonly Omit<Chosen, 'candidate'>[], { indicators, facet }: Frame, sides: boolean): Chosen[] {
  // GDP多少亿 is met by no revenue beside its growth.
  const isOther = ({ fact }: Candidate) =>
    indicators.length > 0 && fact.indicator !== undefined && !indicators.some((i) => i.value.id === fact.indicator);
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
      if (pick.some((p) => p?.fact.id === candidate.fact.id)) continue;
      if (isOther(candidate) && (namesMeasure(entry.asking) || !isAnswer(candidate))) continue;
      if (namesMeasure(entry.asking) && !isOfMeasure(candidate.fact, entry.asking)) continue;
      if (!isAnswer(candidate) && isOtherCounter(candidate.fact, entry.asking)) continue;
      if (!sides && pick.some((p) => p && isOtherSide(p.fact, candidate.fact))) continue;
      const beside = pick.some((p) => p && isBeside(p, candidate));
      const reached = facet === undefined && candidate.fact.facet === 'outcome' ? REACHED : 0;
      const same =
        namesMeasure(entry.asking) && pick.some((p) => p?.fact.subject === candidate.fact.subject) ? SAME : 0;
      const worth = candidate.likelihood + candidate.score * 0.2 + (beside ? TOGETHER : 0) + reached + same;
      walk(i + 1, value + worth, [...pick, candidate]);
    }
    walk(i + 1, value, [...pick, undefined]);
  };
  walk(0, 0, []);
  const sure = best.pick.filter((c) => c && (isAnswer(c) || isBorneOut(c, best.pick)));
  return asked.map((entry, i) => {
    const candidate = best.pick[i];
    const enough =
      candidate &&
      (sure.includes(candidate) || (candidate.likelihood >= BESIDE && sure.some((s) => isBeside(s!, candidate))));
    return enough ? { ...entry, candidate } : entry;
  });
}

function namesMeasure({ measure, units }: Asking): boolean {
  return measure !== undefined && units.length === 0;
}

/** True for things counted otherwise than asked, or told in words: 多少条路 is borne out by no 16所, 多少个岗位 by no 完成省定目标. */
function isOtherCounter({ quantity }: Fact, { units }: Asking): boolean {
  const [unit] = units;
  if (unit !== undefined && quantity.kind === 'phrase') return true;
  const counted = unit !== undefined && unitFamily(unit) === 'count' && unitFamily(quantity.unit) === 'count';
  return counted && !GENERAL.has(unit) && !GENERAL.has(quantity.unit) && quantity.unit !== unit;
}

/** What tells an amount. */
const AMOUNTS: ReadonlySet<Measure> = new Set<Measure>(['level', 'count']);

/** True for a figure of the measure that an asking names: no share for 总量, no multiple for 增速. */
function isOfMeasure(fact: Fact, { measure }: Asking): boolean {
  return measure === 'level' ? AMOUNTS.has(fact.measure) : fact.measure === measure;
}

/** True for target and outcome of one thing: where the question does not name both, no two askings are for them. */
function isOtherSide(a: Fact, b: Fact): boolean {
  return isOfSame(a, b) && a.facet !== b.facet && a.measure === b.measure && a.quantity.unit === b.quantity.unit;
}

/** True for a figure that another asking's in the same sentence makes likely enough. */
function isBorneOut(own: Candidate, pick: readonly (Candidate | undefined)[]): boolean {
  if (own.likelihood < BESIDE) return false;
  return pick.some(
    (other) => other && other !== own && isBeside(other, own) && other.likelihood + own.likelihood >= BOTH,
  );
}

/** True for a second figure of the same thing: 3420亿元，增长8.3%，全省第2位. */
function isOfSame(a: Fact, b: Fact): boolean {
  return a.subject === b.subject || (a.indicator !== undefined && a.indicator === b.indicator);
}

function isBeside(a: Candidate, b: Candidate): boolean {
  return a.fact.report === b.fact.report && a.fact.sentence.start === b.fact.sentence.start;
}

const MEASURES: Readonly<Partial<Record<Measure, string>>> = {
  growth: '增速',
  rank: '位次',
  share: '占比',
  multiple: '倍数',
  level: '数额',
};

/** What an asking asks for: its own words, else its measure. */
function nameOf({ query }: AnswerContext, asking: Asking): string {
  const own = query.evidence
    .flatMap((run) =>
      [...run.text].filter((_, i) => {
        const at = run.start + i;
        return at >= asking.from && at < asking.to && run.roles[i] !== 'function';
      }),
    )
    .join('');
  // Of a thing that is told in another unit, the unit that was asked for is not found.
  const unit = asking.units[0] === undefined ? '' : `（${asking.units[0]}）`;
  const measure = asking.measure === undefined ? '' : (MEASURES[asking.measure] ?? '');
  const named = /[量额数模]$/u.test(own) ? '' : measure;
  return own.length > 1 ? `${own}${unit || named}` : measure || own || '另一项';
}
