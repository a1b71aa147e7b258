import { findQuantities } from '../../text/quantities.js';
import { asksByWord } from '../message.js';
import { lineOf } from './line.js';
import { matchesOf } from './pattern.js';
import { analysisWords } from './words.js';

/** True for a clause that states a figure and asks only how far it is from what stands before: 湖北定了10%以上，差几个点. */
export function asksHowFar(text: string): boolean {
  const stated = findQuantities(text).some((q) => q.kind === 'number' && q.low !== null);
  const [match] = stated ? matchesOf(lineOf(text, []), analysisWords().differ) : [];
  return match !== undefined && !asksByWord(text.slice(0, match.start) + text.slice(match.end));
}
