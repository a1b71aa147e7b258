import type { Report } from '../corpus/types.js';
import type { Place } from '../lexicon/types.js';
import { numberedItems } from '../matching/numbered-items.js';
import { partsOf, trimmed } from '../matching/parts.js';
import { reportPatterns } from '../matching/report-patterns.js';
import { headingEnd } from '../matching/sentence-units.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { byNearness } from './by-nearness.js';
import { sectionAt } from './cite.js';
import type { AnswerContext } from './context.js';
import { candidates } from './find-sentences.js';
import type { FoundList } from './say-list.js';

/** What every report has a part for, whatever it calls it: the tasks of the year, and the problems that remain. */

const MIN_ITEMS = 3;
/** How far behind the sentence that turns to problems the first number may stand. */
const MAX_LEAD = 40;
const MAX_ITEMS = 20;
/** How far behind the sentence that turns to them the problems may reach. */
const REACH = 1500;
/** Share of the parts joined by ； that must name a problem. */
const MOST = 0.6;
/** The longest problem told in a sentence of its own; a longer one is prose. */
const MAX_PART = 170;

/** The list that a question for the year's tasks or the remaining problems asks for; undefined where it asks for neither. */
export function standingList(context: AnswerContext, place: Place | undefined): FoundList | undefined {
  const { part } = context.query.list;
  if (!place || (part !== 'tasks' && part !== 'problems')) return undefined;
  const read = part === 'tasks' ? taskHeadings : problems;
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
    const groups = new Map<string, typeof sections>();
    for (const entry of sections.filter(({ section }) => section.path.length === depth)) {
      const key = [...entry.section.path.slice(0, -1), numberForm(report.view.text, entry.span)].join('\n');
      groups.set(key, [...(groups.get(key) ?? []), entry]);
    }
    const [level] = [...groups.values()].sort((a, b) => b.length - a.length);
    if (!level || level.length < MIN_ITEMS || level.length > MAX_ITEMS) continue;
    const [first] = level;
    const items = level.map(({ span }) => withoutNumber(report.view.text, span));
    return { report, section: first!.index, anchor: first!.span, items };
  }
  return undefined;
}

/** How a heading is numbered: 一、 is another form than （一）. */
function numberForm(text: string, span: Span): string {
  const number = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]?/u.exec(text.slice(span.start, span.end))?.[0] ?? '';
  return number.replace(/[一二三四五六七八九十]+/u, '一').replace(/\d+/u, '1');
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
      if (!reportPatterns().problems.turnsTo.in(text.slice(sentence.start, sentence.end))) continue;
      // The passage may end with the sentence that turns; what it turns to stands in its paragraph or the next.
      const behind = { start: sentence.end, end: Math.min(text.length, sentence.end + REACH) };
      const lead = behindLead(text, sentence);
      const items = [
        numberedItems(text, { start: lead, end: lead }, undefined, MAX_LEAD),
        joined(text, { start: lead, end: sentence.end }),
        joined(text, splitSentences(text, behind)[0] ?? sentence),
        sentences(text, behind),
        joined(text, { start: lead, end: sentence.end }, '，,'),
      ].find((parts) => parts.length >= MIN_ITEMS && parts.length <= MAX_ITEMS);
      if (items) return { report, section: sectionAt(report.sections, sentence.start), anchor: sentence, items };
    }
  }
  return undefined;
}

/** Where the problems begin in the sentence that turns to them: behind its colon, else behind the clause that speaks of problems. */
function behindLead(text: string, sentence: Span): number {
  const words = text.slice(sentence.start, sentence.end);
  const lead = reportPatterns().problems.turnsTo.find(words);
  const behind = (lead?.index ?? 0) + (lead?.[0].length ?? 0);
  const at = /[：:]/u.test(words) ? words.search(/[：:]/u) : behind + Math.max(0, words.slice(behind).search(/[，,]/u));
  return sentence.start + at + 1;
}

/** The parts that a mark joins in one sentence, where most of them name a problem. */
function joined(text: string, region: Span, marks = '；;'): Span[] {
  const lead = /^[^：:；;]{0,12}[：:]/u.exec(text.slice(region.start, region.end));
  const within = { start: region.start + (lead?.[0].length ?? 0), end: region.end };
  const parts = partsOf(text, within, marks).map((part) => withoutOrdinal(text, part));
  return parts.filter((part) => namesProblem(text, part)).length >= parts.length * MOST ? parts : [];
}

/** The sentences of a region, up to the first that names no problem. */
function sentences(text: string, region: Span): Span[] {
  const parts = partsOf(text, region, '。').map((part) => withoutOrdinal(text, part));
  const other = parts.findIndex((part) => !namesProblem(text, part) || part.end - part.start > MAX_PART);
  return other < 0 ? parts : parts.slice(0, other);
}

function namesProblem(text: string, { start, end }: Span): boolean {
  return reportPatterns().problems.named.in(text.slice(start, end));
}

function withoutOrdinal(text: string, span: Span): Span {
  const ordinal = /^(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、])/u.exec(
    text.slice(span.start, span.end),
  );
  return trimmed(text, { start: span.start + (ordinal?.[0].length ?? 0), end: span.end });
}
