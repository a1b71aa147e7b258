import { describe, expect, it } from 'vitest';
import { factsOf, line, type SmallReport } from './small-report.js';

/** Kinds of figures that were misread in facts drawn at random: each with what they are of, their years and their measure. */

const REVIEW: SmallReport = { role: 'review' };
const REVIEW5: SmallReport = { role: 'review5' };
const CASES: readonly (readonly [kind: string, text: string, options: SmallReport, lines: readonly string[]])[] = [
  [
    'a time at the head of a name is read apart',
    '初步预计，“十五”时期城镇居民人均可支配收入年均增长8.8%。',
    { ...REVIEW5, year: 2006 },
    ['城镇居民人均可支配收入 2001-2005 cumulative average 8.8%'],
  ],
  [
    'a time ahead at the head of a name is read apart',
    '今后三年中央财政支持2000所县级医院建设。',
    {},
    ['中央财政支持县级医院建设 2022-2024 plan-target count 2000所'],
  ],
  [
    '年均增长分别为 is told of each by the year',
    '五年来，生产总值、固定资产投资年均增长分别达到9%和12%。',
    REVIEW5,
    ['生产总值 2017-2021 cumulative average 9%', '固定资产投资 2017-2021 cumulative average 12%'],
  ],
  [
    'what took two years opens no stretch for what follows',
    '廉租房竣工29万平方米。两年完成旧楼区整修1413万平方米。农民直接受益3.7亿元。',
    REVIEW,
    [
      '廉租房竣工 2021 outcome level 29万平方米',
      '旧楼区整修 2020-2021 cumulative level 1413万平方米',
      '农民直接受益 2021 outcome level 3.7亿元',
    ],
  ],
  [
    'two acts joined by 和 are shared by a list',
    '新建和改造燃气管网30公里、户内管道15公里。',
    {},
    ['新建和改造燃气管网 2022 target count 30公里', '新建和改造户内管道 2022 target count 15公里'],
  ],
  [
    'two acts in a row are of one thing, and shared by a list',
    '新建、改扩建幼儿园88所、寄宿制学校71所。',
    {},
    ['新建、改扩建幼儿园 2022 target count 88所', '新建、改扩建寄宿制学校 2022 target count 71所'],
  ],
  [
    'of works joined by 和 each is told alone',
    '完成县城有线电视网络升级改造和60万户有线电视数字化转换。',
    {},
    ['有线电视数字化转换 2022 target count 60万户'],
  ],
  [
    'what is done to each of a list stands behind the last',
    '对33.2万名留守儿童、10.9万名空巢老人和48万名残疾人进行关爱救助。',
    REVIEW,
    [
      '对留守儿童进行关爱救助 2021 outcome count 33.2万名',
      '对空巢老人进行关爱救助 2021 outcome count 10.9万名',
      '对残疾人进行关爱救助 2021 outcome count 48万名',
    ],
  ],
  [
    'the work stands behind where it was done',
    '实施桃河公园18公里绿道建设。',
    {},
    ['桃河公园绿道建设 2022 target level 18公里'],
  ],
  [
    'works of one list do not lend each other their nouns',
    '完成450万亩营造林、525万亩水土流失治理、195万亩退耕还林任务。',
    {},
    [
      '营造林 2022 target level 450万亩',
      '水土流失治理 2022 target level 525万亩',
      '退耕还林任务 2022 target level 195万亩',
    ],
  ],
  [
    'behind several parts a sum is of the whole',
    '安排重点项目340项，其中续建项目120项、前期项目120项，总投资6147亿元。',
    {},
    [
      '重点项目 2022 target count 340项',
      '续建项目 2022 target count 120项',
      '前期项目 2022 target count 120项',
      '重点项目总投资 2022 target level 6147亿元',
    ],
  ],
  [
    'parts of all there are were not all added',
    '新增规模企业179户、总数达到949户，其中亿元企业401户。',
    REVIEW,
    [
      '新增规模企业 2021 outcome count 179户',
      '规模企业总数 2021 outcome count 949户',
      '亿元企业 2021 outcome count 401户',
    ],
  ],
  [
    'a grade alone is of the things before',
    '全市三星级以上酒店达到53家，其中五星级的7家。',
    REVIEW,
    ['三星级以上酒店 2021 outcome count 53家', '五星级酒店 2021 outcome count 7家'],
  ],
  [
    'parts of an investment are investments',
    '完成年度投资600亿元以上，其中新型工业化270亿元以上、新型城镇化138亿元以上。',
    {},
    [
      '年度投资 2022 target level >=600亿元',
      '新型工业化投资 2022 target level >=270亿元',
      '新型城镇化投资 2022 target level >=138亿元',
    ],
  ],
  [
    'a measure before the works that have it',
    '装机22.9万千瓦的8个分布式光伏项目并网运行。',
    REVIEW,
    ['分布式光伏项目装机 2021 outcome level 22.9万千瓦', '分布式光伏项目并网运行 2021 outcome count 8个'],
  ],
  [
    'a project keeps its word behind what it makes',
    '恒丰5万吨食品包装纸项目投产。',
    REVIEW,
    ['恒丰食品包装纸项目 2021 outcome level 5万吨'],
  ],
  [
    'a sum is of the work that was begun',
    '轨道交通一号线工程全线开工建设，累计完成投资76.65亿元。',
    REVIEW,
    ['轨道交通一号线工程投资 2021 outcome level 76.65亿元'],
  ],
  [
    'a sum is of the works of which examples are named',
    '加快地铁、快速路网和城市排涝等重大基础设施建设，完成投资955亿元。',
    {},
    ['地铁等重大基础设施投资 2022 target level 955亿元'],
  ],
  [
    'a sum is of the industry that was spoken of',
    '房地产业运行总体平稳，全年完成投资48亿元。',
    REVIEW,
    ['房地产业投资 2021 outcome level 48亿元'],
  ],
  [
    'rates are of the proposals, not of their handling',
    '认真办理人大代表建议142件，满意率98%。',
    REVIEW,
    ['办理人大代表建议 2021 outcome count 142件', '人大代表建议满意率 2021 outcome share 98%'],
  ],
  [
    'rates of which the last alone says what they are',
    '软件服务业、互联网服务业收入增速均排全省第一。',
    REVIEW,
    ['软件服务业收入增速 2021 outcome rank 1位', '互联网服务业收入增速 2021 outcome rank 1位'],
  ],
  [
    'names in quotation marks need no mark between them',
    '“保交房”“保交楼”分别交付1.29万套、9.2万套。',
    REVIEW,
    ['“保交房”交付 2021 outcome count 1.29万套', '“保交楼”交付 2021 outcome count 9.2万套'],
  ],
  [
    'a housing provident fund is told with what was done with it',
    '用好用足住房公积金，全年投放77亿元。',
    REVIEW,
    ['住房公积金投放 2021 outcome level 77亿元'],
  ],
  [
    'the month of an event ends with its ；',
    '特殊教育学校今年9月开始招生；残疾人生活津贴提高到600元。',
    {},
    ['残疾人生活津贴 2022 target level 600元'],
  ],
  [
    'a cut that stands inside the name is one',
    '“一网通办”平均压缩时限79%。',
    REVIEW,
    ['“一网通办”平均压缩时限 2021 outcome growth 79%'],
  ],
];

describe('works, parts and rates', () => {
  it.each(CASES)('%s: %s', (_, text, options, lines) => {
    expect(factsOf(text, options).map(line)).toEqual(lines);
  });

  it('what a sentence says an inner place is to do is that place’s', () => {
    const text = '石门县要做大做强粮食、畜牧产业，产业规模分别达到3亿元、20亿元。';
    expect(factsOf(text).map(({ place }) => place)).toEqual(['430726', '430726']);
  });
});
