import type { Row, Valued } from '../../analysis/row.js';
import { chartOf } from '../chart.js';
import type { Chart } from '../schema.js';
import type { View } from './parts.js';

/** From so many provinces on a map tells more than bars. */
const FEW = 5;

/** True where a picture of the figures is a map of the provinces: all of them side by side, in no order, or a map asked for. */
export function asMap({ plan }: View, said: readonly Valued[]): boolean {
  if (said.length === 0 || !said.every((r) => r.place.level === 'province')) return false;
  if (plan.map) return true;
  const plain = plan.orders.length === 0 && plan.conditions.length === 0 && plan.aggregates.length === 0;
  return plain && plan.places.level === 'province' && said.length >= FEW;
}

/** The provinces as they are drawn: those without a figure say why, those that were not asked about are left empty. */
export function mapOf(view: View, title: string, said: readonly Valued[]): Chart | undefined {
  const { selection, plan } = view;
  const kept = new Set<Row>(said);
  const rows = selection.rows.map((row) => ({
    label: row.place.short,
    place: row.place.id,
    ...(kept.has(row) ? { fact: row.value } : { gap: gapOf(row) }),
  }));
  const aside = (plan.places.apart ?? []).map((p) => ({ label: p.short, place: p.id, gap: '没有问' }));
  return chartOf('map', title, [...rows, ...aside], view.draft);
}

function gapOf(row: Row): string {
  if (row.missing === 'not-held' || row.missing === 'not-reviewed') return '未收录';
  if (row.value) return '不在内';
  return row.words ? '只有文字' : '没有说';
}
