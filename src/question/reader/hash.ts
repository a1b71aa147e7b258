/** Hashes of features (FNV-1a over UTF-16 units): 32 bits, the same on every machine. */

export const SEED = 0x811c9dc5;

/** Takes one number of up to 16 bits into a hash. */
export function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}

/** Spreads the bits of a hash, so that its lowest can be used as a place in a table. Never 0, which stands for an empty place. */
export function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0 || 1;
}
