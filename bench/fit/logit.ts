/** Conditional and plain logistic regression by gradient descent from zero: no chance in it, the same weights each time. */

/** One choice: the vectors of its candidates and which of them are right. */
export interface Choice {
  readonly vectors: readonly Float64Array[];
  readonly right: readonly boolean[];
  readonly weight?: number;
}

export interface FitOptions {
  /** Strength of the pull towards zero (L2). */
  readonly ridge: number;
  readonly rounds: number;
  readonly rate: number;
}

const nonzero = new WeakMap<Float64Array, Uint16Array>();

/** The places of a vector that are not zero, found once: most features of a candidate are. */
function active(x: Float64Array): Uint16Array {
  let at = nonzero.get(x);
  if (!at) {
    at = Uint16Array.from([...x.keys()].filter((i) => x[i] !== 0));
    nonzero.set(x, at);
  }
  return at;
}

export const dot = (w: ArrayLike<number>, x: Float64Array): number => {
  let sum = 0;
  for (const i of active(x)) sum += w[i]! * x[i]!;
  return sum;
};

/** Weights under which the right candidates of each choice are likeliest (conditional logit). Adam, full batch. */
export function fitChoices(choices: readonly Choice[], size: number, options: FitOptions): Float64Array {
  const usable = choices.filter((c) => c.right.includes(true) && c.right.includes(false));
  return descend(size, options, (w, gradient) => {
    for (const { vectors, right, weight = 1 } of usable) {
      const scores = vectors.map((x) => dot(w, x));
      const top = Math.max(...scores);
      const odds = scores.map((s) => Math.exp(s - top));
      const all = odds.reduce((a, b) => a + b, 0);
      const good = odds.reduce((sum, o, i) => sum + (right[i] ? o : 0), 0);
      for (const [i, x] of vectors.entries()) {
        const pull = weight * (odds[i]! / all - (right[i] ? odds[i]! / good : 0));
        if (Math.abs(pull) < 1e-9) continue;
        for (const f of active(x)) gradient[f]! += (pull * x[f]!) / usable.length;
      }
    }
  });
}

/** One case of a yes or no: the last feature should be 1 for the intercept. */
export interface Case {
  readonly x: Float64Array;
  readonly yes: boolean;
  readonly weight?: number;
}

/** Weights of a logistic regression. */
export function fitCases(cases: readonly Case[], size: number, options: FitOptions): Float64Array {
  const total = cases.reduce((sum, c) => sum + (c.weight ?? 1), 0);
  return descend(size, options, (w, gradient) => {
    for (const { x, yes, weight = 1 } of cases) {
      const p = 1 / (1 + Math.exp(-dot(w, x)));
      const pull = (weight * (p - (yes ? 1 : 0))) / total;
      for (const f of active(x)) gradient[f]! += pull * x[f]!;
    }
  });
}

function descend(
  size: number,
  { ridge, rounds, rate }: FitOptions,
  add: (w: Float64Array, gradient: Float64Array) => void,
): Float64Array {
  const w = new Float64Array(size);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (let t = 1; t <= rounds; t++) {
    for (let f = 0; f < size; f++) gradient[f] = ridge * w[f]!;
    add(w, gradient);
    const step = rate * Math.min(1, (3 * (rounds - t + 1)) / rounds);
    for (let f = 0; f < size; f++) {
      m[f] = 0.9 * m[f]! + 0.1 * gradient[f]!;
      v[f] = 0.999 * v[f]! + 0.001 * gradient[f]! ** 2;
      w[f]! -= (step * (m[f]! / (1 - 0.9 ** t))) / (Math.sqrt(v[f]! / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return w;
}
