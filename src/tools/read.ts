import { z } from 'zod';
import { toSource } from '../text/view.js';
import { viewSpan } from './offsets.js';
import { pageOf } from './pages.js';
import { quoteOf } from './quotes.js';
import { pageShape, quoteSchema, resultSchema } from './schemas.js';
import { headOf, searchedOf } from './scope.js';
import { defineTool, ToolError } from './types.js';

const rowSchema = z.object({
  text: z.string().describe('cleaned text, easier to read than the quote'),
  quote: quoteSchema,
});

export const read = defineTool({
  name: 'read',
  title: '读原文',
  description:
    'The text of a report: one section (its index from list_reports), or the stretch between two offsets (start and end of any quote) with so many characters before and after. Use it to see what stands around a quote, or to read a chapter. One row a paragraph.',
  input: z.strictObject({
    report: z.string().min(1).max(120).describe('id of the report, such as changde-2022'),
    section: z.int().min(0).optional(),
    start: z.int().min(0).optional().describe('offset into the file, in UTF-16 units'),
    end: z.int().min(0).optional(),
    before: z.int().min(0).max(3000).default(0).describe('characters before'),
    after: z.int().min(0).max(3000).default(0).describe('characters after'),
    ...pageShape,
  }),
  output: resultSchema(rowSchema),
  async run(context, input) {
    const { store } = context;
    const head = headOf(store, input.report);
    const report = store.report(head.id);
    const span = wanted(input, report.sections.length);
    const { text } = report.view;
    const base =
      span.kind === 'section'
        ? report.sections[span.section]!
        : span.kind === 'all'
          ? { start: 0, end: text.length }
          : viewSpan(report.view, span);
    if (base === undefined || base.end <= base.start) throw outside();
    const start = Math.max(0, base.start - input.before);
    const end = Math.min(text.length, base.end + input.after);
    const parts = report.passages
      .map((p) => ({ start: Math.max(p.start, start), end: Math.min(p.end, end) }))
      .filter((p) => p.end > p.start && toSource(report.view, p).end > toSource(report.view, p).start);
    const page = pageOf(store, input, parts.length > 0 ? parts : [{ start, end }]);
    return {
      ...page,
      rows: page.rows.map((part) => ({
        text: text.slice(part.start, part.end),
        quote: quoteOf(context, report, part),
      })),
      searched: searchedOf({ heads: [head], places: undefined, notHeld: [], unread: [], narrowed: true }),
      unread: [],
      notes: [],
    };
  },
});

type Wanted =
  | { readonly kind: 'all' }
  | { readonly kind: 'section'; readonly section: number }
  | { readonly kind: 'span'; readonly start: number; readonly end: number };

function wanted(
  input: { section?: number | undefined; start?: number | undefined; end?: number | undefined },
  sections: number,
): Wanted {
  if (input.section !== undefined) {
    if (input.section >= sections) throw outside();
    return { kind: 'section', section: input.section };
  }
  if (input.start === undefined && input.end === undefined) return { kind: 'all' };
  const start = input.start ?? 0;
  const end = input.end ?? start + 1;
  if (end <= start) throw outside();
  return { kind: 'span', start, end };
}

function outside(): ToolError {
  return new ToolError('outside', '这份报告里没有这一段', [
    { path: 'section, start, end', message: 'lies outside the report' },
  ]);
}
