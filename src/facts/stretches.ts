import type { PeriodMention } from '../text/types.js';

/** Parts of a year that are told by their days or by a name: 10月1日至12月31日, 国庆假期, 采暖季. */

const TO = '(?:[-—–―─~]{1,3}|至|到)';
const DAY = '(1?\\d)月([1-3]?\\d)日';
/** From a day of one month to one of another; within one month it is when something took place (3月5日至8日，成功举办…). */
const FROM_DAY_TO_DAY = new RegExp(`(?<![年\\d])${DAY}${TO}${DAY}(?!以来|起)`, 'g');
/** 截至11月20日: what the year held so far. */
const UP_TO_A_DAY = /(?<=截[至止]到?)(1?\d)月([1-3]?\d)日/g;
/** A festival or a season with the words that make it a stretch of time. 汛期前, 供暖季结束后 lie outside it. */
const NAMED =
  /(?:(今年|去年)|((?:19|20)\d\d)年)?[“"]?(?:元旦|春节|清明|五一|端午|中秋|国庆|十一)(?:[”"、]{0,3}[“"]?(?:元旦|春节|清明|五一|端午|中秋|国庆|十一))?[”"]?(?:(?:小?长假|假期|黄金周|假日)(?:期间)?|期间)|春运(?:期间)?|(?:采暖|供暖|取暖)(?:季|期)(?:间)?|秋冬季|汛期|暑期(?:间)?/g;
const NO_STRETCH = /^(?:之?前|以前|过后|之?后|结束|来临|到来|攻坚|行动|大气|旅游线路|班|补课|护水|[档牌])/;

/** The first and the last day of a year are no part of it. */
const WHOLE_YEAR = /^1月1日\D{1,3}12月31日$|^12月31日$/;

/** The parts of a year that a text tells in these ways, in order. */
export function stretchesIn(text: string): PeriodMention[] {
  const days = [...text.matchAll(FROM_DAY_TO_DAY)].filter(([, from, , to]) => Number(from) < Number(to));
  // 截至1月24日 was said when the next year had begun.
  const upTo = [...text.matchAll(UP_TO_A_DAY)].filter(([, month]) => Number(month) > SPRING);
  const named = [...text.matchAll(NAMED)].filter(
    (match) => !NO_STRETCH.test(text.slice(match.index + match[0].length)),
  );
  return [...days, ...upTo, ...named]
    .filter(([written]) => !WHOLE_YEAR.test(written))
    .map((match) => mentionOf(match))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The last month in which reports for a year are given. */
const SPRING = 4;

function mentionOf(match: RegExpExecArray): PeriodMention {
  const [written, shift, year] = WHOLLY_NAMED.test(match[0]) ? match : [match[0]];
  const years = year === undefined ? {} : { from: Number(year), to: Number(year) };
  return {
    span: { start: match.index, end: match.index + written.length },
    text: written,
    kind: 'part',
    ...(shift === undefined ? years : { shift: shift === '今年' ? 0 : -1 }),
    part: written.replace(/^(?:今年|去年|\d{4}年)|[“”"]|期间$/g, ''),
  };
}

const WHOLLY_NAMED = new RegExp(`^(?:${NAMED.source})$`);

/**
 * How far a named stretch reaches: over its own clause, and where it stands alone in it (国庆假期，全市…) over those behind it up to the ；.
 * 春节期间向2.2万户捐赠彩电，…，优良天数306天 tells of the year again. Any other time is not bounded so.
 * @param between the words from the time to the figure
 */
export function goesOnOver(time: string, between: string): boolean {
  if (!WHOLLY_NAMED.test(time)) return true;
  if (between.includes('；')) return false;
  return between.startsWith('，') || !between.includes('，');
}
