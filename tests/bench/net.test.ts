import { describe, expect, it } from 'vitest';
import { fitNets } from '../../bench/fit/net.js';
import { scoreByNets } from '../../src/matching/net.js';

/** Candidates of which the right one has one of two features and not both: no weight for each alone tells it. */
const either = (x: readonly number[]) => x[0] !== x[1];
const CANDIDATES = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;
const choices = [0, 1, 2].map((left) => {
  const vectors = CANDIDATES.filter((_, i) => i !== left).map((x) => Float64Array.from(x));
  return { vectors, right: vectors.map((x) => either([...x])) };
});
const OPTIONS = { nets: 2, hidden: 6, rounds: 400, rate: 0.03, ridge: 0.0001 };

describe('small networks', () => {
  const nets = fitNets(choices, 2, OPTIONS);

  it.each(CANDIDATES)('see how features go together: %d and %d', (a, b) => {
    const score = (x: readonly number[]) => scoreByNets(nets, Float64Array.from(x));
    const [best] = [...CANDIDATES].sort((x, y) => score(y) - score(x));
    expect(either(best!)).toBe(true);
    const worst = Math.max(score([0, 0]), score([1, 1]));
    expect(score([a, b]) > worst).toBe(either([a, b]));
  });

  it('are the same each time', () => {
    expect(fitNets(choices, 2, OPTIONS)).toEqual(nets);
  });

  it('are scored by their mean', () => {
    const x = Float64Array.of(1, 0);
    const each = nets.map((net) => scoreByNets([net], x));
    expect(scoreByNets(nets, x)).toBeCloseTo((each[0]! + each[1]!) / 2, 10);
  });
});
