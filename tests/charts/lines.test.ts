import { describe, expect, it } from 'vitest';
import { balanceLines, breakLines } from '../../src/charts/lines.js';
import { displayWidth } from '../../src/charts/width.js';

describe('breakLines', () => {
  it.each([
    ['增长7.5%以上，', 8, ['增长7.5%', '以上，']],
    ['（一）（二）', 8, ['（一）', '（二）']],
    ['《甲》，《乙》', 8, ['《甲》，', '《乙》']],
    ['报告》、《2022年', 12, ['报告》、', '《2022年']],
    ['GDP growth target', 10, ['GDP growth', 'target']],
    ['12345678901234', 6, ['123456', '789012', '34']],
    ['，，，，', 4, ['，，', '，，']],
    ['   ', 4, []],
    ['', 4, []],
  ])('%j in %i columns', (text, width, lines) => {
    expect(breakLines(text, width, displayWidth)).toEqual(lines);
  });
});

describe('balanceLines', () => {
  it('makes lines even where that takes no more of them', () => {
    expect(balanceLines('城镇居民人均可支配收入', 20, displayWidth)).toEqual(['城镇居民人均', '可支配收入']);
    expect(balanceLines('地区生产总值', 20, displayWidth)).toEqual(['地区生产总值']);
  });
});
