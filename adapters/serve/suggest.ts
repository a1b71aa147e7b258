import { createRequire } from 'node:module';
import type { Held } from '../../src/assistant.js';

/** Suggestions at most. */
const MAX = 8;
const MAX_TYPED = 60;

/**
 * Questions that go on from what is typed, from what is held alone: a place gets its newest years and the first indicators,
 * place and year get indicators, and the beginning of an indicator's name gets the rest of it.
 */
export function suggest(held: Held, typed: string): string[] {
  const { places, indicators } = held;
  const text = typed.trim().slice(0, MAX_TYPED);
  if (text === '') return [];
  const place = places.find(({ name, short }) => text.includes(name) || text.includes(short));
  if (place === undefined) {
    return placesNamed(held, text)
      .slice(0, MAX)
      .map(({ short, years }) => `${short}${years[0] ?? ''}年${indicators[0] ?? ''}目标`);
  }
  const name = text.includes(place.name) ? place.name : place.short;
  const year = place.years.find((one) => text.includes(String(one)));
  const behind = text.slice(text.indexOf(name) + name.length).replace(/^\d{0,4}年?/u, '');
  const fitting = indicators.filter((indicator) => indicator.startsWith(behind) && indicator !== behind);
  const years = year === undefined ? place.years.slice(0, 2) : [year];
  const figures = fitting.flatMap((indicator) => years.map((one) => `${one}年${place.short}${indicator}目标`));
  const overview = behind === '' ? years.map((one) => `${place.short}${one}年主要预期目标有哪些`) : [];
  return [...overview, ...figures].filter((one) => one !== text).slice(0, MAX);
}

/** The part of flexsearch that is used; its own types do not pass strict checks. */
interface NameIndex {
  add(id: number, text: string): void;
  search(typed: string, options: { readonly limit: number }): number[];
}
interface Flex {
  readonly Index: new (options: { encode: (text: string) => string[]; tokenize: 'full'; cache: boolean }) => NameIndex;
}

const require = createRequire(import.meta.url);
const indexes = new WeakMap<Held, NameIndex>();

/** Places whose name, or its pinyin, holds what is typed: those that begin so first, in the order in which they are held. */
function placesNamed(held: Held, typed: string): Held['places'] {
  const wanted = typed.toLowerCase();
  const index = indexes.get(held) ?? indexOf(held);
  indexes.set(held, index);
  const found = index
    .search(wanted, { limit: held.places.length })
    .sort((a, b) => a - b)
    .map((id) => held.places[id]!);
  const begins = ({ name, short, pinyin }: Held['places'][number]): boolean =>
    [name, short, pinyin].some((one) => one?.startsWith(wanted));
  return [...found.filter(begins), ...found.filter((place) => !begins(place))];
}

/** Every run of characters of every name leads to its place. */
function indexOf({ places }: Held): NameIndex {
  const { Index } = require('flexsearch') as Flex;
  const index = new Index({ encode: (text) => text.split(' '), tokenize: 'full', cache: false });
  places.forEach(({ name, short, pinyin }, id) => {
    index.add(id, [...new Set([name, short, pinyin ?? name])].join(' '));
  });
  return index;
}
