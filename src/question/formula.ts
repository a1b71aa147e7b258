import { parseNumeral } from '../text/numerals.js';
import { patterns } from './patterns/index.js';
import { claim, isFree, type Scratch } from './scratch.js';

/** The shortest and the longest saying that is asked for by how many characters it has. */
const LEAST = 4;
const MOST = 60;

/**
 * How many characters a saying has that a question asks for so (长沙精神那八个字, 五句五字的发展愿景); undefined where it asks for none.
 * Claims the words: they say what the saying is like, and stand in no report.
 */
export function formulaAsked(scratch: Scratch): number | undefined {
  const match = patterns().countedNames.formula.find(scratch.text);
  // “竞进提质”这四个字 are told already.
  if (
    !match ||
    /[”"」』]$/u.test(scratch.text.slice(0, match.index)) ||
    !isFree(scratch, match.index, match.index + match[0].length)
  )
    return undefined;
  const { lines, each } = match.groups!;
  const characters = (lines === undefined ? 1 : (parseNumeral(lines) ?? 0)) * (parseNumeral(each!) ?? 0);
  if (characters < LEAST || characters > MOST) return undefined;
  claim(scratch, match.index, match.index + match[0].length);
  return characters;
}
