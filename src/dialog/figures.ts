import { changeOf } from '../analysis/derive.js';
import { answerQuery } from '../answer/answer.js';
import type { AnswerContext } from '../answer/context.js';
import { answerBase } from '../answer/figure-change.js';
import { joined } from '../answer/joined.js';
import { answerAmong, answerPair, answerSum, type PairAsked } from '../answer/pair.js';
import type { Answer } from '../answer/schema.js';
import type { Fact } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import { yearPeriod } from '../question/periods.js';
import type { TurnAsk } from '../question/turn-asks.js';
import type { Session } from './sessions.js';
import { factOf } from './told.js';

type Base = Omit<AnswerContext, 'query'>;
/** Sets two figures side by side. */
type Pair = (facts: readonly [Fact, Fact], asked: PairAsked) => OfFigures;

/** An answer with the frame that it leaves to the next turn; without one the conversation stays where it was. */
export interface OfFigures {
  readonly answer: Answer;
  readonly query?: Frame;
}

/**
 * What a turn asks of the figures that were answered before: 这两个哪个高, 比上一年多了还是少了, 完成了没, 差了几个点. Undefined where
 * the last answer was none of one or two figures, or there is nothing to set it against.
 */
export function answerOfFigures(base: Base, session: Session, asked: TurnAsk): OfFigures | undefined {
  const { answer, remembered } = session;
  const { kind } = asked;
  const open = answer?.kind === 'refusal' && AMONG.has(kind);
  if (!remembered || !answer || !(open || OF_FIGURES.has(answer.kind))) return undefined;
  const told = (session.told ?? []).flatMap((t) => factOf(base, t) ?? []);
  const last = told.at(-1);
  if (!last) return undefined;
  const pair: Pair = (facts, asked) => ({
    answer: answerPair({ ...base, query: remembered.query }, facts, asked),
  });
  const before = told.at(-2);
  switch (asked.kind) {
    case 'higher':
    case 'lower':
      return before && pair([before, last], asked.kind);
    case 'sum':
      return sumOf(base, remembered.query, told, asked.count);
    case 'gap':
      if (before && isOtherSide(before, last)) return againstTarget(base, remembered.query, last);
      if (before && changeOf(before, last)) return pair([before, last], 'gap');
      return gapOfOne(base, remembered.query, told, last, pair) ?? (before && pair([before, last], 'gap'));
    case 'short':
    case 'reached':
      return eachAgainstTarget(base, remembered.query, told, answer) ?? againstTarget(base, remembered.query, last);
    case 'highest':
    case 'lowest':
      return amongTold(base, remembered.query, told, asked.kind);
    case 'base':
      return baseOf(base, remembered.query, last);
    case 'moved':
      return moved(
        base,
        remembered.query,
        asked.further ? [last] : told,
        mainOf(told, asked.year) ?? last,
        pair,
        asked.year,
      );
    default:
      return undefined;
  }
}

/** 原来呢 behind 身高线提高到1.3米: both ends of the change that the last figure is one of; undefined where its sentence tells none. */
function baseOf(base: Base, query: Frame, last: Fact): OfFigures | undefined {
  const answer = answerBase({ ...base, query }, last);
  return answer && { answer };
}

/** What is asked of the figures told so far, though the last place was not told. */
const AMONG: ReadonlySet<TurnAsk['kind']> = new Set(['highest', 'lowest', 'higher', 'lower', 'sum', 'reached']);

/** The last figure of another year than the one that it is set against. */
function mainOf(told: readonly Fact[], year: number | undefined): Fact | undefined {
  return year === undefined ? undefined : told.findLast((f) => f.period.to !== year);
}

/** Answers whose figures turns may be asked of. */
const OF_FIGURES: ReadonlySet<Answer['kind']> = new Set(['figure', 'check', 'outcome', 'comparison', 'list']);

/** The figures of the last one's kind that were told of several places for one time, the last of each. */
function alikeOf(told: readonly Fact[]): Fact[] {
  const last = told.at(-1)!;
  const sameTime = (f: Fact): boolean => f.period.from === last.period.from && f.period.to === last.period.to;
  const alike = told.filter((f) => f.facet === last.facet && sameTime(f) && changeOf(f, last));
  return [...new Map(alike.map((f) => [f.place, f])).values()];
}

/** The figures of the last one's kind that were told of its place for several years, the last of each. */
function yearsOf(told: readonly Fact[]): Fact[] {
  const last = told.at(-1)!;
  const alike = told.filter((f) => f.place === last.place && f.facet === last.facet && changeOf(f, last));
  return [...new Map(alike.map((f) => [`${f.period.from}-${f.period.to}`, f])).values()];
}

/** Which of several places, or of several years of one, is first or last: 三个里谁最高, 哪年最多. */
function amongTold(
  base: Base,
  query: Frame,
  told: readonly Fact[],
  order: 'highest' | 'lowest',
): OfFigures | undefined {
  const places = alikeOf(told);
  const alike = places.length > 1 ? places : yearsOf(told);
  return alike.length < 2 ? undefined : { answer: answerAmong({ ...base, query }, alike, order) };
}

