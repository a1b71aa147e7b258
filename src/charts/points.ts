import type { Chart } from '../answer/schema.js';

type Point = Chart['points'][number];

/** What a row or point without a figure says where the answer gives it no words of its own (未提及, 与全国同步). */
export const NOT_HELD = '未收录';

export const SERIES_NAMES = { target: '目标', outcome: '结果' } as const;

/** The ends of a range are labelled up to so many characters; longer ones stand in the figure as written alone. */
export const MAX_END_LENGTH = 10;

/** A point made ready to draw: `low` and `high` are both set or both null, and equal unless it is a range. */
export interface Plotted {
  readonly label: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: NonNullable<Point['bound']>;
  /** The figure as written, or the words that stand for a gap. */
  readonly text: string;
  readonly series?: 'target' | 'outcome';
  /** Code of the place, where the chart is a map. */
  readonly place?: string;
}

/** A value that can be drawn to scale; one beyond all reports' figures is left to its text. */
function finite(value: number | null): number | null {
  if (value === null || !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return null;
  return Math.abs(value) < Number.EPSILON ? 0 : value;
}

/** Reads a chart's points; an upper bound may come in `value` or in `high` alone, a range in either order. */
export function plotted(chart: Chart): Plotted[] {
  return chart.points.map((point) => {
    const first = finite(point.value) ?? finite(point.high);
    const second = point.bound === 'range' ? (finite(point.high) ?? first) : first;
    const held = first !== null && second !== null;
    const written = point.text.trim();
    return {
      label: point.label.trim(),
      low: held ? Math.min(first, second) : null,
      high: held ? Math.max(first, second) : null,
      bound: point.bound ?? '=',
      text: written !== '' ? written : held ? `${first}${chart.unit}` : NOT_HELD,
      ...(point.series === undefined ? {} : { series: point.series }),
      ...(point.place === undefined ? {} : { place: point.place }),
    };
  });
}

/** The source line as shown: with 来源： before it unless the answer wrote a heading of its own. */
export function sourceLine(source: string): string {
  const text = source.trim();
  return text === '' || /^(?:数据|资料)?(?:来源|出处)/.test(text) ? text : `来源：${text}`;
}

/** Points under one label: a target and its outcome wherever they stand, other points where they follow one another. */
export function groupByLabel(points: readonly Plotted[]): { label: string; points: Plotted[] }[] {
  const groups: { label: string; points: Plotted[] }[] = [];
  for (const point of points) {
    const group = point.series ? groups.find(({ label }) => label === point.label) : groups.at(-1);
    if (group?.label === point.label) group.points.push(point);
    else groups.push({ label: point.label, points: [point] });
  }
  return groups;
}

/** Target and result are named beside their bars where one label carries both; labels of their own name them already. */
export function namesSeries(groups: ReturnType<typeof groupByLabel>): boolean {
  return groups.some((group) => new Set(group.points.map((point) => point.series)).size > 1);
}
