import type { FactTexts } from './words.js';

/** The numbers written in digits in a text. */
export function numbersOf(text: string): string[] {
  return text.match(/\d+(?:\.\d+)?/gu) ?? [];
}

/**
 * True where every number of the question stands in the fact's subject, or where the subject has none in its clause, or with the
 * word behind it (10件) in its sentence.
 */
export function sameNumbers(asked: readonly string[], texts: FactTexts, residue: string): boolean {
  if (OVER_ONE.test(residue) && !OVER_ONE.test(texts.subject) && /\d[亿万]元/u.test(texts.subject)) return false;
  if (asked.length === 0) return true;
  const own = numbersOf(texts.subject);
  if (own.length > 0) return asked.every((n) => own.includes(n) || isCountIn(texts.clause, n, residue));
  const held = numbersOf(texts.clause);
  return asked.every(
    (n) =>
      held.includes(n) ||
      (n.length > 4 && texts.sentence.includes(n)) ||
      texts.sentence.includes(residue.slice(residue.indexOf(n), residue.indexOf(n) + n.length + 1)),
  );
}

/** 亿元以上项目: a threshold of one, which 10亿元以上项目 is not. */
const OVER_ONE = /(?<![\d千百])亿元/u;

/** 169个 of the question stands in the clause as the count of what the figure is of. */
function isCountIn(clause: string, number: string, residue: string): boolean {
  const at = residue.indexOf(number) + number.length;
  return /[个家户件项人名]/u.test(residue[at] ?? '') && clause.includes(number + residue[at]);
}
