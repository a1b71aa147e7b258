import { decode } from './decode.js';
import { ImportRefusal } from './types.js';

/** Reports as rows of a table (csv) or as JSON objects, a line each (jsonl): one document a row. */

/** A document of a table. */
export interface RowDocument {
  readonly text: string;
  /** Front matter that the row's other columns give. */
  readonly fields: Readonly<Record<string, string>>;
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
  const [head, ...rows] = parseCsv(text.replace(/^\uFEFF/, ''));
  if (head === undefined) throw new ImportRefusal('文件是空的');
  return documents(rows.map((row) => Object.fromEntries(head.map((name, i) => [name.trim(), row[i] ?? '']))));
}

/** @throws ImportRefusal where no line is an object with a text */
export function documentsOfJsonl(bytes: Buffer): RowDocument[] {
  const rows: Record<string, unknown>[] = [];
  for (const line of decode(bytes).text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        rows.push(value as Record<string, unknown>);
    } catch {
      // A line that is no JSON holds no document; the rest goes on.
    }
  }
  return documents(rows);
}

function documents(rows: readonly Readonly<Record<string, unknown>>[]): RowDocument[] {
  const found: RowDocument[] = [];
  for (const row of rows) {
    const fields: Record<string, string> = {};
    for (const [column, pattern] of Object.entries(COLUMNS)) {
      const name = Object.keys(row).find((key) => pattern.test(key.trim()));
      const value = name === undefined ? '' : String(row[name] ?? '').trim();
      if (value !== '') fields[column] = value;
    }
    const { text = '', ...rest } = fields;
    if (text.length >= FEWEST) found.push({ text: text.replace(/\r\n?/g, '\n'), fields: rest });
  }
  if (found.length === 0)
    throw new ImportRefusal('没有找到正文一列；请把列名写成 正文（或 text），另可有 标题、地方、年份');
  return found;
}

/** Rows of comma-separated values; quoted fields may hold commas, quotes and line ends. */
function parseCsv(text: string): string[][] {
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
    else if (char === ',' || char === '\n') {
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
