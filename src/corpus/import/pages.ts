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
  /** True where it has a gap as between columns: a row of a table. */
  readonly gap: boolean;
}

/** Pieces whose base lines differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.5;
/** Letters smaller than this share of the line's, and raised, are the number of a note. */
const SMALL = 0.78;
/** Browsers make the numbers of notes hardly smaller; they stand higher. As shares of the line's size. */
const SMALLER = 0.9;
const RAISED = 0.15;
const RAISED_HIGH = 0.25;
const NOTE_NUMBER = /^\s*[[(（〔]?\d{1,3}[\])）〕]?\s*$/;
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
/** A gap between pieces of at least this many letters parts columns. */
const COLUMN_GAP = 1.5;
/** A page has two columns where so many of its lines have a gap at its middle. */
const COLUMN_SHARE = 0.5;
const FEWEST_LINES = 8;

/**
 * The text of pages, one paragraph a line: a line that reaches the right margin goes on with the next, unless that is indented or
 * stands apart. Rows of a table, and the lines of a page in columns, stay as they are.
 */
export function textOfPages(pages: readonly Page[]): string {
  let text = '';
  let before: Line | undefined;
  let margins = { left: 0, right: 0 };
  for (const lines of bodiesOf(pages)) {
    const left = Math.min(...lines.map((line) => line.left));
    const step = usualStep(lines);
    const letters = usualSize(lines);
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
        reaches(before, margins) &&
        line.left < left + line.size;
      text += (before === undefined || goesOn ? '' : '\n') + line.text;
      before = line;
      margins = { left, right: Math.max(...lines.map(({ right }) => right)) };
    }
  }
  return text;
}

/** The lines of each page without running heads and page numbers. */
function bodiesOf(pages: readonly Page[]): Line[][] {
  const read = pages.map(linesOf);
  const running = runningLines(read);
  return read.map((lines) => lines.filter((line) => !isFurniture(line, running))).filter((lines) => lines.length > 0);
}

/** Lines further apart than this many usual steps are of two paragraphs. */
const APART = 1.4;

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

function reaches({ text, right, size }: Line, margins: { readonly left: number; readonly right: number }): boolean {
  const short = /[。！？：；]$/.test(text) ? size : (margins.right - margins.left) * RAGGED;
  return right >= margins.right - short;
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
  return rows.map((row) => woven(row.sort((a, b) => a.x - b.x)));
}

/** Marks that a PDF draws by themselves into the blanks of a longer piece: quotation marks of another font. */
const MARKS = /^[“”‘’"'·—…《》（）]{1,2}$/;
/** How many letters about its place a mark looks for its blank. */
const BLANK_REACH = 2;

/** A row with such marks put where they stand: 川超 等 and “, ” on top of it are “川超”等. */
function woven(row: readonly Piece[]): Piece[] {
  const marks = row.filter((piece) => MARKS.test(piece.text.trim()));
  const others = row.filter((piece) => !marks.includes(piece));
  const loose: Piece[] = [];
  // From the right, so that what is put in moves nothing that is still to come.
  for (const mark of [...marks].reverse()) {
    const at = others.findIndex(({ x, width }) => x < mark.x && mark.x + mark.width < x + width);
    if (at < 0) loose.push(mark);
    else others[at] = { ...others[at]!, text: withMark(others[at]!, mark) };
  }
  return [...others, ...loose].sort((a, b) => a.x - b.x);
}

function withMark(host: Piece, mark: Piece): string {
  const letters = [...host.text];
  const widths = letters.map((letter) => (letter > '\u2000' ? 2 : 1));
  const scale = host.width / widths.reduce((sum, width) => sum + width, 0);
  let place = 0;
  for (let x = host.x; place < letters.length && x + (widths[place]! * scale) / 2 < mark.x; place++)
    x += widths[place]! * scale;
  const near = [0, -1, 1, -BLANK_REACH, BLANK_REACH].map((by) => place + by).find((i) => letters[i] === ' ');
  letters.splice(near ?? place, near === undefined ? 0 : 1, mark.text.trim());
  return letters.join('');
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
  let gaps = false;
  for (const piece of row) {
    const parted = text !== '' && piece.x - end > COLUMN_GAP * size;
    gaps ||= parted;
    if (parted) text += ' ';
    const above = (piece.y - base) / size;
    const number = NOTE_NUMBER.test(piece.text) && piece.size < size * SMALLER && above > RAISED_HIGH;
    const raised = number || (piece.size < size * SMALL && above > RAISED);
    text += raised ? plainOfRaised(piece.text, text) : piece.text;
    end = piece.x + piece.width;
  }
  return {
    text: text.trim(),
    at: page.height === 0 ? 0.5 : base / page.height,
    left: row[0]!.x,
    right: end,
    size,
    gap: gaps,
  };
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
  return atEdge(line) && (PAGE_NUMBER.test(line.text) || PRINTED.test(line.text) || running.has(keyOf(line.text)));
}

const atEdge = ({ at }: Line): boolean => at >= HEAD || at <= FOOT;

const keyOf = (text: string): string => text.replace(/[\d\s]+/g, '');
