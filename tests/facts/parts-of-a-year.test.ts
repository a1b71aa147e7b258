import { describe, expect, it } from 'vitest';
import { factsOf, line } from './small-report.js';

const review = (text: string): string[] => factsOf(text, { role: 'review', year: 2020 }).map(line);

/** Figures of a part of the year, told by its days or its name, are not the year's. */
describe('parts of a year', () => {
  it.each([
    [
      '10月15日至12月20日，全市细颗粒物平均浓度为60微克/立方米、下降12%，优良天数达到50天。',
      [
        '细颗粒物平均浓度 201910月15日至12月20日 outcome level 60微克/立方米',
        '细颗粒物平均浓度 201910月15日至12月20日 outcome growth 12%',
        '优良天数 201910月15日至12月20日 outcome level 50天',
      ],
    ],
    [
      '截至11月20日，全市优良天数300天；全年造林5万亩。',
      ['优良天数 201911月20日 outcome level 300天', '造林 2019 outcome count 5万亩'],
    ],
    ['2018年9月20日至12月31日，开工项目50个。', ['开工项目 20189月20日至12月31日 outcome count 50个']],
    ['2017年采暖季空气质量综合指数为7.1。', ['采暖季空气质量综合指数 2017采暖季 outcome level 7.1']],
    ['2018年1月1日至12月31日，开工项目50个。', ['开工项目 2018 outcome count 50个']],
    // What took place on some days of one month is the year's.
    ['9月3日至6日，成功举办农博会，签约项目30个。', ['农博会签约项目 2019 outcome count 30个']],
    ['截至1月24日，在建项目120个。', ['在建项目 2019 outcome count 120个']],
    [
      '国庆假期，全市接待游客80万人次，旅游收入5亿元；全年旅游收入60亿元。',
      [
        '接待游客 2019国庆假期 outcome count 80万人次',
        '旅游收入 2019国庆假期 outcome level 5亿元',
        '旅游收入 2019 outcome level 60亿元',
      ],
    ],
    // Within its clause alone where it does not stand by itself.
    [
      '春节期间走访困难群众2万户，优良天数306天。',
      ['春节期间走访困难群众 2019春节 outcome count 2万户', '优良天数 2019 outcome level 306天'],
    ],
    ['供暖季结束后关停锅炉30台。', ['供暖季结束后关停锅炉 2019 outcome count 30台']],
    ['今年元旦假期接待游客3万人次。', ['元旦假期接待游客 2020元旦假期 outcome count 3万人次']],
  ])('%s', (text, facts) => {
    expect(review(text)).toEqual(facts);
  });
});

describe('times in a row', () => {
  it.each([
    [
      '全市地区生产总值一季度、上半年和全年分别增长4%、5%、6%。',
      [
        '地区生产总值 2019一季度 outcome growth 4%',
        '地区生产总值 2019上半年 outcome growth 5%',
        '地区生产总值 2019 outcome growth 6%',
      ],
    ],
    [
      '固定资产投资一季度、上半年分别增长8%、9%，全年增长10%。',
      [
        '固定资产投资 2019一季度 outcome growth 8%',
        '固定资产投资 2019上半年 outcome growth 9%',
        '固定资产投资 2019 outcome growth 10%',
      ],
    ],
    // The times that values are set against are no times of theirs.
    [
      '进出口总额增长7%，增速比一季度、上半年分别加快3、2个百分点。',
      [
        '进出口总额 2019 outcome growth 7%',
        '进出口总额 2019 outcome difference 3个百分点',
        '进出口总额 2019 outcome difference 2个百分点',
      ],
    ],
  ])('%s', (text, facts) => {
    expect(review(text)).toEqual(facts);
  });
});
