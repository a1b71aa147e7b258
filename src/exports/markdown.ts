import type { Evidence } from './rows.js';
import type { Cell, Sheet } from './sheet.js';

/** A sheet as a Markdown table, with its sources as a numbered list to which the rows refer. */
export function markdownText(title: string, sheet: Sheet, notes: readonly string[]): string {
  const sources = new Map<string, { number: number; evidence: Evidence }>();
  const refer = (evidence: Evidence | undefined): string => {
    if (!evidence) return '';
    const key = JSON.stringify([evidence.file, evidence.start, evidence.end]);
    const known = sources.get(key) ?? { number: sources.size + 1, evidence };
    sources.set(key, known);
    return `[${known.number}]`;
  };
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const records = sheet.records.map(({ cells, evidence }) => row([...cells.map(markdownCell), refer(evidence)]));
  const list = [...sources.values()].map(
    ({ number, evidence: { quote, report, file, start, end } }) =>
      `${number}. 「${escaped(quote)}」——《${escaped(report)}》 ${escaped(file)}:${start}–${end}`,
  );
  const blocks = [
    `# ${escaped(title)}`,
    [row([...sheet.columns.map(escaped), '出处']), row([...sheet.columns, ''].map(() => '---')), ...records].join('\n'),
    ...(notes.length > 0 ? [notes.map((note) => `- ${escaped(note)}`).join('\n')] : []),
    ...(list.length > 0 ? ['## 出处', list.join('\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function markdownCell(cell: Cell): string {
  return cell === null ? '' : escaped(String(cell));
}

/** Text that Markdown shows as it is, on one line: marks escaped, line breaks as blanks or <br>. */
function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]~|#>]/g, '\\$&')
    .replace(/\r\n?|[\n\u2028\u2029]/g, '<br>');
}
