/**
 * Line breaking for Chinese, with whatever measure of width: figures and Latin words stay whole, closing marks never
 * begin a line and opening marks never end one, as far as the width allows.
 */

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Of a figure or a Latin word: what comes after one such sign belongs to it. */
const RUN = /^[\p{Script=Latin}\p{Nd}.,%+\-–/:]/u;
const RUN_END = /[\p{Script=Latin}\p{Nd}.,%+\-–/:]$/u;
const CLOSING = /^[，。、；：？！％%）》」』〉】〕”’…·—)\]},.;:?!]/;
const OPENING = /[（《「『〈【〔“‘([{]$/;

/** Breaks a text into lines that `measure` no more than `width`, one grapheme at least; blanks at breaks are dropped. */
export function breakLines(text: string, width: number, measure: (part: string) => number): string[] {
  return fill(units(text, width, measure), width, measure);
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
function units(text: string, width: number, measure: (part: string) => number): string[] {
  const joined: string[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const before = joined.at(-1) ?? '';
    const sticks = CLOSING.test(segment) || OPENING.test(before) || (RUN.test(segment) && RUN_END.test(before));
    if (before !== '' && sticks && measure(before + segment) <= width) joined[joined.length - 1] = before + segment;
    else joined.push(segment);
  }
  return joined;
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
