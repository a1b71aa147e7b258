import type { EvidenceRole, EvidenceRun } from '../frame/types.js';
import { type ContrastGroup, type ContrastWord, contrastWords, keepsApart, membersIn } from '../lexicon/contrasts.js';
import type { Rarity } from '../lexicon/rarity.js';
import type { SiblingGroup } from '../lexicon/siblings.js';
import type { Thesaurus } from '../lexicon/thesaurus.js';
import { mayHold, pairsIn } from '../text/pairs.js';
import { findQuantities } from '../text/quantities.js';
import type { Quantity } from '../text/types.js';

/** A stretch of the question that is looked for as it is: a pair of characters, or a single one that stands alone. */
export interface Gram {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A word of the question for which others may stand. */
export interface Synonyms {
  readonly alternatives: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** What a question looks for, prepared once and set against many texts. Positions count the characters of all runs. */
export interface Terms {
  /** What each character counts, by its role and its rarity; 0 or more. */
  readonly weights: readonly number[];
  readonly total: number;
  readonly grams: readonly Gram[];
  /** Those of them that are pairs of the thing asked for of which no table tells how rare they are. */
  readonly unknown: readonly Gram[];
  /** Words of three Latin letters or more that are of the thing asked for. */
  readonly codes: readonly Gram[];
  readonly synonyms: readonly Synonyms[];
  /** Positions that carry an indicator's name. */
  readonly names: readonly number[];
  /** The characters, for subjects set against them. */
  readonly text: string;
  /** For each group of contrasts the members that the question names, as bits. */
  readonly contrasts: readonly number[];
  /** The same without those that only words before the asking name. */
  readonly ownContrasts: readonly number[];
  /** The siblings that the question names; of each group those of its own stretch, else those before it. */
  readonly siblings: readonly AskedSibling[];
  /** The numbers that the question names itself: 十 of 过十亿. */
  readonly numbers: readonly Quantity[];
}

/** A sibling that a question names, its place in the characters of the terms. */
export interface AskedSibling extends ContrastWord {
  /** False where words before the asking name it. */
  readonly own: boolean;
}

/** The data by which words are weighed. */
export interface Language {
  readonly thesaurus: Thesaurus;
  readonly rarity: Rarity;
  readonly contrasts: readonly ContrastGroup[];
  readonly siblings: readonly SiblingGroup[];
}

/** How much a character counts by its role. */
const ROLE_WEIGHT: Readonly<Record<EvidenceRole, number>> = { content: 1, name: 1, aside: 0.3, function: 0.08 };

/** What a word of asking counts at least, and what the learned reader may lift it to where it takes it for content. */
const LIFTED = 0.2;

/**
 * What a character counts by its role, as far as the learned reader agrees.
 * @param least what content counts at least.
 */
function roleWeight(role: EvidenceRole, content: number, least: number): number {
  if (role === 'name') return ROLE_WEIGHT.name;
  if (role === 'content') return Math.max(ROLE_WEIGHT.function, content, least);
  return Math.max(ROLE_WEIGHT[role], LIFTED * content);
}

/** What a character counts whose pairs stand in hardly any report. */
const UNKNOWN = 0.6;
/** What a character of an indicator's name counts at least, however common: 经济. */
const NAME_LEAST = 0.5;

/** The longest word that is looked up in the thesaurus. */
const LONGEST = 10;

/** The stretch of a question that is meant, and what the words before and behind it count. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly behind: number;
  /** The other members of a row (文旅驿站 of 文旅驿站、停车位各建多少, for 停车位), which are none of this one's words. */
  readonly others?: readonly { readonly from: number; readonly to: number }[];
}

/** What a word of another member of a row counts. */
const OTHER_MEMBER = 0.05;

const WHOLE: Stretch = { from: 0, to: Number.POSITIVE_INFINITY, before: 1, behind: 1 };

/**
 * Prepares the runs of a question.
 * @param stretch the words of one asking of several. Siblings and numbers that it names part it from others; where it names none of
 * a kind, those named before are meant (农村的低保多少户，多少人), never those of the asking behind.
 * @param least what content counts at least that stands in reports, whatever the learned reader makes of it.
 */
export function termsOf(
  runs: readonly EvidenceRun[],
  { thesaurus, rarity, contrasts, siblings }: Language,
  stretch: Stretch = WHOLE,
  least = 0,
): Terms {
  const emphasis = (at: number): number => {
    if (stretch.others?.some(({ from, to }) => at >= from && at < to)) return OTHER_MEMBER;
    return at < stretch.from ? stretch.before : at < stretch.to ? 1 : stretch.behind;
  };
  const weights: number[] = [];
  const grams: Gram[] = [];
  const unknown: Gram[] = [];
  const codes: Gram[] = [];
  const synonyms: Synonyms[] = [];
  const names: number[] = [];
  const positions: number[] = [];
  const related: ContrastWord[] = [];
  let text = '';
  for (const run of runs) {
    const base = weights.length;
    const { length } = run.text;
    for (let i = 0; i < length; i++) {
      const role = run.roles[i]!;
      const held = rarityAt(run.text, i, rarity);
      const rare = Math.max(held ?? UNKNOWN, role === 'name' ? NAME_LEAST : 0);
      const own = roleWeight(role, run.content[i]!, held === undefined ? 0 : least);
      weights.push(own * rare * emphasis(run.start + i));
      if (run.roles[i] === 'name') names.push(base + i);
      positions.push(run.start + i);
    }
    for (const [start, end] of stretchesOf(run))
      for (const token of tokensOf(run.text.slice(start, end)))
        grams.push({ ...token, from: token.from + base + start, to: token.to + base + start });
    for (const { text: token, from, to } of tokensOf(run.text)) {
      const gram = { text: token, from: from + base, to: to + base };
      if (isUnknownContent(run, token, from, rarity)) unknown.push(gram);
      if (CODE.test(token) && run.roles[from] === 'content') codes.push(gram);
    }
    for (const { from, to, alternatives } of wordsIn(run.text, thesaurus, contrasts))
      if (to - from > 1 || isAtEdge(run, from)) synonyms.push({ alternatives, from: base + from, to: base + to });
    const apart = joinedApart(run, thesaurus, contrasts);
    for (const gram of apart.grams) grams.push({ ...gram, from: gram.from + base, to: gram.to + base });
    for (const { from, to, alternatives } of apart.synonyms)
      synonyms.push({ alternatives, from: base + from, to: base + to });
    for (const { start, end, ...word } of contrastWords(siblings, run.text))
      related.push({ ...word, start: base + start, end: base + end });
    text += run.text;
  }
  const before = stretch.others ? '' : textOf(runs, 0, stretch.from);
  const own = textOf(runs, stretch.from, stretch.to);
  const named = membersIn(contrasts, own);
  const inherited = membersIn(contrasts, before);
  const numbers = numbersIn(own);
  return {
    weights,
    total: weights.reduce((a, b) => a + b, 0),
    grams,
    unknown,
    codes,
    synonyms,
    names: ownNames(names, positions, stretch),
    text,
    contrasts: named.map((bits, i) => (bits === 0 ? inherited[i]! : bits)),
    ownContrasts: named,
    siblings: ownWords(related, positions, stretch),
    numbers: numbers.length > 0 ? numbers : numbersIn(before),
  };
}

/** The characters of names in a stretch, else of those before it. */
function ownNames(names: readonly number[], positions: readonly number[], { from, to }: Stretch): number[] {
  const own = names.filter((i) => positions[i]! >= from && positions[i]! < to);
  return own.length > 0 ? own : names.filter((i) => positions[i]! < from);
}

/** For each group the words in a stretch, else those before it. */
function ownWords(words: readonly ContrastWord[], positions: readonly number[], { from, to }: Stretch): AskedSibling[] {
  const own = words.filter(({ start }) => positions[start]! >= from && positions[start]! < to);
  const named = new Set(own.map(({ group }) => group));
  const before = words.filter(({ start, group }) => positions[start]! < from && !named.has(group));
  return [...own.map((word) => ({ ...word, own: true })), ...before.map((word) => ({ ...word, own: false }))];
}

/** What of the runs stands in a stretch of the question. */
function textOf(runs: readonly EvidenceRun[], from: number, to: number): string {
  return runs
    .map(({ text, start }) => text.slice(Math.max(0, from - start), Math.max(0, to - start)))
    .filter((text) => text !== '')
    .join(' ');
}

function numbersIn(text: string): Quantity[] {
  return findQuantities(text).filter((q) => q.kind === 'number');
}

/** Where the stretches of a run begin and end in which all is of the thing asked for, or all is of asking. */
function stretchesOf({ text, roles }: EvidenceRun): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  for (let start = 0, i = 1; i <= text.length; i++) {
    if (i < text.length && (roles[i] === 'function') === (roles[i - 1] === 'function')) continue;
    out.push([start, i]);
    start = i;
  }
  return out;
}

