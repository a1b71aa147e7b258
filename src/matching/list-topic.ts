import type { Span } from '../text/types.js';
import { isVerb } from './list-verbs.js';
import { sharedPairs } from './pieces.js';

/** How much a list has to do with what a question asks for: its topic, its class, a name in quotation marks. */

/** How far behind a list the word that closes it may stand: A、B等高校. */
const CLOSE = 8;
/** The rest of a topic may stand around a list whose clause holds this share of it. */
export const SHARED_NEAR = 0.4;

/** What a list must be told of: the topic, and the class that the question asks for (哪些企业). */
export interface Wanted {
  readonly topic: readonly string[];
  readonly asks: readonly string[];
  /** What stands around the sentence: its heading, and the text before it. */
  readonly around?: string;
}

/**
 * True where the clause of the list holds most of the topic: 中联建起、益丰成为新的百亿企业 says nothing of 上市 one clause on. A topic of
 * one short word may be any verb (取得): the class asked for must stand there too, or the word itself close the list (A、B等高校).
 */
export function sharesClause(
  text: string,
  list: readonly Span[],
  { topic, asks, around }: Wanted,
  share: number,
): boolean {
  const clause = clauseOf(text, list);
  const pairs = topic.flatMap(pairsOf);
  if (pairs.length !== 1) {
    const own = shareOf(topic, clause);
    return (
      own >= share || (around !== undefined && own >= SHARED_NEAR && shareOf(topic, `${around} ${clause}`) >= share)
    );
  }
  // 上市公司数量 is no company that was listed.
  const own = list.slice(0, -1).map(({ start, end }) => text.slice(start, end));
  const classes = asks.flatMap(pairsOf);
  if (own.some((item) => item.includes(pairs[0]!) && classes.some((pair) => item.includes(pair)))) return false;
  if (clause.includes(pairs[0]!) && classes.some((pair) => clause.includes(pair))) return true;
  return new RegExp(`^[^，；。\\n]{0,${CLOSE}}${pairs[0]}`, 'u').test(text.slice(list.at(-1)!.end));
}

/** Share of the topic that a text holds, 1 for none. */
export function shareOf(topic: readonly string[], text: string): number {
  const shared = topic.map((run) => sharedPairs(run, text));
  const total = shared.reduce((sum, s) => sum + s.total, 0);
  return total === 0 ? 1 : shared.reduce((sum, s) => sum + s.held, 0) / total;
}

/** The class that a question asks for, as far as it may run: 工业产业链 of 培育哪些工业产业链. */
export function askedClass(question: string): string | undefined {
  return /哪(?:些|[几二两三四五六七八九十]+[个家条项类种所座大]?)([\p{Script=Han}]{2,8})/u.exec(question)?.[1];
}

/** True where the word that closes a list is of the class asked for: A、B、C等产业链. What is done with it (开工) is no class. */
export function closesWith(text: string, list: readonly Span[], asked: string): boolean {
  const behind = /^等([\p{Script=Han}]{2,6})/u.exec(text.slice(list.at(-1)!.end))?.[1];
  return behind !== undefined && pairsOf(behind).some((pair) => asked.includes(pair) && !isVerb(pair));
}

export function pairsOf(word: string): string[] {
  const units = [...word];
  return units.slice(1).map((unit, i) => units[i]! + unit);
}

export function clauseOf(text: string, list: readonly Span[]): string {
  let start = list[0]!.start;
  while (start > 0 && !/[，,；;。\n]/u.test(text[start - 1]!)) start--;
  let end = list.at(-1)!.end;
  while (end < text.length && !/[，,；;。\n]/u.test(text[end]!)) end++;
  return text.slice(start, end);
}

/** What may stand between a quoted name and the list that is told of it, and between a list and the name that closes it. */
const TELLS = /^[”"》]?[\p{Script=Han}]{0,8}?(?:[：:（(]|包括|包含|即|指|是|为|有)+[“"]?$/u;
const CLOSES = /^(?:等|这|共|为代表的)?[\p{Script=Han}]{0,6}[“"《]$/u;

/** True where a list is told of a quoted name: “X”包括A、B; A、B等“X”. One that merely stands beside it is not. */
export function isBound(text: string, list: readonly Span[], quoted: readonly string[]): boolean {
  const [start, end] = [list[0]!.start, list.at(-1)!.end];
  return quoted.some((name) => {
    const before = text.lastIndexOf(name, start);
    const after = text.indexOf(name, end);
    return (
      (before >= 0 && TELLS.test(text.slice(before + name.length, start))) ||
      (after >= 0 && CLOSES.test(text.slice(end, after)))
    );
  });
}

/** So much of the question's words must stand behind an item to be no part of it. */
const MAX_SAID = 4;

/** The items with what is said of all of them cut from the last: A、B成功上市. */
export function withoutTopic(text: string, items: readonly Span[], topic: readonly string[]): Span[] {
  const last = items.at(-1)!;
  const words = text.slice(last.start, last.end);
  const others = items.slice(0, -1).map((s) => text.slice(s.start, s.end));
  const cuts = topic
    .filter((run) => run.length > 1 && !others.some((item) => item.includes(run.slice(0, 2))))
    .map((run) => words.indexOf(run.slice(0, MAX_SAID)))
    .filter((at) => at >= 2);
  return cuts.length === 0
    ? [...items]
    : [...items.slice(0, -1), { start: last.start, end: last.start + Math.min(...cuts) }];
}

/** The list whose clause shares most with the question; of equal ones the nearest to its words, then the longest. */
export function nearest(text: string, lists: readonly Span[][], words: readonly string[]): Span[] {
  const pairs = words.flatMap(pairsOf);
  const shared = (list: readonly Span[]): number => {
    const clause = clauseOf(text, list);
    return pairs.filter((pair) => clause.includes(pair)).length;
  };
  const distance = (list: readonly Span[]): number => {
    const places = words.map((w) => text.indexOf(w, list[0]!.start - 80)).filter((i) => i >= 0);
    return places.length === 0
      ? 999
      : Math.min(...places.map((i) => Math.min(Math.abs(i - list[0]!.start), Math.abs(i - list.at(-1)!.end))));
  };
  return [...lists].sort((a, b) => shared(b) - shared(a) || distance(a) - distance(b) || b.length - a.length)[0]!;
}
