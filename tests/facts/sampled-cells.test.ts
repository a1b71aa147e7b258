import { expect, test } from 'vitest';
import { factsOf, line, type SmallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const FIVE: SmallReport = { role: 'review5' };
const TASKS: SmallReport = { role: 'tasks' };

/** Causes of misreading that a further random sample of all facts showed, each with sentences of our own making. */
test.each<[cause: string, text: string, options: SmallReport, expected: readonly string[]]>([
  // Lists.
  [
    'a list behind 和 that the next number counts',
    '新修了河东路、北岭路等8条市区道路和柳溪、石门、沙洲等2条联网道路',
    REVIEW,
    ['新修了河东路、北岭路等市区道路 2021 outcome count 8条', '柳溪、石门、沙洲等联网道路 2021 outcome count 2条'],
  ],
  [
    'a thing whose name holds 和',
    '新增4个省级文化和旅游特色村、1个旅游小镇',
    REVIEW,
    ['新增省级文化和旅游特色村 2021 outcome count 4个', '新增旅游小镇 2021 outcome count 1个'],
  ],
  [
    'a noun that begins like an act takes the act of its list',
    '培育省级龙头企业6家、示范性家庭农场14家、孵化器3家',
    TASKS,
    [
      '培育省级龙头企业 2022 target count 6家',
      '培育示范性家庭农场 2022 target count 14家',
      '培育孵化器 2022 target count 3家',
    ],
  ],
  [
    'kin that say a word twice',
    '特困人员集中供养、分散供养标准分别提高到900元和700元',
    TASKS,
    ['特困人员集中供养标准 2022 target level 900元', '特困人员分散供养标准 2022 target level 700元'],
  ],
  [
    'parts of the figures before',
    '利用外资20亿美元，引进省外资金90亿元，其中高新区分别占61.5%和48.5%',
    REVIEW,
    [
      '利用外资 2021 outcome level 20亿美元',
      '引进省外资金 2021 outcome level 90亿元',
      '高新区占利用外资 2021 outcome share 61.5%',
      '高新区占引进省外资金 2021 outcome share 48.5%',
    ],
  ],
  [
    'parts by size',
    '签约超1亿元项目207个，其中超50亿元项目3个、超10亿元21个',
    REVIEW,
    [
      '签约超1亿元项目 2021 outcome count 207个',
      '签约超50亿元项目 2021 outcome count 3个',
      '签约超10亿元项目 2021 outcome count 21个',
    ],
  ],
  // Times.
  [
    'how long it may take',
    '力争三年内新建养老机构40家；完成绿道20公里',
    TASKS,
    ['新建养老机构 2022-2024 plan-target count 40家', '绿道 2022 target count 20公里'],
  ],
  [
    'a doubling over years, looking back',
    '技工贸总收入五年翻了两番',
    FIVE,
    ['技工贸总收入 2017-2021 outcome growth 2番'],
  ],
  ['a doubling over years, looking ahead', '产业规模三年翻一番', TASKS, ['产业规模 2022-2024 plan-target growth 1番']],
  [
    'a year in words before an adverb',
    '全国粮食产量一九五三年比一九五二年增长百分之四',
    REVIEW,
    ['粮食产量 1953<1952 outcome growth 4%'],
  ],
  ['how much sooner', '居民收入提前两年翻一番', FIVE, ['居民收入 2017-2021 outcome growth 1番']],
  // Whose it is.
  [
    'an area of which the sentence before tells a rank',
    '麓谷新区经济总量居全国第7位。市场主体总量达30万户。',
    REVIEW,
    ['麓谷新区经济总量 2021 outcome rank 7位', '市场主体总量 2021 outcome count 30万户'],
  ],
  [
    'a side that plays for another',
    '市男子棋队作为省队出战世界锦标赛，本市选手夺得金牌数量在全省地级市中排名第一',
    REVIEW,
    ['选手夺得金牌数量 2021 outcome rank 1位'],
  ],
  [
    'what money went into is what was begun',
    '保障性住房完成投资21亿元，新开工建设8200套，基本建成5100套',
    REVIEW,
    [
      '保障性住房完成投资 2021 outcome level 21亿元',
      '新开工建设保障性住房 2021 outcome count 8200套',
      '基本建成保障性住房 2021 outcome count 5100套',
    ],
  ],
  // Names.
  ['what was asked for above', '对上争取资金增长12%', REVIEW, ['对上争取资金 2021 outcome growth 12%']],
  [
    'work that came with it',
    '开展促消费活动30场，带动消费5亿元',
    REVIEW,
    ['促消费活动 2021 outcome count 30场', '促消费活动带动消费 2021 outcome level 5亿元'],
  ],
  ['money that is set aside', '安排资金12亿元，支持县域发展', TASKS, ['安排资金 2022 target level 12亿元']],
  ['a size in people', '建设一批3万人口以上的中心镇，新增学位2万个', TASKS, ['新增学位 2022 target count 2万个']],
  [
    'a quotation with a list before the noun',
    '新增6万亩“能灌、能排”高标准农田',
    TASKS,
    ['新增“能灌、能排”高标准农田 2022 target count 6万亩'],
  ],
  [
    'what a share of them does',
    '政务服务事项98%实现网上可办',
    REVIEW,
    ['政务服务事项实现网上可办 2021 outcome share 98%'],
  ],
  ['how long a place was held', '项目投资增速连续五年位居全市第二', REVIEW, ['项目投资增速 2021 outcome rank 2位']],
  ['what is left of a number', '旅游总收入增长1$1.$2%，游客增长3%', REVIEW, ['游客 2021 outcome growth 3%']],
])('%s: %s', (_, text, options, expected) => expect(factsOf(text, options).map(line)).toEqual(expected));
