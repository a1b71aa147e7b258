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
  return periods.map(({ value: { from } }) => {
    const whole = text.indexOf(String(from));
    return whole >= 0 ? whole : text.indexOf(`${String(from).slice(-SHORT_YEAR)}年`);
  });
}

/** How many digits of a year people write. */
const SHORT_YEAR = 2;

/** The sides of years of which each has its own, in the order of the years: 2023年实际和2024年目标; undefined where they have none or all the same. */
export function sidesOfYears(
  query: Frame,
): { readonly year: number; readonly facet: 'target' | 'outcome' }[] | undefined {
  if (!query.bothFacets || query.periods.some(({ value }) => value.kind !== 'year' || value.part !== undefined))
    return undefined;
  const facets = facetsByPeriod(query);
  const sides = query.periods.flatMap(({ value }, i) => {
    const facet = facets[i];
    return facet === 'target' || facet === 'outcome' ? [{ year: value.from, facet }] : [];
  });
  const whole = sides.length === facets.length && new Set(sides.map(({ facet }) => facet)).size > 1;
  return whole ? sides.sort((a, b) => a.year - b.year) : undefined;
}
