import { describe, expect, test } from 'vitest';
import { factsOf, headedLines, line, type SmallReport } from './small-report.js';

const ANNEX: SmallReport = { role: 'annex' };

describe('the cells of a table', () => {
  test.each<[string, string, SmallReport, readonly string[]]>([
    [
      'target and outcome of two years side by side, Markdown',
      '主要指标\n\n| 指标 | 2023年目标 | 2022年完成 |\n|---|---|---|\n| 地区生产总值 | 7%左右 | 4.6% |\n| 城镇新增就业（万人） | 4以上 | 4.2 |',
      { ...ANNEX, year: 2023 },
      [
        '地区生产总值 2023 target growth ~7%',
        '地区生产总值 2022 outcome growth 4.6%',
        '城镇新增就业 2023 target count >=4万人',
        '城镇新增就业 2022 outcome count 4.2万人',
      ],
    ],
    [
      'HTML, two rows of heads',
      '<table><tr><th>指标</th><th>2022年</th><th></th></tr><tr><th></th><th>完成</th><th>同比（%）</th></tr><tr><td>固定资产投资（亿元）</td><td>120.5</td><td>8.1</td></tr></table>',
      { ...ANNEX, year: 2023 },
      ['固定资产投资 2022 outcome level 120.5亿元', '固定资产投资 2022 outcome growth 8.1%'],
    ],
    [
      'a column of units, sums and yearly averages',
      '五年主要指标完成情况\n| 序号 | 指标 | 单位 | 2011年 | 2016年 | 五年累计 | 五年平均增长（%） |\n| --- | --- | --- | --- | --- | --- | --- |\n| 1 | 地区生产总值 | 亿元 | 6679.09 | 9210.02 | 41013.74 | 8.4（可比价） |\n| 2 | 城镇常住居民人均可支配收入 | 元 | - | 48628 | - | 9.3 |',
      { ...ANNEX, year: 2017 },
      [
        '地区生产总值 2011 outcome level 6679.09亿元',
        '地区生产总值 2016 outcome level 9210.02亿元',
        '地区生产总值 2012-2016 cumulative level 41013.74亿元',
        '地区生产总值 2012-2016 cumulative average 8.4%',
        '城镇常住居民人均可支配收入 2016 outcome level 48628元',
        '城镇常住居民人均可支配收入 2012-2016 cumulative average 9.3%',
      ],
    ],
    [
      'the box of an outline: where it stands, where it goes, and how fast',
      '专栏1 “十四五”主要指标\n| 指标 | 2020年 | 2025年 | 年均增长 | 属性 |\n|---|---|---|---|---|\n| 常住人口城镇化率（%） | 56 | 62 | - | 预期性 |\n| 地区生产总值 | - | - | 7.5 | 预期性 |',
      { role: 'outlook', year: 2021, from: 2021, to: 2025 },
      [
        '常住人口城镇化率 2020 outcome share 56%',
        '常住人口城镇化率 2025 plan-target share 62%',
        '地区生产总值 2021-2025 plan-target average 7.5%',
      ],
    ],
    [
      'groups of rows beside their names',
      '| 类别 | 指标 | 2022年完成 | 2023年目标 |\n|---|---|---|---|\n| 经济 | 地区生产总值（亿元） | 4274.5 | 7% |\n| | 粮食产量（万吨） | 62 | 63以上 |',
      { ...ANNEX, year: 2023 },
      [
        '地区生产总值 2022 outcome level 4274.5亿元',
        '地区生产总值 2023 target growth 7%',
        '粮食产量 2022 outcome level 62万吨',
        '粮食产量 2023 target level >=63万吨',
      ],
    ],
    [
      'a first row over all columns is what stands above the table',
      '| 2023年主要目标 | | |\n| 指标 | 目标 | 2022年完成 |\n| 地区生产总值 | 7% | 4.6% |',
      { ...ANNEX, year: 2023 },
      ['地区生产总值 2023 target growth 7%', '地区生产总值 2022 outcome growth 4.6%'],
    ],
    [
      'an annex of promises: its rows are read as sentences',
      '| 序号 | 项目 | 责任单位 |\n|---|---|---|\n| 1 | 改造老旧小区36个 | 住建局 |\n| 2 | 新建农村公路120公里 | 交通局 |',
      ANNEX,
      ['改造老旧小区 2022 target count 36个', '新建农村公路 2022 target count 120公里'],
    ],
  ])('%s', (_, text, options, expected) => expect(factsOf(text, options).map(line)).toEqual(expected));

  test.each<[string, string, readonly string[]]>([
    [
      'row and column',
      '| 指标 | 2022年目标 |\n|---|---|\n| 1. 地区生产总值（亿元） | 7%左右 |',
      ['地区生产总值 2022 target growth ~7%［1.地区生产总值（亿元）｜2022年目标］'],
    ],
    [
      'two rows of heads, HTML',
      '<table><tr><th>指标</th><th>2021年</th><th></th></tr><tr><th></th><th>完成</th><th>同比（%）</th></tr><tr><td>固定资产投资</td><td>120.5亿元</td><td>8.1</td></tr></table>',
      [
        '固定资产投资 2021 outcome level 120.5亿元［固定资产投资｜2021年·完成］',
        '固定资产投资 2021 outcome growth 8.1%［固定资产投资｜2021年·同比（%）］',
      ],
    ],
    [
      'the caption, where it alone tells the year',
      '2021年主要指标\n| 指标 | 完成 | 2022年目标 |\n|---|---|---|\n| 粮食产量 | 62万吨 | 63万吨 |',
      [
        '粮食产量 2021 outcome level 62万吨［2021年主要指标｜粮食产量｜完成］',
        '粮食产量 2022 target level 63万吨［粮食产量｜2022年目标］',
      ],
    ],
    [
      'a first row over all columns',
      '| 2021年主要指标 | | |\n| 指标 | 完成 | 2022年目标 |\n| 粮食产量 | 62万吨 | 63万吨 |',
      [
        '粮食产量 2021 outcome level 62万吨［2021年主要指标｜粮食产量｜完成］',
        '粮食产量 2022 target level 63万吨［粮食产量｜2022年目标］',
      ],
    ],
    ['none beside a table', '今年地区生产总值增长7%左右。', ['地区生产总值 2022 target growth ~7%']],
  ])('know their heads: %s', (_, text, expected) => expect(headedLines(text, ANNEX)).toEqual(expected));

  test('ten thousand rows are read', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `| 指标甲乙${i} | ${i}.5 |`).join('\n');
    expect(factsOf(`| 指标 | 2021年（亿元） |\n|---|---|\n${rows}`, ANNEX)).toHaveLength(10_000);
  });
});
