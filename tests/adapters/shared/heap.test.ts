import { describe, expect, it } from 'vitest';
import { growthOf } from '../../../adapters/shared/heap.js';

const MB = 1024 * 1024;

describe('how far the heap may grow between two collections', () => {
  it.each([
    ['a small one by room enough', 24, 200],
    ['one of the seeds', 40, 120],
    ['a large one by a third', 300, 30],
    ['one of the size at which both are the same', 160, 30],
  ])('%s', (_, used, percent) => {
    expect(growthOf(used * MB)).toBe(percent);
  });
});
