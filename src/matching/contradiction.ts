import { comparesFigures, isSetBeside } from '../facts/beside.js';
import type { Facet, Fact } from '../facts/types.js';
import { type ContrastGroup, contrasts, membersIn } from '../lexicon/contrasts.js';
import type { Measure } from '../lexicon/types.js';
import { recent } from '../retrieval/recent.js';
import type { Quantity } from '../text/types.js';
import type { Evidence } from './evidence.js';
import type { AskedFacet, FigureAsk } from './figure-ask.js';
import { reportPatterns } from './report-patterns.js';
import { unitFamily } from './unit-family.js';

/** Why a figure can never be the answer, whatever its words say. Everything short of this is weighed. */
export type Contradiction = 'place' | 'facet' | 'measure' | 'unit' | 'period' | 'stated' | 'sibling' | 'name';

const AHEAD: ReadonlySet<Facet> = new Set<Facet>(['target', 'plan-target']);

/** What tells a change or a place in an order, and no amount. */
const CHANGES: ReadonlySet<Measure> = new Set<Measure>(['growth', 'average', 'multiple', 'rank']);
/** What tells how something stands, and no change of it. */
const STATES: ReadonlySet<Measure> = new Set<Measure>(['level', 'count', 'share', 'rank']);
const SURE: ReadonlySet<AskedFacet> = new Set<AskedFacet>(['target', 'plan-target', 'outcome', 'cumulative']);

/**
 * What in a question a figure contradicts outright: an outcome where a target is asked for, a level for a growth, kilometres for
 * money, another time, a sum over years for the figure of one.
 */
export function contradictionOf(ask: FigureAsk, evidence: Evidence): Contradiction | undefined {
  const { fact, period, unit } = evidence;
  if (ask.inner && fact.place !== ask.inner.id && !evidence.zones.clause.includes(ask.inner.short)) return 'place';
  if (ask.parts?.length && missesPart(ask, wideText(evidence))) return 'place';
  if (SURE.has(ask.facet) && (ask.facet === 'target' || ask.facet === 'plan-target') !== AHEAD.has(fact.facet))
    return 'facet';
  // 涨了多少 tells by a particle alone that it is over: of 420 such questions one meant a plan.
  if (ask.facet === 'rather-outcome' && AHEAD.has(fact.facet)) return 'facet';
  // 经济要涨几个点 asks what is aimed at: of 420 questions with 要 or 打算 24 were told by an outcome, none of them asked for a growth.
  if (ask.facet === 'rather-target' && !ask.facetHeard && ask.measure === 'growth' && !AHEAD.has(fact.facet))
    return 'facet';
  if (unit === 'clash' || isTimeOf(ask, fact)) return 'unit';
  if (ask.measure === 'growth' && ((isAmount(fact) && !tellsChange(ask, fact)) || fact.measure === 'rank'))
    return 'measure';
  // 增速高于全国3.3个百分点 tells no growth.
  if (ask.measure === 'growth' && isSetBeside(fact, evidence.zones.clause) && !comparesFigures(ask.terms.text))
    return 'measure';
  // 进出口占全国比重 3.2% is no growth of 进出口.
  if (ask.measure === 'growth' && fact.measure === 'share' && !isAskedFor(ask, fact)) return 'measure';
  // 接待多少游客 is not answered by 接待量居全省第一.
  if (ask.amount && fact.measure === 'rank') return 'measure';
  if (ask.measure === 'level' && CHANGES.has(fact.measure)) return 'measure';
  // 比上年多几个点 is told by no share of that year.
  if (ask.change && STATES.has(fact.measure) && !tellsChange(ask, fact)) return 'measure';
  // 总共多少 is told by no 比上年增加.
  if (ask.total && fact.measure === 'difference') return 'measure';
  if (ask.measure === 'share' && isAmount(fact)) return 'measure';
  if (ask.measure === 'rank' && fact.measure !== 'rank' && !/[位名]$/u.test(fact.quantity.unit)) return 'measure';
  if (period === 'other' || period === 'other-part' || period === 'other-base' || period === 'inside') return 'period';
  if (period === 'stretch-end' && ask.period?.kind === 'year') return 'period';
  // 五年加起来 is told by no one year of them.
  if (ask.summed && ask.period?.kind === 'span' && isOfOneYear(fact)) return 'period';
  // A year has no yearly average, though the change that it is of ends in that year.
  if (fact.measure === 'average' && ask.measure === 'growth' && ask.period?.kind === 'year') return 'period';
  if (evidence.siblings.excludes || isSibling(ask, evidence) || isOfPart(ask, fact)) return 'sibling';
  if (evidence.ofAnotherName) return 'name';
  if (!ask.told && ask.terms.numbers.some((n) => saysSame(n, fact.quantity))) return 'stated';
  return undefined;
}

