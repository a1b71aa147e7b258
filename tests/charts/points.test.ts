import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/answer/schema.js';
import { groupByLabel, plotted, sourceLine } from '../../src/charts/points.js';
import { CASES, point } from './cases.js';

const read = (...points: Chart['points']) => plotted({ ...CASES.one!, unit: '家', points });

describe('plotted', () => {
  it.each([
    ['a figure', point('甲', 7, '7%'), { low: 7, high: 7, bound: '=', text: '7%' }],
    [
      'an upper bound in `high` alone',
      point('甲', null, '以内', { high: 5, bound: '<=' }),
      { low: 5, high: 5, bound: '<=' },
    ],
    ['a range', point('甲', 6, '6—7', { high: 7, bound: 'range' }), { low: 6, high: 7, bound: 'range' }],
    ['a range the wrong way round', point('甲', 7, '', { high: 6, bound: 'range' }), { low: 6, high: 7 }],
    ['a range of one end', point('甲', 7, '', { bound: 'range' }), { low: 7, high: 7 }],
    ['a figure without words', point('甲', 3, ''), { text: '3家' }],
    ['a gap', point('甲', null, ''), { low: null, high: null, text: '未收录' }],
    ['a gap with words of its own', point('甲', null, '未提及'), { low: null, text: '未提及' }],
    ['no number', point('甲', Number.NaN, '说不清'), { low: null, text: '说不清' }],
    ['more than can be drawn', point('甲', 1e300, '极多'), { low: null, text: '极多' }],
  ])('reads %s', (_, given, expected) => {
    expect(read(given)[0]).toMatchObject(expected);
  });
});

describe('groupByLabel', () => {
  const labels = (...points: Chart['points']) => groupByLabel(read(...points)).map((g) => [g.label, g.points.length]);

  it('brings a target and its outcome together', () => {
    const [target, outcome] = [{ series: 'target' }, { series: 'outcome' }] as const;
    expect(labels(point('甲', 1, '', target), point('乙', 1, '', target), point('甲', 2, '', outcome))).toEqual([
      ['甲', 2],
      ['乙', 1],
    ]);
  });

  it('keeps the order of a ranking in which a place stands twice', () => {
    expect(labels(point('甲', 3, ''), point('乙', 2, ''), point('甲', 1, ''))).toEqual([
      ['甲', 1],
      ['乙', 1],
      ['甲', 1],
    ]);
  });
});

describe('sourceLine', () => {
  it.each([
    ['《甲报告》', '来源：《甲报告》'],
    ['来源：《甲报告》', '来源：《甲报告》'],
    ['数据来源：甲', '数据来源：甲'],
    ['', ''],
  ])('of %j is %j', (source, line) => {
    expect(sourceLine(source)).toBe(line);
  });
});
