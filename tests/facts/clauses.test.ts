import { describe, expect, test } from 'vitest';
import { factsOf, line } from './small-report.js';

/** Clauses among the tasks of a report for 2022, each with its facts: subject, years, facet, measure, figure. */
const TASKS: readonly (readonly [string, readonly string[]])[] = [
  // the noun before the figure
  ['地区生产总值增长7%以上', ['地区生产总值 2022 target growth >=7%']],
  ['居民消费价格涨幅3%左右', ['居民消费价格 2022 target growth ~3%']],
  ['居民消费价格涨幅不高于3%', ['居民消费价格 2022 target growth <=3%']],
  ['城镇调查失业率控制在5.5%以内', ['城镇调查失业率 2022 target level <=5.5%']],
  ['全市城镇化率提高到51%以上', ['城镇化率 2022 target share >=51%']],
  ['单位国内生产总值能耗下降3.4%以上', ['单位国内生产总值能耗 2022 target growth >=3.4%']],
  ['国内生产总值增长6.5%—7%', ['国内生产总值 2022 target growth 6.5–7%']],
  ['全省国内生产总值增长的预期目标为8.5%', ['国内生产总值 2022 target growth 8.5%']],
  ['力争旅游总收入达到550亿元以上', ['旅游总收入 2022 target level >=550亿元']],
  ['全员劳动生产率9.9万元/人以上', ['全员劳动生产率 2022 target level >=9.9万元/人']],
  ['居民消费价格指数控制在103左右', ['居民消费价格指数 2022 target level ~103']],
  ['地区生产总值增速力争高于全省1个百分点', ['地区生产总值增速力争高于全省 2022 target difference 1个百分点']],
  ['地区生产总值到2030年比2020年翻一番以上', ['地区生产总值 2030<2020 plan-target multiple >=1番']],
  // the verb, the figure and its noun, in every order
  ['新建5G基站1300座以上', ['新建5G基站 2022 target count >=1300座']],
  ['八是建成乡镇污水处理厂53个', ['建成乡镇污水处理厂 2022 target count 53个']],
  ['完成200个行政村电网改造升级', ['行政村电网改造升级 2022 target count 200个']],
  ['新增2家省级高新区', ['新增省级高新区 2022 target count 2家']],
  ['突出办好11件市重点民生实事', ['突出办好市重点民生实事 2022 target count 11件']],
  [
    '新建5个嵌入式居家养老服务中心、4个社区老年食堂、20个农村养老大院',
    [
      '新建嵌入式居家养老服务中心 2022 target count 5个',
      '新建社区老年食堂 2022 target count 4个',
      '新建农村养老大院 2022 target count 20个',
    ],
  ],
  // a verb shared by a list
  ['改造农村公路3417公里、危桥593座', ['改造农村公路 2022 target count 3417公里', '改造危桥 2022 target count 593座']],
  [
    '新建市区燃气干管40公里、改造70公里',
    ['新建市区燃气干管 2022 target count 40公里', '改造市区燃气干管 2022 target count 70公里'],
  ],
  [
    '完成农村改厕43.6万个、危房改造5.4万户',
    ['农村改厕 2022 target count 43.6万个', '危房改造 2022 target count 5.4万户'],
  ],
  ['建设20万平方米3000套公租房', ['建设公租房 2022 target count 20万平方米', '建设公租房 2022 target count 3000套']],
  ['改造老旧小区9个138栋楼房', ['改造老旧小区 2022 target count 9个', '改造楼房 2022 target count 138栋']],
  ['改造老旧小区319个3.26万户', ['改造老旧小区 2022 target count 319个', '改造老旧小区 2022 target count 3.26万户']],
  // sums told before what they were spent on, and before the project they are of
  [
    '投入3.6亿元，新改建农村公路85公里',
    ['新改建农村公路投入 2022 target level 3.6亿元', '新改建农村公路 2022 target count 85公里'],
  ],
  [
    '筹措资金2.4亿元，改造乡镇卫生院16所',
    ['改造乡镇卫生院筹措资金 2022 target level 2.4亿元', '改造乡镇卫生院 2022 target count 16所'],
  ],
  ['推动总投资42亿元的沅江抽水蓄能电站开工', ['沅江抽水蓄能电站总投资 2022 target level 42亿元']],
  [
    '推进总投资860亿元的36个基础设施项目',
    ['基础设施项目总投资 2022 target level 860亿元', '基础设施项目 2022 target count 36个'],
  ],
  [
    '抓好总投资310亿元的兴湘物流园、锦程产业园等28个项目建设',
    ['兴湘物流园等项目总投资 2022 target level 310亿元', '兴湘物流园、锦程产业园等项目建设 2022 target count 28个'],
  ],
  ['新引进投资过10亿元的项目12个', ['新引进投资过10亿元的项目 2022 target count 12个']],
  // what a change starts from
  [
    '农村公益岗位补贴由每人300元提高到450元',
    ['农村公益岗位补贴 2021 outcome level 300元', '农村公益岗位补贴 2022<2021 target level 450元'],
  ],
  // a share and what is said further of what has it
  [
    '民间投资占固定资产投资的52%，总额达到860亿元',
    ['民间投资占固定资产投资 2022 target share 52%', '民间投资总额 2022 target level 860亿元'],
  ],
  ['民营经济发展迅速，占地区生产总值的比重达到61%', ['民营经济占地区生产总值的比重 2022 target share 61%']],
  // how far a rank moved is no rank
  ['营商环境排名上升12位', ['营商环境排名 2022 target difference 12位']],
  ['旅游总收入由第9位前移至第6位', ['旅游总收入 2021 outcome rank 9位', '旅游总收入 2022<2021 target rank 6位']],
  [
    '粮食产量达到310万吨，从全省第8位升至第5位',
    ['粮食产量 2022 target level 310万吨', '粮食产量 2021 outcome rank 8位', '粮食产量 2022<2021 target rank 5位'],
  ],
  // levels of one thing
  [
    '新增国家级绿色工厂2家、省级9家',
    ['新增国家级绿色工厂 2022 target count 2家', '新增省级绿色工厂 2022 target count 9家'],
  ],
  [
    '农民合作社达到420家，其中省级35家',
    ['农民合作社 2022 target count 420家', '省级农民合作社 2022 target count 35家'],
  ],
  // the built-up area's people
  [
    '中心城区建成区面积达到82平方公里，常住人口达到76万人',
    ['中心城区建成区面积 2022 target level 82平方公里', '中心城区常住人口 2022 target count 76万人'],
  ],
  // subjects that were dropped
  [
    '稳定粮食播面465万亩以上、产量196万吨以上',
    ['粮食播面 2022 target level >=465万亩', '粮食产量 2022 target level >=196万吨'],
  ],
  [
    '实施省市重点项目310个以上，完成投资600亿元以上',
    ['省市重点项目 2022 target count >=310个', '省市重点项目投资 2022 target level >=600亿元'],
  ],
  [
    '地区生产总值增长7%左右，在实际工作中争取实现8%的更好结果',
    ['地区生产总值 2022 target growth ~7%', '地区生产总值 2022 target growth 8%'],
  ],
  [
    '规模以上工业总产值增长26%、达到1650亿元，增加值增长21%',
    [
      '规模以上工业总产值 2022 target growth 26%',
      '规模以上工业总产值 2022 target level 1650亿元',
      '规模以上工业增加值 2022 target growth 21%',
    ],
  ],
  // 其中
  [
    '地方一般公共预算收入增长8%以上，其中非税占比控制在30%以下',
    ['地方一般公共预算收入 2022 target growth >=8%', '非税占比 2022 target share <=30%'],
  ],
  [
    '新增“四上企业”500家以上，其中规模工业企业150家以上',
    ['新增“四上企业” 2022 target count >=500家', '新增规模工业企业 2022 target count >=150家'],
  ],
  [
    '引进亿元产业项目230个以上，其中过10亿元30个以上',
    ['引进亿元产业项目 2022 target count >=230个', '引进过10亿元产业项目 2022 target count >=30个'],
  ],
  [
    '全省居民人均可支配收入增长15%左右，其中，城市增长14%以上，农村增长15%以上',
    [
      '居民人均可支配收入 2022 target growth ~15%',
      '城市居民人均可支配收入 2022 target growth >=14%',
      '农村居民人均可支配收入 2022 target growth >=15%',
    ],
  ],
  // sizes that only qualify a noun
  ['新引进2亿元以上项目85个', ['新引进2亿元以上项目 2022 target count 85个']],
  ['新增产值过10亿元企业10家以上', ['新增产值过10亿元企业 2022 target count >=10家']],
  ['引进“三类500强”企业8家', ['引进“三类500强”企业 2022 target count 8家']],
  [
    '新增制造业百亿企业2家、50亿企业5家',
    ['新增制造业百亿企业 2022 target count 2家', '新增50亿企业 2022 target count 5家'],
  ],
  ['新增3岁以下婴幼儿托位2.2万个', ['新增3岁以下婴幼儿托位 2022 target count 2.2万个']],
  // targets without a figure
  ['城乡居民收入增长与经济增长同步', ['城乡居民收入 2022 target growth 与经济增长同步']],
  [
    '地方一般公共预算收入、居民收入与经济增长基本同步',
    ['地方一般公共预算收入 2022 target growth 与经济增长基本同步', '居民收入 2022 target growth 与经济增长基本同步'],
  ],
];

