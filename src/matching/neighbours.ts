import type { Attached } from '../frame/types.js';
import { touchesAny } from './pieces.js';
import { holdsHead } from './synonyms.js';
import type { FactTexts } from './types.js';

/** What is left of a score where the subject lacks the word that the figure is asked of, and where its clause does as well. */
const OTHER_HEAD = 0.92;
const NO_HEAD = 0.65;
/** Words that say how a thing is counted or dealt with, and name none. */
const GENERAL_HEAD =
  /^(?:人数|数量|总数|个数|规模|金额|任务|水平|情况|建设|改造|工程|工作|覆盖|以上|左右|上路|受益|投用|开工|竣工|通车|入驻|落户|上市|达标|落地|投产|挂牌|运营|参加)$/u;

/** What is left of a score where a word attached to the indicator stands only in the clause, or nowhere near. */
const ATTACHED_IN_CLAUSE = 0.8;
const ATTACHED_NOWHERE = 0.4;

/**
 * How well a fact is of the thing that the attached words make of the indicator: 对俄进出口总额 is not 进出口总额, and the 总收入 of
 * 接待游客总收入 is another thing than the visitors.
 */
export function attachedFit({ before, behind, name }: Attached = {}, { subject, clause, sentence }: FactTexts): number {
  let fit = 1;
  if (before && !touchesAny(before, subject)) {
    // 天河机场航站楼投用，旅客吞吐量突破3000万人次: the name that the question writes stands whole in a clause before.
    const near = touchesAny(before, clause) || sentence.includes(before + (name ?? '').slice(0, 2));
    fit *= near ? ATTACHED_IN_CLAUSE : ATTACHED_NOWHERE;
  }
  if (behind && !touchesAny(behind, subject))
    fit *= [...behind].some((unit) => subject.includes(unit)) ? ATTACHED_IN_CLAUSE : ATTACHED_NOWHERE;
  return fit;
}

/** How well a fact is of the thing asked for, whatever its other words: 新建城市主干道 is no 新建城市公园. */
export function headFit(head: string, texts: FactTexts): number {
  if (texts.subject.includes(head)) return 1;
  return GENERAL_HEAD.test(head) || holdsHead(head, texts.subject + texts.clause) ? OTHER_HEAD : NO_HEAD;
}
