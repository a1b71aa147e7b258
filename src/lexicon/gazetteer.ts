import { ConfigError } from './config-error.js';
import { createMatcher } from './matcher.js';
import type { PlacesFile } from './schemas.js';
import type { Gazetteer, Place, PlaceMention } from './types.js';

const FILE = 'config/places.json';
const NATION = '000000';
const RANK: Record<Place['level'], number> = { nation: 0, province: 1, prefecture: 2, county: 3, zone: 4 };

/** Names of a place that are not found everywhere. */
interface Reserved {
  /** Never found inside a text. */
  readonly never: readonly string[];
  /** Found only in texts of the area that the place lies in, or, where it is the whole name, in a question. */
  readonly home: readonly string[];
  /** Found only in questions. */
  readonly asked: readonly string[];
}

/** The places that carry a name: one as it is, several in a list. Most names have one, and thousands of lists cost time at every start. */
type Carriers = Place | readonly Place[];

/**
 * Builds the gazetteer.
 * @throws ConfigError where an id stands twice, a parent is missing, or a further name is claimed by two places.
 */
export function createGazetteer(file: PlacesFile): Gazetteer {
  const byId = new Map<string, Place>();
  const reserved = new Map<Place, Reserved>();
  const ids = new Set<string>();
  for (const [index, row] of file.places.entries()) {
    const id = row.slice(0, row.indexOf(' '));
    if (ids.has(id)) throw new ConfigError(FILE, `places.${index}`, `代码 ${id} 重复`);
    ids.add(id);
  }
  for (const [index, row] of file.places.entries()) {
    const place = readRow(row, index, ids, reserved);
    byId.set(place.id, place);
  }
  const places = [...byId.values()];
  const index = indexNames(places);
  // A phrase that only holds a place's name stands for no place.
  for (const phrase of file.passOver) index.set(phrase, []);
  const matcher = createMatcher(index);

  function within(inner: string, outer: string): boolean {
    for (let id: string | undefined = inner; id !== undefined; id = byId.get(id)?.parent) if (id === outer) return true;
    return false;
  }

  /** True where the name means the place in a text of `home`, or in a question. */
  function means(name: string, place: Place, home: string | undefined): boolean {
    const names = reserved.get(place);
    if (!names) return true;
    if (names.never.includes(name)) return false;
    if (names.asked.includes(name)) return home === undefined;
    if (!names.home.includes(name)) return true;
    return home === undefined ? place.name === name : within(place.id, home) || within(home, place.id);
  }

  /** True where a city's or a province's name begins within a stretch and goes on behind it: 上杭 of 加上杭州. */
  function hidesLarger(text: string, start: number, end: number): boolean {
    for (let at = start + 1; at < end; at += 1) {
      const name = matcher.at(text, at);
      if (name !== undefined && at + name.length > end && listOf(index.get(name)).some((p) => LARGER.has(p.level)))
        return true;
    }
    return false;
  }

  return {
    places,
    get: (id) => byId.get(id),
    byName: (name) => listOf(index.get(name)),
    within,
    find(text, home) {
      const mentions: PlaceMention[] = [];
      for (let start = 0; start < text.length - 1; start += 1) {
        const name = matcher.at(text, start);
        if (name === undefined) continue;
        const carriers = listOf(index.get(name));
        const end = start + name.length;
        const [place, ...others] = carriers.filter((carrier) => means(name, carrier, home));
        if (place?.level === 'county' && name !== place.name && hidesLarger(text, start, end)) continue;
        if (place) mentions.push({ place, others, start, end, text: name });
        if (place || carriers.length === 0) start = end - 1;
      }
      return mentions;
    },
    passedOver: (text) =>
      file.passOver.flatMap((phrase) => {
        const start = text.indexOf(phrase);
        return start < 0 ? [] : [{ start, end: start + phrase.length }];
      }),
  };
}

/** The levels of places that people name without saying what lies in them. */
const LARGER: ReadonlySet<Place['level']> = new Set<Place['level']>(['province', 'prefecture']);

function listOf(carriers: Carriers | undefined): readonly Place[] {
  if (carriers === undefined) return [];
  return 'id' in carriers ? [carriers] : carriers;
}

/** @param ids all codes of the list, to tell under which prefecture or province a place lies. @param reserved filled with the row's marks. */
function readRow(row: string, index: number, ids: ReadonlySet<string>, reserved: Map<Place, Reserved>): Place {
  // Taken one by one: destructuring with a rest costs more than all else here.
  const parts = row.split(' ');
  const id = parts[0]!;
  const name = parts[1]!;
  const short = parts[2]!;
  const pinyin = parts[3]!;
  const aliases = name === short ? [name] : [name, short];
  let parent = parentOf(id, ids);
  const marks = parts.length > 4 ? parts.slice(4) : undefined;
  const marked = (mark: string): string[] => marks?.filter((m) => m.startsWith(mark)).map((m) => m.slice(1)) ?? [];
  if (marks) {
    for (const alias of [...marked('='), ...marked('?')]) if (!aliases.includes(alias)) aliases.push(alias);
    parent = marked('^')[0] ?? parent;
  }
  if (parent !== undefined && !ids.has(parent)) {
    throw new ConfigError(FILE, `places.${index}`, `没有代码为 ${parent} 的地方`);
  }
  const place: Place = { id, name, short, pinyin, aliases, level: levelOf(id), parent };
  if (marks) reserved.set(place, { never: marked('!'), home: marked('~'), asked: marked('?') });
  return place;
}

/** The administrative code tells the level: 430000 a province, 430700 a prefecture, 430725 a county, 430771 a zone. */
function levelOf(id: string): Place['level'] {
  if (id === NATION) return 'nation';
  if (id.startsWith('z')) return 'zone';
  if (id.endsWith('0000')) return 'province';
  if (id.endsWith('00')) return 'prefecture';
  if (id.slice(2, 4) === '90') return 'county';
  const tail = Number(id.slice(4));
  return (tail >= 70 && tail < 80) || tail >= 90 ? 'zone' : 'county';
}

function parentOf(id: string, ids: ReadonlySet<string>): string | undefined {
  if (id === NATION) return undefined;
  if (id.endsWith('0000')) return NATION;
  const prefecture = `${id.slice(0, 4)}00`;
  return prefecture !== id && ids.has(prefecture) ? prefecture : `${id.slice(0, 2)}0000`;
}

/**
 * Every name with the places that carry it: official names before short ones, higher levels before lower ones.
 * Namesakes by official or short name are a fact of life; a further name is a choice, and must lead to one place.
 */
function indexNames(places: readonly Place[]): Map<string, Carriers> {
  const index = new Map<string, Carriers>();
  const claimed = new Map<string, Place>();
  for (const [at, place] of places.entries()) {
    for (const alias of place.aliases) {
      const others = index.get(alias);
      index.set(alias, others === undefined ? place : inOrder(alias, [...listOf(others), place]));
      if (alias === place.name || alias === place.short) continue;
      const holder = claimed.get(alias);
      if (holder) throw new ConfigError(FILE, `places.${at}`, `名称“${alias}”已由 ${holder.id} ${holder.name} 占用`);
      claimed.set(alias, place);
    }
  }
  return index;
}

function inOrder(name: string, places: Place[]): readonly Place[] {
  const order = (place: Place): number => RANK[place.level] + (place.name === name ? 0 : 10);
  return places.sort((a, b) => order(a) - order(b));
}
