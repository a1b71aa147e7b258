import { readQuestion } from './reader/read.js';
import type { ReaderOperation } from './reader/types.js';

/** What a turn asks of the answer before it, as the learned reader has it. */
export type LearnedTurn = Extract<ReaderOperation, `turn-${string}`> extends `turn-${infer Kind}` ? Kind : never;

/** A turn longer than this, in UTF-16 units, says more than what it asks of the answer. */
const LONGEST = 30;
/** The margin from which the learned reader is taken at its word. */
const SURE = 0.75;
const TURN = 'turn-';

/**
 * What a turn asks of the answer before it in whatever words (差这么多啊，他们自己说是啥原因), where no pattern knows them; undefined for any
 * other turn. Pure.
 * @param text a normalised turn.
 * @param sure the margin from which the reader is taken at its word.
 */
export function learnedTurn(text: string, sure: number = SURE): LearnedTurn | undefined {
  if (text.length > LONGEST) return undefined;
  const { value, margin } = readQuestion(text).operation;
  return value.startsWith(TURN) && margin > sure ? (value.slice(TURN.length) as LearnedTurn) : undefined;
}
