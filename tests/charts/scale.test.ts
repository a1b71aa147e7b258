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
    [[], { min: 0, max: 1, step: 1 }],
  ])('of %j', (values, scale) => {
    expect(roundScale(values)).toEqual(scale);
  });

  it('holds its values between few round ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 }), (thousandths) => {
        const values = thousandths.map((value) => value / 1000);
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
