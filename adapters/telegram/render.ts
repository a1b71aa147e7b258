import { sayHeads } from '../../src/answer/heads.js';
import type { Answer, AnswerTable, Citation } from '../../src/answer/schema.js';
import type { Surroundings } from '../../src/assistant.js';
import { answerBlocks, type Block, type Mark } from '../shared/blocks.js';
import { cleanText } from '../shared/clean.js';
import { paginate } from '../shared/pages.js';
import { countBlocks, LIMITS, parsedLength } from './limits.js';
import { fixedWidthTable, oneLine, withoutConstants } from './table.js';

/** html: a message every client shows; rich: one with real tables and collapsible sources. */
export type Form = 'html' | 'rich';

/** Characters on a page: what a person reads without losing the thread, well under the platform's limits. */
const PAGE: Record<Form, number> = { html: 1600, rich: 3500 };
/** Shorter quotes are shown whole, longer ones folded until they are tapped. */
const FOLD_FROM = 120;
/** Characters of surroundings shown on either side of a quote, and of the quote itself. */
const AROUND = 600;
const LONGEST_QUOTE = 1200;

/** Characters that a block of a rich message counts for at least: a row of a table takes its line however short it is. */
const CHARACTERS_PER_BLOCK = 20;
/** What is folded away counts for so much less, so that a page holds its evidence and stays within the platform's limit. */
const FOLDED = 8;

/** An answer as pages of markup, at least one. */
export function renderAnswer(answer: Answer, form: Form, publicUrl?: string): string[] {
  const pages = paginate(answerBlocks(answer, publicUrl), PAGE[form], (block) => measure(block, form));
  return pages.map((page) => renderPage(page, form));
}

/** What a block takes of a page: the characters that are seen, and the gap after it. */
function measure(block: Block, form: Form): number {
  const markup = renderBlock(block, form);
  const length = parsedLength(markup);
  if (form === 'html') return length + 2;
  const seen = parsedLength(markup.replace(/<blockquote>.*?<\/blockquote>/gs, ''));
  return Math.max(seen, countBlocks(markup) * CHARACTERS_PER_BLOCK, length / FOLDED) + 2;
}

/** The text around a quote, the quote in bold and its figure underlined: 看原文. */
export function renderSurroundings(at: Surroundings, citation: Citation, number: number, total: number): string {
  const before = at.before === '' ? '' : `……${at.before.slice(-AROUND)}`;
  const after = at.after === '' ? '' : `${at.after.slice(0, AROUND)}……`;
  const long = at.quote.length > LONGEST_QUOTE;
  const quote = long ? `${at.quote.slice(0, LONGEST_QUOTE)}……` : at.quote;
  const marks = (citation.marks ?? []).flatMap((mark) => markIn(quote, citation.quote, mark));
  const count = total > 1 ? ` ${number}/${total}` : '';
  const heads = sayHeads(citation);
  return [
    `<b>原文${count}</b> 《${escapeHtml(at.title)}》`,
    ...(at.section.length > 0 ? [escapeHtml(at.section.join(' › '))] : []),
    `<blockquote>${escapeHtml(before)}<b>${marked(quote, marks, 'u')}</b>${escapeHtml(after)}</blockquote>`,
    ...(heads === '' ? [] : [`（${escapeHtml(heads)}）`]),
    escapeHtml(at.seed),
  ].join('\n');
}

/** Where a mark of the quote as cited stands in the quote as shown, which is cleaned of blanks and spam. */
function markIn(shown: string, cited: string, { start, end }: Mark): Mark[] {
  const words = cited.slice(start, end);
  for (const text of [words, words.replace(/\s/g, '')]) {
    const near = Math.max(0, start - (cited.length - shown.length) - text.length);
    const at = shown.startsWith(text, start) ? start : shown.indexOf(text, Math.min(near, start));
    if (text !== '' && at >= 0) return [{ start: at, end: at + text.length }];
  }
  return [];
}

/** The caption of a picture or a file: one line, within the platform's limit. */
export function renderCaption(answer: Answer): string {
  const line = cleanText(answer.headline);
  return escapeHtml(line.length > LIMITS.caption - 1 ? `${[...line].slice(0, LIMITS.caption / 2).join('')}…` : line);
}

