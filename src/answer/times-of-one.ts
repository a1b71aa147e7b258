import type { Fact } from '../facts/types.js';
import type { AskedPeriod } from '../frame/types.js';
import { coverOf, shareOf } from '../matching/terms.js';
import { unitFamily } from '../matching/unit-family.js';
import { isAlike } from './chosen-together.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { type Resolved, resolve } from './resolve.js';
import { headlineOf, readingOfFact } from './say-figure.js';
import type { Answer } from './schema.js';
import { suggestAfterFigure } from './suggestions.js';
import { sayFigure, sayPeriod } from './wording.js';

/** Candidates of each time whose sentences are looked at. */
const TRIED = 4;
/** How much before a sentence may name what its figures are of: a programme is named once and its steps are told further on. */
const BEFORE = 500;
/** The share of the question's words that these must hold. */
const NAMED = 0.75;
/** How likely a row of figures is that one sentence tells for all the times asked for. */
const LIKELIHOOD = 0.7;

/**
 * One thing at several times that one sentence tells together (到2019年底42个，到2020年底150个，到2021年底300个), which is what a question for all of
 * them asks for rather than a series over reports. Undefined where no sentence tells each of the times.
 */
export function answerTimesOfOne(context: AnswerContext): Answer | undefined {
  const { store, lexicon, query } = context;
  const times = query.periods.map(({ value }) => value);
  const place = query.places[0]?.value;
  if (!place || query.places.length > 1 || times.length < 2 || query.indicators.length > 0) return undefined;
  if (times.some(({ from, to, part }) => from !== to || to <= 0 || part !== undefined)) return undefined;
  const resolved = query.periods.map((period) => resolve(context, place, period));
  const row = rowOf(context, resolved, times);
  const [first, ...rest] = row ?? [];
  if (!first) return undefined;
  const draft = newDraft();
  for (const fact of [first, ...rest]) addFact(draft, store, lexicon, fact);
  return compose({
    kind: 'figure',
    headline: [headlineOf(context, first), ...rest.map((fact) => `${sayPeriod(fact)}${sayFigure(fact)}`)].join('；'),
    understood: readingOfFact(context, resolved[0]!, first),
    draft,
    likelihood: LIKELIHOOD,
    suggestions: suggestAfterFigure(context, first),
  });
}

/** The figures of the first sentence that tells one for each of the times, in their order. */
function rowOf(
  context: AnswerContext,
  resolved: readonly Resolved[],
  times: readonly AskedPeriod[],
): readonly Fact[] | undefined {
  const seen = new Set<string>();
  for (const { candidates, ask } of resolved)
    for (const { fact } of candidates.slice(0, TRIED)) {
      const key = `${fact.report} ${fact.sentence.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const row = rowIn(context, fact, times);
      if (row && isNamedBefore(context, row[0]!, ask)) return row;
    }
  return undefined;
}

/** The figures of one sentence for each of the times, alike and in the unit that is asked for; undefined where one is missing or told twice. */
function rowIn({ store, query }: AnswerContext, { report, sentence }: Fact, times: readonly AskedPeriod[]) {
  const family = query.units[0] === undefined ? undefined : unitFamily(query.units[0]);
  const facts = store
    .facts(report)
    .filter((fact) => fact.sentence.start === sentence.start && fact.quantity.kind === 'number')
    .filter(({ quantity }) => family === undefined || unitFamily(quantity.unit) === family);
  const row = times.map(({ to }) => facts.filter(({ period }) => period.from === to && period.to === to));
  if (row.some((own) => own.length !== 1)) return undefined;
  const told = row.map(([fact]) => fact!);
  return told.every((fact) => isAlike(fact, told[0]!)) ? told : undefined;
}

/** True where a figure's sentence and what stands before it hold the words of the question. */
function isNamedBefore({ store }: AnswerContext, fact: Fact, { terms }: Resolved['ask']): boolean {
  const { text } = store.report(fact.report).view;
  const around = text.slice(Math.max(0, fact.sentence.start - BEFORE), fact.sentence.end);
  return shareOf(terms, coverOf(terms, around).wide) >= NAMED;
}
