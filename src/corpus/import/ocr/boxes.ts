/** Where the lines of a page stand (文字检测): the map of a detection model cut into boxes. Pure arithmetic. */

/** Probabilities that a point of a page belongs to text, row by row. */
export interface TextMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A line of text on the map, in its points. `slope` is how far it falls for each point to the right. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly slope: number;
}

/** A point is text from this probability on. */
const TEXT = 0.3;
/** A patch of fewer points, or of a lower mean probability, is a stain. */
const FEWEST_POINTS = 24;
const LEAST_MEAN = 0.55;
/** The model marks the kernel of a line; the line is this much larger on each side, by area over outline. */
const GROWTH = 1.5;
/** Only lines this much wider than high tell how the page leans. */
const LONG = 8;

interface Patch {
  points: number;
  sum: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  sx: number;
  sy: number;
  sxx: number;
  sxy: number;
}

/** The lines of text on a map, each as the box around its patch, grown to the line's full height. */
export function boxesOf(map: TextMap): Box[] {
  const seen = new Uint8Array(map.data.length);
  const boxes: Box[] = [];
  for (let start = 0; start < map.data.length; start++) {
    if (seen[start] === 1 || map.data[start]! < TEXT) continue;
    const patch = patchFrom(map, start, seen);
    if (patch.points >= FEWEST_POINTS && patch.sum / patch.points >= LEAST_MEAN) boxes.push(boxOf(patch, map));
  }
  return boxes;
}

/** All points of text that touch the one at `start`. */
function patchFrom({ width, height, data }: TextMap, start: number, seen: Uint8Array): Patch {
  const patch: Patch = {
    points: 0,
    sum: 0,
    left: width,
    right: 0,
    top: height,
    bottom: 0,
    sx: 0,
    sy: 0,
    sxx: 0,
    sxy: 0,
  };
  const open = [start];
  seen[start] = 1;
  while (open.length > 0) {
    const at = open.pop()!;
    const x = at % width;
    const y = (at - x) / width;
    count(patch, x, y, data[at]!);
    for (const [next, inside] of [
      [at - 1, x > 0],
      [at + 1, x < width - 1],
      [at - width, y > 0],
      [at + width, y < height - 1],
    ] as const) {
      if (!inside || seen[next] === 1 || data[next]! < TEXT) continue;
      seen[next] = 1;
      open.push(next);
    }
  }
  return patch;
}

function count(patch: Patch, x: number, y: number, probability: number): void {
  patch.points++;
  patch.sum += probability;
  patch.left = Math.min(patch.left, x);
  patch.right = Math.max(patch.right, x);
  patch.top = Math.min(patch.top, y);
  patch.bottom = Math.max(patch.bottom, y);
  patch.sx += x;
  patch.sy += y;
  patch.sxx += x * x;
  patch.sxy += x * y;
}

function boxOf({ points, left, right, top, bottom, sx, sy, sxx, sxy }: Patch, map: TextMap): Box {
  const width = right - left + 1;
  const height = bottom - top + 1;
  const grown = (width * height * GROWTH) / (2 * (width + height));
  const x = Math.max(0, left - grown);
  const y = Math.max(0, top - grown);
  const spread = points * sxx - sx * sx;
  return {
    x,
    y,
    width: Math.min(map.width, right + 1 + grown) - x,
    height: Math.min(map.height, bottom + 1 + grown) - y,
    slope: width < height * LONG || spread === 0 ? Number.NaN : (points * sxy - sx * sy) / spread,
  };
}

/** How the page leans: the middle one of the slopes of its long lines; 0 where it has none. */
export function leanOf(boxes: readonly Box[]): number {
  const slopes = boxes.map(({ slope }) => slope).filter((slope) => !Number.isNaN(slope));
  return slopes.length === 0 ? 0 : slopes.sort((a, b) => a - b)[Math.floor(slopes.length / 2)]!;
}
