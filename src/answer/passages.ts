import type { Place } from '../lexicon/types.js';
import { termsOfFrame } from '../matching/ask.js';
import type { SentenceHit } from '../matching/sentences.js';
import { type AnswerContext, heldYears } from './context.js';
import { findSentences } from './find-sentences.js';
import { givesReason, holds, holdsWhatMust, nameAsked, tellsTime } from './must-stand.js';
import { pointsBehind } from './points-behind.js';
import { missingReport, refuseNotUnderstood, refuseWords } from './refusal.js';
import { firstTelling, NEAR_DOUBTED, sayPassages } from './say-sentences.js';
import type { Answer } from './schema.js';
import { answerWho } from './who.js';

/** What the words of a question weigh together that asks for nothing: 会下雨吗, 哪家好吃. */
const NOTHING = 0.6;
/** Share of the question's words that a sentence must hold where the question names neither place nor time. */
const ENOUGH_OPEN = 0.75;
/** How far before a sentence the question's rarest word may stand. */
const BEFORE = 120;

/** Answers a question in words by the sentence that holds them, or says that none does. @param note said with the sentences. */
export function answerPassages(context: AnswerContext, note?: string): Answer {
  const { query } = context;
  const speaker = answerWho(context);
  if (speaker) return speaker;
  const place = query.places[0]?.value;
  const missing = place && missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const hits = findSentences(context, place).filter((h) => !place || speaksOf(context, h, place));
  const who = nameAsked(query);
  // A question without place and time must be met almost in full: 今天天气怎么样 is none for the reports.
  // What names a place and a time is no talk, however it is put: 不通火车吗.
  const dated = place !== undefined && (query.periods.length > 0 || query.reportYear !== undefined);
  if ((query.chat && !dated) || (!who && query.quoted.length === 0 && termsOfFrame(query).total < NOTHING))
    return refuseNotUnderstood(context);
  const open = query.places.length === 0 && query.periods.length === 0 && query.reportYear === undefined;
  const timed = query.asksTime === true || query.askings.some(({ kind }) => kind === 'time');
  const enough = hits
    .filter((h) => (h.accepted && (!open || h.words >= ENOUGH_OPEN)) || (h.score >= NEAR_DOUBTED && hits[0]!.accepted))
    .filter((h) => holdsWhatMust(context, h))
    .filter((h) => !query.cues.why || givesReason(h))
    .filter((h) => !timed || tellsTime(h));
  if (enough[0]?.accepted && (!open || enough[0].words >= ENOUGH_OPEN))
    return pointsBehind(context, firstTelling(enough, query.cues.how)) ?? sayPassages(context, enough, note);
  if (!place && query.periods.length === 0) return refuseNotUnderstood(context);
  if (place && query.content.length === 0) return refuseNotUnderstood(context);
  return refuseWords(context, place, hits, who !== undefined && !hits.some((h) => holds(h, who)));
}

/** False where a place without reports of its own is not spoken of: what the province set up is not what 雄安新区 did. */
function speaksOf({ store, lexicon }: AnswerContext, { report, span }: SentenceHit, place: Place): boolean {
  const own = report.place === null || lexicon.gazetteer.within(report.place.id, place.id);
  if (own || heldYears(store, place).length > 0) return true;
  const around = report.view.text.slice(Math.max(0, span.start - BEFORE), span.end);
  return [place.name, place.short, ...place.aliases].some((name) => around.includes(name));
}
