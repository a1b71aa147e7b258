/** Which words cannot stand in a text, by the pairs of units that it holds: a look into a table instead of a search. */

/** Pairs of units by a hash of them; a power of two. */
const PAIRS = 4096;
/** For each hash the number of the last text that holds such a pair: a new text need not clear it. */
const lastText = new Uint32Array(PAIRS);
let texts = 0;

/**
 * Marks the pairs of a text, so that most of the hundred words that are looked for in it are known not to stand there without a search.
 * Gives the number of the text: the marks are its own until the next one is marked.
 */
export function pairsIn(text: string): number {
  if (++texts > 0xffff_ffff) {
    texts = 1;
    lastText.fill(0);
  }
  let before = text.charCodeAt(0);
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    lastText[pairAt(before, unit)] = texts;
    before = unit;
  }
  return texts;
}

function pairAt(first: number, second: number): number {
  return (Math.imul(first, 31) + second) & (PAIRS - 1);
}

/** False for a word whose first or last pair does not stand in the text that was marked last. */
export function mayHold(text: number, word: string): boolean {
  const { length } = word;
  if (length < 2) return true;
  if (lastText[pairAt(word.charCodeAt(0), word.charCodeAt(1))] !== text) return false;
  return length < 4 || lastText[pairAt(word.charCodeAt(length - 2), word.charCodeAt(length - 1))] === text;
}
