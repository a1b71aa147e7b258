import { synonyms } from './synonyms.js';

/** A piece of a question's content: a word with others that may stand for it, or a run of characters. */
export interface Piece {
  readonly text: string;
  readonly alternatives: readonly string[];
}

/** The pairs of neighbouring characters of a text. */
export function pairs(text: string): string[] {
  const units = [...text];
  const out: string[] = [];
  for (let i = 0; i + 1 < units.length; i++) out.push(units[i]! + units[i + 1]!);
  return out;
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
