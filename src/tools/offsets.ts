import type { Span, View } from '../text/types.js';

/** The stretch of a view that a stretch of the file stands for; undefined where none of it is in the view. */
export function viewSpan(view: View, source: Span): Span | undefined {
  const start = lowerBound(view.offsets, source.start);
  const end = lowerBound(view.offsets, source.end);
  return end > start ? { start, end } : undefined;
}

/** The first index whose offset is not below `target`. */
function lowerBound(offsets: Uint32Array, target: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < target) low = middle + 1;
    else high = middle;
  }
  return low;
}
