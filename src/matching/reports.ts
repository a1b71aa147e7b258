import type { AskedPeriod } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Place } from '../lexicon/types.js';
import type { ReportHead, Store } from '../retrieval/types.js';

/** How far from the year asked for reports are looked through: a review of five years names the year before them as its base. */
const REVIEW_YEARS = 6;
/** How far ahead plans look: 力争到2020年，城镇化率达到57% in the report of 2013. */
const PLAN_YEARS = 15;

/** Whose reports, and of what time. */
export interface ReportsAsked {
  readonly place?: Place;
  /** Anchored. */
  readonly period?: AskedPeriod;
  /** Only reports for this year. */
  readonly reportYear?: number;
  /** Only the reports that look ahead to the time or back on it from the year after. */
  readonly near?: boolean;
}

/** Reports that may speak of the place and time: the place's own, or, for a place without one, those of where it lies. */
export function reportsFor(store: Store, lexicon: Lexicon, query: ReportsAsked): readonly ReportHead[] {
  const { place, period, reportYear } = query;
  const heads = headsByPlace(store);
  const ofPlace = place ? ownReports(heads, lexicon, place) : heads.all;
  const ofYear = reportYear === undefined ? ofPlace : ofPlace.filter((h) => h.year === reportYear);
  if (!period || reportYear !== undefined || period.to === 0) return ofYear;
  const { from, to } = period;
  if (query.near)
    return ofYear.filter(
      (h) => h.year === null || h.year === from || h.year === to || h.year === to + 1 || h.kind === 'news',
    );
  return ofYear.filter((h) => h.year === null || (h.year >= from - PLAN_YEARS && h.year <= to + REVIEW_YEARS));
}

/** The reports of one place that answers are made from, in order. */
export function reportsOf(store: Store, { id }: Place): readonly ReportHead[] {
  return headsByPlace(store).of(id);
}

/** The reports that answers are made from, in order, and those of each place. */
interface HeadsByPlace {
  readonly all: readonly ReportHead[];
  of(place: string): readonly ReportHead[];
}

const headsByStore = new WeakMap<Store, HeadsByPlace>();

function headsByPlace(store: Store): HeadsByPlace {
  const known = headsByStore.get(store);
  if (known) return known;
  const all = store.heads.filter((h) => !h.duplicateOf && h.place !== null);
  const byPlace = new Map<string, ReportHead[]>();
  for (const head of all) {
    const own = byPlace.get(head.place!.id);
    if (own) own.push(head);
    else byPlace.set(head.place!.id, [head]);
  }
  const heads: HeadsByPlace = { all, of: (place) => byPlace.get(place) ?? [] };
  headsByStore.set(store, heads);
  return heads;
}

function ownReports(heads: HeadsByPlace, lexicon: Lexicon, place: Place): readonly ReportHead[] {
  const own = heads.of(place.id);
  // A county with nothing but news of its own is spoken of in its city's reports as well.
  if (own.some((h) => h.kind !== 'news')) return own;
  if (place.level !== 'county' && place.level !== 'zone') return own;
  let parent = place.parent;
  while (parent) {
    const above = lexicon.gazetteer.get(parent);
    const of = heads.of(parent);
    if (of.length > 0 && above?.level !== 'nation') return [...own, ...of];
    parent = above?.parent;
  }
  return own;
}
