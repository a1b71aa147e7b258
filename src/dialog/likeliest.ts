import type { Answer } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import type { Reading } from '../question/readings.js';

/** A reading with the answer that it gives. */
export interface Answered extends Reading {
  readonly answer: Answer;
}

/** From this probability on no other reading is tried. */
const SURE = 0.85;
/** What an answer counts that has no probability of its own. */
const UNTOLD = 0.4;

/**
 * The reading whose answer is likeliest right; the first one where none gives an answer.
 * @param last the answer before: who goes on asking does not ask for the same figure again.
 */
export function likeliest(
  plain: Answered,
  others: readonly Reading[],
  answer: (frame: Frame) => Answer,
  last: Answer | undefined,
): Answered {
  let best = plain;
  for (const reading of others) {
    if (reading.less >= 0 && worthOf(best, last) >= SURE) continue;
    const tried = { ...reading, answer: answer(reading.frame) };
    if (saysSame(tried.answer, last) || !holdsOwn(tried)) continue;
    if (worthOf(tried, last) > worthOf(best, last)) best = tried;
  }
  return best;
}

/** False where a reading must hold words of the turn and the first quote holds none of them. */
function holdsOwn({ holds, answer }: Answered): boolean {
  return holds === undefined || holds.some((words) => answer.citations[0]?.quote.includes(words));
}

/** True for the figure that the answer before told; what a no showed as the nearest was not told. */
export function saysSame({ figures: [own], citations }: Answer, last: Answer | undefined): boolean {
  const before = last?.kind === 'refusal' ? undefined : last?.figures[0];
  if (own === undefined || before === undefined) return false;
  const [a, b] = [citations[own.citation], last!.citations[before.citation]];
  return own.text === before.text && own.indicator === before.indicator && a?.seed === b?.seed && a?.start === b?.start;
}

/** What an answer loses that says the figure before once more. */
const AGAIN = 0.5;

/** What an answer in words loses where a figure was asked for: it only stands in for one that was not found. */
const IN_WORDS = 0.15;

function worthOf({ frame, answer, less }: Answered, last: Answer | undefined): number {
  const { kind, confidence } = answer;
  if (kind === 'refusal' || kind === 'clarification' || kind === 'notice') return -1;
  const inWords = kind === 'passages' && frame.operation === 'figure' ? IN_WORDS : 0;
  return (confidence ?? UNTOLD) - less - inWords - (saysSame(answer, last) ? AGAIN : 0);
}
