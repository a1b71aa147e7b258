import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { parseNumeral } from '../text/numerals.js';
import { compile } from './analysis/pattern.js';

const FILE = 'language/turn-asks.json';
const patterns = z.array(z.string().min(2)).min(1);

/** config/language/turn-asks.json: turns that ask something of what was answered before and name no other thing. */
export const turnAsksFile = z.strictObject({
  notation: z.string(),
  /** Words by which a report tells who sees to a thing. */
  sees: z.array(z.string().min(2)).min(1),
  /** Words for an item by which a source is meant where no list was answered. */
  sources: z.array(z.string().min(1)).min(1),
  /** Words by which a report tells a cause. */
  causes: z.strictObject({ sure: z.array(z.string().min(2)).min(1), likely: z.array(z.string().min(2)).min(1) }),
  item: patterns,
  responsible: patterns,
  speaker: patterns,
  delivered: patterns,
  higher: patterns,
  lower: patterns,
  highest: patterns,
  lowest: patterns,
  gap: patterns,
  short: patterns,
  sum: patterns,
  moved: patterns,
  reached: patterns,
});

/**
 * What a turn asks of what was answered before: one item of a list; who sees to it; who gave the report, and when; which of two figures is higher or lower, by how
 * much they differ, what they come to; by how much a target was missed or passed; which of several places is first or last; whether a figure moved since the year before; whether a target was reached.
 */
export type TurnAsk =
  | {
      readonly kind: 'item';
      readonly number: number | 'last';
      /** True where the word for it names sources too: 第二条. */
      readonly source: boolean;
    }
  | {
      readonly kind:
        | 'responsible'
        | 'speaker'
        | 'delivered'
        | 'higher'
        | 'lower'
        | 'highest'
        | 'lowest'
        | 'gap'
        | 'short'
        | 'sum'
        | 'moved'
        | 'reached';
    };

interface TurnAskWords {
  readonly sees: readonly string[];
  readonly sources: readonly string[];
  readonly causes: z.infer<typeof turnAsksFile>['causes'];
  readonly wholes: ReadonlyMap<string, readonly RegExp[]>;
}

let loaded: TurnAskWords | undefined;

function words(): TurnAskWords {
  if (loaded) return loaded;
  const file = checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), turnAsksFile);
  const whole = (pattern: string): RegExp =>
    new RegExp(`^(?:${compile(pattern).source.replaceAll('#', NUMBER)})$`, 'u');
  const { sees, sources, causes } = file;
  loaded = { sees, sources, causes, wholes: new Map(ORDER.map((kind) => [kind, file[kind].map(whole)])) };
  return loaded;
}

/** Words by which a report tells who sees to a thing: 负责, 牵头. */
export function wordsOfSeeing(): readonly string[] {
  return words().sees;
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
  'item',
  'responsible',
  'speaker',
  'delivered',
  'moved',
  'reached',
  'short',
  'gap',
  'sum',
  'highest',
  'lowest',
  'higher',
  'lower',
] as const;

/** Reads a turn that is nothing but such an asking; undefined for any other. Never throws. @param text a normalised turn. */
export function turnAskOf(text: string): TurnAsk | undefined {
  const plain = text.replace(/[？?。.!！~～…\s]+$/u, '');
  if (plain.length < 2 || plain.length > LONGEST) return undefined;
  for (const kind of ORDER)
    for (const pattern of words().wholes.get(kind) ?? []) {
      const match = pattern.exec(plain);
      if (!match) continue;
      if (kind !== 'item') return { kind };
      const number = match[1] === undefined ? null : parseNumeral(match[1]);
      return { kind, number: number ?? 'last', source: words().sources.some((w) => plain.includes(w)) };
    }
  return undefined;
}
