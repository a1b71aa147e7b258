import { parseNumeral } from '../text/numerals.js';
import type { Span } from '../text/types.js';

/** How far behind the sentence that announces a list its first mark may stand. */
const MAX_LEAD = 400;
/** The longest item, in units; the rest of a longer one is prose. */
const MAX_ITEM = 110;
const MAX_ITEMS = 30;
/** How far behind a lead-in its parallel clauses may reach. */
const MAX_PARALLEL = 2500;
/** Parallel clauses in one paragraph this close behind the lead-in need not be the only ones. */
const MAX_CLOSE = 600;
/** A clause that counts the items is none of them: 打好“五大战役”. */
const COUNTED = /[二两三四五六七八九十](?:大|个|项|条|件|种|类)/u;

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
  let best: { items: Span[]; start: number; exact: boolean } | undefined;
  for (const mark of MARKS) {
    const start = firstMark(text, mark(1), anchor);
    if (start === undefined) continue;
    const items = chain(text, mark, start, wanted);
    const exact = items.length === wanted;
    if (items.length < 2 || (best?.exact && !exact)) continue;
    if (!best || (exact && !best.exact) || start < best.start) best = { items, start, exact };
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
 * The parts behind a lead-in that counts them (办好十件民生实事：…；…；…), where one separator cuts its paragraph into just so many.
 * @param limit the end of the section: items do not run into the next one.
 */
export function separatedItems(text: string, anchor: Span, wanted: number, limit: number): Span[] {
  const paragraph = text.indexOf('\n', anchor.end);
  const colon = text.slice(anchor.start, anchor.end).search(/[：:]/u);
  const start = colon >= 0 ? anchor.start + colon + 1 : anchor.end;
  for (const end of [anchor.end, Math.min(limit, paragraph < 0 ? text.length : paragraph)])
    for (const separator of [/[；;]/u, /[。]/u, /[，,]/u]) {
      if (end - start < wanted * 4) continue;
      const parts = splitAt(text, { start, end: Math.min(end, start + MAX_PARALLEL) }, separator)
        .map((part) => trimmed(text, part))
        .filter((part) => part.end > part.start);
      if (parts.length === wanted) return parts;
    }
  return [];
}

/** The lists within a stretch of text (A、B、C三大…), in order, each with two items or more. */
export function inlineLists(text: string, within: Span): Span[][] {
  const lists: Span[][] = [];
  for (const stretch of stretches(text, within)) {
    const parts = splitAt(text, stretch, /[、]/u);
    if (parts.length < 2) continue;
    const last = parts.pop()!;
    const items = [...parts, ...splitLast(text, last, parts.length)]
      .map((span) => trimmed(text, span))
      .filter((s) => s.end > s.start);
    if (items.length > 1) lists.push(items);
  }
  return lists;
}

/**
 * Clauses behind a lead-in that carry the word it counts (五大战役 … 重点项目建设战役，… 城市建设战役，…), in order.
 * Empty unless there are just `wanted` of them, or they follow at once.
 */
export function parallelItems(text: string, anchor: Span, word: string, wanted: number): Span[] {
  const end = Math.min(text.length, anchor.end + MAX_PARALLEL);
  const clauses = splitAt(text, { start: anchor.start, end }, /[，,；;：:。！？\n]/u).filter((c) => {
    const clause = text.slice(c.start, c.end);
    return clause.includes(word) && !COUNTED.test(clause);
  });
  const first = clauses.slice(0, wanted).map((c) => trimmed(text, c));
  if (first.length < wanted) return [];
  const close =
    !text.slice(first[0]!.start, first.at(-1)!.end).includes('\n') && first.at(-1)!.end - anchor.end < MAX_CLOSE;
  return close || clauses.length === wanted ? first : [];
}

function stretches(text: string, sentence: Span): Span[] {
  return splitAt(text, sentence, /[，,；;：:。！？\n“”"]/u).filter((s) => text.slice(s.start, s.end).includes('、'))
    .length > 0
    ? splitAt(text, sentence, /[，,；;：:。！？\n]/u)
    : [];
}

/** The class word that closes a list, with its number where it has one: 三大关键仗, 等5大产业. */
const CLASS_END =
  /(?:等|共)?([二两三四五六七八九十]+|\d+)(?:大|个|项|类|条|种|家|块)[\p{Script=Han}”"]{0,12}$|等[\p{Script=Han}]{0,10}$/u;

/** The last part may hold two items joined by 和, and the class word of the list: C和D等五大产业. */
function splitLast(text: string, last: Span, before: number): Span[] {
  const words = text.slice(last.start, last.end);
  const end = CLASS_END.exec(words);
  const core = { start: last.start, end: end && end.index > 0 ? last.start + end.index : last.end };
  const said = end?.[1] ? parseNumeral(end[1]) : null;
  if (said === before + 1) return [core];
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

const COUNT = /([一二两三四五六七八九十]{1,3}|\d{1,2})(?=大|个|项|条|件|步|方面|类|种|家|块|组|仗)/gu;

/**
 * How many items a question speaks of: 哪九个方面, 十大民生实事, 三大关键仗和三大攻坚仗 (six). A quoted name with several numerals
 * counts them all: “一城三区” is four.
 */
export function wantedCount(question: string, quoted: readonly string[]): number | undefined {
  const numerals = (text: string) =>
    [...text.matchAll(/[一二两三四五六七八九十]+|\d+/gu)].map((m) => parseNumeral(m[0]) ?? 0);
  const compound = quoted.map(numerals).find((n) => n.length > 1);
  if (compound) return bounded(compound.reduce((a, b) => a + b, 0));
  const plain = question.replace(/十[一二三四五]五/gu, '').replace(/\d{4}年?/gu, '');
  const counts = [...plain.matchAll(COUNT)].map((m) => parseNumeral(m[1]!) ?? 0).filter((n) => n > 1);
  if (counts.length === 0) return bounded(quoted.flatMap(numerals)[0] ?? 0);
  const distinct = /和|与|及|、/u.test(plain) ? counts : counts.slice(0, 1);
  return bounded(distinct.reduce((a, b) => a + b, 0));
}

function bounded(n: number): number | undefined {
  return n >= 2 && n <= MAX_ITEMS ? n : undefined;
}
