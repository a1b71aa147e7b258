import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumeral, toChineseNumeral } from '../../src/text/numerals.js';

const VALUES: readonly (readonly [number, readonly string[]])[] = [
  [0, ['0', '零', '〇', '０']],
  [2, ['2', '二', '两', '贰', '２']],
  [10, ['10', '十', '一十', '拾']],
  [15, ['15', '十五', '一十五']],
  [105, ['105', '一百零五', '壹佰零伍', '一〇五']],
  [110, ['一百一十', '一百一', '一百十']],
  [250, ['两百五', '二百五十', '250']],
  [1002, ['一千零二', '1002']],
  [1234.5, ['1234.5', '1,234.5', '１２３４．５']],
  [2022, ['二〇二二', '二零二二', '二○二二', '两千零二十二']],
  [23500, ['两万三千五百', '2.35万', '23500', '2万3千5百']],
  [35000, ['3万5千', '3.5万', '三万五', '三万五千']],
  [10005, ['一万零五']],
  [100_000_000, ['一亿', '1亿', '10000万']],
  [1.2e12, ['1.2万亿', '一万二千亿', '12000亿']],
  [1e12, ['一万亿', '1万亿']],
  [5e6, ['500万', '五百万', '5百万']],
  [3.5, ['三点五', '3.5']],
  [-3, ['负三', '-3', '−3']],
  [0.05, ['零点零五', '0.05']],
  [11000, ['1.1万']],
];

describe('parseNumeral', () => {
  it.each(VALUES.flatMap(([value, texts]) => texts.map((text) => [text, value] as const)))(
    '%s is %d',
    (text, value) => {
      expect(parseNumeral(text)).toBe(value);
    },
  );

  it.each([
    ['', 'nothing'],
    ['几', 'no number'],
    ['数十', 'no number'],
    ['百', 'a scale without a digit'],
    ['万', 'a scale without a digit'],
    ['七八', 'an estimate'],
    ['九五', 'the short form of a year'],
    ['3万5', 'the last figure may be a number of its own'],
    ['十百', 'scales that rise'],
    ['一千千', 'a scale twice'],
    ['5千8万', 'scales that rise'],
    ['一零零百', 'zeros before a scale'],
    ['1.2.3', 'no decimal'],
    ['1,23', 'a group of two'],
    ['两万三千五百人', 'a unit'],
    ['二点', 'a point without a fraction'],
  ])('refuses %j: %s', (text) => {
    expect(parseNumeral(text)).toBeNull();
  });

  it('reads back every Chinese numeral that is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(20_000), fc.maxSafeNat()), (value) => {
        expect(parseNumeral(toChineseNumeral(value))).toBe(value);
      }),
    );
  });

  it('writes numerals as they are spoken', () => {
    const spoken = [0, 10, 16, 20, 101, 110, 2022, 10_010, 100_200, 30_500, 10_000_001, 120_000_000, 1_000_000_050_000];
    expect(spoken.map(toChineseNumeral)).toEqual([
      '零',
      '十',
      '十六',
      '二十',
      '一百零一',
      '一百一十',
      '二千零二十二',
      '一万零一十',
      '十万零二百',
      '三万零五百',
      '一千万零一',
      '一亿二千万',
      '一万亿零五万',
    ]);
    expect(() => toChineseNumeral(1.5)).toThrow(RangeError);
  });

  it('never throws, and gives a finite number or null', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'一二三十百千万亿零〇点两0123.,负-几 \ud800') }), (text) => {
        const value = parseNumeral(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
