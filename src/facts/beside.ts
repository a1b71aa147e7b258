import type { Fact } from './types.js';

/** Differences that set one rate beside another: 增速较城镇居民高3.3个百分点, 高于全国1.2个百分点. How something grew is told by none. */

/** What sets a rate beside that of another place, group or aim. */
const ANOTHER =
  /(?:高|低|快|慢|好|优|多|少|大|小)于|高出|低出|超出|超过|领先|落后|跑赢|[比较](?!上年|去年|同期|(?:19|20)\d\d|年初|五年前|“)[^，；]{1,16}?(?:高|低|快|慢|多|少)/;
/** A rate of change at the end of a name: what is told of it is how the change itself changed. */
const RATE_OF_CHANGE = /(?:增速|增幅|涨幅|降幅|增长率)[^，；]{0,12}$/;
/** The words of a question that ask how one stands to another. */
const COMPARES = /比|较|高|低|快|慢|超|跑赢|领先|落后|差/;

/** True for a difference that says how a rate stands to another's, or how a growth itself changed. `clause`: the words of its clause. */
export function isSetBeside(
  {
    measure,
    quantity,
    subject,
    verb,
    span,
    clause: at,
  }: Pick<Fact, 'measure' | 'quantity' | 'subject' | 'verb' | 'span' | 'clause'>,
  clause: string,
): boolean {
  if (measure !== 'difference' || !quantity.unit.endsWith('点')) return false;
  const before = clause
    .slice(0, span.start - at.start)
    .split(/[，；]/)
    .at(-1)!;
  return RATE_OF_CHANGE.test(before) || ANOTHER.test(subject + (verb ?? '')) || ANOTHER.test(before + quantity.text);
}

/** True for words that ask how one figure stands to another (比城镇高几个点). */
export function comparesFigures(words: string): boolean {
  return COMPARES.test(words);
}

/** 增速高于全国, 增幅比全省: said of what the sentence is about. */
const OF_THE_RATE =
  /^(?:增速|增幅|涨幅|降幅|增长率)(?:均|都|分别)?(?:(?:高|低|快|慢|好|优|大|小)于|高出|超过|超出|领先|[比较])[^，；]{0,12}$/;

/** True for a subject that only says to what the rate of the subject before is set. */
export function isOfTheRate(subject: string): boolean {
  return OF_THE_RATE.test(subject);
}

const OTHER_BEHIND =
  /(?<=[一-龥]{2})(?:均|都|分别)?(?:(?:高|低|快|慢|好|优)于|高出|低出|超过|超出|[比较](?=全))(?:同期)?全[国省市区州县][^，；]{0,8}$/;

/** A subject without what it was set beside last: 地区生产总值高于全省 → 地区生产总值. */
export function withoutOther(subject: string): string {
  return subject.replace(OTHER_BEHIND, '');
}
