import type { Span } from '../../text/types.js';
import { withoutLead } from '../definitions.js';
import { inlineLists } from '../inline-lists.js';
import { isPart, partsOf } from '../parts.js';
import type { SentenceUnit } from '../sentence-units.js';
import type { ListStructure } from './types.js';

/** From so many parts on, what a colon or semicolons part is a list. */
const MIN_PARTS = 3;
/** The longest clause that stands as one item among the lists of its sentence: 1个4000亿级汽车产业. */
const MAX_BETWEEN = 24;

/** The lists that one sentence holds. */
export function enumerationsIn({ report, span, section }: SentenceUnit): ListStructure[] {
  const { text } = report.view;
  const lists = inlineLists(text, span).map(([first, ...rest]) => [withoutLead(text, first!), ...rest]);
  const parted = [mixed(text, span, lists), ...joinedRuns(lists)];
  const made = (kind: ListStructure['kind'], all: readonly (readonly Span[])[]): ListStructure[] =>
    all.filter((items) => items.length > 1).map((items) => ({ report, kind, section, anchor: span, items }));
  return [
    ...made('enumeration', lists),
    ...made('mixed', parted),
    ...(holdsQuote(text, span) ? made('quotes', [...adjacentQuotes(text, span), ...stages(text, span)]) : []),
    ...made('told', toldParts(text, span)),
  ];
}

/** How many neighbouring lists of a sentence may tell one thing: 巩固A、B、C三大优势，提升D、E、F三大特色. */
const MOST_JOINED = 3;

/** The items of all lists of a sentence together, and of neighbouring ones. */
function joinedRuns(lists: readonly (readonly Span[])[]): Span[][] {
  if (lists.length < 2) return [];
  const runs = lists.flatMap((_, i) =>
    Array.from({ length: MOST_JOINED - 1 }, (_, k) => lists.slice(i, i + k + 2)).filter((run) => run.length > 1),
  );
  return [lists.flat(), ...runs.map((run) => run.flat())];
}

/** The items of all lists of a sentence with the clauses between them, which name one thing each. */
function mixed(text: string, sentence: Span, lists: readonly (readonly Span[])[]): Span[] {
  if (lists.length < 2) return [];
  const clauses = partsOf(text, sentence, '，,；;：:。').map((clause) => withoutLead(text, clause));
  const listIn = ({ start, end }: Span) => lists.find((l) => l[0]!.start >= start && l.at(-1)!.end <= end);
  const first = clauses.findIndex((c) => listIn(c));
  const last = clauses.findLastIndex((c) => listIn(c));
  return clauses.slice(Math.max(0, first - 1), last + 1).flatMap((clause) => {
    const list = listIn(clause);
    return list ? [...list] : clause.end - clause.start <= MAX_BETWEEN ? [clause] : [];
  });
}

/** True where words stand in quotation marks. */
function holdsQuote(text: string, { start, end }: Span): boolean {
  const at = text.indexOf('“', start);
  return at >= 0 && at < end;
}

/** “A”“B”“C”: words in quotation marks with nothing between them. */
function adjacentQuotes(text: string, { start, end }: Span): Span[][] {
  const runs = text.slice(start, end).matchAll(/(?:“[^“”]{1,20}”){3,}/gu);
  return [...runs].map((run) =>
    [...run[0].matchAll(/“[^“”]+”/gu)].map((quote) => {
      const at = start + run.index + quote.index;
      return { start: at, end: at + quote[0].length };
    }),
  );
}

/** “主城区—卫星城—特色小镇”: what follows one upon another in quotation marks. */
function stages(text: string, { start, end }: Span): Span[][] {
  const runs = text.slice(start, end).matchAll(/“([^“”—、，]{2,12}(?:[—－-]{1,2}[^“”—、，]{2,12}){2,})”/gu);
  return [...runs].map((run) =>
    partsOf(text, { start: start + run.index + 1, end: start + run.index + run[0].length - 1 }, '—－-'),
  );
}

/** The parts behind the colon of a sentence, and those that semicolons part. */
function toldParts(text: string, sentence: Span): Span[][] {
  const words = text.slice(sentence.start, sentence.end);
  if (!/[：:；;]/u.test(words)) return [];
  const colon = words.search(/[：:]/u);
  const behind = colon < 0 ? sentence : { start: sentence.start + colon + 1, end: sentence.end };
  const cuts = [partsOf(text, behind, '；;'), ...(colon < 0 ? [] : [partsOf(text, behind, '，,；;')])];
  return cuts.filter(
    (parts, i) =>
      parts.length >= MIN_PARTS && parts.every(isPart) && cuts.findIndex((c) => c.length === parts.length) === i,
  );
}
