import { strToU8, zipSync } from 'fflate';
import { type Sheet, withEvidence } from './sheet.js';

type Cell = string | number | null;

/** The longest text that a cell of a workbook holds, in UTF-16 units. */
const MOST_IN_CELL = 32_767;
/** A workbook is the same bytes for the same content: the entries carry one fixed time. */
const TIME = new Date('2000-01-01T00:00:00Z');
/** What XML 1.0 does not allow. */
const NOT_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/**
 * A workbook of two sheets: the records, numbers as numbers and every text as text (never a formula), each with its quote,
 * report, file and offsets; and how it was made.
 * @param made lines that say how: the question as read, the notes, the rules.
 * @returns the file's bytes in base64.
 */
export function xlsxBase64(sheet: Sheet, made: readonly string[]): string {
  return Buffer.from(workbook(withEvidence(sheet), made)).toString('base64');
}

/** A workbook of one table, its head first, and of lines that say how it was made. */
export function workbook(rows: readonly (readonly Cell[])[], made: readonly string[]): Uint8Array {
  const files = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
    ]),
    'xl/worksheets/sheet1.xml': worksheet(rows, true),
    'xl/worksheets/sheet2.xml': worksheet(
      made.map((line) => [line]),
      false,
    ),
  };
  const entries = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(entries, { mtime: TIME });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`;
const WORKBOOK = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/></sheets></workbook>`;

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

/** @param headed true where the first row is a head that stays in sight. */
function worksheet(rows: readonly (readonly Cell[])[], headed: boolean): string {
  const pane = headed
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '';
  const data = rows.map(
    (cells, i) => `<row r="${i + 1}">${cells.map((cell, j) => cellXml(cell, `${column(j)}${i + 1}`)).join('')}</row>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}">${pane}<sheetData>${data.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : '';
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function escaped(text: string): string {
  return text
    .slice(0, MOST_IN_CELL)
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** 0 → A, 25 → Z, 26 → AA. */
function column(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${column(Math.floor(index / 26) - 1)}${last}`;
}
