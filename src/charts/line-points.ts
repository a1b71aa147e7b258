import { balanceText, textWidth } from './lettering.js';
import { MAX_END_LENGTH, type Plotted, SERIES_NAMES } from './points.js';
import { aboutMark, arrowShape, circleShape, type Mark, rectShape, textMark } from './shapes.js';
import { COLOR, LEADING, TYPE } from './theme.js';

/** Points of a trend with their signs and figures, and the bands that stand for gaps. */

/** Figures wider than this are set in two lines. */
export const VALUE_MAX_WIDTH = 120;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One line of a chart. */
export interface Line {
  readonly series: Plotted['series'];
  /** One to a slot; undefined where this line has nothing to say in the slot. */
  readonly points: readonly (Plotted | undefined)[];
}

export function lineColor(series: Plotted['series']): string {
  return series === 'target' ? COLOR.target : COLOR.main;
}

/** What is drawn, positions counted from the body's upper edge. */
export interface Points {
  readonly behind: Mark[];
  readonly before: Mark[];
  /** How many figures found no room. */
  readonly unlabelled: number;
}

export interface Layout {
  x(slot: number): number;
  y(value: number): number;
  readonly slotWidth: number;
  readonly plot: Box;
}

/** Bands for gaps behind the lines; points, signs and figures before them. Figures that find no room are counted. */
export function drawPoints(lines: readonly Line[], layout: Layout): Points {
  const taken: Box[] = [];
  const bands: Box[] = [];
  const behind = gapBands(lines, layout, taken, bands);
  const before: Mark[] = [];
  const wanted: { line: Line; slot: number; point: Plotted; rank: number }[] = [];
  for (const line of lines) {
    const heldSlots = line.points.flatMap((point, slot) => (point && point.low !== null ? [slot] : []));
    const lows = heldSlots.map((slot) => line.points[slot]!.low!);
    for (const slot of heldSlots) {
      const point = line.points[slot]!;
      before.push(...pointShapes(point, layout.x(slot), layout, lineColor(line.series)));
      taken.push(pointBox(point, layout.x(slot), layout));
      const end = slot === heldSlots[0] || slot === heldSlots.at(-1);
      const extreme = point.low === Math.max(...lows) || point.low === Math.min(...lows);
      wanted.push({ line, slot, point, rank: end ? 0 : extreme ? 1 : 2 });
    }
  }
  before.push(...missingOfOne(lines, layout, taken));
  wanted.sort((a, b) => a.rank - b.rank || a.slot - b.slot);
  const avoided: Avoided = { taken, bands, strokes: strokes(lines, layout) };
  let unlabelled = 0;
  for (const { line, slot, point, rank } of wanted) {
    const neighbours = [line.points[slot - 1], line.points[slot + 1]].flatMap((near) => near?.low ?? []);
    const valley = neighbours.length > 0 && neighbours.every((low) => low > point.low!) && point.bound !== 'range';
    const label = placeLabel(slot, point, { valley, eminent: rank < 2 }, layout, avoided);
    if (label) {
      taken.push(label.box);
      before.push(...label.marks);
    } else unlabelled += 1;
  }
  return { behind, before, unlabelled };
}

