import type { Asking, AskingForm } from '../frame/types.js';
import type { Measure } from '../lexicon/types.js';
import type { AskingWords } from './asking-schema.js';
import { askingWords } from './asking-words.js';
import { askedFacet, askedMeasure, askedUnits, unitAt } from './intent.js';
import { patterns } from './patterns/index.js';
import { isFree, type Scratch, scratchOf } from './scratch.js';

/** An asking word with its unit: 多少公里, 百分之几, 第几, 哪年. Offsets into the question. */
interface Mark {
  readonly start: number;
  /** Behind the unit. */
  readonly end: number;
  readonly kind: 'amount' | 'share' | 'rank' | 'multiple' | 'ratio' | 'time' | 'duration';
}

/** One flag for each character of the question. */
type Flags = ArrayLike<number>;

/** A question with the characters of names of indicators in it. */
interface Question {
  readonly text: string;
  readonly names: Flags;
}

export interface Askings {
  readonly askings: readonly Asking[];
  readonly form: AskingForm;
  /** The words that open and close a change (原来…，现在…) or part a row (分开讲), which are of asking. */
  readonly ends: readonly (readonly [number, number])[];
}

const KINDS = ['time', 'duration', 'share', 'rank', 'multiple', 'ratio', 'amount'] as const;

/**
 * What a question asks for, one entry a figure, where it asks for more than one (几个、花了多少) or for a time; none for a plain
 * question. Two askings for a change (从多少涨到多少) are one. Slots that other recognisers have claimed hold no asking.
 * @param names marks the characters of names of indicators: 预算 of 一般公共预算收入 tells of no plan.
 */
export function askingsOf(scratch: Scratch, names: Flags = []): Askings {
  const words = askingWords();
  const { text } = scratch;
  const question: Question = { text, names };
  const marks = marksIn(scratch, words);
  const each = eachAsked(text) >= 0;
  const found = changeAt(text, marks, words);
  const change = found?.second;
  const ends = [...(found?.ends ?? []), ...apartWord(text, marks, words)];
  const kept = change === undefined ? marks : marks.filter((_, i) => i !== change);
  const form: AskingForm = change !== undefined ? 'from-to' : each ? 'each' : 'plain';
  const bare = text.replace(ENDING, '').length;
  const joined = kept.length < 2 && change === undefined ? joinedNouns(text, kept[0]?.start ?? bare, words) : undefined;
  if (joined) return { askings: joined, form: 'plain', ends };
  const trailing = kept.length === 1 && change === undefined ? trailingNoun(question, kept[0]!, words) : undefined;
  if (trailing) return { askings: trailing, form: 'plain', ends };
  const times = kept.some((m) => m.kind === 'time' || m.kind === 'duration');
  if (kept.length < 2 && !times) return { askings: [], form, ends };
  const bounds = kept.map((mark, i) => boundaryAfter(text, mark, kept[i + 1], words));
  const askings = kept.map((mark, i) =>
    askingOf(question, mark, i === 0 ? 0 : bounds[i - 1]!, bounds[i]!, kept.length),
  );
  const told = restated(text, kept, askings, words);
  return { askings: told.length < 2 && !times ? [] : told, form, ends };
}

/**
 * The askings without those that only say once more in what unit they ask: 用了多少外资，多少万美元; 到手多少钱？要具体多少元. An asking that
 * names its unit at once (改了几个小区、多少户) is followed by another.
 */
function restated(text: string, marks: readonly Mark[], askings: readonly Asking[], { bare }: AskingWords): Asking[] {
  const [first, second] = askings;
  const [asked, again] = marks;
  if (askings.length !== 2 || !first || !second || !asked || !again) return [...askings];
  if (first.kind !== 'figure' || second.kind !== 'figure' || second.units.length === 0) return [...askings];
  const own = [...bare, ...MARKS].reduce(
    (left, word) => left.replaceAll(word, ''),
    text.slice(second.from, again.start) + text.slice(again.end, second.to),
  );
  const open = isOpen(text, asked);
  const same = first.units.length > 0 && first.units.every((unit) => second.units.includes(unit));
  if (own !== '' || !(open || same)) return [...askings];
  return [{ ...first, to: second.to, units: second.units }];
}

const MARKS = ['，', ',', '、', '。', '？', '?', '；', ' '];

/** True for 多少 without a unit behind it. */
function isOpen(text: string, { start, end }: Mark): boolean {
  return text.slice(start, end) === '多少';
}

