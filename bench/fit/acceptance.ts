import type { Fact } from '../../src/facts/types.js';
import { acceptanceVector, type Ranked } from '../../src/matching/acceptance.js';
import { weigh } from '../../src/matching/fitted.js';
import { secondOpinion } from '../../src/matching/second-opinion.js';
import type { SentenceHit } from '../../src/matching/sentences.js';
import type { Example } from './figures.js';
import type { Case } from './logit.js';

/** What is set against the threshold: one answer that would be given, and whether it would be right. */
export interface Verdict extends Case {
  readonly example: Example;
  /** The figure that would be said. */
  readonly top: Fact;
  readonly natural: boolean;
  /** answered: a question with an answer; no-answer: one without; removed: one whose right figures were taken out. */
  readonly source: 'answered' | 'no-answer' | 'removed';
  /** The vector of the second opinion, where there are sentences to ask. */
  readonly second?: Float64Array;
}

/** The sentences for a question as the second opinion sees them. @param removed without those that hold what is asked. */
export type HitsOf = (example: Example, removed: boolean) => readonly SentenceHit[];

/** How much a question whose right figures were taken out counts beside one as asked. */
const REMOVED_WEIGHT = 0.35;
/** How much a question in formal words counts beside one in people's own. */
const FORMAL_WEIGHT = 0.4;

/** The same for a question made from a fact. */
const GENERATED_WEIGHT = 0.15;

/** The cases that one question gives under a ranker: as asked, and with its right figures taken out. */
export function verdictsOf(example: Example, weights: Float64Array, hitsOf: HitsOf = () => []): Verdict[] {
  const all = example.evidence.map((evidence, i): Ranked & { right: boolean } => ({
    evidence,
    vector: example.vectors[i]!,
    score: weigh(weights, example.vectors[i]!),
    right: example.right[i]!,
  }));
  const base = example.natural ? 1 : example.set.startsWith('generated') ? GENERATED_WEIGHT : FORMAL_WEIGHT;
  const out: Verdict[] = [];
  const first = verdict(example, all, weights, hitsOf(example, false));
  if (first)
    out.push({
      ...first,
      source: example.answerable ? 'answered' : 'no-answer',
      weight: base * (example.answerable ? 1 : 2),
    });
  if (!example.answerable || !example.right.includes(true)) return out;
  const right = example.facts.filter((_, i) => example.right[i]);
  const rest = all.filter(({ evidence }) => !right.some((fact) => sameNumber(fact, evidence.fact)));
  const without = verdict(example, rest, weights, hitsOf(example, true));
  if (without) out.push({ ...without, source: 'removed', weight: base * REMOVED_WEIGHT });
  return out;
}

function sameNumber(a: Fact, b: Fact): boolean {
  return (
    a.quantity.low === b.quantity.low && a.quantity.high === b.quantity.high && a.quantity.unit === b.quantity.unit
  );
}

function verdict(
  example: Example,
  candidates: readonly (Ranked & { right: boolean })[],
  weights: Float64Array,
  hits: readonly SentenceHit[],
): Omit<Verdict, 'source'> | undefined {
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  if (ranked.length === 0) return undefined;
  const x = acceptanceVector(example.ask, ranked, 0, weights);
  return {
    example,
    natural: example.natural,
    top: ranked[0]!.evidence.fact,
    x,
    ...(hits.length > 0 ? { second: secondOpinion(x, ranked[0]!.evidence.fact, hits) } : {}),
    yes: ranked[0]!.right,
  };
}
