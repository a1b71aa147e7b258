import type { IndicatorIndex } from '../lexicon/indicators.js';
import type { Bound } from './bind.js';
import { readList } from './respectively.js';
import type { List } from './values.js';

/** Times in a row, each with its own value: 一季度、上半年、前三季度和全年分别增长5.8%、6.1%、6.3%、6.5%. */

const TIME =
  '(?:第?[一二三四]季度|首季|[上下]半年|前[一二两三四五六七八九十\\d]{1,3}(?:个?季度|个月)|1?\\d-1?\\d月份?|全年)';
const ROW = new RegExp(`(${TIME}(?:(?:[、，和及与]|以及)+${TIME})+)(?=[^，；、]{0,4}分别)`);
/** 比一季度、上半年分别加快: the times are what the values are set against. */
const SET_AGAINST = /[比较]$/;
const WHOLE = '全年';

type Part = Omit<Bound, 'before' | 'clause' | 'home'>;

/** As `readList`, for a row of values that differ by their time alone; undefined for any other. */
export function readTimes(
  list: List,
  before: string,
  known: Parameters<typeof readList>[2],
  indicators: IndicatorIndex,
): ReturnType<typeof readList> | undefined {
  const row = ROW.exec(before);
  const times = row?.[1]?.match(new RegExp(TIME, 'g')) ?? [];
  if (row === null || list.bases !== undefined || times.length !== list.values.length) return undefined;
  const ahead = before.slice(0, row.index);
  const against = SET_AGAINST.test(ahead);
  const words = ahead.replace(SET_AGAINST, '') + before.slice(row.index + row[0].length).replace('分别', '');
  const read = readList({ ...list, values: [list.values[0]!] }, words, known, indicators);
  const [first] = read.parts;
  if (first === undefined) return undefined;
  const parts = list.values.map(
    (quantity, i): Part => ({
      ...first,
      quantity,
      ...(against ? { against: times[i]!, when: WHOLE } : { when: times[i]! }),
    }),
  );
  return { ...read, parts };
}
