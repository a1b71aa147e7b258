import { parseNumeral } from '../text/numerals.js';
import { claim, isFree, type Scratch } from './scratch.js';

const NUMERAL = '[一二两三四五六七八九十\\d]{1,3}';
/** 那十六个字, 八字精神, 五句五字的愿景. A count of what is written about (三字经, 字数) is none. */
const FORMULA = new RegExp(
  `(?:这|那)?(?:(?<lines>${NUMERAL})句)?(?<each>${NUMERAL})个?字(?:儿)?(?![经典数号形母节])`,
  'u',
);
/** The shortest and the longest saying that is asked for by how many characters it has. */
const LEAST = 4;
const MOST = 60;

/**
 * How many characters a saying has that a question asks for so (长沙精神那八个字, 五句五字的发展愿景); undefined where it asks for none.
 * Claims the words: they say what the saying is like, and stand in no report.
 */
export function formulaAsked(scratch: Scratch): number | undefined {
  const match = FORMULA.exec(scratch.text);
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
