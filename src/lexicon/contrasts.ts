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
      /** True where a figure must name the member that is asked for: another's or one of all together is none of it. */
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

const indexes = new WeakMap<readonly ContrastGroup[], ReadonlyMap<string, readonly Entry[]>>();

/** All words by their first unit, longer ones first. */
function indexOf(groups: readonly ContrastGroup[]): ReadonlyMap<string, readonly Entry[]> {
  const known = indexes.get(groups);
  if (known) return known;
  const entries = groups.flatMap(({ members, not = [] }, group): Entry[] => [
    ...members.flatMap((words, i) => words.map((word) => ({ word, group, bit: 1 << i }))),
    ...not.map((word) => ({ word, group, bit: 0 })),
  ]);
  const index = new Map<string, Entry[]>();
  for (const entry of entries.sort((a, b) => b.word.length - a.word.length)) {
    const [first] = entry.word;
    const list = index.get(first!);
    if (list) list.push(entry);
    else index.set(first!, [entry]);
  }
  indexes.set(groups, index);
  return index;
}

/** For each group the members that a text holds, as bits; 0 where it holds none. Within a group the longest word from the left counts. */
export function membersIn(groups: readonly ContrastGroup[], text: string): number[] {
  const index = indexOf(groups);
  const bits = new Array<number>(groups.length).fill(0);
  const until = new Int32Array(groups.length);
  for (let at = 0; at < text.length; at++) {
    const entries = index.get(text[at]!);
    if (!entries) continue;
    for (const { word, group, bit } of entries) {
      if (at < until[group]! || !text.startsWith(word, at)) continue;
      bits[group]! |= bit;
      until[group] = at + word.length;
    }
  }
  return bits;
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
