import type { Frame } from '../frame/types.js';
import { sentenceAskOf } from '../matching/sentence-ask.js';
import type { SentenceHit } from '../matching/sentences.js';
import type { AnswerContext } from './context.js';
import { findSentences } from './find-sentences.js';
import { sayPassages } from './passages.js';
import type { Answer } from './schema.js';

/**
 * From which likelihood a sentence is said though the way by which the question was answered told nothing. Between .4 and 1 some twelve of thirteen
 * such sentences answer a question in words that has an answer; a list is seldom told whole by one sentence, so that a surer one is asked for.
 */
const LEAST = { words: 0.4, list: 0.6 } as const;

/**
 * A question that was refused, told by the sentences that surely answer it: whatever was taken for a figure, a list or a search, and whatever a word
 * of it seemed to require, the ranking of sentences has weighed the whole of it. Undefined where none is sure, where a figure or a time is asked
 * for, and where neither place nor time is named.
 */
export function answerAfterAll(context: AnswerContext): Answer | undefined {
  const { query } = context;
  const place = query.places[0]?.value;
  if (!place || query.places.length > 2 || query.chat || !isOfOneReport(query)) return undefined;
  const { wanted } = sentenceAskOf(query, undefined);
  if (wanted !== 'words' && wanted !== 'list') return undefined;
  const hits = findSentences(context, place);
  const sure = (hit: SentenceHit): boolean => hit.likelihood >= LEAST[wanted];
  return hits[0] && sure(hits[0]) ? sayPassages(context, hits) : undefined;
}

/** False for a question over many reports. */
function isOfOneReport({ analysis, allPlaces, operation }: Frame): boolean {
  return analysis === undefined && allPlaces === undefined && operation !== 'compare' && operation !== 'trend';
}
