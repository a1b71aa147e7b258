import type { Terms } from './terms.js';

/** How well what is held of a question tells one candidate from the others. */
export interface Selectivity {
  /** The share of what any candidate holds, each character counted the more the fewer candidates hold it, 0–1. */
  share(cover: Uint8Array): number;
  /** The share of the question's weight that this candidate holds and no other, 0–1. */
  unique(cover: Uint8Array): number;
}

/**
 * Weighs the characters of a question by how few of its candidates hold them (逆文档频率, over the candidates of one question).
 * @param covers what each candidate holds, one flag a character.
 */
export function selectivityOf({ weights, total }: Terms, covers: readonly Uint8Array[]): Selectivity {
  const size = weights.length;
  const held = new Uint16Array(size);
  for (const cover of covers) for (let i = 0; i < size; i++) if (cover[i]) held[i]!++;
  const telling = new Float64Array(size);
  let most = 0;
  for (let i = 0; i < size; i++) {
    if (held[i] === 0) continue;
    telling[i] = weights[i]! * Math.log((covers.length + 1) / held[i]!);
    most += telling[i]!;
  }
  const sum = (cover: Uint8Array, of: (i: number) => number): number => {
    let all = 0;
    for (let i = 0; i < size; i++) if (cover[i]) all += of(i);
    return all;
  };
  return {
    share: (cover) => (most === 0 ? 0 : sum(cover, (i) => telling[i]!) / most),
    unique: (cover) => (total === 0 ? 0 : sum(cover, (i) => (held[i] === 1 ? weights[i]! : 0)) / total),
  };
}
