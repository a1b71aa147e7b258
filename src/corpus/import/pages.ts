import { carriedOver } from './grid/carried.js';
import { APART, bodiesOf } from './layout.js';
import type { Line, Page } from './lines.js';

/** The text of a PDF's pages (版面): lines put together by position become paragraphs, tables rows of cells. */

/**
 * The text of pages, one paragraph a line: a line that reaches the right margin goes on with the next, unless that is indented or
 * stands apart. Rows of a table stay as they are.
 */
export function textOfPages(pages: readonly Page[]): string {
  let text = '';
  let before: Line | undefined;
  let margins = { left: 0, right: 0 };
  for (const lines of carriedOver(bodiesOf(pages))) {
    const running = lines.filter(({ cells }) => cells === undefined);
    const left = Math.min(...running.map((line) => line.left));
    const step = usualStep(running);
    const letters = usualSize(running);
    const page = { left, right: Math.max(...running.map((line) => line.right)) };
    for (const line of lines) {
      // Larger letters stand further apart: a title that runs over two lines.
      const larger = before === undefined ? 1 : Math.max(1, Math.min(before.size, line.size) / letters);
      const apart = before !== undefined && before.at > line.at && before.at - line.at > step * APART * larger;
      const goesOn =
        before !== undefined &&
        !before.gap &&
        !line.gap &&
        !apart &&
        !(opensPart(line.text) && ENDS_SENTENCE.test(before.text)) &&
        reaches(before, margins, line) &&
        line.left < (line.column ?? page).left + line.size;
      text += (before === undefined || goesOn ? '' : '\n') + line.text;
      before = line;
      margins = line.column ?? page;
    }
  }
  return text;
}

/** 二、2023年工作安排: what opens a part begins a line, also where the sentence before it fills its own. */
const OPENS_PART =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}(?:部分|章|节))/;
/** Browsers print ⼆, a radical, for 二. */
function opensPart(text: string): boolean {
  return OPENS_PART.test(text.slice(0, 8).replace(/[\u2F00-\u2FDF]/g, (letter) => letter.normalize('NFKC')));
}

const ENDS_SENTENCE = /[。！？；]$/;

/** The size of most letters of a page. */
function usualSize(lines: readonly Line[]): number {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 1;
}

/** How far a line of the page usually stands below the one before, as a share of its height. */
function usualStep(lines: readonly Line[]): number {
  const steps = lines
    .slice(1)
    .map((line, i) => lines[i]!.at - line.at)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 1;
}

/** How far from the right margin a line may end that goes on, as a share of the lines' width; behind a full stop, a letter. */
const RAGGED = 0.12;

/** What a paragraph may end in; the colon of 12.6：39.4：48 is within a figure. */
const ENDS_PARAGRAPH = /[。！？；]$|(?<!\d)：$/;
/** A figure or a Latin word stands on one line whole. */
const WHOLE = /^[\x21-\x7e]+/;

function reaches(
  { text, right, size }: Line,
  margins: { readonly left: number; readonly right: number },
  next: Line,
): boolean {
  const word = ((WHOLE.exec(next.text)?.[0].length ?? 0) * size) / 2;
  const short = ENDS_PARAGRAPH.test(text) ? size : Math.max(word, (margins.right - margins.left) * RAGGED);
  return right >= margins.right - short;
}
