import type { Fact } from './types.js';

/** A plain name stands for the wider total where the report tells the narrower one by a name of its own. */
const PLAIN_NAMES = [{ plain: /^(?:公共)?财政收入$/, narrower: 'local-revenue', wider: 'total-revenue' }] as const;

/** 财政收入403.8亿元 beside 一般公共预算收入179.8亿元: two indicators, not two figures of one. */
export function partNamesakes(facts: readonly Fact[]): Fact[] {
  const told = new Set<string>();
  for (const fact of facts) {
    const rule = PLAIN_NAMES.find(({ narrower }) => fact.indicator === narrower);
    if (rule !== undefined && !rule.plain.test(fact.subject)) told.add(`${rule.narrower} ${when(fact)}`);
  }
  if (told.size === 0) return [...facts];
  return facts.map((fact) => {
    const rule = PLAIN_NAMES.find(({ plain, narrower }) => fact.indicator === narrower && plain.test(fact.subject));
    const both = rule !== undefined && told.has(`${rule.narrower} ${when(fact)}`);
    return both ? { ...fact, indicator: rule.wider } : fact;
  });
}

function when({ period, facet, place }: Fact): string {
  return `${period.from} ${period.to} ${facet} ${place}`;
}

/** 地方一般预算收入 beside 一般预算收入; 公共财政预算收入 beside 地方财政收入. */
function isNarrower(part: string, whole: string): boolean {
  if (part.includes('地方') !== whole.includes('地方')) return part.includes('地方') || /公共(?:财政)?预算/.test(part);
  return /预算/.test(part) && !/预算|本级/.test(whole);
}

/**
 * 实际利用外资15.1亿美元，其中外商直接投资12.5亿美元: the part that 其中 tells is not the whole, though both go under one name.
 * Of 一般预算收入…，其中地方一般预算收入… the local one is the part, and the other the wider total.
 */
export function partShares(facts: readonly Fact[], text: string): Fact[] {
  const changed = new Map<Fact, Fact>();
  for (let i = 1; i < facts.length; i++) {
    const part = facts[i]!;
    if (part.indicator === undefined || !/^[，；。]?其中/.test(text.slice(part.clause.start, part.span.start)))
      continue;
    const whole = facts[i - 1]!;
    if (whole.indicator !== part.indicator || whole.subject === part.subject) continue;
    if (whole.sentence.start !== part.sentence.start || whole.clause.start === part.clause.start) continue;
    const same = (fact: Fact, as: Fact): boolean =>
      fact.sentence.start === as.sentence.start && fact.subject === as.subject;
    const wider = part.indicator === 'local-revenue' && isNarrower(part.subject, whole.subject);
    for (const fact of facts) {
      if (wider && same(fact, whole)) changed.set(fact, { ...fact, indicator: 'total-revenue' });
      if (!wider && same(fact, part)) {
        const { indicator: _, ...rest } = fact;
        changed.set(fact, rest);
      }
    }
  }
  return changed.size === 0 ? [...facts] : facts.map((fact) => changed.get(fact) ?? fact);
}

/**
 * 进出口总额17823.9亿元，增长15.2% in a review of several years, with nothing that says 累计: a sum with its growth on the year
 * before is of the last year, and so is the growth.
 */
export function lastYears(facts: readonly Fact[], text: string): Fact[] {
  return facts.map((fact, i) => {
    if (isLevelCompared(fact, facts.slice(i + 1, i + 4), text) || isLevelAveraged(fact, facts[i + 1], text))
      return { ...fact, facet: 'outcome', period: { ...fact.period, from: fact.period.to } };
    const level = fact.measure === 'level' ? fact : facts[i - 1];
    const growth = fact.measure === 'level' ? facts[i + 1] : fact;
    if (level === undefined || growth === undefined || !isYearsSum(level, growth, text)) return fact;
    return { ...fact, facet: 'outcome', period: { ...fact.period, from: fact.period.to } };
  });
}

