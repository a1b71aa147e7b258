import { findHeadings, type Heading } from './headings.js';
import { findNotes } from './notes.js';
import { goalSentences, leadCue, type RoleCue, untimedCue } from './roles.js';
import type { ReportKind, Section, SectionRole } from './types.js';

/** What the reading of sections has to know of the document. */
export interface SectionContext {
  readonly kind: ReportKind;
  readonly year: number | null;
  /** True for a report delivered in November or December: its 今年 is the year gone by. */
  readonly late: boolean;
  /** Where the speech begins, after the salutation: what stands before has no headings. */
  readonly bodyStart: number;
  /** The years of a document whose kind says of what time all of it speaks: a bulletin's, an outline's. */
  readonly years?: { readonly from: number; readonly to: number };
}

/** A heading that is open: what follows stands under it. */
interface Frame {
  readonly heading: Heading;
  /** Its own rank, or half a step below for a numbering that restarts inside a section. */
  readonly rank: number;
  cue: RoleCue;
}

const OPENING_CUE: Readonly<Record<ReportKind, RoleCue>> = {
  report: { role: 'front' },
  summary: { role: 'front' },
  tasks: { role: 'tasks' },
  news: { role: 'other' },
  bulletin: { role: 'review' },
  outline: { role: 'outlook' },
  plan: { role: 'front' },
  budget: { role: 'front' },
  address: { role: 'tasks' },
};
/** Kinds that speak of one time all through, with the roles that a heading may turn to all the same. */
const STEADY: Readonly<Partial<Record<ReportKind, ReadonlySet<SectionRole>>>> = {
  bulletin: new Set(['glossary', 'annex']),
  outline: new Set(['review', 'review5', 'outlook', 'glossary', 'annex']),
  address: new Set(['glossary', 'annex']),
};
/** Roles of the parts of a report that a newspaper prints side by side. */
const MIXED: ReadonlySet<SectionRole> = new Set(['review', 'review5', 'outlook', 'tasks']);
const AHEAD: ReadonlySet<SectionRole> = new Set(['tasks', 'outlook']);
const BACK: ReadonlySet<SectionRole> = new Set(['review', 'review5']);
/** How much of a part's beginning tells which plan period it speaks of, in characters. */
const BEGINNING = 300;
/** How much of a stretch's beginning is looked at, in characters. */
const LEAD = 80;
/** A line this long may change its subject from sentence to sentence. */
const LONG_LINE = 1500;

/**
 * Cuts a view's text into sections: one for each heading, and a further one wherever the first words of a paragraph
 * (in a report of one long line: of a sentence) turn to another time. They cover the text, in order, without gaps.
 */
export function findSections(text: string, context: SectionContext): Section[] {
  const { kind, year, late, bodyStart } = context;
  const headings = kind === 'news' ? [] : withNotes(text, findHeadings(text, year)).filter((h) => h.start >= bodyStart);
  const steady = STEADY[kind];
  const still = kind === 'news' || steady !== undefined;
  const goals = still ? [] : goalSentences(text, year, late);
  const base: RoleCue = {
    ...OPENING_CUE[kind],
    ...((kind === 'tasks' || kind === 'address') && year !== null ? { from: year, to: year } : {}),
    ...(context.years ?? {}),
  };
  const frames: Frame[] = [];
  const sections: Section[] = [];
  // Headings that stood directly above another one with another role, as columns of a newspaper get mixed.
  let pending: Heading | undefined;
  let root: RoleCue = base;
  let start = 0;
  let cue: RoleCue = base;
  // The cue of the main part before.
  let part: RoleCue | undefined;

  const open = (at: number, next: RoleCue): void => {
    if (at > start) sections.push(section(start, at, frames, cue));
    start = Math.max(start, at);
    cue = next;
  };
  const turn = (at: number, next: RoleCue): void => {
    if (pending?.cue && pending.cue.role === next.role) {
      open(at, next);
      frames.length = 0;
      frames.push({ heading: pending, rank: pending.rank, cue: next });
      pending = undefined;
      return;
    }
    if (next.role === cue.role && next.from === cue.from && next.to === cue.to) return;
    open(at, next);
    if (part) part = next;
    const top = frames.at(-1);
    if (top) top.cue = next;
    else root = next;
  };

  let at = bodyStart;
  let goal = 0;
  for (const [index, heading] of [...headings, undefined].entries()) {
    const end = heading?.start ?? text.length;
    for (const [position, next] of still ? [] : leads(text, at, end)) {
      if (cue.role === 'glossary' || cue.role === 'annex') break;
      while (goal < goals.length && goals[goal]! < position) goal += 1;
      const named = goal < goals.length && goals[goal]! < next && cue.role !== 'tasks';
      const lead = named ? tasksOf(year) : leadCue(text.slice(position, position + LEAD), year, cue, late);
      if (lead) turn(position, lead);
    }
    if (!heading) break;
    // The entries of a glossary are numbered, but no headings.
    if (cue.role === 'glossary' && !heading.cue) continue;
    at = heading.end;
    const previous = headings[index - 1];
    if (previous && mixed(text, previous, heading)) {
      pending = heading;
      continue;
    }
    const rank = rankOf(heading, frames);
    open(heading.start, cue);
    while (frames.length > 0 && frames.at(-1)!.rank >= rank) frames.pop();
    // A numbering that begins anew where the text has turned to what is to come goes on with that: 今年工作的总体要求是…。（一）….
    if (heading.number === 1 && (heading.cue?.weak ?? true) && AHEAD.has(cue.role)) {
      for (const frame of frames) frame.cue = goOn(frame.cue, cue);
      root = goOn(root, cue);
    }
    const inherited = frames.at(-1)?.cue ?? root;
    // Where the text itself has said what it speaks of, headings of a lower kind go on with that.
    const said = frames.length > 0 || (heading.rank > 1 && root.role !== 'front' && root.role !== 'other');
    const timed = frames.length > 0 ? frames.some((frame) => frame.heading.cue) : said;
    const turned = timed && heading.cue?.weak ? undefined : heading.cue;
    const named = turned !== undefined && steady?.has(turned.role) === false ? undefined : turned;
    if (named) cue = named;
    else if (said || kind === 'tasks' || steady !== undefined) cue = inherited;
    else
      cue = untimedCue(
        heading.text,
        text.slice(heading.end, heading.end + BEGINNING),
        {
          before: part ?? turnedAhead(root),
          next: headings.slice(index + 1).find((other) => other.rank <= heading.rank)?.cue,
        },
        year,
      );
    if (frames.length === 0) part = cue;
    frames.push({ heading, rank, cue });
  }
  open(text.length, cue);
  return sections;
}

