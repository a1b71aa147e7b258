import type { EvidenceRun } from '../frame/types.js';
import type { Terms } from './terms.js';

/** What a character must count to be of a word that carries content. */
const CARRIES = 0.35;
/** The shortest word that is named. */
const SHORTEST = 2;
const HAN = /\p{Script=Han}/u;

/**
 * The words of a question that carry content and are not among those covered, in order.
 * @param runs the runs that the terms were made of.
 * @param covered one flag a character of the terms.
 */
export function unmetWords(runs: readonly EvidenceRun[], { weights }: Terms, covered: ArrayLike<number>): string[] {
  const words: string[] = [];
  let at = 0;
  for (const { text, roles } of runs) {
    let word = '';
    for (let i = 0; i <= text.length; i++) {
      const k = at + i;
      const open = i < text.length && roles[i] === 'content' && !covered[k] && weights[k]! >= CARRIES;
      const ends = word !== '' && (!open || HAN.test(word) !== HAN.test(text[i]!));
      if (ends) {
        if (word.length >= SHORTEST) words.push(word);
        word = '';
      }
      if (open) word += text[i];
    }
    at += text.length;
  }
  return [...new Set(words)];
}
