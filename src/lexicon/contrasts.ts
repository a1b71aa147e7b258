import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from './config.js';
import { CONFIG_DIR } from './paths.js';

const FILE = 'language/contrasts.json';

/** config/language/contrasts.json: groups of words that part siblings; what is said of one member is not said of another. */
export const contrastsFile = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** The words of each member, of reports and of people alike. Of words that overlap the longer counts: 进出口 before 出口. */
      members: z.array(z.array(z.string().min(1)).min(1)).min(2),
      /** Words that hold one of these without meaning it: 建成区 is nothing that was 建成. */
      not: z.array(z.string().min(2)).optional(),
      /** Members whose words are said of others too, by their place: 一共 of 一共新增了多少. A clash with them excludes nothing. */
      vague: z.array(z.number().int().nonnegative()).optional(),
      /** True where a figure must name the member that is asked for, itself or in its sentence: 对韩进出口 is told by no 进出口. */
      strict: z.boolean().optional(),
    }),
  ),
});

export type ContrastGroup = z.infer<typeof contrastsFile>['groups'][number];

let loaded: readonly ContrastGroup[] | undefined;

/** The project's groups, read with the first use. @throws ConfigError where the file is malformed. */
export function contrasts(): readonly ContrastGroup[] {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), contrastsFile).groups;
  return loaded;
}

/** A word of a group; `bit` is 0 for one that only holds another. */
interface Entry {
  readonly word: string;
  readonly group: number;
  readonly bit: number;
}

/** The words of a list of groups, ready to be found in texts. */
interface WordIndex {
  /** By the code of their first two units (`pairAt`), longer ones first; those of a single unit by that. */
  readonly byPair: ReadonlyMap<number, readonly Entry[]>;
  readonly single: ReadonlyMap<number, readonly Entry[]>;
  /** 1 for each hash of two units that a word begins with, and for each unit that is a word: most of a text are none. */
  readonly pairs: Uint8Array;
  readonly units: Uint8Array;
  /** For each group where its last word of the text at hand ends; all 0 between two texts. Made once: every candidate of a question is looked through. */
  readonly until: Int32Array;
  /** What a text holds that names no member of any group, which most texts are. */
  readonly none: readonly number[];
}

const indexes = new WeakMap<readonly ContrastGroup[], WordIndex>();

function indexOf(groups: readonly ContrastGroup[]): WordIndex {
  const known = indexes.get(groups);
  if (known) return known;
  const entries = groups.flatMap(({ members, not = [] }, group): Entry[] => [
    ...members.flatMap((words, i) => words.map((word) => ({ word, group, bit: 1 << i }))),
    ...not.map((word) => ({ word, group, bit: 0 })),
  ]);
  const byPair = new Map<number, Entry[]>();
  const single = new Map<number, Entry[]>();
  const pairs = new Uint8Array(UNITS);
  const units = new Uint8Array(UNITS);
  for (const entry of entries.sort((a, b) => b.word.length - a.word.length)) {
    const { word } = entry;
    const code = word.length > 1 ? pairAt(word, 0) : word.charCodeAt(0);
    if (word.length > 1) pairs[slotOf(code)] = 1;
    else units[code] = 1;
    const lists = word.length > 1 ? byPair : single;
    const list = lists.get(code);
    if (list) list.push(entry);
    else lists.set(code, [entry]);
  }
  const index = { byPair, single, pairs, units, until: new Int32Array(groups.length), none: groups.map(() => 0) };
  indexes.set(groups, index);
  return index;
}

/** A word of a group as it stands in a text; `bit` is 0 for one that only holds another. */
export interface ContrastWord {
  readonly group: number;
  readonly bit: number;
  readonly start: number;
  readonly end: number;
}

const UNITS = 0x10000;

/** Two neighbouring units of a text as one number; behind the last one stands 0. */
function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | (at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
}

/** A hash of two units, below `UNITS`. */
function slotOf(pair: number): number {
  return (Math.imul(pair >>> 16, 31) + pair) & (UNITS - 1);
}

/** The words of the groups that a text holds. Within a group the longest word from the left counts. */
export function contrastWords(groups: readonly ContrastGroup[], text: string): ContrastWord[] {
  const { byPair, single, pairs, units, until } = indexOf(groups);
  const found: ContrastWord[] = [];
  const note = (entries: readonly Entry[], start: number): void => {
    for (const { word, group, bit } of entries) {
      if (start < until[group]! || !text.startsWith(word, start)) continue;
      until[group] = start + word.length;
      found.push({ group, bit, start, end: start + word.length });
    }
  };
  for (let start = 0; start < text.length; start++) {
    const pair = pairAt(text, start);
    if (pairs[slotOf(pair)] === 1) {
      const longer = byPair.get(pair);
      if (longer) note(longer, start);
    }
    const unit = text.charCodeAt(start);
    if (units[unit] === 1) note(single.get(unit)!, start);
  }
  for (const { group } of found) until[group] = 0;
  return found;
}

/** For each group the members that a text holds, as bits; 0 where it holds none. */
export function membersIn(groups: readonly ContrastGroup[], text: string): readonly number[] {
  const found = contrastWords(groups, text);
  const { none } = indexOf(groups);
  if (found.length === 0) return none;
  const bits = [...none];
  for (const { group, bit } of found) bits[group]! |= bit;
  return bits;
}

/** The words of one text that name another member of a group than a second text does: 城镇 of 城镇居民收入 where 农村 is said. */
export function clashingWords(groups: readonly ContrastGroup[], text: string, said: string): ContrastWord[] {
  const own = membersIn(groups, said);
  return contrastWords(groups, text).filter(
    ({ group, bit }) => bit !== 0 && own[group] !== 0 && (own[group]! & bit) === 0,
  );
}

/** The names that a member of a group goes by. */
export function memberNames(groups: readonly ContrastGroup[], group: number, bits: number): readonly string[] {
  return groups[group]!.members.flatMap((words, i) => (bits & (1 << i) ? words : []));
}

/**
 * Whether one word may stand for another where siblings are parted: not where it names another member (城镇 for 农村),
 * nor where it is the word with its telling part left out (低保 for 农村低保).
 */
export function keepsApart(groups: readonly ContrastGroup[], word: string, other: string): boolean {
  const [own, its] = [membersIn(groups, word), membersIn(groups, other)];
  const shorter = word.includes(other);
  return own.every((bits, i) => bits === 0 || (bits & its[i]!) !== 0 || (its[i] === 0 && !shorter));
}
