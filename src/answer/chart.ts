import type { Fact } from '../facts/types.js';
import { scaled } from '../matching/compare.js';
import type { Draft } from './compose.js';
import type { Chart } from './schema.js';
import { sayFigure } from './wording.js';

export interface ChartPoint {
  readonly label: string;
  readonly fact?: Fact;
  /** What stands in the place of a figure that is missing: 未收录, 报告没有说. */
  readonly gap?: string;
  readonly series?: 'target' | 'outcome';
  /** Code of the place, for a map. */
  readonly place?: string;
}

/** What a picture of figures needs. Figures in 万亿元 and 亿元 are drawn in the smaller unit. Undefined where nothing can be drawn. */
export function chartOf(
  type: Chart['type'],
  title: string,
  points: readonly ChartPoint[],
  draft: Draft,
): Chart | undefined {
  const facts = points.flatMap((p) => (p.fact && p.fact.quantity.kind === 'number' ? [p.fact] : []));
  if (facts.length < 2 || new Set(facts.map((f) => scaled(f).base)).size > 1) return undefined;
  const smallest = facts.reduce((a, b) => (scaled(a).factor <= scaled(b).factor ? a : b));
  const { factor } = scaled(smallest);
  const documents = [...new Set(draft.citations.map((c) => `《${c.document.title}》`))];
  const source = `来源：${documents.slice(0, 4).join('、')}${documents.length > 4 ? `等${documents.length}份` : ''}`;
  return {
    type,
    title,
    unit: smallest.quantity.unit,
    source,
    points: points.map(({ label, fact, gap, series, place }) => {
      const number = fact && fact.quantity.kind === 'number' ? scaled(fact) : undefined;
      const sign = fact?.direction === 'down' && fact.measure === 'growth' ? -1 : 1;
      const value = number ? (number.low ?? number.high) : null;
      return {
        label,
        value: number && value !== null ? (value * number.factor * sign) / factor : null,
        high:
          number && fact!.quantity.bound === 'range' && number.high !== null
            ? (number.high * number.factor * sign) / factor
            : null,
        bound: fact && number ? fact.quantity.bound : null,
        text: fact ? sayFigure(fact) : (gap ?? '未收录'),
        ...(series ? { series } : {}),
        ...(place ? { place } : {}),
      };
    }),
  };
}
