import type { Gazetteer, Place } from '../lexicon/types.js';
import type { ReportKind } from './types.js';

/** Short stable names of reports: changde-2022, jilin-jilin-2021 (the city), changsha-2022-news. */

/** The pinyin of a place; with its parent's before it where a place of the same or a higher level is spelt alike (伊春, 宜春). */
export function placeSlug(place: Place, gazetteer: Gazetteer): string {
  const namesake = sameSpelling(gazetteer, place.pinyin).find((p) => p.id !== place.id && outranks(p, place));
  const parent = place.parent === undefined ? undefined : gazetteer.get(place.parent);
  return namesake && parent ? `${parent.pinyin}-${place.pinyin}` : place.pinyin;
}

/** The id that a document would have if it were alone. */
export function baseId(place: Place | null, year: number | null, kind: ReportKind, gazetteer: Gazetteer): string {
  const parts = [place ? placeSlug(place, gazetteer) : 'unknown'];
  if (year !== null) parts.push(String(year));
  if (kind === 'news') parts.push('news');
  return parts.join('-');
}

/** Gives out ids so that none is given twice: the second changde-2022 is changde-2022-2. */
export function uniqueIds(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let id = wanted;
    for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
    taken.add(id);
    return id;
  };
}

const ORDER: Readonly<Record<Place['level'], number>> = { nation: 0, province: 1, prefecture: 2, county: 3, zone: 4 };

function outranks(other: Place, place: Place): boolean {
  return ORDER[other.level] < ORDER[place.level] || other.level === place.level;
}

const bySpelling = new WeakMap<Gazetteer, Map<string, Place[]>>();

function sameSpelling(gazetteer: Gazetteer, pinyin: string): readonly Place[] {
  let index = bySpelling.get(gazetteer);
  if (!index) {
    index = new Map();
    for (const place of gazetteer.places) {
      const list = index.get(place.pinyin);
      if (list) list.push(place);
      else index.set(place.pinyin, [place]);
    }
    bySpelling.set(gazetteer, index);
  }
  return index.get(pinyin) ?? [];
}
