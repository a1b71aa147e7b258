import type { Held } from '../../src/assistant.js';

/** Suggestions at most. */
const MAX = 8;
const MAX_TYPED = 60;

/**
 * Questions that go on from what is typed, from what is held alone: a place gets its newest years and the first indicators,
 * place and year get indicators, and the beginning of an indicator's name gets the rest of it.
 */
export function suggest({ places, indicators }: Held, typed: string): string[] {
  const text = typed.trim().slice(0, MAX_TYPED);
  if (text === '') return [];
  const place = places.find(({ name, short }) => text.includes(name) || text.includes(short));
  if (place === undefined) {
    return places
      .filter(({ name, short }) => name.startsWith(text) || short.startsWith(text))
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
