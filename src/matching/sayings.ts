import type { Span } from '../text/types.js';

const QUOTED = /“([^“”]{4,90})”/gu;
const HAN = /\p{Script=Han}/gu;

/** The words in quotation marks that have just so many characters, marks left out: “心忧天下、敢为人先” for eight. Spans of the text, without the marks. */
export function sayingsOf(text: string, characters: number): Span[] {
  return [...text.matchAll(QUOTED)].flatMap(({ index, 1: words }) =>
    (words!.match(HAN)?.length ?? 0) === characters ? [{ start: index + 1, end: index + 1 + words!.length }] : [],
  );
}
