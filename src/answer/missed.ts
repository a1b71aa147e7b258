import { questionWords } from '../question/words.js';
import type { AnswerContext } from './context.js';
import { findSentences } from './find-sentences.js';
import { answerAllOutcomes } from './outcomes.js';
import { answerPassages } from './passages.js';
import type { Answer } from './schema.js';

/**
 * Which targets of a year were not reached: by the report's own words where it says so, else by targets set against outcomes; undefined
 * where place or year are open.
 */
export function answerMissed(context: AnswerContext): Answer | undefined {
  const place = context.query.places[0]?.value;
  const year = context.query.periods[0];
  if (!place || year?.value.kind !== 'year' || year.value.from <= 0) return undefined;
  const [best] = findSentences(context, place);
  const words = best ? best.report.view.text.slice(best.span.start, best.span.end) : '';
  if (best?.accepted && questionWords().undone.some((word) => words.includes(word))) return answerPassages(context);
  return answerAllOutcomes(context, place, year.value.from, year.source);
}
