import { expect, test } from 'vitest';
import { factsOf, line, type SmallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const TASKS: SmallReport = { role: 'tasks' };

/** What a figure is of, as further samples showed it misread: kinds, each with siblings of its own making. */
test.each<[kind: string, text: string, options: SmallReport, expected: readonly string[]]>([
  [
    'for whom something is done is told with its preposition',
    '为5000个贫困残疾人家庭建立光伏电站',
    TASKS,
    ['为贫困残疾人家庭建立光伏电站 2022 target count 5000个'],
  ],
  [
    '',
    '累计为2万多名孤儿发放基本生活费6.02亿元',
    REVIEW,
    ['为孤儿发放基本生活费 2021 outcome count >=2万名', '为孤儿发放基本生活费 2021 outcome level 6.02亿元'],
  ],
  ['', '向10个开发区下放审批权限', REVIEW, ['向开发区下放审批权限 2021 outcome count 10个']],
  ['', '向7.5万人发放补助', REVIEW, ['发放补助 2021 outcome count 7.5万人']],
  ['', '免费为64名心脏病患儿进行手术治疗', REVIEW, ['免费为心脏病患儿进行手术治疗 2021 outcome count 64名']],
  ['', '将28户企业整合为8户', REVIEW, ['企业整合 2021 outcome count 28户', '企业整合 2021 outcome count 8户']],
  [
    'the sum of so many projects',
    '狠抓总投资3002亿元的125个市重点项目',
    TASKS,
    ['市重点项目总投资 2022 target level 3002亿元', '市重点项目 2022 target count 125个'],
  ],
  [
    '',
    '集中实施年度投资245亿元的137个城建重点项目',
    TASKS,
    ['城建重点项目年度投资 2022 target level 245亿元', '城建重点项目 2022 target count 137个'],
  ],
  [
    'a word that two parts of a name share is said once',
    '商品房销售面积818万平方米，销售额307亿元',
    REVIEW,
    ['商品房销售面积 2021 outcome level 818万平方米', '商品房销售额 2021 outcome level 307亿元'],
  ],
  ['', '落实减税降费、退税缓税缓费75亿元', REVIEW, ['减税降费、退税缓税缓费 2021 outcome level 75亿元']],
  [
    'how a mark was passed is no part of a name',
    '地区生产总值历史性突破2000亿元',
    REVIEW,
    ['地区生产总值 2021 outcome level >=2000亿元'],
  ],
  ['', '低保标准统一提高到850元', REVIEW, ['低保标准 2021 outcome level 850元']],
  [
    'what the last of a list alone says to be told of each',
    '肉牛、肉羊饲养量分别达到15万头、150万只',
    REVIEW,
    ['肉牛饲养量 2021 outcome count 15万头', '肉羊饲养量 2021 outcome count 150万只'],
  ],
  [
    '',
    'PM10、PM2.5平均浓度分别下降10%、12%',
    REVIEW,
    ['PM10平均浓度 2021 outcome growth 10%', 'PM2.5平均浓度 2021 outcome growth 12%'],
  ],
  [
    '',
    '政府投资项目、社会投资项目审批时间分别压减至50个、30个工作日',
    REVIEW,
    ['政府投资项目审批时间 2021 outcome level 50个工作日', '社会投资项目审批时间 2021 outcome level 30个工作日'],
  ],
  [
    '',
    '装备制造、高技术产业增加值占规模以上工业的比重分别达到20%和30%',
    REVIEW,
    [
      '装备制造产业增加值占规模以上工业的比重 2021 outcome share 20%',
      '高技术产业增加值占规模以上工业的比重 2021 outcome share 30%',
    ],
  ],
  [
    '',
    '高技术产业和新兴产业对工业增长贡献率分别达到37%、55%',
    REVIEW,
    ['高技术产业对工业增长贡献率 2021 outcome share 37%', '新兴产业对工业增长贡献率 2021 outcome share 55%'],
  ],
  [
    'what is measured already takes nothing from the last',
    '草原植被盖度和森林覆盖率分别达到62%和30%',
    REVIEW,
    ['草原植被盖度 2021 outcome share 62%', '森林覆盖率 2021 outcome share 30%'],
  ],
  [
    '',
    '众创空间、创业示范基地分别达到36家、24家',
    REVIEW,
    ['众创空间 2021 outcome count 36家', '创业示范基地 2021 outcome count 24家'],
  ],
  [
    '',
    '实际利用内资、外资分别增长15%、20%',
    REVIEW,
    ['实际利用内资 2021 outcome growth 15%', '实际利用外资 2021 outcome growth 20%'],
  ],
  [
    'rates whose owner stands before them',
    '空气质量优良天数334天，优良率91.5%',
    REVIEW,
    ['空气质量优良天数 2021 outcome level 334天', '空气质量优良率 2021 outcome share 91.5%'],
  ],
  [
    '',
    '新签约产业项目100个，落地率达到60%',
    REVIEW,
    ['新签约产业项目 2021 outcome count 100个', '新签约产业项目落地率 2021 outcome share 60%'],
  ],
  [
    '',
    '精简行政审批项目203项，精简率35%',
    REVIEW,
    ['精简行政审批项目 2021 outcome count 203项', '行政审批项目精简率 2021 outcome growth 35%'],
  ],
  [
    'of a part or of the whole is not told',
    '引进亿元以上项目403个，其中工业项目296个，实际到位资金233亿元',
    REVIEW,
    [
      '引进亿元以上项目 2021 outcome count 403个',
      '引进工业项目 2021 outcome count 296个',
      '实际到位资金 2021 outcome level 233亿元',
    ],
  ],
  [
    'the things that a second act names',
    '开工12个、建成10个垃圾处理设施',
    TASKS,
    ['开工垃圾处理设施 2022 target count 12个', '建成垃圾处理设施 2022 target count 10个'],
  ],
  ['a unit that holds its noun', '新增3000个学位', TASKS, ['新增学位 2022 target level 3000个学位']],
  [
    'what is told first is named without its basis',
    '在认真办好11件省定实事的基础上，新增停车位300个',
    TASKS,
    ['认真办好省定实事 2022 target count 11件', '新增停车位 2022 target count 300个'],
  ],
  [
    'a value is the industry’s that the sentence is about',
    '纺织服装业，完善研发设计、检验检测等配套，力争产值达66亿元',
    TASKS,
    ['纺织服装业产值 2022 target level 66亿元'],
  ],
  [
    'what is reduced to so much is a level',
    '企业开办时间缩减至2个工作日',
    REVIEW,
    ['企业开办时间 2021 outcome level 2个工作日'],
  ],
  [
    '',
    '政府机构由44个精简至32个',
    REVIEW,
    ['政府机构 2020 outcome count 44个', '政府机构 2021<2020 outcome count 32个'],
  ],
  ['高中 holds its 中', '年内开工9所高中', TASKS, ['开工高中 2022 target count 9所']],
  ['', '出台26条支持政策', REVIEW, ['出台支持政策 2021 outcome count 26条']],
])('%s: %s', (_kind, text, options, expected) => {
  expect(factsOf(text, options).map(line)).toEqual(expected);
});