function marksIn(scratch: Scratch, words: AskingWords): Mark[] {
  const { text } = scratch;
  const marks: Mark[] = [];
  for (let i = 0; i < text.length; ) {
    const not = words.notFigures.find((w) => text.startsWith(w, i));
    const found = not ? undefined : markAt(text, i, words);
    if (found && isFree(scratch, found.start, found.start + 1)) marks.push(found);
    i = found ? found.end : i + (not?.length ?? 1);
  }
  return marks;
}

/** Where the last word stands by which one asking is for each of several things; negative where none does. */
export function eachAsked(text: string): number {
  const said = patterns().turns.ofMany.replaceIn(text, () => '\u0000');
  return Math.max(...askingWords().each.map((word) => said.lastIndexOf(word)));
}

/** 分开讲 behind the row of which each member is asked for by itself: it is of asking. */
function apartWord(text: string, marks: readonly Mark[], { apart }: AskingWords): (readonly [number, number])[] {
  const bare = text.replace(ENDING, '');
  const said = apart.find((word) => bare.endsWith(word));
  return said === undefined || marks.length === 0 ? [] : [[bare.length - said.length, bare.length]];
}

/** Where the first word of asking for a figure or a time stands in a question; undefined where there is none. */
export function firstAsking(text: string): number | undefined {
  return marksIn(scratchOf(text), askingWords())[0]?.start;
}

/** Where the last clause begins that asks by 呢 alone for what was asked before it (出口多少，跟东盟的呢); undefined where none does. */
export function trailingClause(text: string): number | undefined {
  const from = (patterns().turns.trailingClause.find(text)?.index ?? -1) + 1;
  if (from === 0 || firstAsking(text.slice(from)) !== undefined) return undefined;
  return firstAsking(text.slice(0, from)) === undefined ? undefined : from;
}

function markAt(text: string, at: number, words: AskingWords): Mark | undefined {
  for (const kind of KINDS) {
    const word = longestAt(text, at, words[kind]);
    if (word === undefined) continue;
    const end = at + word.length;
    return { start: at, end: kind === 'amount' ? unitEnd(text, end) : end, kind };
  }
  return undefined;
}

function longestAt(text: string, at: number, words: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const word of words) if (word.length > (best?.length ?? 0) && text.startsWith(word, at)) best = word;
  return best;
}

/** Behind the unit that follows an asking word, its scale included; where none follows, `at`. */
function unitEnd(text: string, at: number): number {
  return at + (unitAt(text, at)?.length ?? 0);
}

/** How far before the first asking of a change the word stands that opens it, and how far the two lie apart. */
const MOST_BEFORE = 14;
const MOST_BETWEEN = 14;

/** The place among the marks of the second asking of a change, and the words that open and close it; undefined where there is none. */
function changeAt(
  text: string,
  marks: readonly Mark[],
  words: AskingWords,
): { readonly second: number; readonly ends: readonly (readonly [number, number])[] } | undefined {
  for (let i = 0; i + 1 < marks.length; i++) {
    const [first, second] = [marks[i]!, marks[i + 1]!];
    if (first.kind !== second.kind && first.kind !== 'amount') continue;
    const from = lastOf(text, words.from, Math.max(0, first.start - MOST_BEFORE), first.start);
    const to = lastOf(text, words.to, first.end, second.start);
    if (from && to && second.start - first.end <= MOST_BETWEEN) return { second: i + 1, ends: [from, to] };
  }
  return undefined;
}

/** Where the last of some words stands in a stretch. */
function lastOf(
  text: string,
  words: readonly string[],
  from: number,
  to: number,
): readonly [number, number] | undefined {
  const stretch = text.slice(from, to);
  const found = words.map((word) => ({ at: stretch.lastIndexOf(word), word })).filter(({ at }) => at >= 0);
  const [last] = found.sort((a, b) => b.at + b.word.length - (a.at + a.word.length) || b.word.length - a.word.length);
  return last && [from + last.at, from + last.at + last.word.length];
}

/** What a question ends with that asks for nothing. */
const ENDING = /[呢啊？?。\s]*$/u;

/**
 * 总量和增速分别是多少, GDP总量和增速: the noun before the asking word, or at the end of a question without one, asks for a second figure of
 * what the one before the join names.
 * @param end where the asking word begins, else where the question ends.
 */