function wideText({ zones }: Evidence): string {
  return `${zones.subject} ${zones.sentence} ${zones.around}`;
}

/** True where a place within the one that is asked about is named and a text names it nowhere, or as left out: what all of 保定 came to is not 定州's. */
export function missesPart({ parts = [] }: Pick<FigureAsk, 'parts'>, text: string): boolean {
  if (parts.length === 0) return false;
  const told = reportPatterns().sentences.leftOut.replaceIn(text, () => '');
  return parts.some((name) => !told.includes(name));
}

/**
 * True where the asking's own words name a sibling and the figure's another. What names none is weighed, but for groups (对韩) whose member must
 * be named by the figure or its sentence.
 */
function isSibling({ terms }: FigureAsk, { contrast, zones }: Evidence): boolean {
  return contrast.some((agreement, i) => {
    const { vague, strict } = contrasts()[i]!;
    if (agreement === 'clash' && (terms.ownContrasts[i]! & ~bitsOf(vague)) !== 0) return true;
    const open = agreement === 'missing' || agreement === 'clash';
    return (
      strict === true && open && (membersIn(alone(i), zones.sentence + zones.around)[0]! & terms.contrasts[i]!) === 0
    );
  });
}

/**
 * 海洋生产总值 is no 地区生产总值: a figure that is not of the asked indicator though its subject ends in that one's name is of a part of it, which its
 * first words say. Where the question speaks of that too, or the asked one covers the figure's, it may be meant.
 */
function isOfPart({ indicators, terms }: FigureAsk, { indicator, subject }: Fact): boolean {
  if (indicators.some(({ id, covers = [] }) => id === indicator || covers.includes(indicator ?? ''))) return false;
  const firsts = tellingNames(indicators)
    .filter((name) => subject.length > name.length && subject.endsWith(name))
    .map((name) => subject.slice(0, -name.length));
  // 跟俄罗斯做的进出口 means 对俄进出口 in other words.
  return firsts.length > 0 && !firsts.some((first) => [...first].some((unit) => terms.text.includes(unit)));
}

/** Shorter names end many a subject that is another thing. */
const LEAST_NAME = 4;

/** The names of the indicators asked for that are long enough: the same for all figures that are looked at. */
const tellingNames = recent((indicators: FigureAsk['indicators']): readonly string[] =>
  indicators.flatMap((one) => [one.name, ...one.aliases]).filter((name) => name.length >= LEAST_NAME),
);

const groupsAlone: (readonly ContrastGroup[])[] = [];

/** A group as a list of its own, made once: an index of its words is kept with the list. */
function alone(i: number): readonly ContrastGroup[] {
  groupsAlone[i] ??= [contrasts()[i]!];
  return groupsAlone[i];
}

function bitsOf(members: readonly number[] = []): number {
  return members.reduce((bits, member) => bits | (1 << member), 0);
}

/** 连续13年全球第1 tells no 港口货物吞吐量: how long something held is no amount of an indicator that time does not measure. */
function isTimeOf({ indicators, units }: FigureAsk, { quantity }: Fact): boolean {
  if (indicators.length === 0 || units.length > 0 || unitFamily(quantity.unit) !== 'time') return false;
  return indicators.every((indicator) => indicator.units.every((unit) => unitFamily(unit) !== 'time'));
}

/** True for a figure of one year that is no sum up to its end. */
function isOfOneYear({ period, facet }: Fact): boolean {
  return period.from === period.to && facet !== 'cumulative';
}

/** 17件民生实事办结了几件: the figure that a question states itself is not the one it asks for. */
function saysSame(stated: Quantity, { low, high, unit }: Quantity): boolean {
  return stated.unit !== '' && stated.unit === unit && stated.low === low && stated.high === high;
}

/** True for a figure of an indicator that is asked for, whose % a report may put as a share. */
function isAskedFor({ indicators }: FigureAsk, { indicator }: Fact): boolean {
  return indicator !== undefined && indicators.some(({ id }) => id === indicator);
}

/** 新增学位1万个 tells by an amount how much was added; where 新增 is of the thing that is asked for, it tells no change of that. */
function tellsChange({ terms }: FigureAsk, { subject }: Fact): boolean {
  const word = reportPatterns().sentences.change.find(subject)?.[0];
  return word !== undefined && !terms.text.includes(word);
}

/** An amount that tells no growth: 2.77万亿元, 330个. */
function isAmount({ measure, quantity }: Fact): boolean {
  return (measure === 'level' || measure === 'count') && !/[%‰番倍]/u.test(quantity.unit) && quantity.kind === 'number';
}
