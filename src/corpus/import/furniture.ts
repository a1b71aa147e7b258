import type { Line } from './lines.js';

/** What stands at the edges of pages and is no part of the text: running heads, page numbers, what a browser prints. */

/** Where running heads and page numbers stand, as shares of the page's height. */
const HEAD = 0.9;
const FOOT = 0.1;
/** A line that stands at the edge of at least this share of the pages runs through them. */
const RUNNING_SHARE = 0.4;
const FEWEST_PAGES = 2;
/** 第3页, — 3 —, 3/20, 3. */
const PAGE_NUMBER = /^[-—–－\s·]*(?:第\s*)?[\d０-９]{1,4}\s*(?:页)?(?:\s*[/／共]\s*[\d０-９]{1,4}\s*页?)?[-—–－\s·]*$/;
/** What a browser prints at the edges: 11/30/26, 7:03 AM 标题; file:///tmp/a.html 1/2. */
const PRINTED =
  /^(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s*(?:上午|下午)?\d{1,2}:\d{2}|(?:https?|file):\/\/\S+\s+\d{1,4}\s*\/\s*\d{1,4}$)/;

/** Lines at the edges of many pages, their digits left out: 公报 2026年第3期. */
export function runningLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  if (pages.length < FEWEST_PAGES) return new Set();
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(lines.filter(atEdge).map(({ text }) => keyOf(text))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(FEWEST_PAGES, pages.length * RUNNING_SHARE);
  return new Set([...counts].filter(([key, count]) => key.length > 1 && count >= least).map(([key]) => key));
}

/** True for a line that is no part of the text. @param running the lines that run through the pages */
export function isFurniture(line: Line, running: ReadonlySet<string>): boolean {
  if (line.text === '') return true;
  return atEdge(line) && (PAGE_NUMBER.test(line.text) || PRINTED.test(line.text) || running.has(keyOf(line.text)));
}

const atEdge = ({ at }: Line): boolean => at >= HEAD || at <= FOOT;

const keyOf = (text: string): string => text.replace(/[\d\s]+/g, '');
