import type { Section } from '../corpus/types.js';
import type { IndicatorIndex } from '../lexicon/indicators.js';

/** How a list of main expected targets is announced. */
const ANNOUNCED =
  /(?:(?:主要|总体|宏观调控|调控|发展|社会|经济|工作|奋斗|全年|年度|今年|明年|20\d\d年)(?:的)?(?:预期|奋斗|调控|发展|经济|宏观|控制|主要|预期性|工作|约束性)*(?:目标|指标)|预期目标|奋斗目标)(?:和任务|任务|和主要任务|安排)?(?:初步)?(?:建议|安排|确定|设定|考虑|拟定|拟|定|意见)*(?:是|为|如下|，|：|:|“)/;

/** Where in the sentence the list of main targets begins; -1 where it announces none. */
export function headlineStart(sentence: string, section: Section, indicators: IndicatorIndex): number {
  if (section.role === 'review' || section.role === 'review5' || section.role === 'glossary') return -1;
  const found = ANNOUNCED.exec(sentence);
  if (found === null) return -1;
  const from = found.index + found[0].length;
  return indicators.find(sentence.slice(from)).length > 0 ? from : -1;
}

/** True where a sentence goes on with the list that the one before began: it opens with an indicator and holds a figure. */
export function continuesHeadline(sentence: string, figures: number, indicators: IndicatorIndex): boolean {
  if (figures === 0 || /^(?:一是|围绕|为实现|实现上述|做好|重点|要|各位)/.test(sentence)) return false;
  const [first] = indicators.find(sentence.slice(0, 24));
  return first !== undefined && first.start <= 2;
}
