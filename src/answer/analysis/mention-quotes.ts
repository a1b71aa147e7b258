import type { ReportHead } from '../../retrieval/types.js';
import type { Span } from '../../text/types.js';
import { cite, citeFact, quoteSpan, sectionAt } from '../cite.js';
import { addCitation, type Draft } from '../compose.js';
import type { AnswerContext } from '../context.js';
import type { Citation } from '../schema.js';
import type { Hit } from './mention-search.js';

const SENTENCE_END = '。！？!?\n';
/** In UTF-16 units. */
const REACH = 400;

/** Cites the sentence around a hit: of several the first that tells a figure, where figures are asked for. */
export function citeHit({ store }: AnswerContext, draft: Draft, { report: id, spans }: Hit): Citation {
  const report = store.report(id);
  const { text } = report.view;
  const [first, ...more] = spans;
  const tells = (span: Span): boolean => /\d/u.test(textOf(text, sentenceAround(text, span)));
  const at = (more.length > 0 ? spans.find(tells) : undefined) ?? first!;
  const span = sentenceAround(text, at);
  return draft.citations[addCitation(draft, cite(store, report, span, sectionAt(report.sections, at.start), [at]))]!;
}

/**
 * Cites what shows that a report without the word was looked through: the sentence of its main targets (the economy's first, by
 * which readers know it), else its first sentence.
 */
export function citeSilent({ store }: AnswerContext, draft: Draft, head: ReportHead): Citation {
  const report = store.report(head.id);
  const targets = store.facts(head.id, { headline: true, facet: 'target' });
  const target = targets.find((f) => f.indicator === 'gdp') ?? targets.find((f) => f.indicator !== undefined);
  if (target) return draft.citations[addCitation(draft, citeFact(store, report, target))]!;
  const { text } = report.view;
  const start = text.search(/\S/u);
  const span = sentenceAround(text, { start, end: start + 1 });
  return draft.citations[addCitation(draft, cite(store, report, span, sectionAt(report.sections, start), []))]!;
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The sentence around a hit; no further than REACH either way. */
function sentenceAround(text: string, at: Span): Span {
  let { start, end } = at;
  while (start > 0 && at.start - start < REACH && !SENTENCE_END.includes(text[start - 1]!)) start--;
  while (end < text.length && end - at.end < REACH && !SENTENCE_END.includes(text[end]!)) end++;
  if (end < text.length && text[end] !== '\n') end++;
  return quoteSpan(text, { start, end }, at, at);
}
