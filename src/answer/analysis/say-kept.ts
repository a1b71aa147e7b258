import type { Ranked } from '../../analysis/order.js';
import { hasValue, type Row, type Valued } from '../../analysis/row.js';
import type { Place } from '../../lexicon/types.js';
import { sayFigure } from '../wording.js';
import type { View } from './parts.js';
import { sayAlone, sayCondition, sayRow, sayTimes, WHY_NONE } from './say.js';

/** The most places that a headline names. */
export const NAMED = 12;

/** What a filter and an order made of the rows. */
export interface Found {
  readonly ranked: readonly Ranked<Valued>[];
  readonly kept: readonly Row[];
  readonly beside?: Row;
  /** Rows that have a value at all. */
  readonly total: number;
}

/** A second aim beside a target, in brackets. */
export function furtherOf(row: Row): string {
  return row.further ? `（${row.further}）` : '';
}

/** The rows that meet the conditions: how many, which ones, yes or no first where it is asked. */
export function sayKept(view: View, { kept, ranked, total, beside }: Found): string {
  const { plan } = view;
  const against = plan.conditions.flatMap((c) => (c.kind === 'against' ? [c.place] : []))[0];
  if (against && !beside?.value) return sayNoYardstick(view, against, beside);
  const yardstick = beside?.value ? `（${sayFigure(beside.value)}）` : '';
  const what = `${plan.conditions.map(sayCondition).join('、')}${against ? yardstick : ''}`;
  if (plan.all) return sayWhetherAll(view, { kept, ranked, total }, what);
  const yes = plan.yesNo ? (kept.length > 0 ? '有。' : '没有。') : '';
  if (kept.length === 0)
    return `${yes}${total}个地区里${what.startsWith('没有') ? `，${what}的一个也没有` : `没有${what}的`}`;
  const names = [
    ...ranked.filter(({ row }) => kept.includes(row)).map(({ row }) => `${sayRow(row)}${furtherOf(row)}`),
    ...kept.filter((r) => !r.value).map((r) => `${r.place.name}${r.words ? `“${r.words.text}”` : '（报告没有说）'}`),
  ];
  const share =
    plan.counts && total > 0 ? `（${total}个有数字的地区中占${Math.round((kept.length / total) * 1000) / 10}%）` : '';
  const shown = names.slice(0, NAMED).join('、');
  const ids = kept.map((r) => r.place.id);
  const alone = sayAlone(plan.places, ids, `不是${what}的`);
  return `${alone || yes}${what}的有${kept.length}个${share}：${shown}${names.length > NAMED ? '等' : ''}`;
}

/** 不都是：11个有数字的地区里，高于5%的有9个，其余2个不是：广东省增长5%、广西壮族自治区增长5%以上. */
function sayWhetherAll(
  { plan, selection }: View,
  { kept, total }: Pick<Found, 'kept' | 'ranked' | 'total'>,
  what: string,
): string {
  const others = selection.rows.filter(hasValue).filter((r) => !kept.includes(r));
  // Of places named one by one nobody knows of those without a figure.
  const whole = !plan.places.named || total === plan.places.members?.length;
  if (others.length === 0) return `${whole ? '是，' : ''}${total}个有数字的地区都${what}`;
  const names = others.slice(0, NAMED).map((r) => sayRow(r));
  return `不都是：${total}个有数字的地区里，${what}的有${total - others.length}个，其余${others.length}个不是：${names.join('、')}${others.length > NAMED ? '等' : ''}`;
}

/** Nothing is above or below what is not told: 全国没有这个数，比不出高于全国的. */
function sayNoYardstick({ plan, selection }: View, { name, short }: Place, beside: Row | undefined): string {
  const others = selection.rows.filter(hasValue).length;
  return `${name}${sayTimes(selection.times)}${WHY_NONE[beside?.missing ?? 'not-held']}，比不出${plan.conditions.map(sayCondition).join('、')}的（${others}个地区有数字，缺${short}的）`;
}
