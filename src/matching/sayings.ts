import type { Span } from '../text/types.js';

const QUOTED = /“([^“”]{4,90})”/gu;
const HAN = /\p{Script=Han}/gu;

/** The words in quotation marks that have just so many characters, marks left out: “心忧天下、敢为人先” for eight. Spans of the text, without the marks. */
export function sayingsOf(text: string, characters: number): Span[] {
  return [...text.matchAll(QUOTED)].flatMap((match) => {
    const words = match[1]!;
    if ((words.match(HAN)?.length ?? 0) !== characters) return [];
    return [{ start: match.index + 1, end: match.index + 1 + words.length }];
  });
}
