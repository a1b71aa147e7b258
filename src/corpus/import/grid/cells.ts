import { type Piece, rowsOf, textOfRow } from '../lines.js';

/** The words of a table's cells, put together from the lines over which they run. */

/** A table where it stands on its page; each row with the height at which it is read. */
export interface PlacedTable {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly PlacedRow[];
  /** The pieces whose words stand in the rows. */
  readonly taken: ReadonlySet<Piece>;
  /** Where its columns stand. */
  readonly columns: readonly Extent[];
}

/** Where something stands between left and right, in points. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

export interface PlacedRow {
  readonly y: number;
  readonly size: number;
  readonly cells: readonly string[];
}

/** A line of a cell, in points. */
export interface CellLine {
  readonly text: string;
  readonly width: number;
  readonly size: number;
}

/** A line may end so many letters short of its column and go on in the next: marks take a letter along to their line. */
const SHORT_OF = 2;
/** What opens a line and must stand whole: a figure, a Latin word, or one Chinese letter. */
const FIRST_WORD = /^(?:[\d.,%A-Za-z]+|.)/u;

/** The lines of a cell, from the top. */
export function linesOfCell(pieces: readonly Piece[]): CellLine[] {
  return rowsOf(pieces).map((row) => {
    const { text, right, size } = textOfRow(row);
    return { text: cleaned(text), width: right - row[0]!.x, size };
  });
}

/**
 * The words of a cell on one line. A line that had room for what stands on the next was ended on purpose: a blank parts the two.
 * @param room how wide the lines of its column may be
 */
export function wordsOf(lines: readonly CellLine[], room: number): string {
  let words = '';
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before !== undefined && (!goesOn(before, line, room) || partsLatin(words, line.text))) words += ' ';
    words += line.text;
  }
  return words.trim();
}

/** True where a line of a cell has no room for the first word of the next. */
export function goesOn(line: CellLine, next: CellLine, room: number): boolean {
  const first = FIRST_WORD.exec(next.text)?.[0] ?? '';
  const letters = /^[\x21-\x7e]/.test(first) ? first.length / 2 : 1;
  return line.width + (letters + SHORT_OF) * line.size > room;
}

function partsLatin(words: string, next: string): boolean {
  return /[A-Za-z]$/.test(words) && /^[A-Za-z]/.test(next);
}

/** Bars part cells, and stand in none. */
function cleaned(text: string): string {
  return text.replace(/[|\s]+/g, ' ').trim();
}

/** A row of a table as every format writes it. */
export function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
