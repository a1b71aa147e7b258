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
  const headlines = cleanText(answer.headline).split('\n').length;
  const shown = lines.map((line, i) => {
    if (i < headlines) return style.strong(line);
    if (/^\s*——/u.test(line) || (reading !== '' && line.includes(reading))) return style.dim(line);
    return markQuote(line, answer.citations, style.mark);
  });
  const rows = answer.table && findRows(lines, answer.table);
  const table = rows && answer.table && tableLines(answer.table, width, style);
  if (rows && table) shown.splice(rows.from, rows.to - rows.from, ...table);
  return shown.join('\n');
}

/** A line that quotes a citation (「…」, perhaps cut short) with the citation's marks set off. */
function markQuote(line: string, citations: readonly Citation[], mark: (text: string) => string): string {
  const from = line.indexOf('「') + 1;
  const quoted = line.slice(from).replace(/(?:……)?」$/u, '');
  const citation = from > 0 && quoted !== '' && citations.find(({ quote }) => flat(quote).startsWith(quoted));
  if (!citation) return line;
  let marked = line;
  const marks = [...(citation.marks ?? [])].sort((a, b) => b.start - a.start);
  for (const { start, end } of marks) {
    const at = from + flat(citation.quote.slice(0, start)).length;
    const words = flat(citation.quote.slice(start, end));
    if (words !== '' && line.startsWith(words, at) && at + words.length <= from + quoted.length)
      marked = marked.slice(0, at) + mark(words) + marked.slice(at + words.length);
  }
  return marked;
}

/** A quote in one line, as replies show it. */
function flat(quote: string): string {
  return cleanText(quote.replace(/\s*[\r\n]+\s*/gu, ''));
}
