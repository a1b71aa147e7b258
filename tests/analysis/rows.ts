import type { Valued } from '../../src/analysis/row.js';
import type { Fact } from '../../src/facts/types.js';
import type { Bound } from '../../src/text/types.js';

/** A row of one place with a figure, as the operations see it. */
export function row(
  place: string,
  low: number,
  options: { high?: number; bound?: Bound; unit?: string; year?: number } = {},
): Valued {
  const { high = low, bound = '=', unit = '%', year = 2022 } = options;
  const span = { start: 0, end: 1 };
  const value = {
    id: `${place}#${year}`,
    report: place,
    subject: '地区生产总值',
    indicator: 'gdp',
    place,
    period: { from: year, to: year, source: 'report' },
    facet: 'target',
    estimated: false,
    measure: unit === '%' ? 'growth' : 'level',
    quantity: { kind: 'number', low, high, bound, unit, span, core: span, text: `${low}${unit}` },
    headline: true,
    span,
    clause: span,
    sentence: span,
    section: 0,
  } satisfies Fact;
  return { place: { id: place, name: place, short: place, pinyin: 'x', aliases: [], level: 'province' }, year, value };
}
