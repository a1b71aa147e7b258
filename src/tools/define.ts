import { z } from 'zod';
import type { Report } from '../corpus/types.js';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { exactFinder } from '../retrieval/exact.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { foldText } from '../text/view.js';
import { pageOf } from './pages.js';
import { quoteOf } from './quotes.js';
import { pageShape, quoteSchema, resultSchema, scopeShape, yearSchema } from './schemas.js';
import { scopeOf, searchedOf } from './scope.js';
import { defineTool } from './types.js';

/** config/definitions.json: how reports open a definition. */
const wordingSchema = z.strictObject({
  source: z.string(),
  openers: z.array(z.string().min(1)).min(1),
  closersBefore: z.array(z.string().min(1)),
});

const FILE = 'definitions.json';

type Wording = z.infer<typeof wordingSchema>;
let wording: Wording | undefined;

function definitionWording(): Wording {
  wording ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), wordingSchema);
  return wording;
}

export const define = defineTool({
  name: 'define',
  title: '查名词',
  description:
    'What a report means by a term (新六产, 四个中心, 三高四新): the entry of its glossary, or the sentence that takes the term apart. `listed` is false where the term is only named and nowhere explained: then do not invent an explanation.',
  input: z.strictObject({
    term: z.string().trim().min(2).max(60),
    report: z.string().min(1).max(120).optional().describe('id of one report; else all in scope'),
    places: scopeShape.places,
    level: scopeShape.level,
    group: scopeShape.group,
    year: yearSchema.optional().describe('The year that the reports plan for.'),
    ...pageShape,
  }),
  output: resultSchema(
    z.object({
      listed: z.boolean().describe('true where the quote explains the term'),
      from: z.enum(['glossary', 'text']),
      quote: quoteSchema,
    }),
  ),
  async run(context, input) {
    const scope = scopeOf(context, input);
    const term = foldText(input.term).trim();
    const reports = scope.heads.map((head) => head.id);
    const holding = context.store.findExact(term, { reports, limit: 1 }).map((hit) => hit.report);
    const hits = holding
      .map((id) => ({ report: context.store.report(id), ...bestMention(context.store.report(id), term) }))
      .filter((hit): hit is Hit => hit.span !== undefined)
      .sort((a, b) => b.rank - a.rank);
    const page = pageOf(context.store, input, hits);
    return {
      ...page,
      rows: page.rows.map(({ report, span, rank }) => ({
        listed: rank > NAMED,
        from: rank === GLOSSARY ? ('glossary' as const) : ('text' as const),
        quote: quoteOf(context, report, span),
      })),
      searched: searchedOf(scope),
      unread: [...scope.unread],
      notes: [],
    };
  },
});

interface Hit {
  readonly report: Report;
  readonly span: Span;
  readonly rank: number;
}

const [NAMED, EXPLAINED, GLOSSARY] = [0, 1, 2] as const;

/** Where a report explains the term best: in its glossary, in a sentence that takes it apart, or merely where it names it. */
function bestMention(report: Report, term: string): { span?: Span; rank: number } {
  const { text } = report.view;
  let best: { span?: Span; rank: number } = { rank: -1 };
  for (const span of splitSentences(text)) {
    const sentence = text.slice(span.start, span.end);
    const rank = rankOf(sentence, term, inGlossary(report, span.start));
    if (rank > best.rank) best = { span: rank === GLOSSARY ? wholeEntry(text, span) : span, rank };
  }
  return best;
}

function rankOf(sentence: string, term: string, glossary: boolean): number {
  const { openers, closersBefore } = definitionWording();
  let rank = -1;
  for (const { end } of exactFinder(term).find(sentence, 20).spans) {
    const close = closersBefore.find((mark) => sentence.startsWith(mark, end));
    const behind = sentence.slice(end + (close?.length ?? 0));
    const opens = openers.some((opener) => behind.startsWith(opener) && behind.length > opener.length + 1);
    rank = Math.max(rank, opens ? (glossary ? GLOSSARY : EXPLAINED) : NAMED);
  }
  return rank;
}

function inGlossary(report: Report, at: number): boolean {
  return report.sections.some(({ start, end, role }) => role === 'glossary' && start <= at && at < end);
}

/** An entry may have several sentences: all of its line. */
function wholeEntry(text: string, span: Span): Span {
  const end = text.indexOf('\n', span.end);
  return { start: span.start, end: Math.min(end < 0 ? text.length : end, span.start + 600) };
}
