import { cite } from './cite.js';
import { clarifyPlace } from './clarification.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { heldYears } from './context.js';
import { readingOf } from './reading.js';
import { missingReport, refuse } from './refusal.js';
import type { Answer } from './schema.js';

/** How far into a report its speaker and date are looked for, in units of the view. */
const OPENING = 600;
const QUOTE_BEFORE = 40;

/** Who gave a report, and when (报告人、作报告的日期). */
export function answerMetadata(context: AnswerContext): Answer {
  const { store, query } = context;
  const place = query.places[0]?.value;
  if (!place) return clarifyPlace(context);
  const missing = missingReport(context, place, undefined);
  if (missing) return missing;
  const years = heldYears(store, place);
  const year = query.reportYear ?? query.periods[0]?.value.from ?? years[0];
  const head = store.heads.find(
    (h) => h.place?.id === place.id && h.year === year && !h.duplicateOf && h.kind !== 'news',
  );
  if (!head || year === undefined)
    return refuse(context, 'not-held', `没有收录${place.name}${year ?? ''}年的政府工作报告`);
  const value = query.detail === 'speaker' ? head.speaker : head.delivered;
  const label = query.detail === 'speaker' ? '报告人' : '作报告的日期';
  if (!value) return refuse(context, 'not-said', `收录的《${head.title}》没有写${label}`);
  const report = store.report(head.id);
  const opening = report.view.text.slice(0, OPENING);
  const shown = query.detail === 'speaker' ? value : chineseDate(value);
  const delivered = head.delivered ? chineseDate(head.delivered) : undefined;
  const draft = newDraft();
  // Both are told of a speaker, so both are shown where they stand.
  for (const said of new Set([shown, ...(query.detail === 'speaker' && delivered ? [delivered] : [])])) {
    const at = opening.indexOf(said);
    if (at < 0) continue;
    const start = Math.max(opening.lastIndexOf('\n', at) + 1, at - QUOTE_BEFORE);
    addCitation(
      draft,
      cite(store, report, { start, end: at + said.length }, 0, [{ start: at, end: at + said.length }]),
    );
  }
  return compose({
    kind: 'passages',
    headline: `${place.name}${year}年政府工作报告的${label}：${shown}${query.detail === 'speaker' && delivered ? `（${delivered}）` : ''}`,
    understood: readingOf(query, {
      years: [{ value: `${year}年`, source: 'question' }],
      indicator: { value: label, source: 'question' },
    }),
    draft,
    suggestions: [`${place.short}${year}年主要预期目标有哪些`],
  });
}

/** 2021-12-29 as reports write it: 2021年12月29日. */
function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
