import type { Fact } from '../facts/types.js';
import type { Further } from '../frame/types.js';
import type { AnswerContext } from './context.js';

const FURTHER_NAMES: Readonly<Record<Further, string>> = { growth: '增速', rank: '位次', share: '占比', total: '总数' };

/** What a question asks besides its figure, as the figure's own sentence says it; undefined where it does not. */
export function furtherFact(context: AnswerContext, best: Fact, what: Further): Fact | undefined {
  const { text } = context.store.report(best.report).view;
  const behind = context.store
    .facts(best.report)
    .filter((fact) => fact.sentence.start === best.sentence.start && fact.span.start > best.span.start)
    .filter((fact) => isAsked(fact, what) && fact.facet === best.facet && fact.place === best.place);
  if (what === 'total') return behind.find((fact) => isTotal(text, best, fact));
  return behind.find((fact) => isOfSame(fact, best)) ?? behind.find((fact) => isDirectlyBehind(text, best, fact));
}

/** How what was asked besides is named where the reports do not say it. */
export function furtherName(what: Further): string {
  return FURTHER_NAMES[what];
}

function isAsked(fact: Fact, what: Further): boolean {
  if (what === 'rank') return fact.quantity.kind === 'rank';
  if (what === 'total') return fact.measure === 'count' || fact.measure === 'level';
  if (what === 'growth') return fact.measure === 'growth';
  return fact.measure === 'share' && fact.quantity.unit === '%';
}

/** 新增289家、总数达到1925家: the total of what was added, in the same unit. */
function isTotal(text: string, best: Fact, fact: Fact): boolean {
  const between = text.slice(best.span.end, fact.span.start);
  return between.length <= MOST_BETWEEN && fact.quantity.unit === best.quantity.unit && /总|累计|共/u.test(between);
}

function isOfSame(fact: Fact, best: Fact): boolean {
  return fact.subject === best.subject || (fact.indicator !== undefined && fact.indicator === best.indicator);
}

/** True where nothing but the words of the second figure stands between the two: 566公里、跃至全省第3. */
function isDirectlyBehind(text: string, best: Fact, fact: Fact): boolean {
  const between = text.slice(best.span.end, fact.span.start);
  return (
    between.length <= MOST_BETWEEN && !/[。；;，,、].*[，,、]|[。；;\d]/u.test(between) && !/其中|人均/u.test(between)
  );
}

const MOST_BETWEEN = 14;
