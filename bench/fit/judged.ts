import type { Answer } from '../../src/answer/schema.js';
import type { GoldTurn } from './gold.js';

/** What an answer is to its question: all that is expected, nothing (a no), or something else. */
export type Judgement = 'right' | 'silent' | 'wrong';

const NO_ANSWER: ReadonlySet<Answer['kind']> = new Set(['refusal', 'clarification', 'notice']);

/** Judges an answer by what its question expects: a figure is looked for in the headline, anything else in the whole reply. */
export function judged({ kind, expect, forbid }: GoldTurn, { kind: said, headline, text }: Answer): Judgement {
  if (NO_ANSWER.has(said)) return 'silent';
  const head = folded(headline);
  const where = kind === 'number' ? head : folded(`${headline}\n${text}`);
  const whole = expect.length > 0 && expect.every((group) => group.some((words) => stands(where, folded(words))));
  return whole && !forbid.some((words) => stands(head, folded(words))) ? 'right' : 'wrong';
}

/** Width, blanks and thousands marks do not part two writings of one figure. */
function folded(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '');
}

/** True where words stand in a text; a figure not within a longer one. */
function stands(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const behind = text.slice(at + words.length);
    const cutBefore = /^[\d.]/.test(words) && /[\d.]$/.test(text.slice(0, at));
    const cutBehind = /\d$/.test(words) && /^\.?\d/.test(behind);
    if (!cutBefore && !cutBehind) return true;
  }
  return false;
}
