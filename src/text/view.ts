import { layOut } from './layout.js';
import { readUnits } from './marks.js';
import type { Span, View } from './types.js';

/**
 * A cleaned reading of `source` (or of its `extent`) with the way back.
 *
 * - Folded one to one (fold.ts): full-width digits, letters and ％ to ASCII, ．to the dot.
 * - Punctuation has one form: ，；（）！？ are always full-width, and so is ： but between two digits, where it is the ASCII colon of a
 *   ratio (12.6:39.4:48). A comma inside a number (1,234) is left out. A dot that ends a Chinese sentence is 。.
 * - Blanks are left out, but for one between two runs of digits (800 1000亩) and between Latin words.
 * - A line end inside a sentence is left out; others, several in a row, are one \n.
 * - Left out as well: Markdown and HTML marks, comments, footnote marks such as [5], control characters, lone surrogates,
 *   and the `cuts`: spans of the source (spam, front matter) in any order. A cut between two sentences, or one that
 *   holds a line end, leaves a \n.
 * - Two digits never come together over something that was left out (a sign that cannot be read, a footnote mark, a cut): U+FFFD
 *   stays between them.
 *
 * Linear in the length of the extent. Offsets are into `source`.
 */
export function makeView(source: string, extent?: Span, cuts: readonly Span[] = []): View {
  const start = Math.max(0, Math.min(extent?.start ?? 0, source.length));
  const end = Math.max(start, Math.min(extent?.end ?? source.length, source.length));
  const units = readUnits(source, { start, end }, cuts);
  layOut(units);
  const { codes, offsets, length } = units;
  return {
    text: Buffer.from(codes.buffer, codes.byteOffset, length * 2).toString('utf16le'),
    offsets: offsets.slice(0, length),
  };
}

/** The span of the source that a span of the view's text stands for: from its first character to its last. An empty span stays empty. */
export function toSource(view: View, span: Span): Span {
  const { offsets } = view;
  if (span.end <= span.start || offsets.length === 0) {
    const at = offsets.at(Math.max(0, Math.min(span.start, offsets.length - 1))) ?? 0;
    return { start: at, end: at };
  }
  return { start: offsets.at(span.start)!, end: offsets.at(span.end - 1)! + 1 };
}

/** Where an offset of the source stands in the view's text: at the first character that is not before it. */
export function toView({ offsets }: View, at: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (offsets.at(mid)! < at) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The folding of `makeView` without the way back, for what a person typed. */
export function foldText(text: string): string {
  return makeView(text).text;
}
