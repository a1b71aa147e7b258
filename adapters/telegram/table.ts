import type { AnswerTable } from '../../src/answer/schema.js';
import { displayWidth, padDisplay } from '../../src/charts/width.js';
import { cleanText } from '../shared/clean.js';

/** Columns of fixed-width type that a phone shows without breaking the line. */
const PHONE_COLUMNS = 36;
const GAP = '  ';

/** A table as lines of fixed-width type, or undefined where it is too wide for a phone. */
export function fixedWidthTable({ columns, rows }: AnswerTable): string | undefined {
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

/** One text for a cell: line breaks would tear the row apart. */
export function oneLine(cell: string): string {
  return cleanText(cell).replace(/\s+/g, ' ').trim();
}
