import type { Quantity } from './types.js';

/** Targets without a figure (无数字目标): 正增长, 与全国同步, 高于全省平均水平, 完成省定目标, 只增不减. */

const WHOLE = '(?:全国|全省|全市|全区|全州|全盟|国家|省|自治区|中央|上级)';
const ISSUER = '(?:国家|省(?:里|上|委省政府|政府)?|自治区|上级|市(?:里|委市政府)?)';
const MEASURE = '(?:(?:经济|地区生产总值|生产总值|GDP|居民收入|财政收入|收入|物价)[^，。；\\n]{0,4})';
const PHRASES: readonly RegExp[] = [
  /[正负零]增长(?!指标|[\d一二三四五六七八九十百])/y,
  /只[增升减降]不[增升减降]|稳中有[升降]/y,
  /(?:(?:与|和|同)[^，。；\n]{1,10})?(?:基本|大体)?持平(?!稳)/y,
  new RegExp(`(?:与|和|同)(?:${WHOLE}[^，。；\\n]{0,10}|${MEASURE})(?:基本|保持|大体)*同步(?:增长|提高)?`, 'y'),
  new RegExp(
    `(?:不?(?:明显|略|继续)?(?:高于|快于|好于|优于|低于|领先)|达到(?:或(?:超过|高于))?)${WHOLE}(?![^，。；\\n]{0,6}(?:先进|领先|一流|前列|中上))[^，。；\\n\\d]{0,6}(?:平均水平|平均增速|平均增幅|平均线|平均|水平|增速)(?![^，。；\\n]{0,3}\\d)`,
    'y',
  ),
  new RegExp(
    `(?:全面|如期|超额)?(?:完成|达到|控制在|保持在|稳定在|实现)${ISSUER}(?:[和、与及]${ISSUER})?(?:下达|规定|确定|定|考核|要求|控制|核定)*(?:的)?(?:年度|控制|约束性|计划|考核|任务|减排|节能)*(?:目标任务|目标|任务|指标|计划|要求|范围)(?:以内|之内|内)?`,
    'y',
  ),
  /(?:实现|保持)同步增长/y,
  new RegExp(`不?(?:略|明显)?(?:高于|快于|低于)${MEASURE}(?:增长速度|增速|增长|增幅)`, 'y'),
  /[两二]位数(?:以上)?的?(?:增长|增速|增幅)/y,
  /(?:控制|保持|稳定|处于|运行)在合理(?:区间|范围|水平)/y,
];

/** The first letters of the phrases: others need not be tried. */
export const PHRASE_OPENERS = '正负零只稳持与和同不明略继高快好优低领达全如超完控实保处运两二';

/** The phrase that begins at `at`, or null. */
export function readPhrase(text: string, at: number): Quantity | null {
  for (const pattern of PHRASES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const span = { start: at, end: at + match[0].length };
    return { kind: 'phrase', low: null, high: null, bound: '=', unit: '', span, core: span, text: match[0] };
  }
  return null;
}
