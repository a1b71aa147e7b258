import type { Answer } from '../../src/answer/schema.js';
import { cleanText } from '../shared/clean.js';
import type { Style } from './style.js';
import { findRows, tableLines } from './table.js';

export interface RenderOptions {
  /** Undefined where colour does not belong: the reply is then the answer's text as it stands. */
  readonly style: Style | undefined;
  /** Columns of the terminal. */
  readonly width: number;
}

/**
 * An answer as the terminal shows it: its own text with the headline strong, the rows of its table in columns, the reading
 * and the sources dim and the cited figures marked. A chart is drawn where one was asked for.
 */
export async function renderAnswer(answer: Answer, { style, width }: RenderOptions): Promise<string> {
  const text = style ? styled(answer, style, width) : cleanText(answer.text);
  if (!answer.wantsChart || !answer.chart) return text;
  const { renderChartText } = await import('../../src/charts/text.js');
  return `${text}\n\n${renderChartText(answer.chart, width)}`;
}

function styled(answer: Answer, style: Style, width: number): string {
  const lines = cleanText(answer.text).split('\n');
  const marks = markedTexts(answer);
  const reading = cleanText(answer.understood.line);
  const headlines = cleanText(answer.headline).split('\n').length;
  const shown = lines.map((line, i) => {
    if (i < headlines) return style.strong(line);
    if (/^\s*——/u.test(line) || (reading !== '' && line.includes(reading))) return style.dim(line);
    return /^\s*[「『]/u.test(line) ? markAll(line, marks, style.mark) : line;
  });
  const rows = answer.table && findRows(lines, answer.table);
  const table = rows && answer.table && tableLines(answer.table, width, style);
  if (rows && table) shown.splice(rows.from, rows.to - rows.from, ...table);
  return shown.join('\n');
}

/** The figures and words of the citations that are to be marked, longest first. */
function markedTexts({ citations, figures }: Answer): string[] {
  const texts = new Set(figures.map((figure) => figure.text));
  for (const { quote, marks = [] } of citations) for (const { start, end } of marks) texts.add(quote.slice(start, end));
  return [...texts]
    .map(cleanText)
    .filter((text) => text.trim() !== '')
    .sort((a, b) => b.length - a.length);
}

function markAll(line: string, texts: readonly string[], mark: (text: string) => string): string {
  if (texts.length === 0) return line;
  const pattern = new RegExp(texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'), 'gu');
  return line.replace(pattern, mark);
}
