import type { PeriodMention } from '../text/types.js';

/** Parts of a year that are told by their days or by a name: 10月1日至12月31日, 国庆假期, 采暖季. */

/** The year, where it is said with them. */
const YEAR = '(?:(?<shift>今年|去年)|(?<year>(?:19|20)\\d\\d)年)?';
const TO = '(?:[-—–―─~]{1,3}|至|到)';
const DAY = '月[1-3]?\\d日';
/** From a day of one month to one of another; within one month it is when something took place (3月5日至8日，成功举办…). */
const FROM_DAY_TO_DAY = new RegExp(`(?<!\\d)${YEAR}(?<from>1?\\d)${DAY}${TO}(?<to>1?\\d)${DAY}(?!以来|起)`, 'g');
/** 截至11月20日: what the year held so far. */
const UP_TO_A_DAY = new RegExp(`(?<=截[至止]到?)(?<to>1?\\d)${DAY}`, 'g');
/** A festival or a season with the words that make it a stretch of time. 汛期前, 供暖季结束后 lie outside it. */
const FESTIVAL = '[“"]?(?:元旦|春节|清明|五一|端午|中秋|国庆|十一)[”"]?';
const NAME = [
  `${FESTIVAL}(?:、?${FESTIVAL})?(?:(?:小?长假|假期|黄金周|假日)(?:期间)?|期间)`,
  '春运(?:期间)?',
  '(?:采暖|供暖|取暖)[季期]间?',
  '秋冬季',
  '汛期',
  '暑期间?',
].join('|');
const NAMED = new RegExp(`${YEAR}(?:${NAME})`, 'g');
const WHOLLY_NAMED = new RegExp(`^${YEAR}(?:${NAME})$`);
const NO_STRETCH = /^(?:之?前|以前|过后|之?后|结束|来临|到来|攻坚|行动|大气|旅游线路|班|补课|护水|[档牌])/;

/** From the first to the last day, or up to it, is the year itself. */
const WHOLE_YEAR = /^1月1日\D{1,3}12月31日$|^12月31日$/;

/** The parts of a year that a text tells in these ways, in order. */
export function stretchesIn(text: string): PeriodMention[] {
  const days = [...text.matchAll(FROM_DAY_TO_DAY)].filter(({ groups }) => Number(groups!.from) < Number(groups!.to));
  // 截至1月24日 was said when the next year had begun.
  const upTo = [...text.matchAll(UP_TO_A_DAY)].filter(({ groups }) => Number(groups!.to) > SPRING);
  const named = [...text.matchAll(NAMED)].filter(
    (match) => !NO_STRETCH.test(text.slice(match.index + match[0].length)),
  );
  return [...days, ...upTo, ...named].map((match) => mentionOf(match)).sort((a, b) => a.span.start - b.span.start);
}

/** The last month in which reports for a year are given. */
const SPRING = 4;

function mentionOf({ 0: written, index, groups }: RegExpExecArray): PeriodMention {
  const { shift, year } = groups ?? {};
  const said = year === undefined ? {} : { from: Number(year), to: Number(year) };
  const part = written.replace(/^(?:今年|去年|\d{4}年)|[“”"]|期间$/g, '');
  const whole = WHOLE_YEAR.test(part);
  return {
    span: { start: index, end: index + written.length },
    text: written,
    kind: whole ? (year === undefined ? 'relative' : 'year') : 'part',
    ...(shift === undefined ? said : { shift: shift === '今年' ? 0 : -1 }),
    ...(whole ? {} : { part }),
  };
}

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
