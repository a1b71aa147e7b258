import { changeOf } from '../analysis/derive.js';
import { answerQuery } from '../answer/answer.js';
import type { AnswerContext } from '../answer/context.js';
import { answerPair, type PairAsked } from '../answer/pair.js';
import type { Answer } from '../answer/schema.js';
import type { Fact } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import { yearPeriod } from '../question/periods.js';
import type { TurnAsk } from '../question/turn-asks.js';
import type { Session } from './sessions.js';
import { factOf } from './told.js';

type Base = Omit<AnswerContext, 'query'>;

/** An answer with the frame that it leaves to the next turn; without one the conversation stays where it was. */
export interface OfFigures {
  readonly answer: Answer;
  readonly query?: Frame;
}

/**
 * What a turn asks of the figures that were answered before: 这两个哪个高, 比上一年多了还是少了, 完成了没, 差了几个点. Undefined where
 * the last answer was none of one or two figures, or there is nothing to set it against.
 */
export function answerOfFigures(base: Base, session: Session, kind: TurnAsk['kind']): OfFigures | undefined {
  const { answer, remembered } = session;
  if (!remembered || !answer || !OF_FIGURES.has(answer.kind)) return undefined;
  const told = (session.told ?? []).flatMap((t) => factOf(base, t) ?? []);
  const last = told.at(-1);
  if (!last) return undefined;
  const pair = (facts: readonly [Fact, Fact], asked: PairAsked): OfFigures => ({
    answer: answerPair({ ...base, query: remembered.query }, facts, asked),
  });
  const before = told.at(-2);
  switch (kind) {
    case 'higher':
    case 'lower':
    case 'sum':
      return before && pair([before, last], kind);
    case 'gap':
      if (before && isOtherSide(before, last)) return againstTarget(base, remembered.query, last);
      if (before && changeOf(before, last)) return pair([before, last], kind);
      return againstTarget(base, remembered.query, last) ?? (before && pair([before, last], kind));
    case 'short':
    case 'reached':
      return againstTarget(base, remembered.query, last);
    case 'highest':
    case 'lowest':
      return amongTold(base, remembered.query, told, kind);
    case 'moved':
      return moved(base, remembered.query, told, last, pair);
    default:
      return undefined;
  }
}

/** Answers whose figures turns may be asked of. */
const OF_FIGURES: ReadonlySet<Answer['kind']> = new Set(['figure', 'check', 'outcome', 'comparison']);

/** The places whose figures of one kind were told one after another, in order: 三个里谁最高. */
function amongTold(
  base: Base,
  before: Frame,
  told: readonly Fact[],
  order: 'highest' | 'lowest',
): OfFigures | undefined {
  const last = told.at(-1)!;
  const alike = told.filter((f) => f.facet === last.facet && f.period.to === last.period.to && changeOf(f, last));
  const places = [...new Set(alike.map((f) => f.place))].flatMap((id) => base.lexicon.gazetteer.get(id) ?? []);
  if (places.length < 2) return undefined;
  const query: Frame = {
    ...before,
    operation: 'compare',
    order,
    places: places.map((value) => ({ value, source: 'earlier' as const })),
    allPlaces: undefined,
    periods: [{ value: yearPeriod(last.period.to), source: 'earlier' }],
    reportYear: undefined,
  };
  const answer = answerQuery({ ...base, query });
  return answer.kind === 'comparison' ? { answer, query } : undefined;
}

/** True for target and outcome of one thing and year: what parts them is how the target was met. */
function isOtherSide(a: Fact, b: Fact): boolean {
  const same = a.place === b.place && a.period.from === b.period.from && a.period.to === b.period.to;
  return same && a.indicator !== undefined && a.indicator === b.indicator && a.facet !== b.facet;
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
  return answer.kind === 'outcome' ? { answer, query } : undefined;
}

/** The last figure against that of the year before: the one just told, else the one that the reports give, else their own growth. */
function moved(
  base: Base,
  before: Frame,
  told: readonly Fact[],
  last: Fact,
  pair: (facts: readonly [Fact, Fact], asked: PairAsked) => OfFigures,
): OfFigures | undefined {
  const { from, to, part } = last.period;
  if (from !== to || part !== undefined) return undefined;
  const isBefore = (f: Fact): boolean =>
    f.place === last.place &&
    f.period.from === f.period.to &&
    f.period.to === to - 1 &&
    changeOf(f, last) !== undefined;
  const known = told.slice(-2, -1).find(isBefore) ?? told.find((f) => isBefore(f) && f.subject === last.subject);
  if (known) return pair([known, last], 'moved');
  const asked = (query: Frame): Fact | undefined => {
    const { kind, figures, citations } = answerQuery({ ...base, query });
    const figure = kind === 'figure' ? figures[0] : undefined;
    const document = figure && citations[figure.citation]?.document.id;
    return document === undefined ? undefined : factOf(base, { figure: figure!, document });
  };
  const year: Frame['periods'] = [{ value: yearPeriod(to - 1), source: 'question' }];
  const plain: Frame = {
    ...before,
    operation: 'figure',
    periods: year,
    reportYear: undefined,
    units: [last.quantity.unit],
  };
  for (const facet of [undefined, before.facet]) {
    const found = asked({ ...plain, facet });
    if (found && isBefore(found)) return pair([found, last], 'moved');
  }
  const growth: Frame = { ...before, operation: 'figure', measure: 'growth', units: [] };
  const answer = answerQuery({ ...base, query: growth });
  return answer.kind === 'figure' && last.measure !== 'growth' ? { answer, query: growth } : undefined;
}
