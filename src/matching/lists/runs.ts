import type { Report } from '../../corpus/types.js';
import type { Span } from '../../text/types.js';
import { numberedRuns } from '../numbered-items.js';
import { isPart, trimmed } from '../parts.js';
import { headingEnd, type SentenceUnit, sentencesOfReport } from '../sentence-units.js';
import type { ListStructure } from './types.js';

/** How many parts a run has at least and at most. */
const MIN_RUN = 3;
const MAX_RUN = 40;
/** A sentence up to this length may announce the sentences behind it. */
const MAX_LEAD_IN = 45;
/** A mark this close to the beginning of its sentence belongs to the one before. */
const AT_START = 4;

/** The numbered items of a report: 一是…二是…, 1.…2.…, wherever they begin. */
export function numberedStructures(report: Report): ListStructure[] {
  const units = sentencesOfReport(report);
  const headings = report.sections.map(({ start }, i) => ({ start, end: headingEnd(report, i) }));
  return numberedRuns(report.view.text).flatMap(({ start, items }) => {
    if (headings.some((h) => h.start <= start + 1 && h.end > start + 1)) return [];
    const at = units.findIndex(({ span }) => span.start <= start && span.end > start);
    const own = units[at] ?? units.findLast(({ span }) => span.end <= start);
    if (!own || items.length < 2) return [];
    const before = units[Math.max(0, at - 1)]!;
    const lead = start - own.span.start <= AT_START && before.report === report ? before : own;
    return [{ report, kind: 'numbered', section: own.section, anchor: lead.span, items } as const];
  });
}

/** The headings of one part of a report with one kind of number. */
export function headingStructures(report: Report): ListStructure[] {
  const { text } = report.view;
  const groups = new Map<string, { section: number; span: Span }[]>();
  for (const [section, { start, path }] of report.sections.entries()) {
    const end = headingEnd(report, section);
    if (end <= start) continue;
    const number = numberOf(text.slice(start, end));
    const form = number.replace(/[一二三四五六七八九十]+/u, '一').replace(/\d+/u, '1');
    const key = [...path.slice(0, -1), form].join('\n');
    groups.set(key, [
      ...(groups.get(key) ?? []),
      { section, span: trimmed(text, { start: start + number.length, end }) },
    ]);
  }
  return [...groups.values()]
    .filter((group) => group.length >= MIN_RUN && group.length <= MAX_RUN)
    .map((group) => {
      const [first] = group;
      const { path } = report.sections[first!.section]!;
      const above = report.sections.findIndex(
        (s) => s.path.length === path.length - 1 && s.path.at(-1) === path.at(-2),
      );
      const head = above < 0 ? first!.span : { start: report.sections[above]!.start, end: headingEnd(report, above) };
      const anchor = head.end > head.start ? head : first!.span;
      return { report, kind: 'headings', section: first!.section, anchor, items: group.map((g) => g.span) } as const;
    });
}

/** A heading's number: （一）, 3. */
function numberOf(heading: string): string {
  return /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．，]*\s*/u.exec(heading)?.[0] ?? '';
}

/** The longest sentence that heads those behind it: 太白湖新区。 */
const MAX_HEAD = 16;

/** The short sentences of a section that head longer ones. */
export function headedStructures(units: readonly SentenceUnit[]): ListStructure[] {
  const groups = new Map<string, SentenceUnit[]>();
  for (const [i, unit] of units.entries()) {
    const { report, span, section } = unit;
    const words = report.view.text.slice(span.start, span.end).trim();
    const next = units[i + 1];
    if (words.length > MAX_HEAD || /[，,：:]/u.test(words) || !next || next.span.end - next.span.start <= MAX_HEAD)
      continue;
    const key = `${report.id} ${section}`;
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return [...groups.values()]
    .filter((group) => group.length >= MIN_RUN && group.length <= MAX_RUN)
    .map((group) => {
      const items = group.map(({ report, span }) => trimmed(report.view.text, span));
      const { report, section, span } = group[0]!;
      const before = units[units.indexOf(group[0]!) - 1];
      const anchor = before && before.section === section ? before.span : span;
      return { report, kind: 'sentences', section, anchor, items } as const;
    });
}

/** The sentences of a passage behind a short one that may announce them. */
export function announcedStructures(units: readonly SentenceUnit[]): ListStructure[] {
  return units.flatMap((lead, i) => {
    const { report, span, section, passage } = lead;
    if (span.end - span.start > MAX_LEAD_IN) return [];
    const items: Span[] = [];
    for (let k = i + 1; k < units.length && units[k]!.passage === passage && units[k]!.report === report; k++)
      items.push(trimmed(report.view.text, units[k]!.span));
    if (items.length < MIN_RUN || items.length > MAX_RUN || !items.every(isPart)) return [];
    return [{ report, kind: 'sentences', section, anchor: span, items } as const];
  });
}
