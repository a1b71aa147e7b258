import type { Report } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import { newTerms } from '../matching/new-terms.js';
import { sentencesOfReport } from '../matching/sentence-units.js';
import { cite, quoteSpan } from './cite.js';
import { addCitation, addFact, compose, type Draft, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import { refuse } from './refusal.js';
import { reportAsked } from './report-asked.js';
import type { Answer } from './schema.js';
import { headlineTargets } from './targets.js';
import { sayFigure, saySubject } from './wording.js';

/** How many new terms and changed targets are told, how many terms the headline names, and how many quotes are written out. */
const TERMS = 10;
const CHANGES = 8;
const NAMED = 3;
const QUOTED = 3;

/**
 * What a report says that the one of the year before does not: terms by their exact wording, with the sentence that uses them first, and
 * the main targets that changed, side by side.
 */
export function answerNewInReport(context: AnswerContext): Answer {
  const found = reportAsked(context);
  if ('answer' in found) return found.answer;
  const { report } = found;
  const { store, query } = context;
  const place = report.place!;
  const year = report.year ?? 0;
  const before = store.heads.find(
    (h) => h.place?.id === place.id && h.year === year - 1 && h.kind === report.kind && !h.duplicateOf,
  );
  if (!before)
    return refuse(context, 'not-held', `没有收录${place.name}${year - 1}年的政府工作报告，不能与${year}年的比`);
  const terms = newTerms(report.view.text, store.report(before.id).view.text);
  const draft = newDraft();
  const said = terms.slice(0, TERMS).map(({ term, first, times }) => {
    citeTerm(context, draft, report, first);
    return `新提“${term}”${times > 1 ? `（${times}处）` : ''}`;
  });
  const changed = changedTargets(
    context,
    draft,
    headlineTargets(context, place, year - 1),
    headlineTargets(context, place, year),
  );
  const items = [...said, ...changed];
  if (items.length === 0)
    return refuse(context, 'not-said', `${place.name}${year}年的报告没有${year - 1}年报告里没有的提法`);
  const named = terms
    .slice(0, NAMED)
    .map(({ term }) => `“${term}”`)
    .join('、');
  draft.notes.push(`按引号里的说法逐字比较：${year}年的报告有，${year - 1}年的没有`);
  return compose({
    kind: 'list',
    headline: `${place.name}${year}年报告比${year - 1}年新提${terms.length}个说法${named ? `：${named}${terms.length > NAMED ? '等' : ''}` : ''}；主要目标变动${changed.length}项`,
    body: items.map((item, i) => `${i + 1}. ${item}`),
    understood: readingOf(query, {
      years: [{ value: `${year}年报告`, source: query.periods.length > 0 ? 'question' : 'corpus' }],
      indicator: { value: '新提法', source: 'question' },
    }),
    draft,
    quoted: QUOTED,
    extra: { items },
  });
}

/** The shortest sentence that tells what a term is. */
const MIN_SENTENCE = 16;

/** Cites the first sentence that uses a term and says something; the place that holds it first where none does. */
function citeTerm({ store }: AnswerContext, draft: Draft, report: Report, at: { start: number; end: number }): void {
  const { text } = report.view;
  const term = `“${text.slice(at.start, at.end)}”`;
  const unit = sentencesOfReport(report).find(
    ({ span }) => span.end - span.start >= MIN_SENTENCE && text.slice(span.start, span.end).includes(term),
  );
  const from = unit ? text.indexOf(term, unit.span.start) + 1 : at.start;
  const used = { start: from, end: from + at.end - at.start };
  const span = unit ? quoteSpan(text, unit.span, used, used) : at;
  addCitation(draft, cite(store, report, span, unit?.section ?? 0, [used]));
}

/** The main targets that stand in both reports with other figures. */
function changedTargets(
  context: AnswerContext,
  draft: Draft,
  older: readonly Fact[],
  newer: readonly Fact[],
): string[] {
  const same = (a: Fact, b: Fact): boolean =>
    a.indicator !== undefined && a.indicator === b.indicator && a.measure === b.measure;
  return newer
    .flatMap((fact) => {
      const was = older.find((f) => same(f, fact));
      return was && was.quantity.text !== fact.quantity.text ? [{ fact, was }] : [];
    })
    .slice(0, CHANGES)
    .map(({ fact, was }) => {
      addFact(draft, context.store, context.lexicon, was);
      addFact(draft, context.store, context.lexicon, fact);
      return `${saySubject(fact, context.lexicon)}目标：${sayFigure(was)} → ${sayFigure(fact)}`;
    });
}
