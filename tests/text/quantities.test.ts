import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/text/quantities.js';
import type { Quantity } from '../../src/text/types.js';
import { foldText } from '../../src/text/view.js';

/** A figure in short: bound, value or range, unit. */
function short(quantity: Quantity): string {
  const { kind, low, high, bound, unit, parts } = quantity;
  if (kind === 'phrase') return quantity.text;
  if (parts !== undefined && parts.length > 2) return parts.join(':');
  const value = bound === 'range' ? `${low}–${high}` : String(low ?? high);
  const sign = bound === '=' || bound === 'range' ? '' : `${bound} `;
  return `${sign}${value} ${unit}${kind === 'number' || kind === 'multiple' ? '' : ` (${kind})`}`.trimEnd();
}

const read = (text: string): string[] => findQuantities(foldText(text)).map(short);

const FIGURES: Readonly<Record<string, readonly string[]>> = {
  // value and unit as written
  '8 %': ['增长8%', '增长 8％', '增长８％', '增长百分之八', '增长百分之8', 'GDP8%'],
  '-2.1 %': ['增长-2.1%', '增速为－2.1%'],
  '5.5 ‰': ['人口自然增长率5.5‰', '千分之五点五'],
  '3.9 个百分点': ['提高3.9个百分点', '提高3.9百分点', '提高3.9个点', '提高三点九个百分点'],
  '3750 亿元': ['达到3750亿元', '达3,750亿元', '达 3750 亿 元'],
  '1 万亿元': ['累计1万亿元', '累计一万亿元'],
  '1.2 万亿斤': ['粮食产量1.2万亿斤'],
  '4 万亿美元': ['外汇储备4万亿美元'],
  '5000 万元': ['投资5000万元', '投资5千万元', '投资五千万元'],
  '3.26 万户': ['涉及3.26万户'],
  '12000 万元': ['投资12000万元'],
  '35000 人': ['3万5千人', '新增3万5千人'],
  '23500 人': ['新增两万三千五百人', '新增23500人'],
  '4830 万人次': ['接待游客 4830 万人次'],
  '3 成': ['覆盖三成'],
  '335 公里': ['改造农村公路335公里'],
  '172 个': ['改造老旧小区172个'],
  '300 万千瓦': ['装机300万千瓦'],
  '30 亿千瓦时': ['发电30亿千瓦时'],
  '35 微克/立方米': ['PM2.5平均浓度35微克/立方米'],
  '1.8 万元/平方米': ['均价1.8万元/平方米'],
  '10 万': ['解决10万农村人口饮水问题'],
  '2 家': ['新增两家'],
  '120 项': ['下放一百二十项'],
  '13 年': ['连续13年'],
  '77.8 岁': ['人均预期寿命77.8岁'],
  '320 天': ['优良天数320天'],
  // bounds
  '>= 7 %': ['增长7%以上', '不低于7%', '高于7%', '增长 7% 及以上', '至少7%', '≥7%', '7%以上'],
  '>= 550 家': ['突破550家', '超过550家', '超550家', '逾550家', '达到550家以上', '550余家', '550多家', '不少于550家'],
  '>= 5200 万元': ['5200多万元', '5200余万元', '超5200万元', '五千二百多万元'],
  '>= 3700 车次': ['3700余车次'],
  '>= 10 亿元': ['过10亿元', '破10亿元', '10亿元以上', '首破10亿元'],
  '>= 30 个': ['30多个', '三十多个', '30个以上'],
  '<= 5.5 %': [
    '控制在5.5%以内',
    '5.5%以内',
    '低于5.5%',
    '不超过5.5%',
    '不高于5.5%',
    '控制在5.5%',
    '5.5%以下',
    '控制在5.5%内',
  ],
  '~ 3 %': ['3%左右', '约3%', '控制在3%左右', '接近3%', '近3%'],
  '~ 60 万人次': ['接近60万人次', '近60万人次', '约60万人次', '60万人次左右', '大约60万人次'],
  // ranges
  '6.5–7 %': ['6.5%—7%', '6.5-7%', '6.5%至7%', '6.5％～7％', '6.5%到7%左右', '百分之六点五至百分之七'],
  '1–2 个': ['1-2个', '1至2个'],
  '3000–3500 元': ['3000到3500元', '3000元—3500元'],
  '800–1000 亩': ['800 1000 亩', '800-1000亩'],
  '0.8–1 亿元': ['8000万—1亿元'],
  // ratios, ranks, multiples
  '12.6:39.4:48': ['12.6：39.4：48', '12.6∶39.4∶48'],
  '15  (ratio)': ['生师比为15:1'],
  '0.75  (ratio)': ['四分之三'],
  '2 位 (rank)': ['居全省第2', '全省第二，', '居全省第2位', '位列全省第二位'],
  '7 位 (rank)': ['第7位', '居全国第七', '排名全国第7名'],
  '72 位 (rank)': ['位居中国城市综合经济竞争力排行榜72位'],
  '1 位 (rank)': ['增速居全省首位', '居全省第一'],
  '<= 3 位 (rank)': ['进入全省前三', '居全省前3位'],
  '<= 10 强 (rank)': ['跻身前10强', '全省县域经济10强'],
  '1.6 倍': ['是2015年的1.6倍', '增长1.6倍'],
  '1 番': ['翻一番', '实现翻番'],
  '~ 2 番': ['接近翻两番'],
};