/** True where a character is a word by itself: at an edge of what is asked for. In the midst it is rather a part of a word. */
function isAtEdge({ text, roles }: EvidenceRun, at: number): boolean {
  const isApart = (i: number): boolean => i < 0 || i >= text.length || roles[i] === 'function';
  return isApart(at) || isApart(at - 1) || isApart(at + 1);
}

/**
 * The words of a run for which others may stand. A word that reports use themselves and that is part of a longer one is none by
 * itself: 游客 of 接待游客.
 */
function wordsIn(run: string, thesaurus: Thesaurus, groups: readonly ContrastGroup[]): Synonyms[] {
  const found: Synonyms[] = [];
  for (let from = 0; from < run.length; from++)
    for (const size of thesaurus.lengthsAt(run, from)) {
      if (size > LONGEST) continue;
      const to = from + size;
      const word = run.slice(from, to);
      const inLonger = found.some((f) => f.from <= from && f.to >= to);
      if (inLonger && thesaurus.isWritten(word)) continue;
      const alternatives = standingFor(word, thesaurus, groups);
      if (alternatives.length > 0) found.push({ alternatives, from, to });
    }
  return found;
}

/** What words of asking part: 修路 of 修多少公里路, 种树 of 种多少棵树. */
function joinedApart(
  { text, roles }: EvidenceRun,
  thesaurus: Thesaurus,
  groups: readonly ContrastGroup[],
): { readonly grams: readonly Gram[]; readonly synonyms: readonly Synonyms[] } {
  const kept = [...roles.keys()].filter((i) => roles[i] !== 'function');
  const joins = kept.flatMap((at, k) => (k > 0 && at > kept[k - 1]! + 1 ? [k] : []));
  if (joins.length === 0) return { grams: [], synonyms: [] };
  const joined = kept.map((i) => text[i]).join('');
  const spanOf = (from: number, to: number) => ({ from: kept[from]!, to: kept[to - 1]! + 1 });
  const grams = joins
    .map((k) => ({ text: joined.slice(k - 1, k + 1), ...spanOf(k - 1, k + 1) }))
    .filter((gram) => HAN_PAIR.test(gram.text));
  const synonyms = wordsIn(joined, thesaurus, groups)
    .filter(({ from, to }) => joins.some((k) => from < k && k < to))
    .map(({ alternatives, from, to }) => ({ alternatives, ...spanOf(from, to) }));
  return { grams, synonyms };
}

