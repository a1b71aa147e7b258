import type { Frame, Operation } from '../frame/types.js';
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
  /** The years of a place's reports, newest first. */
  readonly years: (place: Place) => readonly number[];
}

/** A reading by which other reports tell it. */
export interface Elsewhere {
  readonly frame: Frame;
  /** The places that what is told must be of, where the reports are those of another one: each is named where it is told. */
  readonly of: readonly Place[];
  /** True where it may also answer what the reports of the first reading do not say, or not surely. */
  readonly always: boolean;
}

/**
 * Other readings of whose reports are meant, for where those of the first are not held: another place that is named (广州帮扶清远), one within it
 * (海南封关，海口自己定的), the place itself where all that lie in it were meant (黄三角那四个临港产业区在哪几个地方，山东2010), one of those that are named,
 * whose reports tell of the others (山东帮北川重建), the one in which it lies (玉树灾后重建, in 青海's), any report where the year lies ahead of all of them
 * (2035年的“六个高质量发展”).
 */
export function elsewhereReadings(frame: Frame, places: Held): Elsewhere[] {
  const { inner, allPlaces, besides, otherPlace } = frame;
  const others = besides ?? (isInWords(frame) && otherPlace ? [otherPlace] : []);
  if (others.length > 0) return receiving(frame, others).map((place) => at(frame, place));
  if (inner) return [at({ ...frame, inner: undefined }, inner)];
  if (frame.places.length > 1) return oneOfSeveral(frame, places);
  if (frame.places.length !== 1) return [];
  if (allPlaces !== undefined) return placeItself(frame, places);
  return [...outerReading(frame, places), ...aheadOfAll(frame, places)];
}

function at(frame: Frame, value: Place): Elsewhere {
  return { frame: { ...frame, places: [{ value, source: 'question' }] }, of: [], always: false };
}

/**
 * The place itself where all that lie in it were meant, in a figure, a list or words, as the question wants it. An indicator of all that lie in it
 * is none of its own.
 */
export function placeItself(frame: Frame, { held }: Pick<Held, 'held'>): Elsewhere[] {
  const [place, ...more] = frame.places;
  if (!place || more.length > 0 || frame.indicators.length > 0 || !held.has(place.value.id)) return [];
  const plain = plainly(frame);
  const operations: readonly Operation[] = frame.wantsNumber ? ['figure', 'passage'] : ['list', 'passage'];
  return operations.map((operation) => ({ frame: { ...plain, operation }, of: [], always: true }));
}

/** A question without what sets rows side by side. */
function plainly(frame: Frame): Frame {
  return { ...frame, allPlaces: undefined, analysis: undefined };
}

/** Of several places that nothing compares, each with reports by itself, told of the others. */
function oneOfSeveral(frame: Frame, { held }: Held): Elsewhere[] {
  if (compares(frame)) return [];
  const places = frame.places.map(({ value }) => value);
  return places
    .filter((place) => held.has(place.id) && place.level !== 'nation')
    .map((place): Elsewhere => {
      const of = places.filter((other) => other.id !== place.id);
      const named = of.reduce((reading, other) => withName(reading, other), plainly(frame));
      const operation = frame.wantsNumber ? 'figure' : 'passage';
      return { ...at({ ...named, operation }, place), of, always: true };
    });
}

/** What the nearest place with reports around one says of it whose own are not held, or not of that year. The nation's speak of no town. */
function outerReading(frame: Frame, { gazetteer, held }: Held): Elsewhere[] {
  const place = frame.places[0]!.value;
  // 新疆's GDP is not 乌鲁木齐's, whatever its paragraph names.
  const isOwn = held.has(place.id) && frame.indicators.length > 0;
  if (frame.analysis !== undefined || isOwn) return [];
  let outer = place.parent === undefined ? undefined : gazetteer.get(place.parent);
  while (outer && !held.has(outer.id)) outer = outer.parent === undefined ? undefined : gazetteer.get(outer.parent);
  if (!outer || outer.level === 'nation') return [];
  const slot = { value: outer, source: 'default' } as const;
  return [{ frame: { ...withName(frame, place), places: [slot] }, of: [place], always: !held.has(place.id) }];
}

/** So far ahead of the newest report a year names what one of them plans; before that it rather asks for a report that is not held. */
const PLANNED_AHEAD = 3;

/** A year far ahead of all reports of a place, with a name that one of them may explain, says what that plans for: 2035年的“六个高质量发展”. */
function aheadOfAll(frame: Frame, { years }: Held): Elsewhere[] {
  const { value } = frame.places[0]!;
  const year = frame.periods.length === 1 ? frame.periods[0]!.value.to : undefined;
  const newest = years(value)[0];
  const named = frame.quoted.length > 0 || frame.list.names.length > 0;
  if (!named || year === undefined || newest === undefined || year < newest + PLANNED_AHEAD) return [];
  return [at({ ...frame, periods: [] }, value)];
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
  if (frame.places.length > 1 || frame.periods.length !== 2 || !first || !second || compares(frame)) return [];
  const plain: Frame = { ...frame, operation: 'figure' };
  const figures = frame.askings.filter((a) => a.kind === 'figure').length;
  const each = figures === 2 ? [plain] : [];
  const planned =
    second.value.from > first.value.to ? [{ ...plain, reportYear: first.value.to, periods: [second] }] : [];
  return [...ofAskingClause(plain), ...each, ...planned];
}

/** True for a question that sets things side by side by a word. */
function compares({ text }: Frame): boolean {
  const { compare, trend } = questionWords().operations;
  return [...compare, ...trend].some((word) => text.includes(word));
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
