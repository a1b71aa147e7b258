import type { Report } from '../corpus/types.js';
import type { Place } from '../lexicon/types.js';
import { partsOf, trimmed } from '../matching/parts.js';
import { headingEnd } from '../matching/sentences.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { sectionAt } from './cite.js';
import type { AnswerContext } from './context.js';
import { byNearness } from './named-list.js';
import { candidates } from './passages.js';
import type { FoundList } from './say-list.js';

/** What every report has a part for, whatever it calls it: the tasks of the year, and the problems that remain. */

const TASKS = /^(?:年|全年|今年|的|要)*(?:重点|主要|政府)?(?:工作|任务)(?:重点|安排|任务)?$/u;
const PROBLEMS =
  /^(?:面临|存在|还|的|经济社会|发展|工作|中|主要|和|与|及|、|突出|薄弱)*(?:困难|问题|不足|短板|挑战)(?:和|与|及|、|困难|问题|不足|短板|挑战)*$/u;
/** How a report turns to its problems: 我们也清醒地看到，…还存在不少困难和问题。 */
const TURNS_TO_PROBLEMS =
  /(?:看到|认识到|意识到|面临|存在)[^。]{0,60}(?:困难|问题|不足|短板|挑战)|(?:困难|问题|不足|短板|挑战)[^。]{0,20}(?:主要(?:有|是|表现)|：)/u;
const MIN_ITEMS = 3;
const MAX_ITEMS = 20;
/** The longest problem told; a longer part is prose. */
const MAX_PART = 170;

/** The list that a question for the year's tasks or the remaining problems asks for; undefined where it asks for neither. */
export function standingList(context: AnswerContext, place: Place | undefined): FoundList | undefined {
  const { query } = context;
  const topic = query.residue.join('');
  const read = TASKS.test(topic) ? taskHeadings : PROBLEMS.test(topic) ? problems : undefined;
  if (!place || !read || query.quoted.length > 0 || query.indicators.length > 0) return undefined;
  for (const head of [...candidates(context, place)].sort(byNearness(context, read === problems ? 1 : 0))) {
    if (head.kind === 'news') continue;
    const found = read(context.store.report(head.id));
    if (found) return found;
  }
  return undefined;
}

/** The headings of the part on the year's tasks, at the level that first has several. */
function taskHeadings(report: Report): FoundList | undefined {
  const sections = report.sections.flatMap((section, index) => {
    const end = headingEnd(report, index);
    return section.role === 'tasks' && end > section.start
      ? [{ section, index, span: { start: section.start, end } }]
      : [];
  });
  for (let depth = 1; depth <= 4; depth++) {
    const level = sections.filter(({ section }) => section.path.length === depth);
    if (level.length < MIN_ITEMS || level.length > MAX_ITEMS) continue;
    const items = level.map(({ span }) => withoutNumber(report.view.text, span));
    const [first] = level;
    return { report, section: first!.index, anchor: first!.span, items };
  }
  return undefined;
}

function withoutNumber(text: string, span: Span): Span {
  const number = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．，]?)\s*/u.exec(text.slice(span.start, span.end));
  return trimmed(text, { start: span.start + (number?.[0].length ?? 0), end: span.end });
}

/** The problems that a report names behind the sentence that turns to them, cut by ； or by sentences. */
function problems(report: Report): FoundList | undefined {
  const { text } = report.view;
  for (const passage of report.passages) {
    if (report.sections[passage.section]?.role === 'glossary') continue;
    for (const sentence of splitSentences(text, passage)) {
      if (!TURNS_TO_PROBLEMS.test(text.slice(sentence.start, sentence.end))) continue;
      const colon = text.slice(sentence.start, sentence.end).search(/[：:]/u);
      const inside = colon < 0 ? [] : cut(text, { start: sentence.start + colon + 1, end: sentence.end }, /[；;]/u);
      const line = { start: sentence.end, end: passage.end };
      const items = [inside, cut(text, line, /[；;]/u), cut(text, line, /[。；;]/u)].find((p) => p.length >= MIN_ITEMS);
      if (items) return { report, section: sectionAt(report.sections, sentence.start), anchor: sentence, items };
    }
  }
  return undefined;
}

function cut(text: string, region: Span, separator: RegExp): Span[] {
  const parts = partsOf(text, region, separator)
    .map((part) => withoutOrdinal(text, part))
    .filter((part) => !/^(?:我们|对此|对于这些|对这些|各位代表)/u.test(text.slice(part.start, part.end)));
  return parts.length <= MAX_ITEMS && parts.every((p) => p.end - p.start <= MAX_PART) ? parts : [];
}

function withoutOrdinal(text: string, span: Span): Span {
  const ordinal = /^(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、])/u.exec(
    text.slice(span.start, span.end),
  );
  return trimmed(text, { start: span.start + (ordinal?.[0].length ?? 0), end: span.end });
}
