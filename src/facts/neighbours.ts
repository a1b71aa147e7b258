import type { Report } from '../corpus/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Gazetteer } from '../lexicon/types.js';
import type { Bound } from './bind.js';
import { indicatorOf } from './recognise.js';
import type { Fact } from './types.js';

/** What follows a round mark that was passed: 跃上两千亿元台阶; 连续突破5000亿元、6000亿元大关. */
const MARK = /^(?:、[\d.]+[万亿]+元?)*(?:的)?(?:新|大)?(?:台阶|大关|关口|门槛)/;

/**
 * True for a round mark that was passed (跃上两千亿元台阶; 首次超过7万元，达到7.3万元), where the level itself is told as well.
 * @param words the sentence that the spans point into
 */
export function isOutdone(bound: Bound, bounds: readonly Bound[], words: string): boolean {
  const { quantity, subject } = bound;
  const mark = isMark(bound, words);
  const passed = /^(?:首次|先后|成功)?(?:突破|超过|跨过|迈过)/.test(quantity.text) && quantity.bound === '>=';
  if (!mark && !passed) return false;
  const levels = bounds.filter(
    (other) => other !== bound && other.subject === subject && other.reaches && !isMark(other, words),
  );
  if (mark) return levels.some((other) => /元$|斤$|吨$|家$|户$|人次?$/.test(other.quantity.unit));
  const exact = levels.find((other) =>
    /^[，、]$/.test(
      words.slice(quantity.span.end, other.home.start === bound.home.start ? quantity.span.end + 1 : other.home.start),
    ),
  );
  return (
    exact !== undefined &&
    exact.quantity.unit === quantity.unit &&
    exact.quantity.bound === '=' &&
    exact.quantity.span.start > quantity.span.start &&
    /^达/.test(exact.verb ?? '')
  );
}

function isMark({ quantity }: Bound, words: string): boolean {
  return MARK.test(words.slice(quantity.span.end, quantity.span.end + 24));
}

/** Areas that a subject may begin with, so that the figures behind it are of them too. */
const AREA_HEAD =
  /^(?:县域|各县|[一二两三四五六七八九十\d]{1,3}(?:个)?[县区](?:市|区)?|园区|开发区|[^、，；]{2,16}?(?:新区|合作区|开发区|高新区|经开区|综保区|自贸区|试验区|片区)(?=[一-龥]{2}))/;

/**
 * 桃源县地区生产总值增长9%，固定资产投资增长12%: an indicator right behind another place's, or an area's, is of that place too,
 * where the clause does not say whose it is.
 */
export function ofSameArea(fact: Fact, before: readonly Fact[], report: Report): Fact {
  const previous = before[before.length - 1];
  const home = report.place?.id ?? fact.place;
  if (previous === undefined || fact.indicator === undefined || fact.place !== home || fact.scope !== undefined)
    return fact;
  if (previous.sentence.start !== fact.sentence.start) return fact;
  // 四县完成固定资产投资76.8亿元，增长95.9%: what is said further of the same subject.
  const further =
    previous.subject.endsWith(fact.subject) && (previous.subject !== fact.subject || previous.place !== home);
  if (fact.clause.start < previous.clause.end) {
    // 进出口总额698亿美元、出口总额429亿美元: an indicator of its own is no part of the other's name.
    const another = previous.indicator !== undefined && previous.indicator !== fact.indicator;
    if (!further || another) return besideInArea(fact, previous, report) ?? fact;
    const { indicator: _, ...rest } = fact;
    const { subject, place, indicator } = previous;
    return { ...rest, subject, place, ...(indicator === undefined ? {} : { indicator }) };
  }
  const { text } = report.view;
  const goesOn =
    previous.subject !== fact.subject &&
    /^[，、；]$/.test(text.slice(previous.clause.end, fact.clause.start)) &&
    !/[全我本][市省县区州国]/.test(text.slice(fact.clause.start, fact.span.start));
  if (!goesOn) return fact;
  if (previous.place !== home) {
    const aside = text[previous.clause.end] === '；' && isAside(before, previous, home);
    return previous.indicator === undefined || aside ? fact : { ...fact, place: previous.place };
  }
  const area = AREA_HEAD.exec(previous.subject)?.[0];
  if (area === undefined || previous.subject === area) return fact;
  const { indicator: _, ...rest } = fact;
  return { ...rest, subject: area + fact.subject };
}

