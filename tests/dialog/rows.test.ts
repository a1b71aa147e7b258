import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const talk = await overOwn([
  {
    place: '株洲市',
    year: 2020,
    reached: '过去一年，全市地区生产总值3003亿元，增长7.9%。新建公厕120座，改造农贸市场15个，建成口袋公园8个。',
    aimed: '地区生产总值增长7.5%，一般公共预算收入增长4%，城镇新增就业5万人。',
  },
  {
    place: '株洲市',
    year: 2021,
    reached:
      '过去一年，全市地区生产总值3105亿元，增长4.1%；一般公共预算收入190亿元，增长2.3%；社会消费品零售总额1190亿元，下降2.6%。城镇居民人均可支配收入增长4.4%，农村居民人均可支配收入增长7.5%。新建公厕90座，改造农贸市场21个，建成口袋公园12个。',
    aimed: '地区生产总值增长7%，一般公共预算收入增长3%，居民消费价格涨幅控制在3%以内，城镇新增就业5.2万人。',
  },
]);

describe('a row is told whole', () => {
  it.each([
    ['with a short name at its end', ['株洲2021年GDP、CPI、就业目标'], ['增长7%', '3%以内', '5.2万人']],
    [
      'with a sibling that is named without its thing',
      ['株洲2020年城镇、农村居民收入和GDP分别增长多少'],
      ['4.4%', '7.5%', '4.1%'],
    ],
    [
      'with a second asking of each member',
      ['株洲2020年GDP、财政收入分别多少亿元，涨了几个点'],
      ['3105亿元', '190亿元', '4.1%', '2.3%'],
    ],
  ])('%s', async (_, turns, says) => {
    const { headline } = await talk(...turns);
    for (const word of says) expect(headline).toContain(word);
  });

  it('and what is asked of the year that is asked for', async () => {
    const { headline } = await talk('株洲哪年GDP过3000亿，当年增速多少');
    expect(headline).toContain('2019年');
    expect(headline).toContain('7.9%');
  });
});

describe('a row goes on in the talk', () => {
  it.each([
    ['of indicators', ['株洲2021年GDP、财政收入、就业目标分别多少', '2020年呢'], ['7.5%', '4%', '5万人']],
    [
      'of things of no list',
      ['株洲2020年公厕、农贸市场、口袋公园分别新建改造了多少', '2019年呢'],
      ['120座', '15个', '8个'],
    ],
  ])('%s', async (_, turns, says) => {
    const { headline } = await talk(...turns);
    for (const word of says) expect(headline).toContain(word);
  });
});
