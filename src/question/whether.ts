import { type CheckWords, checkWords } from './check-words.js';
import type { CheckAsked } from './checks.js';
import { figuresOf } from './claims.js';

/**
 * The claim of a question that asks whether a figure was reached, passed or set (过4000亿没, 到6%了吗, 有没有8%); undefined for any other.
 * What holds a word of asking (多少, 哪) or more than one figure asks for something else. Never throws.
 * @param text a normalised question.
 */
export function whetherAsked(text: string): CheckAsked | undefined {
  const words = checkWords();
  const plain = text.replace(/[？?。!！，,\s]+$/u, '');
  const claims = withoutWhether(plain, words);
  if (claims === undefined || words.asking.some((w) => claims.includes(w))) return undefined;
  return figuresOf(claims).length === 1 ? { claims, whether: true } : undefined;
}

/** The text without its words of yes or no; undefined where it has none. */
function withoutWhether(text: string, { whether }: CheckWords): string | undefined {
  const end = [...whether.ends].sort((a, b) => b.length - a.length).find((w) => text.endsWith(w));
  const amid = whether.amid.find((w) => text.includes(w));
  if (end === undefined && amid === undefined) return undefined;
  const open = end === undefined ? text : text.slice(0, -end.length);
  return amid === undefined ? open : open.replace(amid, '');
}
