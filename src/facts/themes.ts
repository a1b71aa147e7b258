import type { Gazetteer, PlaceMention } from '../lexicon/types.js';

/** An area inside the report's place that a sentence speaks of: 滨海新区进一步提升，实现生产总值1250.2亿元. */
const AREA =
  /^(?:[^，；：]{0,4}?)([一-龥]{0,8}?(?:新区|开发区|经开区|经济区|高新区|自贸区|自贸试验区|综保区|保税区|城市群|经济圈|都市圈|经济带)|长株潭|一点一线地区)(?!域|建设|规划|位)/;

/** A clause that turns to the whole place again. */
const WHOLE = /^(?:预计)?(?:全年)?[全我本][市省县区州国]/;

export interface Theme {
  /** The area's name as written. */
  readonly name: string;
  /** Its gazetteer id, where it has one. */
  readonly place?: string;
}

/**
 * The area that the part of a sentence before a figure speaks of, from the last ；on; undefined where it speaks of the whole place.
 * @param before the sentence up to the figure's clause
 */
export function themeOf(before: string, home: string, gazetteer: Gazetteer): Theme | undefined {
  const clauses = before.slice(before.lastIndexOf('；') + 1).split('，');
  const at = clauses.findLastIndex((clause) => AREA.test(clause));
  if (at < 0 || clauses.slice(at + 1).some((clause) => WHOLE.test(clause))) return undefined;
  const name = AREA.exec(clauses[at]!)![1]!;
  const inner = gazetteer
    .find(name, home)
    .find(({ place }: PlaceMention) => place.id !== home && gazetteer.within(place.id, home));
  return { name, ...(inner === undefined ? {} : { place: inner.place.id }) };
}
