import { splitClauses } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { reportPatterns } from './report-patterns.js';

/** Clauses of a sentence that speak of a thing without telling what is asked of it. */

/**
 * True where a clause counts just so many members and names none of them (4条线路入选全国旅游精品线路): it tells nobody which they are.
 * @param counts how many are asked for. @param forms how each number is written.
 */
export function onlyCounts(
  clause: string,
  behind: string,
  counts: readonly number[],
  formsOf: (n: number) => readonly string[],
): boolean {
  const { tellsMembers, memberCounters } = reportPatterns().lists;
  if (tellsMembers.in(clause) || /^[：:（(]/u.test(behind)) return false;
  return counts.some((n) =>
    new RegExp(`(?<![\\d.十百千第])(?:${formsOf(n).join('|')})(?:${memberCounters.source})`, 'u').test(clause),
  );
}

/** The clause of a sentence with the one behind it, and the one before where that only says when or where: what is told of its thing stands there. */
export function nearWords(text: string, sentence: Span, clause: Span, leads: (words: string) => boolean): string {
  const clauses = splitClauses(text, sentence).map(({ start, end }) => text.slice(start, end));
  const at = splitClauses(text, sentence).findIndex(({ start }) => start >= clause.start);
  if (at < 0) return text.slice(sentence.start, sentence.end);
  const before = at > 0 && leads(clauses[at - 1]!) ? [clauses[at - 1]!] : [];
  return [...before, ...clauses.slice(at, at + 2)].join('，');
}
