import { mergeQuotes } from '../../src/answer/merge-quotes.js';
import type { Answer, Chart, Citation } from '../../src/answer/schema.js';
import { cleanText } from '../shared/clean.js';
import type { Style } from './style.js';
import { findRows, tableLines } from './table.js';
import { wrapReply } from './wrap.js';

export interface RenderOptions {
  /** Undefined where colour does not belong: the reply is then the answer's text as it stands. */
  readonly style: Style | undefined;
  /** Columns of the terminal. */
  readonly width: number;
}

/**
 * An answer as the terminal shows it: its own text with the headline strong, the rows of its table in columns, the reading
 * and the sources dim and the cited figures marked. A chart is drawn below where one was asked for.
 */
export async function renderAnswer(answer: Answer, options: RenderOptions): Promise<string> {
  const { style, width } = options;
  const text = style ? wrapReply(styled(answer, style, width), width) : cleanText(answer.text);
  return answer.wantsChart && answer.chart ? `${text}\n\n${await renderChart(answer.chart, options)}` : text;
}

/** A chart of block characters, as wide as the terminal. */
export async function renderChart(chart: Chart, { width }: RenderOptions): Promise<string> {
  const { renderChartText } = await import('../../src/charts/text.js');
  return renderChartText(chart, width);
}

function styled(answer: Answer, style: Style, width: number): string {
  const lines = cleanText(answer.text).split('\n');
  const reading = cleanText(answer.understood.line);
  const quotes = mergeQuotes(answer.citations);
  const headlines = cleanText(answer.headline).split('\n').length;
  const shown = lines.map((line, i) => {
    if (i < headlines) return style.strong(line);
    if (/^\s*——/u.test(line) || (reading !== '' && line.includes(reading))) return style.dim(line);
    return markQuote(line, quotes, style.mark);
  });
  const rows = answer.table && findRows(lines, answer.table);
  const table = rows && answer.table && tableLines(answer.table, width, style);
  if (rows && table) shown.splice(rows.from, rows.to - rows.from, ...table);
  return shown.join('\n');
}

/** A line that quotes a citation (「…」, …… for what was left out) with the citation's marks set off. */
function markQuote(line: string, citations: readonly Citation[], mark: (text: string) => string): string {
  const from = line.indexOf('「') + 1;
  if (from === 0 || line.lastIndexOf('」') < from) return line;
  const pieces = piecesOf(line, from);
  const citation = citations.find(({ quote }) => pieces.every(({ text }) => flat(quote).includes(text)));
  if (citation === undefined) return line;
  const words = (citation.marks ?? []).map(({ start, end }) => ({
    start: flat(citation.quote.slice(0, start)).length,
    end: flat(citation.quote.slice(0, end)).length,
  }));
  let marked = line;
  for (const { text, at } of pieces.reverse()) {
    const shift = at - flat(citation.quote).indexOf(text);
    for (const { start, end } of words.toSorted((a, b) => b.start - a.start)) {
      if (start + shift < at || end + shift > at + text.length || end <= start) continue;
      marked =
        marked.slice(0, start + shift) + mark(line.slice(start + shift, end + shift)) + marked.slice(end + shift);
    }
  }
  return marked;
}

/** The parts of a quoting line between …… and where they stand in it. */
function piecesOf(line: string, from: number): { text: string; at: number }[] {
  let at = from;
  return line
    .slice(from, line.lastIndexOf('」'))
    .split('……')
    .flatMap((text) => {
      const piece = { text, at };
      at += text.length + '……'.length;
      return text === '' ? [] : [piece];
    });
}

/** A quote in one line, as replies show it. */
function flat(quote: string): string {
  return cleanText(quote.replace(/\s*[\r\n]+\s*/gu, ''));
}
