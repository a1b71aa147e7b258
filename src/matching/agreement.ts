import type { Fact } from '../facts/types.js';
import type { AskedPeriod } from '../frame/types.js';
import type { Quantity } from '../text/types.js';
import type { FigureAsk } from './figure-ask.js';
import { counterOf, countsAnother, isOfScale, isSameScale, isSmall, unitFamily } from './unit-family.js';

/** How the slots of a question and of a fact stand to one another, as kinds; what each kind is worth is fitted, not written here. */

/** How a fact's time stands to the one asked for. */
export type PeriodAgreement =
  | 'open' //       no time asked
  | 'year' //       the very year
  | 'part' //       a part of that year
  | 'same-part' //  the very part that is asked for
  | 'other-part' // another part, or the whole year where a part is asked for
  | 'end' //        the end asked for, of a state or of a plan
  | 'plan-end' //   an aim for the end of a stretch, the year asked for
  | 'stretch-end' // a sum or an average over a stretch that ends in the year asked for
  | 'span' //       the very stretch
  | 'span-end' //   the state at the end of the stretch asked for
  | 'inside' //     a year of the stretch asked for
  | 'since' //      measured from the base year asked for
  | 'other-base' // measured from another year
  | 'other';

/** @param base the year that the figure is set against, where one is asked. */
export function periodAgreement(
  { period, facet }: Fact,
  asked: AskedPeriod | undefined,
  base: number | undefined,
): PeriodAgreement {
  const { from, to, part } = period;
  if (base !== undefined) {
    const since = period.base === base || (period.base === undefined && base === to - 1);
    return since && (asked === undefined || asked.to === to) ? 'since' : 'other-base';
  }
  if (!asked || (asked.to === 0 && !asked.part)) return 'open';
  if (asked.part) return part === asked.part && (asked.to === 0 || to === asked.to) ? 'same-part' : 'other-part';
  if (to !== asked.to) return asked.kind === 'span' && from >= asked.from && to <= asked.to ? 'inside' : 'other';
  if (part) return asked.whole ? 'other-part' : 'part';
  if (asked.kind === 'span') return from === asked.from ? 'span' : from === to ? 'span-end' : 'stretch-end';
  if (asked.kind === 'end') return from === to || facet === 'plan-target' ? 'end' : 'stretch-end';
  if (from === to) return 'year';
  return facet === 'plan-target' ? 'plan-end' : 'stretch-end';
}

/** How a fact's unit stands to the ones asked in; `general`: asked in 个, counted in a word of its own (几个医生, 300名). */
export type UnitAgreement = 'open' | 'same' | 'general' | 'counter' | 'family' | 'points' | 'scale' | 'clash';

/** Units of a rate and of a difference of rates: in a question 几个点 may be either. */
const RATES: ReadonlySet<string> = new Set(['percent', 'points']);

export function unitAgreement({ quantity }: Fact, asked: readonly string[]): UnitAgreement {
  if (asked.length === 0) return 'open';
  const have = familyOf(quantity);
  let best: UnitAgreement = 'clash';
  for (const unit of asked) {
    if (unit === quantity.unit && quantity.kind !== 'rank') return 'same';
    const want = unitFamily(unit);
    if (countsAnother(unit, quantity.unit)) continue;
    if (want === 'count' && have === 'count' && counterOf(unit) === counterOf(quantity.unit)) {
      if (isSameScale(unit, quantity.unit)) return 'same';
      best = 'family';
      continue;
    }
    if (want === 'scale' && isOfScale(unit, quantity.unit)) {
      best = 'family';
      continue;
    }
    if (want === 'money' && have === 'dollar') {
      best = 'family';
      continue;
    }
    if (have === 'scale' && want !== 'percent' && want !== 'points' && !isCounting(want)) {
      if (best === 'clash') best = 'scale';
      continue;
    }
    if (want === have) {
      if (want !== 'count') best = 'family';
      else if (best === 'clash') best = counterKind(unit);
    } else if (RATES.has(want) && RATES.has(have)) best = 'points';
    // 多少亿 is told by no 500个.
    else if (want === 'scale' && unit.endsWith('亿') && isCounting(have) && isSmall(quantity.unit)) continue;
    else if (want === 'scale' && !RATES.has(have) && have !== 'rank' && have !== 'multiple') best = 'scale';
    // 脱贫3.56万: what is counted stands before the figure, not behind it.
    else if (have === 'scale' && isCounting(want) && want !== 'rank') best = 'counter';
    else if (best === 'clash' && isCounting(want) && isCounting(have) && have !== 'rank') best = counterKind(unit);
    else if (best === 'clash' && isCounting(want) && isCounting(have)) best = 'counter';
  }
  return best;
}

