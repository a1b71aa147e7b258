import { contrasts } from '../lexicon/contrasts.js';
import { compile } from './analysis/pattern.js';
import { patterns } from './patterns/index.js';
import { thingsIn } from './things.js';
import { type AsideKind, type TurnWords, turnWords } from './turn-words.js';

/** A turn longer than this is no mere word about the answer before. */
const MOST_ASIDE = 24;
const MARKS = /[\s，。、？！?!,.；;：:~～…“”"]+/gu;

/** Order in which a turn about the answer is tried: 确定吗？原文 asks for the source. */
const ORDER: readonly AsideKind[] = ['excel', 'chart', 'page', 'source', 'doubt', 'why', 'more', 'thanks'];

/** True for words that are the name of a thing by one character: 羊. */
export function isSingleThing(words: string): boolean {
  return Object.hasOwn(turnWords().singles, words);
}

/** What a turn asks of the answer before, where it says nothing else: 把这句原文发我, 你确定吗, 好的谢谢. */
export function asideOf(text: string): AsideKind | undefined {
  if (text.length > MOST_ASIDE || singleAsked(text) !== undefined) return undefined;
  const { asides } = turnWords();
  return ORDER.find((kind) => asides[kind].keys.some((k) => text.includes(k)) && isOnly(text, asides[kind]));
}

/** The thing of one character that is all a turn names: 牛呢 asks of cattle, where 牛 alone is praise. */
function singleAsked(text: string): string | undefined {
  const { opening, closing } = patterns().turns;
  const body = closing.cutFrom(opening.cutFrom(text));
  return body !== text && isSingleThing(body) ? body : undefined;
}

function isOnly(text: string, { keys, fillers }: TurnWords['asides'][AsideKind]): boolean {
  return (
    without(
      without(
        patterns().answers.itemNumber.replaceIn(text.replace(MARKS, ''), () => ''),
        keys,
      ),
      fillers,
    ) === ''
  );
}

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
    return { text: withoutTail(withoutDropped(meant) ?? meant), corrects: true };
  }
  const right = withoutDropped(text);
  return right === undefined ? { text, corrects: false } : { text: withoutTail(right), corrects: true };
}

/** 晶硅光伏 of 不是稀土，是晶硅光伏, 2021年 of 哦打错了 2021年; undefined where a text takes nothing back. */
function withoutDropped(text: string): string | undefined {
  const { drops, is } = turnWords().corrections;
  const cut = /^([^，,。；]{1,16})[，,。；]\s*(.{2,})$/u.exec(text);
  const right = cut && drops.some((w) => cut[1]!.startsWith(w)) ? cut[2]! : behindSlip(text);
  const copula = longestHead(right, is);
  return right === undefined || right.length <= copula.length ? right : right.slice(copula.length);
}

/** What stands behind the clause that owns to a slip: 哦我打错了，…, 错了错了，…; undefined where a text owns to none. */
function behindSlip(text: string): string | undefined {
  const { slips, leads, is } = turnWords().corrections;
  const bare = withoutHeads(text, leads);
  const rest = withoutHeads(bare, slips);
  const meant = rest.replace(BETWEEN, '');
  const own = bare.length - rest.length;
  const parted = meant !== rest || (own >= SLIP_ALONE && (longestHead(rest, is) !== '' || /^\d/u.test(rest)));
  return longestHead(bare, slips) !== '' && parted && meant.length > 1 ? meant : undefined;
}

/** From this length on a slip needs no mark behind it: 打错了是2021年, 写错了14年. */
const SLIP_ALONE = 2;

/** What is meant without what it is not: 目标 of 目标，不是完成数. */
function withoutTail(meant: string): string {
  const cuts = turnWords()
    .corrections.tails.map((w) => meant.indexOf(w))
    .filter((at) => at > 1 && meant[at - 1] !== '是');
  if (cuts.length === 0) return meant;
  const at = Math.min(...cuts);
  // 总额不是增长率，淮北2020年收入: what is asked may stand behind it.
  const behind = meant.slice(at).search(/[，,]/u);
  const kept = meant.slice(0, at).replace(/[，,\s]+$/u, '');
  return behind < 0 ? kept : kept + meant.slice(at + behind);
}

function longestHead(text: string | undefined, words: readonly string[]): string {
  return words.reduce((most, w) => (w.length > most.length && text?.startsWith(w) ? w : most), '');
}

/** A text without any of the words at its head, one after another. */
function withoutHeads(text: string, words: readonly string[]): string {
  const head = longestHead(text, words);
  return head === '' ? text : withoutHeads(text.slice(head.length), words);
}

/** What parts a slip from what is meant. */
const BETWEEN = /^[\s，,。；;：:、！!]+/u;

/** How far into a turn what is meant may begin. */
const MOST_BEFORE = 20;
const LEADING = /^[\s，,。：:]+/u;

/** True where a turn's own words, those of leaning left out, name no other thing: 那项又定, not 能耗, though 能 leans. */
export function namesNothing(words: string): boolean {
  const { fillers, holding } = turnWords();
  const left = without(words, fillers);
  if (left.length >= 2 || holding.some((name) => words.includes(name))) return false;
  if (left !== '' && thingsIn(words).length > 0) return false;
  return fillers.includes(words) || !isMember(words);
}

/** True where words say nothing but which sibling is meant: 城里, 城里人. */
export function isMember(words: string): boolean {
  return contrasts().some((group) => group.members.some((member) => member.includes(words)));
}

/** True for a turn that asks by a doubled verb whether something is so (收不收费, 涨没涨), saying and writing left out, which are the report's. */
export function asksYesOrNo(text: string): boolean {
  const { reported } = turnWords().messages;
  const { denied, doubled } = patterns().turns;
  return [...denied.findAll(text)]
    .map(({ groups }) => groups!.verb!)
    .some((verb) => !doubled.in(verb) && !reported.includes(verb));
}

/** What a turn asks for beside what was told (除了指标，还有别的毛病吗), as a plain question for it: 还有哪些毛病; the same text where it asks nothing so. */
export function besidesTold(text: string): string {
  for (const pattern of turnWords().besidesTold) {
    const match = new RegExp(`^(?:${compile(pattern).source})[？?]?$`, 'u').exec(text);
    const thing = match?.slice(1).find((group) => group !== undefined && group.length > 1);
    if (thing !== undefined) return `还有哪些${thing}`;
  }
  return text;
}

/** True for a turn that asks for what no report says: 编一个外贸数, 照我说的念. */
export function asksToInvent(text: string): boolean {
  return turnWords().invents.some((word) => text.includes(word));
}

/** A short turn with its words of time as the recognisers know them: 五年后呢 as 今后五年呢. */
export function spelledOut(text: string): string {
  if (text.length > MOST_ASIDE) return text;
  const single = singleAsked(text);
  if (single !== undefined) return `${turnWords().singles[single]}呢`;
  const bare = patterns().turns.lead.cutFrom(text);
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

/** The word by which a turn means the province of the place before (那个省), where it does. */
export function provinceWord(text: string): string | undefined {
  const { province, ranked } = turnWords();
  const leads = (words: string, w: string): boolean =>
    words.startsWith(w) && !ranked.some((r) => words.startsWith(r, w.length));
  return province.find((w) => leads(text, w) || leads(patterns().turns.leadOfPlace.cutFrom(text), w));
}
