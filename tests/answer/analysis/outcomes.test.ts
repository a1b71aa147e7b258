import { describe, expect, it } from 'vitest';
import { overOwn } from '../../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2019,
    reached: '过去一年，全市地区生产总值增长7.8%。',
    aimed: '地区生产总值增长8%左右，固定资产投资增长10%，社会消费品零售总额增长10%，居民消费价格涨幅控制在3%左右。',
  },
  {
    place: '株洲市',
    year: 2020,
    reached:
      '过去一年，全市地区生产总值增长7.9%，固定资产投资增长11.5%，社会消费品零售总额增长9.1%，居民消费价格上涨3.2%。',
    aimed: '地区生产总值增长7.5%，PM2.5年均浓度下降8%。',
  },
  {
    place: '株洲市',
    year: 2021,
    reached: '过去一年，全市地区生产总值增长4.1%，PM2.5年均浓度下降5.5%。10月至12月，PM2.5年均浓度下降20%。',
    aimed: '地区生产总值增长7.5%。',
  },
  {
    place: '岳阳市',
    year: 2016,
    reached:
      '过去一年，全市地区生产总值增长7%。存在的问题是：去年生产总值、财政收入等指标增幅没有达到预期目标；服务供给不足。',
    aimed: '地区生产总值增长8%。',
  },
  { place: '衡阳市', year: 2020, reached: '过去一年，全市地区生产总值增长8%。', aimed: '地区生产总值增长7%。' },
  { place: '衡阳市', year: 2021, reached: '过去一年，全市地区生产总值增长6.4%。', aimed: '地区生产总值增长8%。' },
]);

describe('those that are not as asked are told behind those that are', () => {
  it.each([
    ['of a few years', '株洲2019年和2020年GDP，哪年完成目标了', '株洲市2020年地区生产总值：目标增长7.5%，实际增长4.1%'],
    ['of a few places', '2019年GDP目标谁完成了？株洲、衡阳', '株洲市2019年地区生产总值：目标增长8%左右，实际增长7.9%'],
  ])('%s: %s', async (_, question, says) => {
    const answer = await ask(question);
    expect(answer.kind).toBe('outcome');
    expect(answer.text).toContain(says);
  });

  it('of a place of which nothing can be judged its aim is told', async () => {
    const { text } = await ask('2021年株洲、衡阳的GDP，哪家没够着年初说的数');
    expect(text).toContain('衡阳市2021年地区生产总值：目标增长8%');
  });
});

describe('how far what was reached is from the aim, in whatever words', () => {
  it.each([
    ['株洲2020年GDP增速比目标欠了几个点', '目标增长7.5%，实际增长4.1%，未达到目标（低3.4个百分点）'],
    ['株洲19年20年增速跟目标差多远', '株洲市2020年地区生产总值：目标增长7.5%，实际增长4.1%'],
    ['株洲、衡阳两个市2020年的GDP目标，疫情下谁离得最远', '比目标低得最多的是株洲市'],
    ['株洲2020年目标7.5%，最终跑出多少', '实际增长4.1%'],
    ['株洲2019年物价控制目标多少，守住了没有', '目标控制在3%左右，实际上涨3.2%，达到目标（“左右”以内'],
    ['株洲2020年GDP目标7.5%，年底够不够数', '目标增长7.5%，实际增长4.1%，未达到目标'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).text).toContain(says);
  });

  it('of a fall: the rate that the question states is set against a rate, and a few months are no year', async () => {
    const { headline } = await ask('株洲2020年PM2.5要降8%，最后降到位了没');
    expect(headline).toBe('株洲市2020年PM2.5平均浓度：目标下降8%，实际下降5.5%，未达到目标（少降2.5个百分点）');
  });
});

it.each([
  ['who did not outdo the aim', '2020年株洲、衡阳的GDP，谁没跑赢自己定的目标', '没有完成目标的有2个'],
  ['of the amounts of an economy none is negative', '2020年有哪些市的GDP增速是负的', '没有为负的'],
])('%s: %s', async (_, question, says) => {
  expect((await ask(question)).headline).toContain(says);
});

describe('an aim that the question states is set right where the report writes another', () => {
  it.each([
    ['株洲2020年GDP目标8%，完成了吗', '未达到目标（低3.4个百分点）；目标与问题里说的8%不同'],
    ['株洲2019、2020年GDP目标都是8%，实际呢', '；目标与问题里说的8%不同的：株洲2020年'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });

  it('and nothing is said where it is the one', async () => {
    expect((await ask('株洲2020年GDP目标7.5%，完成了吗')).headline).not.toContain('问题里说的');
  });
});

describe('several aims of one place', () => {
  it('are each told, by their short names: 投资、消费', async () => {
    const { headline } = await ask('株洲2019年投资、消费都定的10%，最后哪个做到了');
    expect(headline).toContain('固定资产投资目标增长10%，实际增长11.5%，超过目标');
    expect(headline).toContain('社会消费品零售总额目标增长10%，实际增长9.1%，未达到目标');
  });

  it('are the main ones where none is named', async () => {
    const { text } = await ask('株洲2019年那几个目标哪些落空了，哪些超了');
    expect(text).toContain('4项主要预期目标');
    expect(text).toContain('社会消费品零售总额：目标增长10%，实际增长9.1%，未达到目标');
  });
});

it('years of their own behind a table are of what that one was of: 这两年实际呢？哪年完成了', async () => {
  const { headline } = await ask('株洲2019年和2020年GDP目标', '那2019、2020这两年实际呢？哪年完成了');
  expect(headline).toContain('2019年地区生产总值：目标增长8%左右，实际增长7.9%');
  expect(headline).toContain('2020年地区生产总值：目标增长7.5%，实际增长4.1%');
});

describe('an aim that no report that is held tells', () => {
  it('may be owned to have been missed by the one that looks back', async () => {
    const { kind, headline, citations } = await ask('岳阳2015年GDP目标完成了吗');
    expect(kind).toBe('outcome');
    expect(headline).toMatch(/没有收录2015年的报告，不知道目标，但报告的原话是“.*没有达到预期目标”$/u);
    expect(citations.some(({ quote }) => quote.includes('没有达到预期目标'))).toBe(true);
  });
});
