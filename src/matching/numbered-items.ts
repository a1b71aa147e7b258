import { chineseNumeral, MAX_ITEMS } from '../question/counted-names.js';
import type { Span } from '../text/types.js';
import { trimmed } from './parts.js';

/** How far behind the sentence that announces a list its first mark may stand. */
const MAX_LEAD = 400;
/** The longest item, in units; the rest of a longer one is prose. */
const MAX_ITEM = 110;
/** A mark that follows the last item within so many times the longest item goes on with the list. */
const GOES_ON = 2;
const MIN_GAP = 200;

const HAN = '一二三四五六七八九十';

/** Ways to number items: the mark of the n-th item. */
const MARKS: readonly ((n: number) => RegExp)[] = [
  (n) => new RegExp(`(?<![${HAN}第])${chineseNumeral(n)}[是要](?!求|素|件|点|害)`, 'g'),
  (n) => new RegExp(`(?<![\\d.])[(（]${n}[)）]`, 'g'),
  (n) => (n <= 20 ? new RegExp(String.fromCodePoint(0x245f + n), 'g') : /(?!)/g),
  (n) => (n <= 20 ? new RegExp(String.fromCodePoint(0x2473 + n), 'g') : /(?!)/g),
  (n) => new RegExp(`[(（]${chineseNumeral(n)}[)）]`, 'g'),
  (n) => new RegExp(`(?:^|\\n|[。；;：:！!？?])\\s*${n}[.．、](?!\\d)`, 'g'),
  (n) => new RegExp(`(?:^|\\n|[。；;：:！!？?])\\s*${chineseNumeral(n)}、`, 'g'),
  (n) => new RegExp(`第${chineseNumeral(n)}(?:项|个|条|类|种|件|步|大|方面)?(?:[，,、：:]|是)`, 'g'),
];

/**
 * The numbered items that a sentence announces (一是…二是…, ①…②…, (一)…(二)…), in order.
 * @param wanted how many there should be; a numbering that goes on behind them is another one.
 * @param reach how far behind the anchor the first mark may stand.
 */
export function numberedItems(text: string, anchor: Span, wanted: number | undefined, reach = MAX_LEAD): Span[] {
  let best: { items: Span[]; start: number; exact: boolean } | undefined;
  for (const mark of MARKS) {
    const start = firstMark(text, mark(1), anchor, reach);
    if (start === undefined) continue;
    const items = chain(text, mark, start, wanted);
    const exact = items.length === wanted;
    if (items.length < 2 || (best?.exact && !exact)) continue;
    if (!best || (exact && !best.exact) || start < best.start) best = { items, start, exact };
  }
  return best?.items ?? [];
}

/** All numbered items of a text, wherever a numbering begins. */
export function numberedRuns(text: string): { readonly start: number; readonly items: readonly Span[] }[] {
  return MARKS.flatMap((mark) =>
    [...text.matchAll(mark(1))].flatMap(({ index: start }) => {
      const items = chain(text, mark, start, undefined);
      return items.length > 1 ? [{ start, items }] : [];
    }),
  );
}

function firstMark(text: string, pattern: RegExp, anchor: Span, reach: number): number | undefined {
  pattern.lastIndex = anchor.start;
  const match = pattern.exec(text);
  return match && match.index <= anchor.end + reach ? match.index : undefined;
}

function chain(text: string, mark: (n: number) => RegExp, start: number, wanted: number | undefined): Span[] {
  const heads: { at: number; after: number }[] = [];
  let from = start;
  let longest = MIN_GAP;
  // One more than wanted is looked for: where it follows soon, the list is longer than the one asked for.
  for (let n = 1; n <= Math.min((wanted ?? MAX_ITEMS) + 1, MAX_ITEMS); n++) {
    const pattern = mark(n);
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match || (n > 1 && restarts(text, mark(1), from, match.index))) break;
    const gap = match.index - (heads.at(-1)?.at ?? match.index);
    if (wanted !== undefined && n > wanted && gap > longest * GOES_ON) break;
    longest = Math.max(longest, gap);
    heads.push({ at: match.index, after: match.index + match[0].length });
    from = match.index + match[0].length;
  }
  return heads.map(({ after }, i) => itemSpan(text, after, heads[i + 1]?.at));
}

/** True where the numbering begins again between two marks: what follows belongs to another list. */
function restarts(text: string, first: RegExp, from: number, to: number): boolean {
  first.lastIndex = from;
  const again = first.exec(text);
  return again !== null && again.index < to;
}

function itemSpan(text: string, start: number, next: number | undefined): Span {
  const limit = Math.min(next ?? text.length, start + MAX_ITEM, text.length);
  let end = start;
  // A short item may be of several parts (建成幼儿园1所；扩建中学1所); a longer one is told by its first.
  const whole = next !== undefined && next - start <= MAX_ITEM;
  while (end < limit && !(whole ? /[\n。]/u : /[\n。；;]/u).test(text[end]!)) end++;
  return trimmed(text, { start, end });
}
