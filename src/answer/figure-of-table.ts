import type { Fact } from '../facts/types.js';
import type { Plan } from '../frame/analysis.js';
import type { Candidate } from '../matching/types.js';
import { chooseFacts, type Side } from './analysis/choose.js';
import { targetInWords } from './analysis/words.js';
import { cite, quoteSpan } from './cite.js';
import { addCitation, addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import type { Resolved } from './resolve.js';
import type { Answer } from './schema.js';
import { wordsAsked } from './subject.js';
import { sayFigure, sayPeriod } from './wording.js';

/**
 * The figure that the relation over all reports holds for a question of nothing but a place, a year, an indicator and its side: what
 * a table of all places would show in that cell. Undefined where the question says more, or where the figure is not of the report
 * that tells it first (the target of the year's own, the outcome of the next one).
 */
export function figureOfTable(context: AnswerContext, { place, period }: Resolved): Candidate | undefined {
  const { query, store } = context;
  const [indicator, ...others] = query.indicators.map((i) => i.value);
  const side = sideOf(query.facet?.value);
  const year = period?.value.kind === 'year' && !period.value.part ? period.value.to : undefined;
  // 定得挺高吧: words that name nothing say no more.
  const named = query.residue.join('') !== '' && wordsAsked(query) !== '';
  const more = others.length > 0 || named || query.units.length > 0 || query.base !== undefined;
  if (!place || !indicator || !side || year === undefined || more || query.inner !== undefined) return undefined;
  const form = formOf(query.measure);
  if (form === null) return undefined;
  const years = [year];
  const chosen = chooseFacts(context, indicator, { places: [place.id], years, side, form, name: query.attached.name });
  const found = chosen.get(`${place.id}|${year}`);
  const fact = found?.value ?? found?.phrase;
  if (!fact || !isItsOwn(fact, store.head(fact.report)?.year, year, side)) return undefined;
  return { fact, score: 1, likelihood: LIKELY, accepted: true, fit: { words: 1, precision: 1 } };
}

/**
 * A year's target that its own report puts in words, where only a plan that ends in the year gives a figure: the words first, the
 * plan's figure below. Undefined where the report has no such words.
 */
export function answerTargetInWords(context: AnswerContext, resolved: Resolved, plan: Fact): Answer | undefined {
  const { store, lexicon, query } = context;
  const { place, period } = resolved;
  const year = period?.value.kind === 'year' ? period.value.to : undefined;
  const indicator = query.indicators[0]?.value;
  const head = store.heads.find(
    (h) => h.place?.id === place?.id && h.year === year && !h.duplicateOf && h.kind !== 'news',
  );
  const words = head && indicator && head.id !== plan.report ? targetInWords(context, head, indicator) : undefined;
  if (!words || !place || !indicator) return undefined;
  const draft = newDraft();
  const report = store.report(words.report);
  const span = quoteSpan(report.view.text, words.span, words.span, words.span);
  addCitation(draft, cite(store, report, span, words.section, [words.span]));
  addFact(draft, store, lexicon, plan);
  return compose({
    kind: 'figure',
    headline: `${place.name}${year}年${indicator.name}目标没有给数字，报告的原话是“${words.text}”`,
    body: [`规划里说到这一年的是：${sayPeriod(plan)}${sayFigure(plan)}`],
    understood: readingOf(query),
    draft,
    likelihood: LIKELY,
  });
}

/** Of a hundred figures of the relation that are of their own report ninety-nine are right (`npm run table-check`). */
const LIKELY = 0.97;

function sideOf(facet: string | undefined): Side | undefined {
  return facet === 'target' || facet === 'outcome' ? facet : undefined;
}

/** A rate or an amount; null for what the relation does not hold. */
function formOf(measure: string | undefined): Plan['form'] | null {
  if (measure === undefined) return undefined;
  if (measure === 'growth') return 'rate';
  return measure === 'level' ? 'amount' : null;
}

function isItsOwn(fact: Fact, reportYear: number | null | undefined, year: number, side: Side): boolean {
  return fact.scope === undefined && reportYear === (side === 'target' ? year : year + 1);
}
