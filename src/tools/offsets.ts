import type { Span, View } from '../text/types.js';
import { toView } from '../text/view.js';

/** The stretch of a view that a stretch of the file stands for; undefined where none of it is in the view. */
export function viewSpan(view: View, source: Span): Span | undefined {
  const start = toView(view, source.start);
  const end = toView(view, source.end);
  return end > start ? { start, end } : undefined;
}
