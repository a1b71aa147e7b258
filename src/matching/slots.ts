import type { Facet, Fact } from '../facts/types.js';
import type { AskedPeriod } from '../frame/types.js';
import type { Indicator, Measure } from '../lexicon/types.js';
import { fromWords } from '../question/words.js';

/** What is done or added within a time: one year's count of it says nothing of several years. */
const FLOW = /新增|新建|新开|净增|改造|建成|完成|建设|转移|引进|培训|认定|改建|拆除|治理|造林|发放|支出|接待|签约/u;

/** How well a fact's period meets the one asked for; 0 is another time. Periods must be anchored (no window, no relative). */
export function periodFit(fact: Fact, asked: AskedPeriod): number {
  const { from, to, part } = fact.period;
  if (asked.whole && part) return 0;
  if (asked.part) return part === asked.part && (asked.to === 0 || to === asked.to) ? 1 : 0;
  if (asked.kind === 'end') {
    if (to !== asked.to || part) return 0;
    if (fact.facet === 'plan-target' || from === to) return 1;
    return fact.facet === 'cumulative' ? (asked.until ? 0.8 : 0.3) : 0.8;
  }
  if (asked.kind === 'span') {
    if (from === asked.from && to === asked.to) return 1;
    if (fact.facet === 'plan-target' && to === asked.to) return 0.95;
    const state = from === to && to === asked.to && !part && fact.facet !== 'target' && fact.measure !== 'growth';
    const flows = fact.measure !== 'share' && FLOW.test(`${fact.verb ?? ''}${fact.subject}`);
    if (state && (!flows || fact.facet === 'cumulative')) return 0.6;
    return 0;
  }
  if (from === to && to === asked.to) return part ? 0.6 : 1;
  if (fact.facet === 'plan-target' && to === asked.to) return 0.9;
  return 0;
}

/** A change against the year before, which the reports seldom name: 增长8%, 提高1.2个百分点. */
function isYearly({ period, measure, direction, verb }: Fact): boolean {
  if (period.from !== period.to || period.part) return false;
  if (measure === 'growth' || measure === 'difference') return true;
  return direction !== undefined && !/[到至为]$/u.test(verb ?? '');
}

/** Whether a fact is a change since the year it is to be set against: 比2010年提高, 是2010年的1.5倍. */
export function sinceFit(fact: Fact, base: number, asked: AskedPeriod | undefined): number {
  const { period, verb } = fact;
  if (base === (asked?.to ?? period.to) - 1 && period.base === undefined)
    return isYearly(fact) && asked?.to === period.to ? 1 : 0;
  if (period.base !== base || (asked !== undefined && asked.to !== period.to)) return 0;
  // What something rose to is no change, though the base stands with it.
  return fact.measure !== 'multiple' && verb !== undefined && /[到至为]$/u.test(verb) ? 0 : 1;
}

/** How well a fact's facet meets the one asked for: a target never answers for an outcome, nor the other way round. */
export function facetFit(fact: Fact, asked: Facet | undefined): number {
  if (asked === undefined) return fact.facet === 'target' ? 0.96 : fact.facet === 'plan-target' ? 0.9 : 1;
  const ahead = fact.facet === 'target' || fact.facet === 'plan-target';
  const askedAhead = asked === 'target' || asked === 'plan-target';
  return ahead === askedAhead ? 1 : 0;
}

const MEASURE_FITS: Readonly<Record<Measure, Partial<Record<Measure, number>>>> = {
  growth: { growth: 1, average: 0.3, difference: 0.4 },
  average: { average: 1, level: 0.3, count: 0.3 },
  level: { level: 1, count: 1, share: 0.9, difference: 0.5 },
  count: { count: 1, level: 1, difference: 0.5 },
  share: { share: 1, level: 0.9, multiple: 0.6, growth: 0.3, count: 0.3 },
  difference: { difference: 1 },
  rank: { rank: 1 },
  ratio: { ratio: 1, share: 0.7 },
  multiple: { multiple: 1 },
};

/** What a figure measures when the question does not say: how readily each measure is taken. */
const UNASKED: Readonly<Record<Measure, number>> = {
  level: 1,
  count: 1,
  share: 1,
  growth: 0.93,
  average: 0.75,
  ratio: 0.8,
  difference: 0.65,
  multiple: 0.65,
  rank: 0.6,
};

/**
 * How well what the fact measures meets what is asked. Average growth answers a question for growth only over several years.
 * Where the question does not say, a target is taken in the indicator's own measure (GDP目标 is a growth), anything else as an
 * amount before a growth (1994年农民人均纯收入 is 1274元).
 */
export function measureFit(
  fact: Fact,
  asked: Measure | undefined,
  indicator: Indicator | undefined,
  span: boolean,
): number {
  if (asked === undefined) {
    const ahead = fact.facet === 'target' || fact.facet === 'plan-target';
    if (indicator && ahead) return fact.measure === indicator.measure ? 1 : UNASKED[fact.measure] * 0.9;
    return UNASKED[fact.measure];
  }
  if (asked === 'growth' && span && fact.measure === 'average') return 0.95;
  // 翻一番 is as good a growth as 100%.
  if (asked === 'growth' && fact.measure === 'multiple' && fact.quantity.text.includes('翻')) return 0.6;
  if (asked === 'average' && fact.measure === 'growth' && fact.period.from < fact.period.to) return 0.9;
  return MEASURE_FITS[asked][fact.measure] ?? 0;
}

const families = fromWords((words) => {
  const index = new Map<string, string>();
  for (const [name, units] of Object.entries(words.unitFamilies))
    for (const unit of units) if (!index.has(unit)) index.set(unit, name);
  return index;
});

function family(unit: string): string {
  return families().get(unit) ?? 'count';
}

/** Whether a fact's unit answers in the unit asked for: 座 for 个 nearly, 公里 for 个 never. */
export function unitFit(fact: Fact, asked: readonly string[]): number {
  if (asked.length === 0) return 1;
  const unit = fact.quantity.unit;
  let best = 0;
  for (const want of asked) {
    if (unit === want) return 1;
    const have = family(unit);
    if (have === family(want)) best = Math.max(best, have === 'count' ? (unit.endsWith(want) ? 1 : 0.85) : 1);
    else if (fact.quantity.kind === 'rank' && /[位名个]/u.test(want)) best = Math.max(best, 0.5);
    else if (family(want) === 'people' && /[位名]/u.test(want) && have === 'count') best = Math.max(best, 0.6);
    else if ((want === '家' && have === 'households') || (family(want) === 'households' && unit.endsWith('家')))
      best = Math.max(best, 0.8);
    else if (want === '个' && have === 'households') best = Math.max(best, 0.4);
  }
  return best;
}
