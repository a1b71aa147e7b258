import { describe, expect, test } from 'vitest';
import { factsOf, line, type SmallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const FIVE: SmallReport = { role: 'review5' };
const OUTLOOK: SmallReport = { role: 'outlook', from: 2022, to: 2026 };
const TASKS: SmallReport = { role: 'tasks' };

/** Lines of facts; 预计 behind those that are called estimates, the indicator where it is looked at. */
function told(text: string, options: SmallReport): string[] {
  return factsOf(text, options).map((fact) => `${line(fact)}${fact.estimated ? ' 预计' : ''}`);
}

const rows: readonly (readonly [kind: string, text: string, options: SmallReport, expected: readonly string[]])[] = [
  // 下同 by its bracket only
  [
    '上下同心',
    '全市上下同心，财政收入增长4.5%。进出口增长7%',
    REVIEW,
    ['财政收入 2021 outcome growth 4.5%', '进出口 2021 outcome growth 7%'],
  ],
  [
    '同比，下同',
    '地区生产总值增长9%（同比，下同），固定资产投资增长6%',
    REVIEW,
    ['地区生产总值 2021 outcome growth 9%', '固定资产投资 2021 outcome growth 6%'],
  ],
  [
    '按可比价，下同',
    '预计地区生产总值增长3.4%（按可比价计算，下同）。进出口增长7%',
    REVIEW,
    ['地区生产总值 2021 outcome growth 3.4% 预计', '进出口 2021 outcome growth 7%'],
  ],
  [
    '预计数，下同',
    '地区生产总值增长8%（预计数，下同），固定资产投资增长6%。进出口增长7%',
    REVIEW,
    [
      '地区生产总值 2021 outcome growth 8% 预计',
      '固定资产投资 2021 outcome growth 6% 预计',
      '进出口 2021 outcome growth 7% 预计',
    ],
  ],
  [
    '预计（下同）',
    '预计（下同）全市地区生产总值增长8%。进出口增长7%',
    REVIEW,
    ['地区生产总值 2021 outcome growth 8% 预计', '进出口 2021 outcome growth 7% 预计'],
  ],
  [
    '预计 behind a figure ends with its ；',
    '固定资产投资增长33.2%，预计全年增长30%；签约项目189个',
    REVIEW,
    [
      '固定资产投资 2021 outcome growth 33.2%',
      '固定资产投资 2021 outcome growth 30% 预计',
      '签约项目 2021 outcome count 189个',
    ],
  ],
  // raised numbers of notes
  ['¹²', '全社会研发投入强度¹²3.42%，绿地面积5km²', REVIEW, ['全社会研发投入强度 2021 outcome share 3.42%']],
  ['[12]', '全社会研发投入强度[12]3.42%', REVIEW, ['全社会研发投入强度 2021 outcome share 3.42%']],
  ['<sup>', '全社会研发投入强度<sup>12</sup>3.42%', REVIEW, ['全社会研发投入强度 2021 outcome share 3.42%']],
  // stretches in Arabic digits
  [
    '5年增长',
    '固定资产投资累计完成3.7万亿元，5年增长18.7%',
    REVIEW,
    ['固定资产投资 2021 outcome level 3.7万亿元', '固定资产投资 2017-2021 outcome growth 18.7%'],
  ],
  [
    '贷款余额5年增长',
    '各项贷款余额5年增长89.7%，存贷比由62%提高到81.8%',
    REVIEW,
    [
      '各项贷款余额 2017-2021 outcome growth 89.7%',
      '存贷比 2020 outcome share 62%',
      '存贷比 2021<2020 outcome share 81.8%',
    ],
  ],
  [
    '占比5年提高',
    '新能源装机占比5年提高20.9个百分点',
    REVIEW,
    ['新能源装机占比 2017-2021 outcome difference 20.9个百分点'],
  ],
  ['3年 among tasks is a plan', '3年投资10亿元', TASKS, ['3年投资 2022 target level 10亿元']],
  // the year that the announcement names wins over a stretch before it
  [
    '建议2022年',
    '聚焦未来五年发展，建议2022年主要预期目标为：地区生产总值增长9%以上',
    OUTLOOK,
    ['地区生产总值 2022 target growth >=9%'],
  ],
  [
    '今年',
    '围绕今后五年目标，今年经济社会发展主要预期目标是：地区生产总值增长8%，财政收入增长6%',
    OUTLOOK,
    ['地区生产总值 2022 target growth 8%', '财政收入 2022 target growth 6%'],
  ],
  [
    'a far-off year is no announcement',
    '根据2035年远景目标，今后五年主要目标是：地区生产总值年均增长8%',
    OUTLOOK,
    ['地区生产总值 2022-2026 plan-target average 8%'],
  ],
  // what is striven for beside a target
  [
    '力争达到',
    '地区生产总值年均增长6.7%以上，在实际工作中力争达到7%',
    OUTLOOK,
    ['地区生产总值 2022-2026 plan-target average >=6.7%', '地区生产总值 2022-2026 plan-target average 7%'],
  ],
  [
    '具体按…安排',
    '2022年地区生产总值增长6.7%以上，具体按7%安排',
    OUTLOOK,
    ['地区生产总值 2022 target growth >=6.7%', '地区生产总值 2022 target growth 7%'],
  ],
  [
    '、力争',
    '固定资产投资增长8%、力争10%',
    TASKS,
    ['固定资产投资 2022 target growth 8%', '固定资产投资 2022 target growth 10%'],
  ],
  // lead-ins without a colon
  [
    '预期目标是',
    '2022年预期目标是生产总值增长10%以上，财政收入增长8%',
    TASKS,
    ['生产总值 2022 target growth >=10%', '财政收入 2022 target growth 8%'],
  ],
  ['奋斗目标是', '全年奋斗目标是地区生产总值增长9%', TASKS, ['地区生产总值 2022 target growth 9%']],
  ['目标是，', '主要调控目标是，城镇登记失业率控制在4.5%以内', TASKS, ['城镇登记失业率 2022 target level <=4.5%']],
  // nouns behind the figure, pairs of changes
  ['为民办实事项目', '办好56件为民办实事项目', TASKS, ['办好为民办实事项目 2022 target count 56件']],
  ['A类', '评上A类给予创业启动资金100万元', TASKS, ['评上A类给予创业启动资金 2022 target level 100万元']],
  [
    '分别由…、由…',
    '城市、农村低保月人均标准分别由330元提高到580元、由160元提高到350元',
    REVIEW,
    [
      '城市低保月人均标准 2020 outcome level 330元',
      '农村低保月人均标准 2020 outcome level 160元',
      '城市低保月人均标准 2021<2020 outcome level 580元',
      '农村低保月人均标准 2021<2020 outcome level 350元',
    ],
  ],
  // the economy as a silent subject
  [
    '全年增长',
    '回顾过去。\n经济运行稳中有进。全年增长4.8%、总量达5.3万亿元',
    REVIEW,
    ['地区生产总值 2021 outcome growth 4.8%', '地区生产总值总量 2021 outcome level 5.3万亿元'],
  ],
  [
    'another subject ends it',
    '回顾过去。\n工业经济稳中有进。粮食产量增长3%。总量达500万吨',
    REVIEW,
    ['粮食产量 2021 outcome growth 3%', '总量 2021 outcome level 500万吨'],
  ],
  // what had been aimed at, in a review
  [
    '年初预定',
    '居民消费价格总水平下降1.3%，居民消费价格总水平年初预定增长3%',
    REVIEW,
    ['居民消费价格总水平 2021 outcome growth 1.3%', '居民消费价格总水平 2021 target growth 3%'],
  ],
  // lists that share a tail
  [
    '就业率',
    '应届毕业生、退役士兵就业率分别达到88%、100%',
    TASKS,
    ['应届毕业生就业率 2022 target share 88%', '退役士兵就业率 2022 target share 100%'],
  ],
  [
    '警情',
    '刑事、治安警情分别下降11.4%、5.3%',
    REVIEW,
    ['刑事警情 2021 outcome growth 11.4%', '治安警情 2021 outcome growth 5.3%'],
  ],
  [
    'each clause its industry',
    '食品产业实现新突破，化工产业实现新提升，产值分别达到480亿元、310亿元',
    TASKS,
    ['食品产业产值 2022 target level 480亿元', '化工产业产值 2022 target level 310亿元'],
  ],
  // figures that are of others, or none
  ['低于全国', '居民消费价格上涨3.4%，低于全国4.5%和全省3.7%的水平', REVIEW, ['居民消费价格 2021 outcome growth 3.4%']],
  ['among how many', '空气质量优良率稳居全国168个重点城市前列', REVIEW, []],
  [
    'what works are to make',
    '加快推进乾星年产2万吨间苯二酚、35万吨差别化聚酯纤维等项目建设',
    TASKS,
    ['乾星年产间苯二酚项目 2022 target level 2万吨', '差别化聚酯纤维项目 2022 target level 35万吨'],
  ],
  [
    'a plan for later ends with its ；',
    '到2025年全部完成安置；改造农村危房6358户',
    REVIEW,
    ['改造农村危房 2021 outcome count 6358户'],
  ],
];

describe('what trials of the reading found, each with its siblings', () => {
  test.each(rows)('%s', (_, text, options, expected) => expect(told(text, options)).toEqual(expected));

  test.each([
    ['五年来，地区生产总值连续跨越4万亿、5万亿两个台阶', FIVE],
    ['地区生产总值先后突破600亿元、700亿元', REVIEW],
    ['GDP总量连续跨过7000亿元、8000亿元台阶', REVIEW],
  ])('marks that were passed are no year’s level: %s', (text, options) => {
    expect(
      factsOf(text, options).filter(({ measure, indicator }) => measure === 'level' && indicator !== undefined),
    ).toEqual([]);
  });

  test('in a report whose year is unknown only named years are known', () => {
    const periods = factsOf('地区生产总值增长8%，2019年财政收入增长5%', { role: 'review', year: null }).map(
      ({ period }) => period.to,
    );
    expect(periods).toEqual([0, 2019]);
  });
});
