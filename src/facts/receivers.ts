import type { Span } from '../text/types.js';
import type { Bound } from './bind.js';
import { doingAt } from './words.js';

/** Those for whom something is done, which a number of them parts from their preposition: 为11.5万失业人员发放失业保险金5.84亿元. */

/** The preposition right before the number, at the head of its clause. */
const TO_WHOM =
  /(?:^|[，、；：。）.\s]|[累共合]计|共|先后|并|分别|还|将|要|已|已经|同时|继续|及时|主动|全年|直接|[一二三四五六七八九十]是)([为向给对])$/;
/** The same behind words that belong to the name; 分为, 定向, 面向 are words of their own. */
const BEHIND_WORDS = /(?<![分成作定称列改变升转名均仅面投流走迈方意针应])([为向给对])$/;
/** Units that name those whom they count. */
const STANDS_FOR_THEM = /[人户次]$/;
/** Others that are told of with them behind the number: 142个社区和6个乡镇配置…. */
const JOINED = /^[^，；。]{0,12}?(?:、|和|及|与|以及)$/;

/**
 * Gives the subject of such a number, and of the figure of what they got, the preposition: 失业人员发放失业保险金 → 为失业人员发放失业保险金.
 * @param text the sentence that the spans point into
 * @param bounds the figures of the sentence so far; those of the clause are changed in place
 */
export function shareReceivers(text: string, clause: Span, bounds: Bound[]): void {
  for (let i = bounds.length - 1; i >= 0 && bounds[i]!.home === clause; i--) {
    const whose = bounds[i]!;
    const { start, end } = whose.quantity.span;
    const before = text.slice(Math.max(0, start - LONGEST), start);
    if (whose.quantity.kind !== 'number' || !/[为向给对]$/.test(before)) continue;
    const next = bounds[i + 1]?.home === clause ? bounds[i + 1] : undefined;
    const gap = text.slice(end, next?.quantity.span.start ?? clause.end).replace(/（[^（）]*）/g, '');
    const to = TO_WHOM.exec(before)?.[1];
    const inside = to === undefined ? insideOf(whose, before, gap) : undefined;
    if (inside !== undefined) bounds[i] = { ...whose, subject: inside };
    if (to === undefined || whose.subject.startsWith(to)) continue;
    if (!gap.replace(/^的/, '').startsWith(whose.subject.slice(0, 2))) continue;
    // 为2.5万人发放补助: the number itself stands for them.
    if (STANDS_FOR_THEM.test(whose.quantity.unit) && doingAt(whose.subject) !== undefined) continue;
    // 为891户企业提供续贷周转金95.9亿元: what they got is a part of what was done for them.
    const got =
      next !== undefined && gap.startsWith(whose.subject) && !JOINED.test(gap) && /^[一-龥“”、A-Za-z]+$/.test(gap);
    const done = got && gap.length <= LONGEST ? gap.replace(/(?:累计|共|共计|约|近|超过?|达|了)+$/, '') : whose.subject;
    if (done.length < 4 || /提供$/.test(done)) continue;
    bounds[i] = { ...whose, subject: to + done };
    if (next?.subject.startsWith(whose.subject) && gap.startsWith(next.subject))
      bounds[i + 1] = { ...next, subject: to + next.subject };
  }
}

/** In characters. */
const LONGEST = 26;

/** 市区县为集体经济薄弱村建造 for 市区县集体经济薄弱村建造: the preposition between who does it and for whom. */
function insideOf({ subject, quantity }: Bound, before: string, gap: string): string | undefined {
  const to = BEHIND_WORDS.exec(before)?.[1];
  const alone = STANDS_FOR_THEM.test(quantity.unit) && doingAt(gap) !== undefined;
  const at = to === undefined || alone || !COUNTS_WHOM.test(quantity.unit) ? -1 : subject.indexOf(gap.slice(0, 2));
  if (at < 1 || subject.includes(to!) || !before.slice(0, -1).endsWith(subject.slice(0, at))) return undefined;
  return subject.slice(0, at) + to! + subject.slice(at);
}

/** Units of those for whom something is done. */
const COUNTS_WHOM = /^[百千万亿]*(?:[个家户名人所村]|人次|户次)?$/;
