import type { Frame } from '../frame/types.js';
import { withName } from '../frame/with-name.js';
import { placePosition } from '../lexicon/place-position.js';
import type { Gazetteer, Place } from '../lexicon/types.js';
import { CLAUSE } from './aside-clauses.js';
import { turnWords } from './turn-words.js';
import { questionWords } from './words.js';

/** Where places lie, and which have reports. */
export interface Held {
  readonly gazetteer: Gazetteer;
  /** Ids of places with reports. */
  readonly held: ReadonlySet<string>;
}

/** A reading by which other reports tell it. */
export interface Elsewhere {
  readonly frame: Frame;
  /** The place that what is told must be of, where the reports are those of a larger one. */
  readonly of?: Place;
}

/**
 * Other readings of whose reports are meant, for where those of the first are not held: another place that is named (广州帮扶清远), one within it
 * (海南封关，海口自己定的), the place itself where all that lie in it were meant (青海是不是全国头一个所有州市都建成…的省), and the one in which it lies
 * (玉树灾后重建, in 青海's).
 */
export function elsewhereReadings(frame: Frame, places: Held): Elsewhere[] {
  const { inner, allPlaces, besides, otherPlace } = frame;
  const at = (value: Place): Elsewhere => ({ frame: { ...frame, places: [{ value, source: 'question' }] } });
  const others = besides ?? (isInWords(frame) && otherPlace ? [otherPlace] : []);
  if (others.length > 0) return receiving(frame, others).map(at);
  if (inner) return [{ frame: { ...at(inner).frame, inner: undefined } }];
  if (frame.places.length !== 1) return [];
  if (allPlaces === undefined) return outerReading(frame, places);
  if (frame.indicators.length > 0) return [];
  return [{ frame: { ...frame, allPlaces: undefined, analysis: undefined, operation: 'passage' } }];
}

/** What the nearest place with reports around one without says of it. The nation's speak of no town. */
function outerReading(frame: Frame, { gazetteer, held }: Held): Elsewhere[] {
  const place = frame.places[0]!.value;
  if (held.has(place.id) || frame.analysis !== undefined) return [];
  let outer = place.parent === undefined ? undefined : gazetteer.get(place.parent);
  while (outer && !held.has(outer.id)) outer = outer.parent === undefined ? undefined : gazetteer.get(outer.parent);
  if (!outer || outer.level === 'nation') return [];
  return [{ frame: { ...withName(frame, place), places: [{ value: outer, source: 'default' }] }, of: place }];
}

/** Of several places those to which something comes (要在秦皇岛落脚); all where none is told apart so. */
function receiving({ text }: Frame, places: readonly Place[]): readonly Place[] {
  const { into } = placePosition();
  const there = places.filter(({ name, short, aliases }) =>
    [name, short, ...aliases].some((said) => into.some((word) => text.includes(word + said))),
  );
  return there.length > 0 ? there : places;
}

/** True for a question that a sentence or a list answers. */
function isInWords({ operation }: Frame): boolean {
  return operation === 'passage' || operation === 'list';
}

/**
 * Other readings of a question that names two years and compares nothing, for where setting them side by side tells little: an asking
 * in the year of the clause that asks (2020年好天有296天，21年定的是多少天), one of each year (21年养到多少，22年奔着多少去), what the report of the one says of the
 * other (2003年盘算到2007年). None for a question that compares by a word.
 */
export function apartReadings(frame: Frame): Frame[] {
  const [first, second] = frame.periods;
  const { compare, trend } = questionWords().operations;
  const compares = [...compare, ...trend].some((word) => frame.text.includes(word));
  if (frame.places.length > 1 || frame.periods.length !== 2 || !first || !second || compares) return [];
  const plain: Frame = { ...frame, operation: 'figure' };
  const figures = frame.askings.filter((a) => a.kind === 'figure').length;
  const each = figures === 2 ? [plain] : [];
  const planned =
    second.value.from > first.value.to ? [{ ...plain, reportYear: first.value.to, periods: [second] }] : [];
  return [...ofAskingClause(plain), ...each, ...planned];
}

/** The question in the years of its clauses that ask, where another clause, which asks nothing, names the other. */
function ofAskingClause(frame: Frame): Frame[] {
  const asking = [...frame.text.matchAll(CLAUSE)].filter(([said]) =>
    turnWords().messages.asks.some((word) => said.includes(word)),
  );
  const periods = frame.periods.filter(({ value }) => asking.some(([said]) => namesYear(said, value.to)));
  return periods.length === 1 ? [{ ...frame, periods }] : [];
}

/** True where a clause names a year, in four digits or in two: 2021年, 21年. */
function namesYear(said: string, year: number): boolean {
  return new RegExp(`(?<!\\d)(?:${year}|${String(year).slice(2)}年)`, 'u').test(said);
}
