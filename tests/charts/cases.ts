import type { Chart } from '../../src/answer/schema.js';

type Point = Chart['points'][number];

export function point(label: string, value: number | null, text: string, more: Partial<Point> = {}): Point {
  return { label, value, high: null, bound: value === null ? null : '=', text, ...more };
}

function chart(
  type: Chart['type'],
  title: string,
  unit: string,
  points: Point[],
  source = '《2035年甲市政府工作报告》',
): Chart {
  return { type, title, unit, source, points };
}

const years = (from: number, count: number): string[] => Array.from({ length: count }, (_, i) => `${from + i}年`);

/** Charts of every kind and of every awkward shape. Places and figures are made up. */
export const CASES: Record<string, Chart> = {
  comparison: chart(
    'bar',
    '2035年六地地区生产总值目标',
    '%',
    [
      point('甲州市', 8, '8%以上', { bound: '>=' }),
      point('乙山土家族苗族自治州', 7.5, '7.5%'),
      point('丙江市', 7, '7%左右', { bound: '~' }),
      point('丁湖市', 6.5, '6.5%—7%', { bound: 'range', high: 7 }),
      point('戊城市', 6, '6%以内', { bound: '<=' }),
      point('己岭市', null, '未收录'),
    ],
    '《2035年甲州市政府工作报告》《2035年乙山土家族苗族自治州政府工作报告》《2035年丙江市政府工作报告》《2035年丁湖市政府工作报告》《2035年戊城市政府工作报告》',
  ),
  trend: chart(
    'line',
    '甲州市历年地区生产总值目标',
    '%',
    [
      point('2029年', 8, '8%以上', { bound: '>=' }),
      point('2030年', 7.5, '7.5%左右', { bound: '~' }),
      point('2031年', null, '未收录'),
      point('2032年', 6, '6%—6.5%', { bound: 'range', high: 6.5 }),
      point('2033年', 7, '7%'),
      point('2034年', 6.5, '6.5%以内', { bound: '<=' }),
    ],
    '甲州市2029—2034年政府工作报告',
  ),
  outcome: chart(
    'outcome',
    '甲州市2034年主要目标完成情况',
    '%',
    [
      point('地区生产总值', 8, '8%以上', { bound: '>=', series: 'target' }),
      point('地区生产总值', 8.3, '8.3%', { series: 'outcome' }),
      point('规模以上工业增加值', 8.5, '8.5%左右', { bound: '~', series: 'target' }),
      point('规模以上工业增加值', 7.9, '7.9%', { series: 'outcome' }),
      point('城镇居民人均可支配收入', 9, '9%', { series: 'target' }),
      point('城镇居民人均可支配收入', null, '未提及', { series: 'outcome' }),
      point('城镇调查失业率', 5.5, '5.5%以内', { bound: '<=', series: 'target' }),
      point('城镇调查失业率', 5.1, '5.1%', { series: 'outcome' }),
    ],
    '目标：《2034年甲州市政府工作报告》；结果：《2035年甲州市政府工作报告》',
  ),
  map: chart('map', '2035年各省地区生产总值目标', '%', [
    point('湖北', 10, '10%以上', { bound: '>=', place: '420000' }),
    point('江西', 8, '8%', { place: '360000' }),
    point('山西', 6, '6%左右', { bound: '~', place: '140000' }),
    point('海南', 6, '6%—6.5%', { bound: 'range', high: 6.5, place: '460000' }),
    point('西藏', null, '没有说', { place: '540000' }),
  ]),
  thirty: chart(
    'bar',
    '2035年三十地一般公共预算收入',
    '亿元',
    Array.from({ length: 30 }, (_, i) => point(`第${i + 1}州市`, 900 - i * 27.5, `${900 - i * 27.5}亿元`)),
    Array.from({ length: 30 }, (_, i) => `《2035年第${i + 1}州市政府工作报告》`).join(''),
  ),
  one: chart('bar', '甲州市2035年固定资产投资目标', '%', [point('甲州市', 10, '10%')]),
  negative: chart('bar', '2034年进出口总额增速', '%', [
    point('甲州市', 12.4, '增长12.4%'),
    point('乙山州', 0, '持平'),
    point('丙江市', -3.2, '下降3.2%'),
    point('丁湖市', -8, '下降8%以上', { bound: '<=' }),
    point('戊城市', -2, '-2%—1%', { bound: 'range', high: 1 }),
  ]),
  empty: chart('bar', '2035年研发经费投入强度目标', '%', [point('甲州市', null, ''), point('乙山州', null, '未提及')]),
  nothing: chart('bar', '没有数据', '', [], ''),
  spread: chart('bar', '2034年外贸企业数', '家', [
    point('甲州市', 1234567, '1234567家'),
    point('乙山州', 5500, '突破5500家', { bound: '>=' }),
    point('丙江市', 3, '3家'),
    point('丁湖市', 1, '1—2家', { bound: 'range', high: 2 }),
  ]),
  wordy: chart(
    'bar',
    '规模以上工业战略性新兴产业增加值占规模以上工业增加值比重与研发经费投入强度在二〇三五年的目标对比',
    '占比，按当年价格计算，%',
    [
      point(
        '粤桂琼滇黔川渝藏陕甘青宁新蒙十四省区高新技术产业开发区联合体',
        31.5,
        '31.5%以上，力争达到33%并保持全国前列',
        { bound: '>=' },
      ),
      point('GDP（现价）top-10 cities, averaged', 12, '12%'),
      point('😀\u0007市\u202e𲎯', 5, '5%'),
    ],
  ),
  decades: chart(
    'line',
    '全国历年经济增长目标',
    '%',
    years(1985, 42).map((year, i) =>
      i % 9 === 4 ? point(year, null, '') : point(year, 8 - (i % 7) * 0.5, `${8 - (i % 7) * 0.5}%左右`, { bound: '~' }),
    ),
  ),
  dozen: chart(
    'line',
    '甲州市历年一般公共预算收入',
    '亿元',
    years(2023, 12).map((year, i) => point(year, 98000 + i * i * 1500, `${98000 + i * i * 1500}亿元`)),
  ),
  lines: chart('line', '甲州市社会消费品零售总额：目标与结果', '%', [
    ...years(2030, 5).map((year, i) => point(year, 10 - i, `${10 - i}%以上`, { bound: '>=', series: 'target' })),
    ...years(2030, 4).map((year, i) =>
      point(year, 9.4 - i * 1.4, `${(9.4 - i * 1.4).toFixed(1)}%`, { series: 'outcome' }),
    ),
    point('2034年', null, '未收录', { series: 'outcome' }),
  ]),
  held: chart(
    'line',
    '甲州市历年城镇调查失业率目标',
    '%',
    years(2031, 5).map((year) => point(year, null, '')),
  ),
  lone: chart('line', '甲州市历年森林覆盖率', '%', [
    point('2031年', null, ''),
    point('2032年', 74.32, '74.32%'),
    point('2033年', null, ''),
  ]),
};
