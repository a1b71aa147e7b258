import type { Rule } from './grid/rules.js';
import { plainOfRaised } from './raised.js';

/** Pieces of text on a page, put together to lines by their base lines. */

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
  /** Ruling lines; undefined where none are known of: tables are looked for on pages alone that give them. */
  readonly rules?: readonly Rule[];
}

export interface Line {
  readonly text: string;
  /** Height of its base line, as a share of the page's: 1 is the top. */
  readonly at: number;
  /** Where it begins and ends, and the size of its letters, in points. */
  readonly left: number;
  readonly right: number;
  readonly size: number;
  /** True where it has a gap as between columns: a row of a table. */
  readonly gap: boolean;
  /** Where the lines of its column begin and end, on a page in columns. */
  readonly column?: { readonly left: number; readonly right: number };
  /** The cells of a row of a table. */
  readonly cells?: readonly string[];
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
/** A gap between pieces of at least this many letters parts columns. */
export const COLUMN_GAP = 1.5;

/** Pieces by line, from the top, each from the left, marks put where they stand. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  return rawRowsOf(pieces).map(woven);
}

/** The same with the pieces as the PDF has them. */
export function rawRowsOf(pieces: readonly Piece[]): Piece[][] {
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

/** A line's words, raised digits as notes, a blank where there is a gap; and whether there is one as between columns. */
export function textOfRow(row: readonly Piece[]): {
  text: string;
  gap: boolean;
  size: number;
  base: number;
  right: number;
} {
  const size = Math.max(...row.map((piece) => piece.size));
  const base = row.find((piece) => piece.size === size)!.y;
  let text = '';
  let right = row[0]!.x;
  let gap = false;
  for (const piece of row) {
    const parted = text !== '' && piece.x - right > COLUMN_GAP * size;
    gap ||= parted;
    if (parted) text += ' ';
    const above = (piece.y - base) / size;
    const number = NOTE_NUMBER.test(piece.text) && piece.size < size * SMALLER && above > RAISED_HIGH;
    const raised = number || (piece.size < size * SMALL && above > RAISED);
    text += raised ? plainOfRaised(piece.text, text) : piece.text;
    right = piece.x + piece.width;
  }
  return { text: text.trim(), gap, size, base, right };
}

/** A row of pieces as a line of its page. */
export function lineOf(row: readonly Piece[], page: Pick<Page, 'height'>): Line {
  const { text, gap, size, base, right } = textOfRow(row);
  return { text, at: page.height === 0 ? 0.5 : base / page.height, left: row[0]!.x, right, size, gap };
}
