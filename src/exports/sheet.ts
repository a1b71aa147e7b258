import { sayHeads } from '../answer/heads.js';
import type { Answer, AnswerTable, Citation } from '../answer/schema.js';
import { type Evidence, type ExportRow, evidenceOf, figureRow } from './rows.js';

export type Cell = string | number | null;

/** A flat table: what CSV and Markdown are written from. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly records: readonly {
    readonly cells: readonly Cell[];
    /** What the record rests on: one passage, several in an overview, none for a row that says 未收录. */
    readonly evidence: readonly Evidence[];
  }[];
}

/** Words for facets and bounds: a cell of `=` or `>=` would be read as a formula. */
const FACET_WORDS = {
  target: '目标',
  outcome: '结果',
  estimate: '预计',
  'plan-target': '规划目标',
  cumulative: '累计',
} as const;
const BOUND_WORDS = { '=': '等于', '>=': '不低于', '<=': '不高于', '~': '约', range: '区间' } as const;

const FIGURE_COLUMNS = ['地区', '指标', '时期', '类型', '数字', '下限', '上限', '界限', '单位', '备注'] as const;
const EVIDENCE_COLUMNS = ['引文', '报告', '文件', '起始', '结束'] as const;
/** For figures of tables, where there are any: what stands at the head of their row and columns. */
const HEADS = '行列';

function figureCells(row: ExportRow): Cell[] {
  const { place, indicator, period, facet, text, low, high, bound, unit, note } = row;
  return [place, indicator, period, FACET_WORDS[facet], text, low, high, BOUND_WORDS[bound], unit, note ?? ''];
}

/** A sheet with its evidence in columns of their own, its heads first. A column's name is never there twice. */
export function withEvidence(sheet: Sheet): readonly (readonly Cell[])[] {
  const headed = sheet.records.some(({ evidence: [first] }) => first?.heads !== undefined);
  const apart = [...EVIDENCE_COLUMNS, ...(headed ? [HEADS] : [])];
  return [
    [...sheet.columns, ...apart.map((name) => (sheet.columns.includes(name) ? `出处·${name}` : name))],
    ...sheet.records.map(({ cells, evidence }) => [...cells, ...evidenceCells(evidence).slice(0, apart.length)]),
  ];
}

function evidenceCells([evidence]: readonly Evidence[]): Cell[] {
  if (!evidence) return [...EVIDENCE_COLUMNS, HEADS].map(() => null);
  return [evidence.quote, evidence.report, evidence.file, evidence.start, evidence.end, sayHeads(evidence)];
}

/** One record to a figure. */
export function figureSheet(rows: readonly ExportRow[]): Sheet {
  return { columns: FIGURE_COLUMNS, records: rows.map((row) => ({ cells: figureCells(row), evidence: [row] })) };
}

/** What an answer has to reckon with: its table with the figures spelt out, else its figures, items or citations. */
export function answerSheet(answer: Answer): Sheet {
  return answer.table ? tableSheet(answer, answer.table) : untabledSheet(answer);
}

/** What an answer has to read: its table as it was shown, each row with all that it rests on. */
export function answerOverview(answer: Answer): Sheet {
  const { table } = answer;
  if (!table) return untabledSheet(answer);
  const records = table.rows.map((row) => {
    const figures = row.figures.flatMap((index) => figureRow(answer, index) ?? []);
    const evidence = figures.length > 0 ? figures : namedEvidence(answer, row);
    return { cells: table.columns.map((_, i) => row.cells[i] ?? ''), evidence };
  });
  return { columns: table.columns, records };
}

/** A row without figures rests on the document that it names, if it names one. */
function namedEvidence(answer: Answer, row: AnswerTable['rows'][number]): Evidence[] {
  const named = answer.citations.find(({ document }) => row.cells.includes(document.title));
  return named ? [evidenceOf(named)] : [];
}

function untabledSheet(answer: Answer): Sheet {
  if (answer.figures.length > 0) return figureSheet(figureRows(answer));
  if (answer.items) return itemSheet(answer.items, answer);
  return {
    columns: ['序号'],
    records: answer.citations.map((citation, i) => ({ cells: [i + 1], evidence: [evidenceOf(citation)] })),
  };
}

export function figureRows(answer: Answer): ExportRow[] {
  return answer.figures.flatMap((_, index) => figureRow(answer, index) ?? []);
}

/**
 * The table's own cells, followed by the figures of the row as they can be reckoned with: a record to a figure, so that a
 * row with target and outcome gives two.
 */
function tableSheet(answer: Answer, table: AnswerTable): Sheet {
  const taken = new Set(table.columns);
  const columns = [...table.columns, ...FIGURE_COLUMNS.map((name) => (taken.has(name) ? `数字·${name}` : name))];
  const blank = FIGURE_COLUMNS.map(() => null);
  const records = table.rows.flatMap((row): Sheet['records'][number][] => {
    const own = table.columns.map((_, i) => row.cells[i] ?? '');
    const figures = row.figures.flatMap((index) => figureRow(answer, index) ?? []);
    if (figures.length > 0) {
      return figures.map((figure) => ({ cells: [...own, ...figureCells(figure)], evidence: [figure] }));
    }
    return [{ cells: [...own, ...blank], evidence: namedEvidence(answer, row) }];
  });
  const used = columns.map((_, i) => i < table.columns.length || records.some(({ cells }) => (cells[i] ?? '') !== ''));
  return {
    columns: columns.filter((_, i) => used[i]),
    records: records.map((record) => ({ ...record, cells: record.cells.filter((_, i) => used[i]) })),
  };
}

/** Items of a list, each with the citation that holds it. */
function itemSheet(items: readonly string[], answer: Answer): Sheet {
  return {
    columns: ['序号', '内容'],
    records: items.map((item, i) => {
      const holding = citationOf(item, i, items.length, answer.citations);
      return { cells: [i + 1, item], evidence: holding ? [evidenceOf(holding)] : [] };
    }),
  };
}

/** The citation whose quote has the item's words, or that stands for all items, or for this one by its place. */
function citationOf(item: string, index: number, items: number, citations: readonly Citation[]): Citation | undefined {
  const squeezed = (text: string): string => text.replace(/\s/g, '');
  const holding = citations.find((citation) => squeezed(citation.quote).includes(squeezed(item)));
  if (holding) return holding;
  return citations.length === 1 ? citations[0] : citations.length === items ? citations[index] : undefined;
}
