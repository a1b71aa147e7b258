import { answerFacet, figurePeriod, saySubject } from '../answer/wording.js';
import type { Fact } from '../facts/types.js';
import type { Found } from './gather.js';
import { quoteOfFact } from './quotes.js';
import type { FactRow } from './schemas.js';
import type { ToolContext } from './types.js';

const REPAIRS: Readonly<Record<NonNullable<Fact['repaired']>, string>> = {
  percent: '原文缺“%”，按增速理解',
  recognised: '由扫描件识别，没有把握',
};

/** A figure as the tools give it, with the quote that holds it. */
export function factRow(context: ToolContext, { fact, head, match, confidence }: Found): FactRow {
  const { lexicon } = context;
  const { low, high, bound, unit, text } = fact.quantity;
  return {
    id: fact.id,
    place: lexicon.gazetteer.get(fact.place)?.name ?? fact.place,
    report_year: head.year,
    period: figurePeriod(fact),
    facet: answerFacet(fact),
    subject: saySubject(fact, lexicon),
    indicator: fact.indicator === undefined ? null : (lexicon.indicators.get(fact.indicator)?.name ?? null),
    measure: fact.measure,
    low,
    high,
    bound,
    unit,
    text,
    direction: fact.direction ?? null,
    match,
    confidence,
    repaired: fact.repaired === undefined ? null : REPAIRS[fact.repaired],
    quote: quoteOfFact(context, fact),
  };
}
