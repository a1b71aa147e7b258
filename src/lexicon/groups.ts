import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from './config.js';
import { ConfigError } from './config-error.js';
import { CONFIG_DIR } from './paths.js';
import type { Gazetteer, Place } from './types.js';

const FILE = 'groups.json';

/** config/groups.json: groups of places that people name as one, and the one-character names of provinces. */
export const groupsFile = z.strictObject({
  groups: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      name: z.string().min(2),
      aliases: z.array(z.string().min(2)),
      /** Codes of the gazetteer. */
      members: z.array(z.string()).min(2).optional(),
      /** Instead of members: all places of a level but those of other groups, by their ids. */
      rest: z.strictObject({ level: z.enum(['province', 'prefecture']), of: z.array(z.string()).min(1) }).optional(),
      /** Folders of the corpus that hold the members' reports: where one is there, it decides. */
      folders: z.array(z.string().min(2)).optional(),
      /** Ids of groups that make it up, where each is asked for by itself: 东中西部. */
      parts: z.array(z.string()).optional(),
      source: z.string().min(2),
      /** When the definition was given: 2019-12. */
      date: z.string().regex(/^\d{4}-\d{2}$/),
    }),
  ),
  /** 京 → 110000. */
  abbreviations: z.record(z.string().length(1), z.string()),
});

/** Places that are named as one: 长三角, 副省级城市. */
export interface PlaceGroup {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly Place[];
  /** Folders of the corpus that decide on the members where they are held. */
  readonly folders: readonly string[];
  /** Ids of the groups that make it up. */
  readonly parts?: readonly string[];
  readonly source: string;
  readonly date: string;
}

export interface PlaceGroups {
  readonly list: readonly PlaceGroup[];
  get(id: string): PlaceGroup | undefined;
  /** Every name with its group, the longest first. */
  readonly names: readonly (readonly [name: string, group: PlaceGroup])[];
  /** The province that a character stands for: 京, 沪. */
  readonly abbreviations: ReadonlyMap<string, Place>;
}

/**
 * Reads the groups of places.
 * @throws ConfigError where the file is malformed, a member is unknown, or a name is claimed twice.
 */
export function loadGroups(gazetteer: Gazetteer, dir: string = CONFIG_DIR): PlaceGroups {
  const file = checkConfig(FILE, parseConfigJson(FILE, readConfigText(dir, FILE)), groupsFile);
  const place = (id: string, where: string): Place => {
    const found = gazetteer.get(id);
    if (!found) throw new ConfigError(`config/${FILE}`, where, `没有代码为 ${id} 的地方`);
    return found;
  };
  const codes = new Map(file.groups.map(({ id, members }) => [id, members ?? []]));
  const membersOf = ({ members, rest }: (typeof file.groups)[number], where: string): readonly Place[] => {
    if (members) return members.map((id) => place(id, where));
    const taken = new Set(rest?.of.flatMap((id) => codes.get(id) ?? []));
    const left = gazetteer.places.filter((p) => p.level === rest?.level && !taken.has(p.id));
    if (left.length === 0) throw new ConfigError(`config/${FILE}`, where, '没有成员');
    return left;
  };
  const list = file.groups.map(
    ({ rest, ...g }, i): PlaceGroup => ({
      ...g,
      folders: g.folders ?? [],
      members: membersOf({ rest, ...g }, `groups.${i}.members`),
    }),
  );
  const names = new Map<string, PlaceGroup>();
  for (const [i, group] of list.entries())
    for (const name of new Set([group.name, ...group.aliases])) {
      if (names.has(name)) throw new ConfigError(`config/${FILE}`, `groups.${i}`, `名称“${name}”重复`);
      names.set(name, group);
    }
  return {
    list,
    get: (id) => list.find((g) => g.id === id),
    names: [...names].sort((a, b) => b[0].length - a[0].length),
    abbreviations: new Map(
      Object.entries(file.abbreviations).map(([char, id]) => [char, place(id, `abbreviations.${char}`)]),
    ),
  };
}

const loaded = new WeakMap<Gazetteer, PlaceGroups>();

/** The groups over a gazetteer, read once. */
export function groupsOf(gazetteer: Gazetteer): PlaceGroups {
  let groups = loaded.get(gazetteer);
  if (!groups) {
    groups = loadGroups(gazetteer);
    loaded.set(gazetteer, groups);
  }
  return groups;
}
