import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markNumbers, packNumbers } from '../../src/store/packing.js';

/** Numbers below it take one, two or three bytes. */
const LIMIT = 1 << 17;

const marked = (...packed: readonly Uint8Array[]): number[] => {
  const present = new Uint8Array(LIMIT);
  for (const bytes of packed) markNumbers(bytes, present);
  const numbers: number[] = [];
  for (let at = present.indexOf(1); at >= 0; at = present.indexOf(1, at + 1)) numbers.push(at);
  return numbers;
};

it.each([
  ['none', []],
  ['the first', [0]],
  ['of one byte, and the first of two', [127, 255, 256]],
  ['of three bytes', [5, 16_400, 100_000]],
])('marks numbers: %s', (_, numbers) => {
  expect(marked(packNumbers(numbers))).toEqual(numbers);
});

it('marks those of several documents together', () => {
  expect(marked(packNumbers([1, 300]), packNumbers([2, 300, 70_000]))).toEqual([1, 2, 300, 70_000]);
});

it('marks whatever was packed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: LIMIT - 1 }), { maxLength: 50 }), (numbers) => {
      const ascending = [...numbers].sort((a, b) => a - b);
      expect(marked(packNumbers(ascending))).toEqual(ascending);
    }),
    { numRuns: 30 },
  );
});
