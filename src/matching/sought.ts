import { signs } from '../lexicon/signs.js';
import { type Sought, soughtWords } from '../lexicon/sought.js';

/** As many signs of measures, that the question does not name itself, tell how something is done. */
const MEASURES = 1;

interface Patterns {
  /** A place by what stands before or behind it: 坐落在东风路, 落户江北新区, 隆德县. */
  readonly place: RegExp;
  /** A name in marks of its own, names one beside another: 《A》, A、B, “A”和“B”, 一是…. */
  readonly names: RegExp;
  readonly day: RegExp;
  /** A family name with one or two units more, before a title or a mark, or behind one. */
  readonly person: RegExp;
  readonly share: RegExp;
}

let made: Patterns | undefined;

/** The patterns that the words of config/language/sought.json make. */
function patterns(): Patterns {
  if (made) return made;
  const { surnames, tells } = soughtWords();
  const any = (words: readonly string[]): string =>
    `(?:${words.map((word) => word.replace(/[()]/gu, '\\$&')).join('|')})`;
  const person = `[${surnames}]\\p{Script=Han}{1,2}(?=${any(tells.nameBehind)}|$)`;
  const counts = tells.counts.join('');
  made = {
    place: new RegExp(
      `${any(tells.placeBefore)}[^，。；、]{1,12}?${any(tells.placeEnds)}|\\p{Script=Han}{2,5}${any(tells.placeNames)}(?=${any(tells.placeBehind)}|$)|${any(tells.reaching)}\\p{Script=Han}{2,}`,
      'u',
    ),
    names: new RegExp(
      `、|“[^“”]{2,16}”|《|[${counts}]${any(tells.is)}|[（(][1-9${counts}][）)]|[1-9][.．]\\D|”${any(tells.joins)}“|\\p{Script=Han}{2,}${any(tells.joins)}\\p{Script=Han}{2,}`,
      'u',
    ),
    day: new RegExp(`\\d{1,2}${any(tells.dayUnits)}|${any(tells.days)}`, 'u'),
    person: new RegExp(`(?<!\\p{Script=Han})${person}|${any(tells.nameBefore)}${person}`, 'u'),
    share: new RegExp(any(tells.share), 'u'),
  };
  return made;
}

/** Whether what is sought stands in a text of a report. @param asked words of the question, which tell nothing new. */
export function tellsSought(kind: Sought, text: string, asked: string): boolean {
  switch (kind) {
    case 'names':
      return patterns().names.test(withoutNamed(text, asked));
    case 'person':
    case 'place':
    case 'day':
      return patterns()[kind].test(text);
    case 'method':
      return signs().measure.filter((word) => text.includes(word) && !asked.includes(word)).length >= MEASURES;
  }
}

/** A text without the marks around names that a question names itself: “五区三线” tells nobody what it is. */
function withoutNamed(text: string, asked: string): string {
  return text.replace(/“([^“”]+)”/gu, (whole, name: string) => (asked.includes(name) ? name : whole));
}

/** Whether a text speaks of a share: 占…的26%, 比重, 覆盖率. */
export function tellsShare(text: string): boolean {
  return patterns().share.test(text);
}
