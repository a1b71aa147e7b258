import type { Report } from '../corpus/types.js';
import { byNearness } from './by-nearness.js';
import { clarifyPlace } from './clarification.js';
import type { AnswerContext } from './context.js';
import { candidates } from './find-sentences.js';
import { missingReport, refuse } from './refusal.js';
import type { Answer } from './schema.js';

/** The report that a question is about as a whole: of its place, and of the year named or the newest; else the answer that says what is missing. */
export function reportAsked(context: AnswerContext): { readonly report: Report } | { readonly answer: Answer } {
  const { store, query } = context;
  const place = query.places[0]?.value;
  if (!place) return { answer: clarifyPlace(context) };
  const missing = missingReport(context, place, query.periods[0]?.value);
  if (missing) return { answer: missing };
  const own = candidates(context, place)
    .filter((h) => h.place?.id === place.id)
    .sort(byNearness(context));
  // Where only an abstract or the news of a report is held, that speaks for it.
  const head = own.find((h) => h.kind === 'report') ?? own[0];
  return head
    ? { report: store.report(head.id) }
    : { answer: refuse(context, 'not-held', `没有收录${place.name}的政府工作报告`) };
}
