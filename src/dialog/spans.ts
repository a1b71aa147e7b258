import type { Answer } from '../answer/schema.js';
import type { AskedPeriod, Frame } from '../frame/types.js';
import { planOfFrame } from '../question/analysis/of-frame.js';
import type { Told } from './thin.js';

/** The most years of a stretch that are told one by one. */
const MOST_YEARS = 20;

/**
 * 深圳2014到2018年GDP增速: where no figure of the whole stretch is told, each of its years is, with those that tell none; the figure of one
 * year in it is no answer. The same as given for any other question.
 */
export function overSpan(first: Told, ask: (frame: Frame) => Answer): Told {
  const span = spanAsked(first.query);
  if (!span || tellsWhole(first.answer, span)) return first;
  const query: Frame = { ...first.query, operation: 'trend' };
  const answer = ask({ ...query, analysis: planOfFrame(query, 'trend') });
  return answer.kind === 'trend' && answer.figures.length > 0 ? { query, answer } : first;
}

/** The stretch of years that one indicator of one place is asked of, from one year to another as typed; a plan is told as a whole. */
function spanAsked({
  periods,
  places,
  indicators,
  operation,
  askings,
  form,
  analysis,
  cues,
  measure,
  base,
  text,
}: Frame): AskedPeriod | undefined {
  const [only, ...more] = periods;
  const plain = operation === 'figure' && askings.length === 0 && form === 'plain' && !analysis && base === undefined;
  if (!plain || cues.total || measure === 'average' || places.length !== 1 || indicators.length !== 1) return undefined;
  const value = only?.value;
  if (more.length > 0 || value?.kind !== 'span' || value.to - value.from >= MOST_YEARS) return undefined;
  return YEAR_TO_YEAR.test(text) ? value : undefined;
}

/** 2014到2018, 20到23年: the years themselves, and no plan whose years they are. */
const YEAR_TO_YEAR = /\d{2}年?(?:到|至|—|–|-|~|～)(?:19|20)?\d{2}/u;

/** True where the answer tells a figure of the stretch as a whole. */
function tellsWhole({ kind, figures }: Answer, { from, to }: AskedPeriod): boolean {
  const whole = new RegExp(`^${from}\\D+${to}$`, 'u');
  return kind === 'clarification' || (kind === 'figure' && figures.some(({ period }) => whole.test(period)));
}