/** The cue that the text before the first heading turned to, where it looks ahead: headings below go on with it. */
function turnedAhead(root: RoleCue): RoleCue | undefined {
  return root.role === 'tasks' || root.role === 'outlook' ? root : undefined;
}

/** What is under a heading that looked back, once the text below it has turned ahead. */
function goOn(under: RoleCue, turned: RoleCue): RoleCue {
  return BACK.has(under.role) ? turned : under;
}

function section(start: number, end: number, frames: readonly Frame[], cue: RoleCue): Section {
  const { role, from, to } = cue;
  return {
    start,
    end,
    path: frames.map((frame) => frame.heading.text),
    role,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Adds a heading for a glossary that has none. */
function withNotes(text: string, headings: readonly Heading[]): readonly Heading[] {
  const start = findNotes(text);
  if (start === undefined || headings.some((h) => h.cue?.role === 'glossary' && h.start > start - text.length / 4))
    return headings;
  const notes: Heading = { start, end: start, text: '注释', rank: 0.5, number: 0, cue: { role: 'glossary' } };
  return [...headings.filter((h) => h.start < start), notes];
}

/** Two headings without numbers and of different roles with nothing between them. */
function mixed(text: string, first: Heading, second: Heading): boolean {
  if (first.rank !== 0.5 || second.rank !== 0.5 || !first.cue || !second.cue) return false;
  if (!MIXED.has(first.cue.role) || !MIXED.has(second.cue.role)) return false;
  return first.cue.role !== second.cue.role && text.slice(first.end, second.start).trim() === '';
}

/** Where a numbering restarts at 一 inside a section of the same kind of number, it goes a step down. */
function rankOf(heading: Heading, frames: readonly Frame[]): number {
  const outer = frames.find((frame) => frame.rank === heading.rank);
  if (!outer || heading.number === 0) return heading.rank;
  const inner = frames.find((frame) => frame.rank === heading.rank + 0.25);
  if (heading.number === 1 && !heading.cue) return heading.rank + 0.25;
  if (!inner) return heading.rank;
  const goesOnInner = heading.number === inner.heading.number + 1;
  const goesOnOuter = heading.number === outer.heading.number + 1;
  if (goesOnOuter && (heading.cue || !goesOnInner)) return heading.rank;
  return goesOnInner || !heading.cue ? heading.rank + 0.25 : heading.rank;
}

/** The stretches in which a new subject may begin, as [start, end]: lines, and in long lines sentences. */
function* leads(text: string, from: number, to: number): Generator<readonly [number, number]> {
  let start = from;
  while (start < to) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > to ? to : newline;
    if (end - start > LONG_LINE || (text[start - 1] !== '\n' && end - start > LONG_LINE / 4)) {
      for (let sentence = start; sentence < end; ) {
        const stop = nextStop(text, sentence, end);
        yield [sentence, stop];
        sentence = stop;
      }
    } else if (end > start) yield [start, end];
    start = end + 1;
  }
}

function tasksOf(year: number | null): RoleCue {
  return year === null ? { role: 'tasks' } : { role: 'tasks', from: year, to: year };
}

function nextStop(text: string, from: number, to: number): number {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x3002 || code === 0xff01) return i + 1;
  }
  return to;
}
