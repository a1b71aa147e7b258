import { fromWords } from './words.js';

/** Names in Latin letters by their small letters: gdp, reits. */
const abbreviations = fromWords(
  ({ abbreviations: names }) => new Map(names.split(' ').map((name) => [name.toLowerCase(), name])),
);

const HAN = /\p{Script=Han}/u;
/** Letters with no letter beside them; with a digit or an ampersand inside where a name has one (r&d, c919). */
const LATIN = /(?<![A-Za-z&])(?:r&d|[a-z]\d{1,3}(?![\d.])|[a-zA-Z]{1,6})(?![A-Za-z&])/gu;
/** A letter of a class or a standard, behind its number or before the word for it: 5a景区, 4g, a股. */
const CLASS = /^[a-z]$/u;

/**
 * A question in Chinese with its abbreviations written as reports write them (gdp as GDP, 5a景区 as 5A景区): people leave their letters small.
 * A text without Chinese characters stays as it is.
 */
export function withAbbreviations(text: string): string {
  if (!/[a-z]/u.test(text) || !HAN.test(text)) return text;
  return text.replace(LATIN, (word, at: number) => {
    const known = abbreviations().get(word.toLowerCase());
    if (known !== undefined) return known;
    const isClass = CLASS.test(word) && (/\d/u.test(text[at - 1] ?? '') || HAN.test(text[at + 1] ?? ''));
    return isClass ? word.toUpperCase() : word;
  });
}
