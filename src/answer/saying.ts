import type { Report } from '../corpus/types.js';
import { termsInWords } from '../matching/ask.js';
import { sayingsOf } from '../matching/sayings.js';
import { type SentenceUnit, sentencesOfReport } from '../matching/sentence-units.js';
import { wideShareOf } from '../matching/terms.js';
import type { Span } from '../text/types.js';
import { cite } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { candidates, findSentences } from './find-sentences.js';
import { readingOf } from './reading.js';
import { missingReport, refuseWords } from './refusal.js';
import type { Answer } from './schema.js';

/** How far before and behind a saying the words stand that it is known by: “…”发展愿景, 长沙精神“…”. */
const BEFORE = 16;
const BEHIND = 16;
/** What of the question's words must stand there, as a share of their weight. */
const LEAST = 0.6;
/** The reports of a place that are looked through, newest first. */
const MOST_REPORTS = 24;
/** A saying of just so many characters, beside the words that it is asked for by. */
const SURE = 0.75;

/** Words of no more characters are common ones. */
const COMMON = 3;
/** What a place may call itself: 城市精神. */
const CITY = '城市';

interface Saying {
  readonly unit: SentenceUnit;
  readonly span: Span;
  readonly share: number;
}

/**
 * A saying that is asked for by how many characters it has (长沙精神那八个字): the words in quotation marks that have just so many, beside those that the
 * question names, else a no. Undefined for any other question.
 */
export function answerSaying(context: AnswerContext): Answer | undefined {
  const { query, store } = context;
  const place = query.places[0]?.value;
  if (query.formula === undefined || !place) return undefined;
  const missing = missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const heads = [...candidates(context, place)].sort((a, b) => (b.year ?? 0) - (a.year ?? 0)).slice(0, MOST_REPORTS);
  store.want({ reports: heads.map(({ id }) => id) });
  const best = heads
    .flatMap(({ id }) => sayingsIn(context, store.report(id), query.formula!))
    .reduce<Saying | undefined>((a, b) => (a && a.share >= b.share ? a : b), undefined);
  if (!best || best.share < LEAST) return refuseWords(context, place, findSentences(context, place));
  const { report, span, section } = best.unit;
  const draft = newDraft();
  addCitation(draft, cite(store, report, span, section, [best.span]));
  return compose({
    kind: 'passages',
    headline: `“${report.view.text.slice(best.span.start, best.span.end)}”`,
    understood: readingOf(query),
    draft,
    likelihood: SURE,
  });
}

function sayingsIn({ query }: AnswerContext, report: Report, characters: number): Saying[] {
  const terms = termsInWords(query);
  const content = query.residue.join('').length;
  const own = query.places.flatMap(({ value }) => [value.short, CITY]);
  const { text } = report.view;
  return sentencesOfReport(report).flatMap((unit) =>
    sayingsOf(text.slice(unit.span.start, unit.span.end), characters).map(({ start, end }): Saying => {
      const span = { start: unit.span.start + start, end: unit.span.start + end };
      const around = `${text.slice(Math.max(unit.span.start, span.start - BEFORE), span.start)}…${text.slice(span.end, Math.min(unit.span.end, span.end + BEHIND))}`;
      // 精神 alone stands beside many a saying: that of the place is called by its name.
      const ofPlace = content > COMMON || own.some((name) => around.includes(name));
      return { unit, span, share: ofPlace ? wideShareOf(terms, around) : 0 };
    }),
  );
}
