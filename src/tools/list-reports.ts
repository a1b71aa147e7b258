import { z } from 'zod';
import { reportKinds } from '../corpus/types.js';
import type { ReportHead } from '../retrieval/types.js';
import { pageOf } from './pages.js';
import { levels, pageShape, resultSchema, scopeShape, yearSchema } from './schemas.js';
import { scopeOf, searchedOf } from './scope.js';
import type { ToolContext } from './types.js';
import { defineTool } from './types.js';

const rowSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(reportKinds),
  place: z.object({ name: z.string(), aliases: z.array(z.string()), level: z.enum(levels) }).nullable(),
  year: z.int().nullable().describe('the year it plans for'),
  speaker: z.string().nullable(),
  date: z.string().nullable().describe('ISO date of delivery'),
  figures: z.int(),
  file: z.string(),
  link: z.string().nullable(),
  sections: z.array(
    z.object({
      index: z.int().describe('give it to `read` as `section`'),
      heading: z.string(),
      role: z.enum(['front', 'review', 'review5', 'outlook', 'tasks', 'annex', 'glossary', 'other']),
    }),
  ),
});

/** Headings deeper than this are left out of the list. */
const DEPTH = 2;

export const listReports = defineTool({
  name: 'list_reports',
  title: '收录的报告',
  description:
    'Which government work reports are held: place with its other names, year, speaker, date and sections. Start here when you do not know what is held, or need a report id or a section for `read`. Not for figures.',
  input: z.strictObject({
    place: z.string().trim().min(1).max(60).optional().describe('Name of one place.'),
    places: scopeShape.places,
    year: yearSchema.optional().describe('The year that the report plans for.'),
    level: scopeShape.level,
    group: scopeShape.group,
    kind: z.enum(reportKinds).optional(),
    sections: z.boolean().default(true).describe('false leaves the sections out, for a short list.'),
    ...pageShape,
  }),
  output: resultSchema(rowSchema),
  async run(context, input) {
    const places = input.place === undefined ? input.places : [...(input.places ?? []), input.place];
    const scope = scopeOf(context, { ...input, places });
    const heads = scope.heads
      .filter((head) => input.kind === undefined || head.kind === input.kind)
      .sort((a, b) => (a.place?.id ?? '~').localeCompare(b.place?.id ?? '~') || (b.year ?? 0) - (a.year ?? 0));
    const page = pageOf(context.store, input, heads);
    return {
      ...page,
      rows: page.rows.map((head) => rowOf(context, head, input.sections)),
      searched: searchedOf(scope),
      unread: [...scope.unread],
      notes: [],
    };
  },
});

function rowOf({ store, link }: ToolContext, head: ReportHead, withSections: boolean): z.infer<typeof rowSchema> {
  const { id, title, kind, place, year, seed, extent } = head;
  const sections = withSections ? store.report(id).sections : [];
  return {
    id,
    title,
    kind,
    place: place && { name: place.name, aliases: [...place.aliases], level: place.level },
    year,
    speaker: head.speaker ?? null,
    date: head.delivered ?? null,
    figures: head.facts,
    file: seed,
    link: link?.(id, extent.start, extent.start) ?? null,
    sections: sections.flatMap(({ path, role }, index) =>
      path.length <= DEPTH ? [{ index, heading: path.at(-1) ?? '', role }] : [],
    ),
  };
}
