import { displayWidth } from '../../src/charts/width.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes that set terminal text off
const CODES = /\u001b\[[\d;]*m/g;
/** Rows below which a terminal is not worth paging in. */
const FEWEST_ROWS = 6;

/** The size of a terminal, in cells. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/**
 * A reply in screens, each of which leaves one row for the prompt. A reply that fits, or a terminal that does not tell its
 * size, gives one screen. Lines wider than the terminal count for the rows that it breaks them into.
 */
export function screensOf(text: string, { rows, columns }: Size): string[] {
  if (!(rows >= FEWEST_ROWS) || !(columns > 0)) return [text];
  const height = rows - 1;
  const screens: string[] = [];
  let lines: string[] = [];
  let used = 0;
  for (const line of text.split('\n')) {
    const takes = Math.max(1, Math.ceil(displayWidth(line.replace(CODES, '')) / columns));
    if (lines.length > 0 && used + takes > height) {
      screens.push(lines.join('\n'));
      lines = [];
      used = 0;
    }
    lines.push(line);
    used += takes;
  }
  return [...screens, lines.join('\n')];
}
