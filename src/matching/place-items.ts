import type { Gazetteer } from '../lexicon/types.js';
import type { Span } from '../text/types.js';
import { verbLength } from './list-verbs.js';
import { reportPatterns } from './report-patterns.js';

/** What may stand before the first place of a list: 支持武陵源区, 在长沙. */
const MAX_BEFORE = 6;

/** The items of a list cut to the places that they name; undefined where one of them names none. @param home the id of the report's place. */
export function placeItems(
  gazetteer: Gazetteer,
  text: string,
  items: readonly Span[],
  home: string | undefined,
): Span[] | undefined {
  const places = items.map((item, i) => {
    const words = text.slice(item.start, item.end);
    const [first] = gazetteer.find(words, home);
    if (first && first.start <= (i === 0 ? MAX_BEFORE : 0))
      return { start: item.start + first.start, end: item.start + first.end };
    const verb = i === 0 ? verbLength(words) : 0;
    const named = reportPatterns().lists.placeByClass.find(words.slice(verb));
    return named ? { start: item.start + verb, end: item.start + verb + named[0].length } : undefined;
  });
  return places.every((p) => p !== undefined) ? (places as Span[]) : undefined;
}
