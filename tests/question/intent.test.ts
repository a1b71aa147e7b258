import { describe, expect, it } from 'vitest';
import { askedMeasure, askedUnits, unitAt } from '../../src/question/intent.js';
import { scratchOf } from '../../src/question/scratch.js';

describe('the unit that a question asks in', () => {
  it.each([
    // What is counted in 块 is no money.
    ['湖北选手拿了几块金牌', ['个']],
    ['种了几块试验田', ['个']],
    ['挂了多少块牌', ['个']],
    ['花了几块钱', ['块钱']],
    // A large number asked for by its last digits.
    ['常德2021年GDP是三千几百亿', ['亿']],
    ['来了几百万人次', ['万人次']],
    ['产值几千亿元', ['亿元']],
    ['关了几家煤矿', ['家']],
    ['投了几个亿', ['个亿']],
  ])('of %s is %j', (text, units) => {
    expect(askedUnits(scratchOf(text))).toEqual(units);
  });

  it('is none where the words only tell how large the number is', () => {
    expect(askedUnits(scratchOf('一年大概有几百'))).toEqual([]);
    expect(askedUnits(scratchOf('一共三千几百'))).toEqual([]);
  });

  it.each([
    ['千亿元', '千亿元'],
    ['百万人次', '百万人次'],
    ['万亿', '万亿'],
    ['个亿', '个亿'],
    ['万人', '万人'],
  ])('%s is read with its whole scale', (text, unit) => {
    expect(unitAt(`多少${text}`, 2)).toBe(unit);
  });
});

describe('a noun that is counted in a unit of its own', () => {
  it.each([
    ['2021年空气优良天数是多少', ['天']],
    ['免费电影的场次', ['场']],
    ['新建大棚的栋数', ['栋']],
  ])('%s asks in %j', (text, units) => {
    expect(askedUnits(scratchOf(text))).toEqual(units);
  });
});

describe('掉 behind a verb', () => {
  it.each(['化掉多少债', '还掉多少债务', '裁掉多少人', '拆掉多少违建', '卖掉多少地'])(
    'tells of what was done away with, and of no growth: %s',
    (text) => {
      expect(askedMeasure(scratchOf(text))).toBeUndefined();
    },
  );

  it.each(['跌掉多少', '产值掉了多少'])('tells of a fall: %s', (text) => {
    expect(askedMeasure(scratchOf(text))).toBe('growth');
  });
});
