import { expect, test } from 'vitest';
import { factsOf, line, type SmallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const FIVE: SmallReport = { role: 'review5' };
const TASKS: SmallReport = { role: 'tasks' };
const FRONT: SmallReport = { role: 'front' };

/** Causes of misreading that random samples of all facts showed, each with sentences of our own making. */
test.each<[cause: string, text: string, options: SmallReport, expected: readonly string[]]>([
  // Names and what is no part of them.
  ['a year inside a name', '常德港2021年吞吐量达6万吨', REVIEW, ['常德港吞吐量 2021 outcome level 6万吨']],
  [
    'a year behind a name, before 分别',
    '城乡居民人均可支配收入2021年分别达到3万元、2万元',
    FIVE,
    ['城镇居民人均可支配收入 2021 outcome level 3万元', '农村居民人均可支配收入 2021 outcome level 2万元'],
  ],
  [
    'how long, before 分别',
    'PM2.5、PM10浓度5年分别下降20%、25%',
    FIVE,
    ['PM2.5浓度 2017-2021 outcome growth 20%', 'PM10浓度 2017-2021 outcome growth 25%'],
  ],
  [
    'how many times in a row',
    '社会消费品零售总额和进出口总值连续第3年双双超过1000亿元',
    REVIEW,
    ['社会消费品零售总额 2021 outcome level >=1000亿元', '进出口总值 2021 outcome level >=1000亿元'],
  ],
  [
    'where a change starts',
    '服务业占比由五年前的17%提高到25%',
    FIVE,
    ['服务业占比 2016 outcome share 17%', '服务业占比 2021<2016 outcome share 25%'],
  ],
  ['for whom it is raised', '筹资标准提高到年人均260元', TASKS, ['筹资标准 2022 target level 260元']],
  ['a verb that has joined it', '财政支出规模将首次达到300亿元', TASKS, ['财政支出规模 2022 target level 300亿元']],
  ['a number in a list of tasks', '八是完成100公里通村公路建设', TASKS, ['通村公路建设 2022 target level 100公里']],
  [
    'a time before the act',
    '三年内完成80%以上村镇垃圾治理任务',
    TASKS,
    ['村镇垃圾治理任务 2022-2024 plan-target share >=80%'],
  ],
  ['words that begin like a ranking', '排查隐患数居全省第二', REVIEW, ['排查隐患数 2021 outcome rank 2位']],
  // Lists.
  [
    'kin',
    '水、气主要污染物排放量分别削减3%和1%',
    REVIEW,
    ['水主要污染物排放量 2021 outcome growth 3%', '气主要污染物排放量 2021 outcome growth 1%'],
  ],
  [
    'what is built for each',
    '建成万头奶牛、肉牛养殖场各1个',
    TASKS,
    ['建成万头奶牛养殖场 2022 target count 1个', '建成肉牛养殖场 2022 target count 1个'],
  ],
  ['two doings of one thing', '绩效考核与评价均居全省第二位', REVIEW, ['绩效考核与评价 2021 outcome rank 2位']],
  [
    'a capacity of the last work',
    '推进煤化工一期、石门100万吨水泥等17个项目',
    TASKS,
    ['石门水泥项目 2022 target level 100万吨', '水泥等项目 2022 target count 17个'],
  ],
  [
    'two clauses lead two shares',
    '四大支柱产业壮大，三大新兴产业发展，占工业增加值的比重分别达到56%和29%',
    REVIEW,
    ['四大支柱产业占工业增加值的比重 2021 outcome share 56%', '三大新兴产业占工业增加值的比重 2021 outcome share 29%'],
  ],
  [
    'acts of the same things',
    '新开工及筹集保障房6万套、竣工5万套、供应4万套',
    REVIEW,
    [
      '新开工及筹集保障房 2021 outcome count 6万套',
      '竣工筹集保障房 2021 outcome count 5万套',
      '供应筹集保障房 2021 outcome count 4万套',
    ],
  ],
  [
    'what a parenthesis does is not shared',
    '每个村建1个卫生所（配备1名医生）、1处广场',
    TASKS,
    ['每个村建卫生所 2022 target count 1个', '配备 2022 target count 1名', '每个村建广场 2022 target count 1处'],
  ],
  [
    'a name that begins with an act',
    '完成造林绿化30万亩、水土流失治理20万亩',
    REVIEW,
    ['造林绿化 2021 outcome count 30万亩', '水土流失治理 2021 outcome level 20万亩'],
  ],
  [
    'sizes of 亿 tell things apart',
    '新增1个收入过400亿的园区、2个过300亿的园区',
    TASKS,
    ['新增收入过400亿的园区 2022 target count 1个', '新增过300亿的园区 2022 target count 2个'],
  ],
  ['whose income', '农民收入扭转下滑局面，人均纯收入达到8000元', REVIEW, ['农民人均纯收入 2021 outcome level 8000元']],
  [
    'per head of what was told',
    '地区生产总值突破4000亿元，人均超过7万元',
    REVIEW,
    ['地区生产总值 2021 outcome level >=4000亿元', '人均地区生产总值 2021 outcome level >=7万元'],
  ],
  [
    'beside an area',
    '临港开发区规上工业总产值250亿元、工业投资27亿元',
    REVIEW,
    ['临港开发区规上工业总产值 2021 outcome level 250亿元', '临港开发区工业投资 2021 outcome level 27亿元'],
  ],
  // Names that lists, verbs and times surround.
  ['a name that ends like a verb', '发放城乡低保5599户', REVIEW, ['发放城乡低保 2021 outcome count 5599户']],
  [
    'rates of one subject',
    '城市污水收集率、处理率达到70%和95%',
    REVIEW,
    ['城市污水收集率 2021 outcome share 70%', '城市污水处理率 2021 outcome share 95%'],
  ],
  ['how a rank is reached', '综合实力实现进位并稳居全国城市第十位', REVIEW, ['综合实力 2021 outcome rank 10位']],
  [
    'an act that a list shares',
    '办理人大建议10件、政协提案20件',
    REVIEW,
    ['办理人大建议 2021 outcome count 10件', '办理政协提案 2021 outcome count 20件'],
  ],
  [
    '',
    '柔性引进院士80人、知名专家181人',
    REVIEW,
    ['柔性引进院士 2021 outcome count 80人', '柔性引进知名专家 2021 outcome count 181人'],
  ],
  [
    '',
    '出口机电产品50亿元、高新技术产品20亿元',
    REVIEW,
    ['出口机电产品 2021 outcome level 50亿元', '出口高新技术产品 2021 outcome level 20亿元'],
  ],
  ['an act named before', '实施断头路打通工程，年内打通5条以上', TASKS, ['打通断头路 2022 target count >=5条']],
  [
    'projects and what they cost',
    '年度投资41亿元的34个项目全面动工',
    TASKS,
    ['项目年度投资 2022 target level 41亿元', '项目全面动工 2022 target count 34个'],
  ],
  [
    'ends of plans',
    '固定资产投资“十三五”末比“十二五”末增长57%',
    FIVE,
    ['固定资产投资 2016-2020<2015 outcome growth 57%'],
  ],
  ['', '完成“十二五”减排任务的80%', REVIEW, ['减排任务 2021 outcome share 80%']],
  ['to whom it is given', '向4400多人次提供小额创业贷款', REVIEW, ['提供小额创业贷款 2021 outcome count >=4400人次']],
  [
    'a time that opens the name',
    '两年直接减轻农民负担17亿元',
    REVIEW,
    ['直接减轻农民负担 2020-2021 cumulative level 17亿元'],
  ],
  ['what a policy is for', '出台稳定外贸增长的35条政策', REVIEW, ['出台稳定外贸增长的政策 2021 outcome count 35条']],
  [
    'where the year started',
    '全市生产总值由一季度下降10%到全年增长2.9%',
    REVIEW,
    ['生产总值一季度 2021一季度 outcome growth 10%', '生产总值 2021 outcome growth 2.9%'],
  ],
  [
    'how long something held',
    '农业增加值连续9年居全省第一位',
    REVIEW,
    ['农业增加值连续居全省第一位 2021 outcome level 9年', '农业增加值 2021 outcome rank 1位'],
  ],
  [
    '',
    '农民人均纯收入增长13.6%，增幅连续4年高于城镇',
    REVIEW,
    ['农民人均纯收入 2021 outcome growth 13.6%', '农民人均纯收入增幅连续高于城镇 2021 outcome level 4年'],
  ],
  [
    'beside which others',
    '全市生产总值增长8.4%，分别高于全国、全省1.7个和0.3个百分点',
    REVIEW,
    [
      '生产总值 2021 outcome growth 8.4%',
      '生产总值高于全国 2021 outcome difference 1.7个百分点',
      '生产总值高于全省 2021 outcome difference 0.3个百分点',
    ],
  ],
  [
    'from whom a task came',
    '完成省下达的860公里农村公路改造工程',
    REVIEW,
    ['农村公路改造工程 2021 outcome level 860公里'],
  ],
  ['whose product', '医药产业保持强劲增长，总产值增长11.6%', REVIEW, ['医药产业总产值 2021 outcome growth 11.6%']],
  ['what is known already', '已查明资源储量的矿产有84种', TASKS, ['查明资源储量的矿产 2021 outcome count 84种']],
  // Measures.
  ['a rate that is reached', '全市GDP增速达到8%', REVIEW, ['GDP 2021 outcome growth 8%']],
  [
    'rates of several',
    '蔬菜、水果单产增幅分别为12%、18%',
    REVIEW,
    ['蔬菜单产 2021 outcome growth 12%', '水果单产 2021 outcome growth 18%'],
  ],
  [
    'an improvement',
    'PM2.5平均浓度为26微克/立方米、改善10%',
    REVIEW,
    ['PM2.5平均浓度 2021 outcome level 26微克/立方米', 'PM2.5平均浓度 2021 outcome growth 10%'],
  ],
  ['an act that improves', '改善2万户居民居住条件', TASKS, ['改善居民居住条件 2022 target count 2万户']],
  ['an act that hurries', '加快6条铁路建设', TASKS, ['铁路建设 2022 target count 6条']],
  ['how much more than before', '对外投资比上年增长2.8倍', REVIEW, ['对外投资 2021<2020 outcome growth 2.8倍']],
  ['how much of a city', '首位度提升到三分之一', REVIEW, ['首位度 2021 outcome ratio 1:3']],
  // Times.
  [
    'a rare event is no stretch',
    '地区生产总值增长5%，十年来首次超过全国增速；固定资产投资增长4%',
    REVIEW,
    ['地区生产总值 2021 outcome growth 5%', '固定资产投资 2021 outcome growth 4%'],
  ],
  ['four years in a term', '四年来，引进项目18个', FIVE, ['引进项目 2018-2021 cumulative count 18个']],
  ['since a year', '从2019年起，每年新增学位500个', FIVE, ['新增学位 2019-2021 cumulative count 500个']],
  ['a year has no average', '实际利用省外资金年均增长8%', TASKS, ['实际利用省外资金 2022-2026 plan-target average 8%']],
  ['', '地区生产总值五年平均增长7%', FIVE, ['地区生产总值 2017-2021 cumulative average 7%']],
  ['acts are summed', '部署充电桩980个', FIVE, ['部署充电桩 2017-2021 cumulative count 980个']],
  ['', '列入国家名录项目6个', FIVE, ['列入国家名录项目 2017-2021 cumulative count 6个']],
  ['what is there at the end', '运营航线139条', FIVE, ['运营航线 2021 outcome count 139条']],
  [
    'sums side by side',
    '累计实际利用外资30亿美元，是“十二五”时期的1.8倍',
    { ...FIVE, year: 2021 },
    ['实际利用外资 2016-2020 cumulative level 30亿美元', '实际利用外资 2016-2020<2015 outcome multiple 1.8倍'],
  ],
  ['before any heading', '预计地区生产总值增长6%', FRONT, ['地区生产总值 2021 outcome growth 6%']],
])('%s: %s', (_cause, text, options, expected) => {
  expect(factsOf(`${text}。`, options).map(line)).toEqual(expected);
});
