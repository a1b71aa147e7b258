import type { Body } from './frame.js';
import { textWidth } from './lettering.js';
import type { Plotted } from './points.js';
import { NOT_HELD } from './points.js';
import { provinceTiles, type Tile } from './province-tiles.js';
import { roundScale, tickText } from './scale.js';
import { drawnSeries } from './series.js';
import { type Mark, rectShape, type TextMark, textMark } from './shapes.js';
import { COLOR, MARGIN, TYPE, WIDTH } from './theme.js';

/**
 * A map of the provinces as tiles of one size, each roughly where it lies: every figure stands in its tile, small provinces are
 * seen as well as large ones, and no border is drawn. Held and not held are told apart by the fill.
 */

const COLUMNS = 7;
const GAP = 4;
const TILE = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;
const HEIGHT = 58;
const SWATCH = 18;

/** From pale to dark, told apart in grey as well. */
const SHADES = ['#dcebf5', '#a9cfe6', '#66a9d2', '#2d81b8', '#0b5487'] as const;
/** From this shade on letters are white. */
const DARK = 3;
const SIGNS = { '=': '', '>=': '≥', '<=': '≤', '~': '≈', range: '' } as const;
const SIGN_NOTES = { '>=': '≥ 不低于此数', '<=': '≤ 不高于此数', '~': '≈ 左右' } as const;

/** A class of values that share a shade: from `from` on, below the next one's. */
interface Class {
  readonly from: number;
  readonly label: string;
}

/** Lays out the map; points are matched to their tiles by place. */
export function tileBody(points: readonly Plotted[]): Body {
  const byPlace = new Map(points.map((p) => [p.place, p]));
  const classes = classesOf(points.flatMap((p) => (p.low === null ? [] : [p.low])));
  const tiles = provinceTiles();
  const rows = Math.max(...tiles.map((t) => t.row)) + 1;
  const legendTop = rows * (HEIGHT + GAP) + 14;
  const legend = legendOf(classes, legendTop);
  const marks = [...tiles.flatMap((t) => tileMarks(t, byPlace.get(t.place), classes)), ...legend.marks];
  const shapes = marks.filter((mark) => mark.type !== 'text');
  const bounds = new Set(points.flatMap((p) => (p.low === null ? [] : [p.bound])));
  const signs = (['>=', '<=', '~'] as const).filter((b) => bounds.has(b)).map((b) => SIGN_NOTES[b]);
  return {
    width: WIDTH,
    height: legendTop + legend.height,
    upright: true,
    signs: new Set(),
    notes: [
      ...(signs.length > 0 ? [`${signs.join('，')}；区间按下限着色。`] : []),
      '每省一格，位置大致按方位，不代表疆域和面积。',
    ],
    texts: marks.filter((mark) => mark.type === 'text'),
    option: (top) => ({
      grid: { left: MARGIN, right: MARGIN, top, height: legendTop + legend.height },
      xAxis: { type: 'value', show: false, min: 0, max: 1 },
      yAxis: { type: 'value', show: false, min: 0, max: 1 },
      series: [drawnSeries(shapes, top)],
    }),
  };
}

/** One class for each value where there are few, else of equal width between round ends. */
function classesOf(values: readonly number[]): Class[] {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  if (distinct.length <= SHADES.length) return distinct.map((v) => ({ from: v, label: tickText(v) }));
  const { min, max } = roundScale(distinct);
  const step = (max - min) / SHADES.length;
  const ends = SHADES.map((_, i) => Number((min + i * step).toPrecision(6)));
  return ends
    .filter((from) => from <= max)
    .map((from, i) => ({ from, label: i === 0 ? `${tickText(ends[1]!)}以下` : `${tickText(from)}起` }));
}

/** The shade of a class: the palest and the darkest always mean the lowest and the highest. */
function shadeOf(at: number, classes: readonly Class[]): number {
  return classes.length === 1 ? 2 : Math.round((at * (SHADES.length - 1)) / (classes.length - 1));
}

function tileMarks(tile: Tile, point: Plotted | undefined, classes: readonly Class[]): Mark[] {
  const x = MARGIN + tile.column * (TILE + GAP);
  const y = tile.row * (HEIGHT + GAP);
  const lettering = (color: string, text: string): Mark[] => [
    textMark(tile.name, x + TILE / 2, y + 19, { size: TYPE.note, color, align: 'center' }),
    ...fitted(text, x + TILE / 2, y + 41, color),
  ];
  if (!point || point.low === null) {
    const text = point?.text ?? NOT_HELD;
    return [...emptyTile(x, y, TILE, HEIGHT, text === NOT_HELD), ...lettering(COLOR.quiet, text)];
  }
  const shade = shadeOf(
    classes.findLastIndex((c) => point.low! >= c.from),
    classes,
  );
  return [
    rectShape(x, y, TILE, HEIGHT, SHADES[shade]),
    ...lettering(shade >= DARK ? COLOR.page : COLOR.ink, figureText(point)),
  ];
}

/** The figure without its unit, which stands above the map: ≥6.5, 6–6.5. */
function figureText({ low, high, bound }: Plotted): string {
  if (bound === 'range') return `${tickText(low!)}–${tickText(high!)}`;
  return `${SIGNS[bound]}${tickText(low!)}`;
}

/** Text that is set smaller where the tile is too narrow for it. */
function fitted(text: string, x: number, y: number, color: string): TextMark[] {
  const room = TILE - 8;
  const size = [TYPE.value, TYPE.note, 13, 11].find((s) => textWidth(text, s) <= room) ?? 10;
  return [textMark(text, x, y, { size, color, align: 'center' })];
}

/** Nothing held: a frame alone. Held without a figure: grey. */
function emptyTile(x: number, y: number, width: number, height: number, notHeld: boolean): Mark[] {
  const frame = rectShape(x, y, width, height, COLOR.grid);
  return notHeld ? [frame, rectShape(x + 1.5, y + 1.5, width - 3, height - 3, COLOR.page)] : [frame];
}

function legendOf(classes: readonly Class[], top: number): { marks: Mark[]; height: number } {
  const marks: Mark[] = [];
  let x = MARGIN;
  let y = top;
  const put = (swatch: readonly Mark[], label: string): void => {
    marks.push(...swatch, textMark(label, x + SWATCH + 6, y + SWATCH / 2, { size: TYPE.note, color: COLOR.quiet }));
    x += SWATCH + 6 + textWidth(label, TYPE.note) + 18;
  };
  for (const [i, { label }] of classes.entries())
    put([rectShape(x, y, SWATCH, SWATCH, SHADES[shadeOf(i, classes)])], label);
  if (classes.length > 0) [x, y] = [MARGIN, y + SWATCH + 10];
  put(emptyTile(x, y, SWATCH, SWATCH, false), '收录了报告，没有这个数');
  put(emptyTile(x, y, SWATCH, SWATCH, true), '未收录报告');
  return { marks, height: y + SWATCH - top };
}
