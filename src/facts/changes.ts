import type { Span } from '../text/types.js';
import type { Bound } from './bind.js';

/** What may stand between 由 or 提高到 and the figure: 2015年的, 全省, 每人每年; several of them (2010年每人每月). */
const BETWEEN =
  '(?:[^，、]{0,12}的|“?(?:十[一二三四五]?|[七八九])五”?(?:规划|时期|期)?末的?|生均|全国|全省|全市|(?:19|20)\\d\\d年[底末初]?|(?:年|月)?人均|(?:每(?:[人户年月天日亩吨头]|学年|生|人次|[平立]方米|公里)){1,3}|(?:现在|现行|目前|原来|原先|上年|去年)的?){0,3}';
export const FROM_BEFORE = new RegExp(`[由从]${BETWEEN}$`);
export const TO_BEFORE = new RegExp(`[到至为成居]${BETWEEN}$`);

/** 综合实力由全国百强城市第58位上升到第35位: among whom the first place was. */
const FROM_AMONG = /(?<![自理缘])[由从](?![^，、；]*(?:起|以来|开始))[^，、；由从]{1,14}$/;
const TO_A_RANK = /^[^，、；]{0,10}?(?:升|进|跃|移|降|滑|退|提|晋)[^，、；]{0,8}$/;

/** True for a place in an order from which something rose or fell to the next one. `after`: the words between the two. */
export function startsAmong(words: string, ranks: boolean, after: string): boolean {
  return ranks && FROM_AMONG.test(words) && TO_A_RANK.test(after);
}

/** 由49.3%提高到58%: the second figure's words end with a verb of reaching, the first's with 由 or 从. */
export function changeOf(words: string, previous: Bound | undefined, clause: Span): { change?: 'from' | 'to' } {
  if (FROM_BEFORE.test(words)) return { change: 'from' };
  const follows = previous !== undefined && previous.home === clause && previous.change === 'from';
  return follows && TO_BEFORE.test(words) ? { change: 'to' } : {};
}

const YEAR = '(?:(?:19|20)\\d\\d|[一二][〇零O0一二三四五六七八九]{3})年';
const WHEN = `(?:“?(?:十[一二三四五]?|[七八九])五”?(?:规划|时期|期)?末?期?|${YEAR}[初末底]?|[两三四五十]年前|上个?五年|上届政府|[上去]年[初末底]?|年初|[一二三四]季度|[上下]半年|前[一二三四两\\d]+(?:个月|季度)|治理前|改革前|原来|原先|现在?|现[有行]?|目前|峰值|最高峰|最高时|承诺|法定|规定)`;
const PER =
  '(?:每(?:[人户年月天日亩吨头生村]|学年|学期|人次|[平立]方米|平方公里|公里|万人|千人)|生均|年生均|年人均|每?月人均|人均|户均|月)';
/** Where a change starts: 由2017年初的, 由全省第5, 从每人每学年. */
const FROM_THERE = new RegExp(
  `[将已]?(?<![自理缘])[由从](?:(?:全国|全省)?(?:倒数)?第?\\d+位?|${WHEN}?的?(?:末位)?(?:[全世][国省市区州界])?${PER}{0,3})$`,
);
/** Where it ends: 提高到2020年底的, 缴费标准提高到年人均. */
const TO_THERE = new RegExp(
  `(?:提高|上升|下降|增加|增长|发展|提升|扩大|减少|降低|缩短|调整|上调|上浮|跃升|攀升|跃|降|升)[到至](?:${WHEN}的?)?(?:[全世][国省市区州界])?${PER}{0,3}$`,
);
/** Where a rank came from and is now: 由倒数后三进位到正数. */
const MOVED = /(?<![自理缘])[由从][^，、；]{1,10}?(?:升|进位|跃|提高|前移|上升|提升|下降|降)[到至为居][^，、；]{0,3}$/;

/** A subject without the words that say where a change starts or ends: 贷款余额由1997年 → 贷款余额. */
export function withoutChange(noun: string): string {
  return noun.replace(FROM_THERE, '').replace(MOVED, '').replace(TO_THERE, '');
}

/** The noun before the first figure of a change without where it starts, whatever the words: 水位由治理前的 → 水位. */
export function withoutStart(noun: string): string {
  return noun.replace(/[将已]?(?<![自理缘])[由从][^由从，、；]{0,14}$/, '');
}
