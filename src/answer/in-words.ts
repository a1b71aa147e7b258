import type { Frame } from '../frame/types.js';
import { sentenceAskOf } from '../matching/sentence-ask.js';
import type { SentenceHit } from '../matching/sentences.js';
import type { AnswerContext } from './context.js';
import { findSentences } from './find-sentences.js';
import { numberedList } from './list.js';
import { givesReason, holdsWhatMust } from './must-stand.js';
import { sayPassages } from './say-sentences.js';
import type { Answer } from './schema.js';

/**
 * From which likelihood a sentence is said though the way by which the question was answered told nothing. Between .4 and 1 some twelve of thirteen
 * such sentences answer a question in words that has an answer; a list is seldom told whole by one sentence, so that a surer one is asked for.
 */
const LEAST = { words: 0.4, list: 0.6 } as const;
/** The same for a sentence that is to tell a reason, and nothing else, and has no word of one. */
const LEAST_UNREASONED = 0.75;

/**
 * A question that was refused, told by the sentences that surely answer it: whatever was taken for a figure, a list or a search, and whatever a word
 * of it seemed to require, the ranking of sentences has weighed the whole of it. Undefined where none is sure, where a figure or a time is asked
 * for, and where neither place nor time is named.
 */
export function answerAfterAll(context: AnswerContext): Answer | undefined {
  const { query } = context;
  const place = query.places[0]?.value;
  if (!place || query.places.length > 2 || query.chat || !isOfOneReport(query)) return undefined;
  // The report that owns to a miss is known: it gives no reason.
  if (query.ofMissed && query.cues.why) return undefined;
  // A saying of so many characters is told by no sentence without one.
  if (query.formula !== undefined) return undefined;
  // A reason is told in words, though the figure that it is of is named: 为什么定到7%以上.
  const wanted = query.operation === 'passage' && query.cues.why ? 'words' : sentenceAskOf(query, undefined).wanted;
  if (wanted !== 'words' && wanted !== 'list') return undefined;
  const hits = findSentences(context, place).filter((hit) => holdsWhatMust(context, hit));
  // Of a name that is only used nobody says what it stands for.
  const { names } = query.list;
  const named = names.length > 0 || (query.quoted.length > 0 && (query.cues.what || wanted === 'list'));
  const least = (hit: SentenceHit): number =>
    query.cues.why && !query.sought.includes('method') && !givesReason(hit)
      ? Math.max(LEAST_UNREASONED, LEAST[wanted])
      : LEAST[wanted];
  const sure = (hit: SentenceHit): boolean => hit.likelihood >= least(hit) && (!named || hit.defines);
  return hits[0] && sure(hits[0]) ? sayPassages(context, hits) : pointsTold(context);
}

/** A question in words that the numbered points of a list surely answer: the reasons for an aim, what is to be prepared. */
function pointsTold(context: AnswerContext): Answer | undefined {
  const { query } = context;
  if (query.operation !== 'passage' || query.asksTime || (query.wantsNumber && !query.cues.why)) return undefined;
  return numberedList(context);
}

/** False for a question over many reports, and for the bare names of indicators, which ask for their figures. */
function isOfOneReport({ analysis, allPlaces, operation, indicators, cues }: Frame): boolean {
  const named = operation === 'list' ? indicators.length > 1 : operation === 'figure' && indicators.length > 0;
  if (named && !cues.why && !cues.how) return false;
  return analysis === undefined && allPlaces === undefined && operation !== 'compare' && operation !== 'trend';
}
