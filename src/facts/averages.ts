import type { Report, Section } from '../corpus/types.js';
import { findPeriods } from '../text/periods.js';
import { type Anchor, sectionYears, type Years } from './periods.js';
import type { Fact } from './types.js';

/** Yearly averages (年均) told in a review of one year whose heading names a longer stretch: 2015年及“十二五”工作回顾. */

/** The years gone by that the headings name beside the year: those of a plan that has ended, 过去五年, 本届政府. */
function longerStretch({ path }: Section, { year }: Anchor): Years | undefined {
  for (const heading of path) {
    const plan = findPeriods(heading).find(({ kind, to }) => kind === 'plan' && to === year - 1);
    if (plan?.from !== undefined) return { from: plan.from, to: year - 1 };
    if (/(?:过去|这|近)的?(?:五|5)年|(?:五|5)年(?:来|工作|政府|发展)|届[省市州县区]?(?:人民)?政府/.test(heading))
      return { from: year - 5, to: year - 1 };
  }
  return undefined;
}

/** Words of an average over the members of something (年均浓度, 平均每年每人), not over years of growth. */
const GROWS = /增|降|减|提高|递/;

/**
 * The years that a yearly average told of one year is over. A year has none: it is over those that the section deals with, else over
 * the stretch that the headings name beside the year, else over five years.
 * @param words the clause up to the figure
 */
export function averagedYears(years: Years, words: string, section: Section, anchor: Anchor): Years {
  if (years.from !== years.to) return years;
  const base = sectionYears(section, anchor);
  if (base.from < years.from && base.to >= years.to) return { ...years, from: base.from };
  if (years.part !== undefined) return years;
  const { year } = anchor;
  const grows = GROWS.test(words);
  if (section.role === 'review') {
    const longer = longerStretch(section, anchor) ?? (grows ? { from: year - 5, to: year - 1 } : years);
    return longer.to === years.to ? longer : years;
  }
  if (section.role !== 'tasks') return years;
  const ahead = longerStretchAhead(section, anchor);
  if (years.to === year) return ahead ?? (grows ? { from: year, to: year + 4 } : years);
  // 到2010年GDP年均增长10%以上
  return years.to > year && grows ? { ...years, from: year } : years;
}

/** The years to come that the headings of a year's tasks name beside the year: 今年及“十二五”各项工作, 新一届政府工作. */
function longerStretchAhead({ path }: Section, { year }: Anchor): Years | undefined {
  for (const heading of path) {
    const plan = findPeriods(heading).find(
      ({ kind, from, to }) => kind === 'plan' && from !== undefined && to !== undefined && from <= year && to > year,
    );
    if (plan?.to !== undefined) return { from: plan.from!, to: plan.to };
    if (/新一届|下届|下一届|(?:今后|未来)(?:的)?(?:五|5)年/.test(heading)) return { from: year, to: year + 4 };
  }
  return undefined;
}

/**
 * What a sentence tells of a subject right before its yearly average is of the same stretch: the change in
 * 由19507元增加到29472元，年均增长8.6% starts before it, and 累计引进外资99.3亿美元，年均增长39% is its sum.
 */
export function alongAverages(facts: readonly Fact[], { view }: Report): Fact[] {
  const averages = facts.filter(({ measure, period }) => measure === 'average' && period.from < period.to);
  if (averages.length === 0) return [...facts];
  return facts.map((fact, i) => {
    const { period, facet } = fact;
    if (period.from !== period.to || facet === 'target' || facet === 'plan-target' || period.source === 'clause')
      return fact;
    const average = averages.find(
      (one) =>
        one.sentence.start === fact.sentence.start && one.subject === fact.subject && one.span.start > fact.span.start,
    );
    if (average === undefined) return fact;
    const { from, to } = average.period;
    const next = facts
      .slice(i + 1, i + 4)
      .find(({ subject, period: later }) => subject === fact.subject && later.base !== undefined);
    if (period.to === to - 1 && next?.period.base === period.to && next.period.to === to) {
      return { ...fact, period: { ...period, from: from - 1, to: from - 1 } };
    }
    if (period.to !== to) return fact;
    if (period.base === to - 1 && fact.measure !== 'growth') return { ...fact, period: { ...period, base: from - 1 } };
    const summed = view.text.slice(fact.clause.start, fact.span.start).includes('累计');
    return summed ? { ...fact, facet: 'cumulative', period: { ...period, from } } : fact;
  });
}
