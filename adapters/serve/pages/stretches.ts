import type { Span } from '../../../src/text/types.js';
import type { Part } from './paragraphs.js';

/** Parts of a page that stand together. `far`: none of them is near what a reader sees at first. */
export interface Stretch {
  readonly parts: readonly Part[];
  readonly far: boolean;
}

/**
 * Characters before and after what is seen first that are laid out at once. Browsers lay out what is within one and a half
 * screens of what they show: what is laid out late above it would move it where the browser holds nothing in place.
 */
const BEFORE = 2_000;
const AFTER = 1_000;
/** Characters of a far stretch; `.far` in style.css reserves the height that so many take. */
const FAR = 1_000;

/** The parts of a page in order, those far from the mark (or from the beginning) in stretches of about the same length. */
export function stretchesOf(parts: readonly Part[], mark: Span | undefined): Stretch[] {
  const seen = mark ?? { start: 0, end: 0 };
  const isFar = ({ start, end }: Part): boolean => end < seen.start - BEFORE || start > seen.end + AFTER;
  const stretches: { parts: Part[]; far: boolean }[] = [];
  for (const part of parts) {
    const far = isFar(part);
    const last = stretches.at(-1);
    const isFull = far && last !== undefined && part.end - last.parts[0]!.start > FAR;
    if (last === undefined || last.far !== far || isFull) stretches.push({ parts: [part], far });
    else last.parts.push(part);
  }
  return stretches;
}
