import { expect, it } from 'vitest';
import { boundsOf } from '../../src/store/years.js';

it.each([
  ['one year', [2022], { bounds: { from: 2022, to: 2022 }, gaps: false }],
  ['years in a row', [2020, 2021, 2022], { bounds: { from: 2020, to: 2022 }, gaps: false }],
  ['in any order, and twice', [2022, 2020, 2021, 2020], { bounds: { from: 2020, to: 2022 }, gaps: false }],
  ['a year left out', [2019, 2022], { bounds: { from: 2019, to: 2022 }, gaps: true }],
  ['none, which nothing holds', [], { gaps: true }],
])('tells the bounds of %s', (_, years, bounds) => {
  expect(boundsOf(years)).toEqual(bounds);
});

it.each([[[2020, 2021, 2022]], [[2022]], [[2018, 2019]]])(
  'lets through by the bounds of %j what holds one of them',
  (years) => {
    const { from, to } = boundsOf(years).bounds!;
    for (let begin = 2015; begin < 2025; begin += 1)
      for (let end = begin; end < 2025; end += 1)
        expect(end >= from && begin <= to).toBe(years.some((year) => begin <= year && year <= end));
  },
);
