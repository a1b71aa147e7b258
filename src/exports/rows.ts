import type { Answer, AnswerFigure, CellHead, Citation } from '../answer/schema.js';

/** One figure with its evidence, as a file holds it. */
export interface ExportRow {
  readonly place: string;
  /** The indicator's canonical name, or the subject as the report has it. */
  readonly indicator: string;
  /** 2022, 2016-2020, 2023年前三季度. */
  readonly period: string;
  readonly facet: AnswerFigure['facet'];
  /** The figure as written: 7%以上. */
  readonly text: string;
  /** In `unit`; null where the bound leaves it open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: AnswerFigure['bound'];
  readonly unit: string;
  /** Exactly `text.slice(start, end)` of the file read as UTF-8; offsets are UTF-16 code units. */
  readonly quote: string;
  /** For a figure of a table, what stands at the head of its row and columns. */
  readonly heads?: readonly CellHead[];
  /** The report's title. */
  readonly report: string;
  /** The file's path relative to the corpus folder. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** What a repaired reading mended. */
  readonly note?: string;
}

/** The evidence alone, for what rests on a passage and not on a figure. */
export type Evidence = Pick<ExportRow, 'quote' | 'heads' | 'report' | 'file' | 'start' | 'end'>;

export function evidenceOf(citation: Citation): Evidence {
  const { quote, heads, seed, start, end } = citation;
  return { quote, ...(heads === undefined ? {} : { heads }), report: citation.document.title, file: seed, start, end };
}

/** Of a citation that stands for several cells of a row, the heads of the one that the figure is in. */
function ownHeads({ heads, quote, start }: Citation, text: string): readonly CellHead[] | undefined {
  const own = heads?.filter(({ cell }) => quote.slice(cell.start - start, cell.end - start) === text) ?? [];
  return own.length > 0 ? own : heads;
}

/** The figure at `index` of an answer with its citation; undefined where there is none, or it cites nothing. */
export function figureRow(answer: Answer, index: number): ExportRow | undefined {
  const figure = answer.figures[index];
  const citation = figure && answer.citations[figure.citation];
  if (!figure || !citation) return undefined;
  const { place, indicator, period, facet, text, low, high, bound, unit, repair } = figure;
  const heads = ownHeads(citation, text);
  const evidence = { ...evidenceOf(citation), ...(heads === undefined ? {} : { heads }) };
  const row = { place, indicator, period, facet, text, low, high, bound, unit, ...evidence };
  return repair === undefined ? row : { ...row, note: repair };
}
