import { expect, test } from 'vitest';
import { extractFacts } from '../../src/facts/extract.js';
import { factsOf, lexicon, line, type SmallReport, smallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const TASKS: SmallReport = { role: 'tasks' };

/** Lists behind figures, what they share, and other kinds that two samples of 300 facts showed; examples of our own making. */
test.each<[kind: string, text: string, options: SmallReport, expected: readonly string[]]>([
  [
    'a list behind its number is told whole',
    '31家博物馆、纪念馆等公共文化服务设施向公众开放。',
    REVIEW,
    ['博物馆、纪念馆等公共文化服务设施向公众开放 2021 outcome count 31家'],
  ],
  [
    'of what size the counted places are',
    '经济总量超5000亿元的市增加到5个，赤字率拟按4%安排。',
    TASKS,
    ['经济总量超5000亿元的市 2022 target count 5个', '赤字率 2022 target share 4%'],
  ],
  ['', '1170件人大代表建议、政协提案全部办结。', REVIEW, ['人大代表建议、政协提案全部办结 2021 outcome count 1170件']],
  [
    '',
    '重点建设4个起点高、规模大、信息功能强的批发市场。',
    TASKS,
    ['重点建设起点高、规模大、信息功能强的批发市场 2022 target count 4个'],
  ],
  ['what follows is no member', '改造5个老旧小区、实施物业提升项目。', TASKS, ['改造老旧小区 2022 target count 5个']],
  [
    '',
    '14个项目入选国家示范、数量居全国第2。',
    REVIEW,
    ['项目入选国家示范 2021 outcome count 14个', '项目入选国家示范数量 2021 outcome rank 2位'],
  ],
  [
    'others behind and are counted apart',
    '新增7家省级龙头企业和一批国家级示范社。',
    REVIEW,
    ['新增省级龙头企业 2021 outcome count 7家'],
  ],
  [
    'of works the first alone is counted',
    '推进8个污水处理厂改造、水源地保护等工程。',
    TASKS,
    ['污水处理厂改造 2022 target count 8个'],
  ],
  [
    'a work said once for a list',
    '实施8个城中村、12个危旧房、18个老旧小区改造项目。',
    TASKS,
    [
      '城中村改造项目 2022 target count 8个',
      '危旧房改造项目 2022 target count 12个',
      '老旧小区改造项目 2022 target count 18个',
    ],
  ],
  [
    '',
    '完成供热管网82公里、燃气管网35公里、雨水管网38公里改造。',
    TASKS,
    [
      '供热管网改造 2022 target level 82公里',
      '燃气管网改造 2022 target level 35公里',
      '雨水管网改造 2022 target level 38公里',
    ],
  ],
  [
    '',
    '完成94个乡（镇）、910个行政村规划编制。',
    TASKS,
    ['乡规划编制 2022 target count 94个', '行政村规划编制 2022 target count 910个'],
  ],
  [
    '',
    '47所幼儿园、23家生鲜超市建成投用。',
    REVIEW,
    ['幼儿园建成投用 2021 outcome count 47所', '生鲜超市建成投用 2021 outcome count 23家'],
  ],
  [
    '',
    '启动4个文化馆、16个文化室建设。',
    TASKS,
    ['启动文化馆建设 2022 target count 4个', '启动文化室建设 2022 target count 16个'],
  ],
  [
    'a verb of its own ends the list',
    '新建3所学校、改造5个老旧小区。',
    TASKS,
    ['新建学校 2022 target count 3所', '改造老旧小区 2022 target count 5个'],
  ],
  [
    'things said once for a list',
    '建设2个220千伏、11个66千伏变电站。',
    TASKS,
    ['建设220千伏变电站 2022 target count 2个', '建设66千伏变电站 2022 target count 11个'],
  ],
  [
    '',
    '形成1个三千亿元以上、2个两千亿元以上的产业集群。',
    TASKS,
    ['形成三千亿元以上产业集群 2022 target count 1个', '形成两千亿元以上的产业集群 2022 target count 2个'],
  ],
  [
    '',
    '建好用好4个国家级、10个省级开发区。',
    TASKS,
    ['建好用好国家级开发区 2022 target count 4个', '建好用好省级开发区 2022 target count 10个'],
  ],
  [
    'what a number of things amounts to',
    '加快旭龙、孟底沟等11座总装机804万千瓦的水电站建设。',
    TASKS,
    ['旭龙、孟底沟等水电站建设 2022 target count 11座', '旭龙、孟底沟等水电站建设总装机 2022 target level 804万千瓦'],
  ],
  [
    'what each of two has',
    '建成甲县、乙县各1个产前筛查机构。',
    TASKS,
    ['建成甲县产前筛查机构 2022 target count 1个', '建成乙县产前筛查机构 2022 target count 1个'],
  ],
  ['', '市区新建、改造公厕各5座。', TASKS, ['市区新建公厕 2022 target count 5座', '改造公厕 2022 target count 5座']],
  [
    'among how many a rank counts',
    '园区工业总产值达到760亿元，居全区27个重点工业园区第3位。',
    REVIEW,
    ['园区工业总产值 2021 outcome level 760亿元', '园区工业总产值 2021 outcome rank 3位'],
  ],
  ['', '空气质量在全国168个重点城市中排第21位。', REVIEW, ['空气质量 2021 outcome rank 21位']],
  ['', '连续五年列全国168个城市空气质量改善程度第一名。', REVIEW, ['空气质量改善程度 2021 outcome rank 1位']],
  [
    '',
    '港口吞吐量2亿吨，增幅居全国沿海港口第三。',
    REVIEW,
    ['港口吞吐量 2021 outcome level 2亿吨', '港口吞吐量增幅 2021 outcome rank 3位'],
  ],
  [
    'where ranks came from',
    '企业数增至2054家，总量占全省比重达8.9%，从全省第五分别升至第二、第三。',
    REVIEW,
    [
      '企业数 2021 outcome count 2054家',
      '企业数总量占全省比重 2021 outcome share 8.9%',
      '企业数 2021 outcome rank 2位',
      '企业数总量占全省比重 2021 outcome rank 3位',
    ],
  ],
  ['a contest', '在全省粮食安全责任考核中居第1名。', REVIEW, ['全省粮食安全责任考核 2021 outcome rank 1位']],
  [
    'words that hold a verb of ranking',
    '城市宜居度全省第三，入选数全省第一。',
    REVIEW,
    ['城市宜居度 2021 outcome rank 3位', '入选数 2021 outcome rank 1位'],
  ],
  [
    'contributions',
    '第三产业快速发展，对经济增长的贡献率达42.9%。',
    REVIEW,
    ['第三产业对经济增长的贡献率 2021 outcome share 42.9%'],
  ],
  [
    '',
    '全部工业增加值增长15%，对全市经济增长的贡献率达54%。',
    REVIEW,
    ['全部工业增加值 2021 outcome growth 15%', '全部工业增加值对全市经济增长的贡献率 2021 outcome share 54%'],
  ],
  [
    'set against a plan',
    '市重点项目完成投资635亿元，为年度投资计划的107.8%。',
    REVIEW,
    ['市重点项目完成投资 2021 outcome level 635亿元', '市重点项目完成投资为年度投资计划 2021 outcome share 107.8%'],
  ],
  [
    'a task that was set',
    '建成高标准农田170万亩、超额完成国家下达的100万亩年度任务。',
    REVIEW,
    ['建成高标准农田 2021 outcome count 170万亩', '建成高标准农田 2021 target count 100万亩'],
  ],
  [
    'a pair named before',
    '城乡低保实现应保尽保，标准比上年分别提高7%和11%。',
    REVIEW,
    ['城镇低保标准 2021<2020 outcome growth 7%', '农村低保标准 2021<2020 outcome growth 11%'],
  ],
  [
    'for whom and how long',
    '城乡低保标准分别提高到430元/人·月、3000元/人·年。',
    REVIEW,
    ['城镇低保标准 2021 outcome level 430元/人·月', '农村低保标准 2021 outcome level 3000元/人·年'],
  ],
  [
    '',
    '食品检测达4批次/千人，合格率达到95%。',
    REVIEW,
    ['食品检测 2021 outcome count 4批次', '食品检测合格率 2021 outcome share 95%'],
  ],
  [
    'marks with the verb before them',
    '全省生产总值增长12%，突破总量500亿元、人均10000元的大关。',
    REVIEW,
    [
      '生产总值 2021 outcome growth 12%',
      '生产总值总量 2021 outcome level 500亿元',
      '人均生产总值 2021 outcome level 10000元',
    ],
  ],
  [
    'people are no figure',
    '凝聚全市300万人民的力量，解决28万人口饮水安全问题。',
    REVIEW,
    ['解决人口饮水安全问题 2021 outcome count 28万人'],
  ],
  [
    'a verb within a name',
    '出台稳增长45条举措，推出促农民增收22条措施。',
    REVIEW,
    ['出台稳增长举措 2021 outcome count 45条', '推出促农民增收措施 2021 outcome count 22条'],
  ],
  [
    'how far what was begun has come',
    '启动改造农贸市场132家，完成96家。',
    REVIEW,
    ['启动改造农贸市场 2021 outcome count 132家', '完成改造农贸市场 2021 outcome count 96家'],
  ],
  [
    'amounts of two scales',
    '工业总产值和增加值分别突破1万亿元、3000亿元，达1.5万亿元和3075亿元。',
    REVIEW,
    [
      '工业总产值 2021 outcome level >=1万亿元',
      '工业增加值 2021 outcome level >=3000亿元',
      '工业总产值 2021 outcome level 1.5万亿元',
      '工业增加值 2021 outcome level 3075亿元',
    ],
  ],
  [
    'nothing is shared by what stands alone',
    '会议、文件和评比表彰项目分别减少30%、29.5%、16.8%。',
    REVIEW,
    ['会议 2021 outcome growth 30%', '文件 2021 outcome growth 29.5%', '评比表彰项目 2021 outcome growth 16.8%'],
  ],
  [
    'a size before what is counted',
    '新建万亩基地10个、五千亩基地20个。',
    TASKS,
    ['新建万亩基地 2022 target count 10个', '新建五千亩基地 2022 target count 20个'],
  ],
  [
    'how a work was done',
    '圆满完成11件34项为民办实事项目。',
    REVIEW,
    ['为民办实事项目 2021 outcome count 11件', '为民办实事项目 2021 outcome count 34项'],
  ],
  [
    'examples of the first number',
    '建设“云平台”等15个实验室和2个合作基地。',
    REVIEW,
    ['建设“云平台”等实验室 2021 outcome count 15个', '建设合作基地 2021 outcome count 2个'],
  ],
  [
    'parts by their worth',
    '上市公司新增102家，达到334家，市值过千亿元的8家。',
    REVIEW,
    [
      '上市公司新增 2021 outcome count 102家',
      '上市公司总数 2021 outcome count 334家',
      '市值过千亿元上市公司 2021 outcome count 8家',
    ],
  ],
  [
    'who set the aim',
    '人均生产总值提前达到省提出的7000美元的目标。',
    REVIEW,
    ['人均生产总值 2021 outcome level 7000美元'],
  ],
  [
    'an amount beside a rate',
    '农畜产品加工转化率达到20%以上、产值增长10%以上。',
    TASKS,
    ['农畜产品加工转化率 2022 target share >=20%', '农畜产品加工产值 2022 target growth >=10%'],
  ],
  [
    'a growth by the year',
    '五年来生产总值以年均12%的速度增长。',
    REVIEW,
    ['生产总值 2017-2021 cumulative average 12%'],
  ],
  [
    'a mark passed before the figure',
    '数据产业营业收入突破千亿、达到1200亿元。',
    REVIEW,
    ['数据产业营业收入 2021 outcome level 1200亿元'],
  ],
  [
    'works that are extended',
    '加快推进3家区级人民医院、4家社区卫生服务中心改扩建。',
    REVIEW,
    ['区级人民医院改扩建 2021 outcome count 3家', '社区卫生服务中心改扩建 2021 outcome count 4家'],
  ],
  [
    'what was paid for is not paid',
    '投入267亿元开展国土整治1267万亩。',
    REVIEW,
    ['投入开展国土整治 2021 outcome level 267亿元', '国土整治 2021 outcome level 1267万亩'],
  ],
  [
    'several rates of one thing',
    '办理人大代表建议97件，办结率、满意率均为100%。',
    REVIEW,
    [
      '办理人大代表建议 2021 outcome count 97件',
      '人大代表建议办结率 2021 outcome share 100%',
      '人大代表建议满意率 2021 outcome share 100%',
    ],
  ],
  [
    'a share of the same kind',
    '非煤产业完成投资1700亿元；完成增加值652亿元，占规模以上工业增加值的34.4%。',
    REVIEW,
    [
      '非煤产业完成投资 2021 outcome level 1700亿元',
      '非煤产业增加值 2021 outcome level 652亿元',
      '非煤产业增加值占规模以上工业增加值 2021 outcome share 34.4%',
    ],
  ],
  [
    'a part that changed',
    '新增电力装机2795万千瓦，其中水力发电装机由284万千瓦增加到1294万千瓦。',
    REVIEW,
    [
      '新增电力装机 2021 outcome level 2795万千瓦',
      '水力发电装机 2020 outcome level 284万千瓦',
      '水力发电装机 2021<2020 outcome level 1294万千瓦',
    ],
  ],
  [
    "an industry's output",
    '汽车产业形成多品牌集聚，产量突破300万辆，实现产值4700亿元。',
    REVIEW,
    ['汽车产业产量 2021 outcome count >=300万辆', '汽车产业产值 2021 outcome level 4700亿元'],
  ],
  ['one of so many', '白城市成为全国首批16个海绵城市建设试点市之一。', REVIEW, []],
  [
    'a growth below nothing',
    '规模以上固定资产投资负增长5.3%。',
    REVIEW,
    ['规模以上固定资产投资 2021 outcome growth 5.3%'],
  ],
  [
    'a verb that ends like a word of bounds',
    '中长期贷款项目签约77个。',
    REVIEW,
    ['中长期贷款项目签约 2021 outcome count 77个'],
  ],
  [
    'two industries',
    '纺织服装产业加快升级，实现集群营收1300亿元；新能源及新能源汽车产业重点延伸产业链，实现集群营收800亿元。',
    TASKS,
    ['纺织服装产业集群营收 2022 target level 1300亿元', '新能源及新能源汽车产业集群营收 2022 target level 800亿元'],
  ],
  [
    "others' rates",
    '工业全员劳动生产率增长12%，利税、利润分别增长18%和25%。',
    REVIEW,
    ['工业全员劳动生产率 2021 outcome growth 12%', '利税 2021 outcome growth 18%', '利润 2021 outcome growth 25%'],
  ],
  [
    '',
    '6个集体、10名同志受到党中央、国务院表彰。',
    REVIEW,
    ['集体受到党中央、国务院表彰 2021 outcome count 6个', '同志受到党中央、国务院表彰 2021 outcome count 10名'],
  ],
])('%s %s', (_, text, options, expected) => {
  expect(factsOf(text, options).map(line)).toEqual(expected);
});

test('a part on a body that counts its own', () => {
  const report = smallReport('生产总值增长10%，进出口总额增长13.3%。', { place: '新疆维吾尔自治区' });
  const [section] = report.sections;
  const own = { ...report, sections: [{ ...section!, path: ['十二、加快兵团经济社会发展'] }] };
  expect(extractFacts(own, lexicon).map(({ place }) => place)).toEqual(['z660000', 'z660000']);
  expect(extractFacts(report, lexicon).map(({ place }) => place)).toEqual(['650000', '650000']);
});