/** Slots in which no line has a figure, neighbours with the same words taken together. */
function gapBands(lines: readonly Line[], layout: Layout, taken: Box[], bands: Box[]): Mark[] {
  const count = lines[0]?.points.length ?? 0;
  const words = Array.from({ length: count }, (_, slot) => {
    const present = lines.flatMap((line) => line.points[slot] ?? []);
    return present.every((point) => point.low === null) ? (present[0]?.text ?? '') : null;
  });
  const marks: Mark[] = [];
  const { plot } = layout;
  for (let from = 0; from < count; from++) {
    const text = words[from];
    if (text === null || text === undefined) continue;
    let to = from;
    while (words[to + 1] === text) to += 1;
    const width = layout.slotWidth * (to - from + 1);
    const center = (layout.x(from) + layout.x(to)) / 2;
    const band = { left: center - width / 2 + 2, right: center + width / 2 - 2, top: plot.top, bottom: plot.bottom };
    bands.push(band);
    marks.push(rectShape(band.left, band.top, width - 4, band.bottom - band.top, COLOR.gap));
    const upright = textWidth(text, TYPE.note) > width - 8;
    const lettering = upright ? [...text].slice(0, 12) : [text];
    const step = TYPE.note * (upright ? 1.25 : LEADING);
    const middle = (plot.top + plot.bottom) / 2 - ((lettering.length - 1) * step) / 2;
    lettering.forEach((line, i) => {
      marks.push(textMark(line, center, middle + i * step, { size: TYPE.note, color: COLOR.quiet, align: 'center' }));
    });
    const reach = (upright ? TYPE.note : textWidth(text, TYPE.note)) / 2;
    taken.push({
      left: center - reach,
      right: center + reach,
      top: middle - step / 2,
      bottom: middle + step * (lettering.length - 0.5),
    });
    from = to;
  }
  return marks;
}

/** Words at the foot of a slot in which one line has a figure and the other says that it has none. */
function missingOfOne(lines: readonly Line[], layout: Layout, taken: Box[]): Mark[] {
  const step = TYPE.note * 1.25;
  return lines.flatMap((line) =>
    line.points.flatMap((point, slot) => {
      if (point?.low !== null || lines.every((other) => other.points[slot]?.low == null)) return [];
      const said = balanceText(point.text, VALUE_MAX_WIDTH, TYPE.note);
      const words = point.series ? [SERIES_NAMES[point.series], ...said] : said;
      const reach = Math.max(...words.map((word) => textWidth(word, TYPE.note))) / 2;
      const x = Math.min(Math.max(layout.x(slot), layout.plot.left + reach), layout.plot.right - reach);
      const top = layout.plot.bottom - words.length * step;
      taken.push({ left: x - reach, right: x + reach, top, bottom: layout.plot.bottom });
      const style = { size: TYPE.note, color: COLOR.quiet, align: 'center' } as const;
      return words.map((word, i) => textMark(word, x, top + step * (i + 0.5), style));
    }),
  );
}

const RADIUS = 5.5;
const SIGN_ROOM = 18;

function pointShapes(point: Plotted, x: number, layout: Layout, color: string): Mark[] {
  const [low, high] = [layout.y(point.low!), layout.y(point.high!)];
  const dot = circleShape(x, low, RADIUS, color);
  switch (point.bound) {
    case '>=':
      return [dot, rectShape(x - 1.5, low - 14, 3, 8, color), arrowShape(x, low - 22, 'up', color)];
    case '<=':
      return [dot, rectShape(x - 1.5, low + 6, 3, 8, color), arrowShape(x, low + 22, 'down', color)];
    case '~':
      return [dot, aboutMark(x, low - 16, color)];
    case 'range':
      return [
        rectShape(x - 3, high, 6, low - high, color),
        rectShape(x - 9, high - 1.5, 18, 3, color),
        rectShape(x - 9, low - 1.5, 18, 3, color),
      ];
    default:
      return [dot];
  }
}

/** The room that a point takes with its sign. */
function pointBox(point: Plotted, x: number, layout: Layout): Box {
  const above = point.bound === '>=' || point.bound === '~' ? SIGN_ROOM + 6 : RADIUS + 2;
  const below = point.bound === '<=' ? SIGN_ROOM + 6 : RADIUS + 2;
  return { left: x - 9, right: x + 9, top: layout.y(point.high!) - above, bottom: layout.y(point.low!) + below };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** The strokes of the lines, which figures had better not cross. */
function strokes(lines: readonly Line[], layout: Layout): Segment[] {
  return lines.flatMap((line) =>
    line.points.flatMap((point, slot) => {
      const next = line.points[slot + 1];
      if (point?.low == null || next?.low == null) return [];
      return [[layout.x(slot), layout.y(point.low), layout.x(slot + 1), layout.y(next.low)] as const];
    }),
  );
}

function crosses(box: Box, [x1, y1, x2, y2]: Segment): boolean {
  const from = Math.max(box.left, x1);
  const to = Math.min(box.right, x2);
  if (from >= to) return false;
  const heights = [from, to].map((x) => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1));
  return Math.min(...heights) < box.bottom && Math.max(...heights) > box.top;
}

