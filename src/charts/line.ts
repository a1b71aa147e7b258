import type { LineSeriesOption } from 'echarts';
import type { Body, Sign } from './frame.js';
import { balanceText, textWidth } from './lettering.js';
import { drawPoints, type Line, lineColor, VALUE_MAX_WIDTH } from './line-points.js';
import { type Plotted, SERIES_NAMES } from './points.js';
import { roundScale, type Scale, tickText } from './scale.js';
import { drawnSeries } from './series.js';
import { type Mark, rectShape, type TextMark, textMark } from './shapes.js';
import { COLOR, LEADING, MARGIN, MAX_POINTS, MAX_WIDTH, TYPE, WIDTH } from './theme.js';

/**
 * A line over years. A year without a figure breaks the line and is a grey band that says so; nothing is drawn across
 * it. A range is a span from its lower to its upper end, the line running through the lower one.
 */

const PLOT_HEIGHT = 250;
/** Room above and below the plot for the figures beside its highest and lowest points. */
const HEADROOM = 56;
const FOOTROOM = 40;
const AXIS_PADDING = 13;
const LEGEND_HEIGHT = 30;
/** Figures stand above and below the line in turn: a slot needs this much of a figure's width. */
const STAGGER = 0.65;

const DARK = { size: TYPE.note, color: COLOR.ink };
const QUIET = { size: TYPE.note, color: COLOR.quiet };

/** Lays out a trend. */
export function lineBody(all: readonly Plotted[]): Body {
  const shown = all.slice(0, MAX_POINTS);
  const { labels, lines } = slots(shown);
  const held = shown.flatMap((point) => (point.low === null ? [] : [point.low, point.high!]));
  const scale = roundScale(held);
  const ticks = held.length > 0 ? tickMarks(scale) : [];
  const left = Math.ceil(MARGIN + Math.max(0, ...ticks.map((tick) => textWidth(tick.text, TYPE.note))) + 10);
  const names = labels.map((label) => balanceText(label, VALUE_MAX_WIDTH, TYPE.note));
  const labelWidth = Math.max(0, ...names.flat().map((line) => textWidth(line, TYPE.note)));
  const valueWidth = Math.max(0, ...shown.map((p) => Math.min(VALUE_MAX_WIDTH, textWidth(p.text, TYPE.value))));
  const wanted = left + MARGIN + labels.length * Math.max(labelWidth + 12, valueWidth * STAGGER);
  const width = Math.round(Math.min(MAX_WIDTH, Math.max(WIDTH, wanted)));
  const slotWidth = (width - left - MARGIN) / Math.max(1, labels.length);
  const every = Math.max(1, Math.ceil((labelWidth + 10) / slotWidth));
  const legend = lines.length > 1 ? LEGEND_HEIGHT : 0;
  const bottom = legend + HEADROOM + PLOT_HEIGHT + FOOTROOM;
  const height = bottom + AXIS_PADDING + Math.max(1, ...names.map((lines) => lines.length)) * TYPE.note * LEADING;

  // The marks do not lean on echarts' layout: the same linear scale gives their places here, before anything is drawn.
  const x = (slot: number): number => left + slotWidth * (slot + 0.5);
  const y = (value: number): number =>
    HEADROOM + legend + (PLOT_HEIGHT * (scale.max - value)) / (scale.max - scale.min);
  const plot = { left, right: width - MARGIN, top: legend, bottom };
  const points = drawPoints(lines, { x, y, slotWidth, plot });
  const behind = points.behind.filter((mark) => mark.type !== 'text');
  const before = points.before.filter((mark) => mark.type !== 'text');
  const key = lines.length > 1 ? legendMarks(lines) : [];
  const notes = all.length > shown.length ? [`另有 ${all.length - shown.length} 项未画出。`] : [];
  if (points.unlabelled > 0) notes.push('点位过密，部分数值未标注。');

  return {
    width,
    height,
    upright: true,
    signs: new Set(shown.filter((p) => p.low !== null && p.bound !== '=').map((p) => p.bound as Sign)),
    notes,
    texts: [
      ...[...points.behind, ...points.before].filter((mark) => mark.type === 'text'),
      ...ticks.map((tick) => textMark(tick.text, left - 10, y(tick.value), { ...QUIET, align: 'right' })),
      ...names.flatMap((name, slot) => (slot % every === 0 ? axisTexts(name, x(slot), bottom, width) : [])),
      ...key.filter((mark) => mark.type === 'text'),
    ],
    option: (top) => ({
      grid: { left, right: MARGIN, top: top + legend + HEADROOM, height: PLOT_HEIGHT },
      xAxis: { type: 'category', data: labels.map((_, slot) => slot), show: false },
      yAxis: {
        type: 'value',
        show: held.length > 0,
        min: scale.min,
        max: scale.max,
        interval: scale.step,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { show: false },
        splitLine: { lineStyle: { color: COLOR.grid } },
      },
      series: [
        drawnSeries(behind, top),
        ...lines.map(lineSeries),
        drawnSeries([...before, ...key.filter((mark) => mark.type !== 'text')], top, 10),
      ],
    }),
  };
}

/** A slot's name under the plot, moved sideways where it would leave the picture. */
function axisTexts(name: readonly string[], x: number, top: number, width: number): TextMark[] {
  const step = TYPE.note * LEADING;
  const reach = Math.max(0, ...name.map((line) => textWidth(line, TYPE.note))) / 2 + 4;
  const center = Math.min(Math.max(x, reach), width - reach);
  const style = { ...DARK, align: 'center' } as const;
  return name.map((line, i) => textMark(line, center, top + AXIS_PADDING / 2 + step * (i + 0.5), style));
}

function tickMarks(scale: Scale): { value: number; text: string }[] {
  const count = Math.round((scale.max - scale.min) / scale.step);
  return Array.from({ length: count + 1 }, (_, i) => {
    const value = scale.min + i * scale.step;
    return { value, text: tickText(value) };
  });
}

/** One slot to a label; targets and outcomes of one label share it, otherwise each point has its own. */
function slots(points: readonly Plotted[]): { labels: string[]; lines: Line[] } {
  const kinds = [...new Set(points.map((point) => point.series))];
  const labels: string[] = [];
  const lines = kinds.map((series) => ({ series, points: [] as (Plotted | undefined)[] }));
  for (const point of points) {
    const line = lines[kinds.indexOf(point.series)]!;
    let slot = kinds.length > 1 ? labels.indexOf(point.label) : -1;
    if (slot < 0 || line.points[slot] !== undefined) slot = labels.push(point.label) - 1;
    line.points[slot] = point;
  }
  return { labels, lines: lines.map((line) => ({ ...line, points: labels.map((_, slot) => line.points[slot]) })) };
}

function lineSeries(line: Line): LineSeriesOption {
  return {
    type: 'line',
    silent: true,
    z: 5,
    data: line.points.map((point) => point?.low ?? null),
    connectNulls: false,
    showSymbol: false,
    lineStyle: { width: 3, color: lineColor(line.series), type: line.series === 'target' ? [8, 5] : 'solid' },
  };
}

/** Which line is which, where there are two. */
function legendMarks(lines: readonly Line[]): Mark[] {
  let x = MARGIN;
  return lines.flatMap((line) => {
    const name = line.series ? SERIES_NAMES[line.series] : '';
    const marks = [
      rectShape(x, LEGEND_HEIGHT / 2 - 2, 24, 4, lineColor(line.series)),
      textMark(name, x + 32, LEGEND_HEIGHT / 2, DARK),
    ];
    x += 32 + textWidth(name, TYPE.note) + 24;
    return marks;
  });
}
