import type { Fact } from './types.js';

/** What is said beside a target of how much more is striven for, or how the year is planned: 6%以上，力争达到7%；具体按7%安排. */

/** The words between a clause's start and its figure that tell more of the target before. */
const BESIDE =
  /^[，、；]?(?:并|但)?(?:在)?(?:具体|实际|执行|安排|操作)?(?:工作|执行|操作)?(?:过程)?(?:中)?(?:要)?(?:力争|争取|努力|力求|奋力|按照?|以)(?:更好|实现|达到|完成|冲刺|突破|增长|保持在)?(?:更高)?(?:一些)?$/;

/**
 * Gives a figure that is striven for beside a target the target's measure and years: of 年均增长6.7%以上，力争达到7% both are yearly
 * averages. The target stays the first of the two.
 */
export function asTheTarget(facts: readonly Fact[], text: string): Fact[] {
  const read: Fact[] = [];
  for (const fact of facts) {
    const target = read[read.length - 1];
    read.push(target !== undefined && isBeside(fact, target, text) ? withMeasureOf(target, fact) : fact);
  }
  return read;
}

function isBeside(fact: Fact, target: Fact, text: string): boolean {
  if (target.facet !== 'target' && target.facet !== 'plan-target') return false;
  if (fact.subject !== target.subject || fact.quantity.unit !== target.quantity.unit) return false;
  return fact.sentence.start === target.sentence.start && BESIDE.test(text.slice(target.span.end, fact.span.start));
}

function withMeasureOf({ measure, period, facet, direction }: Fact, fact: Fact): Fact {
  const { direction: _, ...rest } = fact;
  return { ...rest, measure, period, facet, ...(direction === undefined ? {} : { direction }) };
}