/** From this width of slots on every figure is set, if need be across a line; below it only the eminent ones are. */
const ROOMY_SLOT = 48;

/** What a figure never covers (taken), and what it keeps clear of where it can. */
interface Avoided {
  readonly taken: readonly Box[];
  readonly bands: readonly Box[];
  readonly strokes: readonly Segment[];
}

/** Where a figure may stand about its point: sideways shift in parts of its width, best first, within its slot. */
const SHIFTS = [0, 0.25, -0.25, 0.5, -0.5];

/** Finds a figure's place above its point, or below it in a valley of the line, clear of the strokes where possible. */
function placeLabel(
  slot: number,
  point: Plotted,
  { valley, eminent }: { valley: boolean; eminent: boolean },
  layout: Layout,
  avoided: Avoided,
): { box: Box; marks: Mark[] } | null {
  const written = balanceText(point.text, Math.max(VALUE_MAX_WIDTH, layout.slotWidth - 8), TYPE.value);
  const step = TYPE.value * 1.25;
  const width = Math.max(0, ...written.map((text) => textWidth(text, TYPE.value))) + 6;
  const height = written.length * step;
  const own = pointBox(point, layout.x(slot), layout);
  const sides = [own.top - height - 2, own.bottom + 2];
  if (valley) sides.reverse();
  const shifts = SHIFTS.filter((shift) => Math.abs(shift * width) <= layout.slotWidth / 2);
  const boxes = shifts
    .flatMap((shift) =>
      sides.map((top): Box => {
        const middle = layout.x(slot) + shift * width;
        const left = Math.max(layout.plot.left, Math.min(middle - width / 2, layout.plot.right + 6 - width));
        return { left, right: left + width, top, bottom: top + height };
      }),
    )
    .filter(
      (box) =>
        box.top >= layout.plot.top - 4 &&
        box.bottom <= layout.plot.bottom &&
        !avoided.taken.some((other) => overlaps(box, other)),
    );
  const clear = (candidate: Box): boolean =>
    !avoided.strokes.some((stroke) => crosses(candidate, stroke)) &&
    !avoided.bands.some((band) => overlaps(candidate, band));
  const box = boxes.find(clear) ?? (eminent || layout.slotWidth >= ROOMY_SLOT ? boxes[0] : undefined);
  if (!box) return null;
  const style = { size: TYPE.value, color: COLOR.ink, align: 'center', halo: true } as const;
  const marks = written.map((text, i) => textMark(text, (box.left + box.right) / 2, box.top + step * (i + 0.5), style));
  return { box, marks: [...marks, ...rangeEnds(point, layout.x(slot), layout, avoided.strokes)] };
}

/** The lower and upper figure beside the ends of a range, on the side where no stroke runs. */
function rangeEnds(point: Plotted, x: number, layout: Layout, lines: readonly Segment[]): Mark[] {
  const ends = [point.low!, point.high!];
  if (point.bound !== 'range' || ends.some((value) => String(value).length > MAX_END_LENGTH)) return [];
  const width = Math.max(...ends.map((value) => textWidth(String(value), TYPE.note)));
  const left =
    x + 13 + width > layout.plot.right || (lines.some(([from]) => from === x) && !lines.some(([, , to]) => to === x));
  const style = { size: TYPE.note, color: COLOR.ink, align: left ? 'right' : 'left', halo: true } as const;
  return ends.map((value) => textMark(String(value), x + (left ? -13 : 13), layout.y(value), style));
}
