import { describe, expect, it } from 'vitest';
import { isOfScale, unitFamily } from '../../src/matching/unit-family.js';

describe('a unit', () => {
  it.each([
    ['百亿', 'scale'],
    ['千万', 'scale'],
    ['个亿', 'scale'],
    ['百亿元', 'money'],
    ['百公里', 'length'],
    ['个', 'count'],
  ])('%s measures %s', (unit, family) => {
    expect(unitFamily(unit)).toBe(family);
  });
});

describe('a scale alone', () => {
  it.each([
    ['百亿', '亿元', true],
    ['千亿', '万亿元', true],
    ['个亿', '亿元', true],
    ['百亿', '万元', false],
    ['百万', '亿元', false],
  ])('%s is that of %s: %s', (scale, unit, is) => {
    expect(isOfScale(scale, unit)).toBe(is);
  });
});
