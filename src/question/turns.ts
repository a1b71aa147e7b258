import { contrasts } from '../lexicon/contrasts.js';
import { type AsideKind, type TurnWords, turnWords } from './turn-words.js';

/** A turn longer than this is no mere word about the answer before. */
const MOST_ASIDE = 24;
const MARKS = /[\s，。、？！?!,.；;：:~～…“”"]+/gu;

/** Order in which a turn about the answer is tried: 确定吗？原文 asks for the source. */
const ORDER: readonly AsideKind[] = ['excel', 'chart', 'page', 'source', 'doubt', 'why', 'more', 'thanks'];

/** What a turn asks of the answer before, where it says nothing else: 把这句原文发我, 你确定吗, 好的谢谢. */
export function asideOf(text: string): AsideKind | undefined {
  if (text.length > MOST_ASIDE) return undefined;
  const { asides } = turnWords();
  return ORDER.find((kind) => asides[kind].keys.some((k) => text.includes(k)) && isOnly(text, asides[kind]));
}

function isOnly(text: string, { keys, fillers }: TurnWords['asides'][AsideKind]): boolean {
  return without(without(text.replace(MARKS, '').replace(ORDINAL, ''), keys), fillers) === '';
}

/** Which source or item is meant: 第二条, 最后一件. */
const ORDINAL = /(?:第(?:[一二三四五六七八九十]|\d{1,2})|最后一)[条个句段处份件项]/gu;

/** A text without any of the words, longer ones first. */
export function without(text: string, words: readonly string[]): string {
  let rest = text;
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return rest;
}

/** A correction without what is not meant: 不是这个，我问的是农村 is 农村. The same text where it corrects nothing. */
export function corrected(text: string): { text: string; corrects: boolean } {
  const { means } = turnWords().corrections;
  const found = means
    .map((w) => ({ at: text.lastIndexOf(w), w }))
    .filter(({ at }) => at >= 0 && at <= MOST_BEFORE)
    .sort((a, b) => b.at + b.w.length - (a.at + a.w.length))[0];
  const rest = found ? text.slice(found.at + found.w.length) : undefined;
  if (rest !== undefined && rest.replace(MARKS, '').length > 1) {
    const meant = rest.replace(LEADING, '');
    return { text: withoutDropped(meant) ?? meant, corrects: true };
  }
  const right = withoutDropped(text);
  return right === undefined ? { text, corrects: false } : { text: right, corrects: true };
}

/** 晶硅光伏 of 不是稀土，是晶硅光伏; undefined where a text takes nothing back. */
function withoutDropped(text: string): string | undefined {
  const { drops, is } = turnWords().corrections;
  const cut = /^([^，,。；]{1,16})[，,。；]\s*(.{2,})$/u.exec(text);
  if (!cut || !drops.some((w) => cut[1]!.startsWith(w))) return undefined;
  const copula = is.filter((w) => cut[2]!.startsWith(w)).sort((a, b) => b.length - a.length)[0];
  return cut[2]!.slice(copula?.length ?? 0);
}

/** How far into a turn what is meant may begin. */
const MOST_BEFORE = 20;
const LEADING = /^[\s，,。：:]+/u;

/** True where a turn's own words, those of leaning left out, name no other thing. */
export function namesNothing(words: string): boolean {
  const { fillers } = turnWords();
  return without(words, fillers).length < 2 && (fillers.includes(words) || !isMember(words));
}

/** True where words say nothing but which sibling is meant: 城里, 城里人. */
export function isMember(words: string): boolean {
  return contrasts().some((group) => group.members.some((member) => member.includes(words)));
}

/** True for a turn that asks for what no report says: 编一个外贸数, 照我说的念. */
export function asksToInvent(text: string): boolean {
  return turnWords().invents.some((word) => text.includes(word));
}

/** A short turn with its words of time as the recognisers know them: 五年后呢 as 今后五年呢. */
export function spelledOut(text: string): string {
  if (text.length > MOST_ASIDE) return text;
  const bare = text.replace(/^那么?/u, '');
  const found = turnWords().written.find(([said]) =>
    said.endsWith('呢') ? bare.startsWith(said) : text.includes(said),
  );
  return found ? text.replace(found[0], found[1]) : text;
}

/** A turn without the words by which the report spoken of is said to say it: 他说…, 里面提到…; the same text where it has none. */
export function withoutTelling(text: string): string {
  const head = turnWords()
    .telling.filter((w) => text.startsWith(w) && text.length > w.length + 1)
    .sort((a, b) => b.length - a.length)[0];
  return head === undefined ? text : text.slice(head.length).replace(LEADING, '');
}

const LEAD = /^那么?|^在/u;

/** The word by which a turn means the province of the place before (那个省), where it does. */
export function provinceWord(text: string): string | undefined {
  const { province, ranked } = turnWords();
  const leads = (words: string, w: string): boolean =>
    words.startsWith(w) && !ranked.some((r) => words.startsWith(r, w.length));
  return province.find((w) => leads(text, w) || leads(text.replace(LEAD, ''), w));
}
