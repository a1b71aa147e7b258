import { html } from 'hono/html';
import { headsOf, sayHeads } from '../../../src/answer/heads.js';
import { answerFacet, figurePeriod, saySubject } from '../../../src/answer/wording.js';
import type { Report } from '../../../src/corpus/types.js';
import type { Fact } from '../../../src/facts/types.js';
import type { Span } from '../../../src/text/types.js';
import { toSource } from '../../../src/text/view.js';
import type { ToolContext } from '../../../src/tools/index.js';
import { viewSpan } from '../../../src/tools/offsets.js';
import { cleanText } from '../../shared/clean.js';
import { sourcePath } from '../../shared/links.js';
import type { Reference } from '../citation.js';
import { FACET_NAMES } from '../words.js';
import { type Html, page } from './layout.js';
import { type Part, partsOf } from './paragraphs.js';
import { type Stretch, stretchesOf } from './stretches.js';

/** What a source page shows. `at` is the cited stretch, as offsets into the file; it lies in the report. */
export interface SourcePage {
  readonly report: Report;
  readonly at?: Span;
  /** The figures that are meant within `at`, as offsets into the file. */
  readonly figures: readonly Span[];
  /** The file's text between the offsets, verbatim. */
  readonly quote?: string;
  readonly reference: Reference;
  /** True where the file has changed since it was read: the text shown is as it was read. */
  readonly changed: boolean;
}

/** Figures shown beside the cited one. */
const NEIGHBOURS = 8;

/** A report as a page, the cited stretch marked. Every word of the report is escaped; it needs no script. */
export function sourcePage(context: Pick<ToolContext, 'store' | 'lexicon'>, source: SourcePage): Html {
  const { report, at, figures, quote, reference, changed } = source;
  const mark = at && viewSpan(report.view, at);
  const meant = figures.flatMap((figure) => viewSpan(report.view, figure) ?? []);
  const { title } = report;
  return page({
    title: `${title}${mark ? ' · 原文' : ''}`,
    description: quote === undefined ? title : quote.slice(0, 150),
    bodyClass: 'source',
    index: true,
    main: html`
<article lang="zh-CN">
<header>
<h1>${cleanText(title)}</h1>
<p class="about">${aboutLine(report)}</p>
${changed ? html`<p class="warning" role="note">文件在读入之后有改动或已不在，这里显示的是读入时的文字。</p>` : ''}
${mark ? html`<p class="jump"><a href="#at">跳到引文</a></p>` : ''}
</header>
<div class="columns">
<div class="text">${stretchesOf(partsOf(report), mark).map((stretch) => stretchHtml(report, stretch, mark, meant))}</div>
${mark ? neighbours(context, report, mark) : ''}
</div>
<footer>${referenceHtml(reference, quote, report, at)}</footer>
</article>`,
  });
}

function aboutLine({ place, year, speaker, delivered, seed }: Report): string {
  const parts = [
    place?.name,
    year === null ? undefined : `${year}年`,
    speaker === undefined ? undefined : `报告人 ${speaker}`,
    delivered,
    `文件 ${seed}`,
  ];
  return cleanText(parts.filter((part) => part !== undefined).join(' · '));
}

/** Stretches that are not seen at first are laid out by the browser when they come near. */
function stretchHtml(report: Report, { parts, far }: Stretch, mark: Span | undefined, figures: readonly Span[]): Html {
  const inner = parts.map((part) => partHtml(report, part, mark, figures));
  return far ? html`<div class="far">${inner}</div>` : html`${inner}`;
}

function partHtml({ view }: Report, part: Part, mark: Span | undefined, figures: readonly Span[]): Html {
  const body = marked(view.text, part, mark, figures);
  if (part.kind === 'paragraph') return html`<p>${body}</p>`;
  if (part.level === 2) return html`<h2>${body}</h2>`;
  return part.level === 3 ? html`<h3>${body}</h3>` : html`<h4>${body}</h4>`;
}

