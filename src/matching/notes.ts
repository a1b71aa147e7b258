import type { Report } from '../corpus/types.js';
import type { Span } from '../text/types.js';
import { lineEnd } from './parts.js';

/** The notes (名词解释, 注释) at the end of a report, each with the words of the text that it is on. */

/** A note: the words that it explains, and its whole line. */
interface Note {
  readonly name: string;
  readonly span: Span;
  readonly section: number;
}

/** The number of a note, and marks around its name: ［2］未完成3项：…, 16.“河小青”：…. */
const NUMBER = /^\s*(?:[（(〔［[]?\d{1,3}[）)〕］\]]?[.．、]?|[①-⑳])?\s*/u;
const NAME_ENDS = /[：:]/u;
/** The longest name of a note, and the shortest that is known again in a sentence. */
const LONGEST = 40;
const SHORTEST = 4;

const notesByReport = new WeakMap<Report, readonly Note[]>();

/** The notes of a report that are on words of a sentence: what the text only counts (未完成3项) is told there. In order. */
export function notesOn(report: Report, { start, end }: Span): readonly Note[] {
  const words = report.view.text.slice(start, end);
  return notesOf(report).filter(({ name, span }) => words.includes(name) && (span.end <= start || span.start >= end));
}

function notesOf(report: Report): readonly Note[] {
  let notes = notesByReport.get(report);
  if (!notes) {
    notes = report.sections.flatMap((section, index) =>
      section.role === 'glossary' ? notesIn(report.view.text, section, index) : [],
    );
    notesByReport.set(report, notes);
  }
  return notes;
}

function notesIn(text: string, section: Span, index: number): Note[] {
  const notes: Note[] = [];
  for (let at = section.start; at < section.end; ) {
    const end = Math.min(section.end, lineEnd(text, at));
    const start = at + NUMBER.exec(text.slice(at, end))![0].length;
    const line = text.slice(start, end);
    const size = line.slice(0, LONGEST).search(NAME_ENDS);
    const name = line.slice(0, Math.max(0, size)).replace(/[“”"]/gu, '');
    if (name.length >= SHORTEST) notes.push({ name, span: { start, end }, section: index });
    at = Math.max(end, at) + 1;
  }
  return notes;
}
