import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { parseNumeral } from '../text/numerals.js';
import { findPeriods } from '../text/periods.js';
import { compile } from './analysis/pattern.js';
import { patterns } from './patterns/index.js';
import { turnWords } from './turn-words.js';
import { without } from './turns.js';

const FILE = 'language/turn-asks.json';
const lines = z.array(z.string().min(2)).min(1);

/** config/language/turn-asks.json: turns that ask something of what was answered before and name no other thing. */
export const turnAsksFile = z.strictObject({
  notation: z.string(),
  /** Words by which a report tells who sees to a thing. */
  sees: z.array(z.string().min(2)).min(1),
  /** Words for an item by which a source is meant where no list was answered. */
  sources: z.array(z.string().min(1)).min(1),
  /** Words by which a report tells a cause. */
  causes: z.strictObject({
    /** By these a report says that something fell or fell short, and by those a turn asks why it did. */
    falls: z.array(z.string().min(2)).min(1),
    misses: z.array(z.string().min(1)).min(1),
    /** By these a sentence sets an aim, which explains no fall. */
    sets: z.array(z.string().min(2)).min(1),
    /** What tells a cause of its own sentence's figure alone: 剔除一次性收入后增长2%. */
    own: z.array(z.string().min(2)).min(1),
    /** By these a sentence right behind main targets speaks of them: 这样安排，主要考虑…. */
    aims: z.array(z.string().min(2)).min(1),
    sure: z.array(z.string().min(2)).min(1),
    likely: z.array(z.string().min(2)).min(1),
  }),
  /** How a report says where something is: what opens it (在…), and what the names of places end in. */
  where: z.strictObject({ opens: lines, ends: lines }),
  /** How a turn asks what was spent (一共花了多少钱), and what stands in the name of a figure that tells it. */
  spending: z.strictObject({ asks: lines, tells: z.array(z.string().min(1)).min(1) }),
  /** Words by which a turn asks what something means. */
  meaning: z.array(z.string().min(2)).min(1),
  /** Words by which a turn asks which item of a list something is. */
  which: z.array(z.string().min(2)).min(1),
  /** How a turn ends that sets what it asks for beside the figure before: …比这个多还是少. */
  besideTold: lines,
  /** What opens a turn that asks something within one item of the list before: its number, or ~ for some words of it. */
  within: lines,
  /** One item of a list by its number (第三件), and the words that ask what is said of it: nothing else may stand in such a turn. */
  item: z.strictObject({
    named: z.string().min(2),
    /** The same where nothing asks: 第三件. */
    alone: z.string().min(2),
    requests: z.array(z.string().min(1)).min(1),
    /** Those of them that ask for more than the item's own words: 展开. */
    expands: z.array(z.string().min(1)).min(1),
  }),
  detail: lines,
  responsible: lines,
  speaker: lines,
  delivered: lines,
  higher: lines,
  lower: lines,
  highest: lines,
  lowest: lines,
  gap: lines,
  short: lines,
  sum: lines,
  moved: lines,
  base: lines,
  reached: lines,
});

/**
 * What a turn asks of what was answered before: one item of a list, and what is said of it; who sees to it; who gave the report, and when; which of two figures is higher or lower, by how
 * much they differ, what they come to; by how much a target was missed or passed; which of several places is first or last; whether a figure moved since the year before; what it had been; whether a target was reached.
 */
export type TurnAsk =
  | { readonly kind: 'sum' /** How many are meant, where the turn says so. */; readonly count?: number }
  | {
      readonly kind: 'moved';
      /** The year to set it against, where it is named. */
      readonly year?: number;
      /** True where it is the year before that of the last figure, whatever was told of others: 再前一年. */
      readonly further?: boolean;
    }
  | {
      readonly kind: 'item';
      /** Its place in the list, from 1; below 0 from the end. */
      readonly number: number | 'last';
      /** True where the word for it names sources too: 第二条. */
      readonly source: boolean;
      /** True where more is asked for than its own words: 展开说说. */
      readonly expands: boolean;
    }
  | {
      readonly kind:
        | 'detail'
        | 'responsible'
        | 'speaker'
        | 'delivered'
        | 'higher'
        | 'lower'
        | 'highest'
        | 'lowest'
        | 'gap'
        | 'short'
        | 'base'
        | 'reached';
    };

