import { planOfFrame } from '../question/analysis/of-frame.js';
import { questionWords } from '../question/words.js';
import { answerMainOutcomes } from './analysis/main-outcomes.js';
import type { AnswerContext } from './context.js';
import { findSentences } from './find-sentences.js';
import type { Answer } from './schema.js';

/** Sentences that are looked through for the report's own words. */
const LOOKED_THROUGH = 3;

/**
 * Which targets of a year were not reached, by targets set against outcomes; undefined where the report says itself what was not
 * reached, which is then told in its words, and where place or year are open.
 */
export function answerMissed(context: AnswerContext): Answer | undefined {
  const place = context.query.places[0]?.value;
  const year = context.query.periods[0];
  if (!place || year?.value.kind !== 'year' || year.value.from <= 0) return undefined;
  const { undone } = questionWords();
  const saysSo = findSentences(context, place)
    .slice(0, LOOKED_THROUGH)
    .some(({ report, span }) => undone.some((word) => report.view.text.slice(span.start, span.end).includes(word)));
  return saysSo ? undefined : answerMainOutcomes(context, planOfFrame(context.query, 'outcome'), place);
}
