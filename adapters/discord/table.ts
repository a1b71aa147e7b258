import type { AnswerTable } from '../../src/answer/schema.js';
import { displayWidth } from '../../src/charts/width.js';
import { cleanText } from '../shared/clean.js';
import { escapeMarkdown } from './markdown.js';

/** Columns of fixed-width type that a phone held upright shows of a code block without breaking lines. */
export const PHONE_COLUMNS = 36;

/** A column is not wrapped narrower than this; a table that would need it is set as cards. */
const LEAST_COLUMN = 8;
const GAP = '  ';

/** A table ready to be cut between rows: fixed-width text for a code block, or markdown cards. */
export interface LaidOutTable {
  readonly form: 'block' | 'cards';
  /** Repeated on every page; empty for cards. */
  readonly head: string;
  readonly rows: readonly string[];
}

interface Column {
  readonly wide: number;
  readonly narrow: number;
}

/** Lays a table out for a width in columns: as fixed-width text where it fits (cells wrapped), else each row as a card. */
export function layOutTable(table: AnswerTable, columns = PHONE_COLUMNS): LaidOutTable {
  const rows = table.rows.map((row) => table.columns.map((_, index) => clean(row.cells[index] ?? '')));
  const head = table.columns.map(clean);
  const widths = fitColumns([head, ...rows], columns);
  if (widths === null) return { form: 'cards', head: '', rows: rows.map((cells) => card(head, cells)) };
  const wrapped = [head, ...rows].map((cells) => cells.map((cell, index) => wrapCell(cell, widths[index]!)));
  const measures = head.map((_, index) => measure(wrapped.flatMap((cells) => cells[index]!)));
  const lines = wrapped.map((cells) => fixedRow(cells, measures));
  return { form: 'block', head: lines[0]!, rows: lines.slice(1) };
}

function clean(cell: string): string {
  return cleanText(cell).replace(/\s+/g, ' ').trim();
}

/** The greatest width of each column's cells, the widest columns narrowed until all fit; null where they cannot. */
function fitColumns(rows: readonly (readonly string[])[], columns: number): number[] | null {
  const widths = rows[0]!.map((_, index) => Math.max(...rows.map((row) => displayWidth(row[index]!))));
  const room = columns - GAP.length * (widths.length - 1);
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
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

/**
 * Chinese characters are seldom exactly two columns wide in the fonts of Discord's clients, so columns are made equal by
 * count: as many full-width characters (filled with U+3000) and as many half-width ones (filled with blanks) in every cell.
 */
function measure(cells: readonly string[]): Column {
  const counts = cells.map(count);
  return { wide: Math.max(...counts.map(({ wide }) => wide)), narrow: Math.max(...counts.map(({ narrow }) => narrow)) };
}

function count(text: string): Column {
  const width = displayWidth(text);
  const wide = Math.max(0, width - [...text].length);
  return { wide, narrow: width - 2 * wide };
}

function fixedRow(cells: readonly (readonly string[])[], columns: readonly Column[]): string {
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
      .trimEnd(),
  );
  return lines.join('\n');
}

/** One row as markdown: the first cell bold, the others named by their columns. */
function card(head: readonly string[], cells: readonly string[]): string {
  const rest = cells
    .slice(1)
    .map((cell, index) => (cell === '' ? '' : `${escapeMarkdown(head[index + 1]!)}：${escapeMarkdown(cell)}`))
    .filter((line) => line !== '');
  return [`**${escapeMarkdown(cells[0] || '—')}**`, ...rest].join('\n');
}
