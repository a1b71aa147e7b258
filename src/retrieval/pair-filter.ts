/** Which texts cannot hold a word, by the pairs of units that each holds: one look spares reading a whole text through. */
export interface PairFilter {
  /** False where the text under `key` surely does not hold a needle, as `exactFinder` compares them. */
  mayHold(key: number, needle: string, text: () => string): boolean;
}

/** Bits kept of a text, 4 KB: of a report of 17,000 characters every fourth is set. Twice as many are 11 MB more for 3,000 reports. */
const BITS = 1 << 15;
/** So many texts are marked for one needle. To mark a text takes as long as to look it through ten times: all at once they would cost one question what they save the next ones. */
const MOST_MARKED = 32;
const HAN = /[\u4e00-\u9fff]{2,}/g;

/** A filter whose marks are made while it is used. A text must stay the same under its key. */
export function createPairFilter(): PairFilter {
  const marks = new Map<number, Uint32Array>();
  let asked: { readonly needle: string; readonly bits: readonly number[]; marked: number } | undefined;
  return {
    mayHold(key, needle, text) {
      // One needle is looked for in many texts.
      if (asked?.needle !== needle) asked = { needle, bits: bitsOf(needle), marked: 0 };
      if (asked.bits.length === 0) return true;
      let own = marks.get(key);
      if (!own) {
        if (asked.marked === MOST_MARKED) return true;
        asked.marked++;
        own = marksOf(text());
        marks.set(key, own);
      }
      for (const bit of asked.bits) if ((own[bit >> 5]! & (1 << (bit & 31))) === 0) return false;
      return true;
    },
  };
}

/** The bits of a needle's pairs of Chinese characters: letters are found in either case, and these stand as they are. */
function bitsOf(needle: string): number[] {
  const runs = needle.match(HAN) ?? [];
  return runs.flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, i) => bitOf(run.charCodeAt(i), run.charCodeAt(i + 1))),
  );
}

function marksOf(text: string): Uint32Array {
  const own = new Uint32Array(BITS / 32);
  let before = text.charCodeAt(0);
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const bit = bitOf(before, unit);
    own[bit >> 5]! |= 1 << (bit & 31);
    before = unit;
  }
  return own;
}

function bitOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e37) ^ Math.imul(second, 0x85eb)) & (BITS - 1);
}
