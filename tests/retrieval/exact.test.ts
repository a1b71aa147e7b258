import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactFinder } from '../../src/retrieval/exact.js';

describe('an exact finder', () => {
  it.each([
    ['低空经济', '发展低空经济、低空经济', 2],
    ['AI', '发展AI和ai，CHAIN不算', 2],
    ['310', '310行动，1310亿元，3100个，310.5公里，2.310，(310)', 2],
    ['7.5', '7.5%，17.5%，7.55%，7.5', 2],
    ['5G', '5G、15G、5GW、5g', 2],
    ['一一', '一一一一', 2],
    ['a.c', 'abc a.c', 1],
  ])('finds %s in %s %i times', (needle, text, count) => {
    expect(exactFinder(needle).find(text, 10).count).toBe(count);
  });

  it('counts what a plain scan counts, for Chinese text', () => {
    const han = fc.string({ unit: fc.constantFrom('产', '业', '发', '展'), maxLength: 60 });
    fc.assert(
      fc.property(
        han,
        fc.string({ unit: fc.constantFrom('产', '业', '发'), minLength: 1, maxLength: 3 }),
        (text, needle) => {
          const { count, spans } = exactFinder(needle).find(text, Number.MAX_SAFE_INTEGER);
          expect(count).toBe(text.split(needle).length - 1);
          for (const { start, end } of spans) expect(text.slice(start, end)).toBe(needle);
        },
      ),
    );
  });
});
