import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeQuotes } from '../../src/answer/merge-quotes.js';
import type { Citation } from '../../src/answer/schema.js';
import { loadSeeds } from '../support/seed-assistant.js';

const FILE = '地区生产总值增长7%以上，固定资产投资增长8%以上，社会消费品零售总额增长8.5%以上。';

function citation(start: number, end: number, marks: [number, number][] = [], id = 'a'): Citation {
  return {
    document: { id, title: id, place: null, year: null },
    seed: `${id}.txt`,
    start,
    end,
    quote: FILE.slice(start, end),
    section: [],
    marks: marks.map(([from, to]) => ({ start: from - start, end: to - start })),
  };
}
const spans = (citations: readonly Citation[]) =>
  citations.map(({ document, start, end }) => [document.id, start, end]);

test.each<[string, Citation[], unknown[]]>([
  [
    'apart',
    [citation(0, 12), citation(13, 25)],
    [
      ['a', 0, 12],
      ['a', 13, 25],
    ],
  ],
  [
    'touching',
    [citation(0, 13), citation(13, 25)],
    [
      ['a', 0, 13],
      ['a', 13, 25],
    ],
  ],
  ['one over the other', [citation(13, 25), citation(0, 20)], [['a', 0, 25]]],
  ['one within the other', [citation(0, 25), citation(3, 9)], [['a', 0, 25]]],
  ['the same twice', [citation(0, 12), citation(0, 12)], [['a', 0, 12]]],
  ['bridged by a third', [citation(0, 10), citation(20, 30), citation(8, 22)], [['a', 0, 30]]],
  [
    'of two reports',
    [citation(0, 12), citation(0, 12, [], 'b')],
    [
      ['a', 0, 12],
      ['b', 0, 12],
    ],
  ],
])('quotes %s', (_what, given, wanted) => {
  expect(spans(mergeQuotes(given))).toEqual(wanted);
});

test('every quote still stands in the file, its marks hold what they held, and no two overlap', () => {
  const one = fc
    .tuple(fc.nat(FILE.length - 3), fc.integer({ min: 2, max: 20 }))
    .map(([start, length]) => citation(start, Math.min(FILE.length, start + length), [[start, start + 1]]));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), (given) => {
      const merged = mergeQuotes(given);
      for (const { start, end, quote } of merged) expect(quote).toBe(FILE.slice(start, end));
      const sorted = merged.toSorted((a, b) => a.start - b.start);
      for (const [i, { start }] of sorted.entries())
        if (i > 0) expect(start).toBeGreaterThanOrEqual(sorted[i - 1]!.end);
      const marked = merged.flatMap(({ start, marks = [] }) => marks.map((mark) => start + mark.start));
      expect(new Set(marked)).toEqual(new Set(given.map(({ start }) => start)));
    }),
  );
});

test('the targets of a place quote each sentence once', async () => {
  const { citations } = await (await loadSeeds()).ask('m', '常德2022年主要预期目标有哪些');
  const merged = mergeQuotes(citations);
  expect(merged.length).toBeLessThanOrEqual(citations.length);
  for (const [i, { start, end }] of merged.entries())
    for (const other of merged.slice(i + 1)) expect(other.end <= start || other.start >= end).toBe(true);
});
