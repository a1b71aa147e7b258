import type { AnswerTable } from '../../src/answer/schema.js';
import { displayWidth, padDisplay } from '../../src/charts/width.js';
import { cleanText } from '../shared/clean.js';
import type { Style } from './style.js';

const GAP = '  ';

/** A table as lines of even columns, Chinese characters counted as two; null where it is wider than `width` columns. */
export function tableLines(table: AnswerTable, width: number, style: Style): string[] | null {
  const rows = [table.columns, ...table.rows.map((row) => row.cells)].map((cells) =>
    cells.map((cell) => cleanText(cell)),
  );
  const widths = table.columns.map((_, column) => Math.max(...rows.map((cells) => displayWidth(cells[column] ?? ''))));
  if (widths.reduce((sum, column) => sum + column + GAP.length, -GAP.length) > width) return null;
  const lines = rows.map((cells) =>
    widths
      .map((column, i) => padDisplay(cells[i] ?? '', column))
      .join(GAP)
      .trimEnd(),
  );
  const rule = widths.map((column) => '─'.repeat(column)).join(GAP);
  return [style.strong(lines[0] ?? ''), style.dim(rule), ...lines.slice(1)];
}

/**
 * Where a reply's text says the table row by row: the run of lines, one for each row, that each hold their row's first two
 * filled cells. Null where there is no such run.
 */
export function findRows(
  lines: readonly string[],
  table: AnswerTable,
): { readonly from: number; readonly to: number } | null {
  const { rows } = table;
  if (rows.length === 0) return null;
  for (let from = 1; from + rows.length <= lines.length; from++)
    if (rows.every(({ cells }, i) => keyCells(cells).every((cell) => lines[from + i]?.includes(cell))))
      return { from, to: from + rows.length };
  return null;
}

function keyCells(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell.trim() !== '' && cell !== '—').slice(0, 2);
}
