import { yearPeriod } from '../question/periods.js';
import { answerFromSlots } from './analysis/from-slots.js';
import type { AnswerContext } from './context.js';
import { answerFigure } from './figure.js';
import type { Answer } from './schema.js';

/**
 * A change since a year (比2010年提高了多少): the figure that the reports give for it; where they give none, the two years' figures
 * side by side, as far as a difference can answer.
 */
export function answerSince(context: AnswerContext, base: number): Answer {
  const { query } = context;
  const figure = answerFigure(context);
  if (figure.kind !== 'refusal') return figure;
  const [period] = query.periods;
  const points = query.units.some((u) => /百分点|个点/u.test(u)) || query.measure === 'difference';
  const ratio = query.units.some((u) => u === '%' || u === '倍') || query.measure === 'multiple';
  if (!period || ratio) return figure;
  const told = {
    ...context,
    query: {
      ...query,
      base: undefined,
      operation: 'compare',
      periods: [period, { value: yearPeriod(base), source: period.source }],
      // The change of a state is told by the two states, not by their rates of growth.
      measure: points ? 'share' : 'level',
      units: points ? [] : query.units,
    },
  } as const;
  const compared = answerFromSlots(told, 'compare');
  return compared.kind === 'comparison' && compared.figures.length > 1 ? compared : figure;
}
