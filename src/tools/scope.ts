import type { Lexicon } from '../lexicon/load.js';
import type { Place } from '../lexicon/types.js';
import type { ReportHead, Store } from '../retrieval/types.js';
import type { Searched, ToolContext } from './types.js';
import { ToolError } from './types.js';

/** Reports in scope, and what of the scope could not be met. */
export interface Scope {
  readonly heads: readonly ReportHead[];
  readonly places: readonly Place[] | undefined;
  readonly notHeld: readonly string[];
  readonly unread: readonly string[];
  /** True where the arguments named places or a group at all: an unknown one never widens the search to everything. */
  readonly narrowed: boolean;
}

interface ScopeInput {
  readonly places?: readonly string[] | undefined;
  readonly level?: Place['level'] | undefined;
  readonly group?: string | undefined;
  readonly report?: string | undefined;
  readonly year?: number | undefined;
}

const REPORTS_NAMED = 50;

/** The reports that the arguments mean; never a duplicate. Throws ToolError for a report id that is not held. */
export function scopeOf({ store, lexicon }: ToolContext, input: ScopeInput): Scope {
  const own = store.heads.filter((head) => head.duplicateOf === undefined);
  if (input.report !== undefined) {
    const head = headOf(store, input.report);
    return { heads: [head], places: undefined, notHeld: [], unread: [], narrowed: true };
  }
  const { places, group, unread } = placesOf(lexicon, input, own);
  const heads = own.filter(
    (head) =>
      (places === undefined || places.some((place) => place.id === head.place?.id)) &&
      (group === undefined || (head.place !== null && isIn(lexicon, head.place, group))) &&
      (input.level === undefined || head.place?.level === input.level) &&
      (input.year === undefined || head.year === input.year),
  );
  const year = input.year === undefined ? '' : `${input.year}年`;
  const notHeld = (places ?? [])
    .filter((place) => !heads.some((head) => head.place?.id === place.id && head.kind !== 'news'))
    .map((place) => `${place.name}${year}`);
  return { heads, places, notHeld, unread, narrowed: places !== undefined || group !== undefined };
}

/** A report by its id. Throws ToolError where it is not held. */
export function headOf(store: Store, id: string): ReportHead {
  const head = store.head(id);
  if (head !== undefined) return head;
  throw new ToolError('unknown-report', `没有编号为 ${id} 的报告`, [
    { path: 'report', message: 'no report has this id; list_reports gives the ids' },
  ]);
}

export function searchedOf(scope: Scope): Searched {
  return {
    count: scope.heads.length,
    reports: scope.heads.slice(0, REPORTS_NAMED).map((head) => head.id),
    not_held: [...scope.notHeld],
  };
}

/** Of several places with one name the one with reports. */
export function placeNamed(lexicon: Lexicon, heads: readonly ReportHead[], name: string): Place | undefined {
  const options = lexicon.gazetteer.byName(name);
  return options.find((place) => heads.some((head) => head.place?.id === place.id)) ?? options[0];
}

function placesOf(
  lexicon: Lexicon,
  { places: names, group: groupName }: ScopeInput,
  own: readonly ReportHead[],
): { places?: Place[]; group?: Place | null; unread: string[] } {
  const unread: string[] = [];
  const places = names?.flatMap((name) => {
    const place = placeNamed(lexicon, own, name);
    if (place === undefined) unread.push(name);
    return place ?? [];
  });
  if (groupName === undefined) return { ...(places ? { places } : {}), unread };
  const group = lexicon.gazetteer.byName(groupName)[0] ?? null;
  if (group === null) unread.push(groupName);
  return { ...(places ? { places } : {}), group, unread };
}

function isIn(lexicon: Lexicon, place: Place, group: Place | null): boolean {
  return group !== null && place.id !== group.id && lexicon.gazetteer.within(place.id, group.id);
}
