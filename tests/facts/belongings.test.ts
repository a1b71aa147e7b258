import { expect, test } from 'vitest';
import { factsOf, line, type SmallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const FIVE: SmallReport = { role: 'review5' };
const TASKS: SmallReport = { role: 'tasks' };

/** What is always something else's, and other kinds that hand-read samples of 100 and 330 facts showed; examples of our own making. */
test.each<[kind: string, text: string, options: SmallReport, expected: readonly string[]]>([
  [
    'whose insurance it is stands in the clause before',
    '继续完善基本养老保险制度，参保人数达到70万人。',
    REVIEW,
    ['基本养老保险参保人数 2021 outcome count 70万人'],
  ],
  [
    'two owners of two values',
    '推进职工社会保险和居民综合保险，参保人数分别达到30万人和40万人。',
    REVIEW,
    ['职工社会保险参保人数 2021 outcome count 30万人', '居民综合保险参保人数 2021 outcome count 40万人'],
  ],
  [
    'those counted before',
    '基金机构达到500家、注册资本800亿元。',
    REVIEW,
    ['基金机构 2021 outcome count 500家', '基金机构注册资本 2021 outcome level 800亿元'],
  ],
  [
    'several share one rate',
    '办理人大代表建议150件、政协提案200件，办复率100%。',
    REVIEW,
    [
      '办理人大代表建议 2021 outcome count 150件',
      '办理政协提案 2021 outcome count 200件',
      '人大代表建议、政协提案办复率 2021 outcome share 100%',
    ],
  ],
  [
    'what is said twice stands once',
    '开展道路交通事故专项整治，事故起数、死亡人数分别下降8%和9%。',
    REVIEW,
    ['道路交通事故起数 2021 outcome growth 8%', '道路交通事故死亡人数 2021 outcome growth 9%'],
  ],
  [
    'what was added is no part of what there is in all',
    '新增高速公路50公里，通车里程达到300公里。',
    REVIEW,
    ['新增高速公路 2021 outcome count 50公里', '高速公路通车里程 2021 outcome level 300公里'],
  ],
  [
    'an owner of another kind is none',
    '旅游业加快发展，参保人数达到70万人。',
    REVIEW,
    ['参保人数 2021 outcome count 70万人'],
  ],
  [
    'bodies said with the first of their accounts',
    '市直企业资产、收入、利润总额分别增长20%、21%、22%。',
    REVIEW,
    [
      '市直企业资产总额 2021 outcome growth 20%',
      '市直企业收入 2021 outcome growth 21%',
      '市直企业利润总额 2021 outcome growth 22%',
    ],
  ],
  ['what keeps steady stays at no level', '今年主要预期目标是：外贸进出口保持平稳增长。', TASKS, []],
  ['', '今年主要预期目标是：外贸进出口基本持平。', TASKS, ['外贸进出口 2022 target growth 持平']],
  [
    'a region said with the first of its indicators',
    '力争沿江库区地区生产总值和居民收入分别增长8%、9%。',
    TASKS,
    ['沿江库区地区生产总值 2022 target growth 8%', '沿江库区居民收入 2022 target growth 9%'],
  ],
  [
    'terms of two schemes said behind the second',
    '职工医疗保险、居民医疗保险住院费用补偿比例分别提高到80%、70%。',
    REVIEW,
    ['职工医疗保险住院费用补偿比例 2021 outcome share 80%', '居民医疗保险住院费用补偿比例 2021 outcome share 70%'],
  ],
  [
    'what became of both',
    '80件人大代表建议、90件政协提案全部办结。',
    REVIEW,
    ['人大代表建议全部办结 2021 outcome count 80件', '政协提案全部办结 2021 outcome count 90件'],
  ],
  [
    'a number of a list before the figure',
    '四是900个村卫生室建成使用。',
    REVIEW,
    ['村卫生室建成使用 2021 outcome count 900个'],
  ],
  [
    'one firm is told of the sum before',
    '3家工业企业销售收入突破100亿元，常德烟机突破300亿元。',
    REVIEW,
    ['工业企业销售收入 2021 outcome level >=100亿元', '常德烟机销售收入 2021 outcome level >=300亿元'],
  ],
  [
    'for whom, before the verb',
    '企业退休人员养老金标准人均达到3000元。',
    REVIEW,
    ['企业退休人员养老金标准 2021 outcome level 3000元'],
  ],
  ['for how long it fell', '城镇登记失业率连续3年下降。', REVIEW, ['城镇登记失业率连续下降 2021 outcome level 3年']],
  ['a cut whose verb stands first', '压减审批事项50%以上。', REVIEW, ['压减审批事项 2021 outcome growth >=50%']],
  ['of how many kinds they are', '落实9类30项公共卫生服务。', TASKS, ['公共卫生服务 2022 target count 30项']],
  [
    'a sum taken over five years is set against a whole of them',
    '五年累计投入教育资金500亿元，占财政总支出的20%。',
    FIVE,
    ['投入教育资金 2017-2021 cumulative level 500亿元', '投入教育资金占财政总支出 2017-2021 cumulative share 20%'],
  ],
  [
    'a level that grew by so much a year is of the last year',
    '一般公共预算收入80亿元，年均增长5%。',
    FIVE,
    ['一般公共预算收入 2021 outcome level 80亿元', '一般公共预算收入 2017-2021 cumulative average 5%'],
  ],
  [
    'each end of a change of a rate is of its own year',
    '全市经济增速由2018年的1%提升至2021年的6%。',
    FIVE,
    ['经济增速 2018 outcome growth 1%', '经济增速 2021<2018 outcome growth 6%'],
  ],
  [
    'set beside a stretch of years, which is not its own',
    '县域经济增速快于“十二五”时期2个百分点。',
    REVIEW,
    ['县域经济增速 2021<2015 outcome difference 2个百分点'],
  ],
  [
    'the whole year behind its quarters',
    '单季GDP增速分别为2%、3%、4%、5%，全年增长3.5%。',
    REVIEW,
    [
      '单季GDP等 2021 outcome growth 2%',
      '单季GDP等 2021 outcome growth 3%',
      '单季GDP等 2021 outcome growth 4%',
      '单季GDP等 2021 outcome growth 5%',
      'GDP 2021 outcome growth 3.5%',
    ],
  ],
  [
    'aims of a year far off',
    '二〇三五年远景目标主要是：地区生产总值突破8000亿元。',
    { role: 'outlook' },
    ['地区生产总值 2035 plan-target level >=8000亿元'],
  ],
  [
    'five years that a lead-in sets for the paragraphs behind it',
    '今后五年，我们将朝着以下目标努力：\n培育形成6个产业集群，新增规上工业企业3000家。\n今年的目标是：新增规上工业企业500家。',
    TASKS,
    [
      '培育形成产业集群 2022-2026 plan-target count 6个',
      '新增规上工业企业 2022-2026 plan-target count 3000家',
      '新增规上工业企业 2022 target count 500家',
    ],
  ],
  [
    'the year is turned to behind the years of a plan',
    '完成今后五年的目标任务，今年至关重要。主要预期目标是：地区生产总值增长8%。',
    TASKS,
    ['地区生产总值 2022 target growth 8%'],
  ],
])('%s: %s', (_, text, options, expected) => {
  expect(factsOf(text, options).map(line)).toEqual(expected);
});