interface TurnAskWords {
  readonly sees: readonly string[];
  readonly sources: readonly string[];
  readonly causes: z.infer<typeof turnAsksFile>['causes'];
  readonly where: { readonly opens: readonly RegExp[]; readonly ends: readonly RegExp[] };
  readonly item: {
    readonly named: RegExp;
    readonly alone: RegExp;
    readonly requests: readonly string[];
    readonly expands: readonly string[];
  };
  readonly wholes: ReadonlyMap<string, readonly RegExp[]>;
  readonly besideTold: readonly RegExp[];
  readonly within: readonly RegExp[];
  readonly which: readonly string[];
  readonly meaning: readonly string[];
  readonly spending: { readonly asks: readonly RegExp[]; readonly tells: readonly string[] };
}

let loaded: TurnAskWords | undefined;

function words(): TurnAskWords {
  if (loaded) return loaded;
  const file = checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), turnAsksFile);
  const numbered = (pattern: string): string => compile(pattern).source.replaceAll('#', NUMBER);
  const whole = (pattern: string): RegExp => new RegExp(`^(?:${numbered(pattern)})$`, 'u');
  const head = (pattern: string): RegExp => new RegExp(`^(?:${numbered(pattern)})`, 'u');
  const tail = (pattern: string): RegExp => new RegExp(`(?:${numbered(pattern)})$`, 'u');
  const anywhere = (pattern: string): RegExp => new RegExp(numbered(pattern), 'u');
  const { sees, sources, causes } = file;
  loaded = {
    sees,
    sources,
    causes,
    which: file.which,
    meaning: file.meaning,
    spending: { asks: file.spending.asks.map(anywhere), tells: file.spending.tells },
    where: { opens: file.where.opens.map(anywhere), ends: file.where.ends.map(anywhere) },
    besideTold: file.besideTold.map(tail),
    within: file.within.map(head),
    item: {
      named: new RegExp(numbered(file.item.named), 'u'),
      alone: new RegExp(`^(?:${numbered(file.item.alone)})$`, 'u'),
      requests: file.item.requests,
      expands: file.item.expands,
    },
    wholes: new Map(ORDER.map((kind) => [kind, file[kind].map(whole)])),
  };
  return loaded;
}

/** Words by which a report tells who sees to a thing: 负责, 牵头. */
export function wordsOfSeeing(): readonly string[] {
  return words().sees;
}

/** True for a turn that asks why something fell or fell short: 怎么没够着, 咋这么低. */
export function asksOfMiss(text: string): boolean {
  return words().causes.misses.some((word) => text.includes(word));
}

/** How a report says where something is. */
export function whereWords(): TurnAskWords['where'] {
  return words().where;
}

/** Words by which a report tells a cause, those that surely do apart from those that may. */
export function causeWords(): z.infer<typeof turnAsksFile>['causes'] {
  return words().causes;
}

/** A number up to 99, as turns write it. */
const NUMBER = '([一二三四五六七八九十]{1,3}|\\d{1,2})';
/** A turn longer than this asks for more. */
const LONGEST = 24;
const ORDER = [
  'detail',
  'responsible',
  'speaker',
  'delivered',
  'moved',
  'base',
  'reached',
  'short',
  'gap',
  'sum',
  'highest',
  'lowest',
  'higher',
  'lower',
] as const;

/** How many figures a turn means: 两家一共多少. */
function countIn(text: string): { count?: number } {
  const count = parseNumeral(/[两三四五六]/u.exec(text)?.[0] ?? '');
  return count === null ? {} : { count };
}

/** A year that a figure is set against (比2021年高了还是低了), as the patterns know it. */
const YEAR = /(?:(?:19|20)\d{2}|\d{2})年/u;
const THAT_YEAR = '上一年';

function yearIn(text: string): number | undefined {
  const match = YEAR.exec(text);
  return match ? findPeriods(match[0], { short: true })[0]?.from : undefined;
}

