import { ACCEPTANCE_FEATURES } from '../../src/matching/acceptance.js';
import { FEATURES } from '../../src/matching/features.js';
import { verdictsOf } from './acceptance.js';
import type { Example } from './figures.js';
import { type Choice, fitCases, fitChoices } from './logit.js';

/** Weights fitted without the reports of one fold. */
export interface FoldWeights {
  readonly ranker: Float64Array;
  readonly acceptance: Float64Array;
}

/** How many parts a cross-validation has. */
export const FOLDS = 6;

/** Parts groups (the reports that hold the answers), so that no report is both learnt from and tested on. */
export function foldByGroup(groups: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(groups)].sort().map((group, i) => [group, i % FOLDS]));
}

/** The fold of each example: all questions of one report lie in the same. */
export function foldsOf(examples: readonly Example[]): ReadonlyMap<Example, number> {
  const byGroup = foldByGroup(examples.map((e) => e.group));
  return new Map(examples.map((e) => [e, byGroup.get(e.group)!]));
}

/** For each fold the ranker and the acceptance fitted on the others. */
export function crossFit(examples: readonly Example[], folds: ReadonlyMap<Example, number>): FoldWeights[] {
  const rankers = range(FOLDS).map((k) =>
    fitChoices(examples.filter((e) => e.answerable && folds.get(e) !== k).map(choiceOf), FEATURES.length, {
      ridge: 0.002,
      rounds: 200,
      rate: 0.15,
    }),
  );
  const verdicts = examples.flatMap((e) => {
    const k = folds.get(e)!;
    return verdictsOf(e, rankers[k]!).map((v) => ({ ...v, fold: k }));
  });
  return rankers.map((ranker, k) => ({
    ranker,
    acceptance: fitCases(
      verdicts.filter((v) => v.fold !== k),
      ACCEPTANCE_FEATURES.length,
      { ridge: 0.0005, rounds: 300, rate: 0.2 },
    ),
  }));
}

function choiceOf({ vectors, right, natural }: Example): Choice {
  return { vectors, right, weight: natural ? 1 : 0.5 };
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
