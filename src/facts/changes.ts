import type { Span } from '../text/types.js';
import type { Bound } from './bind.js';

/** What may stand between 由 or 提高到 and the figure: 2015年的, 全省, 每人每年. */
const BETWEEN = '(?:[^，、]{0,12}的|全国|全省|全市|(?:19|20)\\d\\d年[底末初]?|(?:每[人户年月天日]){1,3})?';
const FROM_BEFORE = new RegExp(`[由从]${BETWEEN}$`);
const TO_BEFORE = new RegExp(`[到至为成居]${BETWEEN}$`);

/** 由49.3%提高到58%: the second figure's words end with a verb of reaching, the first's with 由 or 从. */
export function changeOf(words: string, previous: Bound | undefined, clause: Span): { change?: 'from' | 'to' } {
  if (FROM_BEFORE.test(words)) return { change: 'from' };
  const follows = previous !== undefined && previous.home === clause && previous.change === 'from';
  return follows && TO_BEFORE.test(words) ? { change: 'to' } : {};
}
