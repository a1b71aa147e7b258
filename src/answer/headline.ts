import type { SentenceHit } from '../matching/sentences.js';
import { splitClauses, splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';

/** The longest headline in the words of a report, in characters. */
export const MAX_HEADLINE = 80;
/** A sentence shorter than this is taken to announce what follows. */
const LEAD_IN = 32;
/** How far behind a lead-in its first sentence may end. */
const FOLLOWING = 260;

/** The answer in the words of the report: the sentence, or the clauses around the one that answers, as many as one line holds. */
export function headlineOf(hit: Pick<SentenceHit, 'report' | 'span' | 'clause'>): string {
  const { text } = hit.report.view;
  const sentence = text.slice(hit.span.start, hit.span.end).trim().replace(/\n/g, '');
  if (sentence.length < LEAD_IN) return sentence + opening(text, hit.span, MAX_HEADLINE - sentence.length);
  if (sentence.length <= MAX_HEADLINE) return sentence;
  const { start, end } = clausesAround(text, hit.span, hit.clause);
  const words = text
    .slice(start, Math.min(end, start + MAX_HEADLINE))
    .trim()
    .replace(/\n/g, '');
  return words.replace(DANGLING, '');
}

/** The same behind the short sentence that heads its paragraph, as many clauses as one line holds: 加快陆港建设。启用监管场所，…. */
export function headedLine(lead: string, line: string): string {
  const whole = `${lead}。${line}`;
  if (whole.length <= MAX_HEADLINE) return whole;
  const cut = Math.max(...['，', '；'].map((mark) => whole.lastIndexOf(mark, MAX_HEADLINE)));
  return cut > lead.length ? whole.slice(0, cut) : whole.slice(0, MAX_HEADLINE);
}

/** What a cut leaves at the end: a mark, and the number of a part that is cut off (；二是). */
const DANGLING = /(?:[；;，,。][一二三四五六七八九十]{1,2}是|[；;，,。]其[一二三四五])?[，,；;、]?$/u;

/** The clause with those behind it, then those before it, as long as they stay within a headline. */
function clausesAround(text: string, sentence: Span, clause: Span): Span {
  const clauses = splitClauses(text, sentence);
  let first = clauses.findIndex((c) => c.start <= clause.start && c.end > clause.start);
  if (first < 0) return clause;
  let last = first;
  const length = (from: number, to: number): number => clauses[to]!.end - clauses[from]!.start;
  while (last + 1 < clauses.length && length(first, last + 1) <= MAX_HEADLINE) last++;
  while (first > 0 && length(first - 1, last) <= MAX_HEADLINE) first--;
  return { start: clauses[first]!.start, end: clauses[last]!.end };
}

/** The beginning of what a lead-in announces, in whole clauses; '' where its paragraph ends with it. */
function opening(text: string, leadIn: Span, most: number): string {
  const next = splitSentences(text, { start: leadIn.end, end: Math.min(text.length, leadIn.end + FOLLOWING) })[0];
  if (!next || text.slice(leadIn.end, next.start).includes('\n')) return '';
  const words = text.slice(next.start, next.end);
  if (words.length <= most) return words;
  const cut = Math.max(...['，', '、', '；'].map((mark) => words.lastIndexOf(mark, most - 1)));
  return cut > 0 ? `${words.slice(0, cut)}…` : '';
}
