import type { CellHeads, Fact, Period } from '../facts/types.js';
import type { Quantity, Span } from '../text/types.js';
import type { FactRow } from './types.js';

/**
 * A fact as a row of columns. What a type has beside them is kept as JSON in the last one, so that nothing is lost when it grows.
 * Spans are offsets into the document's text; the figure's own is `start`–`end`, its number and unit alone `core_start`–`core_end`.
 * `heads` are those of a table's cell, as JSON: {"row": [start, end], "columns": [[start, end], …], "caption": [start, end]}.
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
  'heads',
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
  const { direction, quantity, repaired, headline, span, clause, sentence, section, heads, ...fields } = fact;
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
    heads === undefined ? null : packHeads(heads),
  ];
}

/** The fact of a row. `report`: the id that its document has in the version at hand. */
export function factOf(row: FactRow, report: string): Fact {
  const period: Mutable<Period> = {
    from: row[AT.year_from] as number,
    to: row[AT.year_to] as number,
    source: row[AT.period_source] as Period['source'],
  };
  if (row[AT.part] !== null) period.part = row[AT.part] as string;
  if (row[AT.base_year] !== null) period.base = row[AT.base_year] as number;
  const quantity: Mutable<Quantity> = {
    kind: row[AT.kind] as Quantity['kind'],
    low: row[AT.low] as number | null,
    high: row[AT.high] as number | null,
    bound: row[AT.bound] as Quantity['bound'],
    unit: row[AT.unit] as string,
    span: spanOf(row, AT.start_at, AT.end_at),
    core: spanOf(row, AT.core_start, AT.core_end),
    text: row[AT.written] as string,
  };
  const fact: Mutable<Fact> = {
    id: `${report}#${row[AT.number] as number}`,
    report,
    subject: row[AT.subject] as string,
    place: row[AT.place] as string,
    period,
    facet: row[AT.facet] as Fact['facet'],
    estimated: row[AT.estimated] === 1,
    measure: row[AT.measure] as Fact['measure'],
    quantity,
    headline: row[AT.headline] === 1,
    span: quantity.span,
    clause: spanOf(row, AT.clause_start, AT.clause_end),
    sentence: spanOf(row, AT.sentence_start, AT.sentence_end),
    section: row[AT.section] as number,
  };
  if (row[AT.indicator] !== null) fact.indicator = row[AT.indicator] as string;
  if (row[AT.verb] !== null) fact.verb = row[AT.verb] as string;
  if (row[AT.scope] !== null) fact.scope = row[AT.scope] as string;
  if (row[AT.direction] !== null) fact.direction = row[AT.direction] as Fact['direction'];
  if (row[AT.repaired] !== null) fact.repaired = row[AT.repaired] as Fact['repaired'];
  if (row[AT.heads] !== null) fact.heads = headsOf(row[AT.heads] as string);
  if (row[AT.extra] !== null) {
    const extra = JSON.parse(row[AT.extra] as string) as Extra;
    Object.assign(period, extra.period);
    Object.assign(quantity, extra.quantity);
    Object.assign(fact, extra.fact);
  }
  return fact;
}

type Ends = readonly [start: number, end: number];

function packHeads({ row, columns, caption }: CellHeads): string {
  const ends = ({ start, end }: Span): Ends => [start, end];
  return JSON.stringify({ row: ends(row), columns: columns.map(ends), ...(caption && { caption: ends(caption) }) });
}

function headsOf(json: string): CellHeads {
  const { row, columns, caption } = JSON.parse(json) as { row: Ends; columns: readonly Ends[]; caption?: Ends };
  const span = ([start, end]: Ends): Span => ({ start, end });
  return { row: span(row), columns: columns.map(span), ...(caption && { caption: span(caption) }) };
}

function spanOf(row: FactRow, start: number, end: number): Span {
  return { start: row[start] as number, end: row[end] as number };
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
