import { z } from 'zod';
import { comparable, difference, orderKey, type Verdict, verdict } from '../matching/compare.js';
import { factRow } from './fact-row.js';
import { type FactInput, type Found, type Gathered, gatherFacts, meets } from './gather.js';
import { pageOf } from './pages.js';
import { factRowSchema, factShape, pageShape, resultSchema } from './schemas.js';
import { searchedOf } from './scope.js';
import { defineTool, type ToolContext, ToolError } from './types.js';
import { wordTest } from './words.js';

const verdicts = ['exceeded', 'met', 'missed', 'not-comparable'] as const;
const VERDICTS: Readonly<Record<Verdict, (typeof verdicts)[number]>> = {
  超过: 'exceeded',
  达到: 'met',
  未达到: 'missed',
  无法比较: 'not-comparable',
};

const changeSchema = z
  .object({ value: z.number(), unit: z.string(), nominal: z.boolean().describe('a bound (以上, 左右) is in it') })
  .nullable();

const rowSchema = z.object({
  place: z.string().nullable(),
  year: z.int().nullable(),
  values: z
    .array(factRowSchema)
    .describe('one figure; for target-outcome the target, then the outcome, as far as held'),
  change: changeSchema.describe(
    'by place: against the first row; by year: against the year before; target-outcome: outcome minus target',
  ),
  verdict: z.enum(verdicts).nullable().describe('target-outcome only'),
});

type Row = z.infer<typeof rowSchema>;

const inputSchema = z.strictObject({
  ...factShape,
  by: z.enum(['place', 'year', 'target-outcome']),
  condition: z
    .strictObject({
      on: z.enum(['value', 'change']).default('value'),
      op: z.enum(['<', '<=', '=', '>=', '>']),
      n: z.number(),
    })
    .optional()
    .describe('Keeps the rows that meet it; in the unit as written, for a change in its own.'),
  verdict: z.enum(verdicts).optional().describe('Keeps the rows with this verdict.'),
  order: z.enum(['value', '-value', 'change', '-change', 'place', 'year', '-year']).optional(),
  ...pageShape,
});

type Input = z.output<typeof inputSchema>;

export const compare = defineTool({
  name: 'compare',
  title: '对比',
  description:
    'Sets figures of one thing beside one another: by place (ranking of one year), by year (one place over time, with the change), or target-outcome (what was aimed at in a year against what came of it, with a verdict). Takes the arguments of find_facts. Which provinces missed their GDP target of 2023: {"indicator":"GDP","period":"2023","level":"province","by":"target-outcome","verdict":"missed"}. `missing` says of the places without a row which kind of no it is.',
  input: inputSchema,
  output: resultSchema(rowSchema).extend({
    missing: z.object({
      not_held: z.array(z.string()).describe('no report is held'),
      word_absent: z.array(z.string()).describe('report held, the thing is not mentioned in it'),
      no_figure: z.array(z.string()).describe('the thing is mentioned, without such a figure'),
    }),
  }),
  async run(context, input) {
    if (input.indicator === undefined && input.words === undefined)
      throw new ToolError('bad-arguments', '没有说要对比什么', [
        { path: 'indicator, words', message: 'one of them is needed' },
      ]);
    const gathered = gatherFacts(context, factInput(input));
    const all = rowsOf(context, input, gathered);
    const rows = inOrder(
      all.filter((row) => passes(row, input)),
      input,
    );
    const page = pageOf(context.store, input, rows);
    return {
      ...page,
      rows: page.rows.map((row) => row.out()),
      missing: missingOf(context, input, gathered, all),
      searched: searchedOf(gathered.scope),
      unread: [...gathered.unread],
      notes: [...gathered.notes],
    };
  },
});

/** A target and its outcome stand in two reports: neither facet nor report year may narrow what is gathered. */
function factInput(input: Input): FactInput {
  return input.by === 'target-outcome' ? { ...input, facet: undefined, report_year: undefined } : input;
}

