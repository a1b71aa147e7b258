import type { Report } from '../corpus/types.js';
import type { Span } from '../text/types.js';
import { cite, sectionAt } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { marksOf } from './passages.js';
import { readingOf } from './reading.js';
import type { Answer } from './schema.js';

/** The longest sentence that is quoted whole as the source of a list. */
const MAX_LIST_QUOTE = 420;

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
export function sayList(context: AnswerContext, { report, section, anchor, items: spans, of }: FoundList): Answer {
  const { store, query } = context;
  const { text } = report.view;
  const draft = newDraft();
  const quoted = clip(anchor, spans);
  addCitation(
    draft,
    cite(store, report, quoted, section, marksOf({ report }, quoted, [...query.quoted, ...query.residue])),
  );
  for (const span of spans)
    if (span.start < quoted.start || span.end > quoted.end)
      addCitation(draft, cite(store, report, span, sectionAt(report.sections, span.start)));
  const items = spans.map((s) => text.slice(s.start, s.end).replace(/\n/g, ''));
  const years = [{ value: `${report.year ?? ''}年报告`, source: 'corpus' as const }];
  if (of !== undefined) draft.notes.push(`报告说有${of}项，只写出其中${spans.length}项`);
  const topic = query.quoted.map((q) => `“${q}”`).join('、') || query.residue.join('') || '清单';
  return compose({
    kind: 'list',
    headline: `${query.places[0]?.value.name ?? report.place?.name ?? ''}${report.year ?? ''}年报告：${topic}，${of === undefined ? '共' : `写出`}${items.length}项`,
    body: items.map((item, i) => `${i + 1}. ${item}`),
    understood: readingOf(query, query.periods.length > 0 ? {} : { years }),
    draft,
    quoted: 1,
    extra: { items },
  });
}

/** The announcing sentence, cut to the limit around the items it holds. */
function clip(sentence: Span, items: readonly Span[]): Span {
  if (sentence.end - sentence.start <= MAX_LIST_QUOTE) return sentence;
  const inside = items.filter((s) => s.start >= sentence.start && s.end <= sentence.end);
  const start = inside.length > 0 ? Math.max(sentence.start, inside[0]!.start - 60) : sentence.start;
  return { start, end: Math.min(sentence.end, start + MAX_LIST_QUOTE) };
}
