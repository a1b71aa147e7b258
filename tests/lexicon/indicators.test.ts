import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readIndicators } from '../../src/lexicon/indicators.js';

const file = 'config/indicators.json';
const index = readIndicators(JSON.parse(readFileSync(file, 'utf8')), file);
const ids = (text: string, asked = false) => index.find(text, asked).map((mention) => mention.indicator.id);

describe('indicators', () => {
  test.each([
    ['地区生产总值增长7%以上', ['gdp']],
    ['人均GDP迈上4万元台阶', ['gdp-per-capita']],
    ['单位国内生产总值能耗下降3.4%以上', ['energy-intensity']],
    ['规上工业增加值增长9%', ['above-scale-industry-value-added']],
    ['全市园区规模工业产值增长10%以上', ['park-industry-output']],
    ['制造业增加值增长20%', ['manufacturing-value-added']],
    ['制造业增加值占GDP比重18%以上', ['manufacturing-share']],
    ['公共财政预算收入增长6%', ['local-revenue']],
    ['地方级财政收入增长5%左右', ['local-revenue']],
    ['财政总收入增长15％', ['total-revenue']],
    ['农民人均纯收入增长8%', ['rural-income']],
    ['城镇登记失业率3.5%', ['registered-unemployment']],
    ['城镇调查失业率控制在5.5%以内', ['surveyed-unemployment']],
    ['全社会研发经费投入占GDP比重达1.7', ['rd-intensity']],
    ['全社会研发经费投入增长12%以上', ['rd-spending']],
    ['粮食播种面积和产量稳定', ['grain-area']],
    ['规模工业企业达1520家', ['above-scale-industry-firms']],
    ['新增高新技术企业50家以上', ['new-hightech-firms']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test('names that only people asking use are found only when asked for', () => {
    expect(ids('2022年常德固投目标', true)).toEqual(['fixed-investment']);
    expect(ids('2022年常德固投目标')).toEqual([]);
  });

  test('a mention tells where it stands', () => {
    expect(index.find('预计地区生产总值增长4.2')[0]).toMatchObject({ start: 2, end: 8, text: '地区生产总值' });
  });

  const entry = { units: ['%'], measure: 'growth', asked: [] as string[] };
  test('a name claimed by two indicators is refused with its place', () => {
    const twice = {
      indicators: [
        { ...entry, id: 'a', name: '甲指标', aliases: ['共名'] },
        { ...entry, id: 'b', name: '乙指标', aliases: ['{共|独}名'] },
      ],
    };
    expect(() => readIndicators(twice, 'x.json')).toThrow(
      'x.json indicators.1.aliases：名称“共名”已由 indicators.0.aliases（甲指标）占用',
    );
  });

  test('an unknown field, a repeated id and a wrong cover are refused', () => {
    const one = { ...entry, id: 'a', name: '甲指标', aliases: [] };
    expect(() => readIndicators({ indicators: [{ ...one, colour: 1 }] }, 'x.json')).toThrow('x.json indicators.0');
    expect(() => readIndicators({ indicators: [one, { ...one, name: '乙指标' }] }, 'x.json')).toThrow('编号“a”重复');
    expect(() => readIndicators({ indicators: [{ ...one, covers: ['b', 'c'] }] }, 'x.json')).toThrow('没有编号为“b”');
  });
});