/** Text made safe: no markup, no controls, and no @name that would call somebody. */
export function escapeHtml(text: string): string {
  return cleanText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@(?=\w)/g, '@\u200b');
}

function renderPage(blocks: readonly Block[], form: Form): string {
  if (form === 'rich') return blocks.map((block) => renderBlock(block, form)).join('');
  return blocks.reduce((page, block, index) => {
    if (index === 0) return renderBlock(block, form);
    const gap =
      block.kind === 'reading' || (block.kind === 'note' && blocks[index - 1]?.kind === 'note') ? '\n' : '\n\n';
    return page + gap + renderBlock(block, form);
  }, '');
}

function renderBlock(block: Block, form: Form): string {
  const rich = form === 'rich';
  const paragraph = (markup: string) => (rich ? `<p>${markup}</p>` : markup);
  switch (block.kind) {
    case 'headline':
      return paragraph(`<b>${escapeHtml(block.text)}</b>`);
    case 'reading':
      return paragraph(`理解为：${escapeHtml(block.text)}`);
    case 'note':
      return paragraph(`注：${escapeHtml(block.text)}`);
    case 'text':
      return rich
        ? block.text.split('\n').filter(notBlank).map(escapeHtml).map(paragraph).join('')
        : escapeHtml(block.text);
    case 'items':
      return rich
        ? `<ol start="${block.first}">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol>`
        : block.items.map((item, index) => `${block.first + index}. ${escapeHtml(item)}`).join('\n');
    case 'table':
      return rich ? richTable(block.table) : htmlTable(block.table, block.lines);
    case 'quote': {
      const number = block.number === undefined ? '' : `[${block.number}] `;
      const source = linked(escapeHtml(block.source), block.link);
      const quote = marked(block.text, block.marks);
      const heads = block.heads === undefined ? '' : `（${escapeHtml(block.heads)}）`;
      if (rich) {
        const page = block.link === undefined ? '' : linked('看原文', block.link);
        return `<details><summary>${number}${escapeHtml(block.source)}</summary><blockquote>${quote}${heads}${page === '' ? '' : ` ${page}`}</blockquote></details>`;
      }
      const fold = block.text.length >= FOLD_FROM ? ' expandable' : '';
      return `<blockquote${fold}>${quote}</blockquote>${heads === '' ? '' : `\n${heads}`}\n${number || '—— '}${source}`;
    }
  }
}

function linked(html: string, link: string | undefined): string {
  if (link === undefined) return html;
  const address = link.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  return `<a href="${address}">${html}</a>`;
}

function marked(text: string, marks: readonly Mark[], tag: 'b' | 'u' = 'b'): string {
  let html = '';
  let at = 0;
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end > text.length || start >= end) continue;
    html += `${escapeHtml(text.slice(at, start))}<${tag}>${escapeHtml(text.slice(start, end))}</${tag}>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

/** Fixed-width columns where they fit a phone, else the lines that say the same, else one short paragraph a row. */
function htmlTable(table: AnswerTable, said: readonly string[]): string {
  const fixed = fixedWidthTable(table);
  const title = table.title === '' ? '' : `<b>${escapeHtml(table.title)}</b>\n`;
  if (fixed !== undefined) return `${title}<pre>${escapeHtml(fixed)}</pre>`;
  if (said.length > 0) return said.map(escapeHtml).join('\n');
  const rows = table.rows.map(({ cells }) => {
    const [first = '', ...others] = cells.map(oneLine);
    const lines = others.map((cell, index) => `  ${escapeHtml(`${table.columns[index + 1] ?? ''}：${cell}`)}`);
    return [`▪ <b>${escapeHtml(first)}</b>`, ...lines].join('\n');
  });
  return title + rows.join('\n');
}

function richTable(table: AnswerTable): string {
  const { title, columns, rows } = withoutConstants(table);
  const kept = columns.slice(0, LIMITS.richColumns);
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${kept.map((_, column) => `<${tag}>${escapeHtml(oneLine(cells[column] ?? ''))}</${tag}>`).join('')}</tr>`;
  const caption = title === '' ? '' : `<caption>${escapeHtml(title)}</caption>`;
  const body = rows.map(({ cells }) => row(cells, 'td')).join('');
  return `<table bordered striped>${caption}${row(kept, 'th')}${body}</table>`;
}

function notBlank(line: string): boolean {
  return line.trim() !== '';
}
