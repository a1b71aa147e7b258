import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '常德市',
    year: 2021,
    reached: '过去一年，全市地区生产总值增长3.9%。上半年地区生产总值增长0.8%。旅游总收入260亿元。',
    aimed: '地区生产总值增长7%。',
  },
  {
    place: '常德市',
    year: 2022,
    reached: '过去一年，全市地区生产总值增长7.5%，进出口总额453.5亿元。',
    aimed: '地区生产总值增长7%。',
  },
]);

describe('what a part, a year and several years are asked for', () => {
  it.each([
    [['常德2020年上半年GDP增速', '全年呢'], '3.9%'],
    [['常德2020年上半年GDP增速', '那整年是多少'], '3.9%'],
    // The year after that of the talk, as no report tells the one after the newest.
    [['常德2020年GDP增速', '明年呢'], '7.5%'],
  ])('%j', async (turns, figure) => {
    const { kind, headline } = await ask(...turns);
    expect(kind).toBe('figure');
    expect(headline).toContain(figure);
  });

  it("is not told by one year's figure", async () => {
    expect(await ask('常德2020年旅游总收入', '五年一共呢')).toMatchObject({ kind: 'refusal', refusal: 'not-sure' });
  });

  it('is no sum of what was told before', async () => {
    const { kind, headline } = await ask('常德2020年旅游总收入', '那进出口呢', '三年加起来多少');
    expect(kind).toBe('refusal');
    expect(headline).not.toContain('合计');
  });
});
