import { synonyms } from './synonyms.js';

/** A piece of a question's content: a word with others that may stand for it, or a run of characters. */
export interface Piece {
  readonly text: string;
  readonly alternatives: readonly string[];
}

/** True where a text holds a word of the run, one that may stand for it, or a pair of its characters. */
export function touchesAny(run: string, text: string): boolean {
  return splitPieces(run).some(
    ({ text: own, alternatives }) =>
      alternatives.some((word) => text.includes(word)) || pairs(own).some((pair) => text.includes(pair)),
  );
}

/** The pairs of neighbouring characters of a text. */
export function pairs(text: string): string[] {
  const units = [...text];
  const out: string[] = [];
  for (let i = 0; i + 1 < units.length; i++) out.push(units[i]! + units[i + 1]!);
  return out;
}

/** How many pairs of characters a run has, and how many of them a text holds; a word is met by any that may stand for it. */
export function sharedPairs(run: string, text: string): { held: number; total: number } {
  let held = 0;
  let total = 0;
  for (const { text: own, alternatives } of splitPieces(run)) {
    const all = pairs(own);
    total += all.length;
    held += alternatives.some((word) => text.includes(word)) ? all.length : all.filter((p) => text.includes(p)).length;
  }
  return { held, total };
}

/** Cuts a run at words that have synonyms; the rest stays in runs. */
export function splitPieces(run: string): Piece[] {
  const synonymsByWord = synonyms();
  const pieces: Piece[] = [];
  let rest = '';
  const flush = () => {
    if (rest) pieces.push({ text: rest, alternatives: [rest] });
    rest = '';
  };
  for (let i = 0; i < run.length; ) {
    let word: string | undefined;
    for (let n = Math.min(8, run.length - i); n >= 1 && !word; n--)
      if (synonymsByWord.has(run.slice(i, i + n))) word = run.slice(i, i + n);
    if (word && (word.length > 1 || i + 1 === run.length || i === 0)) {
      flush();
      pieces.push({ text: word, alternatives: synonymsByWord.get(word)! });
      i += word.length;
    } else rest += run[i++];
  }
  flush();
  return pieces;
}