/** What several places come to together, else the last two figures. */
function sumOf(base: Base, query: Frame, told: readonly Fact[], count = 0): OfFigures | undefined {
  const alike = alikeOf(told).slice(-count);
  const facts = alike.length > 1 ? alike : told.slice(-2);
  return facts.length < 2 ? undefined : { answer: answerSum({ ...base, query }, facts) };
}

/** 差多少 behind one figure: from its target, else from the year before. */
function gapOfOne(base: Base, before: Frame, told: readonly Fact[], last: Fact, pair: Pair): OfFigures | undefined {
  const joined = againstTarget(base, before, last);
  if (joined && joined.answer.figures.length > 1) return joined;
  return moved(base, before, told, last, pair) ?? joined;
}

/** True for target and outcome of one thing and year: what parts them is how the target was met. */
function isOtherSide(a: Fact, b: Fact): boolean {
  const same = a.place === b.place && a.period.from === b.period.from && a.period.to === b.period.to;
  return same && a.indicator !== undefined && a.indicator === b.indicator && a.facet !== b.facet;
}

/** The same for each of two indicators that the last answer told side by side: 最后做到了吗 behind 城乡居民收入. */
function eachAgainstTarget(
  base: Base,
  before: Frame,
  told: readonly Fact[],
  { kind, figures }: Answer,
): OfFigures | undefined {
  const own = kind === 'list' ? told.slice(-figures.length) : [];
  const indicators = own.flatMap(({ indicator }) => base.lexicon.indicators.get(indicator ?? '') ?? []);
  if (own.length < 2 || indicators.length < own.length) return undefined;
  const each = own.flatMap((fact, i) => {
    const one = { ...before, indicators: [{ value: indicators[i]!, source: 'earlier' as const }], evidence: [] };
    return againstTarget(base, one, fact)?.answer ?? [];
  });
  if (each.length < own.length) return undefined;
  return {
    answer: joined(
      indicators.map(({ name }) => name),
      each,
      [],
    ),
  };
}

/** The target and the outcome of what a figure was of, in its year. */
function againstTarget(base: Base, before: Frame, { period, facet }: Fact): OfFigures | undefined {
  if (period.from !== period.to || facet === 'cumulative') return undefined;
  const query: Frame = {
    ...before,
    operation: 'outcome',
    periods: [{ value: yearPeriod(period.to), source: 'earlier' }],
    reportYear: undefined,
    facet: undefined,
    bothFacets: true,
  };
  const answer = answerQuery({ ...base, query });
  // A level without an aim of its own: the year's aim is a growth, and so is what came of it.
  const alone = answer.kind === 'outcome' && answer.figures.length < 2 && before.measure === 'level';
  const { measure: _, ...open } = query;
  const asGrowth = alone ? answerQuery({ ...base, query: { ...open, units: [] } }) : undefined;
  if (asGrowth?.kind === 'outcome' && asGrowth.figures.length > 1) return { answer: asGrowth, query: open };
  return answer.kind === 'outcome' ? { answer, query } : undefined;
}

/** A figure against that of the year before, or of the year that is named: the one just told, else the one that the reports give, else their own growth. */
function moved(
  base: Base,
  before: Frame,
  told: readonly Fact[],
  last: Fact,
  pair: Pair,
  against = last.period.to - 1,
): OfFigures | undefined {
  const { from, to, part } = last.period;
  if (from !== to || part !== undefined) return undefined;
  const isBefore = (f: Fact): boolean =>
    f.place === last.place &&
    f.period.from === f.period.to &&
    f.period.to === against &&
    changeOf(f, last) !== undefined;
  const known = told.slice(-2).find(isBefore) ?? told.find((f) => isBefore(f) && f.subject === last.subject);
  if (known) return pair([known, last], 'moved');
  // 2021年产了多少, 多了还是少了 behind a plan for 2022: the plan is set against it.
  const later = told.at(-2);
  if (later && later.place === last.place && later.period.to === to + 1 && changeOf(last, later))
    return pair([last, later], 'moved');
  const asked = (query: Frame): Fact | undefined => {
    const { kind, figures, citations } = answerQuery({ ...base, query });
    const figure = kind === 'figure' ? figures[0] : undefined;
    const document = figure && citations[figure.citation]?.document.id;
    return document === undefined ? undefined : factOf(base, { figure: figure!, document });
  };
  const year: Frame['periods'] = [{ value: yearPeriod(against), source: 'question' }];
  const plain: Frame = {
    ...before,
    operation: 'figure',
    periods: year,
    reportYear: undefined,
    units: [last.quantity.unit],
  };
  for (const facet of [undefined, before.facet]) {
    const found = asked({ ...plain, facet });
    // What was reached is no more and no less than an aim of the year before.
    const onlyAimed = found?.facet === 'target' && last.facet !== 'target';
    if (found && !onlyAimed && isBefore(found)) return pair([found, last], 'moved');
  }
  if (against !== to - 1) return undefined;
  const growth: Frame = { ...before, operation: 'figure', measure: 'growth', units: [] };
  const answer = answerQuery({ ...base, query: growth });
  return answer.kind === 'figure' && last.measure !== 'growth' ? { answer, query: growth } : undefined;
}
