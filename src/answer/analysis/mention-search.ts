import type { MentionPlan } from '../../frame/analysis.js';
import type { Place } from '../../lexicon/types.js';
import type { ExactHit, ReportHead } from '../../retrieval/types.js';
import { type AnswerContext, heldPlaces } from '../context.js';
import { resolvePlaces } from './places.js';

/** A report with where it holds what is looked for. */
export type Hit = ExactHit & { readonly head: ReportHead };

/** The reports that were looked through, parted by whether they hold a word. */
export interface Found {
  readonly plan: MentionPlan;
  readonly pool: readonly ReportHead[];
  readonly hits: readonly Hit[];
  readonly silent: readonly ReportHead[];
  /** Places that are asked about and of which no report of the years is held. */
  readonly unheld: readonly Place[];
  /** Hits of municipalities, where the question asks for 省. */
  readonly apart: readonly Hit[];
}

/** Looks for a plan's word in the reports of its places and years. */
export function searchMentions(context: AnswerContext, plan: MentionPlan): Found {
  const { ids, unheld } = placesOf(context, plan);
  const pool = poolOf(context, plan, ids);
  const hits = hitsIn(context, plan, pool);
  const holding = new Set(hits.map((h) => h.report));
  const cities = plan.places.apart && new Set(plan.places.apart.map((p) => p.id));
  const apart = cities ? hitsIn(context, plan, poolOf(context, plan, cities)) : [];
  const with_ = new Set(pool.map((h) => h.place?.id));
  return {
    plan,
    pool,
    hits,
    silent: pool.filter((h) => !holding.has(h.id)),
    unheld: plan.years.length > 0 ? unheld.filter((p) => !with_.has(p.id)) : unheld,
    apart,
  };
}

/** Where those hold the word that the question leaves out (除了云南还有谁). */
export function sparedHits(context: AnswerContext, plan: MentionPlan): readonly Hit[] {
  const { without } = plan.places;
  if (!without || plan.places.withoutFolders) return [];
  return hitsIn(context, plan, poolOf(context, plan, new Set(without.map((p) => p.id))));
}

function poolOf({ store }: AnswerContext, plan: MentionPlan, ids: ReadonlySet<string> | undefined): ReportHead[] {
  const years = new Set(plan.years);
  const pool = store.heads.filter(
    (h) =>
      !h.duplicateOf &&
      h.kind !== 'news' &&
      (ids === undefined || (h.place !== null && ids.has(h.place.id))) &&
      (years.size === 0 || (h.year !== null && years.has(h.year))),
  );
  return plan.latest === undefined ? pool : newestOf(pool, plan.latest);
}

/** Of each place the newest reports alone. */
function newestOf(pool: readonly ReportHead[], count: number): ReportHead[] {
  const held = new Map<string, number[]>();
  for (const { place, year } of pool)
    if (place && year !== null) held.set(place.id, [...(held.get(place.id) ?? []), year]);
  const from = new Map(
    [...held].map(([id, years]) => [
      id,
      [...years]
        .sort((a, b) => b - a)
        .slice(0, count)
        .at(-1)!,
    ]),
  );
  return pool.filter(({ place, year }) => place !== null && year !== null && year >= (from.get(place.id) ?? 0));
}

function hitsIn(
  context: AnswerContext,
  { term, beside: other, withFigures }: MentionPlan,
  pool: readonly ReportHead[],
): readonly Hit[] {
  const first = findIn(context, term, pool, withFigures ? MOST_LOOKED : 1);
  return other ? beside(first, findIn(context, other.term, pool), other.how) : first;
}

/** In so many places of a report a sentence with figures is looked for. */
const MOST_LOOKED = 8;

/** The reports of a pool that hold a text. */
function findIn({ store }: AnswerContext, text: string, pool: readonly ReportHead[], limit = 1): Hit[] {
  const byId = new Map(pool.map((h) => [h.id, h]));
  return store
    .findExact(text, { reports: pool.map((h) => h.id), limit, wholeWords: true })
    .map((hit) => ({ ...hit, head: byId.get(hit.report)! }));
}

/** The reports that hold both, the first without the second, or either. */
function beside(first: readonly Hit[], second: readonly Hit[], how: 'and' | 'not' | 'or'): readonly Hit[] {
  const others = new Set(second.map((h) => h.report));
  if (how === 'and') return first.filter((h) => others.has(h.report));
  if (how === 'not') return first.filter((h) => !others.has(h.report));
  const own = new Set(first.map((h) => h.report));
  return [...first, ...second.filter((h) => !own.has(h.report))];
}

/** An end of the word that is held by more of all reports than this says nothing of it: 经济 of 低空经济. */
const COMMON = 0.6;
/** From so many silent reports on no near words are looked for. */
const MOST_SILENT = 30;

/** What reports without the word say instead: the longest part of it that they hold (低空飞行 for 低空经济), by report. */
export function nearestWords(context: AnswerContext, { plan, silent }: Found): ReadonlyMap<string, Hit> {
  const near = new Map<string, Hit>();
  if (silent.length > MOST_SILENT || plan.beside) return near;
  for (const part of partsOf(plan.term)) {
    const open = silent.filter((h) => !near.has(h.id));
    const held = open.length > 0 ? findIn(context, part, open) : [];
    // The end of a word is mostly its class (经济), which every report holds.
    const isEnd = !plan.term.startsWith(part);
    if (held.length === 0 || (isEnd && isCommon(context, part))) continue;
    for (const hit of held) near.set(hit.report, hit);
  }
  return near;
}

function isCommon({ store }: AnswerContext, part: string): boolean {
  return store.findExact(part, { limit: 1 }).length > store.heads.length * COMMON;
}

/** The beginnings and ends of a word, half as long at least, the longest first. */
function partsOf(term: string): string[] {
  const least = Math.max(2, Math.ceil(term.length / 2));
  const parts: string[] = [];
  for (let n = term.length - 1; n >= least; n--) parts.push(term.slice(0, n), term.slice(-n));
  return parts.slice(0, MOST_PARTS);
}

const MOST_PARTS = 8;

/** The places whose reports are looked through (undefined for all), and those without any. One without reports stands for those in it. */
function placesOf(
  context: AnswerContext,
  { places, years }: MentionPlan,
): { ids: ReadonlySet<string> | undefined; unheld: readonly Place[] } {
  if (places.label === '' && !places.without) return { ids: undefined, unheld: [] };
  const resolved = resolvePlaces(context, places);
  const { gazetteer } = context.lexicon;
  const ids = new Set(resolved.places.map((h) => h.place.id));
  if (places.named && ids.size === 0)
    for (const { place } of heldPlaces(context.store))
      if (resolved.absent.some((p) => gazetteer.within(place.id, p.id))) ids.add(place.id);
  const members = places.members ?? places.level === 'province';
  const own = years.length > 0 && members ? resolved.places.map((h) => h.place) : [];
  return { ids, unheld: [...own, ...resolved.absent] };
}
