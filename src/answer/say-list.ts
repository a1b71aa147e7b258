import type { Report } from '../corpus/types.js';
import { headingEnd } from '../matching/sentence-units.js';
import type { Span } from '../text/types.js';
import { cite, sectionAt } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import { marksOf } from './say-sentences.js';
import type { Answer } from './schema.js';
import { toldTogether } from './told-together.js';

/** The longest sentence that is quoted whole as the source of a list. */
const MAX_LIST_QUOTE = 420;

/** The longest number before a heading's words: （十一）. */
const MAX_NUMBER = 6;

/** The second half of a heading. */
const MIN_HALF = 8;
const MAX_HALF = 40;

/** A list found in a report, with the stretch that announces or holds it. */
export interface FoundList {
  readonly report: Report;
  readonly section: number;
  readonly anchor: Span;
  readonly items: readonly Span[];
  /** How many there are, where the report tells only some of them. */
  readonly of?: number;
}

/** Says a list: its items in the words of the report, the stretch that announces them quoted. */
export function sayList(
  context: AnswerContext,
  { report, section, anchor, items: found, of }: FoundList,
  likelihood?: number,
): Answer {
  const { store, query } = context;
  const { text } = report.view;
  const spans = found.map((span) => withoutRunOn(report, span));
  const draft = newDraft();
  const quoted = clip(anchor, spans);
  addCitation(
    draft,
    cite(store, report, quoted, section, marksOf({ report }, quoted, [...query.quoted, ...query.residue])),
  );
  for (const span of spans)
    if (span.start < quoted.start || span.end > quoted.end)
      addCitation(draft, cite(store, report, span, sectionAt(report.sections, span.start)));
  for (const span of toldTogether(report, spans, quoted))
    addCitation(draft, cite(store, report, span, sectionAt(report.sections, span.start)));
  const items = spans.map((s) => text.slice(s.start, s.end).replace(/\n/g, ''));
  const years = [{ value: `${report.year ?? ''}年报告`, source: 'corpus' as const }];
  if (of !== undefined) draft.notes.push(`报告说有${of}项，只写出其中${spans.length}项`);
  const { topic } = query.list;
  return compose({
    kind: 'list',
    ...(likelihood === undefined ? {} : { likelihood }),
    headline: `${query.places[0]?.value.name ?? report.place?.name ?? ''}${report.year ?? ''}年报告：${topic}，${of === undefined ? '共' : `写出`}${items.length}项`,
    body: items.map((item, i) => `${i + 1}. ${item}`),
    understood: readingOf(query, query.periods.length > 0 ? {} : { years }),
    draft,
    quoted: 1,
    extra: { items },
  });
}

/** An item that is a heading, without the sentence that runs on behind it (八、突出抓好民生建设坚持就业优先。). */
function withoutRunOn(report: Report, span: Span): Span {
  const index = sectionAt(report.sections, span.start);
  const section = report.sections[index];
  if (!section || span.start - section.start > MAX_NUMBER) return span;
  const end = headingEnd(report, index);
  if (end <= span.start || end >= span.end) return span;
  // A heading in running text may have two halves (聚焦A，推动B): its end at a comma is but a guess.
  const { text } = report.view;
  if (!/[，,]/u.test(text[end]!)) return { start: span.start, end };
  const second = /^[^，,；;。]*/u.exec(text.slice(end + 1, span.end))![0];
  const half = withoutNext(second, text.slice(span.start, end));
  return { start: span.start, end: half.length <= MAX_HALF ? end + 1 + half.length : end };
}

/** The second half of a heading without the sentence behind it, which takes up a word of the first half (聚焦生态，推动绿色发展生态是…). */
function withoutNext(half: string, first: string): string {
  for (let at = MIN_HALF; at + 2 <= half.length; at++) {
    const rest = half.slice(at);
    const word = /^[\p{Script=Han}]{2}(?=是|作为|既|要)/u.exec(rest)?.[0] ?? rest.slice(0, 3);
    if (/^坚持/u.test(rest) || (word.length > 1 && rest.length > word.length && first.includes(word)))
      return half.slice(0, at);
  }
  return half;
}

/** The announcing sentence, cut to the limit around the items it holds. */
function clip(sentence: Span, items: readonly Span[]): Span {
  if (sentence.end - sentence.start <= MAX_LIST_QUOTE) return sentence;
  const inside = items.filter((s) => s.start >= sentence.start && s.end <= sentence.end);
  const start = inside.length > 0 ? Math.max(sentence.start, inside[0]!.start - 60) : sentence.start;
  return { start, end: Math.min(sentence.end, start + MAX_LIST_QUOTE) };
}
