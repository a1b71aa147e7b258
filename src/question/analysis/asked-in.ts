import { questionWords } from '../words.js';
import { type Line, lineOf } from './line.js';
import { claimMatch, matchesOf } from './pattern.js';
import { analysisWords, computingPatterns, judgingPatterns } from './words.js';

/** Which units say that something was done or not, or changed: 没达标, 兑现了, 上调了. */
export function judgedIn(text: string): Uint8Array {
  const { used } = claimed(text, judgingPatterns());
  for (const word of questionWords().undone)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) used.fill(1, at, at + word.length);
  return used;
}

/** Which units ask for something to be done with figures, and name no thing, whatever the learned reader takes them for: 平均定在多少. */
export function askedIn(text: string): Uint8Array {
  const { used } = claimed(text, computingPatterns());
  const judged = judgedIn(text);
  return used.map((unit, i) => unit || judged[i]!);
}

/** The same with the words of aims, outcomes and asking. */
export function saidIn(text: string): Uint8Array {
  const { targetWords, outcomeWords, noise } = analysisWords();
  const { used } = claimed(text, [...targetWords, ...outcomeWords, ...noise]);
  const asked = askedIn(text);
  return used.map((unit, i) => unit || asked[i]!);
}

/** Which units are words of aims: 打算, 定了. */
export function aimedIn(text: string): Uint8Array {
  return claimed(text, analysisWords().targetWords).used;
}

function claimed(text: string, patterns: readonly string[]): Line {
  const line = lineOf(text, []);
  for (const match of matchesOf(line, patterns)) claimMatch(line, match);
  return line;
}
