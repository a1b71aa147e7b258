import { describe, expect, it } from 'vitest';
import { findPeriods } from '../../src/text/periods.js';
import { planYears } from '../../src/text/plans.js';
import type { PeriodMention } from '../../src/text/types.js';
import { foldText } from '../../src/text/view.js';
import { isSamePart } from '../../src/text/year-parts.js';

/** A mention in short: kind, years, shift, part. */
function short(mention: PeriodMention): string {
  const { kind, from, to, shift, part, plan, base } = mention;
  const years = from === undefined ? '' : from === to ? ` ${from}` : ` ${from}–${to ?? ''}`;
  const words = [
    plan === undefined ? '' : ` plan ${plan}`,
    shift === undefined ? '' : ` ${shift > 0 ? '+' : ''}${shift}`,
  ];
  return `${kind}${years}${words.join('')}${part === undefined ? '' : ` ${part}`}${base === true ? ' (base)' : ''}`;
}

const read = (text: string, asked = false): string[] => findPeriods(foldText(text), { short: asked }).map(short);

const MENTIONS: Readonly<Record<string, readonly string[]>> = {
  'year 2022': ['2022年', '２０２２年', '二〇二二年', '二零二二年', '二○二二年', '2022年度', '2022 年全年'],
  'year 1995': ['一九九五年', '1995年'],
  'year 2021': ['即将过去的2021年', '刚刚过去的2021年'],
  'span 2017–2021': [
    '2017—2021年',
    '2017-2021年这五年',
    '2017至2021',
    '2017年至2021年',
    '从2017年到2021年',
    '2017～2021年',
    '2017-21年',
  ],
  'span 2016–2019': ['2016 至 2019 年期间', '2019到2016年'],
  'span 2021–2024': ['2021到2024', '二〇二一至二〇二四年'],
  'span 2012–': ['2012年以来'],
  'plan 2016–2020 plan 13': ['“十三五”', '十三五时期', '“十三五”期间', '"十三五"', '十三五', '第十三个五年规划'],
  'plan 2021–2025 plan 14': ['“十四五”时期', '十四五期间'],
  'plan 2026–2030 plan 15': ['“十五五”时期', '十五五'],
  'plan 2001–2005 plan 10': ['“十五”', '十五时期', '“十五”期间'],
  'plan 1996–2000 plan 9': ['“九五”期间', '九五时期'],
  'end 2020 plan 13': ['“十三五”末', '“十三五”期末', '“十三五”时期末'],
  'end 2025': ['到2025年', '2025年底', '到2025年末', '至2025年', '2025年前', '到 2025 年底前'],
  'end 2021': ['截至2021年底', '2021年末', '截至2021年'],
  'window -5': ['五年来', '过去五年', '过去的五年', '这五年', '近五年', '本届政府', '5年来', '任期内', '五年累计'],
  'window +5': ['今后五年', '未来五年', '未来5年', '下一个五年'],
  'window -3': ['近三年', '三年来', '近3年'],
  'window -1': ['一年来', '过去一年', '过去的一年', '刚刚过去的一年', '这一年'],
  'window -4 前四年': ['前四年', '前4年'],
  'part 前三季度': ['前三季度', '一至三季度', '1-3季度', '前3季度', '前三个季度'],
  'part 一季度': ['一季度', '第一季度', '1季度', '首季'],
  'part 上半年': ['上半年'],
  'part 1-11月': ['1—11月', '1-11月份', '1月至11月', '前十一个月', '前11个月'],
  'part 1-4月': ['1至4月', '头四个月', '前4个月'],
  'part 2022 1-4月': ['2022年1至4月', '2022年前四个月'],
  'part 2021 前三季度': ['2021年前三季度'],
  'part 2021 12月29日': ['2021年12月29日'],
  'part 2022 7月': ['2022年7月底', '2022年7月'],
  'part 0 1-11月': ['今年1-11月'],
  'part -1 上半年': ['去年上半年'],
  'relative 0': ['今年', '本年', '本年度', '今年以来', '年内'],
  'relative -1': ['去年', '上年', '上一年', '上年度', '去年产粮'],
  'relative +1': ['明年', '来年'],
  'relative -2': ['前年'],
  'relative -3': ['大前年'],
  'end -2': ['前年底'],
  relative: ['全年'],
  'end -1': ['去年底', '上年末'],
  'end 0': ['今年底', '年底', '年底前', '到年底'],
  'relative -1 (base)': ['比上年', '较去年'],
  'year 2015 (base)': [
    '比2015年增加1000亿元',
    '是2015年的1.6倍',
    '由2015年的49.3%提高到58%',
    '在2015年的基础上翻番',
    '是2015年的三倍',
  ],
};

