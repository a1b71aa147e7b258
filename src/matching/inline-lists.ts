import { parseNumeral } from '../text/numerals.js';
import type { Span } from '../text/types.js';
import { isVerb, withoutVerb } from './list-verbs.js';
import { joinedBy, partsOf, trimmed } from './parts.js';
import { reportPatterns } from './report-patterns.js';

/** The lists within a stretch of text (A、B、C三大…), in order, each with two items or more. */
export function inlineLists(text: string, within: Span): Span[][] {
  const lists: Span[][] = [];
  if (!holdsJoin(text, within)) return lists;
  for (const stretch of stretches(text, within)) {
    if (!holdsJoin(text, stretch)) continue;
    const parts = partsOf(text, stretch, JOIN);
    if (parts.length < 2) continue;
    const told = beforeOthers(text, parts);
    if (told) {
      lists.push(withoutVerb(text, told));
      continue;
    }
    const last = parts.pop()!;
    const items = [...parts, ...splitLast(text, last, parts)]
      .map((span) => trimmed(text, span))
      .filter((s) => s.end > s.start);
    if (items.length > 1) lists.push(withoutVerb(text, items));
  }
  return lists;
}

/** What parts the items of a list. */
const JOIN = '、';

/** False for the half of all sentences that list nothing. */
function holdsJoin(text: string, { start, end }: Span): boolean {
  const at = text.indexOf(JOIN, start);
  return at >= 0 && at < end;
}

/** How many items stand at least before the one that 等 closes. */
const LEAST_TOLD = 3;
/**
 * The items up to the one that 等 closes where a row of another kind follows in the same clause (A、B、C等体现导向性、引领性的“十大工程”); undefined where
 * none does.
 */
function beforeOthers(text: string, parts: readonly Span[]): Span[] | undefined {
  const { othersWithin } = reportPatterns().lists;
  const closing = parts.filter(({ start, end }) => othersWithin.in(text.slice(start, end)));
  const [last] = closing;
  const at = last ? parts.indexOf(last) : -1;
  if (!last || closing.length > 1 || at < LEAST_TOLD || at === parts.length - 1) return undefined;
  const cut = othersWithin.find(text.slice(last.start, last.end))!.index;
  return [...parts.slice(0, at), { start: last.start, end: last.start + cut }];
}

/** The clauses of a sentence, and what stands in brackets or quotation marks within them, as far as it lists something. */
function stretches(text: string, sentence: Span): Span[] {
  const clauses = partsOf(text, sentence, '，,；;：:。！？\n');
  const inner = [...text.slice(sentence.start, sentence.end).matchAll(/[“（]([^“”（）]*、[^“”（）]*)[”）]/gu)].map(
    (m) => ({
      start: sentence.start + m.index + 1,
      end: sentence.start + m.index + 1 + m[1]!.length,
    }),
  );
  return [...clauses, ...inner].sort((x, y) => x.start - y.start);
}

/** True where a counted name at the end is what the last item is of (增强“四个意识”、做到“两个维护”), and closes no list. */
function isItemItself(text: string, head: string, before: Span | undefined): boolean {
  if (!head.endsWith('“') || before === undefined) return false;
  return isVerb(head.slice(0, -1)) || reportPatterns().lists.countedItemAtEnd.in(text.slice(before.start, before.end));
}

/** The last part may hold two items joined by 和, and the class word of the list: C和D等五大产业. */
function splitLast(text: string, last: Span, parts: readonly Span[]): Span[] {
  const before = parts.length;
  const words = text.slice(last.start, last.end);
  const closing = reportPatterns().lists.classAtEnd.find(words);
  const end = closing && isItemItself(text, words.slice(0, closing.index), parts.at(-1)) ? null : closing;
  const core = { start: last.start, end: end && end.index > 0 ? last.start + end.index : last.end };
  const count = end?.groups?.count;
  const said = count ? parseNumeral(count) : null;
  if (said === before + 1) return [core];
  const joined = joinedBy(text, core);
  return joined.length > 0 ? joined : [core];
}
