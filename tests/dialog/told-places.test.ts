import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2020,
    reached: '过去一年，全市地区生产总值增长8%。',
    aimed: '地区生产总值增长7.5%，固定资产投资增长9%。',
  },
  {
    place: '株洲市',
    year: 2021,
    reached: '过去一年，全市地区生产总值增长4.1%。高新技术企业达到1.2万家。',
    aimed: '地区生产总值增长6%，固定资产投资增长7%，新增高新技术企业100家。',
  },
  {
    place: '湘潭市',
    year: 2021,
    reached: '过去一年，全市地区生产总值增长5%。高新技术企业达到8000家。',
    aimed: '地区生产总值增长6.5%，固定资产投资增长8%。',
  },
]);

describe('two places that were spoken of one after another', () => {
  it.each([
    ['by name', '株洲和湘潭的数摆一起比一下'],
    ['with their year', '把株洲和湘潭2020年底的数放一起看看'],
    ['by their number', '这两个比一下'],
    ['by what they are', '两个地方比一下'],
  ])('are set side by side %s', async (_, turn) => {
    const { kind, headline } = await ask('株洲2020年有多少家高新技术企业', '那湘潭2020年有多少家高企', turn);
    expect({ kind, headline }).toMatchObject({ kind: 'comparison', headline: expect.stringContaining('4000家') });
  });

  it('are asked for another thing of the year that the talk is of', async () => {
    const { headline } = await ask('株洲2020年GDP目标', '株洲2021年GDP目标', '湘潭呢', '这两个地方的固投目标比一下');
    expect(headline).toContain('2021年固定资产投资目标');
    expect(headline).toContain('低1个百分点');
  });
});

describe('a year by a report that the turn names', () => {
  it.each(['2021年报告里讲的前一年实际涨了多少', '2021年报告说的上一年实际增速呢'])('%s', async (turn) => {
    const { headline } = await ask('湘潭2021年GDP目标', turn);
    expect(headline).toContain('湘潭市2020年地区生产总值：增长5%');
  });
});

it('a whole question takes no side from the talk', async () => {
  const { headline } = await ask('株洲2021年GDP目标', '那株洲2020年有多少家高新技术企业');
  expect(headline).toContain('1.2万家');
});

it('years are put side by side in any words', async () => {
  const { kind, headline } = await ask('株洲2021年GDP目标', '20到21年的放一起看看');
  expect({ kind, headline }).toMatchObject({ kind: 'trend', headline: expect.stringContaining('7.5%') });
});
