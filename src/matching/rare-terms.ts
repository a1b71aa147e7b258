import type { Terms } from './terms.js';

/** What a character of a rare pair counts that the texts at hand hold: as much as the rarest of the table. */
const HELD = 0.8;

/**
 * The terms with what is rarest in them given its weight: pairs of characters of the thing asked for that stand in hardly any report, so that no table
 * tells how rare they are, and yet in the texts that are looked through (骑警, 缩影). There they are no words of asking but what the question is about.
 * The terms themselves where there are none. @param held whether any of the texts holds a pair.
 */
export function withRareHeld(terms: Terms, held: (pair: string) => boolean): Terms {
  const found = terms.unknown.filter(({ text }) => held(text));
  if (found.length === 0) return terms;
  const weights = [...terms.weights];
  for (const { from, to } of found) for (let i = from; i < to; i++) weights[i] = Math.max(weights[i]!, HELD);
  return { ...terms, weights, total: weights.reduce((a, b) => a + b, 0) };
}
