import type { Frame } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Place } from '../lexicon/types.js';
import type { Store } from '../retrieval/types.js';

/** All that making an answer may look at. */
export interface AnswerContext {
  readonly store: Store;
  readonly lexicon: Lexicon;
  readonly query: Frame;
  /** True where every row of a table is to be cited, however many there are. */
  readonly allCited?: boolean;
}

/** A place with the years of its reports, newest first. */
export interface HeldPlace {
  readonly place: Place;
  readonly years: readonly number[];
}

const heldByStore = new WeakMap<Store, readonly HeldPlace[]>();

/** Places with reports (no news), those with most reports first. */
export function heldPlaces(store: Store): readonly HeldPlace[] {
  let held = heldByStore.get(store);
  if (!held) {
    held = countPlaces(store);
    heldByStore.set(store, held);
  }
  return held;
}

function countPlaces(store: Store): HeldPlace[] {
  const byId = new Map<string, { place: Place; years: number[] }>();
  for (const head of store.heads) {
    if (!head.place || head.duplicateOf || head.kind === 'news') continue;
    const entry = byId.get(head.place.id) ?? { place: head.place, years: [] };
    if (head.year !== null && !entry.years.includes(head.year)) entry.years.push(head.year);
    byId.set(head.place.id, entry);
  }
  for (const entry of byId.values()) entry.years.sort((a, b) => b - a);
  return [...byId.values()].sort((a, b) => b.years.length - a.years.length);
}

const codesByStore = new WeakMap<Store, readonly HeldPlace[]>();

/** Places with reports (no news) in the order of their codes. */
export function heldByCode(store: Store): readonly HeldPlace[] {
  let held = codesByStore.get(store);
  if (!held) {
    held = [...heldPlaces(store)].sort((a, b) => a.place.id.localeCompare(b.place.id));
    codesByStore.set(store, held);
  }
  return held;
}

const placesByStore = new WeakMap<Store, ReadonlyMap<string, HeldPlace>>();

/** The place with its years, by its id; undefined where it has no reports. */
export function heldPlace(store: Store, id: string): HeldPlace | undefined {
  let places = placesByStore.get(store);
  if (!places) {
    places = new Map(heldPlaces(store).map((held) => [held.place.id, held]));
    placesByStore.set(store, places);
  }
  return places.get(id);
}

/** Years for which the place has reports (no news), newest first. */
export function heldYears(store: Store, place: Place): readonly number[] {
  return heldPlace(store, place.id)?.years ?? [];
}
