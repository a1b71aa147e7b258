import { describe, expect, it } from 'vitest';
import { dot, fitCases, fitChoices } from '../../bench/fit/logit.js';

const OPTIONS = { ridge: 0.001, rounds: 200, rate: 0.1 };
const x = (...values: number[]): Float64Array => Float64Array.from(values);

describe('conditional logit', () => {
  const choices = [
    { vectors: [x(1, 0), x(0, 1)], right: [true, false] },
    { vectors: [x(0.2, 1), x(0.9, 0)], right: [false, true] },
  ];

  it('ranks the right candidate first', () => {
    const w = fitChoices(choices, 2, OPTIONS);
    for (const { vectors, right } of choices) {
      const scores = vectors.map((v) => dot(w, v));
      expect(right[scores.indexOf(Math.max(...scores))]).toBe(true);
    }
  });

  it('gives the same weights each time', () => {
    expect([...fitChoices(choices, 2, OPTIONS)]).toEqual([...fitChoices(choices, 2, OPTIONS)]);
  });

  it('learns nothing from a choice without a right or without a wrong candidate', () => {
    expect([...fitChoices([{ vectors: [x(1, 0)], right: [true] }], 2, OPTIONS)]).toEqual([0, 0]);
  });
});

it('logistic regression tells yes from no, and more weight pulls harder', () => {
  const cases = [
    { x: x(1, 1), yes: true },
    { x: x(0, 1), yes: false },
  ];
  const w = fitCases(cases, 2, OPTIONS);
  expect(dot(w, cases[0]!.x)).toBeGreaterThan(0);
  expect(dot(w, cases[1]!.x)).toBeLessThan(0);
  const heavier = fitCases([cases[0]!, { ...cases[1]!, weight: 5 }], 2, OPTIONS);
  expect(dot(heavier, cases[1]!.x)).toBeLessThan(dot(w, cases[1]!.x));
});
