import type { Body, Sign } from './frame.js';
import { balanceText, textWidth } from './lettering.js';
import { groupByLabel, MAX_END_LENGTH, namesSeries, type Plotted, SERIES_NAMES } from './points.js';
import { drawnSeries } from './series.js';
import {
  ABOUT_WIDTH,
  aboutMark,
  arrowShape,
  type Mark,
  rectShape,
  type Shape,
  type TextMark,
  textMark,
} from './shapes.js';
import { COLOR, LEADING, MARGIN, MAX_BARS, TYPE, WIDTH } from './theme.js';

/**
 * Lying bars from a common zero, one to a point, in the order given: names of any length stay readable and thirty
 * places fit a phone. A comparison has one bar to a label, an outcome its target and its result under one label.
 */

const THICKNESS = 22;
const LABEL_MAX = 0.36 * WIDTH;
/** The longest bar has this much at least, whatever stands beside it. */
const MIN_PLOT = 100;
/** Length of the fading end of a bar that has no upper limit, arrow included. */
const OPEN_END = 30;
const GAP = 8;
/** A figure that is not nothing is seen, however small beside the others. */
const MIN_LENGTH = 2;

interface Row {
  readonly point: Plotted;
  /** Middle of the bar, from the body's top. */
  readonly y: number;
  /** The figure as written, in lines. */
  readonly lines: readonly string[];
  readonly linesWidth: number;
}

interface Label {
  readonly lines: readonly string[];
  readonly y: number;
}

/** Lays out a bar chart or, where points carry a series, an outcome chart. */
export function barBody(points: readonly Plotted[]): Body {
  const shown = points.slice(0, MAX_BARS);
  const groups = groupByLabel(shown);
  const seriesWidth = namesSeries(groups) ? textWidth('目标', TYPE.note) + GAP : 0;
  const natural = Math.max(0, ...groups.map((group) => textWidth(group.label, TYPE.label)));
  const labelWidth = Math.min(natural, LABEL_MAX);
  const left = Math.ceil(MARGIN + labelWidth + (labelWidth > 0 ? GAP : 0) + seriesWidth + 4);
  const { rows, labels, height } = stackRows(groups, labelWidth, WIDTH - MARGIN - left);
  const scale = fitScale(rows, left);
  const pixels = (scale.right - scale.left) / (scale.max - scale.min);
  const at = (value: number): number => scale.left + (value - scale.min) * pixels;

  const marks = rows.flatMap((row): Mark[] => [
    ...(row.point.low === null ? [] : drawBar(row.point, at, row.y)),
    ...rowTexts(row, at, seriesWidth > 0 ? left : null),
  ]);
  if (shown.some((point) => point.low !== null)) marks.push(rectShape(at(0) - 1, 0, 2, height, COLOR.axis));
  const shapes = marks.filter((mark) => mark.type !== 'text');
  return {
    width: scale.right + MARGIN,
    height,
    upright: false,
    signs: new Set(shown.filter((p) => p.low !== null && p.bound !== '=').map((p) => p.bound as Sign)),
    notes: points.length > shown.length ? [`另有 ${points.length - shown.length} 项未画出。`] : [],
    texts: [
      ...labels.flatMap((label) => labelTexts(label, MARGIN + labelWidth)),
      ...marks.filter((mark) => mark.type === 'text'),
    ],
    option: (top) => ({
      grid: { left: scale.left, right: MARGIN, top, height },
      xAxis: { type: 'value', show: false, min: scale.min, max: scale.max },
      yAxis: { type: 'value', show: false, min: 0, max: height, inverse: true },
      series: [drawnSeries(shapes, top)],
    }),
  };
}

