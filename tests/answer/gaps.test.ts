import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const talk = await overOwn([
  {
    place: '株洲市',
    year: 2018,
    reached: '过去一年，全市地区生产总值2530亿元，增长8%。进出口总额增长21%。',
    aimed: '地区生产总值增长8%以上，一般公共预算收入增长6%。',
  },
  {
    place: '株洲市',
    year: 2019,
    reached: '过去一年，全市地区生产总值2631亿元，增长7.8%。进出口总额265亿元。',
    aimed: '地区生产总值增长8%左右，一般公共预算收入增长5%。',
  },
  {
    place: '株洲市',
    year: 2021,
    reached: '过去一年，全市地区生产总值3105亿元，增长4.1%。',
    aimed: '地区生产总值增长7.5%。',
  },
]);

describe('a year whose report is held is never said not to be', () => {
  it('where only the aim of it is told, because the next report is not held', async () => {
    const { headline } = await talk('株洲2018年和2019年GDP对比');
    expect(headline).toContain('2018年2631亿元');
    expect(headline).toContain('2019年没有找到结果，只有目标增长8%左右');
    expect(headline).not.toContain('没有收录报告');
  });

  it('where a number of another kind is told', async () => {
    const { headline } = await talk('株洲2018年和2017年进出口总额对比');
    expect(headline).toMatch(/2017年没有找到同样口径的数，最接近的是增长21%/u);
    expect(headline).not.toContain('没有收录');
  });

  it('where nothing of the outcome can be told yet', async () => {
    const answer = await talk('株洲2019年、2021年进出口总额实际多少');
    expect(answer).toMatchObject({ kind: 'refusal', refusal: 'not-held' });
    expect(answer.headline).toContain('没有收录回顾株洲市2019、2021年的政府工作报告');
  });

  it('where what is told comes near: nothing is denied, and it is shown', async () => {
    const answer = await talk('株洲2017年、2020年一般公共预算收入对比');
    expect(answer).toMatchObject({ kind: 'refusal', refusal: 'not-sure' });
    expect(answer.figures.length).toBeGreaterThan(0);
  });
});

it('of two years that are asked for, the one that is not held is named beside the other', async () => {
  const { headline } = await talk('株洲2018年和2020年GDP目标');
  expect(headline).toContain('2020年没有收录报告');
  expect(headline).toContain('2018年增长8%以上');
});

describe('a stretch of years is told year by year, with those that tell none', () => {
  it.each([
    ['a growth', '株洲2017到2020年GDP增速', ['2017年增长8%', '2018年增长7.8%', '2020年增长4.1%', '2019年只有目标']],
    [
      'short years in a row',
      '株洲17、18、19年进出口总额增长多少',
      ['2017年增长21%', '2018年没有找到', '2019年的结果要看次年的报告'],
    ],
    ['short years of two centuries', '株洲99、00、17、18年GDP', ['2018年2631亿元', '1999、2000年没有收录报告']],
  ])('%s', async (_, question, says) => {
    const answer = await talk(question);
    expect(answer.kind).toBe('trend');
    for (const word of says) expect(answer.headline).toContain(word);
  });

  it('and one told of the whole stretch is its figure', async () => {
    const own = await overOwn([
      {
        place: '湘潭市',
        year: 2021,
        reached: '“十三五”期间，2016—2020年全市地区生产总值年均增长7.2%。2020年地区生产总值增长4.1%。',
        aimed: '地区生产总值增长7.5%。',
      },
    ]);
    const answer = await own('湘潭2016到2020年GDP年均增长多少');
    expect(answer).toMatchObject({ kind: 'figure' });
    expect(answer.headline).toContain('7.2%');
  });
});
