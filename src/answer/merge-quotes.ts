import { unitedHeads } from './heads.js';
import type { Citation } from './schema.js';

/**
 * The quotes of an answer with each sentence once: those of one report that overlap become one, from the beginning of the
 * first to the end of the last, with the marks of all. In the order of the first of each.
 */
export function mergeQuotes(citations: readonly Citation[]): Citation[] {
  const merged: Citation[] = [];
  for (const citation of citations) {
    // Those before are apart from one another, so only what this one touches can become one with it.
    const touched = merged.filter((other) => overlap(other, citation));
    const union = touched.reduce(unite, citation);
    const place = touched.length > 0 ? merged.indexOf(touched[0]!) : merged.length;
    merged.splice(place, 1, union);
    for (const other of touched.slice(1)) merged.splice(merged.indexOf(other), 1);
  }
  return merged;
}

/** True where two citations share characters of one report's file. */
function overlap(a: Citation, b: Citation): boolean {
  return a.document.id === b.document.id && a.seed === b.seed && a.start < b.end && b.start < a.end;
}

function unite(a: Citation, b: Citation): Citation {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const end = Math.max(first.end, second.end);
  const quote = first.quote + (second.end > first.end ? second.quote.slice(first.end - second.start) : '');
  const shift = second.start - first.start;
  const marks = [
    ...(first.marks ?? []),
    ...(second.marks ?? []).map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  ].sort((one, other) => one.start - other.start || one.end - other.end);
  const distinct = marks.filter((mark, i) => i === 0 || mark.start >= marks[i - 1]!.end);
  const whole = first.whole || second.whole ? { whole: true } : {};
  return { ...first, end, quote, marks: distinct, ...whole, ...unitedHeads(first, second) };
}