/** Gives every bar and label its height on the page; a label of several lines makes room for itself. */
function stackRows(
  groups: ReturnType<typeof groupByLabel>,
  labelWidth: number,
  plotWidth: number,
): { rows: Row[]; labels: Label[]; height: number } {
  const rows: Row[] = [];
  const labels: Label[] = [];
  const step = TYPE.label * LEADING;
  const between = groups.length > 15 ? 8 : 16;
  let y = 0;
  for (const group of groups) {
    const lines = balanceText(group.label, labelWidth + 1, TYPE.label);
    const written = group.points.map((point) => balanceText(point.text, plotWidth / 2, TYPE.value));
    const heights = written.map((text) => Math.max(THICKNESS + 4, text.length * step));
    const bars = heights.reduce((sum, height) => sum + height, 0);
    const height = Math.max(lines.length * step, bars) + between;
    labels.push({ lines, y: y + height / 2 });
    let at = y + (height - bars) / 2;
    group.points.forEach((point, i) => {
      const text = written[i]!;
      rows.push({
        point,
        y: at + heights[i]! / 2,
        lines: text,
        linesWidth: Math.max(0, ...text.map((line) => textWidth(line, TYPE.value))),
      });
      at += heights[i]!;
    });
    y += height;
  }
  return { rows, labels, height: Math.max(y, step) };
}

/** What stands right of a bar's end, in pixels: its sign, the upper figure of a range, the figure as written. */
function roomRight(row: Row): number {
  const { point } = row;
  let room = GAP + row.linesWidth;
  if (point.low === null || point.high === null) return room;
  if (point.bound === '>=' && point.high >= 0) room += OPEN_END;
  if (point.bound === '~') room += ABOUT_WIDTH + 4;
  if (hasEnds(point)) room += GAP + textWidth(endText(point.high), TYPE.note);
  return room;
}

/** The same left of a bar that runs below zero. */
function roomLeft(point: Plotted): number {
  if (point.low === null || point.low >= 0) return 0;
  if (point.bound === '<=') return OPEN_END;
  return hasEnds(point) ? GAP + textWidth(endText(point.low), TYPE.note) : 0;
}

interface BarScale {
  readonly left: number;
  readonly right: number;
  readonly min: number;
  readonly max: number;
}

/** The largest scale at which every bar fits with what stands beside it; the picture grows where too little is left. */
function fitScale(rows: readonly Row[], labelsEnd: number): BarScale {
  const rooms = rows.map(roomRight);
  const left = Math.ceil(labelsEnd + Math.max(0, ...rows.map((row) => roomLeft(row.point))));
  const right = Math.max(WIDTH - MARGIN, Math.ceil(left + MIN_PLOT + Math.max(0, ...rooms)));
  const min = Math.min(0, ...rows.map((row) => row.point.low ?? 0));
  const unitsPerPixel = rows.map((row, i) => (Math.max(0, row.point.high ?? 0) - min) / (right - left - rooms[i]!));
  const span = (right - left) * Math.max(0, ...unitsPerPixel);
  return { left, right, min, max: min + (span || 1) };
}

function endText(value: number): string {
  return String(value);
}

function hasEnds(point: Plotted): boolean {
  return point.bound === 'range' && Math.max(endText(point.low!).length, endText(point.high!).length) <= MAX_END_LENGTH;
}

function labelTexts(label: Label, right: number): TextMark[] {
  const step = TYPE.label * LEADING;
  const first = label.y - ((label.lines.length - 1) * step) / 2;
  return label.lines.map((line, i) =>
    textMark(line, right, first + i * step, { size: TYPE.label, color: COLOR.ink, align: 'right' }),
  );
}

/** The figure as written after the bar's end, and before the bar whether it is target or result. */
function rowTexts(row: Row, at: (value: number) => number, seriesRight: number | null): TextMark[] {
  const { point } = row;
  const texts: TextMark[] = [];
  if (seriesRight !== null && point.series) {
    const style = { size: TYPE.note, color: COLOR.quiet, align: 'right' } as const;
    texts.push(textMark(SERIES_NAMES[point.series], seriesRight - 6, row.y, style));
  }
  const held = point.high !== null;
  let x = at(0);
  if (held) {
    const end = at(Math.max(0, point.high));
    x = point.bound === 'range' && !endsFit(point, at) ? end + MIN_LENGTH : end + roomRight(row) - row.linesWidth - GAP;
  }
  const step = TYPE.value * LEADING;
  const first = row.y - ((row.lines.length - 1) * step) / 2;
  const style = { size: TYPE.value, color: held ? COLOR.ink : COLOR.quiet };
  return [...texts, ...row.lines.map((line, i) => textMark(line, x + GAP, first + i * step, style))];
}

