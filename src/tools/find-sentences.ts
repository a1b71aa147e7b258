import { z } from 'zod';
import type { Report } from '../corpus/types.js';
import { exactFinder } from '../retrieval/exact.js';
import type { ReportHead } from '../retrieval/types.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { foldText } from '../text/view.js';
import { pageOf } from './pages.js';
import { quoteOf } from './quotes.js';
import { pageShape, quoteSchema, resultSchema, scopeShape, wordsSchema, yearSchema } from './schemas.js';
import { scopeOf, searchedOf } from './scope.js';
import { defineTool, type ToolContext, ToolError } from './types.js';
import { wordTest } from './words.js';

const countSchema = z.object({
  report: z.string(),
  place: z.string().nullable(),
  year: z.int().nullable(),
  sentences: z.int(),
});

/** Of so many reports the counts are given one by one. */
const COUNTED = 400;

export const findSentences = defineTool({
  name: 'find_sentences',
  title: '查句子',
  description:
    'Sentences that hold given words, and how many of them each report has, zeros too: who mentions a thing, who does not, and since when. Words are taken literally; try other names of the thing before you say that nobody mentions it. `per_report` bounds the sentences shown of each report, not the counts.',
  input: z.strictObject({
    words: wordsSchema,
    places: scopeShape.places,
    level: scopeShape.level,
    group: scopeShape.group,
    report: z.string().min(1).max(120).optional().describe('id of one report'),
    year: yearSchema.optional().describe('The year that the reports plan for.'),
    whole_word: z.boolean().default(false).describe('true: 合作 is not found in 合作社'),
    per_report: z.int().min(0).max(50).default(3),
    ...pageShape,
  }),
  output: resultSchema(quoteSchema.extend({ place: z.string().nullable(), year: z.int().nullable() })).extend({
    counts: z.array(countSchema).describe('by report, most first, those without at the end; at most 400'),
    with: z.int().describe('reports that have at least one such sentence'),
    without: z.int(),
  }),
  async run(context, input) {
    const test = wordTest(input.words);
    if (test.wanted.length === 0)
      throw new ToolError('bad-arguments', '没有给出要找的词', [
        { path: 'words', message: 'needs at least one word in `any` or `all`' },
      ]);
    const scope = scopeOf(context, input);
    const hits = scope.heads
      .map((head) => ({ head, spans: sentencesOf(context, head, input, test) }))
      .sort((a, b) => b.spans.length - a.spans.length);
    const shown = hits.flatMap(({ head, spans }) => spans.slice(0, input.per_report).map((span) => ({ head, span })));
    const page = pageOf(context.store, input, shown);
    const withSome = hits.filter(({ spans }) => spans.length > 0).length;
    return {
      ...page,
      rows: page.rows.map(({ head, span }) => ({
        ...quoteOf(context, context.store.report(head.id), span),
        place: head.place?.name ?? null,
        year: head.year,
      })),
      counts: hits.slice(0, COUNTED).map(({ head, spans }) => ({
        report: head.id,
        place: head.place?.name ?? null,
        year: head.year,
        sentences: spans.length,
      })),
      with: withSome,
      without: hits.length - withSome,
      searched: searchedOf(scope),
      unread: [...scope.unread],
      notes: [],
    };
  },
});

type Test = ReturnType<typeof wordTest>;

function sentencesOf(
  context: ToolContext,
  head: ReportHead,
  input: { readonly whole_word: boolean },
  test: Test,
): readonly Span[] {
  const { store } = context;
  const one = (word: string): boolean => store.findExact(word, { reports: [head.id], limit: 1 }).length > 0;
  if (!test.wanted.some(one)) return [];
  const report = store.report(head.id);
  const { text } = report.view;
  return splitSentences(text).filter((span) => {
    const sentence = text.slice(span.start, span.end);
    if (!test.matches(sentence) || test.excluded(sentence)) return false;
    return !input.whole_word || wholeWords(context, report, span, test.wanted);
  });
}

/** True where one of the words begins and ends where the segmenter parts the sentence. */
function wholeWords({ store }: ToolContext, report: Report, span: Span, words: readonly string[]): boolean {
  const sentence = report.view.text.slice(span.start, span.end);
  const borders = new Set([0]);
  let at = 0;
  for (const piece of store.segmenter().cut(sentence)) {
    at += piece.length;
    borders.add(at);
  }
  return words.some((word) =>
    exactFinder(foldText(word).trim())
      .find(sentence, 50)
      .spans.some(({ start, end }) => borders.has(start) && borders.has(end)),
  );
}
