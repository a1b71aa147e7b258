import type { Report, Section } from '../corpus/types.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';

/** A sentence of a report with where it stands. Offsets into the view. */
export interface SentenceUnit {
  readonly report: Report;
  readonly span: Span;
  readonly section: number;
  readonly passage: number;
}

const unitsByReport = new WeakMap<Report, Map<number, readonly SentenceUnit[]>>();

/** The sentences of a passage, cut once. */
export function sentencesOfPassage(report: Report, passage: number): readonly SentenceUnit[] {
  let known = unitsByReport.get(report);
  if (!known) {
    known = new Map();
    unitsByReport.set(report, known);
  }
  let units = known.get(passage);
  if (!units) {
    const { section, ...within } = report.passages[passage]!;
    const heading = headingEnd(report, section);
    units = splitSentences(report.view.text, within).map((span) => ({
      report,
      // A heading that runs on into its first sentence without a break is no part of it.
      span: span.start < heading && heading < span.end ? { start: heading, end: span.end } : span,
      section,
      passage,
    }));
    known.set(passage, units);
  }
  return units;
}

/** All sentences of a report, in order. */
export function sentencesOfReport(report: Report): SentenceUnit[] {
  return report.passages.flatMap(({ index }) => sentencesOfPassage(report, index));
}

/** Where a section's heading ends in the view; its start where its text does not begin with one. */
export function headingEnd(report: Report, index: number): number {
  const section = report.sections[index];
  const heading = section?.path.at(-1);
  if (!section || !heading) return section?.start ?? 0;
  return report.view.text.startsWith(heading, section.start) ? section.start + heading.length : section.start;
}

/** The calendar years that a section deals with, inclusive; undefined where nothing tells them. */
export function sectionTime(
  section: Section | undefined,
  report: Report,
): { readonly from: number; readonly to: number } | undefined {
  const from = section?.from ?? (section?.role === 'review' ? (report.year ?? 0) - 1 : report.year);
  const to = section?.to ?? from;
  return from === null || to === null || from === undefined || to === undefined || from <= 0 ? undefined : { from, to };
}
