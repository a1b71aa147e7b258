import { describe, expect, test } from 'vitest';
import { factsOf, line } from './small-report.js';

const TASKS: readonly (readonly [string, readonly string[]])[] = [
  // what doubles is each of them
  [
    '提前实现地区生产总值和全体居民人均可支配收入比2010年翻一番',
    ['地区生产总值 2022<2010 target multiple 1番', '全体居民人均可支配收入 2022<2010 target multiple 1番'],
  ],
  // as many levels as subjects, each in its own unit
  [
    '粮食播种面积和产量稳定在310万亩、128万吨以上',
    ['粮食播种面积 2022 target level >=310万亩', '粮食产量 2022 target level >=128万吨'],
  ],
  // what is said further of two
  [
    '养老保险参保率和医保参保率分别达到96%和98%，续保率分别达到90%和93%',
    [
      '养老保险参保率 2022 target share 96%',
      '医保参保率 2022 target share 98%',
      '养老保险续保率 2022 target share 90%',
      '医保续保率 2022 target share 93%',
    ],
  ],
  [
    '常住人口和户籍人口城镇化率分别达到61%、48%',
    ['常住人口城镇化率 2022 target share 61%', '户籍人口城镇化率 2022 target share 48%'],
  ],
  [
    '临江产业园、城东高新区规模以上工业总产值分别突破120亿元、260亿元',
    [
      '临江产业园规模以上工业总产值 2022 target level >=120亿元',
      '城东高新区规模以上工业总产值 2022 target level >=260亿元',
    ],
  ],
  [
    '蔬菜、水果产量达20万吨、30万吨，分别居全省第二、三位',
    [
      '蔬菜产量 2022 target level 20万吨',
      '水果产量 2022 target level 30万吨',
      '蔬菜产量 2022 target rank 2位',
      '水果产量 2022 target rank 3位',
    ],
  ],
  [
    '工业增加值、固定资产投资、进出口总额增速分别居全省第4、第6和第9位',
    ['工业增加值 2022 target rank 4位', '固定资产投资 2022 target rank 6位', '进出口总额 2022 target rank 9位'],
  ],
  [
    '第二、三产业增加值分别增长6%、7%',
    ['第二产业增加值 2022 target growth 6%', '第三产业增加值 2022 target growth 7%'],
  ],
  [
    '生猪、家禽出栏分别达30万头和400万羽、增长5%和6%',
    [
      '生猪出栏 2022 target count 30万头',
      '家禽出栏 2022 target count 400万羽',
      '生猪出栏 2022 target growth 5%',
      '家禽出栏 2022 target growth 6%',
    ],
  ],
  [
    '装备产业产值、食品产业产值分别达到500亿元和200亿元，占比分别提高2个和1个百分点',
    [
      '装备产业产值 2022 target level 500亿元',
      '食品产业产值 2022 target level 200亿元',
      '装备产业产值占比 2022 target difference 2个百分点',
      '食品产业产值占比 2022 target difference 1个百分点',
    ],
  ],
  [
    '城乡居民人均可支配收入增长5.1%和7.6%，排名全省第2位和第1位',
    [
      '城镇居民人均可支配收入 2022 target growth 5.1%',
      '农村居民人均可支配收入 2022 target growth 7.6%',
      '城镇居民人均可支配收入 2022 target rank 2位',
      '农村居民人均可支配收入 2022 target rank 1位',
    ],
  ],
  [
    '火电、水电装机容量达到900万千瓦、300万千瓦，是2016年的1.5倍、3倍',
    [
      '火电装机容量 2022 target level 900万千瓦',
      '水电装机容量 2022 target level 300万千瓦',
      '火电装机容量 2022<2016 target multiple 1.5倍',
      '水电装机容量 2022<2016 target multiple 3倍',
    ],
  ],
  [
    '进出口总额55亿美元、出口总额30亿美元，分别增长5%、8%',
    [
      '进出口总额 2022 target level 55亿美元',
      '出口总额 2022 target level 30亿美元',
      '进出口总额 2022 target growth 5%',
      '出口总额 2022 target growth 8%',
    ],
  ],
  [
    '肉牛饲养量、出栏量分别达到50万头、20万头',
    ['肉牛饲养量 2022 target count 50万头', '肉牛出栏量 2022 target count 20万头'],
  ],
  [
    '参加养老、失业保险人数分别达到120万人、35万人',
    ['参加养老保险人数 2022 target count 120万人', '参加失业保险人数 2022 target count 35万人'],
  ],
  [
    '新签约、新开工、新投产重点项目分别达到90个、70个、50个',
    [
      '新签约重点项目 2022 target count 90个',
      '新开工重点项目 2022 target count 70个',
      '新投产重点项目 2022 target count 50个',
    ],
  ],
  [
    '道路交通事故起数、死亡人数分别下降9.5%、12.1%',
    ['道路交通事故起数 2022 target growth 9.5%', '道路交通事故死亡人数 2022 target growth 12.1%'],
  ],
  [
    '进出口总额和境外投资分别完成300亿元、4亿美元',
    ['进出口总额 2022 target level 300亿元', '境外投资 2022 target level 4亿美元'],
  ],
  ['牛羊存栏分别达到30万头、210万只', ['牛存栏 2022 target count 30万头', '羊存栏 2022 target count 210万只']],
  [
    '农村卫生厕所普及率、生活垃圾收运率分别达到80.5%、96%',
    ['农村卫生厕所普及率 2022 target share 80.5%', '生活垃圾收运率 2022 target share 96%'],
  ],
  [
    '城乡居民人均可支配收入分别增长8%以上、10%以上',
    ['城镇居民人均可支配收入 2022 target growth >=8%', '农村居民人均可支配收入 2022 target growth >=10%'],
  ],
  [
    '城、乡居民人均可支配收入分别增长8.5%、10.5%以上',
    ['城镇居民人均可支配收入 2022 target growth >=8.5%', '农村居民人均可支配收入 2022 target growth >=10.5%'],
  ],
  [
    '城镇、农村常住居民人均可支配收入分别增长5.5%、7.5%左右',
    ['城镇常住居民人均可支配收入 2022 target growth ~5.5%', '农村常住居民人均可支配收入 2022 target growth ~7.5%'],
  ],
  [
    '城乡常住居民人均可支配收入均增长8%以上',
    ['城镇居民人均可支配收入 2022 target growth >=8%', '农村居民人均可支配收入 2022 target growth >=8%'],
  ],
  [
    '规上工业增加值、固定资产投资分别增长15%左右，地方级财政收入增长5%左右',
    [
      '规上工业增加值 2022 target growth ~15%',
      '固定资产投资 2022 target growth ~15%',
      '地方级财政收入 2022 target growth ~5%',
    ],
  ],
  ['外贸进出口总额和外贸出口均增长17%', ['外贸进出口总额 2022 target growth 17%', '外贸出口 2022 target growth 17%']],
  [
    '固定资产投资、社会消费品零售总额增长10%',
    ['固定资产投资 2022 target growth 10%', '社会消费品零售总额 2022 target growth 10%'],
  ],
  [
    '规上工业增加值、总产值分别增长12%和6%',
    ['规上工业增加值 2022 target growth 12%', '规上工业总产值 2022 target growth 6%'],
  ],
  [
    '一、二、三产增加值分别增长7%、11%和8.5%',
    [
      '第一产业增加值 2022 target growth 7%',
      '第二产业增加值 2022 target growth 11%',
      '第三产业增加值 2022 target growth 8.5%',
    ],
  ],
  [
    '农业、规模以上工业、服务业增加值分别增长6.5%、12%以上、10%左右',
    [
      '农业增加值 2022 target growth 6.5%',
      '规模以上工业增加值 2022 target growth >=12%',
      '服务业增加值 2022 target growth ~10%',
    ],
  ],
  [
    '制造业增加值、外贸进出口总额、地方税收占GDP比重分别达到30%、15%和4%以上',
    [
      '制造业增加值占GDP比重 2022 target share >=30%',
      '外贸进出口总额占GDP比重 2022 target share >=15%',
      '地方税收占GDP比重 2022 target share >=4%',
    ],
  ],
  [
    '力争港口货物、集装箱吞吐量分别达到9300万吨和150万标箱',
    ['港口货物吞吐量 2022 target level 9300万吨', '集装箱吞吐量 2022 target level 150万标箱'],
  ],
  [
    '城镇登记失业率、居民消费价格指数涨幅均控制在3%以内',
    ['城镇登记失业率 2022 target level <=3%', '居民消费价格指数 2022 target growth <=3%'],
  ],
  [
    '中心城区新增业主委员会、物业管理小区各100个',
    ['中心城区新增业主委员会 2022 target count 100个', '物业管理小区 2022 target count 100个'],
  ],
];

