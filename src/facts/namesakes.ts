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
