import type { Report, Section } from '../corpus/types.js';
import type { AskedPeriod } from '../frame/types.js';
import { splitClauses, splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { wordMatcher } from './words.js';

/** A sentence that may answer a question in words, with the clause of it that answers most. */
export interface SentenceHit {
  readonly report: Report;
  readonly span: Span;
  readonly clause: Span;
  readonly section: number;
  /** Share of the question's content that it holds, weighted by rarity. */
  readonly words: number;
  readonly score: number;
}

/** A stretch of a report in which sentences are looked at: one passage of it. */
export interface Window {
  readonly report: Report;
  readonly passage: number;
}

/** How many sentences are handed on. */
const RANKED = 24;

/** The sentences of the windows that hold most of the question's content, best first. */
export function rankSentences(
  windows: readonly Window[],
  content: readonly string[],
  background: readonly string[],
  quoted: readonly string[],
  period: AskedPeriod | undefined,
): SentenceHit[] {
  const units = windows.flatMap(({ report, passage }) => {
    const at = report.passages[passage]!;
    return sentencesOf(report, passage).map((span) => ({ report, span, section: at.section, passage: at }));
  });
  const texts = units.map((u) => u.report.view.text.slice(u.span.start, u.span.end));
  const matcher = wordMatcher(content, background, texts, undefined);
  const hits: Omit<SentenceHit, 'clause'>[] = [];
  for (const [i, unit] of units.entries()) {
    const sentence = texts[i]!;
    if (!matcher.touches(sentence)) continue;
    const { text } = unit.report.view;
    const section = unit.report.sections[unit.section];
    const around = `${section?.path.join(' ') ?? ''} ${text.slice(Math.max(unit.passage.start, unit.span.start - 120), unit.span.start)}`;
    const { words } = matcher.match({ subject: sentence, clause: sentence, sentence, around });
    const exact =
      quoted.length === 0 || quoted.some((q) => sentence.includes(q))
        ? 1
        : quoted.some((q) => around.includes(q))
          ? 0.8
          : 0.5;
    hits.push({
      report: unit.report,
      span: unit.span,
      section: unit.section,
      words: words * exact,
      score: words * exact * timeFit(section, unit.report, period),
    });
  }
  const wordsOf = (s: string): number => matcher.match({ subject: s, clause: s, sentence: s, around: '' }).words;
  return hits
    .sort((a, b) => b.score - a.score)
    .slice(0, RANKED)
    .map((hit) => ({ ...hit, clause: bestClause(hit.report.view.text, hit.span, wordsOf) }));
}

const sentencesByReport = new WeakMap<Report, Map<number, readonly Span[]>>();

/** The sentences of a passage, cut once. */
function sentencesOf(report: Report, passage: number): readonly Span[] {
  let known = sentencesByReport.get(report);
  if (!known) {
    known = new Map();
    sentencesByReport.set(report, known);
  }
  let spans = known.get(passage);
  if (!spans) {
    const { section, ...within } = report.passages[passage]!;
    const heading = headingEnd(report, section);
    spans = splitSentences(report.view.text, within).map((span) =>
      // A heading that runs on into its first sentence without a break is no part of it.
      span.start < heading && heading < span.end ? { start: heading, end: span.end } : span,
    );
    known.set(passage, spans);
  }
  return spans;
}

/** Where a section's heading ends in the view; its start where its text does not begin with one. */
export function headingEnd(report: Report, index: number): number {
  const section = report.sections[index];
  const heading = section?.path.at(-1);
  if (!section || !heading) return section?.start ?? 0;
  return report.view.text.startsWith(heading, section.start) ? section.start + heading.length : section.start;
}

function bestClause(text: string, sentence: Span, wordsOf: (clause: string) => number): Span {
  let best: { span: Span; fit: number } | undefined;
  for (const span of splitClauses(text, sentence)) {
    const value = wordsOf(text.slice(span.start, span.end));
    if (!best || value > best.fit) best = { span, fit: value };
  }
  return best?.span ?? sentence;
}

/** How well a section's time meets the one asked for. Text does not carry its time as figures do, so a miss only lowers. */
export function timeFit(section: Section | undefined, report: Report, asked: AskedPeriod | undefined): number {
  if (!asked || asked.kind === 'window' || asked.kind === 'relative') return 1;
  const from = section?.from ?? (section?.role === 'review' ? (report.year ?? 0) - 1 : report.year);
  const to = section?.to ?? from;
  if (from === null || to === null || from === undefined || to === undefined) return 0.85;
  if (from === asked.from && to === asked.to) return 1;
  if (from <= asked.to && to >= asked.from) return asked.kind === 'span' ? 0.95 : 0.93;
  return report.year === asked.from ? 0.85 : 0.7;
}
