import type { Span } from '../text/types.js';
import type { Bound } from './bind.js';

/** What is done to the things of a list, told behind the last of them: 对33万名留守儿童、10万名空巢老人进行关爱救助. */

/** The act at the clause's end, with how it is done. */
const ACT =
  /((?:分别|全部|统一|集中|免费|分类|逐一|全面|重点|及时|依法)?(?:进行|实施|给予|开展|实行|予以)了?[“”一-龥]{2,16})$/;
/** Only members of the list stand between a figure and the act. */
const LISTED = /^(?:[^，；。]*?(?:、|和|及|与|以及))?[^，；。、]*$/;
const TREATED = /^对/;

/** Gives each thing of such a list what is done to it: 对空巢老人 → 对空巢老人进行关爱救助. */
export function shareTreatment(text: string, clause: Span, bounds: Bound[]): void {
  const words = text.slice(clause.start, clause.end).replace(/[，；。、]+$/, '');
  const act = ACT.exec(words)?.[1];
  if (act === undefined) return;
  const verb = act.replace(/^(?:分别|全部)/, '');
  for (let i = bounds.length - 1; i >= 0 && bounds[i]!.home === clause; i--) {
    const { subject, quantity } = bounds[i]!;
    const gap = text.slice(quantity.span.end, clause.start + words.length - act.length);
    if (!TREATED.test(subject) || subject.length < 3 || /进行|实施|给予|开展|实行|予以/.test(subject)) continue;
    if (quantity.kind === 'number' && LISTED.test(gap)) bounds[i] = { ...bounds[i]!, subject: subject + verb };
  }
}