/** A row before its quotes are made. */
interface Draft {
  readonly place: string;
  readonly year: number;
  readonly found: readonly Found[];
  readonly change: Row['change'];
  readonly verdict: Row['verdict'];
  out(): Row;
}

function rowsOf(context: ToolContext, input: Input, gathered: Gathered): Draft[] {
  const cells = cellsOf(gathered, input);
  if (input.by === 'target-outcome')
    return cells.flatMap((cell) => checkedRow(context, cell, gathered.indicator?.lowerIsBetter ?? false));
  const unit = commonUnit(cells, gathered);
  const best = cells.flatMap((cell) => {
    const found = cell.found.find((one) => unit === undefined || comparable(one.fact, unit)) ?? cell.found[0];
    return found === undefined ? [] : [{ ...cell, found: [found] }];
  });
  if (input.by === 'year') best.sort((a, b) => (a.place === b.place ? a.year - b.year : a.place < b.place ? -1 : 1));
  else best.sort((a, b) => -byNumber(orderKey(a.found[0]!.fact), orderKey(b.found[0]!.fact)));
  return best.map((cell, index) => {
    const other = input.by === 'year' ? best[index - 1] : index > 0 ? best[0] : undefined;
    const beside = other !== undefined && (input.by !== 'year' || sameSeries(other, cell)) ? other.found[0] : undefined;
    return draft(context, cell, beside && changeOf(cell.found[0]!, beside), null);
  });
}

function sameSeries(before: Cell, cell: Cell): boolean {
  return before.place === cell.place && before.year === cell.year - 1;
}

interface Cell {
  readonly place: string;
  readonly year: number;
  readonly found: readonly Found[];
}

/** Figures of the report's own place for a whole year, by place and year, the surest first. */
function cellsOf({ found }: Gathered, input: Input): Cell[] {
  const cells = new Map<string, { place: string; year: number; found: Found[] }>();
  for (const one of found) {
    const { fact, head } = one;
    const oneYear = fact.period.from === fact.period.to || input.period !== undefined;
    if (head.place === null || fact.place !== head.place.id || fact.period.part !== undefined || !oneYear) continue;
    if (one.match === 'near') continue;
    const year = fact.period.to;
    const key = input.by === 'place' && input.period === undefined ? fact.place : `${fact.place} ${year}`;
    const cell = cells.get(key) ?? { place: fact.place, year, found: [] };
    cell.found.push(one);
    cells.set(key, cell);
  }
  return [...cells.values()].map((cell) => ({ ...cell, found: newestFirst(cell.found, input) }));
}

/** Without a year the newest figure of a place stands for it; the outcome before the target where no facet is asked for. */
function newestFirst(found: readonly Found[], input: Input): readonly Found[] {
  if (input.by !== 'place' || input.period !== undefined) return found;
  const newest = Math.max(...found.map(({ fact }) => fact.period.to));
  return found.filter(({ fact }) => fact.period.to === newest);
}

/** What most places give: the measure of the indicator, or the unit met most often. */
function commonUnit(cells: readonly Cell[], { indicator }: Gathered): Found['fact'] | undefined {
  const first = cells.flatMap(({ found }) => found.slice(0, 1)).map(({ fact }) => fact);
  const usual = first.filter((fact) => indicator === undefined || fact.measure === indicator.measure);
  const pool = usual.length > 0 ? usual : first;
  let best: { fact: Found['fact']; count: number } | undefined;
  for (const fact of pool) {
    const count = pool.filter((other) => comparable(fact, other)).length;
    if (best === undefined || count > best.count) best = { fact, count };
  }
  return best?.fact;
}

