import { numberedStructures } from '../matching/lists/runs.js';
import type { SentenceHit } from '../matching/sentences.js';
import type { AnswerContext } from './context.js';
import { sayList } from './say-list.js';
import type { Answer } from './schema.js';

/** From so many points on they are told as a list. */
const LEAST_POINTS = 3;
/** A longer sentence says something itself. */
const LONGEST_LEAD = 40;

/**
 * A short sentence that only announces numbered points (深化经济体制改革。一是…。二是…), told by all of them; undefined for any other.
 */
export function pointsBehind(context: AnswerContext, hit: SentenceHit): Answer | undefined {
  const { report, span, section, likelihood, defines } = hit;
  const { cues, asksTime, askings } = context.query;
  if (defines || cues.why || asksTime || askings.length > 0 || span.end - span.start > LONGEST_LEAD) return undefined;
  const list = numberedStructures(report).find(
    ({ anchor, items }) => anchor.start === span.start && items[0]!.start >= span.end && items.length >= LEAST_POINTS,
  );
  return list && sayList(context, { report, section, anchor: list.anchor, items: list.items }, likelihood);
}
