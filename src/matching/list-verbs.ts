import { fromWords } from '../question/words.js';
import type { Span } from '../text/types.js';
import { reportPatterns } from './report-patterns.js';

/** The verb that governs a list stands before its first item alone: 聚焦A、B、C. It is no part of the item. */
const pattern = fromWords(({ listVerbs }) => {
  const { adverbs, verbs } = listVerbs;
  const any = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
  return new RegExp(
    `^(?:${any(adverbs)})*(?:(?:${any(verbs)})(?:好|了|以|出)?和?)+(?:一批)?[“"]?(?=[\\p{Script=Han}\\w]{2})`,
    'u',
  );
});

/** True for words that are nothing but a governing verb: 建设, 加快推进. */
export function isVerb(words: string): boolean {
  return pattern().exec(`${words}甲乙`)?.[0] === words;
}

/** How long the governing verb is that words begin with; 0 for none. */
export function verbLength(words: string): number {
  return pattern().exec(words)?.[0].length ?? 0;
}

/** True where words begin with a governing verb. */
export function startsWithVerb(words: string): boolean {
  return pattern().test(words);
}

/** The items with the governing verb cut from the first, unless others begin with a verb too (推进A、加快B). */
export function withoutVerb(text: string, items: readonly Span[]): Span[] {
  const [head, ...rest] = items;
  if (!head) return [];
  const { link, object: made } = reportPatterns().lists;
  const linked = link.find(text.slice(head.start, head.end));
  const first = linked ? { start: head.start + linked[0].length, end: head.end } : head;
  const object = made.find(text.slice(first.start, first.end));
  if (object) return [{ start: first.start + object[0].length, end: first.end }, ...rest];
  const verb = pattern().exec(text.slice(first.start, first.end));
  if (!verb || rest.some((s) => pattern().test(text.slice(s.start, s.end))) || isOfOneLength([first, ...rest]))
    return [first, ...rest];
  const start = first.start + verb[0].replace(/[“"]$/u, '').length;
  return first.end - start >= 2 ? [{ start, end: first.end }, ...rest] : [...items];
}

/** From so many items on, that all are as long as the first is no chance: 发展品质更高、科创品质更强、开放品质更活. */
const ALIKE = 3;

function isOfOneLength(items: readonly Span[]): boolean {
  const [first] = items;
  return items.length >= ALIKE && items.every((s) => s.end - s.start === first!.end - first!.start);
}
