import { describe, expect, it } from 'vitest';
import { overOwn } from '../../support/own-reports.js';

const AIMS: Readonly<Record<number, string>> = { 2017: '7.5%', 2018: '7%', 2019: '6.5%', 2020: '5.8%', 2021: '6%' };
const REACHED: Readonly<Record<number, string>> = {
  2016: '全市地区生产总值950亿元，粮食产量88万吨，PM2.5年均浓度41微克/立方米',
  2017: '全市地区生产总值1010亿元，粮食产量89万吨，PM2.5年均浓度43微克/立方米',
  2018: '全市地区生产总值1100亿元，粮食产量91万吨，PM2.5年均浓度39微克/立方米',
  2019: '全市地区生产总值1210亿元，粮食产量93万吨，PM2.5年均浓度36微克/立方米',
  2020: '全市地区生产总值1280亿元，粮食产量101万吨，PM2.5年均浓度33微克/立方米',
};

const ask = await overOwn(
  Object.entries(AIMS).map(([year, aim]) => ({
    place: '株洲市',
    year: Number(year),
    reached: `过去一年，${REACHED[Number(year) - 1]}。`,
    aimed: `地区生产总值增长${aim}，一般公共预算收入增长${aim}。`,
  })),
);

describe('years as they are typed', () => {
  it.each([
    [
      '株洲GDP目标，2017 18 19 20这四年分别是多少',
      ['2017年增长7.5%', '2018年增长7%', '2019年增长6.5%', '2020年增长5.8%'],
    ],
    ['株洲这三年（18、19、20）GDP目标怎么变的', ['2018年增长7%', '2019年增长6.5%', '2020年增长5.8%']],
    ['株洲（19、20、21）三年GDP目标怎么变的', ['2019年增长6.5%', '2020年增长5.8%', '2021年增长6%']],
    ['株洲粮食稳在90万吨吧？2018到2020三年的产量给我', ['2018年91万吨', '2019年93万吨', '2020年101万吨']],
  ])('%s', async (question, says) => {
    const { headline } = await ask(question);
    for (const said of says) expect(headline).toContain(said);
    expect(headline.match(/\d{4}年/gu)).toHaveLength(says.length);
  });
});

describe('when a mark was first passed', () => {
  it.each([
    ['株洲GDP是哪年跨过一千亿的', '第一次高于1000亿的是2017年（1010亿元）'],
    ['株洲GDP哪一年破的一千二百亿', '第一次高于1200亿的是2019年（1210亿元）'],
    ['株洲的经济增长目标是哪年头一回跌到5字头的', '第一次在5—5.99%之间的是2020年（增长5.8%）'],
    // What is asked of later years is not kept to those that were named before.
    ['株洲粮食2016年到2018年涨了吗，后来哪年上的100万吨', '第一次不低于100万吨的是2020年（101万吨）'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });
});

describe('how aims and levels moved', () => {
  it.each([
    ['株洲2018、2019、2021这三年的GDP目标，哪年降下来了', '下调的有1年：2019年增长6.5%'],
    ['株洲这三年（18、19、20）财政收入目标有没有降档', '下调的有2年'],
    ['株洲PM2.5 2017年是比前一年降了吗', '没有下降，株洲市2017年43微克/立方米，比2016年41微克/立方米多2微克/立方米'],
    ['株洲粮食是不是连年涨？我看2018、2019、2020这三年', '是，有数字的年份逐次增加'],
    ['株洲PM2.5 2018年比2017年降了吗', '是下降，2018年比2017年，下降的有1个：株洲市（43微克/立方米→39微克/立方米'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });
});
