import type { PlaceSet } from '../../frame/analysis.js';
import type { Lexicon } from '../../lexicon/load.js';
import type { Place } from '../../lexicon/types.js';
import type { Store } from '../../retrieval/types.js';
import { type AnswerContext, type HeldPlace, heldByCode, heldPlace, heldPlaces } from '../context.js';

/** The places of a set that have reports, and those named or defined as members that have none. */
export interface Resolved {
  readonly places: readonly HeldPlace[];
  readonly absent: readonly Place[];
}

/** True for a place of the level; a municipality under the nation is no city here, 各省 names it. */
function isOfLevel({ level }: Place, asked: PlaceSet['level']): boolean {
  if (asked === 'any') return level !== 'nation';
  if (asked === 'county') return level === 'county' || level === 'zone';
  return level === asked;
}

/** Taiwan, Hong Kong and Macao give no report of this kind. */
const APART = /^(?:71|81|82)/u;

/** Which places a set means over what is held. */
export function resolvePlaces({ store, lexicon }: Pick<AnswerContext, 'store' | 'lexicon'>, set: PlaceSet): Resolved {
  const without = new Set((set.without ?? []).map((p) => p.id));
  for (const id of inFolders(store, set.withoutFolders ?? [])) without.add(id);
  for (const p of set.apart ?? []) without.add(p.id);
  // 广西以外 leaves out what lies in it as well; of 湖北的报告以外，哪些市 its cities are asked about.
  const left = set.level === 'any' ? (set.without ?? []) : [];
  const outer = left.filter(({ level }) => level === 'province' || level === 'prefecture');
  const stays = (p: Place): boolean =>
    !without.has(p.id) && !outer.some(({ id }) => lexicon.gazetteer.within(p.id, id));
  const lies = (p: Place): boolean =>
    !set.within || set.within.some((outer) => p.id !== outer.id && lexicon.gazetteer.within(p.id, outer.id));
  const foldered = inFolders(store, set.folders ?? []);
  if (foldered.size > 0)
    return {
      places: heldPlaces(store).filter((h) => foldered.has(h.place.id) && stays(h.place) && lies(h.place)),
      absent: [],
    };
  if (set.members) {
    const members = set.members.filter((p) => stays(p) && lies(p));
    // A county that is named may be told of by the report of its city.
    const around = (p: Place): HeldPlace | undefined => {
      const outer =
        set.named && p.level === 'county' && p.parent !== undefined ? heldPlace(store, p.parent) : undefined;
      return outer && { place: p, years: outer.years };
    };
    const found = members.map((p) => heldPlace(store, p.id) ?? around(p));
    return { places: found.filter((h) => h !== undefined), absent: members.filter((_, i) => !found[i]) };
  }
  const also = new Set((set.also ?? []).map((p) => p.id));
  const places = heldByCode(store).filter(
    (h) => also.has(h.place.id) || (isOfLevel(h.place, set.level) && lies(h.place) && stays(h.place)),
  );
  // All provinces are known: those without reports are named. Of cities there are too many.
  const absent =
    set.level === 'province'
      ? provincesOf(lexicon).filter((p) => stays(p) && !places.some((h) => h.place.id === p.id))
      : [];
  const unheld = (set.also ?? []).filter((p) => !places.some((h) => h.place.id === p.id));
  return { places, absent: [...absent, ...unheld] };
}

const provincesByLexicon = new WeakMap<Lexicon, readonly Place[]>();

/** The provinces that give reports. */
function provincesOf(lexicon: Lexicon): readonly Place[] {
  let provinces = provincesByLexicon.get(lexicon);
  if (!provinces) {
    provinces = lexicon.gazetteer.places.filter((p) => isOfLevel(p, 'province') && !APART.test(p.id));
    provincesByLexicon.set(lexicon, provinces);
  }
  return provinces;
}

/** Ids of the places whose reports lie in a folder with one of the names: 政府工作报告-主要城市 for 主要城市. */
function inFolders(store: Store, folders: readonly string[]): Set<string> {
  const found = new Set<string>();
  if (folders.length === 0) return found;
  for (const head of store.heads) {
    if (!head.place || head.duplicateOf) continue;
    const parts = head.seed.split('/').slice(0, -1);
    if (parts.some((part) => folders.some((name) => part.endsWith(name)))) found.add(head.place.id);
  }
  return found;
}
