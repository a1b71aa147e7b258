import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundScale, tickText } from '../../src/charts/scale.js';

describe('roundScale', () => {
  it.each([
    [[6, 8], { min: 6, max: 8, step: 0.5 }],
    [[0, 100], { min: 0, max: 100, step: 25 }],
    [[90, 300], { min: 0, max: 300, step: 100 }],
    [[-3.2, 12.4], { min: -5, max: 15, step: 5 }],
    [[7, 7], { min: 6, max: 8, step: 0.5 }],
    [[0, 0], { min: -1, max: 1, step: 0.5 }],
    [[1e15, 1e15 + 0.25], { min: 9e14, max: 1.15e15, step: 5e13 }],
    [[], { min: 0, max: 1, step: 1 }],
  ])('of %j', (values, scale) => {
    expect(roundScale(values)).toEqual(scale);
  });

  const figure = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 1000),
    fc.double({ min: -1e15, max: 1e15, noNaN: true }).filter((value) => value === 0 || Math.abs(value) > 1e-12),
    fc.integer({ min: 0, max: 9 }).map((value) => 1e15 + value / 8),
  );

  it('holds its values between few round ticks', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1 }), (values) => {
        const { min, max, step } = roundScale(values);
        expect(min).toBeLessThanOrEqual(Math.min(...values));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values));
        expect((max - min) / step).toBeLessThan(7);
        expect(max).toBeGreaterThan(min);
      }),
    );
  });
});

describe('tickText', () => {
  it.each([
    [0.30000000000000004, '0.3'],
    [800, '800'],
    [12_500, '1.25万'],
    [-300_000_000, '-3亿'],
    [0, '0'],
  ])('%d is %s', (value, text) => {
    expect(tickText(value)).toBe(text);
  });
});
