import { html, raw } from 'hono/html';
import { sayHeads } from '../../../src/answer/heads.js';
import { mergeQuotes } from '../../../src/answer/merge-quotes.js';
import { shownQuote } from '../../../src/answer/quote-text.js';
import type { Answer, AnswerFigure, AnswerTable, Citation } from '../../../src/answer/schema.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../../src/exports/index.js';
import { answerBlocks, type Block, type Mark } from '../../shared/blocks.js';
import { cleanText } from '../../shared/clean.js';
import { sourcePath } from '../../shared/links.js';
import type { Html } from './layout.js';

/** Quotes shown at once; the others open with 更多. */
const OPEN_QUOTES = 4;
/** Characters of a quote: a page has more room than a chat. The whole is a click away. */
const QUOTE_LENGTH = 240;

const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
  md: 'Markdown',
};

/** Where the page of an answer leads. */
export interface AnswerLinks {
  /** The page that asks another question; `follows` where it leans on this one. */
  ask(question: string, follows: boolean): string;
  /** The whole address that gives the question with its answer again. */
  share: string;
  chart: string;
  export(format: string): string;
}

/** An answer as HTML: the same parts in the same order as on every platform. */
export function answerHtml(answer: Answer, links: AnswerLinks): Html {
  const blocks = answerBlocks(answer).filter(({ kind }) => kind !== 'quote');
  const { choices = [], suggestions } = answer;
  const rows = answer.figures.length > 0 || answer.table !== undefined;
  return html`
<section class="answer kind-${answer.kind}" aria-labelledby="headline">
${blocks.map((block) => blockHtml(block, answer))}
${answer.chart ? chartHtml(answer.chart.title, links.chart, answer.wantsChart ?? false) : ''}
${choices.length > 0 ? html`<ul class="choices">${choices.map(({ label, question }) => html`<li><a href="${links.ask(question, true)}">${cleanText(label)}</a></li>`)}</ul>` : ''}
${quotesHtml(answer.citations)}
${rows ? html`<p class="exports">导出 ${EXPORT_FORMATS.map((format) => html`<a href="${links.export(format)}" download>${FORMAT_NAMES[format]}</a> `)}</p>` : ''}
<p class="exports">分享 <a class="copy" href="${links.share}">这个问题的链接</a></p>
${suggestions.length > 0 ? html`<nav aria-label="还可以问"><h2>还可以问</h2><ul class="suggestions">${suggestions.map((question) => html`<li><a href="${links.ask(question, false)}">${cleanText(question)}</a></li>`)}</ul></nav>` : ''}
</section>`;
}

/** Drawn only when it is looked at: the page need not wait for it, and nothing moves when it comes. */
function chartHtml(title: string, address: string, open: boolean): Html {
  return html`<details class="chart"${open ? raw(' open') : ''}><summary>图</summary><img src="${address}" alt="${cleanText(title)}" loading="lazy"></details>`;
}

function blockHtml(block: Block, answer: Answer): Html {
  switch (block.kind) {
    case 'headline':
      return html`<h2 id="headline">${cleanText(block.text)}</h2>`;
    case 'reading':
      return html`<p class="reading">理解为：${cleanText(block.text)}</p>`;
    case 'note':
      return html`<p class="note">注：${cleanText(block.text)}</p>`;
    case 'items':
      return html`<ol>${block.items.map((item) => html`<li>${cleanText(item)}</li>`)}</ol>`;
    case 'table':
      return tableHtml(block.table, answer.figures);
    default:
      return html`<div class="body">${linesOf(block.text).map((line) => html`<p>${line}</p>`)}</div>`;
  }
}

function linesOf(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** `data-value` is what the script sorts by: the number of the row's figure. */
function tableHtml({ title, columns, rows }: AnswerTable, figures: readonly AnswerFigure[]): Html {
  const sortKey = (indices: readonly number[]): string => {
    const figure = figures[indices[0] ?? -1];
    return String(figure?.low ?? figure?.high ?? '');
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="sortable">
<caption>${cleanText(title)}</caption>
<thead><tr>${columns.map((name) => html`<th scope="col">${cleanText(name)}</th>`)}</tr></thead>
<tbody>${rows.map(({ cells, figures: own }) => html`<tr data-value="${sortKey(own)}">${columns.map((_, i) => html`<td>${cleanText(cells[i] ?? '')}</td>`)}</tr>`)}</tbody>
</table></div>`;
}

function quotesHtml(citations: readonly Citation[]): Html {
  if (citations.length === 0) return html``;
  const all = mergeQuotes(citations).map(quoteHtml);
  const rest = all.slice(OPEN_QUOTES);
  return html`<section class="quotes" aria-labelledby="quotes"><h2 id="quotes">出处</h2>
${all.slice(0, OPEN_QUOTES)}
${rest.length > 0 ? html`<details><summary>更多（另有 ${rest.length} 处）</summary>${rest}</details>` : ''}</section>`;
}

function quoteHtml(citation: Citation): Html {
  const { document, section, start, end, marks: figures } = citation;
  const { text, marks } = shownQuote(citation, QUOTE_LENGTH);
  const where = section.map((heading) => cleanText(heading)).join(' › ');
  const address = sourcePath(document.id, start, end, figures);
  const heads = sayHeads(citation);
  return html`<figure><blockquote cite="${address}">${markedQuote(text, marks)}</blockquote>
${heads === '' ? '' : html`<p class="heads">${cleanText(heads)}</p>`}
<figcaption>《<a href="${address}">${cleanText(document.title)}</a>》${where}</figcaption></figure>`;
}

function markedQuote(quote: string, marks: readonly Mark[]): Html {
  const parts: Html[] = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end > quote.length) continue;
    parts.push(html`${cleanText(quote.slice(at, start))}<mark>${cleanText(quote.slice(start, end))}</mark>`);
    at = end;
  }
  return html`${parts}${cleanText(quote.slice(at))}`;
}
