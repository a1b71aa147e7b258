import { sayHeads } from '../answer/heads.js';
import type { Evidence } from './rows.js';
import type { Cell, Sheet } from './sheet.js';

/** A sheet as a Markdown table, with its sources as a numbered list to which the rows refer. */
export function markdownText(title: string, sheet: Sheet, notes: readonly string[]): string {
  const sources = new Map<string, { number: number; evidence: Evidence }>();
  const refer = (evidence: Evidence): string => {
    const key = JSON.stringify([evidence.file, evidence.start, evidence.end]);
    const known = sources.get(key) ?? { number: sources.size + 1, evidence };
    sources.set(key, known);
    return `[${known.number}]`;
  };
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const records = sheet.records.map(({ cells, evidence }) =>
    row([...cells.map(markdownCell), [...new Set(evidence.map(refer))].join('')]),
  );
  const list = [...sources.values()].map(
    ({ number, evidence: { quote, heads, report, file, start, end } }) =>
      `${number}. 「${escaped(quote)}」${headsBehind(heads)}——《${escaped(report)}》 ${codeOf(`${file}:${start}–${end}`)}`,
  );
  const blocks = [
    `# ${escaped(title)}`,
    [row([...sheet.columns.map(escaped), '出处']), row([...sheet.columns, ''].map(() => '---')), ...records].join('\n'),
    ...(notes.length > 0 ? [notes.map((note) => `- ${escaped(note)}`).join('\n')] : []),
    ...(list.length > 0 ? ['## 出处', list.join('\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function headsBehind(heads: Evidence['heads']): string {
  const said = heads === undefined ? '' : sayHeads({ heads });
  return said === '' ? '' : `（${escaped(said)}）`;
}

/** A path as code, which keeps its underscores; one with a backtick or a line break is escaped like other text. */
function codeOf(path: string): string {
  return /[`\p{Cc}\u2028\u2029]/u.test(path) ? escaped(path) : `\`${path}\``;
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
