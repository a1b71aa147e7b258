import { asksForList } from '../matching/lists/asks.js';
import { answerFigures } from './analysis/figures.js';
import { answerFromSlots, answerMentions } from './analysis/from-slots.js';
import { answerMentionPlan } from './analysis/mentions.js';
import type { AnswerContext } from './context.js';
import { answerFigure } from './figure.js';
import { answerList, listInWords, listOfName } from './list.js';
import { answerMetadata } from './metadata.js';
import { answerMissed } from './missed.js';
import { answerNewInReport } from './new-in-report.js';
import { reportOwns } from './owned-misses.js';
import { answerPassages } from './passages.js';
import { isAnswer, resolve } from './resolve.js';
import { answerSaying } from './saying.js';
import type { Answer } from './schema.js';
import { answerShortfall } from './shortfall.js';
import { answerSince } from './since.js';
import { answerSummary } from './summary.js';
import { answerTargets } from './targets.js';
import { answerUnknownPlace } from './unknown-place.js';
import { answerWhyAsked } from './why.js';
import { answerWhyMissed } from './why-missed.js';

/** Answers a question as read. One file for each kind of answer; this is where they part. */
export function answerQuery(context: AnswerContext): Answer {
  const { unknownPlace } = context.query;
  const without = unknownPlace && answerUnknownPlace(context, unknownPlace);
  if (without) return without;
  const { query } = context;
  const { analysis } = query;
  if (analysis)
    return analysis.kind === 'figures' ? answerFigures(context, analysis) : answerMentionPlan(context, analysis);
  const { part } = query.list;
  if (part === 'summary') return answerSummary(context);
  if (part === 'fresh') return answerNewInReport(context);
  const missed = query.asksMissed && !query.cues.why ? answerOfMissed(context) : answerWhyMissed(context);
  if (missed) return missed;
  const saying = answerSaying(context);
  if (saying) return saying;
  switch (query.operation) {
    case 'metadata':
      return answerMetadata(context);
    case 'targets':
      return answerTargets(context);
    case 'list':
      return answerList(context);
    case 'compare':
    case 'trend':
    case 'outcome':
      return answerFromSlots(context, query.operation);
    case 'mentions':
      return answerMentions(context);
    case 'passage':
      return answerPlain(context);
    case 'figure':
      // 说自己的不足，有几方面: the parts of a report are no figure.
      if (part !== undefined) return listInWords(context) ?? answerPassages(context);
      return (
        answerShortfall(context) ?? (query.base === undefined ? answerAsPut(context) : answerSince(context, query.base))
      );
  }
}

/** What was not reached, as a list where the report's own words for it are one. */
function answerOfMissed(context: AnswerContext): Answer | undefined {
  const list = context.query.operation === 'list' && reportOwns(context) ? answerList(context) : undefined;
  return list?.kind === 'list' ? list : answerMissed(context);
}

/** A bare name (怀化2021年农村改厕) asks for its figure where there is one, else for what the reports say of it. */
function answerPlain(context: AnswerContext): Answer {
  const { query } = context;
  const why = query.cues.why ? answerWhyAsked(context) : undefined;
  if (why) return why;
  if (!query.cues.words && !query.cues.how && query.places.length > 0 && query.residue.join('').length >= MIN_NAME) {
    const list = listOfName(context);
    if (list) return list;
    const best = resolve(context, query.places[0]!.value, query.periods[0]).candidates.find(isAnswer);
    if (best && best.fit.words >= SURE_NAME && best.fit.precision >= SURE_SUBJECT) return answerFigure(context);
  }
  // What a counted name stands for is told by its parts or by what explains it; a sentence that only uses it tells nothing.
  if (query.cues.what && query.list.names.length > 0) return answerList(context);
  return (asksForList(query) ? listInWords(context) : undefined) ?? answerPassages(context);
}

/** A target without a figure (与全国同步) is told in the words of the report, where the question asks how it is put. */
function answerAsPut(context: AnswerContext): Answer {
  const { query } = context;
  const place = query.places[0]?.value;
  if (query.cues.wording && place && query.indicators.length === 1 && query.periods.length <= 1) {
    const { candidates } = resolve(context, place, query.periods[0]);
    if (!candidates.some(isAnswer)) return answerPassages(context);
  }
  return answerFigure(context);
}

/** How fully a bare name must meet a figure's words and subject: nothing says that a figure is wanted. */
const SURE_NAME = 0.85;
const SURE_SUBJECT = 0.5;
/** The shortest name that is tried as the name of a figure. */
const MIN_NAME = 3;
