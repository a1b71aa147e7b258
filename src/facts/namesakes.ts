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
