import type { Fact } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import { withoutWhole } from '../question/whole.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
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
  const named = shares.find((f) => f.subject.includes(whole));
  if (named) return named;
  const [first] = shares;
  return first && text.slice(fact.span.end, first.span.start).includes(whole) ? first : undefined;
}
