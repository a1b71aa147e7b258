import { type Beside, filter } from '../../analysis/filter.js';
import { hasValue } from '../../analysis/row.js';
import type { View } from './parts.js';
import { sayRow } from './say.js';
import { select } from './select.js';

/**
 * The municipalities, where the question asks for 省 and they are none: those that would be in the answer if they were meant,
 * so that whoever means them too has them.
 */
export function apartLines(view: View, beside: Beside = {}): string[] {
  const { context, plan, selection } = view;
  const { apart } = plan.places;
  if (!apart || plan.conditions.some((c) => c.kind === 'moved')) return [];
  const places = { label: '直辖市', members: apart, named: false };
  const own = select(context, { ...plan, places, times: selection.times });
  const rows = filter(own.rows, plan.conditions, beside).kept.filter(hasValue);
  if (rows.length === 0) return [];
  const said = rows.map((r) => sayRow(r, selection.times.length > 1)).join('、');
  return [
    `问的是省，直辖市没有算在内；${plan.conditions.length > 0 ? '符合条件的直辖市另有' : '直辖市的数字'}：${said}`,
  ];
}
