import { describe, expect, it } from 'vitest';
import { unheldShare } from '../../src/matching/held-words.js';
import type { Terms } from '../../src/matching/terms.js';
import type { ReportHead, Store } from '../../src/retrieval/types.js';

/** A question of four characters that weigh the same, looked for as two pairs: 地铁 and 里程. */
const terms: Terms = {
  weights: [1, 1, 1, 1],
  total: 4,
  grams: [
    { text: '地铁', from: 0, to: 2 },
    { text: '里程', from: 2, to: 4 },
  ],
  unknown: [],
  codes: [],
  synonyms: [],
  names: [],
  text: '地铁里程',
  contrasts: [],
  ownContrasts: [],
  siblings: [],
  numbers: [],
};

/** What two reports hold of it together. */
function share(...texts: readonly string[]): number {
  const store = { report: (id: string) => ({ view: { text: texts[Number(id)]! } }) } as unknown as Store;
  const heads = texts.map((_, i) => ({ id: String(i) }) as ReportHead);
  return unheldShare(store, heads, terms);
}

describe('how much of a question stands in no report', () => {
  it.each([
    ['nothing is held', ['公路通车。', '机场开工。'], 1],
    ['half is', ['公路里程增加。', '机场开工。'], 0.5],
    ['each half by another report', ['公路里程增加。', '地铁开工。'], 0],
    ['there is no report', [], 1],
  ])('%s', (_, texts, expected) => {
    expect(share(...texts)).toBeCloseTo(expected);
  });
});
