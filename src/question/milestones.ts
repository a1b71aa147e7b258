import { parseNumeral } from '../text/numerals.js';
import { checkWords } from './check-words.js';
import { patterns } from './patterns/index.js';

/** A round amount in words that is passed or reached: 破三千亿, 上万亿, 过两百万. */
export interface Milestone {
  /** The verb with the amount. */
  readonly match: RegExpMatchArray;
  readonly low: number;
  readonly unit: string;
}

/** 千亿 as so many of the unit in which reports tell it. */
const ROUND: Readonly<Record<string, readonly [low: number, unit: string]>> = {
  千亿: [1000, '亿'],
  百亿: [100, '亿'],
  十亿: [10, '亿'],
};

let pattern: RegExp | undefined;

/** A verb of passing or reaching, then a unit alone, or a number in words before it. */
function milestone(): RegExp {
  const { exceeds, reaches } = checkWords();
  const verbs = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
  const amount = '(?:(万亿|亿|万|[千百十]亿)|(?![百十千])([一二两三四五六七八九十百千]+)(万亿|亿|万))(?:元)?';
  pattern ??= new RegExp(
    `(?:${verbs(exceeds)})了?${amount}|(?:${verbs(reaches)})了?${amount}${patterns().claims.reachedEnd.source}`,
    'gu',
  );
  return pattern;
}

/** The milestones that a clause names, in order. */
export function milestonesIn(clause: string): Milestone[] {
  return [...clause.matchAll(milestone())].flatMap((match) => {
    const passed = match[1] !== undefined || match[2] !== undefined;
    const [alone, numeral, of] = passed ? match.slice(1, 4) : match.slice(4);
    const [low, unit] = alone === undefined ? [parseNumeral(numeral!), of!] : (ROUND[alone] ?? [1, alone]);
    return low === null ? [] : [{ match, low, unit }];
  });
}