/** A named area at the head of a subject. */
const NAMED_AREA = /^[^、，；]{2,16}?(?:新区|合作区|开发区|高新区|经开区|综保区|自贸区|试验区|片区)(?=[一-龥]{2})/;

/** Places side by side at the head of a clause: 呼和浩特市和包头市地区生产总值均增长10%以上、规上工业增加值均增长20%以上. */
const SEVERAL_PLACES = /^(?:[一-龥]{2,8}[市县区旗州盟][、和及与]){1,5}[一-龥]{2,8}?[市县区旗州盟](?=[一-龥A-Z])/;

/** 产业合作区规上工业总产值2501.9亿元、工业投资275.5亿元: what stands beside an area's figure is the area's. */
function besideInArea(fact: Fact, previous: Fact, report: Report): Fact | undefined {
  const { text } = report.view;
  const places = previous.place === fact.place ? undefined : SEVERAL_PLACES.exec(text.slice(fact.clause.start))?.[0];
  const area = places ?? NAMED_AREA.exec(previous.subject)?.[0];
  const between = text.slice(previous.span.end, fact.span.start);
  if (area === undefined || !/^[、和]/.test(between) || /[全我本][市省县区州]/.test(between)) return undefined;
  if (fact.subject.startsWith(area)) return undefined;
  const { indicator: _, ...rest } = fact;
  return { ...rest, subject: area + fact.subject };
}

/** 全省…增长4.8%，广州经济总量突破3万亿元；: another place named behind the place's own figures is left again at the ；. */
function isAside(before: readonly Fact[], last: Fact, home: string): boolean {
  return before.some(({ sentence, place }) => sentence.start === last.sentence.start && place === home);
}

/** Whose the figures before are: 高新区规模以上工业总产值. */
const OF_WHOM = /^.{0,8}?(?:新区|高新区|开发区|经开区|(?<!城)[县市区旗州]|州直)(?=[一-龥A-Z]{2})/;
/** What places are measured by. */
const MEASURED = /(?:GDP|总值|产值|增加值|收入|投资|总额|税收|面积|产量|人口|余额|利润|进出口|率|标准)$/;

/**
 * 谷城突破800亿元 behind 高新区工业总产值达到2900亿元: where the name of a place inside is all that stands before a figure, the
 * figure is that place's, of what the figures before it are of.
 */
export function ofPlaceAlone(fact: Fact, before: readonly Fact[], report: Report, lexicon: Lexicon): Fact {
  const { gazetteer, indicators } = lexicon;
  const home = report.place?.id;
  if (home === undefined || fact.quantity.kind !== 'number' || fact.subject.length > LONGEST_PLACE) return fact;
  const inner = placeNamed(fact, home, gazetteer);
  if (inner === undefined) return fact;
  const { sentence, measure, quantity } = fact;
  const previous = before
    .slice(-FIGURES_BACK)
    .findLast(
      (one) => one.sentence.start === sentence.start && one.measure === measure && one.quantity.unit === quantity.unit,
    );
  if (previous === undefined) return fact;
  const own = previous.subject.replace(OF_WHOM, '').replace(/^的/, '');
  const subject = MEASURED.test(own) ? own : previous.subject;
  if (subject.length < SHORTEST_NAME || AREA_END.test(subject) || gazetteer.find(subject, home)[0]?.start === 0)
    return fact;
  const indicator = indicatorOf(subject, indicators);
  return { ...fact, subject, place: inner, ...(indicator === undefined ? {} : { indicator: indicator.id }) };
}

/** The place inside the report's that a subject names, where it names nothing else. */
function placeNamed({ subject }: Fact, home: string, gazetteer: Gazetteer): string | undefined {
  const [first] = gazetteer.find(subject, home);
  const whole = first !== undefined && first.start === 0 && first.end === subject.length;
  return whole && first.place.id !== home && gazetteer.within(first.place.id, home) ? first.place.id : undefined;
}

const AREA_END = /[县市区旗州园]$/;
/** In characters. */
const SHORTEST_NAME = 3;
const LONGEST_PLACE = 10;
/** The figure that tells what a place is measured by is no further back. */
const FIGURES_BACK = 4;
