import type { EvidenceRun, Frame } from '../frame/types.js';

/** From which probability a character is of the thing that is asked for. */
const CONTENT = 0.3;
/** So many characters between those of the thing stay within a name: 园区的道路. */
const LONGEST_GAP = 1;

/** The thing that a question asks for in its own words, its pieces parted by 、, without the words that only ask or chat; empty where there is none. */
export function wordsAsked({ evidence }: Frame): string {
  return evidence.flatMap(piecesOf).join('、');
}

function piecesOf({ text, roles, content }: EvidenceRun): string[] {
  const own = (i: number): boolean => roles[i] === 'content' && (content[i] ?? 1) >= CONTENT;
  const pieces: string[] = [];
  let last: number | undefined;
  for (let i = 0; i < text.length; i++) {
    if (!own(i)) continue;
    const gap = last === undefined ? undefined : text.slice(last + 1, i);
    if (gap !== undefined && gap.length <= LONGEST_GAP) pieces.push(`${pieces.pop() ?? ''}${gap}${text[i]}`);
    else pieces.push(text[i]!);
    last = i;
  }
  return pieces;
}
