import type { AnswerTable } from '../../src/answer/schema.js';
import { displayWidth } from '../../src/charts/width.js';
import { cleanText } from '../shared/clean.js';
import { codeBlock, escapeMarkdown } from './markdown.js';

/** Columns of fixed-width type that a phone held upright shows of a code block without breaking lines. */
const PHONE_COLUMNS = 36;

/** A column is not wrapped narrower than this, nor a cell into more lines: such a table is set as cards. */
const LEAST_COLUMN = 8;
const MOST_LINES = 2;
/** What filling cells to equal counts may add. */
const SLACK = 4;
const GAP = '  ';

interface Cells {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A table as markdown that is legible on a phone: fixed-width text where it fits, columns that say the same in every row
 * said once below it, and where that is not enough each row as a card.
 */
export function renderTable(table: AnswerTable): string {
  const whole: Cells = {
    head: table.columns.map(clean),
    rows: table.rows.map((row) => table.columns.map((_, index) => clean(row.cells[index] ?? ''))),
  };
  const plain = layOut(whole, 1);
  if (plain !== null) return codeBlock(plain);
  const { cells, constant } = withoutConstants(whole);
  const narrower = layOut(cells, 1) ?? layOut(cells, MOST_LINES);
  if (narrower === null) return whole.rows.map((row) => card(whole.head, row)).join('\n');
  if (constant.length === 0) return codeBlock(narrower);
  return `${codeBlock(narrower)}\n-# ${constant.map(([name, value]) => `${escapeMarkdown(name)}：${escapeMarkdown(value)}`).join(' · ')}`;
}

function clean(cell: string): string {
  return cleanText(cell).replace(/\s+/g, ' ').trim();
}

/** Parts off the columns, the first one kept, that hold one value in all of several rows. */
function withoutConstants({ head, rows }: Cells): { cells: Cells; constant: [name: string, value: string][] } {
  const same = head.map(
    (_, index) => index > 0 && rows.length > 1 && rows.every((row) => row[index] === rows[0]![index]),
  );
  const keep = (cells: readonly string[]) => cells.filter((_, index) => !same[index]);
  return {
    cells: { head: keep(head), rows: rows.map(keep) },
    constant: head.flatMap((name, index): [string, string][] => (same[index] ? [[name, rows[0]![index]!]] : [])),
  };
}

/** The table in fixed-width type with cells of at most so many lines, or null where it does not fit a phone. */
function layOut({ head, rows }: Cells, most: number): string | null {
  const widths = fitColumns([head, ...rows]);
  if (widths === null) return null;
  const wrapped = [head, ...rows].map((cells) => cells.map((cell, index) => wrapCell(cell, widths[index]!)));
  if (wrapped.some((cells) => cells.some((lines) => lines.length > most))) return null;
  const columns = head.map((_, index) => measure(wrapped.flatMap((cells) => cells[index]!)));
  const width = columns.reduce((sum, { wide, narrow }) => sum + 2 * wide + narrow + GAP.length, -GAP.length);
  if (width > PHONE_COLUMNS + SLACK) return null;
  return wrapped.map((cells) => fixedRow(cells, columns)).join('\n');
}

/** The width of each column: its widest cell, the widest columns narrowed until all fit; null where they cannot. */
function fitColumns(rows: readonly (readonly string[])[]): number[] | null {
  const widths = rows[0]!.map((_, index) => Math.max(...rows.map((row) => displayWidth(row[index]!))));
  let excess = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) - PHONE_COLUMNS;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= LEAST_COLUMN) return null;
    widths[widest]! -= 1;
    excess -= 1;
  }
  return widths;
}

/** A figure or a Latin word, which is not parted, or one other character. */
const PIECE = /[\d.,%a-z—–~-]+|./giu;

/** A cell in as few lines as the width allows, of about equal length, figures whole where they fit. */
function wrapCell(text: string, width: number): string[] {
  const lines = pack(text, width);
  let even = Math.ceil(displayWidth(text) / lines.length);
  while (even < width && pack(text, even).length > lines.length) even += 1;
  return even < width ? pack(text, even) : lines;
}

function pack(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const piece of (text.match(PIECE) ?? []).flatMap((part) => (displayWidth(part) > width ? [...part] : [part]))) {
    const line = lines.at(-1)!;
    if (line !== '' && displayWidth(line) + displayWidth(piece) > width) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines;
}

/** How many full-width and half-width characters a text, or the widest cell of a column, has. */
interface Measure {
  readonly wide: number;
  readonly narrow: number;
}

/**
 * Chinese characters are seldom exactly two columns wide in the fonts of Discord's clients, so columns are made equal by
 * count: as many full-width characters (filled with U+3000) and as many half-width ones (filled with blanks) in every cell.
 */
function measure(cells: readonly string[]): Measure {
  const counts = cells.map(count);
  return { wide: Math.max(...counts.map(({ wide }) => wide)), narrow: Math.max(...counts.map(({ narrow }) => narrow)) };
}

function count(text: string): Measure {
  const width = displayWidth(text);
  const wide = Math.max(0, width - [...text].length);
  return { wide, narrow: width - 2 * wide };
}

function fixedRow(cells: readonly (readonly string[])[], columns: readonly Measure[]): string {
  const height = Math.max(...cells.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, line) =>
    cells
      .map((parts, index) => {
        const text = parts[line] ?? '';
        const { wide, narrow } = count(text);
        const column = columns[index]!;
        return text + '\u3000'.repeat(column.wide - wide) + ' '.repeat(column.narrow - narrow);
      })
      .join(GAP)
      .replace(/[\s\u3000]+$/, ''),
  );
  return lines.join('\n');
}

/** One row as markdown: the first cell bold, below it the others with the names of their columns, as many in a line as a phone shows. */
function card(head: readonly string[], cells: readonly string[]): string {
  const lines: string[] = [];
  for (const [index, cell] of cells.entries()) {
    if (index === 0 || cell === '') continue;
    const field = `${head[index]!} ${cell}`;
    const line = lines.at(-1);
    if (line !== undefined && displayWidth(line) + displayWidth(field) + 3 <= PHONE_COLUMNS + SLACK) {
      lines[lines.length - 1] = `${line} · ${field}`;
    } else lines.push(field);
  }
  return [`**${escapeMarkdown(cells[0] || '—')}**`, ...lines.map(escapeMarkdown)].join('\n');
}
