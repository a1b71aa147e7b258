import type { Citation } from './schema.js';

/** A part of a text, as offsets into it. */
interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A quote as it is shown: in one line, what was left out told by ……, and what is marked in it. */
export interface ShownQuote {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const LEFT_OUT = '……';
const CLOSING: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '“': '”',
  '《': '》',
  '【': '】',
  '「': '」',
};
/** A bracket whose partner stands further away than this is taken for a stray one. */
const REACH = 60;
/** Ends a clause. A comma or colon between digits (1,234 and 8:30) does not. */
const CLAUSE_END = /[，。；：！？;!?]|(?<!\d)[,:]|,(?!\d{3}(?!\d))|:(?!\d)/uy;
/** What a clause ends with and need not be shown before ……. */
const LOOSE_END = /[，,；;：:、\s]+$/u;

/**
 * A citation's quote as it is shown in some `most` characters: whole where it is short, else the clauses that hold what is
 * marked and as many beside them as there is room for, cut at borders of clauses. What is marked is shown whatever it takes.
 * The whole stands behind 原文.
 */
export function shownQuote({ quote, marks = [] }: Pick<Citation, 'quote' | 'marks'>, most: number): ShownQuote {
  const flat = flattened(quote, marks);
  if (flat.text.length <= most) return flat;
  const clauses = clausesOf(flat.text);
  const kept = chosen(clauses, flat.marks, most);
  return kept.size === 0 ? { text: flat.text.slice(0, most) + LEFT_OUT, marks: [] } : joined(flat, clauses, kept);
}

/** Breaks and blanks of the file's layout left out, the marks moved along. */
function flattened(quote: string, marks: readonly Mark[]): ShownQuote {
  let text = '';
  let read = 0;
  const moved = new Map<number, number>();
  const places = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const take = (end: number): void => {
    while (places.length > 0 && places[0]! <= end) {
      const place = places.shift()!;
      moved.set(place, text.length + Math.max(0, place - read));
    }
    text += quote.slice(read, end);
    read = end;
  };
  for (const { 0: layout, index } of quote.matchAll(/\s*[\r\n]+\s*/gu)) {
    take(index);
    while (places.length > 0 && places[0]! <= index + layout.length) moved.set(places.shift()!, text.length);
    read = index + layout.length;
  }
  take(quote.length);
  const both = marks.map(({ start, end }) => ({ start: moved.get(start) ?? 0, end: moved.get(end) ?? 0 }));
  return { text, marks: both.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start) };
}

/** The clauses of a text, each with the mark that ends it; brackets and quotations are not cut. */
function clausesOf(text: string): Mark[] {
  const clauses: Mark[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const closer = CLOSING[text[at]!];
    const close = closer === undefined ? -1 : text.indexOf(closer, at);
    if (close > at && close - at <= REACH) at = close;
    CLAUSE_END.lastIndex = at;
    if (!CLAUSE_END.test(text)) continue;
    clauses.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < text.length) clauses.push({ start, end: text.length });
  return clauses;
}

/** The clauses to be shown, by index: the marked ones (the first where nothing is marked), then their neighbours in turn. */
function chosen(clauses: readonly Mark[], marks: readonly Mark[], most: number): ReadonlySet<number> {
  const length = (index: number): number => clauses[index]!.end - clauses[index]!.start;
  const marked = clauses.flatMap((clause, index) =>
    marks.some(({ start, end }) => start < clause.end && end > clause.start) ? [index] : [],
  );
  const kept = new Set(marked.length > 0 ? marked : length(0) <= most ? [0] : []);
  let room = most - [...kept].reduce((sum, index) => sum + length(index), 0);
  for (let grown = kept.size > 0; grown; ) {
    grown = false;
    for (const index of [...kept].sort((a, b) => a - b).flatMap((one) => [one - 1, one + 1])) {
      if (index < 0 || index >= clauses.length || kept.has(index) || length(index) > room) continue;
      kept.add(index);
      room -= length(index);
      grown = true;
    }
  }
  return kept;
}

/** The kept clauses with …… for what lies between, before and after them. */
function joined(flat: ShownQuote, clauses: readonly Mark[], kept: ReadonlySet<number>): ShownQuote {
  let text = '';
  const marks: Mark[] = [];
  clauses.forEach((clause, index) => {
    if (!kept.has(index)) {
      if (text.endsWith(LEFT_OUT)) return;
      const firm = text.replace(LOOSE_END, '');
      for (const [i, mark] of marks.entries()) if (mark.end > firm.length) marks[i] = { ...mark, end: firm.length };
      text = firm + LEFT_OUT;
      return;
    }
    const shift = text.length - clause.start;
    for (const { start, end } of flat.marks) {
      const from = Math.max(start, clause.start);
      const to = Math.min(end, clause.end);
      if (to > from) marks.push({ start: from + shift, end: to + shift });
    }
    text += flat.text.slice(clause.start, clause.end);
  });
  return { text, marks: united(marks.filter(({ start, end }) => end > start)) };
}

/** Marks that were cut at a border of clauses and stand side by side are one again. */
function united(marks: readonly Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const { start, end } of marks) {
    const last = out.at(-1);
    if (last && start <= last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else out.push({ start, end });
  }
  return out;
}
