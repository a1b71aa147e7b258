import type { Frame } from '../../frame/types.js';
import { anchor } from '../../matching/anchor.js';
import { asksNothing, type Kind, mentionOfFrame, planOfFrame } from '../../question/analysis/of-frame.js';
import { clarifyPlace } from '../clarification.js';
import { type AnswerContext, heldPlaces, heldYears } from '../context.js';
import { answerFigure } from '../figure.js';
import { joined } from '../joined.js';
import { notice } from '../notice.js';
import { missingReport, refuseNotUnderstood } from '../refusal.js';
import type { Answer } from '../schema.js';
import { answerTimesOfOne } from '../times-of-one.js';
import { answerFigures } from './figures.js';
import { answerMentionPlan } from './mentions.js';

/** What is asked for where a question names nothing that could be set side by side. */
const ASK_BACK: Readonly<Record<Kind, readonly [headline: string, example: string]>> = {
  compare: ['要比较什么？请写上指标。', '2022年常德、怀化、邵阳谁的GDP目标最高'],
  trend: ['要看哪项指标的变化？请写上指标。', '常德历年GDP目标'],
  outcome: ['要看哪项目标的完成情况？请写上指标。', '常德2021年GDP目标完成了吗'],
};

/** A question that was read slot by slot and asks for several figures, answered as the composition that it stands for. */
export function answerFromSlots(context: AnswerContext, kind: Kind): Answer {
  const query = anchored(context);
  const places = query.places.map((p) => p.value);
  const [place] = places;
  if (!place && (!query.allPlaces || kind !== 'compare')) return clarifyPlace(context);
  const single = places.length === 1 && !query.allPlaces;
  const named = query.periods[0]?.value;
  if (place && single && kind !== 'compare') {
    // What was aimed at can be told by the report that looks back as well.
    const asked = kind === 'outcome' ? { ...context, query: { ...query, facet: undefined } } : { ...context, query };
    const missing = missingReport(asked, place, kind === 'trend' ? undefined : named);
    if (missing) return missing;
  }
  const times = Math.max(query.periods.length, query.reportYears?.length ?? 0);
  const nothing = asksNothing(query);
  // Of several places no one target is meant by itself: which one is asked.
  if (nothing && kind === 'compare' && query.bothFacets && !single)
    return notice(ASK_BACK.outcome[0], [], [ASK_BACK.outcome[1]]);
  if (
    nothing &&
    (kind === 'trend' || (kind === 'compare' && (single || times > 1 || query.facet?.value === 'outcome')))
  )
    return notice(ASK_BACK[kind][0], [], [ASK_BACK[kind][1]]);
  if (kind === 'compare' && single && times < 2) return missingReport(context, place!, named) ?? answerFigure(context);
  const each = kind === 'outcome' && single ? outcomeOfEach(context, query) : undefined;
  if (each) return each;
  const ofOne = kind === 'trend' ? answerTimesOfOne({ ...context, query }) : undefined;
  if (ofOne) return ofOne;
  const plan = planOfFrame(query, kind);
  const [only, ...more] = plan.years.years;
  if (kind === 'trend' && only !== undefined && more.length === 0) return answerFigure(context);
  return answerFigures({ ...context, query }, plan);
}

/** How each of several targets of one place was met; undefined for a question that names one, or where one of them is not told. */
function outcomeOfEach(context: AnswerContext, query: Frame): Answer | undefined {
  const { indicators } = query;
  if (indicators.length < 2 || indicators.length > MOST_EACH) return undefined;
  const answers = indicators.map((indicator) => {
    const one = { ...query, indicators: [indicator] };
    return answerFigures({ ...context, query: one }, planOfFrame(one, 'outcome'));
  });
  const told = answers.every(({ kind, figures }) => kind === 'outcome' && figures.length > 0);
  return told
    ? joined(
        indicators.map(({ value }) => value.name),
        answers,
        [],
      )
    : undefined;
}

/** The most targets that are told one by one. */
const MOST_EACH = 4;

/** A question for reports that hold a word, read slot by slot. */
export function answerMentions(context: AnswerContext): Answer {
  const { query } = context;
  const place = query.places[0]?.value;
  const missing = place && missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const plan = mentionOfFrame(query);
  return plan ? answerMentionPlan(context, plan) : refuseNotUnderstood(context);
}

/** 今年 and 去年 of the newest report of the places, or of the report that is named. */
export function anchored({ store, query }: AnswerContext): Frame {
  if (!query.periods.some((p) => p.value.kind === 'relative')) return query;
  const held =
    query.places.length > 0
      ? query.places.map((p) => heldYears(store, p.value))
      : heldPlaces(store).map((h) => h.years);
  const newest = query.reportYear ?? Math.max(...held.map((years) => years[0] ?? 0));
  if (newest <= 0) return query;
  const periods = query.periods.map((p) =>
    p.value.kind === 'relative' ? { ...p, value: anchor(p.value, newest) } : p,
  );
  return { ...query, periods };
}
