import type { Section } from '../corpus/types.js';
import type { IndicatorIndex } from '../lexicon/indicators.js';
import { indicatorNear } from './recognise.js';
import { stripHeads } from './words.js';

/** How a list of main expected targets is announced. */
const ANNOUNCED =
  /(?:预期|主要|奋斗|计划|发展|调控|总体|工作|年度|全年|今年|明年|20\d\d年|19\d\d年)[^，。；：]{0,12}(?:目标|指标)[^，。；：]{0,12}?(?:是|为|如下|：|:)/;
/** The one target that is told by itself: 今年经济增长预期目标为7%左右. */
const SINGLE_TARGET =
  /(?:预期|调控|控制|计划)目标(?:定|初步定|确定|安排)?(?:为|在|是|：)?[^，。；\d]{0,4}(?:\d|百分之)/;

/** Where in the sentence the list of main targets begins; -1 where it announces none. */
export function headlineStart(sentence: string, section: Section, indicators: IndicatorIndex): number {
  if (section.role !== 'tasks' && section.role !== 'outlook' && section.role !== 'other') return -1;
  const found = ANNOUNCED.exec(sentence);
  const from = found === null ? -1 : found.index + found[0].length;
  if (from >= 0 && indicators.find(sentence.slice(from)).length > 0) return from;
  return SINGLE_TARGET.test(sentence) && indicators.find(sentence).length > 0 ? 0 : -1;
}

/** What may stand before the indicator with which a sentence goes on: 年末总人口…, 城镇、农村居民人均可支配收入…. */
const NO_TASK = /推|抓|建|发展|实施|加|扩|提升|培育|支持|压实|启动|坚持|完善|深|强|做|引|打|新/;
const NEW_TURN = /^(?:[一二三四五六七八九十]+是|围绕|为实现|实现上述|做好|重点|要|各位|这|上述|以上)/;

/** True where a sentence goes on with the list that the one before began: it opens with an indicator, with or without a figure. */
export function continuesHeadline(sentence: string, indicators: IndicatorIndex): boolean {
  if (NEW_TURN.test(sentence)) return false;
  if (indicatorNear(sentence, 2, indicators) !== undefined) return true;
  const opening = stripHeads(sentence).slice(0, 24);
  const [first] = indicators.find(opening);
  return (
    first !== undefined &&
    first.start <= 8 &&
    !/[，；。\d]/.test(opening.slice(0, first.start)) &&
    !NO_TASK.test(opening.slice(0, first.start))
  );
}
