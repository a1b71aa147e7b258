import { describe, expect, it } from 'vitest';
import { drawable, textWidth, wrapText } from '../../src/charts/lettering.js';

describe('drawable', () => {
  it.each([
    ['2022年常德市政府工作报告', '2022年常德市政府工作报告', []],
    ['甲\n乙\t丙\u0000丁', '甲 乙 丙 丁', []],
    ['甲\u200b\u202e乙\ufeff', '甲乙', []],
    ['㋿元年', '令和元年', []],
    ['甲😀乙', '甲〓乙', ['😀']],
    ['👨‍👩‍👧', '〓〓〓', ['👨', '👩', '👧']],
    ['\ud800', '〓', ['\ud800']],
    ['', '', []],
  ])('%j is drawn as %j', (text, drawn, missing) => {
    expect(drawable(text)).toEqual({ text: drawn, missing });
  });
});

describe('textWidth', () => {
  it('is the advance of the glyphs: one em for Chinese characters', () => {
    expect(textWidth('常德市', 20)).toBe(60);
    expect(textWidth('', 20)).toBe(0);
    expect(textWidth('7', 20)).toBeLessThan(textWidth('7', 20, 'bold'));
  });
});

describe('wrapText', () => {
  it('breaks by the width of the type', () => {
    expect(wrapText('地区生产总值', 60, 20)).toEqual(['地区生', '产总值']);
  });
});
