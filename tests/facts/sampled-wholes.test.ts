import { expect, test } from 'vitest';
import { factsOf, line, type SmallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const FIVE: SmallReport = { role: 'review5', year: 2021 };
const TASKS: SmallReport = { role: 'tasks' };

/** Names of which a sample of the facts showed a part alone: each is told whole. */
test.each<[kind: string, text: string, options: SmallReport, expected: readonly string[]]>([
  [
    'the kind behind a list',
    '出台稳投资20条、促消费12条等措施',
    REVIEW,
    ['出台稳投资措施 2021 outcome count 20条', '促消费措施 2021 outcome count 12条'],
  ],
  ['a grade beside another', '建成甲港10万吨级、乙港5万吨级泊位', REVIEW, ['建成甲港泊位 2021 outcome level 10万吨级']],
  [
    'works behind their measure',
    '基本完成新城区12公里雨污管网改造工程',
    TASKS,
    ['基本完成新城区雨污管网改造工程 2022 target level 12公里'],
  ],
  [
    'a level without its 级',
    '新增省、市级示范合作社各3家',
    REVIEW,
    ['新增省级示范合作社 2021 outcome count 3家', '新增市级示范合作社 2021 outcome count 3家'],
  ],
  [
    'one word for two',
    '文件会议分别减少5%、8%',
    REVIEW,
    ['文件 2021 outcome growth 5%', '会议 2021 outcome growth 8%'],
  ],
  [
    'kin before a common tail',
    '职工和居民住院报销比例分别达到85%和70%',
    REVIEW,
    ['职工住院报销比例 2021 outcome share 85%', '居民住院报销比例 2021 outcome share 70%'],
  ],
  [
    'what is paid by a rule',
    '农村低保、孤儿生活补助标准均提高10%',
    REVIEW,
    ['农村低保标准 2021 outcome growth 10%', '孤儿生活补助标准 2021 outcome growth 10%'],
  ],
  [
    'what the next count is of',
    '完成30家企业的清洁生产和高新区20家企业的节能改造',
    TASKS,
    ['企业的清洁生产 2022 target count 30家', '高新区企业的节能改造 2022 target count 20家'],
  ],
  [
    'things of a size',
    '培育5个超百亿元的产业集群和20家超十亿元的企业',
    TASKS,
    ['培育超百亿元的产业集群 2022 target count 5个', '培育超十亿元的企业 2022 target count 20家'],
  ],
  [
    'the same counted again',
    '承诺的10件（15项）实事全部办结',
    REVIEW,
    ['承诺实事全部办结 2021 outcome count 10件', '承诺实事全部办结 2021 outcome count 15项'],
  ],
  [
    'those that reach a mark',
    '亩产达到一百斤以上的有十二个县',
    REVIEW,
    ['亩产 2021 outcome level >=100斤', '亩产达到一百斤以上的县 2021 outcome count 12个'],
  ],
  [
    'what stands before a sum that it went to',
    '财政支出的七成用于民生，累计投入80亿元',
    REVIEW,
    ['财政支出用于民生 2021 outcome share 7成', '民生投入 2021 outcome level 80亿元'],
  ],
  ['what a sum went to by name', '投入2亿元用于水毁道路修复', REVIEW, ['水毁道路修复投入 2021 outcome level 2亿元']],
  [
    'the work of an outlay',
    '加快甲县至乙县高速公路建设，完成投资15亿元',
    TASKS,
    ['甲县至乙县高速公路建设投资 2022 target level 15亿元'],
  ],
  [
    'whose a bare value is',
    '规模以上工业增加值增长8%，利润增长5%',
    REVIEW,
    ['规模以上工业增加值 2021 outcome growth 8%', '规模以上工业利润 2021 outcome growth 5%'],
  ],
  [
    '',
    '普通高校增加到9所，在校生达到12万人',
    REVIEW,
    ['普通高校 2021 outcome count 9所', '普通高校在校生 2021 outcome count 12万人'],
  ],
  [
    'the other side of a budget',
    '一般公共预算收入50亿元、支出120亿元',
    REVIEW,
    ['一般公共预算收入 2021 outcome level 50亿元', '一般公共预算支出 2021 outcome level 120亿元'],
  ],
  [
    'the part of a level',
    '全市兑现补助资金1.3亿元，其中市本级6800万元',
    REVIEW,
    ['兑现补助资金 2021 outcome level 1.3亿元', '市本级兑现补助资金 2021 outcome level 6800万元'],
  ],
  [
    'measures before the work',
    '总投资57亿元、全长9公里的甲江大桥建成通车',
    REVIEW,
    ['甲江大桥总投资 2021 outcome level 57亿元', '甲江大桥全长 2021 outcome level 9公里'],
  ],
  ['a place word in a name', '市域内就诊率达90%', REVIEW, ['市域内就诊率 2021 outcome share 90%']],
  ['others of its kind', '机场旅客吞吐量居内地城市第四位', REVIEW, ['机场旅客吞吐量 2021 outcome rank 4位']],
  ['', '创新能力跃居国家创新型城市第8位', REVIEW, ['创新能力 2021 outcome rank 8位']],
  ['among the best of so many', '6个学科进入ESI全球前1%', REVIEW, ['学科进入ESI全球前1% 2021 outcome count 6个']],
  [
    'where a change starts',
    '不良贷款率从峰值5%降至1%',
    REVIEW,
    ['不良贷款率 2021 outcome share 5%', '不良贷款率 2021 outcome share 1%'],
  ],
  [
    'one word for each',
    '规上工业总产值2500亿元、工业投资270亿元，均占全省30%以上',
    REVIEW,
    [
      '规上工业总产值 2021 outcome level 2500亿元',
      '工业投资 2021 outcome level 270亿元',
      '规上工业总产值占全省 2021 outcome share >=30%',
      '工业投资占全省 2021 outcome share >=30%',
    ],
  ],
  [
    '',
    '进出口总额40亿元，实际利用外资2亿元，均增长20%',
    REVIEW,
    [
      '进出口总额 2021 outcome level 40亿元',
      '实际利用外资 2021 outcome level 2亿元',
      '进出口总额 2021 outcome growth 20%',
      '实际利用外资 2021 outcome growth 20%',
    ],
  ],
  [
    'a phrase for each',
    '城镇和农村居民人均可支配收入分别增长8%、9%，与经济增长基本同步',
    REVIEW,
    [
      '城镇居民人均可支配收入 2021 outcome growth 8%',
      '农村居民人均可支配收入 2021 outcome growth 9%',
      '城镇居民人均可支配收入 2021 outcome growth 与经济增长基本同步',
      '农村居民人均可支配收入 2021 outcome growth 与经济增长基本同步',
    ],
  ],
  [
    'what all of it was answered',
    '办理建议66件、提案156件，办结率和满意率均为100%',
    REVIEW,
    [
      '办理建议 2021 outcome count 66件',
      '办理提案 2021 outcome count 156件',
      '建议、提案办结率 2021 outcome share 100%',
      '建议、提案满意率 2021 outcome share 100%',
    ],
  ],
  [
    'a multiple of a term',
    '五年累计民生支出2200亿元，是上个五年的1.7倍',
    FIVE,
    ['民生支出 2016-2020 cumulative level 2200亿元', '民生支出 2016-2020 outcome multiple 1.7倍'],
  ],
])('%s %s', (_, text, options, expected) => {
  expect(factsOf(text, options).map(line)).toEqual(expected);
});
