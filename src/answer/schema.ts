import { z } from 'zod';

/** What an answer may be. */
export const answerKinds = [
  'figure',
  'list',
  'comparison',
  'trend',
  'outcome',
  'mentions',
  'passages',
  'check',
  'refusal',
  'clarification',
  'notice',
] as const;

/** What a figure in an answer is: aimed at, reached, estimated, aimed at for a plan period, or summed over years. */
export const answerFacets = ['target', 'outcome', 'estimate', 'plan-target', 'cumulative'] as const;

/** Offsets into a file, in UTF-16 units. */
const fileSpan = { start: z.number().int().nonnegative(), end: z.number().int().positive() };

/** A head of a table's cell: exactly `text.slice(start, end)` of the citation's file. */
export const headSchema = z.object({
  /** What it stands at: the row, the column (several from the top down), or above the table where only that tells the time. */
  axis: z.enum(['caption', 'row', 'column']),
  ...fileSpan,
  text: z.string().min(1),
  /** The figure that it is the head of, as offsets into the same file. */
  cell: z.object(fileSpan),
});

/** A source: exactly `text.slice(start, end)` of the file named by `seed`. Offsets are UTF-16 code units. */
export const citationSchema = z.object({
  document: z.object({
    id: z.string(),
    title: z.string(),
    place: z.string().nullable(),
    year: z.number().int().nullable(),
  }),
  seed: z.string(),
  ...fileSpan,
  quote: z.string().min(1),
  /** Heading path, outermost first. */
  section: z.array(z.string()),
  /** Parts of the quote to be marked (the figure, the matched words), as offsets into the quote. */
  marks: z.array(z.object({ start: z.number().int(), end: z.number().int() })).optional(),
  /** True where the quote tells by all of its words, an explanation or several points: it is shown uncut. */
  whole: z.boolean().optional(),
  /** For figures of a table: what stands at the head of their row and columns. */
  heads: z.array(headSchema).optional(),
});

export const figureSchema = z.object({
  place: z.string(),
  indicator: z.string(),
  /** 2022, 2016-2020, 2023年前三季度. */
  period: z.string(),
  facet: z.enum(answerFacets),
  low: z.number().nullable(),
  high: z.number().nullable(),
  bound: z.enum(['=', '>=', '<=', '~', 'range']),
  unit: z.string(),
  /** As written in the report. */
  text: z.string(),
  /** Index into `citations`. */
  citation: z.number().int().nonnegative(),
  /** What a repaired reading mended: 原文缺“%”，按增速理解. */
  repair: z.string().optional(),
});

const slotSourceSchema = z.enum(['question', 'earlier', 'default', 'corpus']);

/** One slot of the reading, with where it came from. */
export const slotSchema = z.object({ value: z.string(), source: slotSourceSchema });

/** How the question was read (理解为). */
export const understoodSchema = z.object({
  places: z.array(slotSchema),
  years: z.array(slotSchema),
  indicator: slotSchema.nullable(),
  facet: slotSchema.nullable(),
  operation: slotSchema,
  /** Words that nothing was made of. */
  unused: z.array(z.string()).optional(),
  /** One line for people: 常德市 · 2022年 · 地区生产总值 · 目标. */
  line: z.string(),
});

/** A table of an answer: what charts, exports and the platforms' tables are made from. */
export const tableSchema = z.object({
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      /** One text per column. */
      cells: z.array(z.string()),
      /** Indices into `figures`, the first of them is the row's main figure. Empty for a row that says 未收录 or 未提及. */
      figures: z.array(z.number().int().nonnegative()),
    }),
  ),
});

/** What can be drawn from an answer. Values are in `unit`; null is a gap. */
export const chartSchema = z.object({
  type: z.enum(['bar', 'line', 'outcome', 'map']),
  title: z.string(),
  unit: z.string(),
  /** The source line under the picture. */
  source: z.string(),
  points: z.array(
    z.object({
      label: z.string(),
      /** For a range the lower end; `high` is the upper one. */
      value: z.number().nullable(),
      high: z.number().nullable(),
      bound: z.enum(['=', '>=', '<=', '~', 'range']).nullable(),
      /** The figure as written, drawn as the label: 7%以上. */
      text: z.string(),
      /** In an outcome chart: target or outcome. */
      series: z.enum(['target', 'outcome']).optional(),
      /** In a map: the place's code. */
      place: z.string().optional(),
    }),
  ),
});

/** A choice of a clarification: what is shown on the button and the question that pressing it asks. */
export const choiceSchema = z.object({ label: z.string(), question: z.string() });

export const answerSchema = z.object({
  kind: z.enum(answerKinds),
  /** One line: the direct answer, or what is missing. */
  headline: z.string(),
  /** The whole reply in plain text, as the REPL shows it. */
  text: z.string(),
  understood: understoodSchema,
  figures: z.array(figureSchema),
  citations: z.array(citationSchema),
  /** Questions that can be asked next, each one answerable. */
  suggestions: z.array(z.string()),
  /** Milliseconds taken to answer, loading apart. */
  elapsedMs: z.number().nonnegative(),
  /** Calibrated probability that the answer is right, 0–1; absent where nothing is claimed. */
  confidence: z.number().min(0).max(1).optional(),
  /** Which kind of no: report not held; searched for and not said; not sure, the nearest is shown; not understood; out of bounds. */
  refusal: z.enum(['not-held', 'not-said', 'not-sure', 'not-understood', 'limit']).optional(),
  /** What was searched, for a no: reports looked through, those that hold words of the question but no such answer, those that hold none. */
  coverage: z.object({ searched: z.number().int(), holding: z.number().int(), without: z.number().int() }).optional(),
  /** The one year that was asked for and is told: 哪年第一次过千亿. */
  year: z.number().int().optional(),
  /** How many rows of the table have no citation yet: 更多 and the export add them. */
  uncited: z.number().int().positive().optional(),
  /** Items of a list, in order, as written. */
  items: z.array(z.string()).optional(),
  table: tableSchema.optional(),
  chart: chartSchema.optional(),
  choices: z.array(choiceSchema).optional(),
  /** Notes that every rendering shows: repaired readings, conflicts between sources, nominal differences. */
  notes: z.array(z.string()).optional(),
  /** A file made by export; `body` is its text, or its bytes where `encoding` says so. */
  attachment: z
    .object({ name: z.string(), mime: z.string(), body: z.string(), encoding: z.literal('base64').optional() })
    .optional(),
  /** True where the answer was asked to be shown as a picture. */
  wantsChart: z.boolean().optional(),
});

export type Answer = z.infer<typeof answerSchema>;
export type AnswerKind = Answer['kind'];
export type AnswerFigure = z.infer<typeof figureSchema>;
export type AnswerFacet = AnswerFigure['facet'];
export type CellHead = z.infer<typeof headSchema>;
export type Citation = z.infer<typeof citationSchema>;
export type Understood = z.infer<typeof understoodSchema>;
export type AnswerTable = z.infer<typeof tableSchema>;
export type Chart = z.infer<typeof chartSchema>;
export type Choice = z.infer<typeof choiceSchema>;
