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
  const [figure, ...more] = figuresOf(claims);
  // Behind the figure something else would be asked of it: 定的8%，完成了没有.
  if (figure === undefined || more.length > 0 || claims.length - figure.span.end > MOST_BEHIND) return undefined;
  return { claims, whether: true, ...(asksIfDone(plain, words) ? { cameAbout: true } : {}) };
}

/** What may stand behind the figure: a word of its unit, 来着. */
const MOST_BEHIND = 2;

/** 达到90%了吗: that it came about is asked, which no aim bears out. */
function asksIfDone(text: string, { whether }: CheckWords): boolean {
  return whether.ends.some((w) => w.startsWith(PERFECT) && text.endsWith(w));
}

/** What says of a figure that it was reached. */
const PERFECT = '了';

/** The text without its words of yes or no; undefined where it has none. */
function withoutWhether(text: string, { whether }: CheckWords): string | undefined {
  const end = [...whether.ends].sort((a, b) => b.length - a.length).find((w) => text.endsWith(w));
  const amid = whether.amid.find((w) => text.includes(w));
  if (end === undefined && amid === undefined) return undefined;
  const open = end === undefined ? text : text.slice(0, -end.length);
  return amid === undefined ? open : open.replace(amid, '');
}
