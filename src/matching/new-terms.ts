import type { Span } from '../text/types.js';

/** A term that one text uses and an older one does not. Offsets into the newer text. */
export interface NewTerm {
  readonly term: string;
  /** Where it stands first. */
  readonly first: Span;
  readonly times: number;
}

/** The shortest and the longest words in quotation marks that are a term. */
const TERM = /“([\p{Script=Han}\dA-Za-z+·、—-]{2,14})”/gu;

/** Characters beyond which a term says no more by being longer: of terms used alike often “千百十”工程 comes before “床位”. */
const TELLING = 5;

/** The terms in quotation marks of a text whose wording stands nowhere in an older one, the most used and most telling first. */
export function newTerms(text: string, older: string): NewTerm[] {
  const found = new Map<string, { first: Span; times: number }>();
  for (const match of text.matchAll(TERM)) {
    const term = match[1]!;
    if (older.includes(term)) continue;
    const known = found.get(term);
    const start = match.index + 1;
    found.set(term, { first: known?.first ?? { start, end: start + term.length }, times: (known?.times ?? 0) + 1 });
  }
  return [...found]
    .map(([term, { first, times }]) => ({ term, first, times }))
    .sort((a, b) => worth(b) - worth(a) || a.first.start - b.first.start);
}

function worth({ term, times }: NewTerm): number {
  return times * Math.min(TELLING, term.length);
}
