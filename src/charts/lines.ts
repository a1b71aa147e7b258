/**
 * Line breaking for Chinese, with whatever measure of width: figures and Latin words stay whole, closing marks never
 * begin a line and opening marks never end one, as far as the width allows.
 */

import type { Span } from '../text/types.js';
import { graphemesOf } from './graphemes.js';

/** Of a figure or a Latin word: what comes after one such sign belongs to it. */
const RUN = /^[\p{Script=Latin}\p{Nd}.,%+\-–/:]/u;
const RUN_END = /[\p{Script=Latin}\p{Nd}.,%+\-–/:]$/u;
const CLOSING = /^[，。、；：？！％%）》」』〉】〕”’…·—)\]},.;:?!]/;
const OPENING = /[（《「『〈【〔“‘([{]$/;

/**
 * Breaks a text into lines that `measure` no more than `width`, one grapheme at least; blanks at breaks are dropped.
 * @param whole stretches that are kept together where a line holds them (a figure with its unit), in order
 */
export function breakLines(
  text: string,
  width: number,
  measure: (part: string) => number,
  whole: readonly Span[] = [],
): string[] {
  return fill(units(text, width, measure, whole), width, measure);
}

/** As {@link breakLines}, with lines about equally long where that takes no more of them. */
export function balanceLines(text: string, width: number, measure: (part: string) => number): string[] {
  const greedy = breakLines(text, width, measure);
  if (greedy.length < 2) return greedy;
  const even = measure(text) / greedy.length;
  for (const slack of [0.5, 1, 1.5, 2, 3]) {
    const limit = Math.min(width, even + slack * measure('国'));
    const lines = breakLines(text, limit, measure);
    if (lines.length === greedy.length) return lines;
  }
  return greedy;
}

/** Joins graphemes that must not come apart, as long as they fit a line together. */
function units(text: string, width: number, measure: (part: string) => number, whole: readonly Span[]): string[] {
  const joined: string[] = [];
  for (const segment of segments(text, width, measure, whole)) {
    const before = joined.at(-1) ?? '';
    const sticks = CLOSING.test(segment) || OPENING.test(before) || (RUN.test(segment) && RUN_END.test(before));
    if (before !== '' && sticks && measure(before + segment) <= width) joined[joined.length - 1] = before + segment;
    else joined.push(segment);
  }
  return joined;
}

/** The graphemes of a text, and the stretches that are kept whole. */
function* segments(
  text: string,
  width: number,
  measure: (part: string) => number,
  whole: readonly Span[],
): Generator<string> {
  let from = 0;
  for (const { start, end } of whole) {
    const stretch = text.slice(start, end);
    if (start < from || measure(stretch) > width) continue;
    for (const { segment } of graphemesOf(text.slice(from, start))) yield segment;
    yield stretch;
    from = end;
  }
  for (const { segment } of graphemesOf(text.slice(from))) yield segment;
}

function fill(parts: readonly string[], width: number, measure: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && measure(line + part.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
