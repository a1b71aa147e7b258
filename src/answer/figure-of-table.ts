import type { Fact } from '../facts/types.js';
import type { Plan } from '../frame/analysis.js';
import type { Candidate } from '../matching/types.js';
import { chooseFacts, type Side } from './analysis/choose.js';
import type { AnswerContext } from './context.js';
import type { Resolved } from './resolve.js';

/**
 * The figure that the relation over all reports holds for a question of nothing but a place, a year, an indicator and its side: what
 * a table of all places would show in that cell. Undefined where the question says more, or where the figure is not of the report
 * that tells it first (the target of the year's own, the outcome of the next one).
 */
export function figureOfTable(context: AnswerContext, { place, period }: Resolved): Candidate | undefined {
  const { query, store } = context;
  const [indicator, ...others] = query.indicators.map((i) => i.value);
  const side = sideOf(query.facet?.value);
  const year = period?.value.kind === 'year' && !period.value.part ? period.value.to : undefined;
  const more = others.length > 0 || query.residue.join('') !== '' || query.units.length > 0 || query.base !== undefined;
  if (!place || !indicator || !side || year === undefined || more || query.inner !== undefined) return undefined;
  const form = formOf(query.measure);
  if (form === null) return undefined;
  const years = [year];
  const chosen = chooseFacts(context, indicator, { places: [place.id], years, side, form, name: query.attached.name });
  const found = chosen.get(`${place.id}|${year}`);
  const fact = found?.value ?? found?.phrase;
  if (!fact || !isItsOwn(fact, store.head(fact.report)?.year, year, side)) return undefined;
  return { fact, score: 1, likelihood: LIKELY, accepted: true, fit: { words: 1, precision: 1 } };
}

/** Of a hundred figures of the relation that are of their own report ninety-nine are right (`npm run table-check`). */
const LIKELY = 0.97;

function sideOf(facet: string | undefined): Side | undefined {
  return facet === 'target' || facet === 'outcome' ? facet : undefined;
}

/** A rate or an amount; null for what the relation does not hold. */
function formOf(measure: string | undefined): Plan['form'] | null {
  if (measure === undefined) return undefined;
  if (measure === 'growth') return 'rate';
  return measure === 'level' ? 'amount' : null;
}

function isItsOwn(fact: Fact, reportYear: number | null | undefined, year: number, side: Side): boolean {
  return fact.scope === undefined && reportYear === (side === 'target' ? year : year + 1);
}
