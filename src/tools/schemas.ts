import { z } from 'zod';

/** The parts from which the arguments and rows of the tools are put together. */

const name = z.string().trim().min(1).max(60);
const word = z.string().trim().min(1).max(80);

export const levels = ['nation', 'province', 'prefecture', 'county', 'zone'] as const;
export const facets = ['target', 'outcome', 'estimate', 'plan-target', 'cumulative'] as const;
export const measures = [
  'level',
  'growth',
  'average',
  'share',
  'count',
  'difference',
  'rank',
  'ratio',
  'multiple',
  'date',
] as const;

export const yearSchema = z.int().min(1949).max(2100);

export const wordsSchema = z
  .strictObject({
    any: z.array(word).max(20).optional().describe('at least one of these must occur'),
    all: z.array(word).max(20).optional().describe('each of these must occur'),
    not: z.array(word).max(20).optional().describe('none of these may occur'),
  })
  .describe(
    'Exact runs of characters, as a report would write them (低空经济, not 关于低空经济的内容). Synonyms are not added.',
  );

/** Which reports are looked through. */
export const scopeShape = {
  places: z
    .array(name)
    .max(60)
    .optional()
    .describe('Names of places, short or full (常德, 常德市, 湖南). Leave out for all that are held.'),
  level: z.enum(levels).optional().describe('Only reports of places of this level; a municipality counts as province.'),
  group: name
    .optional()
    .describe(
      'A place: all places that lie in it, itself not (湖南 gives its cities). Other groups: list them in `places`.',
    ),
};

export const pageShape = {
  limit: z.int().min(1).max(100).default(20).describe('Rows on a page.'),
  page: z.string().max(200).optional().describe('`next` of the answer before, with all other arguments unchanged.'),
};

/** A quotation with the way to the file: `text` is exactly `file.slice(start, end)`, in UTF-16 units. */
export const quoteSchema = z.object({
  text: z.string(),
  report: z.string().describe('id of the report'),
  title: z.string(),
  section: z.array(z.string()).describe('headings from the outermost in'),
  file: z.string(),
  start: z.int(),
  end: z.int(),
  heads: z
    .array(z.object({ axis: z.enum(['caption', 'row', 'column']), start: z.int(), end: z.int(), text: z.string() }))
    .optional()
    .describe(
      'for a figure of a table: what stands at the head of its row and columns; `text` is exactly that slice of the file',
    ),
  link: z.string().nullable().describe('page that shows the report with this stretch marked'),
});

/** The envelope around the rows of a tool. */
export function resultSchema<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    total: z.int().describe('rows in all'),
    next: z.string().nullable().describe('page token for the rows that follow'),
    searched: z.object({
      count: z.int(),
      reports: z.array(z.string()).describe('ids, at most fifty'),
      not_held: z.array(z.string()).describe('asked for, but no report is held'),
    }),
    unread: z.array(z.string()).describe('words of the arguments that nothing was made of'),
    notes: z.array(z.string()),
  });
}

/** Which figures are wanted. */
export const factShape = {
  ...scopeShape,
  report_year: yearSchema
    .optional()
    .describe('The year a report plans for. The report of 2022 holds the targets of 2022 and the outcomes of 2021.'),
  period: z
    .string()
    .regex(/^\d{4}(-\d{4})?$/)
    .optional()
    .describe('The time the figure is for: 2022, or 2016-2020 for a figure over several years.'),
  facet: z.enum(facets).optional().describe('`outcome` takes estimates too, and marks them.'),
  indicator: name
    .optional()
    .describe('A headline indicator by any of its names (GDP, 固投, 一般公共预算收入). Other things: use `words`.'),
  words: wordsSchema.optional(),
  unit: z.string().trim().min(1).max(12).optional().describe('Unit as written: %, 亿元, 个, 万人次.'),
  measure: z
    .enum(measures)
    .optional()
    .describe(
      'level: an amount; growth: change against the year before, in %; average: yearly average growth; date: no figure but when something was or is to be done (with `words` of it): low and high are days as YYYYMMDD, facet target where it is planned.',
    ),
  value: z
    .strictObject({
      op: z.enum(['<', '<=', '=', '>=', '>']),
      n: z.number(),
      on: z.enum(['low', 'high']).default('low').describe('of a range its lower or upper end'),
    })
    .optional()
    .describe('Condition on the number as written, in its own unit.'),
};

export const factRowSchema = z.object({
  id: z.string(),
  place: z.string(),
  report_year: z.int().nullable(),
  period: z.string().describe('2022, 2016-2020, 2023年前三季度'),
  facet: z.enum(facets),
  subject: z.string().describe('what the figure is of, in the words of the report'),
  indicator: z.string().nullable(),
  measure: z.enum(measures),
  low: z.number().nullable(),
  high: z.number().nullable(),
  bound: z.enum(['=', '>=', '<=', '~', 'range']),
  unit: z.string(),
  text: z.string().describe('the figure as written'),
  direction: z.enum(['up', 'down']).nullable(),
  match: z
    .enum(['exact', 'sentence', 'near'])
    .describe(
      'how it met indicator and words: in its own subject, in its sentence, or only by its heading or a loose name',
    ),
  confidence: z.number().describe('set by `match` and doubts of the reading; an order, no calibrated probability'),
  repaired: z.string().nullable().describe('what the reading had to mend'),
  quote: quoteSchema,
});

export type FactRow = z.infer<typeof factRowSchema>;
export type Quote = z.infer<typeof quoteSchema>;