function joinedNouns(text: string, end: number, words: AskingWords): Asking[] | undefined {
  for (const [measure, nouns] of Object.entries(words.figures) as [Measure, string[]][])
    for (const noun of nouns)
      for (const join of words.nounJoins) {
        const { at, behindAt } = joinedAt(text, join, noun, words);
        const behind = text.slice(behindAt, end);
        if (at < 2 || at > end || (end === text.replace(ENDING, '').length && behind !== '')) continue;
        const first = askedMeasure(scratchOf(text.slice(0, at)));
        return [
          { kind: 'figure', from: 0, to: at, units: [], measure: first ?? (measure === 'level' ? 'growth' : 'level') },
          { kind: 'figure', from: at, to: text.length, units: [], measure },
        ];
      }
  return undefined;
}

/** Where a join and a noun of a measure stand, with the field of an order between them or not: 和全省位次. */
function joinedAt(text: string, join: string, noun: string, { fields }: AskingWords): { at: number; behindAt: number } {
  for (const field of ['', ...fields]) {
    const at = text.indexOf(join + field + noun);
    if (at >= 0) return { at, behindAt: at + join.length + field.length + noun.length };
  }
  return { at: -1, behindAt: -1 };
}

/** 总额多少亿，增速呢: a clause behind the asking one that is nothing but the noun of another measure asks for that. */
function trailingNoun(question: Question, mark: Mark, words: AskingWords): Asking[] | undefined {
  const { text } = question;
  const start = Math.max(mark.end, ...MARKS.map((w) => text.replace(ENDING, '').lastIndexOf(w)));
  const tail = text.slice(start);
  const said = [...words.bare, ...MARKS, '又', '还有', '的'].reduce((left, word) => left.replaceAll(word, ''), tail);
  for (const [measure, nouns] of Object.entries(words.figures) as [Measure, string[]][])
    if (nouns.includes(said)) {
      const first = askingOf(question, mark, 0, start, 2);
      return [first, { kind: 'figure', from: start, to: text.length, units: [], measure }];
    }
  return undefined;
}

/** Marks behind which the words are of the next asking, the strongest first: a stop ends what was asked, whatever else stands before the next. */
const ENDS_ASKING: readonly RegExp[] = [/[。？?；;]/u, /[，,]/u];

/** Where the words of an asking end: at the first stop or comma between it and the next, else at the last word that joins them, else behind its unit. */
function boundaryAfter(text: string, mark: Mark, next: Mark | undefined, words: AskingWords): number {
  if (!next) return text.length;
  const between = text.slice(mark.end, next.start);
  // 城市多少、农村又多少: right behind the asking word a 、 ends what was asked as well.
  if (between.startsWith('、')) return mark.end;
  for (const ends of ENDS_ASKING) {
    const at = between.search(ends);
    if (at >= 0) return mark.end + at;
  }
  let best = -1;
  for (const word of words.joins) {
    const at = text.lastIndexOf(word, next.start - word.length);
    if (at >= mark.end && at > best) best = at;
  }
  return best >= 0 ? best : mark.end;
}

/** The measure that an asking word tells by itself. */
const MEASURES: Readonly<Record<Mark['kind'], Measure | undefined>> = {
  amount: undefined,
  share: undefined,
  rank: 'rank',
  multiple: 'multiple',
  ratio: undefined,
  time: undefined,
  duration: undefined,
};

/** A stretch of the question of which the names are taken. */
function withNames(own: string, names: Flags, from: number): Scratch {
  const scratch = scratchOf(own);
  for (let i = 0; i < own.length; i++) if (names[from + i]) scratch.used[i] = 1;
  return scratch;
}

function askingOf({ text, names }: Question, mark: Mark, from: number, to: number, count: number): Asking {
  const own = text.slice(from, to);
  const time = mark.kind === 'time' || mark.kind === 'duration';
  const scratch = scratchOf(own);
  const { facet, sure } = count > 1 && !time ? askedFacet(withNames(own, names, from), false) : {};
  const units = count > 1 && !time ? askedUnits(scratch) : [];
  const measure = count > 1 && !time ? (MEASURES[mark.kind] ?? askedMeasure(scratch)) : undefined;
  return {
    kind: time ? mark.kind : 'figure',
    from,
    to,
    units: mark.kind === 'share' && units.length === 0 ? ['%'] : units,
    ...(measure === undefined ? {} : { measure }),
    ...(facet === undefined ? {} : { facet, facetSure: sure }),
  };
}
