import type { Gazetteer } from '../lexicon/types.js';
import type { Span } from '../text/types.js';
import { verbLength } from './list-verbs.js';

/** A question for places: 哪几个地方, 哪些区县. */
const ASKS_PLACES =
  /哪(?:些|[几二两三四五六七八九十])(?:个|座)?(?:地方|地区|区县|县区|县市区|县市|市县|市区县|县|区(?!域|间)|市州|地市|市(?!场)|城市|省份?|国家)/u;
/** What may stand before the first place of a list: 支持武陵源区, 在长沙. */
const MAX_BEFORE = 6;

/** True where a question asks for places, so that a list of other things is none. */
export function asksPlaces(question: string): boolean {
  return ASKS_PLACES.test(question);
}

/** A place by its class, where the gazetteer lacks it: 郑东新区, 海河教育园区. */
const BY_CLASS = /^[\p{Script=Han}]{1,6}?(?:自治[州县旗]|[县区市旗镇乡州])(?![域间])/u;

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
    const named = BY_CLASS.exec(words.slice(verb));
    return named ? { start: item.start + verb, end: item.start + verb + named[0].length } : undefined;
  });
  return places.every((p) => p !== undefined) ? (places as Span[]) : undefined;
}
