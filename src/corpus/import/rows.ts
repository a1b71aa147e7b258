import { decode } from './decode.js';
import { ImportRefusal } from './types.js';

/** Reports as rows of a table (csv, tsv) or as JSON objects, a line each (jsonl) or in one array (json): one document a row. */

/** A document of a table. */
export interface RowDocument {
  readonly text: string;
  /** Front matter that the row's other columns give. */
  readonly fields: Readonly<Record<string, string>>;
  /** Why the row is no document, in Chinese; its text is empty then. */
  readonly fault?: string;
}

/** Columns by the names that people give them. */
const COLUMNS: Readonly<Record<string, RegExp>> = {
  text: /^(?:text|content|body|正文|全文|内容|报告|文本|报告正文|报告内容)$/i,
  title: /^(?:title|标题|题目|名称)$/i,
  place: /^(?:place|region|city|province|area|地区|地方|城市|省份|省|市|地名|区域)$/i,
  year: /^(?:year|年份|年度|年)$/i,
  kind: /^(?:kind|type|类型|文种)$/i,
  source: /^(?:source|url|link|来源|网址|链接)$/i,
};
/** A row whose text is shorter holds no document. */
const FEWEST = 80;

/** @throws ImportRefusal where no column holds a text */
export function documentsOfCsv(bytes: Buffer): RowDocument[] {
  const { text } = decode(bytes);
  const table = text.replace(/^\uFEFF/, '');
  const [head, ...rows] = parseCsv(table, separatorOf(table));
  if (head === undefined) throw new ImportRefusal('文件是空的');
  return documents(rows.map((row) => Object.fromEntries(head.map((name, i) => [name.trim(), row[i] ?? '']))));
}

type Row = Readonly<Record<string, unknown>>;

/** @throws ImportRefusal where nothing is an object with a text */
export function documentsOfJsonl(bytes: Buffer): RowDocument[] {
  const { text } = decode(bytes);
  return documents(wholeJson(text) ?? text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [rowOf(line)])));
}

/** The objects of a file that is one JSON array, or one object; undefined where it is neither. */
function wholeJson(text: string): Row[] | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(value) ? value.filter(isRow) : isRow(value) ? [value] : undefined;
  } catch {
    return undefined;
  }
}

/** The object of a line; undefined for a line that is none: the rest goes on. */
function rowOf(line: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function documents(rows: readonly (Row | undefined)[]): RowDocument[] {
  const found = rows.map((row): RowDocument => {
    if (row === undefined) return { text: '', fields: {}, fault: '这一行不是 JSON 对象' };
    const fields: Record<string, string> = {};
    for (const [column, pattern] of Object.entries(COLUMNS)) {
      const name = Object.keys(row).find((key) => pattern.test(key.trim()));
      const value = name === undefined ? '' : String(row[name] ?? '').trim();
      if (value !== '') fields[column] = value;
    }
    const { text = '', ...rest } = fields;
    if (text.length >= FEWEST) return { text: text.replace(/\r\n?/g, '\n'), fields: rest };
    return { text, fields: rest, fault: `正文只有 ${text.length} 字` };
  });
  if (found.every(({ fault }) => fault !== undefined))
    throw new ImportRefusal('没有找到正文一列；请把列名写成 正文（或 text），另可有 标题、地方、年份');
  // A row without any text (a total, a blank line) is no document and no fault.
  return found.filter(
    ({ text, fields, fault }) => text !== '' || (fault !== undefined && Object.keys(fields).length === 0),
  );
}

/** What parts the cells of the head: a tab or a semicolon where there is no comma. */
function separatorOf(table: string): string {
  const head = table.split('\n', 1)[0]!;
  return [',', '\t', ';'].find((mark) => head.includes(mark)) ?? ',';
}

/** Rows of comma-separated values; quoted fields may hold commas, quotes and line ends. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') field += text[i++];
      else quoted = false;
    } else if (char === '"' && field === '') quoted = true;
    else if (char === separator || char === '\n') {
      row.push(field.replace(/\r$/, ''));
      field = '';
      if (char === '\n') {
        rows.push(row);
        row = [];
      }
    } else field += char;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}