/** What a figure measures. A fraction is a share: 占全国三分之一 answers 占几成. */
function familyOf({ kind, low, unit }: Quantity): string {
  if (kind === 'rank' || kind === 'multiple') return kind;
  return kind === 'ratio' && low !== null && low < 1 ? 'percent' : unitFamily(unit);
}

/** 个 counts all that has a counter of its own (量词). */
function counterKind(asked: string): UnitAgreement {
  return counterOf(asked) === '个' ? 'general' : 'counter';
}

/** Families of units in which things or people are counted one by one. */
function isCounting(family: string): boolean {
  return family === 'count' || family === 'people' || family === 'households' || family === 'rank';
}

/** How a fact's indicator stands to the ones asked for. */
export type IndicatorAgreement =
  | 'plain' //   none asked, none carried
  | 'unasked' // none asked, one carried
  | 'none' //    one asked, none carried
  | 'named' //   the same, though the subject holds the name as typed: 对俄进出口 of 进出口
  | 'same'
  | 'hint' //    one that people's words may stand for
  | 'other'
  | 'part'; //    another whose subject holds the name as typed: 新增市场主体 of 市场主体

/** @param held whether the fact's subject holds the name of the indicator that is asked for, as typed. */
export function indicatorAgreement(
  { indicator }: Fact,
  { indicators, hints }: Pick<FigureAsk, 'indicators' | 'hints'>,
  held: boolean,
): IndicatorAgreement {
  if (indicator !== undefined && indicators.some((i) => i.id === indicator)) return 'same';
  if (indicator !== undefined && hints.some((h) => h.indicator === indicator)) return 'hint';
  if (indicators.length === 0) return indicator === undefined ? 'plain' : 'unasked';
  if (held) return indicator === undefined ? 'named' : 'part';
  return indicator === undefined ? 'none' : 'other';
}

/**
 * Whether a text is of the sibling that the question names, of another, or names none of the group: 农村 of 城镇, 开工 of 竣工.
 * One entry a group; undefined where the question names no member of it.
 */
export type ContrastAgreement = 'same' | 'clash' | 'missing' | undefined;

export function contrastAgreement(asked: readonly number[], held: readonly number[]): ContrastAgreement[] {
  return asked.map((bits, i) =>
    bits === 0 ? undefined : held[i] === 0 ? 'missing' : (bits & held[i]!) !== 0 ? 'same' : 'clash',
  );
}

/** Whether the numbers that a question names itself (过十亿的企业) are those of a text: open where either has none. */
export type NumberAgreement = 'open' | 'same' | 'other' | 'missing';

export function numberAgreement(asked: readonly Quantity[], held: readonly Quantity[]): NumberAgreement {
  if (asked.length === 0) return 'open';
  if (held.length === 0) return 'missing';
  return asked.every((a) => held.some((h) => amount(a) === amount(h))) ? 'same' : 'other';
}

/** A number in single units, so that 十亿, 10亿元 and 1000000000 are one. */
function amount({ low, high, unit }: Quantity): number {
  const scale = SCALES.find(([word]) => unit.startsWith(word))?.[1] ?? 1;
  return Math.round((low ?? high ?? 0) * scale);
}

const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
];
