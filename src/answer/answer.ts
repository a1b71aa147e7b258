import { answerCompare } from './compare.js';
import type { AnswerContext } from './context.js';
import { answerFigure } from './figure.js';
import { answerList } from './list.js';
import { answerMentions } from './mentions.js';
import { answerMetadata } from './metadata.js';
import { answerOutcome } from './outcome.js';
import { answerPassages } from './passages.js';
import type { Answer } from './schema.js';
import { answerTargets } from './targets.js';
import { answerTrend } from './trend.js';

/** Answers a question as read. One file for each kind of answer; this is where they part. */
export function answerQuery(context: AnswerContext): Answer {
  switch (context.query.operation) {
    case 'metadata':
      return answerMetadata(context);
    case 'targets':
      return answerTargets(context);
    case 'list':
      return answerList(context);
    case 'compare':
      return answerCompare(context);
    case 'trend':
      return answerTrend(context);
    case 'outcome':
      return answerOutcome(context);
    case 'mentions':
      return answerMentions(context);
    case 'passage':
      return answerPassages(context);
    case 'figure':
      return answerFigure(context);
  }
}
