import { ConfigError } from './config-error.js';
import { createMatcher } from './matcher.js';
import type { PlacesFile } from './schemas.js';
import type { Gazetteer, Place, PlaceMention } from './types.js';

const FILE = 'config/places.json';
const NATION = '000000';
const NONE: readonly string[] = [];
const RANK: Record<Place['level'], number> = { nation: 0, province: 1, prefecture: 2, county: 3, zone: 4 };

/** A place with what its row says of where its names are found. */
interface Row {
  readonly place: Place;
  /** Names never found inside a text. */
  readonly never: readonly string[];
  /** Names found only in texts of the area that the place lies in. */
  readonly home: readonly string[];
}

/**
 * Builds the gazetteer.
 * @throws ConfigError where an id stands twice, a parent is missing, or an alias is claimed by two places.
 */
export function createGazetteer(file: PlacesFile): Gazetteer {
  const ids = new Set(file.places.map((row) => row.slice(0, row.indexOf(' '))));
  const rows = file.places.map((row, index) => readRow(row, index, ids));
  const byId = new Map<string, Place>();
  for (const [index, { place }] of rows.entries()) {
    if (byId.has(place.id)) throw new ConfigError(FILE, `places.${index}`, `代码 ${place.id} 重复`);
    byId.set(place.id, place);
  }
  const exact = indexNames(rows);
  // A phrase that only holds a place's name stands for no place.
  const phrases = file.passOver.map((phrase): [string, readonly Row[]] => [phrase, []]);
  const matcher = createMatcher<readonly Row[]>([...exact, ...phrases]);

  function within(inner: string, outer: string): boolean {
    for (let id: string | undefined = inner; id !== undefined; id = byId.get(id)?.parent) if (id === outer) return true;
    return false;
  }

  /** True where the name means the place in a text of `home`, or in a question. */
  function means(name: string, { place, never, home: only }: Row, home: string | undefined): boolean {
    if (never.includes(name)) return false;
    if (!only.includes(name)) return true;
    return home === undefined ? place.name === name : within(place.id, home) || within(home, place.id);
  }

  return {
    places: rows.map((row) => row.place),
    get: (id) => byId.get(id),
    byName: (name) => exact.get(name)?.map((row) => row.place) ?? [],
    within,
    find(text, home) {
      const mentions: PlaceMention[] = [];
      for (let start = 0; start < text.length - 1; start += 1) {
        const hit = matcher.at(text, start);
        if (!hit) continue;
        const end = start + hit.name.length;
        const [first, ...others] = hit.value.filter((row) => means(hit.name, row, home));
        if (first) {
          mentions.push({ place: first.place, others: others.map((row) => row.place), start, end, text: hit.name });
        }
        if (first || hit.value.length === 0) start = end - 1;
      }
      return mentions;
    },
  };
}

/** @param ids all codes of the list, to tell under which prefecture or province a place lies. */
function readRow(row: string, index: number, ids: ReadonlySet<string>): Row {
  const [id, name, short, pinyin, ...marks] = row.split(' ') as [string, string, string, string, ...string[]];
  const marked = (mark: string): readonly string[] =>
    marks.length === 0 ? NONE : marks.filter((m) => m.startsWith(mark)).map((m) => m.slice(1));
  const aliases = name === short ? [name] : [name, short];
  for (const alias of marked('=')) if (!aliases.includes(alias)) aliases.push(alias);
  const parent = marked('^')[0] ?? parentOf(id, ids);
  if (parent !== undefined && !ids.has(parent)) {
    throw new ConfigError(FILE, `places.${index}`, `没有代码为 ${parent} 的地方`);
  }
  const place: Place = {
    id,
    name,
    short,
    pinyin,
    aliases,
    level: levelOf(id),
    ...(parent === undefined ? {} : { parent }),
  };
  return { place, never: marked('!'), home: marked('~') };
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
function indexNames(rows: readonly Row[]): Map<string, Row[]> {
  const index = new Map<string, Row[]>();
  const claimed = new Map<string, Place>();
  for (const [at, row] of rows.entries()) {
    const { name, short, aliases } = row.place;
    for (const alias of aliases) {
      const list = index.get(alias);
      if (list) list.push(row);
      else index.set(alias, [row]);
      if (alias === name || alias === short) continue;
      const holder = claimed.get(alias);
      if (holder) throw new ConfigError(FILE, `places.${at}`, `名称“${alias}”已由 ${holder.id} ${holder.name} 占用`);
      claimed.set(alias, row.place);
    }
  }
  const order = (name: string, { place }: Row): number => RANK[place.level] + (place.name === name ? 0 : 10);
  for (const [name, list] of index) if (list.length > 1) list.sort((a, b) => order(name, a) - order(name, b));
  return index;
}
