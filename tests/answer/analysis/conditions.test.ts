import { describe, expect, it } from 'vitest';
import { overOwn } from '../../support/own-reports.js';

const aims = (place: string, gdp: string, prices: string, retail: string) => ({
  place,
  year: 2020,
  reached: '过去一年，发展稳中有进。',
  aimed: `地区生产总值增长${gdp}，居民消费价格涨幅控制在${prices}，社会消费品零售总额增长${retail}。`,
});

const ask = await overOwn([
  aims('湖南省', '7%', '3.5%', '9%'),
  aims('湖北省', '6.5%', '3.5%', '8%'),
  aims('广西壮族自治区', '6%', '4.5%', '7%'),
  aims('天津市', '7.5%', '3%', '12%'),
  aims('长沙市', '8%', '3.5%', '10%'),
  aims('株洲市', '7.5%', '3.5%', '9%'),
  aims('大连市', '6%', '3%', '11%'),
]);

describe('a condition', () => {
  it.each([
    ['on the number that was stated before', '2020年全国定的是6%以上，有哪些省的目标写得比这个高', '高于6%的有2个'],
    ['on the first digit', '2020年定6字头的省有哪些', '在6—6.99%之间的有2个：湖北省增长6.5%、广西壮族自治区增长6%'],
    [
      'that all must meet, with those that are exceptions',
      '2020年省级报告CPI控制目标是不是清一色3.5%？有几家，谁例外',
      '不都是：4个有数字的地区里，是3.5%的有2个，其余2个不是',
    ],
    [
      'against another place, whose figure is told',
      '湖南下面那几个市2020年增长目标是不是个个都比省里定的高',
      '是，2个有数字的地区都高于湖南（增长7%）',
    ],
    [
      'that is denied before the number',
      '2020年没把GDP目标定到7%的省',
      '低于7%的有2个：湖北省增长6.5%、广西壮族自治区增长6%',
    ],
    ['of only so much', '2020年只敢定6%的省有哪些', '不高于6%的有1个：广西壮族自治区增长6%'],
    [
      'that all of those named must meet',
      '2020年湖南、湖北、广西GDP目标都比天津低吗',
      '是，3个有数字的地区都低于天津（增长7.5%）',
    ],
  ])('%s: %s', async (_, question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });
});

describe('the places', () => {
  it.each([
    // Both groups are asked about, and no kind of places is widened.
    ['省会和计划单列市里头，2020年社会消费品零售目标前二是哪几个城市', '1. 大连市增长11%、2. 长沙市增长10%'],
    ['2020年物价目标放到4%以上的省份自治区有没有，哪几家', '有。不低于4%的有1个：广西壮族自治区'],
    ['2020年的那几个省区，GDP目标平均下来是多少', '简单平均6.5%（3个地区）'],
    ['湖南2个市2020年谁的GDP目标最高', '最高的是长沙市：增长8%'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });

  it('beside the nation, of which no report is held: it is said to be asked for', async () => {
    const { text } = await ask('2020年哪个省的GDP目标最保守，全国定了多少');
    expect(text).toContain('最低的是广西壮族自治区：增长6%');
    expect(text).toContain('全国没有收录报告');
  });

  it('of which one alone has a figure are not said to be alike', async () => {
    const { headline } = await ask('2020年四大直辖市GDP目标都一样吗');
    expect(headline).toContain('只有天津市增长7.5%有数字，比不出是否一样');
  });
});

describe('what is asked of the rows', () => {
  it.each([
    ['2020年长沙和株洲社零目标哪边高，高几个点', '长沙市增长10%，比株洲市增长9%高1个百分点'],
    ['2020年哪个省物价红线放得最松', '最高的是广西壮族自治区：控制在4.5%'],
    ['2020年哪个省的GDP目标领头', '最高的是湖南省：增长7%'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });

  it('of two ends is shown by all in order, for no number is both', async () => {
    const { headline } = await ask('2020年各省GDP目标低于6.5%的有谁，高于7%的又有谁');
    expect(headline).toContain('天津市增长7.5%，湖南省增长7%，湖北省增长6.5%，广西壮族自治区增长6%');
  });

  it('in quotation marks and not used is said: none was picked by it', async () => {
    const { headline } = await ask('2020年报告写了“双碳”的省里，GDP目标最高的是谁');
    expect(headline).toContain('最高的是湖南省：增长7%；没有用上“双碳”');
  });

  it('and not understood is said: all of them are shown, and none was picked', async () => {
    const { headline } = await ask('2020年哪些市的GDP目标高过自家省');
    expect(headline).toContain('没有看懂“高”，列出的是全部');
  });
});

const grain = (place: string, tonnes: string, hedge: string) => ({
  place,
  year: 2020,
  reached: `过去一年，粮食产量${tonnes}万吨。`,
  aimed: `地区生产总值增长6%${hedge}。`,
});

const askMore = await overOwn([
  grain('湖南省', '2900', '以上'),
  grain('长沙市', '210', '左右'),
  grain('湖北省', '2700', ''),
  grain('江西省', '2100', '以上'),
]);

describe('how a number is written', () => {
  it.each([
    ['2020年GDP目标没有“以上”的省', '不写“以上”的有1个：湖北省增长6%'],
    ['2020年哪些省GDP目标没写“以上”', '不写“以上”的有1个：湖北省增长6%'],
    ['2020年哪些省GDP目标带“以上”', '写“以上”的有2个'],
  ])('%s', async (question, says) => {
    expect((await askMore(question)).headline).toContain(says);
  });
});

it('a sum counts no place that lies in another one of it', async () => {
  const { headline } = await askMore('所有地区2019年粮食产量合计');
  expect(headline).toContain('7700万吨（3个地区，另外1个含在其中的上级地区里，不重复计）');
});