const SEVERAL: readonly (readonly [string, readonly string[]])[] = [
  ['老旧小区319个3.26万户', ['319 个', '3.26 万户']],
  ['由49.3%提高到58%', ['49.3 %', '58 %']],
  ['由103家到360家', ['103 家', '360 家']],
  ['分别增长8%、9.5%以上', ['8 %', '>= 9.5 %']],
  ['超年度目标35、23.6个百分点', ['35 个百分点', '23.6 个百分点']],
  ['分别是2016年的1.6倍、1.5倍', ['1.6 倍', '1.5 倍']],
  ['引进亿元产业项目230个以上，其中过10亿元30个以上', ['>= 230 个', '>= 10 亿元', '>= 30 个']],
  ['2021年改造89座，比2020年增长8%', ['89 座', '8 %']],
  ['总投资509.99亿元，项目履约率达76.7%', ['509.99 亿元', '76.7 %']],
];

const WITHOUT_UNIT: readonly (readonly [string, readonly string[]])[] = [
  ['地区生产总值增长8以上，', ['>= 8']],
  ['常住人口城镇化率达57，', ['57']],
  ['年均增长8.7。', ['8.7']],
  ['居民消费价格指数控制在103左右', ['~ 103']],
  ['分别增长8、9.5以上。', ['8', '>= 9.5']],
  ['研发经费投入占GDP比重达1.7。', ['1.7']],
];

const PHRASES: readonly (readonly [string, readonly string[]])[] = [
  ['进出口实现正增长', ['正增长']],
  ['居民收入与经济增长基本同步', ['与经济增长基本同步']],
  ['与全国同步全面建成小康社会', ['与全国同步']],
  ['高于全省平均水平', ['高于全省平均水平']],
  ['高于全省平均水平2.3个百分点', ['2.3 个百分点']],
  ['节能减排完成省定目标任务', ['完成省定目标任务']],
];

const NO_FIGURES = [
  '2021年8月27日',
  '2021-12-29',
  '2017—2021年',
  '1—11月',
  '8月27日',
  'G319、S306线改造',
  '12345热线',
  '144小时免签',
  '122产业体系',
  '310行动计划',
  '8·27事故',
  '706厂',
  '4+9产业',
  '1+N体系',
  '打造“1+3+N”格局',
  '（1）推进',
  '1.推进改革',
  '一是坚持',
  '湘政发〔2021〕3号',
  '“十四五”',
  '“十大”行动',
  '三年行动',
  '三大攻坚战',
  '5G基站',
  'A股上市',
  '5A级景区',
  'AAAAA级景区',
  '2.0版',
  '第十七届',
  '第17届',
  '第3批',
  '三次产业',
  '全国百强区',
  '亿元以上项目',
  '百亿企业',
  '六稳六保',
  '两个维护',
  '一带一路',
  '数十家',
  '几十个',
  '建党100周年',
  '近3年',
  '15分钟生活圈',
  '“20条”措施',
  '《2021年十大工程》',
  '前4个月',
  '前三季度',
  '上午9:30',
  '1949',
  '通过',
];

describe('findQuantities', () => {
  it.each(Object.entries(FIGURES).flatMap(([value, texts]) => texts.map((text) => [text, value] as const)))(
    'reads %s as %s',
    (text, value) => {
      expect(read(text)).toEqual([value]);
    },
  );

  it.each(SEVERAL)('reads several figures in %s', (text, values) => {
    expect(read(text)).toEqual(values);
  });

  it.each(WITHOUT_UNIT)('reads a figure without a unit in %s', (text, values) => {
    expect(read(text)).toEqual(values);
  });

  it.each(PHRASES)('reads %s', (text, values) => {
    expect(read(text)).toEqual(values);
  });

  it.each(NO_FIGURES)('finds no figure in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('gives the span with its bound words, and the core without', () => {
    const text = '城镇调查失业率控制在5.5%以内，突破550家';
    const [rate, count] = findQuantities(text);
    expect(rate?.text).toBe('控制在5.5%以内');
    expect(text.slice(rate?.core.start, rate?.core.end)).toBe('5.5%');
    expect(count?.text).toBe('突破550家');
    expect(text.slice(count?.core.start, count?.core.end)).toBe('550家');
  });

  it('leaves the open side of a bound open', () => {
    expect(findQuantities('7%以上')[0]).toMatchObject({ low: 7, high: null });
    expect(findQuantities('7%以内')[0]).toMatchObject({ low: null, high: 7 });
    expect(findQuantities('7%左右')[0]).toMatchObject({ low: 7, high: 7 });
  });
});