/** Clauses of a review of 2021. */
const REVIEW: readonly (readonly [string, readonly string[]])[] = [
  ['202个亿元以上产业项目开工建设', ['亿元以上产业项目开工建设 2021 outcome count 202个']],
  ['46个省控及以上考核断面水质优良率达89.1%', ['省控及以上考核断面水质优良率 2021 outcome share 89.1%']],
  [
    '245个省市重点项目完成投资1100亿元',
    ['省市重点项目 2021 outcome count 245个', '省市重点项目完成投资 2021 outcome level 1100亿元'],
  ],
  ['城镇调查失业率控制在5.5%以内', ['城镇调查失业率 2021 outcome level <=5.5%']],
  ['赋予娄底经开区1659项管理权限', ['赋予娄底经开区管理权限 2021 outcome count 1659项']],
  ['93.7%的政务服务事项实现“最多跑一次”', ['政务服务事项实现“最多跑一次” 2021 outcome share 93.7%']],
  [
    '需拆除的46座大坝、86座水电站附属设施全部拆除',
    ['需拆除大坝 2021 outcome count 46座', '需拆除水电站附属设施全部拆除 2021 outcome count 86座'],
  ],
  [
    '新增市场主体1.5万户，总量突破10万户，增长10.4%',
    [
      '新增市场主体 2021 outcome count 1.5万户',
      '市场主体总量 2021 outcome count >=10万户',
      '市场主体总量 2021 outcome growth 10.4%',
    ],
  ],
  [
    '粮食生产喜获丰收，完成播面469万亩，总产199万吨',
    ['粮食播面 2021 outcome level 469万亩', '粮食总产 2021 outcome level 199万吨'],
  ],
  [
    '已竣工未结算项目43个已完成41个',
    ['竣工未结算项目 2021 outcome count 43个', '竣工未结算项目已完成 2021 outcome count 41个'],
  ],
  [
    '中央环保督察反馈的127个问题，已整改完成85个',
    ['中央环保督察反馈问题 2021 outcome count 127个', '中央环保督察反馈问题已整改完成 2021 outcome count 85个'],
  ],
  [
    '园区规模工业增加值增长12%，占比65%',
    ['园区规模工业增加值 2021 outcome growth 12%', '园区规模工业增加值占比 2021 outcome share 65%'],
  ],
  [
    '净增规模工业企业688家、排全省第二',
    ['净增规模工业企业 2021 outcome count 688家', '净增规模工业企业 2021 outcome rank 2位'],
  ],
  [
    '金融机构贷款余额由全省第5跃居第2',
    ['金融机构贷款余额 2020 outcome rank 5位', '金融机构贷款余额 2021<2020 outcome rank 2位'],
  ],
  ['常德位居中国城市综合经济竞争力排行榜第58位', ['中国城市综合经济竞争力排行榜 2021 outcome rank 58位']],
  ['新增城镇就业、失业人员再就业16114人', ['新增城镇就业、失业人员再就业 2021 outcome count 16114人']],
  ['11条产业链产值增长30%以上', ['产业链产值 2021 outcome growth >=30%']],
  [
    '地区生产总值跃上两千亿元台阶，达到2460亿元，年均增长7.2%',
    ['地区生产总值 2021 outcome level 2460亿元', '地区生产总值 2017-2021 cumulative average 7.2%'],
  ],
  [
    '新认定高新技术企业18家、总数达104家',
    ['新认定高新技术企业 2021 outcome count 18家', '高新技术企业总数 2021 outcome count 104家'],
  ],
  [
    '新增市场主体43.2万户，累计达到188万户',
    ['新增市场主体 2021 outcome count 43.2万户', '市场主体总数 2021 outcome count 188万户'],
  ],
  [
    '新增城镇就业168万人，325万人实现脱贫',
    ['新增城镇就业 2021 outcome count 168万人', '实现脱贫 2021 outcome count 325万人'],
  ],
  ['产业投资占48%、增长119%', ['产业投资占比 2021 outcome share 48%', '产业投资 2021 outcome growth 119%']],
  ['用27天实现本土病例零新增', ['实现本土病例零新增 2021 outcome level 27天']],
  [
    '城市轨道交通新增运营里程101公里、总里程达449公里',
    ['城市轨道交通新增运营里程 2021 outcome level 101公里', '城市轨道交通总里程 2021 outcome level 449公里'],
  ],
  [
    '培育专精特新企业国家级7家、省级69家',
    ['培育专精特新企业国家级 2021 outcome count 7家', '培育专精特新企业省级 2021 outcome count 69家'],
  ],
  [
    '人大代表建议办复率100%、满意率99%以上',
    ['人大代表建议办复率 2021 outcome share 100%', '人大代表建议满意率 2021 outcome share >=99%'],
  ],
];

describe('figures bound to their subjects', () => {
  test.each(TASKS)('among the tasks: %s', (text, expected) => {
    expect(factsOf(`${text}。`).map(line)).toEqual(expected);
  });

  test.each(REVIEW)('in a review: %s', (text, expected) => {
    expect(factsOf(`${text}。`, { role: 'review' }).map(line)).toEqual(expected);
  });
});
