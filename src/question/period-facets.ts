import type { Facet } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import { patterns } from './patterns/index.js';
import { questionWords } from './words.js';

/** Which facet goes with which period, where a question says it period by period; undefined where it leaves it open. */
export function facetsByPeriod(query: Frame): (Facet | undefined)[] {
  if (query.periods.length < 2) return query.periods.map(() => undefined);
  if (!query.bothFacets) return byClause(query);
  // 2022年目标和2021年实际: the words behind each year.
  const words = questionWords().facets;
  const starts = startsOf(query);
  return starts.map((start, i) => {
    const next = Math.min(...starts.filter((s) => s > start), query.text.length);
    const piece = query.text.slice(Math.max(start, 0), i === starts.length - 1 ? query.text.length : next);
    const target = words.target.filter((w) => w.length > 1 && piece.includes(w)).length > 0;
    const outcome = words.outcome.some((w) => piece.includes(w));
    return target && !outcome ? 'target' : outcome && !target ? 'outcome' : undefined;
  });
}

/** 2020年末、2021年末各多少家，2022年要达到多少: each clause asks by itself. */
function byClause(query: Frame): (Facet | undefined)[] {
  const open = query.periods.map(() => undefined);
  if (query.facet?.value !== 'target') return open;
  const clauseAt = (at: number): string => {
    const start = Math.max(query.text.lastIndexOf('，', at), query.text.lastIndexOf(',', at)) + 1;
    return query.text.slice(start).split(/[，,]/u)[0]!;
  };
  const { ahead, asked } = patterns().facets;
  const clauses = startsOf(query).map(clauseAt);
  const targets = clauses.map((clause) => ahead.in(clause));
  if (!clauses.every((clause) => asked.in(clause)) || targets.every(Boolean) || !targets.some(Boolean)) return open;
  return targets.map((target) => (target ? 'target' : 'outcome'));
}

function startsOf({ text, periods }: Frame): number[] {
  return periods.map((p) => text.indexOf(String(p.value.from)));
}
