import type { Chart } from '../src/answer/schema.js';
import { ms, percentile, type Table } from './table.js';

/** How long does a chart take: the first of a process with everything loaded for it, the next ones, and from the cache? */
export const title = 'Charts';
export const note =
  'Pictures (PNG, twice the logical size) and the same chart in block characters. The first picture of a process pays for echarts, HarfBuzz, resvg and two Chinese fonts; the next ones (median and slowest of 20) are other charts of the same form.';
export const columns = ['chart', 'first', 'next, p50', 'next, slowest', 'again, cached', 'picture', 'in characters'];

const RUNS = 20;

interface Subject {
  readonly type: Chart['type'];
  readonly points: number;
}

export function subjects(): Subject[] {
  return [
    { type: 'bar', points: 3 },
    { type: 'bar', points: 30 },
    { type: 'line', points: 12 },
    { type: 'outcome', points: 16 },
  ];
}

/** A chart of made-up figures; `mark` makes it another one for the cache. */
function chartOf({ type, points }: Subject, mark: string): Chart {
  const labels = Array.from({ length: points }, (_, i) =>
    type === 'bar' ? `第${i + 1}州市` : type === 'line' ? `${2020 + i}年` : `第${(i >> 1) + 1}项指标`,
  );
  return {
    type,
    title: `地区生产总值目标${mark}`,
    unit: '%',
    source: [...new Set(labels)].map((label) => `《2035年${label}政府工作报告》`).join(''),
    points: labels.map((label, i) => ({
      label,
      value: 9 - i / 10,
      high: null,
      bound: i % 2 === 0 ? '>=' : '=',
      text: `${9 - i / 10}%${i % 2 === 0 ? '以上' : ''}`,
      ...(type === 'outcome' ? { series: i % 2 === 0 ? 'target' : 'outcome' } : {}),
    })),
  };
}

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Called in a process of its own, where nothing is loaded yet. */
export async function measure(subject: Subject): Promise<Table['rows']> {
  const from = performance.now();
  const { renderChartPng, renderChartText } = await import('../src/charts/index.js');
  const first = await renderChartPng(chartOf(subject, ''));
  const cold = performance.now() - from;
  const next: number[] = [];
  const texts: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const chart = chartOf(subject, `（${run}）`);
    next.push(await timed(() => renderChartPng(chart)));
    texts.push(await timed(() => renderChartText(chart, 80)));
  }
  const again = await timed(() => renderChartPng(chartOf(subject, '（0）')));
  return [
    [
      `${subject.type}, ${subject.points} figures`,
      ms(cold),
      ms(percentile(next, 0.5)),
      ms(Math.max(...next)),
      ms(again),
      `${first.readUInt32BE(16)} × ${first.readUInt32BE(20)}, ${Math.round(first.length / 1024)} KB`,
      ms(percentile(texts, 0.5)),
    ],
  ];
}
