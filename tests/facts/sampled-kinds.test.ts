import { expect, test } from 'vitest';
import { factsOf, line, type SmallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const FIVE: SmallReport = { role: 'review5', year: 2021 };
const TASKS: SmallReport = { role: 'tasks' };

/** Kinds of misreading that samples of the facts showed, each with siblings of its own making. */
test.each<[kind: string, text: string, options: SmallReport, expected: readonly string[]]>([
  [
    'a class that several came into is no rank',
    '9家企业进入中国企业500强',
    REVIEW,
    ['企业进入中国企业500强 2021 outcome count 9家'],
  ],
  ['', '支持更多企业进入世界500强，新增上市公司3家', TASKS, ['新增上市公司 2022 target count 3家']],
  ['adverbs before a rank', '农民收入持续位居全省首位', REVIEW, ['农民收入 2021 outcome rank 1位']],
  ['among whom a rank counts', '人均GDP保持全国大中城市首位', REVIEW, ['人均GDP 2021 outcome rank 1位']],
  ['of how many kinds', '13大类民生支出889.4亿元', REVIEW, ['民生支出 2021 outcome level 889.4亿元']],
  ['', '推进5大类25个项目建设', TASKS, ['项目建设 2022 target count 25个']],
  ['a motto counts what it names', '实现“一个翻番、两个提前”目标', TASKS, []],
  [
    'the year that a sentence compares with',
    '2021年与2016年相比，财政总收入增长148%',
    FIVE,
    ['财政总收入 2017-2021<2016 outcome growth 148%'],
  ],
  [
    'for whom each value is',
    '城乡低保标准分别达到月人均523元、年人均3728元',
    REVIEW,
    ['城镇低保标准 2021 outcome level 523元', '农村低保标准 2021 outcome level 3728元'],
  ],
  [
    'the act behind where it was done',
    '市区改造供水管网5公里、排水管线1公里',
    TASKS,
    ['市区改造供水管网 2022 target level 5公里', '改造排水管线 2022 target count 1公里'],
  ],
  [
    'a verb said once for things of one kind',
    '新增国家驰名商标11件，省著名商标55件',
    REVIEW,
    ['新增国家驰名商标 2021 outcome count 11件', '新增省著名商标 2021 outcome count 55件'],
  ],
  [
    '',
    '新增城镇就业11万人，失业人员再就业2万人',
    REVIEW,
    ['新增城镇就业 2021 outcome count 11万人', '失业人员再就业 2021 outcome count 2万人'],
  ],
  [
    'how far the same things have come',
    '福利院开工79%，其中完工49%',
    REVIEW,
    ['福利院开工 2021 outcome share 79%', '福利院完工 2021 outcome share 49%'],
  ],
  ['households tell the size of a village', '实现20户以上自然村通广播电视', TASKS, []],
  ['how long a rank has lasted', '林业总产值连续七年居全省首位', REVIEW, ['林业总产值 2021 outcome rank 1位']],
  [
    '',
    '城市信用排名连续3年全省第一',
    REVIEW,
    ['城市信用连续全省第一 2021 outcome level 3年', '城市信用 2021 outcome rank 1位'],
  ],
  [
    'several words between 由 and the figure',
    '基础养老金由2016年每人每月55元提高到85元',
    REVIEW,
    ['基础养老金 2016 outcome level 55元', '基础养老金 2021<2016 outcome level 85元'],
  ],
  [
    '',
    '优良天数由“十二五”末280天增加到310天',
    FIVE,
    ['优良天数 2015 outcome level 280天', '优良天数 2020<2015 outcome level 310天'],
  ],
  [
    '由 with its year, in a list',
    '机电产品和高新技术产品出口比重分别由2015年的35%和15.9%提高到71.7%和43.3%',
    FIVE,
    [
      '机电产品出口比重 2015 outcome share 35%',
      '高新技术产品出口比重 2015 outcome share 15.9%',
      '机电产品出口比重 2020<2015 outcome share 71.7%',
      '高新技术产品出口比重 2020<2015 outcome share 43.3%',
    ],
  ],
  ['a share of a sum', '坚持把财政支出的70%用于民生', REVIEW, ['财政支出用于民生 2021 outcome share 70%']],
  ['', '园区集聚了全市外贸进出口的80%', REVIEW, ['园区集聚了全市外贸进出口 2021 outcome share 80%']],
  ['tenths', '近八成办件实现即办', REVIEW, ['办件实现即办 2021 outcome share ~8成']],
  [
    'a second whole',
    '茶叶出口额占全省的80%、全国的10%',
    REVIEW,
    ['茶叶出口额占全省 2021 outcome share 80%', '茶叶出口额占全国 2021 outcome share 10%'],
  ],
  [
    'how many times as much',
    '签约项目445个，是上年的1.7倍',
    REVIEW,
    ['签约项目 2021 outcome count 445个', '签约项目 2021<2020 outcome multiple 1.7倍'],
  ],
  [
    'a class of firms is no rank',
    '面向世界500强开展招商，新增上市公司3家',
    TASKS,
    ['新增上市公司 2022 target count 3家'],
  ],
  ['', '引进世界500强企业2家', TASKS, ['引进世界500强企业 2022 target count 2家']],
  ['a port is not its city', '常德港集装箱吞吐量9万标箱', REVIEW, ['常德港集装箱吞吐量 2021 outcome count 9万标箱']],
  [
    'kin share what stands before the first',
    '机场客、货吞吐量分别增长12%、30%',
    REVIEW,
    ['机场客吞吐量 2021 outcome growth 12%', '机场货吞吐量 2021 outcome growth 30%'],
  ],
  [
    '和 inside names of a list',
    '仓储和邮政业、软件和信息技术服务业营业收入分别增长23%、24.2%',
    REVIEW,
    ['仓储和邮政业营业收入 2021 outcome growth 23%', '软件和信息技术服务业营业收入 2021 outcome growth 24.2%'],
  ],
  [
    'one value for both',
    '存款余额、贷款余额双双突破3000亿元',
    REVIEW,
    ['存款余额 2021 outcome level >=3000亿元', '贷款余额 2021 outcome level >=3000亿元'],
  ],
  [
    'acts of what the clause before names',
    '加快城市主次干道建设，建成19条、续建15条',
    TASKS,
    ['建成城市主次干道 2022 target count 19条', '续建城市主次干道 2022 target count 15条'],
  ],
  [
    '',
    '清理行政审批事项20项，取消9项',
    REVIEW,
    ['清理行政审批事项 2021 outcome count 20项', '取消行政审批事项 2021 outcome count 9项'],
  ],
  ['an act before a list', '建成麻栗坝大型水库和20件中型水库', TASKS, ['建成中型水库 2022 target count 20件']],
  ['what a sum made', '新项目形成35亿元销售收入', REVIEW, ['新项目形成销售收入 2021 outcome level 35亿元']],
  [
    'a bare sum is of the work before',
    '强力推进保障房项目建设，完成投资260亿元',
    REVIEW,
    ['保障房项目建设投资 2021 outcome level 260亿元'],
  ],
  [
    'whom it reached',
    '发放临时救助金3亿元，惠及5.2万人',
    REVIEW,
    ['发放临时救助金 2021 outcome level 3亿元', '发放临时救助金惠及 2021 outcome count 5.2万人'],
  ],
  [
    'the name of a rate behind it',
    '饮用水水源地水质100%达标率',
    TASKS,
    ['饮用水水源地水质达标率 2022 target share 100%'],
  ],
  [
    'two numbers in a row',
    '完成贫困人口629户2773人的减贫任务',
    REVIEW,
    ['贫困人口减贫任务 2021 outcome count 629户', '贫困人口减贫任务 2021 outcome count 2773人'],
  ],
  [
    'a step that was passed',
    '经济总量跨上2万亿新台阶、稳居全国前8',
    REVIEW,
    ['经济总量 2021 outcome level >=2万亿', '经济总量 2021 outcome rank <=8位'],
  ],
  [
    'what there is already is of the year before',
    '加快已开工的8个城中村改造项目建设',
    TASKS,
    ['开工城中村改造项目建设 2021 outcome count 8个'],
  ],
  ['won again', '连续4年获评全国文明城市', REVIEW, ['获评全国文明城市 2021 outcome level 4年']],
  [
    'examples cut to the first',
    `建设甲甲甲甲甲甲甲甲甲甲园区、乙乙乙乙乙乙乙乙乙乙乙园区、丙丙丙丙丙丙丙丙丙丙园区等12个重点项目`,
    TASKS,
    ['建设甲甲甲甲甲甲甲甲甲甲园区等重点项目 2022 target count 12个'],
  ],
])('%s %s', (_, text, options, expected) => {
  expect(factsOf(text, options).map(line)).toEqual(expected);
});