const ASKED: Readonly<Record<string, readonly string[]>> = {
  'year 2022': ['22年', '二二年', '2022', '2022常德', '22年常德'],
  'year 1995': ['95年', '九五年'],
  'span 2021–2023': ['21-23年', '21到23年', '2021到2023'],
  'end 2021': ['21年底'],
};

const SEVERAL: readonly (readonly [string, readonly string[]])[] = [
  ['2020年及“十三五”工作回顾', ['year 2020', 'plan 2016–2020 plan 13']],
  ['2021、2022年常德', ['year 2021', 'year 2022']],
  ['今年和明年', ['relative 0', 'relative +1']],
  ['五年来，地区生产总值年均增长6.8%，其中前四年年均增长8%', ['window -5', 'window -4 前四年']],
  ['由2016年的49.3%提高到2021年的58%', ['year 2016 (base)', 'year 2021']],
];

const NONE = [
  '20亿元以上年产值',
  '22年',
  '提前五年',
  '近两三年来',
  '“八五”普法',
  '三年行动计划',
  '五年规划',
  '连续五年',
  '安全年',
  '2000至2100元',
  '8月27日',
  '十五个',
  '均来年均',
  '以前年度',
  '投产后年产',
  '今后年均',
  '2022',
  '90年代',
  '90后',
  '20世纪',
];

describe('findPeriods', () => {
  it.each(Object.entries(MENTIONS).flatMap(([value, texts]) => texts.map((text) => [text, value] as const)))(
    'reads %s as %s',
    (text, value) => {
      expect(read(text)).toEqual([value]);
    },
  );

  it.each(Object.entries(ASKED).flatMap(([value, texts]) => texts.map((text) => [text, value] as const)))(
    'reads %s in a question as %s',
    (text, value) => {
      expect(read(text, true)).toEqual([value]);
    },
  );

  it.each(SEVERAL)('reads several in %s', (text, values) => {
    expect(read(text)).toEqual(values);
  });

  it.each(NONE)('finds none in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('counts years in a question where the words say so', () => {
    expect(read('近22年', true)).toEqual([]);
    expect(read('近10年', true)).toEqual(['window -10']);
    expect(read('2000至2100元', true)).toEqual([]);
    expect(read('2022家企业', true)).toEqual([]);
  });
});

describe('planYears', () => {
  it('knows every plan', () => {
    expect([1, 2, 3, 6, 9, 10, 13, 14, 15].map((plan) => planYears(plan).from)).toEqual([
      1953, 1958, 1966, 1981, 1996, 2001, 2016, 2021, 2026,
    ]);
    expect(planYears(14)).toEqual({ from: 2021, to: 2025 });
    expect(() => planYears(0)).toThrow(RangeError);
  });
});

describe('a year in two digits as questions write it', () => {
  it.each([
    ['17年以来', { kind: 'span', from: 2017 }],
    ['18年平均', { kind: 'year', from: 2018, to: 2018 }],
    ['近17年以来', { kind: 'window', shift: -17 }],
    ['10年以来', { kind: 'window', shift: -10 }],
  ])('%s', (text, period) => {
    expect(findPeriods(text, { short: true })[0]).toMatchObject(period);
  });
});

describe('parts of a year', () => {
  it.each([
    ['一季度', '1-3月', true],
    ['前三季度', '1-9月', true],
    ['上半年', '1-6月', true],
    ['二季度', '4-6月', true],
    ['上半年', '一季度', false],
    ['三季度', '前三季度', false],
    ['5月', '5月', true],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSamePart(a, b)).toBe(same);
  });
});