const REVIEW: readonly (readonly [string, readonly string[]])[] = [
  [
    '全年接待游客4830万人次、实现旅游总收入550亿元，分别恢复到上年的60%、60.7%',
    [
      '接待游客 2021 outcome count 4830万人次',
      '旅游总收入 2021 outcome level 550亿元',
      '接待游客 2021<2020 outcome multiple 60%',
      '旅游总收入 2021<2020 outcome multiple 60.7%',
    ],
  ],
  [
    '市场主体达38.4万户、“四上企业”达3772家，分别是2016年的1.6倍、1.5倍',
    [
      '市场主体 2021 outcome count 38.4万户',
      '“四上企业” 2021 outcome count 3772家',
      '市场主体 2021<2016 outcome multiple 1.6倍',
      '“四上企业” 2021<2016 outcome multiple 1.5倍',
    ],
  ],
  [
    '省、市重点项目分别完成投资192.14亿元、686亿元，超年度目标35、23.6个百分点',
    [
      '省重点项目完成投资 2021 outcome level 192.14亿元',
      '市重点项目完成投资 2021 outcome level 686亿元',
      '省重点项目完成投资超年度目标 2021 outcome difference 35个百分点',
      '市重点项目完成投资超年度目标 2021 outcome difference 23.6个百分点',
    ],
  ],
  [
    '23个省重点项目、153个市重点项目，分别完成年度投资计划的83.6%、81.1%',
    [
      '省重点项目 2021 outcome count 23个',
      '市重点项目 2021 outcome count 153个',
      '省重点项目完成年度投资计划 2021 outcome share 83.6%',
      '市重点项目完成年度投资计划 2021 outcome share 81.1%',
    ],
  ],
  [
    '乡镇卫生院、村卫生室标准化建设达标率分别为97.6%、98.8%',
    ['乡镇卫生院标准化建设达标率 2021 outcome share 97.6%', '村卫生室标准化建设达标率 2021 outcome share 98.8%'],
  ],
  [
    '金融机构存贷款余额分别突破3600亿元、2500亿元',
    ['金融机构存款余额 2021 outcome level >=3600亿元', '金融机构贷款余额 2021 outcome level >=2500亿元'],
  ],
  [
    '烟草、文旅康养产业产值分别达633亿元、910亿元',
    ['烟草产业产值 2021 outcome level 633亿元', '文旅康养产业产值 2021 outcome level 910亿元'],
  ],
  [
    '产值过100亿元、过10亿元企业分别达3家、55家',
    ['产值过100亿元企业 2021 outcome count 3家', '过10亿元企业 2021 outcome count 55家'],
  ],
  [
    '新增国家级、省级专精特新企业2家、4家',
    ['新增国家级专精特新企业 2021 outcome count 2家', '新增省级专精特新企业 2021 outcome count 4家'],
  ],
  [
    '分别向怀化高新区、怀化经开区下放经济管理权限190项、187项',
    ['怀化高新区下放经济管理权限 2021 outcome count 190项', '怀化经开区下放经济管理权限 2021 outcome count 187项'],
  ],
  [
    '城乡居民人均可支配收入分别由19473元、7094元增加到28151元、11213元',
    [
      '城镇居民人均可支配收入 2020 outcome level 19473元',
      '农村居民人均可支配收入 2020 outcome level 7094元',
      '城镇居民人均可支配收入 2021<2020 outcome level 28151元',
      '农村居民人均可支配收入 2021<2020 outcome level 11213元',
    ],
  ],
  [
    '规上工业增加值增长14.8%，固定资产投资增长20.4%，分别比预期目标高4.8、10.4个百分点',
    [
      '规上工业增加值 2021 outcome growth 14.8%',
      '固定资产投资 2021 outcome growth 20.4%',
      '规上工业增加值比预期目标 2021 outcome difference 4.8个百分点',
      '固定资产投资比预期目标 2021 outcome difference 10.4个百分点',
    ],
  ],
  [
    '地区生产总值、规模以上工业增加值两项指标增速分别低于目标2个、4.2个百分点',
    [
      '地区生产总值低于目标 2021 outcome difference 2个百分点',
      '规模以上工业增加值低于目标 2021 outcome difference 4.2个百分点',
    ],
  ],
  [
    '净增市场主体22.5万户、总量38万户，分别居全省第三、第四',
    [
      '净增市场主体 2021 outcome count 22.5万户',
      '市场主体总量 2021 outcome count 38万户',
      '净增市场主体 2021 outcome rank 3位',
      '市场主体总量 2021 outcome rank 4位',
    ],
  ],
  [
    '金融机构存贷款余额由986.1亿元、599.1亿元，分别增加到1140.7亿元和1173.6亿元',
    [
      '金融机构存款余额 2020 outcome level 986.1亿元',
      '金融机构贷款余额 2020 outcome level 599.1亿元',
      '金融机构存款余额 2021 outcome level 1140.7亿元',
      '金融机构贷款余额 2021 outcome level 1173.6亿元',
    ],
  ],
  [
    '一般公共预算总收入和地方一般公共预算收入税性比重分别达88%、79%',
    ['一般公共预算总收入税性比重 2021 outcome share 88%', '地方一般公共预算收入税性比重 2021 outcome share 79%'],
  ],
  [
    '原油产量、加工量再创新高，分别达到784万吨和355万吨',
    ['原油产量 2021 outcome level 784万吨', '加工量 2021 outcome level 355万吨'],
  ],
];

describe('values side by side for several subjects (分别)', () => {
  test.each(TASKS)('among the tasks: %s', (text, expected) => {
    expect(factsOf(`${text}。`).map(line)).toEqual(expected);
  });

  test.each(REVIEW)('in a review: %s', (text, expected) => {
    expect(factsOf(`${text}。`, { role: 'review' }).map(line)).toEqual(expected);
  });
});
