import type { Chart } from '../answer/schema.js';
import { balanceLines } from './lines.js';
import { groupByLabel, namesSeries, type Plotted, plotted, SERIES_NAMES, sourceLine } from './points.js';
import { displayWidth, padDisplay, wrapDisplay } from './width.js';

/** Columns that a chart may take. */
const NARROWEST = 40;
const WIDEST = 120;
/** Parts of the width that labels and figures may take; the bars have the rest. */
const LABEL_SHARE = 0.34;
const FIGURE_SHARE = 0.36;
/** Rows at most; what is longer belongs in a file. */
const MAX_ROWS = 200;

/** Bars grow by eighths of a column. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const FULL = '█';
/** From the lower to the upper end of a range. */
const SPAN = '▒';
/** Below zero bars grow leftwards, where Unicode has halves alone. */
const RIGHT_HALF = '▐';

const SIGNS = { '=': '', '>=': '≥ ', '<=': '≤ ', '~': '≈ ', range: '' } as const;

/**
 * A chart in block characters for fixed-width type, `width` columns at most (held between 40 and 120), without a line
 * break at the end. Double-width characters keep their columns. Bounds stand as ≥ ≤ ≈ before the figure as written, a
 * range is solid up to its lower end and shaded up to its upper one, a gap says 未收录 (or the answer's own words).
 */
export function renderChartText(chart: Chart, width: number): string {
  const columns = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(width) || 0));
  const points = plotted(chart).map((point) => ({ ...point, label: oneLine(point.label), text: oneLine(point.text) }));
  const shown = points.slice(0, MAX_ROWS);
  const unit = oneLine(chart.unit);
  const title = oneLine(chart.title) + (unit === '' ? '' : `（单位：${unit}）`);
  const lines = [...wrapDisplay(title, columns), ...chartLines(shown, columns)];
  if (points.length > shown.length) lines.push(`另有 ${points.length - shown.length} 项未画出。`);
  return [...lines, ...wrapDisplay(sourceLine(oneLine(chart.source)), columns)].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function chartLines(points: readonly Plotted[], columns: number): string[] {
  const groups = groupByLabel(points);
  const withSeries = namesSeries(groups);
  const seriesWidth = withSeries ? 5 : 0;
  const labels = groups.map((group) => balanceLines(group.label, Math.floor(columns * LABEL_SHARE), displayWidth));
  const labelWidth = widest(labels.flat());
  const figures = points.map(figureText);
  const figureWidth = Math.min(widest(figures), Math.floor(columns * FIGURE_SHARE));
  const scale = barScale(points, columns - labelWidth - seriesWidth - figureWidth - 2);

  return groups.flatMap((group, at) => {
    const label = labels[at]!;
    const rows = group.points.flatMap((point) => {
      const name = withSeries ? padDisplay(point.series ? SERIES_NAMES[point.series] : '', seriesWidth) : '';
      const [figure = '', ...rest] = wrapDisplay(figureText(point), Math.max(2, figureWidth));
      return [
        `${name}${bar(point, scale)} ${figure}`,
        ...rest.map((line) => `${' '.repeat(seriesWidth + scale.length)} ${line}`),
      ];
    });
    const height = Math.max(label.length, rows.length);
    return Array.from({ length: height }, (_, i) =>
      `${padDisplay(label[i] ?? '', labelWidth)} ${rows[i] ?? ''}`.trimEnd(),
    );
  });
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(displayWidth));
}

/** The figure with its sign; a fall goes without, since 下降8%以上 is at most -8 but reads as more. */
function figureText(point: Plotted): string {
  return point.low === null || point.low < 0 ? point.text : SIGNS[point.bound] + point.text;
}

/** Columns left of zero, right of it, and in all; how many columns one unit takes. */
interface BarScale {
  readonly below: number;
  readonly above: number;
  readonly length: number;
  readonly perUnit: number;
}

function barScale(points: readonly Plotted[], length: number): BarScale {
  const lowest = Math.min(0, ...points.map((point) => point.low ?? 0));
  const highest = Math.max(0, ...points.map((point) => point.high ?? 0));
  const span = highest - lowest;
  if (span === 0) return { below: 0, above: length, length, perUnit: 0 };
  const below = lowest < 0 ? Math.min(length - 1, Math.max(1, Math.round((length * -lowest) / span))) : 0;
  const above = length - below;
  const perUnit = Math.min(
    lowest < 0 ? below / -lowest : Number.POSITIVE_INFINITY,
    highest > 0 ? above / highest : Number.POSITIVE_INFINITY,
  );
  return { below, above, length, perUnit };
}

/** A bar of exactly `scale.length` columns; one that is not zero is seen, however short. */
function bar(point: Plotted, scale: BarScale): string {
  const { below, above, perUnit } = scale;
  if (point.low === null || point.high === null) return ' '.repeat(scale.length);
  const left = point.low < 0 ? leftwards(-point.low * perUnit, Math.max(0, -point.high) * perUnit) : '';
  const right = point.high > 0 ? rightwards(point.high * perUnit, Math.max(0, point.low) * perUnit) : '';
  return left.padStart(below) + right.padEnd(above);
}

/** From zero to `end` columns, shaded from `solid` on. */
function rightwards(end: number, solid: number): string {
  if (solid < end) {
    const last = Math.max(1, Math.round(end));
    const full = Math.min(Math.round(solid), last - 1);
    return FULL.repeat(full) + SPAN.repeat(last - full);
  }
  const eighths = Math.max(1, Math.round(end * 8));
  return FULL.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}

function leftwards(end: number, solid: number): string {
  if (solid < end) {
    const last = Math.max(1, Math.round(end));
    const full = Math.min(Math.round(solid), last - 1);
    return SPAN.repeat(last - full) + FULL.repeat(full);
  }
  const halves = Math.max(1, Math.round(end * 2));
  return (halves % 2 === 1 ? RIGHT_HALF : '') + FULL.repeat(Math.floor(halves / 2));
}
