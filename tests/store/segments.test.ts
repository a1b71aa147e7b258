import { describe, expect, it } from 'vitest';
import { mergedSegments } from '../../src/store/writing.js';

/** So many words each, numbered from 1. */
const segments = (...words: number[]) => words.map((count, i) => [i + 1, count] as const);
const LARGE = 16_000;
const many = (count: number, words: number) => Array.from({ length: count }, () => words);

describe('parts of the word lists', () => {
  it.each([
    ['few stay', segments(LARGE, 4000, 5000), 0],
    ['twelve small ones stay', segments(...many(12, 5000)), 0],
    ['thirteen small ones become one', segments(...many(13, 5000)), 13],
    ['large ones are left out of that', segments(...many(10, LARGE), ...many(13, 5000)), 13],
    ['large ones alone stay as long as they are few', segments(...many(12, LARGE)), 0],
    ['too many large ones take all with them', segments(...many(13, LARGE), 5000), 14],
  ])('%s', (_, held, merged) => {
    expect(mergedSegments(held)).toHaveLength(merged);
  });

  it('that are small are merged by their numbers', () => {
    expect(mergedSegments(segments(LARGE, ...many(13, 5)))).not.toContain(1);
  });
});
