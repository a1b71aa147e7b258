import type { Gazetteer } from '../lexicon/types.js';

/** An area inside the report's place that a sentence speaks of: 滨海新区进一步提升，实现生产总值1250.2亿元. */
const AREA =
  /^(?:[^，；：]{0,4}?)([一-龥]{0,8}?(?:新区|开发区|经开区|经济区|高新区|自贸区|自贸试验区|综保区|保税区|城市群|经济圈|都市圈|经济带)|长株潭|一点一线地区|市?(?:中心|主)?城区(?=计划|安排|完成|实现|实施))(?!域|建设|规划|位)/;

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
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i]!;
    if (WHOLE.test(clause)) return undefined;
    const inner = innerPlace(clause, home, gazetteer);
    if (inner !== undefined) return inner;
    const name = AREA.exec(clause)?.[1];
    if (name !== undefined) return { name, ...placeOf(name, home, gazetteer) };
  }
  return undefined;
}

/** A county or city with its full name at the head of a clause, named alone: 永昌县以工业主导型为方向. */
function innerPlace(clause: string, home: string, gazetteer: Gazetteer): Theme | undefined {
  const [first] = gazetteer.find(clause.slice(0, 16), home);
  if (first === undefined || first.start > 0 || first.text !== first.place.name) return undefined;
  if (first.place.id === home || !gazetteer.within(first.place.id, home)) return undefined;
  return /^(?:[、和及与至到]|[^，]{0,20}等)/.test(clause.slice(first.end))
    ? undefined
    : { name: first.text, place: first.place.id };
}

function placeOf(name: string, home: string, gazetteer: Gazetteer): { place?: string } {
  const inner = gazetteer.find(name, home).find(({ place }) => place.id !== home && gazetteer.within(place.id, home));
  return inner === undefined ? {} : { place: inner.place.id };
}
