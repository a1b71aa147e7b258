import type { AnswerTable } from '../../src/answer/schema.js';
import { displayWidth } from '../../src/charts/width.js';
import { cleanText } from '../shared/clean.js';

/** Columns of fixed-width type that a phone shows without breaking the line. */
const PHONE_COLUMNS = 36;
const GAP = '  ';

/**
 * A table as lines of fixed-width type, or undefined where it is too wide for a phone.
 * Columns that say the same in every row are left out where that makes it fit: title and reading say it already.
 */
export function fixedWidthTable(table: AnswerTable): string | undefined {
  return setInColumns(table) ?? setInColumns(withoutConstants(table));
}

function setInColumns({ columns, rows }: AnswerTable): string | undefined {
  const texts = [columns, ...rows.map(({ cells }) => cells)].map((cells) =>
    columns.map((_, column) => oneLine(cells[column] ?? '')),
  );
  // Spares measuring what cannot fit.
  if (texts.some((cells) => cells.some((cell) => cell.length > PHONE_COLUMNS))) return undefined;
  const lines = texts.map((cells) => cells.map(measured));
  const widths = columns.map((_, column) => ({
    wide: Math.max(...lines.map((cells) => cells[column]!.wide)),
    narrow: Math.max(...lines.map((cells) => cells[column]!.narrow)),
  }));
  const total = widths.reduce((sum, { wide, narrow }) => sum + 2 * wide + narrow, GAP.length * (widths.length - 1));
  if (total > PHONE_COLUMNS) return undefined;
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => padded(cell, widths[column]!))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}

/** A cell with the numbers of its characters of double and of single width. */
interface Cell {
  readonly text: string;
  readonly wide: number;
  readonly narrow: number;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

function measured(text: string): Cell {
  const widths = Array.from(graphemes.segment(text), ({ segment }) => displayWidth(segment));
  return {
    text,
    wide: widths.filter((width) => width === 2).length,
    narrow: widths.filter((width) => width === 1).length,
  };
}

/**
 * Fills a cell up with wide and with narrow blanks, each to its own number: on phones two narrow characters
 * of fixed-width type are not exactly as wide as a Chinese one, and columns filled with narrow blanks alone would lean.
 */
function padded({ text, wide, narrow }: Cell, to: Omit<Cell, 'text'>): string {
  return text + '\u3000'.repeat(to.wide - wide) + ' '.repeat(to.narrow - narrow);
}

/** A table without the columns that say the same in every row. A single row keeps all of its own. */
export function withoutConstants(table: AnswerTable): AnswerTable {
  if (table.rows.length < 2) return table;
  const varies = table.columns.map((_, column) => new Set(table.rows.map(({ cells }) => cells[column])).size > 1);
  const kept = <T>(cells: readonly T[]) => cells.filter((_, column) => varies[column]);
  return {
    ...table,
    columns: kept(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: kept(row.cells) })),
  };
}

/** One text for a cell: line breaks would tear the row apart. */
export function oneLine(cell: string): string {
  return cleanText(cell).replace(/\s+/g, ' ').trim();
}