function checkedRow(context: ToolContext, cell: Cell, lowerIsBetter: boolean): Draft[] {
  const targets = cell.found.filter(({ fact }) => fact.facet === 'target');
  const outcomes = cell.found.filter(({ fact }) => fact.facet === 'outcome');
  const target = targets.find((t) => outcomes.some((o) => comparable(t.fact, o.fact))) ?? targets[0];
  if (target === undefined) return [];
  const outcome = outcomes.find((o) => comparable(target.fact, o.fact)) ?? outcomes[0];
  if (outcome === undefined) return [draft(context, { ...cell, found: [target] }, null, null)];
  const judged = VERDICTS[verdict(target.fact, outcome.fact, lowerIsBetter)];
  return [draft(context, { ...cell, found: [target, outcome] }, changeOf(outcome, target), judged)];
}

function changeOf(a: Found, b: Found): Row['change'] {
  if (!comparable(a.fact, b.fact)) return null;
  const { value, unit, sign, nominal } = difference(a.fact, b.fact);
  return { value: sign * value, unit, nominal };
}

function draft(context: ToolContext, cell: Cell, change: Row['change'] | undefined, judged: Row['verdict']): Draft {
  const { place, year, found } = cell;
  const name = context.lexicon.gazetteer.get(place)?.name ?? null;
  return {
    place,
    year,
    found,
    change: change ?? null,
    verdict: judged,
    out: () => ({
      place: name,
      year,
      values: found.map((one) => factRow(context, one)),
      change: change ?? null,
      verdict: judged,
    }),
  };
}

function passes(row: Draft, { condition, verdict: wanted }: Input): boolean {
  if (wanted !== undefined && row.verdict !== wanted) return false;
  if (condition === undefined) return true;
  const { low, high } = row.found[0]!.fact.quantity;
  return meets(condition.on === 'change' ? (row.change?.value ?? null) : (low ?? high), condition);
}

function inOrder(rows: readonly Draft[], { order }: Input): readonly Draft[] {
  if (order === undefined) return rows;
  const sign = order.startsWith('-') ? -1 : 1;
  const name = order.replace('-', '');
  const key = (row: Draft): number =>
    name === 'value' ? orderKey(row.found[0]!.fact) : name === 'change' ? (row.change?.value ?? Number.NaN) : row.year;
  return [...rows].sort((a, b) =>
    name === 'place' ? (a.place < b.place ? -1 : Number(a.place > b.place)) : byNumber(key(a), key(b), sign),
  );
}

/** Ascending, or descending for sign -1; what has no number comes last. */
function byNumber(a: number, b: number, sign = 1): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return sign * (a - b);
}

/** A year's target stands in its own report, its outcome in that of the next year. */
function canTell(year: number | null, { period, by, facet }: Input): boolean {
  const to = Number(period?.split('-').at(-1));
  const ahead = by === 'target-outcome' || facet === 'target';
  return period === undefined || year === null || year === to || (!ahead && year === to + 1);
}

/** Of the places in scope that have no row: which kind of no it is. */
function missingOf(
  { store }: ToolContext,
  input: Input,
  { scope, indicator }: Gathered,
  rows: readonly Draft[],
): { not_held: string[]; word_absent: string[]; no_figure: string[] } {
  const done = new Set(rows.map((row) => row.place));
  const test = wordTest(input.words);
  const names = [...(indicator ? [indicator.name, ...indicator.aliases] : []), ...test.wanted];
  if (indicator === undefined && input.indicator !== undefined) names.push(input.indicator);
  const missing = { not_held: [...scope.notHeld], word_absent: [] as string[], no_figure: [] as string[] };
  const byPlace = new Map<string, { name: string; reports: string[] }>();
  for (const { id, place, kind, year } of scope.heads) {
    if (place === null || kind === 'news' || done.has(place.id)) continue;
    const entry = byPlace.get(place.id) ?? { name: place.name, reports: [] };
    if (canTell(year, input)) entry.reports.push(id);
    byPlace.set(place.id, entry);
  }
  for (const { name, reports } of byPlace.values()) {
    if (reports.length === 0) {
      missing.not_held.push(`${name}${input.period}年`);
      continue;
    }
    const named = names.some((word) => store.findExact(word, { reports, limit: 1 }).length > 0);
    (named ? missing.no_figure : missing.word_absent).push(name);
  }
  return missing;
}
