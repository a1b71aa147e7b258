import type { EvidenceRun, Frame } from '../frame/types.js';
import { placePosition } from '../lexicon/place-position.js';
import { rarity } from '../lexicon/rarity.js';
import type { Place } from '../lexicon/types.js';
import { zonesOf } from '../matching/zones.js';
import type { AnswerContext } from './context.js';
import { isAnswer, type Resolved, resolve } from './resolve.js';

/** How many units of a name are looked for. */
const PROBE = 3;
/** The most names of a question that are looked for: each costs a search through the reports. */
const MOST_PROBES = 4;
/** A name that reports of more places hold tells no place. */
const MOST_PLACES = 6;
/** How rare both pairs of a name must be, as a share of the rarest. */
const RARE = 0.8;
/** How far the likeliest figure must be ahead of another place's. */
const AHEAD = 0.2;

/**
 * The question at the place that a rare name in it leads to (裕龙岛, 江北机场): where a figure beside the name is accepted, else where one
 * place alone speaks of it. Undefined where no name is rare enough, or where two places say as much.
 */
export function locate(context: AnswerContext): Frame | undefined {
  const { evidence } = context.query;
  const found = [
    ...facilitiesIn(evidence).flatMap((facility) => facilityOf(context, facility)),
    ...probesOf(evidence).flatMap((name) => speakingOf(context, name)),
  ];
  const tried = new Set<string>();
  const located: { readonly query: Frame; readonly resolved: Resolved; readonly likelihood: number }[] = [];
  for (const { place, name } of found) {
    if (tried.has(place.id)) continue;
    tried.add(place.id);
    const query = at(context.query, place);
    const resolved = resolve({ ...context, query }, place, query.periods[0]);
    const candidates = resolved.candidates.filter((c) => {
      // 大古水电站装机多少 asks for no aim of a plan that speaks of it among others.
      if (c.fact.facet === 'plan-target' && query.facet?.value !== 'target') return false;
      const { sentence, around } = zonesOf(context.store, c.fact);
      return `${sentence}${around}`.includes(name);
    });
    const best = candidates.find(isAnswer);
    if (best) located.push({ query, resolved: { ...resolved, candidates }, likelihood: best.likelihood });
  }
  const [best, next] = located.sort((a, b) => b.likelihood - a.likelihood);
  if (!best) return tried.size === 1 ? at(context.query, found[0]!.place) : undefined;
  const apart = !next || best.likelihood - next.likelihood >= AHEAD || saysSame(best.resolved, next.resolved);
  return apart ? best.query : undefined;
}

function at(query: Frame, place: Place): Frame {
  return { ...query, places: [{ value: place, source: 'corpus' }] };
}

/** Stretches of three units that are no words of every day, the rarest first. */
function probesOf(runs: readonly EvidenceRun[]): string[] {
  const probes: { name: string; rare: number }[] = [];
  for (const { text, roles } of runs)
    for (let i = 0; i + PROBE <= text.length; i++) {
      const name = text.slice(i, i + PROBE);
      const free = roles.slice(i, i + PROBE).every((role) => role === 'content');
      const rare = Math.min(rarityOf(name.slice(0, 2)), rarityOf(name.slice(1)));
      if (free && HAN_NAME.test(name) && rare >= RARE) probes.push({ name, rare });
    }
  return probes
    .sort((a, b) => b.rare - a.rare)
    .slice(0, MOST_PROBES)
    .map(({ name }) => name);
}

/** A facility by its own name: 昌北 of 昌北机场, which reports may call 昌北国际机场. */
interface Facility {
  readonly name: string;
  readonly kind: string;
}

/** How long the own name of a facility may be, and what may stand between it and its kind. */
const OWN_NAME = 2;
const BETWEEN = 4;

/** The facilities that a question names with two units of a rare name before their kind. */
function facilitiesIn(runs: readonly EvidenceRun[]): Facility[] {
  return runs.flatMap(({ text }) =>
    placePosition().facilities.flatMap((kind) => {
      const at = text.indexOf(kind);
      const name = text.slice(Math.max(0, at - OWN_NAME), Math.max(0, at));
      return name.length === OWN_NAME && HAN_NAME.test(name) && rarityOf(name) >= RARE ? [{ name, kind }] : [];
    }),
  );
}

/** The place whose own reports name a facility so, before those that it lies in; none where other places do too. */
function facilityOf({ store, lexicon }: AnswerContext, { name, kind }: Facility): { place: Place; name: string }[] {
  const places = new Map<string, Place>();
  for (const { report, spans } of store.findExact(name, { limit: MOST_PLACES })) {
    const place = store.head(report)?.place;
    const { text } = store.report(report).view;
    const named = spans.some(({ end }) => text.slice(end, end + BETWEEN + kind.length).includes(kind));
    if (place && named) places.set(place.id, place);
  }
  const { within } = lexicon.gazetteer;
  const smallest = [...places.values()].find((p) => [...places.keys()].every((id) => id === p.id || within(p.id, id)));
  return smallest ? [{ place: smallest, name }] : [];
}

const HAN_NAME = /^\p{Script=Han}+$/u;

/** How rare a pair is, 0–1; a pair that stands in hardly any report counts most. */
function rarityOf(pair: string): number {
  return (rarity().of(pair) ?? rarity().rarest) / rarity().rarest;
}

/** The places whose own reports hold a name, those with most of it first; none where they are many. */
function speakingOf({ store }: AnswerContext, name: string): { place: Place; name: string }[] {
  const counts = new Map<string, { place: Place; count: number }>();
  for (const { report, count } of store.findExact(name, { limit: 1 })) {
    const place = store.head(report)?.place;
    if (!place) continue;
    const known = counts.get(place.id);
    counts.set(place.id, { place, count: (known?.count ?? 0) + count });
  }
  if (counts.size > MOST_PLACES) return [];
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ place }) => ({ place, name }));
}

/** True where the best figures of two places are one: a province tells its city's. */
function saysSame(a: Resolved, b: Resolved): boolean {
  const [p, q] = [a.candidates.find(isAnswer)?.fact.quantity, b.candidates.find(isAnswer)?.fact.quantity];
  return p !== undefined && q !== undefined && p.low === q.low && p.high === q.high && p.unit === q.unit;
}
