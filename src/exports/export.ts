import type { Answer } from '../answer/schema.js';
import { csvText } from './csv.js';
import { fileName } from './file-name.js';
import { markdownText } from './markdown.js';
import { type ExportRow, evidenceOf, figureRow } from './rows.js';
import { answerOverview, answerSheet, figureRows, figureSheet } from './sheet.js';
import { xlsxBase64 } from './xlsx.js';

/** Formats of a file, the handiest first. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'json', 'md'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file ready to be sent or written; `body` is to be encoded as UTF-8, or is the bytes in base64 where `encoding` says so. */
export interface ExportFile {
  readonly name: string;
  readonly mime: string;
  readonly body: string;
  readonly encoding?: 'base64';
}

const MIMES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const OFFSETS = '文件按 UTF-8 读入后的 UTF-16 码元位置；引文 = 文本.slice(start, end)';

/** How the numbers of a workbook came about. */
const MADE = [
  '每个数字都是报告原文里的一段，引文、报告、文件和位置在同一行；下限、上限是数值，数字一栏是原文写法。',
  '算出来的数（差、平均、合计）按所写数字计算，区间按下限，算式见上。',
  `位置：${OFFSETS}`,
];

/**
 * The table of an answer as a file, or its figures, items or citations where it has no table. Each row carries quote,
 * report, file and offsets. An answer with none of these gives a file with a heading and no rows.
 */
export function exportAnswer(answer: Answer, format: ExportFormat): ExportFile {
  const title = answer.table?.title ?? answer.headline;
  if (format === 'json') return file(title, format, json(answerDocument(title, answer)));
  if (format === 'csv') return file(title, format, csvText(answerSheet(answer)));
  const notes = [`理解为：${answer.understood.line}`, ...(answer.notes ?? [])];
  if (format === 'xlsx')
    return file(title, format, xlsxBase64(answerSheet(answer), [title, answer.headline, ...notes, ...MADE]));
  return file(title, format, markdownText(title, answerOverview(answer), notes));
}

/** Figures with their evidence as a file named after `title`, in the order given. */
export function exportFacts(rows: readonly ExportRow[], format: ExportFormat, title = '数字'): ExportFile {
  if (format === 'json') return file(title, format, json({ title, count: rows.length, offsets: OFFSETS, rows }));
  const sheet = figureSheet(rows);
  if (format === 'xlsx') return file(title, format, xlsxBase64(sheet, [title, ...MADE]));
  return file(title, format, format === 'csv' ? csvText(sheet) : markdownText(title, sheet, []));
}

/** The bytes of a file. */
export function fileBytes({ body, encoding }: Pick<ExportFile, 'body' | 'encoding'>): Buffer {
  return Buffer.from(body, encoding ?? 'utf8');
}

function file(title: string, format: ExportFormat, body: string): ExportFile {
  const made = { name: fileName(title, format), mime: MIMES[format], body };
  return format === 'xlsx' ? { ...made, encoding: 'base64' } : made;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function answerDocument(title: string, answer: Answer): unknown {
  const { table, items, notes } = answer;
  return {
    title,
    kind: answer.kind,
    headline: answer.headline,
    understood: answer.understood.line,
    offsets: OFFSETS,
    notes: notes ?? [],
    table: table && {
      columns: table.columns,
      rows: table.rows.map((row) => ({
        cells: row.cells,
        figures: row.figures.flatMap((index) => figureRow(answer, index) ?? []),
      })),
    },
    figures: figureRows(answer),
    items,
    citations: answer.citations.map((citation) => ({ ...evidenceOf(citation), section: citation.section })),
  };
}
