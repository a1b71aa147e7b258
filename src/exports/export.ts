import type { Answer } from '../answer/schema.js';
import { csvText } from './csv.js';
import { fileName } from './file-name.js';
import { markdownText } from './markdown.js';
import { type ExportRow, evidenceOf, figureRow } from './rows.js';
import { answerOverview, answerSheet, figureRows, figureSheet } from './sheet.js';

export type ExportFormat = 'csv' | 'json' | 'md';

/** A file ready to be sent or written; `body` is to be encoded as UTF-8. */
export interface ExportFile {
  readonly name: string;
  readonly mime: string;
  readonly body: string;
}

const MIMES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

const OFFSETS = '文件按 UTF-8 读入后的 UTF-16 码元位置；引文 = 文本.slice(start, end)';

/**
 * The table of an answer as a file, or its figures, items or citations where it has no table. Each row carries quote,
 * report, file and offsets. An answer with none of these gives a file with a heading and no rows.
 */
export function exportAnswer(answer: Answer, format: ExportFormat): ExportFile {
  const title = answer.table?.title ?? answer.headline;
  if (format === 'json') return file(title, format, json(answerDocument(title, answer)));
  if (format === 'csv') return file(title, format, csvText(answerSheet(answer)));
  const notes = [`理解为：${answer.understood.line}`, ...(answer.notes ?? [])];
  return file(title, format, markdownText(title, answerOverview(answer), notes));
}

/** Figures with their evidence as a file named after `title`, in the order given. */
export function exportFacts(rows: readonly ExportRow[], format: ExportFormat, title = '数字'): ExportFile {
  if (format === 'json') return file(title, format, json({ title, count: rows.length, offsets: OFFSETS, rows }));
  const sheet = figureSheet(rows);
  return file(title, format, format === 'csv' ? csvText(sheet) : markdownText(title, sheet, []));
}

function file(title: string, format: ExportFormat, body: string): ExportFile {
  return { name: fileName(title, format), mime: MIMES[format], body };
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
