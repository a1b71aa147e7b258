import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Chart } from '../src/answer/schema.js';
import { renderChartPng, renderChartText } from '../src/charts/index.js';

/** How long does a chart take: the first of a process with everything loaded for it, the next ones, and from the cache? */

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const COLD_RUNS = 5;
const WARM_RUNS = 20;

/** A comparison of `places` places; `mark` makes the chart another one for the cache. */
function comparison(places: number, mark: string): Chart {
  return {
    type: 'bar',
    title: `2035年${places}地地区生产总值目标${mark}`,
    unit: '%',
    source: Array.from({ length: places }, (_, i) => `《2035年第${i + 1}州市政府工作报告》`).join(''),
    points: Array.from({ length: places }, (_, i) => ({
      label: `第${i + 1}州市`,
      value: 9 - i / 10,
      high: null,
      bound: i % 2 === 0 ? '>=' : '~',
      text: `${9 - i / 10}%${i % 2 === 0 ? '以上' : '左右'}`,
    })),
  };
}

function trend(mark: string): Chart {
  return { ...comparison(12, mark), type: 'line', title: `甲州市历年地区生产总值目标${mark}` };
}

/** Milliseconds from the import to the picture, in a process of its own. */
function cold(): number {
  const charts = fileURLToPath(new URL('../src/charts/index.js', import.meta.url));
  const script = `const began = performance.now();
    const { renderChartPng } = await import(${JSON.stringify(charts)});
    await renderChartPng(${JSON.stringify(comparison(6, ''))});
    console.log(performance.now() - began);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

async function warm(draw: (mark: string) => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < WARM_RUNS; run++) {
    const began = performance.now();
    await draw(`（${run}）`);
    times.push(performance.now() - began);
  }
  return median(times);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Medians in milliseconds. */
export async function run(): Promise<Row[]> {
  const first = median(Array.from({ length: COLD_RUNS }, cold));
  await renderChartPng(comparison(6, ''));
  const rows: [string, number][] = [
    ['picture of 6 bars, first of a process, imports included', first],
    ['picture of 6 bars', await warm((mark) => renderChartPng(comparison(6, mark)))],
    ['picture of 30 bars', await warm((mark) => renderChartPng(comparison(30, mark)))],
    ['picture of a trend of 12 years', await warm((mark) => renderChartPng(trend(mark)))],
    ['picture from the cache', await warm(() => renderChartPng(comparison(6, '')))],
    ['30 bars in block characters', await warm((mark) => renderChartText(comparison(30, mark), 80))],
  ];
  return rows.map(([name, value]) => ({ name, value: Math.round(value * 100) / 100, unit: 'ms' }));
}
