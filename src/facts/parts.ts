import type { Report } from '../corpus/types.js';
import type { Gazetteer } from '../lexicon/types.js';
import type { Fact } from './types.js';

/** Figures of a part of the place, told behind the words that name it: 其中，中心城区…; 中心城区…，建成区面积…，人口…. */

const CITY = /(?:中心城区|主城区|中心城市|市城区|县城|城区)/;
const PART = new RegExp(`^，?(?:[一-龥]{0,2}?)(${CITY.source})(?!域|规划(?!建设)|以?外)`);

/**
 * A figure behind 其中 and the name of an area is of that area, as far as the sentence goes on with it:
 * 新增学位7.1万个，其中，中心城区新建学校13所，新增学位2.55万个.
 */
export function ofNamedPart(fact: Fact, report: Report, gazetteer: Gazetteer): Fact {
  const home = report.place?.id;
  if (home === undefined || fact.place !== home || fact.scope !== undefined) return fact;
  const { text } = report.view;
  const before = text.slice(fact.sentence.start, fact.span.start);
  const at = before.lastIndexOf('其中');
  const behind = at < 0 ? '' : before.slice(at + 2);
  if (behind === '' || /；|全[市县省区州]|(?:累计|目前)/.test(behind)) return fact;
  const city = PART.exec(behind)?.[1];
  if (city !== undefined) return fact.subject.includes(city) ? fact : { ...fact, scope: city };
  const words = behind.replace(/^，/, '');
  const [first] = gazetteer.find(words.slice(0, 12), home);
  const inner = first !== undefined && first.start === 0 && first.text === first.place.name ? first : undefined;
  if (inner === undefined || inner.place.id === home || !gazetteer.within(inner.place.id, home)) return fact;
  // Counties told side by side have a figure each.
  return /^[、和及与至到等]/.test(words.slice(inner.end)) || !/，/.test(words)
    ? fact
    : { ...fact, place: inner.place.id };
}

/** 人口 behind 建成区面积 is that of the built-up area, under the name that the sentence has for it. */
export function ofBuiltUpArea(fact: Fact, previous: Fact | undefined, report: Report): Fact {
  if (!/^(?:城市|总|常住)?人口(?:规模)?$/.test(fact.subject) || previous === undefined) return fact;
  if (previous.sentence.start !== fact.sentence.start || !/建成区|城区|规划区|框架/.test(previous.subject)) return fact;
  if (/[全我][市县省区州国]/.test(report.view.text.slice(previous.span.end, fact.span.start))) return fact;
  const area = CITY.exec(report.view.text.slice(fact.sentence.start, fact.span.start))?.[0] ?? '城区';
  const { indicator: _, ...rest } = fact;
  return { ...rest, subject: area + fact.subject, scope: fact.scope ?? area };
}
