import { expect, test } from 'vitest';
import { factsOf, line, type SmallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const TASKS: SmallReport = { role: 'tasks' };

/** Figures that tell nothing without the words around them, found in a sample of the facts: each is told with them. */
test.each<[kind: string, text: string, options: SmallReport, expected: readonly string[]]>([
  [
    'the work that reached them',
    '开工老旧小区改造项目12个、惠及居民1.6万户',
    REVIEW,
    ['开工老旧小区改造项目 2021 outcome count 12个', '开工老旧小区改造项目惠及居民 2021 outcome count 1.6万户'],
  ],
  ['', '发放文旅消费券，拉动消费3亿元', REVIEW, ['发放文旅消费券拉动消费 2021 outcome level 3亿元']],
  [
    '',
    '扶持微型企业80户，惠及学生2万人，带动就业500人',
    TASKS,
    [
      '扶持微型企业 2022 target count 80户',
      '扶持微型企业惠及学生 2022 target count 2万人',
      '扶持微型企业带动就业 2022 target count 500人',
    ],
  ],
  [
    'a rate is no work',
    '服务业比重提高2个百分点，带动就业3万人',
    REVIEW,
    ['服务业比重 2021 outcome difference 2个百分点', '带动就业 2021 outcome count 3万人'],
  ],
  [
    'the industry of projects',
    '大力发展新材料产业，新引进项目16个、新开工12个',
    TASKS,
    ['新材料产业新引进项目 2022 target count 16个', '新材料产业新开工项目 2022 target count 12个'],
  ],
  [
    'the occasion of an agreement',
    '成功举办首届农博会，签约项目60个、协议引资额80亿元',
    REVIEW,
    ['首届农博会签约项目 2021 outcome count 60个', '首届农博会协议引资额 2021 outcome level 80亿元'],
  ],
  [
    'works of a list',
    '云岭科技1000吨活性炭、城南玻璃棉产业园等项目投产运营',
    REVIEW,
    ['云岭科技活性炭项目 2021 outcome level 1000吨'],
  ],
  ['', '推进云东30万千瓦抽水蓄能、城东储能电站等工程建设', TASKS, ['云东抽水蓄能工程 2022 target level 30万千瓦']],
  ['what a part is for', '财政支出的80%以上用于民生', REVIEW, ['财政支出用于民生 2021 outcome share >=80%']],
  ['', '坚持把新增财力三分之二用于改善民生', TASKS, ['新增财力用于改善民生 2022 target ratio 2:3']],
  [
    'how many of them',
    '登记科技成果92项，其中20项达到国际先进水平',
    REVIEW,
    ['登记科技成果 2021 outcome count 92项', '登记科技成果中达到国际先进水平 2021 outcome count 20项'],
  ],
  [
    'how many came so far',
    '4个园区进入省级开发区综合评价前30强',
    REVIEW,
    ['园区进入省级开发区综合评价前30强 2021 outcome count 4个'],
  ],
  ['one of so many', '综合实力在中部87个地级市中进入前20强', REVIEW, ['综合实力 2021 outcome rank <=20强']],
  [
    'how large villages are',
    '50户以上不搬迁自然村通硬化路220公里',
    REVIEW,
    ['50户以上不搬迁自然村通硬化路 2021 outcome level 220公里'],
  ],
  ['a number in a name', '新建1个十一人制足球场', TASKS, ['新建十一人制足球场 2022 target count 1个']],
  [
    'an attribute alone',
    '上访批次和人次分别下降42%和31%',
    REVIEW,
    ['上访批次 2021 outcome growth 42%', '上访人次 2021 outcome growth 31%'],
  ],
  [
    '',
    '道路交通事故数下降6%、亡人数下降26%',
    REVIEW,
    ['道路交通事故数 2021 outcome growth 6%', '道路交通事故亡人数 2021 outcome growth 26%'],
  ],
  [
    '',
    '信访事项及时受理率、按期答复率均达100%',
    REVIEW,
    ['信访事项及时受理率 2021 outcome share 100%', '信访事项按期答复率 2021 outcome share 100%'],
  ],
  [
    'by the output',
    '万元地区生产总值能耗、水耗分别下降4%和5%',
    TASKS,
    ['万元地区生产总值能耗 2022 target growth 4%', '万元地区生产总值水耗 2022 target growth 5%'],
  ],
  [
    'a rank for each',
    '新增绿色工厂17家、绿色园区2家，数量均居全省首位',
    REVIEW,
    [
      '新增绿色工厂 2021 outcome count 17家',
      '新增绿色园区 2021 outcome count 2家',
      '新增绿色工厂 2021 outcome rank 1位',
      '新增绿色园区 2021 outcome rank 1位',
    ],
  ],
  ['with whom', '与海州共建4家科技平台', REVIEW, ['与海州共建科技平台 2021 outcome count 4家']],
  ['a name that begins like a head', '我市“城市品质”指数居全省第一', REVIEW, ['“城市品质”指数 2021 outcome rank 1位']],
  ['', '主要指标增速保持在7%以上', TASKS, ['主要指标 2022 target growth >=7%']],
  [
    '',
    '其中约束性指标8项、预期性指标15项',
    REVIEW,
    ['约束性指标 2021 outcome count 8项', '预期性指标 2021 outcome count 15项'],
  ],
  ['a name that ends like a place', '改扩建普通高中3所', TASKS, ['改扩建普通高中 2022 target count 3所']],
  ['how long it took', '用43天时间实现住院患者清零', REVIEW, ['实现住院患者清零 2021 outcome level 43天']],
  [
    '',
    '用9天基本遏制了疫情蔓延势头、39天实现确诊病例清零',
    REVIEW,
    ['基本遏制了疫情蔓延势头 2021 outcome level 9天', '实现确诊病例清零 2021 outcome level 39天'],
  ],
  [
    'how long it held',
    '粮食总产60亿斤，实现连续6年增产',
    REVIEW,
    ['粮食总产 2021 outcome level 60亿斤', '粮食总产连续增产 2021 outcome level 6年'],
  ],
  [
    'an act alone',
    '开工建设农村公路520公里、建成通车500公里',
    REVIEW,
    ['开工建设农村公路 2021 outcome level 520公里', '建成通车农村公路 2021 outcome count 500公里'],
  ],
  [
    'whose share it is',
    '地区生产总值增长5%、总量占全区比重达21%',
    REVIEW,
    ['地区生产总值 2021 outcome growth 5%', '地区生产总值总量占全区比重 2021 outcome share 21%'],
  ],
  [
    'what was put into it',
    '实施重点项目672个，总投资480亿元，实际完成投资196亿元',
    REVIEW,
    [
      '重点项目 2021 outcome count 672个',
      '重点项目总投资 2021 outcome level 480亿元',
      '重点项目实际完成投资 2021 outcome level 196亿元',
    ],
  ],
  [
    'whose insurance',
    '城镇基本养老、基本医疗、失业保险参保率分别达97%、90%、99%',
    REVIEW,
    [
      '城镇基本养老保险参保率 2021 outcome share 97%',
      '城镇基本医疗保险参保率 2021 outcome share 90%',
      '城镇失业保险参保率 2021 outcome share 99%',
    ],
  ],
  ['a home', '建成藏区新居6600户', REVIEW, ['建成藏区新居 2021 outcome count 6600户']],
  ['no noun at all', '尽管增速要比去年提高5个百分点', TASKS, []],
  [
    'the year of a recovery',
    '社会消费品零售总额恢复至2019年的96%',
    REVIEW,
    ['社会消费品零售总额 2021<2019 outcome multiple 96%'],
  ],
  [
    'the years that a lead tells of',
    '回眸过去，这是城市实力显著提升的五年。生产总值从2.1万亿元增加到3.2万亿元',
    { role: 'review', year: 2021 },
    ['生产总值 2015 outcome level 2.1万亿元', '生产总值 2020<2015 outcome level 3.2万亿元'],
  ],
])('%s %s', (_, text, options, expected) => {
  expect(factsOf(text, options).map(line)).toEqual(expected);
});
