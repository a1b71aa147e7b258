import { notesOn } from '../matching/notes.js';
import type { SentenceUnit } from '../matching/sentence-units.js';
import { withPoints } from '../matching/telling.js';
import { planOfFrame } from '../question/analysis/of-frame.js';
import { questionWords } from '../question/words.js';
import type { Span } from '../text/types.js';
import { answerMainOutcomes } from './analysis/main-outcomes.js';
import { cite } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { headlineOf } from './headline.js';
import { ownsMiss, unitsOnMisses, wordsOf } from './owned-misses.js';
import { readingOf } from './reading.js';
import type { Answer } from './schema.js';

/** The report says itself what was missed. */
const SURE = 0.7;

/**
 * Which targets of a year were not reached: by the report's own words where it owns to some, else by targets set against outcomes; undefined where
 * place or year are open.
 */
export function answerMissed(context: AnswerContext): Answer | undefined {
  const place = context.query.places[0]?.value;
  if (!place || (context.query.periods.length === 0 && context.query.reportYear === undefined)) return undefined;
  const owning = unitsOnMisses(context).filter(ownsMiss);
  if (owning.length > 0)
    return sayOwned(
      context,
      owning.reduce((a, b) => (named(context, b) > named(context, a) ? b : a)),
    );
  const year = context.query.periods[0];
  if (year?.value.kind !== 'year' || year.value.from <= 0) return undefined;
  return answerMainOutcomes(context, planOfFrame(context.query, 'outcome'), place);
}

/** The part of a sentence between its colons and semicolons that owns to the miss. */
function partOwning(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const at = Math.min(
    ...questionWords()
      .undone.map((word) => words.indexOf(word))
      .filter((i) => i >= 0),
  );
  const start = Math.max(words.lastIndexOf('；', at), words.lastIndexOf('：', at)) + 1;
  const end = words.indexOf('；', at);
  return { start: span.start + start, end: end < 0 ? span.end : span.start + end };
}

/** How many indicators a sentence names: one that says which were missed goes before one that says that some were. */
function named({ lexicon }: AnswerContext, unit: SentenceUnit): number {
  return lexicon.indicators.find(wordsOf(unit)).length;
}

function sayOwned({ store, query }: AnswerContext, { report, span, section }: SentenceUnit): Answer {
  const draft = newDraft();
  const quote = withPoints(report.view.text, span);
  addCitation(draft, cite(store, report, quote, section));
  // 未完成3项: which they were stands in the note on these words.
  for (const note of notesOn(report, span)) addCitation(draft, cite(store, report, note.span, note.section));
  return compose({
    kind: 'passages',
    headline: headlineOf({ report, span, clause: partOwning(report.view.text, span) }),
    understood: readingOf(query),
    draft,
    likelihood: SURE,
  });
}
