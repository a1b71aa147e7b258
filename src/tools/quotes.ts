import { cite, citeFact, sectionAt } from '../answer/cite.js';
import type { Citation } from '../answer/schema.js';
import type { Report } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import type { Span } from '../text/types.js';
import type { Quote } from './schemas.js';
import type { ToolContext } from './types.js';

/** A quote of a stretch of a report's view, checked against the file. Throws CitationDefect where the file has changed. */
export function quoteOf(context: ToolContext, report: Report, span: Span): Quote {
  return toQuote(context, cite(context.store, report, span, sectionAt(report.sections, span.start)));
}

/** The quote that an answer would show for a fact. */
export function quoteOfFact(context: ToolContext, fact: Fact): Quote {
  return toQuote(context, citeFact(context.store, context.store.report(fact.report), fact));
}

function toQuote({ link }: ToolContext, { document, seed, start, end, quote, section, marks, heads }: Citation): Quote {
  return {
    text: quote,
    report: document.id,
    title: document.title,
    section,
    file: seed,
    start,
    end,
    ...(heads === undefined
      ? {}
      : { heads: heads.map(({ axis, start: from, end: to, text }) => ({ axis, start: from, end: to, text })) }),
    link: link?.(document.id, start, end, marks) ?? null,
  };
}