/** Whether the lower figure of a range finds room before its span; where not, the figure as written holds both. */
function endsFit(point: Plotted, at: (value: number) => number): boolean {
  const room = point.low! > 0 ? at(point.low!) - at(0) : Number.POSITIVE_INFINITY;
  return hasEnds(point) && room > textWidth(endText(point.low!), TYPE.note) + 2 * GAP;
}

/** The bar and the sign of its bound: open where the figure may be passed, pale with a closed end where it is a limit. */
function drawBar(point: Plotted, at: (value: number) => number, y: number): Mark[] {
  const low = point.low!;
  const high = point.high!;
  const [color, pale] = point.series === 'target' ? [COLOR.target, COLOR.targetPale] : [COLOR.main, COLOR.mainPale];
  const top = y - THICKNESS / 2;
  const zero = at(0);
  const sided = (x: number): number => (Math.abs(x - zero) < MIN_LENGTH ? Math.sign(low) * MIN_LENGTH : x - zero);
  const bar = (x: number, fill: unknown): Mark[] =>
    low === 0 ? [] : [rectShape(zero, top, sided(x), THICKNESS, fill)];
  const cap = (x: number): Shape => rectShape(x - 1.5, top - 2, 3, THICKNESS + 4, color);

  if (point.bound === 'range') return drawRange(point, at, y, [color, pale]);
  const end = at(high);
  if (point.bound === '~') return [...bar(end, color), aboutMark(Math.max(end, zero) + ABOUT_WIDTH / 2 + 4, y, color)];
  if (point.bound === '=') return bar(end, color);

  const towards = point.bound === '>=' ? 'right' : 'left';
  const outward = towards === 'right' ? high >= 0 : high < 0;
  const way = towards === 'right' ? 1 : -1;
  if (outward) {
    const open = rectShape(end, top, way * (OPEN_END - 12), THICKNESS, fading(color, towards));
    return [...bar(end, color), cap(end), open, arrowShape(end + way * OPEN_END, y, towards, color)];
  }
  const roomy = Math.abs(end - zero) > 26;
  return [...bar(end, pale), cap(end), ...(roomy ? [arrowShape(end + way * 18, y, towards, color)] : [])];
}

/** From half the colour to nothing, towards where the figure may go. */
function fading(color: string, towards: 'left' | 'right'): unknown {
  const [x, x2] = towards === 'right' ? [0, 1] : [1, 0];
  const colorStops = [
    { offset: 0, color: `${color}90` },
    { offset: 1, color: `${color}00` },
  ];
  return { type: 'linear', x, y: 0, x2, y2: 0, colorStops };
}

function drawRange(
  point: Plotted,
  at: (value: number) => number,
  y: number,
  [color, pale]: readonly [string, string],
): Mark[] {
  const [low, high] = [at(point.low!), at(point.high!)];
  const zero = at(0);
  const top = y - THICKNESS / 2;
  const shapes: Mark[] = [];
  const near = point.low! > 0 ? low : point.high! < 0 ? high : zero;
  if (near !== zero) shapes.push(rectShape(zero, top, near - zero, THICKNESS, pale));
  shapes.push(rectShape(low, top, Math.max(MIN_LENGTH, high - low), THICKNESS, color));
  for (const x of [low, high]) shapes.push(rectShape(x - 1.5, top - 3, 3, THICKNESS + 6, color));
  if (endsFit(point, at)) {
    const style = { size: TYPE.note, color: COLOR.ink };
    shapes.push(textMark(endText(point.low!), low - 6, y, { ...style, align: 'right' }));
    shapes.push(textMark(endText(point.high!), Math.max(high, zero) + 6, y, style));
  }
  return shapes;
}
