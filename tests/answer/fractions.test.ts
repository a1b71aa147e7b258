import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '常德市',
    year: 2021,
    reached: [
      '过去一年，全市地区生产总值增长3.9%，由一季度下降4.2%到上半年增长0.8%。',
      '货物整体通关时间压缩三分之一。外贸企业用工占全省四分之一。到省城最快车次用时1小时24分钟。',
    ].join('\n\n'),
    aimed: '地区生产总值增长7%。',
  },
]);

describe('fractions, parts of a year and durations are told whole', () => {
  it.each([
    ['by how much something was cut', '常德2020年货物整体通关时间压缩了几成', '压缩三分之一'],
    ['how much of something it is', '常德2020年外贸企业用工占全省几成', '：四分之一'],
    ['a duration with its minutes', '常德2020年到省城最快车次用时多久', '1小时24分钟'],
    ['a part of the year', '常德2020年一季度GDP增速', '一季度'],
  ])('%s', async (_, question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });

  it('nor in words, where a part of the year is asked about', async () => {
    expect(await ask('常德2021年一季度经济咋样')).toMatchObject({ kind: 'refusal' });
  });

  it('by no figure of another part of it, nor of the year', async () => {
    const { headline } = await ask('常德2020年三季度GDP增速');
    for (const other of ['3.9%', '4.2%', '0.8%', '7%']) expect(headline).not.toContain(other);
  });
});
