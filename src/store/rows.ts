import type { Fact, Period } from '../facts/types.js';
import type { Quantity, Span } from '../text/types.js';
import type { FactRow } from './types.js';

/**
 * A fact as a row of columns. What a type has beside them is kept as JSON in the last one, so that nothing is lost when it grows.
 * Spans are offsets into the document's text; the figure's own is `start`–`end`, its number and unit alone `core_start`–`core_end`.
 */
export const FACT_COLUMNS = [
  'number',
  'subject',
  'indicator',
  'verb',
  'place',
  'scope',
  'year_from',
  'year_to',
  'part',
  'base_year',
  'period_source',
  'facet',
  'estimated',
  'measure',
  'direction',
  'kind',
  'low',
  'high',
  'bound',
  'unit',
  'written',
  'repaired',
  'headline',
  'section',
  'start_at',
  'end_at',
  'core_start',
  'core_end',
  'clause_start',
  'clause_end',
  'sentence_start',
  'sentence_end',
  'extra',
] as const;

type Column = (typeof FACT_COLUMNS)[number];
const AT = Object.fromEntries(FACT_COLUMNS.map((name, i) => [name, i])) as Readonly<Record<Column, number>>;

/** The place of a column in a row. */
export const columnAt = (column: Column): number => AT[column];

/** What of a fact, its period and its quantity has no column. */
interface Extra {
  readonly fact?: object;
  readonly period?: object;
  readonly quantity?: object;
}

/** The row of a fact; `number` is its place in its report, from 1. */
export function rowOf(fact: Fact, number: number): FactRow {
  const { id: _id, report: _report, subject, indicator, verb, place, scope, period, facet, estimated, measure } = fact;
  const { direction, quantity, repaired, headline, span, clause, sentence, section, ...fields } = fact;
  const { from, to, part, base, source, ...ofPeriod } = period;
  const { kind, low, high, bound, unit, span: written, core, text, ...ofQuantity } = quantity;
  const rest = restOf(
    fields,
    new Set([
      'id',
      'report',
      'subject',
      'indicator',
      'verb',
      'place',
      'scope',
      'period',
      'facet',
      'estimated',
      'measure',
    ]),
  );
  const extra: Extra = {
    ...part_('fact', { ...rest, ...(same(span, written) ? {} : { span }) }),
    ...part_('period', ofPeriod),
    ...part_('quantity', { ...ofQuantity, ...inexact({ low, high }) }),
  };
  return [
    number,
    subject,
    indicator ?? null,
    verb ?? null,
    place,
    scope ?? null,
    from,
    to,
    part ?? null,
    base ?? null,
    source,
    facet,
    estimated ? 1 : 0,
    measure,
    direction ?? null,
    kind,
    low,
    high,
    bound,
    unit,
    text,
    repaired ?? null,
    headline ? 1 : 0,
    section,
    written.start,
    written.end,
    core.start,
    core.end,
    clause.start,
    clause.end,
    sentence.start,
    sentence.end,
    Object.keys(extra).length > 0 ? JSON.stringify(extra) : null,
  ];
}

/** The fact of a row. `report`: the id that its document has in the version at hand. */
export function factOf(row: FactRow, report: string): Fact {
  const text = (column: Column): string => row[AT[column]] as string;
  const number = (column: Column): number => row[AT[column]] as number;
  const span = (start: Column, end: Column): Span => ({ start: number(start), end: number(end) });
  const held = (column: Column): boolean => row[AT[column]] !== null;
  const period: Mutable<Period> = {
    from: number('year_from'),
    to: number('year_to'),
    source: text('period_source') as Period['source'],
  };
  if (held('part')) period.part = text('part');
  if (held('base_year')) period.base = number('base_year');
  const quantity: Mutable<Quantity> = {
    kind: text('kind') as Quantity['kind'],
    low: row[AT.low] as number | null,
    high: row[AT.high] as number | null,
    bound: text('bound') as Quantity['bound'],
    unit: text('unit'),
    span: span('start_at', 'end_at'),
    core: span('core_start', 'core_end'),
    text: text('written'),
  };
  const fact: Mutable<Fact> = {
    id: `${report}#${number('number')}`,
    report,
    subject: text('subject'),
    place: text('place'),
    period,
    facet: text('facet') as Fact['facet'],
    estimated: number('estimated') === 1,
    measure: text('measure') as Fact['measure'],
    quantity,
    headline: number('headline') === 1,
    span: span('start_at', 'end_at'),
    clause: span('clause_start', 'clause_end'),
    sentence: span('sentence_start', 'sentence_end'),
    section: number('section'),
  };
  if (held('indicator')) fact.indicator = text('indicator');
  if (held('verb')) fact.verb = text('verb');
  if (held('scope')) fact.scope = text('scope');
  if (held('direction')) fact.direction = text('direction') as Fact['direction'];
  if (held('repaired')) fact.repaired = text('repaired') as Fact['repaired'];
  if (held('extra')) {
    const extra = JSON.parse(text('extra')) as Extra;
    Object.assign(period, extra.period);
    Object.assign(quantity, extra.quantity);
    Object.assign(fact, extra.fact);
  }
  return fact;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function restOf(value: object, known: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(value).filter(([key, held]) => !known.has(key) && held !== undefined));
}

function part_(name: keyof Extra, value: object): Extra {
  const held = restOf(value, new Set());
  return Object.keys(held).length > 0 ? { [name]: held } : {};
}

/** Amounts of more than fifteen digits: SQLite writes no more of them into JSON. */
function inexact(amounts: Readonly<Record<'low' | 'high', number | null>>): object {
  return Object.fromEntries(
    Object.entries(amounts).filter(([, amount]) => amount !== null && Number(amount.toPrecision(15)) !== amount),
  );
}
