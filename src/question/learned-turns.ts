import { findQuantities } from '../text/quantities.js';
import { readQuestion } from './reader/read.js';
import type { ReaderOperation } from './reader/types.js';
import { turnWords } from './turn-words.js';

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

/** What the learned reader has a remark for, where it has it for no asking. */
const OF_REMARK: ReadonlySet<ReaderOperation> = new Set(['chat', 'turn-doubt']);

/** True for what is only said in passing of what was told (可以啊，这力度): talk or a doubt to the learned reader, and nothing else, that asks nothing. Pure. */
export function isRemark(text: string): boolean {
  const { value, runnerUp } = readQuestion(text).operation;
  const asks = turnWords().messages.asks.some((word) => text.includes(word)) || findQuantities(text).length > 0;
  return text.length <= LONGEST && OF_REMARK.has(value) && OF_REMARK.has(runnerUp) && !asks;
}
