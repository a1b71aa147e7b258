import type { Report } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import type { Store } from '../retrieval/types.js';
import type { Span } from '../text/types.js';
import { toSource } from '../text/view.js';
import { headsOf } from './heads.js';
import type { Citation } from './schema.js';

/** A citation that does not stand in the source: a defect of the program or of the snapshot, which stops the answer. */
export class CitationDefect extends Error {
  override readonly name = 'CitationDefect';
}

/** The longest quote, in UTF-16 units of the view; longer sentences are quoted by the clauses around the figure. */
const MAX_QUOTE = 150;
const CLAUSE_ENDS = '，,；;：:。！？!?\n';

/** A quote of the report at `span` (offsets into its view), with `marks` (likewise) shown in it. Checked against the file. */
export function cite(store: Store, report: Report, span: Span, section: number, marks: readonly Span[] = []): Citation {
  const source = store.source(report.id);
  if (source === undefined) throw new CitationDefect(`${report.seed} has changed since it was read`);
  const { start, end } = toSource(report.view, span);
  const quote = source.slice(start, end);
  const shown = report.view.text.slice(span.start, span.end);
  if (quote === '' || !holds(quote, shown))
    throw new CitationDefect(`${report.id}: ${start}–${end} does not hold what is quoted`);
  return {
    document: { id: report.id, title: report.title, place: report.place?.name ?? null, year: report.year },
    seed: report.seed,
    start,
    end,
    quote,
    section: [...(report.sections[section]?.path ?? [])],
    marks: marks
      .filter((m) => m.start >= span.start && m.end <= span.end && m.end > m.start)
      .map((m) => {
        const at = toSource(report.view, m);
        return { start: at.start - start, end: at.end - start };
      }),
  };
}

/** True where every digit that is shown stands in the quote, in order. */
function holds(quote: string, shown: string): boolean {
  const [own, asked] = [digitsOf(quote), digitsOf(shown)];
  return own.includes(asked) || isSubsequence(asked, own);
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9]+/g, '');
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const c of whole) if (c === part[at]) at++;
  return at === part.length;
}

/**
 * A citation of the sentence in which a fact stands, or of the clauses around it where the sentence is long. A figure of a table
 * is cited by its row, or by its cell alone where the row is long or full of marks, with its heads.
 */
export function citeFact(store: Store, report: Report, fact: Fact): Citation {
  if (fact.heads !== undefined) return citeCell(store, report, fact);
  return cite(store, report, quoteSpan(report.view.text, fact.sentence, fact.clause, fact.span), fact.section, [
    fact.span,
  ]);
}

function citeCell(store: Store, report: Report, fact: Fact): Citation {
  const { view } = report;
  const row = cellsWithin(view.text, fact.sentence);
  const source = store.source(report.id);
  const written = source === undefined ? '' : source.slice(toSource(view, row).start, toSource(view, row).end);
  const readable = row.end - row.start <= MAX_QUOTE && !/[<>\n]/.test(written);
  const citation = cite(store, report, readable ? row : fact.span, fact.section, [fact.span]);
  const heads = source === undefined ? [] : headsOf(report, fact, source);
  return heads.length === 0 ? citation : { ...citation, heads };
}

/** A row without the bars at its ends. */
function cellsWithin(text: string, row: Span): Span {
  let { start, end } = row;
  while (start < end && /[\s|]/u.test(text[start]!)) start++;
  while (end > start && /[\s|]/u.test(text[end - 1]!)) end--;
  return { start, end };
}

/** The stretch of a sentence that is quoted for a figure: whole, or whole clauses around it up to the limit. */
export function quoteSpan(text: string, sentence: Span, clause: Span, figure: Span): Span {
  const trimmed = trim(text, sentence);
  if (trimmed.end - trimmed.start <= MAX_QUOTE) return trimmed;
  let { start, end } = trim(text, {
    start: Math.min(clause.start, figure.start),
    end: Math.max(clause.end, figure.end),
  });
  for (let grown = true; grown; ) {
    grown = false;
    const before = clauseStart(text, start, trimmed.start);
    if (before < start && end - before <= MAX_QUOTE) {
      start = before;
      grown = true;
    }
    const after = clauseEnd(text, end, trimmed.end);
    if (after > end && after - start <= MAX_QUOTE) {
      end = after;
      grown = true;
    }
  }
  return trim(text, { start, end });
}

function clauseStart(text: string, from: number, least: number): number {
  let i = from - 1;
  while (i > least && !CLAUSE_ENDS.includes(text[i - 1]!)) i--;
  return Math.max(i, least);
}

function clauseEnd(text: string, from: number, most: number): number {
  let i = from + 1;
  while (i < most && !CLAUSE_ENDS.includes(text[i]!)) i++;
  return Math.min(i, most);
}

/** Without blanks, breaks and loose clause marks at either end. */
function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s，,；;、。：:]/u.test(text[start]!)) start++;
  while (end > start && /[\s，,；;、：:]/u.test(text[end - 1]!)) end--;
  return { start, end };
}

/** The place in `sections` of the innermost one that holds an offset of the view. */
export function sectionAt(sections: readonly Span[], offset: number): number {
  let found = 0;
  for (const [i, s] of sections.entries()) if (s.start <= offset && offset < s.end) found = i;
  return found;
}
