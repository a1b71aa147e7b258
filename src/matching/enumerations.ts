import { parseNumeral } from '../text/numerals.js';
import type { Span } from '../text/types.js';

/** How far behind the sentence that announces a list its first mark may stand. */
const MAX_LEAD = 400;
/** The longest item, in units; the rest of a longer one is prose. */
const MAX_ITEM = 110;
const MAX_ITEMS = 30;

const HAN = '一二三四五六七八九十';
const han = (n: number): string =>
  n <= 10
    ? HAN[n - 1]!
    : n < 20
      ? `十${HAN[n - 11]}`
      : `${HAN[Math.floor(n / 10) - 1]}十${n % 10 ? HAN[(n % 10) - 1] : ''}`;

/** Ways to number items: the mark of the n-th item. */
const MARKS: readonly ((n: number) => RegExp)[] = [
  (n) => new RegExp(`(?<![一二三四五六七八九十第])${han(n)}是`, 'g'),
  (n) => new RegExp(`(?<![\\d.])[(（]${n}[)）]`, 'g'),
  (n) => (n <= 20 ? new RegExp(String.fromCodePoint(0x245f + n), 'g') : /(?!)/g),
  (n) => new RegExp(`[(（]${han(n)}[)）]`, 'g'),
  (n) => new RegExp(`(?:^|\\n|[。；;：:])\\s*${n}[.．、]`, 'g'),
  (n) => new RegExp(`(?:^|\\n|[。；;：:])\\s*${han(n)}、`, 'g'),
  (n) => new RegExp(`第${han(n)}[，,、]`, 'g'),
];

/**
 * The numbered items that a sentence announces (一是…二是…, ①…②…, (一)…(二)…), in order.
 * @param wanted how many the question speaks of (九个方面), if it does.
 */
export function numberedItems(text: string, anchor: Span, wanted: number | undefined): Span[] {
  let best: { items: Span[]; start: number } | undefined;
  for (const mark of MARKS) {
    const start = firstMark(text, mark(1), anchor);
    if (start === undefined || (best && start >= best.start)) continue;
    const items = chain(text, mark, start, wanted);
    if (items.length >= 2 && (wanted === undefined || items.length >= Math.min(wanted, 3))) best = { items, start };
  }
  return best?.items ?? [];
}

function firstMark(text: string, pattern: RegExp, anchor: Span): number | undefined {
  pattern.lastIndex = anchor.start;
  const match = pattern.exec(text);
  return match && match.index <= anchor.end + MAX_LEAD ? match.index : undefined;
}

function chain(text: string, mark: (n: number) => RegExp, start: number, wanted: number | undefined): Span[] {
  const heads: { at: number; after: number }[] = [];
  let from = start;
  for (let n = 1; n <= Math.min(wanted ?? MAX_ITEMS, MAX_ITEMS); n++) {
    const pattern = mark(n);
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match) break;
    heads.push({ at: match.index, after: match.index + match[0].length });
    from = match.index + match[0].length;
  }
  return heads.map(({ after }, i) => itemSpan(text, after, heads[i + 1]?.at));
}

function itemSpan(text: string, start: number, next: number | undefined): Span {
  const limit = Math.min(next ?? text.length, start + MAX_ITEM, text.length);
  let end = start;
  while (end < limit && !/[\n。；;]/u.test(text[end]!)) end++;
  return trimmed(text, { start, end });
}

/**
 * The items of a list within a sentence (A、B、C三大…): of several lists the one of `wanted` items, else the one nearest to
 * `near`, else the longest.
 */
export function inlineItems(text: string, sentence: Span, wanted: number | undefined, near: readonly string[]): Span[] {
  const lists: Span[][] = [];
  for (const stretch of stretches(text, sentence)) {
    const parts = splitAt(text, stretch, /[、]/u);
    if (parts.length < 2) continue;
    const last = parts.pop()!;
    lists.push([...parts, ...splitLast(text, last)]);
  }
  if (lists.length === 0) return [];
  const distance = (list: readonly Span[]): number => {
    const at = near.map((n) => text.indexOf(n, sentence.start)).filter((i) => i >= 0 && i < sentence.end);
    return at.length === 0
      ? 0
      : Math.min(...at.map((i) => Math.min(Math.abs(i - list[0]!.start), Math.abs(i - list.at(-1)!.end))));
  };
  const ranked = [...lists].sort(
    (a, b) =>
      Number(b.length === wanted) - Number(a.length === wanted) || distance(a) - distance(b) || b.length - a.length,
  );
  return ranked[0]!.map((span) => trimmed(text, span)).filter((s) => s.end > s.start);
}

function stretches(text: string, sentence: Span): Span[] {
  return splitAt(text, sentence, /[，,；;：:。！？\n“”"]/u).filter((s) => text.slice(s.start, s.end).includes('、'))
    .length > 0
    ? splitAt(text, sentence, /[，,；;：:。！？\n]/u)
    : [];
}

/** The last part may hold two items joined by 和, and the class word of the list: C和D等五大产业. */
function splitLast(text: string, last: Span): Span[] {
  const words = text.slice(last.start, last.end);
  const end =
    /(?:等|共)?(?:[二两三四五六七八九十\d]+)?(?:大|个|项|类|条|种|家|块)[\p{Script=Han}”"]{0,12}$|等[\p{Script=Han}]{0,10}$/u.exec(
      words,
    );
  const core = { start: last.start, end: end && end.index > 0 ? last.start + end.index : last.end };
  const joined = /(?<=[\p{Script=Han}”）)]{2})(?:和|以及|及|与)(?=[\p{Script=Han}“（(]{2})/u.exec(
    text.slice(core.start, core.end),
  );
  if (!joined) return [core];
  const at = core.start + joined.index;
  return [
    { start: core.start, end: at },
    { start: at + joined[0].length, end: core.end },
  ];
}

function splitAt(text: string, span: Span, separator: RegExp): Span[] {
  const parts: Span[] = [];
  let start = span.start;
  for (let i = span.start; i <= span.end; i++) {
    if (i < span.end && !separator.test(text[i]!)) continue;
    if (i > start) parts.push({ start, end: i });
    start = i + 1;
  }
  return parts;
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s，,、；;：:]/u.test(text[start]!)) start++;
  while (end > start && /[\s，,、；;：:。]/u.test(text[end - 1]!)) end--;
  return { start, end };
}

/** How many items a question speaks of: 哪九个方面, 十大民生实事, “六步工作法”. */
export function wantedCount(question: string): number | undefined {
  const match =
    /([二两三四五六七八九十]{1,3}|\d{1,2})(?=大|个|项|条|件|步|方面|类|种|家|块|组|位|区|新|优|支|座|市|省)/u.exec(
      question.replace(/十[二三四五]五/gu, '').replace(/\d{4}年?/gu, ''),
    );
  const n = match ? parseNumeral(match[1]!) : null;
  return n !== null && n >= 2 && n <= MAX_ITEMS ? n : undefined;
}
