import type { Fact } from '../facts/types.js';
import { ACCEPTANCE_FEATURES } from './acceptance.js';
import { lazyFitted, probability, weigh } from './fitted.js';
import type { SentenceHit } from './sentences.js';

/** The most that counts of how far one sentence is ahead of another, in log-odds. */
const MOST_AHEAD = 5;

/** What the ranking of sentences, which sees none of the facts, says of the sentence in which a figure stands. */
const OPINION_FEATURES = [
  'told.first', //   it is the one that comes nearest to the question
  'told.nowhere', // it is none of those that were looked at
  'told.behind', //  how far it is behind the first
  'told.best', //    how likely the first answers
  'told.own', //     how likely it does itself
  'told.lead', //    how far it is ahead of the next, where it is the first
  'told.other', //   how likely another answers
] as const;

/** The features of the second opinion: those of the acceptance, and what the sentences say. Their weights stand in config/fitted/second-opinion.json. */
export const SECOND_OPINION_FEATURES: readonly string[] = [...ACCEPTANCE_FEATURES, ...OPINION_FEATURES];

/** Probabilities of the acceptance between which the second opinion is asked for: below and above, it would change nothing. */
export const DOUBTED = { from: 0.1, to: 0.7 } as const;

const second = lazyFitted('second-opinion.json', SECOND_OPINION_FEATURES);

/**
 * The vector of a second opinion.
 * @param first the vector of the acceptance.
 * @param hits the sentences for the same question, best first, at least one.
 */
export function secondOpinion(first: Float64Array, fact: Fact, hits: readonly SentenceHit[]): Float64Array {
  const x = new Float64Array(SECOND_OPINION_FEATURES.length);
  x.set(first);
  x.set(opinionOn(fact, hits), first.length);
  return x;
}

function opinionOn({ report, span }: Fact, hits: readonly SentenceHit[]): number[] {
  const [best, next] = hits as [SentenceHit, ...SentenceHit[]];
  const own = hits.find((h) => h.report.id === report && h.span.start <= span.start && span.start < h.span.end);
  const first = own === best;
  return [
    first ? 1 : 0,
    own ? 0 : 1,
    -Math.min(MOST_AHEAD, own?.behind ?? MOST_AHEAD) / MOST_AHEAD,
    best.likelihood,
    own?.likelihood ?? 0,
    first && next ? Math.min(MOST_AHEAD, next.behind) / MOST_AHEAD : 0,
    first ? 0 : best.likelihood,
  ];
}

/** How likely a figure is right that the acceptance alone doubts, and whether that is enough; undefined where no sentence can be asked. */
export function doubted(
  first: Float64Array,
  fact: Fact,
  hits: readonly SentenceHit[],
): { readonly likelihood: number; readonly accepted: boolean } | undefined {
  if (hits.length === 0) return undefined;
  const { weights, threshold } = second();
  const likelihood = probability(weigh(weights, secondOpinion(first, fact, hits)));
  return { likelihood, accepted: likelihood >= threshold };
}
