import { parseNumeral } from '../text/numerals.js';
import { turnWords } from './turn-words.js';

/** Words of a turn that mean a year by how far it lies from the one that was spoken of: 一年后, 再往前两年, 次年. */
export interface YearShift {
  readonly start: number;
  readonly end: number;
  /** Years from the one spoken of; below 0 before it. */
  readonly shift: number;
}

const NUMBER = '(一|两|二|三|四|五|六|七|八|九|十|\\d{1,2})';

interface Patterns {
  readonly anywhere: readonly (readonly [RegExp, number])[];
  readonly counted: readonly (readonly [RegExp, -1 | 1])[];
}

let loaded: Patterns | undefined;

function patterns(): Patterns {
  if (loaded) return loaded;
  const { before, after, countedBefore, countedAfter, leads } = turnWords().besideYears;
  const one = (words: readonly string[]): RegExp =>
    new RegExp(`(?:它|那)?的?(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`, 'u');
  const lead = `^(?:${[...leads].sort((a, b) => b.length - a.length).join('|')})*`;
  const counted = (words: readonly string[]): RegExp[] =>
    words.map((word) => new RegExp(`(?<=${lead})${word.replace('#', NUMBER)}`, 'u'));
  loaded = {
    anywhere: [
      [one(before), -1],
      [one(after), 1],
    ],
    counted: [
      ...counted(countedBefore).map((pattern): [RegExp, -1] => [pattern, -1]),
      ...counted(countedAfter).map((pattern): [RegExp, 1] => [pattern, 1]),
    ],
  };
  return loaded;
}

/**
 * Where a turn names a year by its distance from the one before; undefined where it does not. A number of years (三年后) counts at the
 * head of a turn alone, or it may be a length or a plan.
 */
export function yearShiftIn(text: string): YearShift | undefined {
  const { anywhere, counted } = patterns();
  const found = counted
    .flatMap(([pattern, way]): YearShift[] => {
      const match = pattern.exec(text);
      const count = match ? parseNumeral(match[1]!) : null;
      if (!match || count === null) return [];
      return [{ start: match.index, end: match.index + match[0].length, shift: way * count }];
    })
    .sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  if (found) return found;
  for (const [pattern, shift] of anywhere) {
    const match = pattern.exec(text);
    if (match) return { start: match.index, end: match.index + match[0].length, shift };
  }
  return undefined;
}