/** A stretch of text with the part of the mark that lies in it. The first part is what the address leads to. */
function marked(text: string, part: Span, mark: Span | undefined, figures: readonly Span[]): Html {
  const start = Math.max(part.start, mark?.start ?? part.end);
  const end = Math.min(part.end, mark?.end ?? part.start);
  const slice = (from: number, to: number): string => cleanText(text.slice(from, to));
  if (mark === undefined || end <= start) return html`${slice(part.start, part.end)}`;
  const begins = mark.start >= part.start;
  const inner = withFigures(text, { start, end }, figures);
  // The focus scrolls to the mark where the address has no #at, without a script.
  const marking = begins ? html`<mark id="at" tabindex="-1" autofocus>${inner}</mark>` : html`<mark>${inner}</mark>`;
  return html`${slice(part.start, start)}${marking}${slice(end, part.end)}`;
}

/** A stretch of the mark, the figures that are meant in it emphasised. */
function withFigures(text: string, stretch: Span, figures: readonly Span[]): Html {
  const inner: Html[] = [];
  let at = stretch.start;
  for (const figure of [...figures].sort((a, b) => a.start - b.start)) {
    const start = Math.max(figure.start, at);
    const end = Math.min(figure.end, stretch.end);
    if (end <= start) continue;
    inner.push(html`${cleanText(text.slice(at, start))}<strong>${cleanText(text.slice(start, end))}</strong>`);
    at = end;
  }
  return html`${inner}${cleanText(text.slice(at, stretch.end))}`;
}

/** The figures of the cited sentence, then those nearest to it in the same section. */
function neighbours({ store, lexicon }: Pick<ToolContext, 'store' | 'lexicon'>, report: Report, mark: Span): Html {
  const source = store.source(report.id) ?? '';
  const distance = ({ span }: Fact): number =>
    span.end <= mark.start ? mark.start - span.end : span.start >= mark.end ? span.start - mark.end : 0;
  const section = report.sections.findIndex(({ start, end }) => start <= mark.start && mark.start < end);
  const near = store
    .facts(report.id)
    .filter((fact) => fact.section === section || distance(fact) === 0)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, NEIGHBOURS)
    .sort((a, b) => a.span.start - b.span.start);
  if (near.length === 0) return html``;
  const rows = near.map((fact) => {
    const { start, end } = toSource(report.view, fact.sentence);
    const figure = toSource(report.view, fact.span);
    const address = sourcePath(report.id, start, end, [{ start: figure.start - start, end: figure.end - start }]);
    const heads = sayHeads({ heads: headsOf(report, fact, source) });
    const what = [figurePeriod(fact), FACET_NAMES[answerFacet(fact)], ...(heads === '' ? [] : [heads])].join(' · ');
    return html`<li><a href="${address}"><span>${cleanText(saySubject(fact, lexicon))}</span> <strong>${cleanText(fact.quantity.text)}</strong></a> <small>${cleanText(what)}</small></li>`;
  });
  return html`<aside aria-labelledby="near"><h2 id="near">附近的数字</h2><ul>${rows}</ul></aside>`;
}

function referenceHtml(
  { standard, plain }: Reference,
  quote: string | undefined,
  report: Report,
  at: Span | undefined,
): Html {
  return html`
<h2>引用</h2>
${quote === undefined ? '' : html`<blockquote>${cleanText(quote)}</blockquote>`}
<dl class="cite">
<dt>GB/T 7714</dt><dd><output class="copy" id="cite-standard">${cleanText(standard)}</output></dd>
<dt>文内引用</dt><dd><output class="copy" id="cite-plain">${cleanText(plain)}</output></dd>
${at === undefined ? '' : html`<dt>位置</dt><dd><code>${report.seed} [${at.start}, ${at.end})</code>，文件按 UTF-8 读入后的 UTF-16 码元</dd>`}
</dl>`;
}
