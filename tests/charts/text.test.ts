import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/answer/schema.js';
import { renderChartText } from '../../src/charts/text.js';
import { displayWidth } from '../../src/charts/width.js';
import { anyText } from '../support/any-text.js';
import { CASES, point } from './cases.js';

const drawn = (name: string, width = 60): string[] => renderChartText(CASES[name]!, width).split('\n');

/** The column in which the first block character of a line stands. */
const start = (line: string): number => displayWidth(line.slice(0, line.search(/[▏▎▍▌▋▊▉█▒▐]/)));

describe('renderChartText', () => {
  it('draws a comparison with bounds as signs and gaps in words', () => {
    expect(drawn('comparison')).toEqual([
      '2035年六地地区生产总值目标（单位：%）',
      '甲州市               ██████████████████████████████ ≥ 8%以上',
      '乙山土家族苗族自治州 ████████████████████████████▏  7.5%',
      '丙江市               ██████████████████████████▎    ≈ 7%左右',
      '丁湖市               ████████████████████████▒▒     6.5%—7%',
      '戊城市               ██████████████████████▌        ≤ 6%以内',
      '己岭市                                              未收录',
      '来源：《2035年甲州市政府工作报告》《2035年乙山土家族苗族自治',
      '州政府工作报告》《2035年丙江市政府工作报告》《2035年丁湖市政',
      '府工作报告》《2035年戊城市政府工作报告》',
    ]);
  });

  it('draws target and result one under the other', () => {
    expect(drawn('outcome', 64).slice(0, 7)).toEqual([
      '甲州市2034年主要目标完成情况（单位：%）',
      '地区生产总值       目标 █████████████████████████▊    ≥ 8%以上',
      '                   结果 ██████████████████████████▊   8.3%',
      '规模以上工业增加值 目标 ███████████████████████████▍  ≈ 8.5%左右',
      '                   结果 █████████████████████████▌    7.9%',
      '城镇居民人均       目标 █████████████████████████████ 9%',
      '可支配收入         结果                               未提及',
    ]);
  });

  it('draws what is below zero to the left of it', () => {
    expect(drawn('negative', 50).slice(1, 6)).toEqual([
      '甲州市              ███████████████████ 增长12.4%',
      '乙山州                                  持平',
      '丙江市         █████                    下降3.2%',
      '丁湖市 ▐████████████                    下降8%以上',
      '戊城市           ▒▒▒▒▒                  -2%—1%',
    ]);
  });

  it.each([40, 60, 120])('starts all bars in one column and keeps to %i columns', (width) => {
    for (const [name, chart] of Object.entries(CASES)) {
      const lines = drawn(name, width);
      for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      if (chart.points.some((any) => (any.value ?? 0) < 0)) continue;
      const starts = lines.filter((line) => /[▏▎▍▌▋▊▉█▒]/.test(line)).map(start);
      expect(new Set(starts).size).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    ['narrower than 40', 3, 40],
    ['wider than 120', 1000, 120],
    ['not a number', Number.NaN, 40],
  ])('takes a width that is %s for the nearest that can be drawn', (_, asked, taken) => {
    expect(renderChartText(CASES.comparison!, asked)).toBe(renderChartText(CASES.comparison!, taken));
  });

  it('keeps any chart to its width, and shows every figure', () => {
    const text = fc.oneof(anyText, fc.constantFrom('7%以上', '湘西州', '\u001b[31m'));
    const value = fc.option(
      fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ noNaN: true, min: -1e15, max: 1e15 })),
    );
    const points = fc.array(
      fc.record({
        label: text,
        value,
        high: value,
        bound: fc.constantFrom('=', '>=', '<=', '~', 'range', null),
        text,
        series: fc.constantFrom('target', 'outcome', undefined),
      }),
      { maxLength: 20 },
    );
    const chart = fc.record<Chart>({ type: fc.constant('bar'), title: text, unit: text, source: text, points });
    fc.assert(
      fc.property(chart, fc.integer({ min: 40, max: 120 }), (any, width) => {
        const shown = renderChartText(any, width);
        for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(shown).not.toMatch(/\p{Cc}(?<!\n)/u);
      }),
      // Shrinking a failure would take minutes: the seed is enough.
      { endOnFailure: true },
    );
  });

  it('shades a range however narrow, within its columns', () => {
    const range = (low: number, high: number): string => {
      const points = [point('甲', low, '甲', { bound: 'range', high })];
      return renderChartText({ ...CASES.one!, points }, 40).split('\n')[1]!;
    };
    expect(range(999, 1000)).toBe(`甲 ${'█'.repeat(33)}▒ 甲`);
    expect(range(0, 1000)).toBe(`甲 ${'▒'.repeat(34)} 甲`);
    expect(range(-1000, -999)).toMatch(/^甲 ▒█{32} {2}甲$/);
  });

  it('counts the rows that it leaves out', () => {
    const points = Array.from({ length: 300 }, (_, i) => point(`${i}`, i, `${i}`));
    expect(renderChartText({ ...CASES.one!, points }, 60)).toContain('另有 100 项未画出。');
  });
});
