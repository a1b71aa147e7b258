import type { Net } from '../../src/matching/net.js';
import type { Choice } from './logit.js';
import { type Chance, chanceOf } from './reader/chance.js';

/** How networks are fitted. */
export interface NetOptions {
  /** How many are begun from different weights; their mean is surer than any of them. */
  readonly nets: number;
  readonly hidden: number;
  readonly rounds: number;
  readonly rate: number;
  /** Strength of the pull towards zero (L2). */
  readonly ridge: number;
}

/** How far from zero the weights begin. */
const SPREAD = 0.1;

/** Networks under which the right candidates of each choice are likeliest. Adam, full batch; chance is seeded, so that the weights are the same each time. */
export function fitNets(choices: readonly Choice[], size: number, options: NetOptions): Net[] {
  const usable = choices.filter((c) => c.right.includes(true) && c.right.includes(false));
  return Array.from({ length: options.nets }, (_, n) => fitNet(usable, size, options, chanceOf(n + 1)));
}

/** About normal: the sum of twelve even chances has a variance of one. */
function spread(chance: Chance): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += chance.next();
  return sum * SPREAD;
}

function fitNet(
  choices: readonly Choice[],
  size: number,
  { hidden, rounds, rate, ridge }: NetOptions,
  chance: Chance,
): Net {
  // One stretch of numbers: the linear weights, those of each unit, the biases, what each unit is worth.
  const [ofUnits, ofBias, ofOut] = [size, size + size * hidden, size + size * hidden + hidden];
  const w = new Float64Array(ofOut + hidden);
  for (let i = ofUnits; i < ofBias; i++) w[i] = spread(chance);
  for (let i = ofOut; i < w.length; i++) w[i] = spread(chance);
  const [m, v, gradient] = [new Float64Array(w.length), new Float64Array(w.length), new Float64Array(w.length)];
  const total = choices.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const rows = choices.map((c) => c.vectors.map((x) => [...x.keys()].filter((i) => x[i] !== 0)));
  for (let t = 1; t <= rounds; t++) {
    for (let i = 0; i < w.length; i++) gradient[i] = i < ofBias || i >= ofOut ? ridge * w[i]! : 0;
    for (const [c, { vectors, right, weight = 1 }] of choices.entries()) {
      const outs = vectors.map((x, k) => forward(x, rows[c]![k]!));
      const top = Math.max(...outs.map((o) => o.score));
      const odds = outs.map((o) => Math.exp(o.score - top));
      const all = odds.reduce((a, b) => a + b, 0);
      const good = odds.reduce((sum, o, k) => sum + (right[k] ? o : 0), 0);
      for (const [k, { acts }] of outs.entries()) {
        const pull = (weight * (odds[k]! / all - (right[k] ? odds[k]! / good : 0))) / total;
        if (Math.abs(pull) > 1e-10) backward(vectors[k]!, rows[c]![k]!, acts, pull);
      }
    }
    for (let i = 0; i < w.length; i++) {
      m[i] = 0.9 * m[i]! + 0.1 * gradient[i]!;
      v[i] = 0.999 * v[i]! + 0.001 * gradient[i]! ** 2;
      w[i]! -= (rate * (m[i]! / (1 - 0.9 ** t))) / (Math.sqrt(v[i]! / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return {
    linear: w.slice(0, size),
    units: Array.from({ length: hidden }, (_, h) => ({
      weights: w.slice(ofUnits + h * size, ofUnits + (h + 1) * size),
      bias: w[ofBias + h]!,
      out: w[ofOut + h]!,
    })),
  };

  function forward(x: Float64Array, at: readonly number[]): { score: number; acts: Float64Array } {
    const acts = new Float64Array(hidden);
    let score = 0;
    for (const i of at) score += w[i]! * x[i]!;
    for (let h = 0; h < hidden; h++) {
      const from = ofUnits + h * size;
      let sum = w[ofBias + h]!;
      for (const i of at) sum += w[from + i]! * x[i]!;
      acts[h] = Math.tanh(sum);
      score += w[ofOut + h]! * acts[h]!;
    }
    return { score, acts };
  }

  function backward(x: Float64Array, at: readonly number[], acts: Float64Array, pull: number): void {
    for (const i of at) gradient[i]! += pull * x[i]!;
    for (let h = 0; h < hidden; h++) {
      gradient[ofOut + h]! += pull * acts[h]!;
      const inner = pull * w[ofOut + h]! * (1 - acts[h]! ** 2);
      gradient[ofBias + h]! += inner;
      const from = ofUnits + h * size;
      for (const i of at) gradient[from + i]! += inner * x[i]!;
    }
  }
}
