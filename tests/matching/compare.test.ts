import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/facts/types.js';
import { comparable, difference, fillsIn, verdict } from '../../src/matching/compare.js';
import { findQuantities } from '../../src/text/quantities.js';

/** A fact with the figure as written; only what comparing looks at matters. */
function fact(text: string, measure: Fact['measure'] = 'growth', direction: Fact['direction'] = 'up'): Fact {
  const quantity = findQuantities(text)[0]!;
  const span = { start: 0, end: text.length };
  return {
    id: 'x#1',
    report: 'x',
    subject: '地区生产总值',
    place: '430700',
    period: { from: 2022, to: 2022, source: 'report' },
    facet: 'target',
    estimated: false,
    measure,
    direction,
    quantity,
    headline: false,
    span,
    clause: span,
    sentence: span,
    section: 0,
  };
}

describe('the difference of two figures', () => {
  it.each([
    ['10.5%以上', '8.5%以上', 2, '个百分点', 1, true],
    ['3.7%', '11%', 7.3, '个百分点', -1, false],
    ['8%', '8%以上', 0, '个百分点', 0, true],
  ] as const)('%s and %s', (a, b, value, unit, sign, nominal) => {
    expect(difference(fact(a), fact(b))).toEqual({ value, unit, sign, nominal });
  });

  it('brings amounts to the smaller unit', () => {
    expect(difference(fact('2.18万亿元', 'level'), fact('13500亿元', 'level'))).toMatchObject({
      value: 8300,
      unit: '亿元',
      sign: 1,
    });
  });
});

describe('what can be set against each other', () => {
  it.each([
    [fact('8%'), fact('7%以上'), true],
    [fact('8%'), fact('3000亿元', 'level'), false],
    [fact('8%'), fact('8%', 'average'), false],
    [fact('2个百分点', 'difference'), fact('2%'), false],
    [fact('2万亿元', 'level'), fact('300亿元', 'level'), true],
    [fact('5万亿', 'level'), fact('55803亿元', 'level'), true],
    [fact('5亿', 'level'), fact('3亿元', 'level'), false],
    [fact('34微克', 'level'), fact('36微克/立方米', 'level'), true],
  ])('case %#', (a, b, expected) => {
    expect(comparable(a, b)).toBe(expected);
  });
});

describe('the verdict on a target', () => {
  it.each([
    ['8%以上', '8%', false, '达到'],
    ['8%以上', '9%', false, '超过'],
    ['8%', '7.9%', false, '未达到'],
    ['7%左右', '6.6%', false, '达到'],
    ['7%左右', '6.4%', false, '未达到'],
    ['6%—7%', '6.2%', false, '达到'],
    ['6%—7%', '5.9%', false, '未达到'],
    ['6%—7%', '7.5%', false, '超过'],
    ['5.5%以内', '5.1%', true, '超过'],
    ['3%以内', '2.1%', false, '达到'],
    ['3%以内', '3.4%', false, '未达到'],
    // 左右 is as wide where smaller is better.
    ['3%左右', '3.2%', true, '达到'],
    ['3%左右', '3.6%', true, '未达到'],
    ['3%左右', '2.6%', true, '超过'],
  ] as const)('%s against %s', (target, outcome, lowerIsBetter, expected) => {
    expect(verdict(fact(target), fact(outcome), lowerIsBetter)).toBe(expected);
  });

  it('is none where measures differ', () => {
    expect(verdict(fact('8%'), fact('3000亿元', 'level'), false)).toBe('无法比较');
  });
});

describe('a mark and the figure itself', () => {
  it.each([
    ['突破2万亿元', '2.27万亿元', true],
    ['突破2万亿元', '22147亿元', true],
    // Below the mark, or so far beyond it that another thing is meant.
    ['突破2万亿元', '1.9万亿元', false],
    ['突破2万亿元', '5万亿元', false],
    ['2.1万亿元', '2.27万亿元', false],
    ['突破2万亿元', '超过2.2万亿元', false],
  ])('%s, %s', (open, exact, fills) => {
    const reached = (text: string) => ({ ...fact(text, 'level'), facet: 'outcome' as const });
    expect(fillsIn(reached(open), reached(exact))).toBe(fills);
    expect(fillsIn(fact(open, 'level'), fact(exact, 'level'))).toBe(false);
  });
});
