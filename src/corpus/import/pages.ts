import { plainOfRaised } from './raised.js';

/** Lines of a PDF's pages (版面): put together by position, without running heads and page numbers, raised digits apart. */

/** A piece of text where it stands on its page, in points from the lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The size of its letters. */
  readonly size: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

interface Line {
  readonly text: string;
  /** Height of its base line, as a share of the page's: 1 is the top. */
  readonly at: number;
  /** Where it begins and ends, and the size of its letters, in points. */
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

/** Pieces whose base lines differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.5;
/** Letters smaller than this share of the line's, and raised, are the number of a note. */
const SMALL = 0.78;
/** Where running heads and page numbers stand, as shares of the page's height. */
const HEAD = 0.9;
const FOOT = 0.1;
/** A line that stands at the edge of at least this share of the pages runs through them. */
const RUNNING_SHARE = 0.4;
const FEWEST_PAGES = 3;
/** 第3页, — 3 —, 3/20, 3. */
const PAGE_NUMBER = /^[-—–－\s·]*(?:第\s*)?[\d０-９]{1,4}\s*(?:页)?(?:\s*[/／共]\s*[\d０-９]{1,4}\s*页?)?[-—–－\s·]*$/;
/** A gap between pieces of at least this many letters parts columns. */
const COLUMN_GAP = 1.5;
/** A page has two columns where so many of its lines have a gap at its middle. */
const COLUMN_SHARE = 0.5;
const FEWEST_LINES = 8;

/** The text of pages, one line of the page a line. */
export function textOfPages(pages: readonly Page[]): string {
  return bodiesOf(pages)
    .map((lines) => lines.map(({ text }) => text).join('\n'))
    .join('\n');
}

/** The text of pages, one paragraph a line: a line that reaches the right margin goes on with the next, unless that is indented. */
export function paragraphsOfPages(pages: readonly Page[]): string {
  let text = '';
  let before: Line | undefined;
  let margin = 0;
  for (const lines of bodiesOf(pages)) {
    const left = Math.min(...lines.map((line) => line.left));
    for (const line of lines) {
      const goesOn = before !== undefined && reaches(before, left, margin) && line.left < left + line.size;
      text += (before === undefined || goesOn ? '' : '\n') + line.text;
      before = line;
      margin = Math.max(...lines.map(({ right }) => right));
    }
  }
  return text;
}

/** How far from the right margin a line may end that goes on, as a share of the lines' width; behind a full stop, a letter. */
const RAGGED = 0.12;

function reaches({ text, right, size }: Line, left: number, margin: number): boolean {
  return right >= margin - (/[。！？：；]$/.test(text) ? size : (margin - left) * RAGGED);
}

/** The lines of each page without running heads and page numbers. */
function bodiesOf(pages: readonly Page[]): Line[][] {
  const read = pages.map(linesOf);
  const running = runningLines(read);
  return read.map((lines) => lines.filter((line) => !isFurniture(line, running))).filter((lines) => lines.length > 0);
}

function linesOf(page: Page): Line[] {
  const rows = rowsOf(page.pieces);
  const middle = page.width / 2;
  const split = rows.filter((row) => gapAt(row, middle));
  if (rows.length >= FEWEST_LINES && split.length >= rows.length * COLUMN_SHARE) {
    const left = page.pieces.filter((piece) => piece.x < middle);
    const right = page.pieces.filter((piece) => piece.x >= middle);
    return [...rowsOf(left), ...rowsOf(right)].map((row) => lineOf(row, page));
  }
  return rows.map((row) => lineOf(row, page));
}

/** Pieces by line, from the top, each from the left. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const sorted = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const largest = row === undefined ? undefined : row.reduce((a, b) => (b.size > a.size ? b : a));
    if (row !== undefined && Math.abs(largest!.y - piece.y) < SAME_LINE * Math.max(largest!.size, piece.size))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** True where a line has nothing at the middle of its page, and a gap there. */
function gapAt(row: readonly Piece[], middle: number): boolean {
  const left = row.filter((piece) => piece.x + piece.width <= middle);
  const right = row.filter((piece) => piece.x >= middle);
  if (left.length === 0 || right.length === 0 || left.length + right.length < row.length) return false;
  const end = Math.max(...left.map((piece) => piece.x + piece.width));
  return right[0]!.x - end >= COLUMN_GAP * right[0]!.size;
}

function lineOf(row: readonly Piece[], page: Page): Line {
  const size = Math.max(...row.map((piece) => piece.size));
  const base = row.find((piece) => piece.size === size)!.y;
  let text = '';
  let end = row[0]!.x;
  for (const piece of row) {
    const gap = piece.x - end;
    if (text !== '' && gap > COLUMN_GAP * size) text += ' ';
    const raised = piece.size < size * SMALL && piece.y > base + size * 0.15;
    text += raised ? plainOfRaised(piece.text, text) : piece.text;
    end = piece.x + piece.width;
  }
  return { text: text.trim(), at: page.height === 0 ? 0.5 : base / page.height, left: row[0]!.x, right: end, size };
}

/** Lines at the edges of many pages, their digits left out: 公报 2026年第3期. */
function runningLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  if (pages.length < FEWEST_PAGES) return new Set();
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(lines.filter(atEdge).map(({ text }) => keyOf(text))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(FEWEST_PAGES, pages.length * RUNNING_SHARE);
  return new Set([...counts].filter(([key, count]) => key.length > 1 && count >= least).map(([key]) => key));
}

function isFurniture(line: Line, running: ReadonlySet<string>): boolean {
  if (line.text === '') return true;
  return atEdge(line) && (PAGE_NUMBER.test(line.text) || running.has(keyOf(line.text)));
}

const atEdge = ({ at }: Line): boolean => at >= HEAD || at <= FOOT;

const keyOf = (text: string): string => text.replace(/[\d\s]+/g, '');
