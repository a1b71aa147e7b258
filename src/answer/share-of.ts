import type { Fact } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import { withoutWhole } from '../question/whole.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { isReportMissing, refuse } from './refusal.js';
import { isAnswer, resolve } from './resolve.js';
import { labelOf, readingOfFact } from './say-figure.js';
import type { Answer } from './schema.js';
import { sayFigure } from './wording.js';

/**
 * The share that a figure has of a larger whole (占全国多少), told beside the figure itself: 总产230.96亿斤，占全省、全国14.9%和1.68%.
 * Undefined where the question asks for no such share, or none is told there.
 */
export function answerShareOf(context: AnswerContext): Answer | undefined {
  const { query, store, lexicon } = context;
  const { whole } = query;
  const place = query.places[0]?.value;
  if (whole === undefined || query.measure !== 'share' || !place) return undefined;
  const plain: Frame = {
    ...query,
    measure: undefined,
    units: [],
    whole: undefined,
    evidence: withoutWhole(query.evidence, whole),
  };
  const resolved = resolve({ ...context, query: plain }, place, query.periods[0]);
  const best = resolved.candidates.find(isAnswer);
  const share = best && shareBeside(context, best.fact, whole);
  if (!share) return undefined;
  const draft = newDraft();
  addFact(draft, store, lexicon, share);
  return compose({
    kind: 'figure',
    headline: `${labelOf(context, best.fact)}占${whole}：${sayFigure(share)}`,
    body: [`${labelOf(context, best.fact)}：${sayFigure(best.fact)}`],
    understood: readingOfFact({ ...context, query: plain }, resolved, best.fact),
    draft,
    likelihood: best.likelihood,
  });
}

/** How reports call the product of a place. */
const PRODUCT = ['GDP', '生产总值'];

/** Says that no share of the whole is told; undefined where none was asked for, or the report is not held. */
export function refuseShareOf(context: AnswerContext): Answer | undefined {
  const { query } = context;
  const place = query.places[0]?.value;
  if (query.whole === undefined || query.measure !== 'share' || !place) return undefined;
  if (isReportMissing(context, place, query.periods[0]?.value)) return undefined;
  const subject = query.indicators[0]?.value.name ?? query.list.topic;
  const time = query.periods[0]?.value.label ?? '';
  return refuse(context, 'not-sure', `没有把握：报告里没有找到${place.name}${time}${subject}占${query.whole}的比重`);
}

/** The share of a whole that the figure's own sentence tells right behind the figure. */
function shareBeside({ store }: AnswerContext, fact: Fact, whole: string): Fact | undefined {
  const { text } = store.report(fact.report).view;
  const behind = store
    .facts(fact.report)
    .filter((f) => f.sentence.start === fact.sentence.start && f.span.start > fact.span.start)
    .sort((a, b) => a.span.start - b.span.start);
  const next = behind.findIndex((f) => f.measure !== 'share' && f.measure !== 'growth' && f.measure !== 'rank');
  const own = next < 0 ? behind : behind.slice(0, next);
  const shares = own.filter((f) => f.measure === 'share');
  const names = whole === 'GDP' ? PRODUCT : [whole];
  const holds = (words: string): boolean => names.some((name) => words.includes(name));
  const named = shares.find((f) => holds(f.subject));
  if (named) return named;
  const [first] = shares;
  return first && holds(text.slice(fact.span.end, first.span.start)) ? first : undefined;
}