const standing = new WeakMap<Thesaurus, Map<string, readonly string[]>>();

/** The words of the reports that may stand for a word of the question: none of a single unit, none of a sibling. */
export function standingFor(word: string, thesaurus: Thesaurus, groups: readonly ContrastGroup[]): readonly string[] {
  let known = standing.get(thesaurus);
  if (!known) {
    known = new Map();
    standing.set(thesaurus, known);
  }
  let words = known.get(word);
  if (!words) {
    words = thesaurus.alternatives(word).filter((w) => w.length > 1 && keepsApart(groups, word, w));
    known.set(word, words);
  }
  return words;
}

/** The rarity of the pairs that a character stands in, 0–1; undefined where no report holds any, which is rather a word of asking than a rare thing. */
function rarityAt(run: string, at: number, rarity: Rarity): number | undefined {
  const pairs = [run.slice(Math.max(0, at - 1), at + 1), run.slice(at, at + 2)].filter((p) => p.length === 2);
  const known = pairs.flatMap((pair) => rarity.of(pair) ?? []);
  return known.length > 0 ? Math.max(...known) / rarity.rarest : undefined;
}

/** True for a pair of characters of the thing asked for that the table does not have. */
function isUnknownContent({ roles }: EvidenceRun, pair: string, from: number, rarity: Rarity): boolean {
  return HAN_PAIR.test(pair) && roles[from] === 'content' && roles[from + 1] === 'content' && !rarity.of(pair);
}

const HAN = /\p{Script=Han}/u;

const HAN_PAIR = /^\p{Script=Han}{2}$/u;

const CODE = /^[A-Za-z]{3,}$/;

/** Pairs of neighbouring Han characters; runs of letters and digits whole, codes (5+1) too; a Han character that stands alone. */
function tokensOf(run: string): Gram[] {
  const out: Gram[] = [];
  for (const match of run.matchAll(/\d{1,2}(?:\+(?:\d{1,2}|[A-Z]))+|[A-Za-z]+|\d+(?:\.\d+)?[%％]?|\p{Script=Han}+/gu)) {
    const [text] = match;
    const from = match.index;
    if (!HAN.test(text) || text.length === 1) out.push({ text, from, to: from + text.length });
    else
      for (let i = 0; i + 1 < text.length; i++)
        out.push({ text: text.slice(i, i + 2), from: from + i, to: from + i + 2 });
  }
  return out;
}

