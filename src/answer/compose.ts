import type { Report } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Store } from '../retrieval/types.js';
import { citeFact } from './cite.js';
import { unitedHeads } from './heads.js';
import { mergeQuotes } from './merge-quotes.js';
import type { Answer, AnswerFigure, AnswerKind, Citation, Understood } from './schema.js';
import {
  answerFacet,
  figurePeriod,
  LOST_PERCENT,
  repairNote,
  sayQuote,
  saySource,
  saySubject,
  writtenFigure,
} from './wording.js';

/** An answer while it is made: figures and citations are gathered, each citation once. */
export interface Draft {
  readonly figures: AnswerFigure[];
  readonly citations: Citation[];
  readonly notes: string[];
}

export function newDraft(): Draft {
  return { figures: [], citations: [], notes: [] };
}

/** Adds a citation, or finds the one that already holds the same stretch. Returns its index. */
export function addCitation(draft: Draft, citation: Citation): number {
  const same = draft.citations.findIndex(
    (c) => c.seed === citation.seed && c.start === citation.start && c.end === citation.end,
  );
  if (same < 0) return draft.citations.push(citation) - 1;
  const kept = draft.citations[same]!;
  const marks = [...(kept.marks ?? []), ...(citation.marks ?? [])].sort((a, b) => a.start - b.start);
  const distinct = marks.filter((m, i) => i === 0 || m.start >= marks[i - 1]!.end);
  draft.citations[same] = { ...kept, marks: distinct, ...unitedHeads(kept, citation) };
  return same;
}

/** Adds a fact as a figure with its citation, and the note on a repaired reading. Returns the figure's index. */
export function addFact(draft: Draft, store: Store, lexicon: Lexicon, fact: Fact): number {
  const report: Report = store.report(fact.report);
  const citation = addCitation(draft, citeFact(store, report, fact));
  const repair = repairNote(fact);
  if (repair && !draft.notes.includes(repair)) draft.notes.push(repair);
  const { low, high, bound, unit, text } = fact.quantity;
  return (
    draft.figures.push({
      place: lexicon.gazetteer.get(fact.place)?.name ?? fact.place,
      indicator: saySubject(fact, lexicon),
      period: figurePeriod(fact),
      facet: answerFacet(fact),
      low,
      high,
      bound,
      unit,
      text: fact.repaired === 'percent' ? writtenFigure(fact) : text,
      citation,
      ...(repair ? { repair } : {}),
    }) - 1
  );
}

export interface Parts {
  readonly kind: AnswerKind;
  readonly headline: string;
  /** Lines between the headline and the sources. */
  readonly body?: readonly string[];
  readonly understood: Understood;
  readonly draft?: Draft;
  /** Calibrated probability that the answer is right, 0–1. */
  readonly likelihood?: number;
  /** How many citations are written out; all by default. */
  readonly quoted?: number;
  readonly suggestions?: readonly string[];
  readonly extra?: Partial<
    Pick<Answer, 'refusal' | 'coverage' | 'items' | 'table' | 'chart' | 'choices' | 'attachment' | 'wantsChart'>
  >;
}

/** Several notes on a lost % are one. */
function mergedNotes(notes: readonly string[]): string[] {
  const lost = notes.filter((n) => n.startsWith(LOST_PERCENT));
  if (lost.length < 2) return [...notes];
  const figures = lost.flatMap((n) => /（(“.*?”)）/u.exec(n)?.[1] ?? []);
  const merged = `${LOST_PERCENT}（${figures.join('')}），按百分比理解`;
  return [merged, ...notes.filter((n) => !lost.includes(n))];
}

/** True where a headline in the report's words says all of its quote, which need not be read twice. */
function saysAll(headline: string, quote: string): boolean {
  return wordsOf(headline) === wordsOf(quote);
}

function wordsOf(text: string): string {
  return text.normalize('NFKC').replace(/[\p{P}\s]/gu, '');
}

/** Puts an answer together: headline, body, notes, quotes with sources, reading, suggestions. `elapsedMs` is set by the front door. */
export function compose(parts: Parts): Answer {
  const draft = parts.draft ?? newDraft();
  const suggestions = [...new Set(parts.suggestions ?? [])].slice(0, 3);
  const lines = [parts.headline, ...(parts.body ?? [])];
  const notes = mergedNotes(draft.notes);
  for (const note of notes) lines.push(`注：${note}`);
  const quotes = mergeQuotes(draft.citations);
  const quoted = quotes.slice(0, parts.quoted ?? quotes.length);
  for (const citation of quoted)
    lines.push(...(saysAll(parts.headline, citation.quote) ? [] : [sayQuote(citation)]), saySource(citation));
  if (quotes.length > quoted.length) lines.push(`（另有${quotes.length - quoted.length}处出处，发“更多”查看）`);
  if (parts.understood.line) lines.push(`理解为：${parts.understood.line}`);
  if (parts.extra?.choices?.length)
    for (const [i, choice] of parts.extra.choices.entries()) lines.push(`${i + 1}. ${choice.label}`);
  if (suggestions.length > 0) lines.push(`还可以问：${suggestions.join(' / ')}`);
  return {
    kind: parts.kind,
    headline: parts.headline,
    text: lines.join('\n'),
    understood: parts.understood,
    figures: draft.figures,
    citations: draft.citations,
    suggestions,
    elapsedMs: 0,
    ...(parts.likelihood === undefined ? {} : { confidence: Number(parts.likelihood.toFixed(3)) }),
    ...(notes.length > 0 ? { notes } : {}),
    ...parts.extra,
  };
}
