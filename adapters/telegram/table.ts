import type { AnswerTable } from '../../src/answer/schema.js';
import { displayWidth, padDisplay } from '../../src/charts/width.js';
import { cleanText } from '../shared/clean.js';

/** Columns of fixed-width type that a phone shows without breaking the line. */
const PHONE_COLUMNS = 36;
const GAP = '  ';

/**
 * A table as lines of fixed-width type, or undefined where it is too wide for a phone.
 * Columns that say the same in every row are left out where that makes it fit: title and reading say it already.
 */
export function fixedWidthTable(table: AnswerTable): string | undefined {
  return setInColumns(table) ?? (table.rows.length > 1 ? setInColumns(withoutConstants(table)) : undefined);
}

function setInColumns({ columns, rows }: AnswerTable): string | undefined {
  const lines = [columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(oneLine));
  const widths = columns.map((_, column) => Math.max(...lines.map((cells) => displayWidth(cells[column] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
  if (total > PHONE_COLUMNS) return undefined;
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => padDisplay(cell, widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}

function withoutConstants(table: AnswerTable): AnswerTable {
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
