import { type Cell, type Sheet, withEvidence } from './sheet.js';

/** What a spreadsheet may take for a formula at the head of a cell, in half and full width; an apostrophe says text. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** A figure as written that a spreadsheet reads as just that. */
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?%?$/;
const QUOTED = /[",\r\n]|^\s|\s$/;

/** A sheet as CSV (RFC 4180): UTF-8 with BOM, CRLF, every record with its quote, report, file and offsets. */
export function csvText(sheet: Sheet): string {
  return `\ufeff${withEvidence(sheet)
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('')}`;
}

/** A cell, neutralised where it looks like a formula and quoted where it must be. Numbers stay numbers. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
