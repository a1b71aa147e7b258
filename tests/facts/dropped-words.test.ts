import { describe, expect, test } from 'vitest';
import { factsOf, lexicon, line, type SmallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const FIVE_YEARS: SmallReport = { role: 'review5' };
const TASKS: SmallReport = { role: 'tasks' };

type Row = readonly [text: string, options: SmallReport, facts: readonly string[]];

/** Clauses in which a word that the figure needs stands further off; the indicator, where there is one, behind a slash. */
const LEFT_OUT: Readonly<Record<string, readonly Row[]>> = {
  'the things that an act is done to': [
    [
      '新开工公租房5.2万套，竣工3.1万套',
      REVIEW,
      ['新开工公租房 2021 outcome count 5.2万套', '竣工公租房 2021 outcome count 3.1万套'],
    ],
    [
      '320个续建项目完成投资900亿元，新开工60个、竣工45个',
      REVIEW,
      [
        '续建项目 2021 outcome count 320个',
        '续建项目完成投资 2021 outcome level 900亿元',
        '新开工续建项目 2021 outcome count 60个',
        '竣工续建项目 2021 outcome count 45个',
      ],
    ],
    [
      '120个重点项目完成投资480亿元，其中36个竣工投运',
      REVIEW,
      [
        '重点项目 2021 outcome count 120个',
        '重点项目完成投资 2021 outcome level 480亿元',
        '重点项目竣工投运 2021 outcome count 36个',
      ],
    ],
    [
      '完成85平方公里水土流失治理和60个美丽乡村建设',
      TASKS,
      ['水土流失治理 2022 target level 85平方公里', '美丽乡村建设 2022 target count 60个'],
    ],
  ],
  'whose sum it is': [
    [
      '进出口企业达210家，总额突破90亿元',
      REVIEW,
      ['进出口企业 2021 outcome count 210家', '进出口总额 2021 outcome level >=90亿元 / trade'],
    ],
    [
      '接待游客2300万人次，综合收入180亿元',
      REVIEW,
      [
        '接待游客 2021 outcome count 2300万人次 / tourists',
        '旅游综合收入 2021 outcome level 180亿元 / tourism-revenue',
      ],
    ],
    [
      '接待游客2300万人次、综合收入突破两百亿元大关，达到215亿元',
      REVIEW,
      [
        '接待游客 2021 outcome count 2300万人次 / tourists',
        '旅游综合收入 2021 outcome level 215亿元 / tourism-revenue',
      ],
    ],
    // a clause without a figure turns to another subject
    [
      '地区生产总值增长9%；财政收入首超百亿元，增长15%',
      REVIEW,
      ['地区生产总值 2021 outcome growth 9% / gdp', '财政收入 2021 outcome growth 15% / local-revenue'],
    ],
    ['装备制造产业提质发展，产值增长12%', TASKS, ['装备制造产业产值 2022 target growth 12%']],
    [
      '大力发展海洋经济，新开工项目20个，增加值突破300亿元',
      TASKS,
      ['海洋经济新开工项目 2022 target count 20个', '海洋经济增加值 2022 target level >=300亿元 / marine-output'],
    ],
    [
      '桃源县、石门县GDP达到400亿元，澧县突破350亿元',
      TASKS,
      ['桃源县、石门县GDP 2022 target level 400亿元', '澧县 GDP 2022 target level >=350亿元 / gdp'],
    ],
    [
      '赛艇运动员在全国青年运动会上斩获3金2铜',
      REVIEW,
      [
        '赛艇运动员在全国青年运动会金牌 2021 outcome level 3金',
        '赛艇运动员在全国青年运动会铜牌 2021 outcome level 2铜',
      ],
    ],
  ],
  'the area that is spoken of': [
    ['提升壮大五大工业园区，实现规模工业总产值增长10%', TASKS, ['五大工业园区规模工业总产值 2022 target growth 10%']],
    ['县域经济综合实力不断增强。实现生产总值增长9%', REVIEW, ['县域经济生产总值 2021 outcome growth 9%']],
    [
      '全市产业园区新开工项目80个，完成固定资产投资60亿元',
      REVIEW,
      ['产业园区新开工项目 2021 outcome count 80个', '全市产业园区固定资产投资 2021 outcome level 60亿元'],
    ],
    // an area that is only where something is done, or part of a project's name
    ['支持企业向开发区集聚发展，外贸进出口总额增长20%', TASKS, ['外贸进出口总额 2022 target growth 20% / trade']],
    [
      '重点抓好常德高新区智能装备产业园、新材料产业园等项目，规模工业增加值增长9%',
      TASKS,
      ['规模工业增加值 2022 target growth 9% / above-scale-industry-value-added'],
    ],
  ],
  'words inside and around the name': [
    [
      '城镇五年累计新增就业30万人',
      FIVE_YEARS,
      ['城镇五年累计新增就业 2017-2021 cumulative count 30万人 / new-urban-jobs'],
    ],
    [
      '城镇低保标准由每人每月600元提高到660元',
      TASKS,
      ['城镇低保标准 2021 outcome level 600元', '城镇低保标准 2022<2021 target level 660元'],
    ],
    [
      '居民消费价格涨幅原定控制在3%左右，实际达到3.6%',
      REVIEW,
      ['居民消费价格 2021 target growth ~3% / cpi', '居民消费价格 2021 outcome growth 3.6% / cpi'],
    ],
    ['居民消费价格指数涨幅为2.1%', FIVE_YEARS, ['居民消费价格指数 2021 outcome growth 2.1% / cpi']],
    ['40个点位整治全面完成', REVIEW, ['点位整治全面完成 2021 outcome count 40个']],
    [
      '集采药品11种，平均降价幅度52%',
      REVIEW,
      ['集采药品 2021 outcome count 11种', '集采药品平均降价幅度 2021 outcome share 52%'],
    ],
    ['外商投资企业产值翻一番', TASKS, ['外商投资企业产值 2022 target growth 1番']],
    ['生产总值先后突破600亿元、700亿元', REVIEW, ['生产总值 2021 outcome level >=700亿元']],
    [
      '行政许可事项由120项减少到90项，减幅25%',
      REVIEW,
      [
        '行政许可事项 2020 outcome count 120项',
        '行政许可事项 2021<2020 outcome count 90项',
        '行政许可事项 2021 outcome growth 25%',
      ],
    ],
  ],
  'what a rank is of': [
    ['营商环境持续优化，城市信用在全省排名上升至第六位', REVIEW, ['城市信用 2021 outcome rank 6位']],
    [
      '工业增加值800亿元、增速在苏北排名第2',
      REVIEW,
      [
        '工业增加值 2021 outcome level 800亿元 / industry-value-added',
        '工业增加值增速 2021 outcome rank 2位 / industry-value-added',
      ],
    ],
  ],
};

/** Two figures that go under one name and are not of one thing. */
const NAMESAKES: readonly Row[] = [
  // how many indicators are named is no figure of theirs
  [
    '地区生产总值、进出口总额2项指标增速高于全省平均水平',
    REVIEW,
    [
      '地区生产总值 2021 outcome growth 高于全省平均水平 / gdp',
      '进出口总额 2021 outcome growth 高于全省平均水平 / trade',
    ],
  ],
  [
    '实际利用外资8亿美元，其中外商直接投资5亿美元',
    REVIEW,
    ['实际利用外资 2021 outcome level 8亿美元 / foreign-investment', '外商直接投资 2021 outcome level 5亿美元'],
  ],
  [
    '一般预算收入60亿元，其中地方一般预算收入40亿元',
    REVIEW,
    [
      '一般预算收入 2021 outcome level 60亿元 / total-revenue',
      '地方一般预算收入 2021 outcome level 40亿元 / local-revenue',
    ],
  ],
  // a sum told with its growth on the year before is no sum of five years
  [
    '全市进出口总额420亿元，增长11.5%',
    FIVE_YEARS,
    ['进出口总额 2021 outcome level 420亿元 / trade', '进出口总额 2021 outcome growth 11.5% / trade'],
  ],
];

const home = lexicon.gazetteer.byName('常德市')[0]!.id;

const told = (text: string, options: SmallReport): string[] =>
  factsOf(`${text}。`, options).map((fact) => {
    const place = fact.place === home ? '' : `${lexicon.gazetteer.get(fact.place)?.name} `;
    return `${place}${line(fact)}${fact.indicator === undefined ? '' : ` / ${fact.indicator}`}`;
  });

describe.each(Object.entries(LEFT_OUT))('%s', (_, rows) => {
  test.each(rows)('%s', (text, options, expected) => {
    expect(told(text, options)).toEqual(expected);
  });
});

test.each(NAMESAKES)('namesakes: %s', (text, options, expected) => {
  expect(told(text, options)).toEqual(expected);
});