/** 五年累计投入785.5亿元，占财政总支出的26%: the share that a sum takes is of the same years. */
export function sharesOfSums(facts: readonly Fact[]): Fact[] {
  return facts.map((fact, i) => {
    const sum = facts[i - 1];
    if (fact.measure !== 'share' || fact.facet !== 'outcome' || sum?.facet !== 'cumulative') return fact;
    const ofIt = fact.subject.startsWith(`${sum.subject}占`) && sum.sentence.start === fact.sentence.start;
    const sameEnd = fact.period.from === fact.period.to && fact.period.to === sum.period.to;
    const goesOn = fact.period.source !== 'clause' || sum.clause.start === fact.clause.start;
    return ofIt && sameEnd && goesOn && sum.measure === 'level'
      ? { ...fact, facet: 'cumulative', period: { ...fact.period, from: sum.period.from } }
      : fact;
  });
}

/** 社会消费品零售总额807.9亿元，年均增长17.9%，是2000年的2.3倍: what is set against one year is the level of one year. */
function isLevelCompared(fact: Fact, behind: readonly Fact[], text: string): boolean {
  return (
    fact.facet === 'cumulative' &&
    fact.measure === 'level' &&
    fact.indicator !== undefined &&
    !/累计|[五5三3四4]年|共/.test(text.slice(fact.clause.start, fact.span.start)) &&
    behind.some(
      ({ sentence, subject, measure, period, span }) =>
        sentence.start === fact.sentence.start &&
        subject === fact.subject &&
        // 是“十一五”时期的3倍 sets sums side by side.
        !/时期|期间|五年|届/.test(text.slice(fact.span.end, span.start)) &&
        (measure === 'multiple' || measure === 'growth') &&
        period.base !== undefined,
    )
  );
}

/** What reviews of several years tell as their sum, also without 累计. */
const SUMMED_UP: ReadonlySet<string> = new Set(['foreign-investment', 'outside-capital', 'fixed-investment']);

/** 一般公共预算收入83.9亿元，年均增长3.2%: the level that grew by so much a year is the last year's, where nothing sums it up. */
function isLevelAveraged(fact: Fact, next: Fact | undefined, text: string): boolean {
  return (
    fact.facet === 'cumulative' &&
    fact.measure === 'level' &&
    fact.indicator !== undefined &&
    next?.measure === 'average' &&
    next.subject === fact.subject &&
    next.sentence.start === fact.sentence.start &&
    next.span.start - fact.span.end < 8 &&
    !SUMMED_UP.has(fact.indicator) &&
    !/(?<!公)共|完成/.test(text.slice(fact.clause.start, fact.span.start)) &&
    !/累计|[五5三3四4]年(?:来|间|共|内|累)/.test(text.slice(fact.sentence.start, fact.span.start)) &&
    fact.period.source !== 'clause'
  );
}

/** Beyond this, in %, a growth is rather that of the whole stretch. */
const YEARLY = 30;

function isYearsSum(level: Fact, growth: Fact, text: string): boolean {
  return (
    level.facet === 'cumulative' &&
    level.measure === 'level' &&
    level.indicator !== undefined &&
    growth.measure === 'growth' &&
    growth.subject === level.subject &&
    growth.quantity.unit === '%' &&
    (growth.quantity.low ?? YEARLY) < YEARLY &&
    growth.period.base === undefined &&
    growth.clause.start >= level.clause.start &&
    growth.span.start - level.span.end < 8 &&
    level.period.source !== 'clause' &&
    level.period.source !== 'sentence' &&
    !/累计|[五5三3四4]年/.test(text.slice(level.clause.start, growth.span.start))
  );
}

/** 城镇新增就业40.9万人 beside 城镇新增就业累计达165.9万人: the sum is not the year's figure, whatever its section. */
export function partSums(facts: readonly Fact[], text: string): Fact[] {
  const key = (fact: Fact): string => [fact.indicator, fact.measure, fact.quantity.unit, when(fact)].join(' ');
  const isSum = (fact: Fact): boolean =>
    fact.facet === 'outcome' &&
    fact.indicator !== undefined &&
    text.slice(fact.clause.start, fact.span.start).includes('累计');
  const single = new Set(facts.filter((fact) => fact.indicator !== undefined && !isSum(fact)).map(key));
  return facts.map((fact) => (isSum(fact) && single.has(key(fact)) ? { ...fact, facet: 'cumulative' as const } : fact));
}
