import { reportPatterns } from '../matching/report-patterns.js';
import { patterns } from '../question/patterns/index.js';
import type { ReportHead } from '../retrieval/types.js';
import { cite } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import type { Answer } from './schema.js';

/** Where a report's head is looked for its speaker, in units of the view. */
const OPENING = 2500;
/** How many heads are cited. */
const CITED = 6;

/** Who somebody is, where a report's head names him as its speaker; undefined where none does. */
export function answerWho(context: AnswerContext): Answer | undefined {
  const { store, query } = context;
  const said = patterns().speakers.whoIs.find(query.text)?.groups;
  const name = said?.name ?? said?.behind;
  if (!name) return undefined;
  const heads = store.heads
    .filter((h) => h.speaker === name && !h.duplicateOf && h.place)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const [newest] = heads;
  if (!newest) return undefined;
  const draft = newDraft();
  const offices = heads.slice(0, CITED).map((head) => citeHead(context, draft, head, name));
  const office = offices.find((o) => o !== undefined);
  const places = [...new Set(heads.map((h) => h.place!.name))];
  const reports = places.map((place) => {
    const years = heads
      .flatMap((h) => (h.place!.name === place && h.year !== null ? [h.year] : []))
      .sort((a, b) => a - b);
    return `${place}${[...new Set(years)].join('、')}年政府工作报告`;
  });
  return compose({
    kind: 'passages',
    headline: `${name}：${office ? `${office}，` : ''}${reports.join('、')}的报告人`,
    understood: readingOf(query, { indicator: { value: `报告人 ${name}`, source: 'question' } }),
    draft,
    quoted: 1,
    suggestions: newest.year === null ? [] : [`${newest.place!.short}${newest.year}年主要预期目标有哪些`],
  });
}

/** Cites the line that names the speaker, and tells the office that stands before the name. */
function citeHead(
  { store }: AnswerContext,
  draft: ReturnType<typeof newDraft>,
  head: ReportHead,
  name: string,
): string | undefined {
  const report = store.report(head.id);
  const opening = report.view.text.slice(0, OPENING);
  const written = new RegExp([...name].map((c) => (c === '·' ? '[·•・.]' : c)).join('[\\s　]*'), 'u').exec(opening);
  if (!written) return undefined;
  const at = { start: written.index, end: written.index + written[0].length };
  const line = opening.lastIndexOf('\n', at.start) + 1;
  const before = opening.slice(Math.max(line, at.start - 24), at.start);
  const { officeBefore, upToOffice } = reportPatterns().speakers;
  const office = officeBefore.find(before)?.groups?.office;
  const start = Math.max(line, at.start - 40);
  addCitation(draft, cite(store, report, { start, end: at.end }, 0, [at]));
  return office === undefined ? undefined : upToOffice.cutFrom(office);
}
