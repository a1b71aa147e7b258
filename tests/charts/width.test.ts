import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, padDisplay, truncateDisplay, wrapDisplay } from '../../src/charts/width.js';
import { anyText } from '../support/any-text.js';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['GDP 7%', 6],
    ['常德市', 6],
    ['7%以上', 6],
    ['（预计）', 8],
    ['ＧＤＰ', 6],
    ['“低空”', 6],
    ['》。', 4],
    ['𬭚', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['\u200b\ufeff', 0],
    ['\u001b\u0007\n', 0],
    ['😀', 2],
    ['👨‍👩‍👧', 2],
    ['🇨🇳', 2],
    ['❤️', 2],
    ['1️⃣', 2],
    ['👍🏽', 2],
    ['▏▎▍▌▋▊▉█', 8],
    ['ｶﾞ', 2],
    ['\ud800', 1],
    ['한글', 4],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is the sum of its words where they are set apart by blanks', () => {
    const word = fc.stringMatching(/^[a-z常德市０-９。、😀é]{0,8}$/u);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(displayWidth(`${a} ${b}`)).toBe(displayWidth(a) + 1 + displayWidth(b));
      }),
    );
  });
});

describe('padDisplay', () => {
  it.each([
    ['常德', 6, 'left', '常德  '],
    ['常德', 6, 'right', '  常德'],
    ['常德', 7, 'center', ' 常德  '],
    ['常德市', 4, 'left', '常德市'],
  ] as const)('%j in %i columns, %s', (text, width, align, padded) => {
    expect(padDisplay(text, width, align)).toBe(padded);
  });
});

describe('truncateDisplay', () => {
  it.each([
    ['湘西土家族苗族自治州', 20, '湘西土家族苗族自治州'],
    ['湘西土家族苗族自治州', 19, '湘西土家族苗族自治…'],
    ['湘西土家族苗族自治州', 10, '湘西土家…'],
    ['常德', 3, '常…'],
    ['常德', 2, '…'],
    ['常德', 0, ''],
    ['👨‍👩‍👧👨‍👩‍👧', 3, '👨‍👩‍👧…'],
  ])('%j to %i columns', (text, width, cut) => {
    expect(truncateDisplay(text, width)).toBe(cut);
  });

  it('never takes more columns than it is given, and pads to exactly that', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, width) => {
        const cut = truncateDisplay(text, width);
        expect(displayWidth(cut)).toBeLessThanOrEqual(width);
        expect(displayWidth(padDisplay(cut, width))).toBe(width);
      }),
    );
  });
});

describe('wrapDisplay', () => {
  it('breaks between characters and keeps them all', () => {
    expect(wrapDisplay('来源：2022年常德市政府工作报告', 12)).toEqual(['来源：2022年', '常德市政府工', '作报告']);
    expect(wrapDisplay('《甲》《乙州》', 6)).toEqual(['《甲》', '《乙', '州》']);
    expect(wrapDisplay('增长12.5%以上', 8)).toEqual(['增长', '12.5%以', '上']);
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrapDisplay(text, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