/** Reads a turn that is nothing but such an asking; undefined for any other. Never throws. @param text a normalised turn. */
export function turnAskOf(text: string): TurnAsk | undefined {
  const typed = text.replace(/[？?。.!！~～…\s]+$/u, '');
  const year = yearIn(typed);
  const plain = year === undefined ? typed : typed.replace(YEAR, THAT_YEAR);
  if (plain.length < 2 || plain.length > LONGEST) return undefined;
  const item = year === undefined ? itemIn(plain) : undefined;
  if (item) return item;
  for (const kind of ORDER)
    for (const pattern of words().wholes.get(kind) ?? []) {
      const match = pattern.exec(plain);
      if (!match) continue;
      if (year !== undefined) return kind === 'moved' ? { kind, year } : undefined;
      if (kind === 'moved' && patterns().turns.further.in(plain)) return { kind, further: true };
      if (kind === 'sum') return { kind, ...countIn(plain) };
      return { kind };
    }
  return undefined;
}

/** How 头一件 and 倒数第二件 begin. */
const FIRST = '头';
const BACKWARDS = '倒数';

/** An item that is named by its number, in a turn that says no more than to tell it: 第三件, 第九条展开说说, 说说最后一项. */
function itemIn(text: string): TurnAsk | undefined {
  const { item, sources } = words();
  const match = item.named.exec(text);
  if (!match) return undefined;
  const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  const told = rest === '' ? item.alone.test(text) : without(rest.replace(/[，,、\s]+/gu, ''), item.requests) === '';
  if (!told) return undefined;
  const counted = match[1] === undefined ? undefined : (parseNumeral(match[1]) ?? undefined);
  const backwards = match[0].startsWith(BACKWARDS);
  const number = match[0].startsWith(FIRST) ? 1 : counted === undefined ? 'last' : backwards ? -counted : counted;
  return {
    kind: 'item',
    number,
    source: sources.some((w) => text.includes(w)),
    expands: item.expands.some((w) => rest.includes(w)),
  };
}

/** The item that a turn names by its number and says no more: 第三个呢, 那最后一件. Undefined for any other. Never throws. */
export function itemAlone(text: string): number | 'last' | undefined {
  const { closing, lead } = patterns().turns;
  const typed = closing.cutFrom(lead.cutFrom(text)).replace(/[？?。！!\s]+$/u, '');
  const asked = words().item.alone.test(typed) ? itemIn(typed) : undefined;
  return asked?.kind === 'item' ? asked.number : undefined;
}

/** True for a turn whose word for an item means a source too: 第二条的原文. */
export function namesSource(text: string): boolean {
  return words().sources.some((word) => text.includes(word));
}

/** True for a turn that asks what was spent on a thing: 一共花了多少钱. */
export function asksSpending(text: string): boolean {
  return words().spending.asks.some((pattern) => pattern.test(text));
}

/** True for the name of a figure that tells what was spent. */
export function tellsSpending(name: string): boolean {
  return words().spending.tells.some((word) => name.includes(word));
}

/** True for a turn that asks what something means: 这三个数分别指什么. */
export function asksMeaning(text: string): boolean {
  return words().meaning.some((word) => text.includes(word));
}

/** True for a turn that asks which item something is: …是第几件, 在哪条里. */
export function asksWhichItem(text: string): boolean {
  return words().which.some((word) => text.includes(word));
}

/** What a turn asks for beside the figure before (21年计划改的 of 21年计划改的比这个多还是少); undefined for any other turn. Never throws. */
export function askedBesideTold(text: string): string | undefined {
  const typed = text.replace(/[？?。.!！~～…\s]+$/u, '');
  const rest = words()
    .besideTold.map((pattern) => typed.replace(pattern, ''))
    .find((left) => left !== typed && left.length > 1);
  return rest;
}

/** What is asked within an item: its place in the list, or some words of it; and the rest of the turn. */
export interface ItemAsked {
  readonly number?: number | 'last';
  readonly named?: string;
  readonly rest: string;
}

/** The shortest words that ask within an item. */
const LEAST_REST = 4;

/** Reads a turn that asks something within one item (第二条里改灶要改多少户); undefined for any other. Never throws. */
export function itemAsked(text: string): ItemAsked | undefined {
  for (const pattern of words().within) {
    const match = pattern.exec(text);
    const rest = match ? text.slice(match[0].length) : '';
    if (!match || rest.length < LEAST_REST || !turnWords().messages.asks.some((word) => rest.includes(word))) continue;
    const [, told] = match;
    if (told === undefined) return { number: 'last', rest };
    const number = /^第/u.test(match[0].slice(match[0].indexOf(told) - 1)) ? parseNumeral(told) : null;
    if (number !== null) return { number, rest };
    if (told.length > 1) return { named: told, rest };
  }
  return undefined;
}
