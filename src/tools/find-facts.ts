import { z } from 'zod';
import { orderKey } from '../matching/compare.js';
import { factRow } from './fact-row.js';
import { type Found, gatherFacts } from './gather.js';
import { pageOf } from './pages.js';
import { factRowSchema, factShape, pageShape, resultSchema } from './schemas.js';
import { searchedOf } from './scope.js';
import { defineTool } from './types.js';

const orders = ['best', 'value', '-value', 'place', 'year', '-year', 'text'] as const;

export const findFacts = defineTool({
  name: 'find_facts',
  title: '查数字',
  description:
    'Figures of the reports, each with the sentence that holds it. Ask for an indicator (GDP, 固投, 城镇化率) or by words of the subject ({"all":["老旧小区"]}), narrowed by place, year, target or outcome, unit and value. One call gives a table over all places: {"indicator":"GDP","report_year":2025,"facet":"target","level":"province"}. The outcome of a year stands in the report of the next year: use `period`, not `report_year`, for it.',
  input: z.strictObject({
    ...factShape,
    order: z.enum(orders).default('best').describe('best: surest first; a minus turns the order round.'),
    ...pageShape,
  }),
  output: resultSchema(factRowSchema),
  async run(context, input) {
    const { found, scope, unread, notes } = gatherFacts(context, input);
    const page = pageOf(context.store, input, inOrder(found, input.order));
    return {
      ...page,
      rows: page.rows.map((one) => factRow(context, one)),
      searched: searchedOf(scope),
      unread: [...unread],
      notes: [...notes],
    };
  },
});

const KEYS: Readonly<Record<string, (one: Found) => number | string>> = {
  value: ({ fact }) => orderKey(fact),
  place: ({ fact }) => fact.place,
  year: ({ fact }) => fact.period.to,
  text: ({ head, fact }) => `${head.id}#${String(fact.span.start).padStart(8, '0')}`,
};

function inOrder(found: readonly Found[], order: (typeof orders)[number]): readonly Found[] {
  const key = KEYS[order.replace('-', '')];
  if (key === undefined) return found;
  const sign = order.startsWith('-') ? -1 : 1;
  return [...found].sort((a, b) => sign * compareKeys(key(a), key(b)));
}

/** Figures without a number come last, whichever way the order goes. */
function compareKeys(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return a - b;
  }
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