/** Which characters of a question a text holds. */
export interface Cover {
  /** Word for word. */
  readonly exact: Uint8Array;
  /** Word for word or by a word that may stand for it. */
  readonly wide: Uint8Array;
}

/** The characters of the question that stand in a text. */
export function coverOf(terms: Terms, text: string): Cover {
  const exact = new Uint8Array(terms.weights.length);
  const pairs = pairsIn(text);
  markExact(terms, text, pairs, exact);
  const wide = exact.slice();
  markSynonyms(terms, text, pairs, wide);
  return { exact, wide };
}

/** Characters covered by the text at hand; most of the texts that are looked at are only told their share. */
let scratch = new Uint8Array(64);

/** Share of the question's weight that stands in a text, word for word or by a word that may stand for it: that of `coverOf(…).wide`, 0–1. */
export function wideShareOf(terms: Terms, text: string): number {
  const { length } = terms.weights;
  if (scratch.length < length) scratch = new Uint8Array(2 * length);
  scratch.fill(0, 0, length);
  const pairs = pairsIn(text);
  markExact(terms, text, pairs, scratch);
  markSynonyms(terms, text, pairs, scratch);
  return shareOf(terms, scratch);
}

/** @param pairs the number of the text, as `pairsIn` gives it. */
function markExact({ grams }: Terms, text: string, pairs: number, cover: Uint8Array): void {
  for (const gram of grams) if (mayHold(pairs, gram.text) && holds(text, gram.text)) cover.fill(1, gram.from, gram.to);
}

function markSynonyms({ synonyms }: Terms, text: string, pairs: number, cover: Uint8Array): void {
  for (const { alternatives, from, to } of synonyms)
    if (!isFull(cover, from, to) && alternatives.some((word) => mayHold(pairs, word) && text.includes(word)))
      cover.fill(1, from, to);
}

/** True where a text holds a term; a number only where no digit touches it. */
function holds(text: string, term: string): boolean {
  if (!isDigit(term.charCodeAt(0))) return text.includes(term);
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
    if (!/[\d.]/.test(text[at - 1] ?? '') && !/\d/.test(text[at + term.length] ?? '')) return true;
  return false;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isFull(cover: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!cover[i]) return false;
  return true;
}

/** The characters that either holds. */
export function either(a: Cover, b: Cover): Cover {
  return { exact: union(a.exact, b.exact), wide: union(a.wide, b.wide) };
}

function union(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = a.slice();
  for (let i = 0; i < out.length; i++) if (b[i]) out[i] = 1;
  return out;
}

/** Share of the question's weight that is covered, 0–1; 0 for a question without weight. */
export function shareOf({ weights, total }: Terms, covered: Uint8Array): number {
  if (total === 0) return 0;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) if (covered[i]) sum += weights[i]!;
  return sum / total;
}

/** The greatest weight of a character that is covered. */
export function heaviest({ weights }: Terms, covered: Uint8Array): number {
  let most = 0;
  for (let i = 0; i < weights.length; i++) if (covered[i] && weights[i]! > most) most = weights[i]!;
  return most;
}

/** The greatest weight of a character that is not covered. */
export function dearestMissed({ weights }: Terms, covered: Uint8Array): number {
  let most = 0;
  for (let i = 0; i < weights.length; i++) if (!covered[i] && weights[i]! > most) most = weights[i]!;
  return most;
}

/** The greatest share of the question's weight that one stretch of characters holds of which none is covered, 0–1. */
export function longestMissed({ weights, total }: Terms, covered: Uint8Array): number {
  if (total === 0) return 0;
  let [most, run] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    run = covered[i] ? 0 : run + weights[i]!;
    most = Math.max(most, run);
  }
  return most / total;
}

/**
 * Share of a subject's characters that the question does not hold, and how many they are.
 * @param names names of what is asked for: as good as typed.
 */
export function unasked(
  terms: Terms,
  subject: string,
  names: readonly string[] = [],
): { share: number; count: number } {
  if (subject.length === 0) return { share: 0, count: 0 };
  const met = new Uint8Array(subject.length);
  const pairs = pairsIn(subject);
  const mark = (word: string): void => {
    if (!mayHold(pairs, word)) return;
    for (let at = subject.indexOf(word); at >= 0; at = subject.indexOf(word, at + 1)) met.fill(1, at, at + word.length);
  };
  for (const gram of terms.grams) mark(gram.text);
  for (const { alternatives } of terms.synonyms) for (const word of alternatives) mark(word);
  for (const name of names) if (name.length <= subject.length) mark(name);
  const count = met.reduce((n, m) => n + (m ? 0 : 1), 0);
  return { share: count / subject.length, count };
}
