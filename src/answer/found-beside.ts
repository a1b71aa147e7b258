import type { Fact } from '../facts/types.js';
import type { Asking } from '../frame/types.js';
import { contradictionOf } from '../matching/contradiction.js';
import { evidenceFor } from '../matching/evidence.js';
import type { FigureAsk } from '../matching/figure-ask.js';
import type { Candidate } from '../matching/types.js';
import { unitFamily } from '../matching/unit-family.js';
import { zonesOf } from '../matching/zones.js';
import { type Asked, isAlike, isOfMeasure, isOfSame, isOtherCounter } from './chosen-together.js';
import type { AnswerContext } from './context.js';
import { NAMES_THING, ownWords, ownWordsMet } from './own-words.js';

/** How likely a figure is that stands beside those told for the other askings, by what binds it to its own. */
const LIKELIHOOD = { time: 0.6, words: 0.5, alike: 0.4, unit: 0.35 } as const;
/** From this share of an asking's own words on its figure is known by them. */
const MOST_WORDS = 0.5;
/** From this share on, where the figure is of the kind of another one that is told: 新 of 新增廉租住房 is no 新开公交线路. */
const LEAST_WORDS = 0.3;
/** What it counts that a figure stands behind the one told before it. */
const BEHIND = 0.1;

/**
 * The figure of an asking that was told nothing by itself, in the sentence that told another one: by its time (2017年第几、2018年底又第几), its own words
 * however short (存了多少、贷出去多少: 贷款余额), or as the only one left in the unit that is asked for. Undefined where nothing there binds it.
 */
export function foundBeside(
  context: AnswerContext,
  asked: Asked,
  told: readonly (Candidate | undefined)[],
  at: number,
): Candidate | undefined {
  const others = told.flatMap((c) => c ?? []);
  const before = told.slice(0, at).findLast((c) => c !== undefined);
  const left = factsBeside(context, asked, others);
  const words = ownWords(context.query.evidence, asked.asking);
  const bound = left.flatMap((fact) => {
    const likelihood = bindingOf(context, asked, fact, others, left, words);
    if (likelihood === undefined) return [];
    const behind = before !== undefined && fact.span.start > before.fact.span.start ? BEHIND : 0;
    return [
      {
        fact,
        likelihood,
        worth: likelihood + behind + ownWordsMet(context.query, asked.asking, asked.resolved.ask.terms, fact),
      },
    ];
  });
  const [best] = bound.sort((a, b) => b.worth - a.worth || a.fact.span.start - b.fact.span.start);
  if (!best) return undefined;
  const { fact, likelihood } = best;
  return { fact, likelihood, score: 1, accepted: true, fit: { words: 0, precision: 0 } };
}

/** The figures of the sentences told that may be what is asked for, those told left out. */
function factsBeside({ store }: AnswerContext, { asking, resolved }: Asked, told: readonly Candidate[]): Fact[] {
  const ask = loosened(resolved.ask);
  const sentences = new Set(told.map(({ fact }) => `${fact.report} ${fact.sentence.start}`));
  const reports = new Set(told.map(({ fact }) => fact.report));
  return [...reports]
    .flatMap((report) => store.facts(report))
    .filter((fact) => sentences.has(`${fact.report} ${fact.sentence.start}`))
    .filter((fact) => fact.quantity.kind !== 'phrase' && !told.some((c) => c.fact.id === fact.id))
    .filter((fact) => !isOtherCounter(fact, asking) && isOfNamed(fact, asking))
    .filter((fact) => {
      const year = store.head(fact.report)?.year ?? null;
      const evidence = evidenceFor(ask, fact, () => zonesOf(store, fact), { year, age: 0 });
      return contradictionOf(ask, evidence) === undefined;
    });
}

/** True for a figure of the measure that an asking names; what went up or down may be told as an amount. */
function isOfNamed(fact: Fact, asking: Asking): boolean {
  if (asking.measure === undefined || asking.units.length > 0 || isOfMeasure(fact, asking.measure)) return true;
  return asking.measure === 'growth' && isOfMeasure(fact, 'level');
}

/** What is asked for, without what a part of a row says loosely: 降了多少 may be an amount, 11月底 is told as of the year. */
function loosened(ask: FigureAsk): FigureAsk {
  const { period, ...rest } = ask;
  const open = ask.measure === 'growth' && ask.units.length === 0;
  const { part: _, ...whole } = period ?? {};
  return {
    ...rest,
    ...(open ? { measure: 'open' as const } : {}),
    ...(period ? { period: whole as typeof period } : {}),
  };
}

/** How likely a figure is by what binds it to an asking; undefined where nothing does. */
function bindingOf(
  context: AnswerContext,
  asked: Asked,
  fact: Fact,
  told: readonly Candidate[],
  left: readonly Fact[],
  words: string,
): number | undefined {
  const { asking, resolved } = asked;
  const { period, units } = resolved.ask;
  const alike = told.some((c) => isAlike(c.fact, fact));
  const ofTime =
    context.query.periods.length > 1 && period !== undefined && period.to > 0 && fact.period.to === period.to;
  if (ofTime && alike && told.some((c) => isOfSame(c.fact, fact) && c.fact.period.to !== fact.period.to))
    return LIKELIHOOD.time;
  // A measure alone (总量和增速) is of the thing that was told.
  if (words === '' && asking.measure !== undefined) return undefined;
  const met = ownWordsMet(context.query, asked.asking, asked.resolved.ask.terms, fact);
  if (met >= MOST_WORDS) return LIKELIHOOD.words;
  if (met >= LEAST_WORDS && alike) return LIKELIHOOD.alike;
  const family = units[0] === undefined ? undefined : unitFamily(units[0]);
  const only = family !== undefined && left.filter((f) => unitFamily(f.quantity.unit) === family).length === 1;
  return only && words.length <= NAMES_THING && unitFamily(fact.quantity.unit) === family ? LIKELIHOOD.unit : undefined;
}
