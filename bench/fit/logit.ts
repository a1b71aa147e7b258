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

/** A vector without its zeros: most features of a candidate are. */
interface Sparse {
  readonly at: Uint16Array;
  readonly value: Float64Array;
}

const sparseOf = new WeakMap<Float64Array, Sparse>();

function sparse(x: Float64Array): Sparse {
  let known = sparseOf.get(x);
  if (!known) {
    const at = Uint16Array.from([...x.keys()].filter((i) => x[i] !== 0));
    known = { at, value: Float64Array.from(at, (i) => x[i]!) };
    sparseOf.set(x, known);
  }
  return known;
}

function weighSparse(w: Float64Array, { at, value }: Sparse): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += w[at[i]!]! * value[i]!;
  return sum;
}

function addSparse(into: Float64Array, { at, value }: Sparse, factor: number): void {
  for (let i = 0; i < at.length; i++) into[at[i]!]! += factor * value[i]!;
}

/** A vector weighed. */
export function dot(w: Float64Array, x: Float64Array): number {
  return weighSparse(w, sparse(x));
}

/** Weights under which the right candidates of each choice are likeliest (conditional logit). Adam, full batch. */
export function fitChoices(choices: readonly Choice[], size: number, options: FitOptions): Float64Array {
  const usable = choices
    .filter((c) => c.right.includes(true) && c.right.includes(false))
    .map(({ vectors, right, weight = 1 }) => ({
      rows: vectors.map(sparse),
      right,
      weight,
      odds: new Float64Array(vectors.length),
    }));
  return descend(size, options, (w, gradient) => {
    for (const { rows, right, weight, odds } of usable) {
      let top = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < rows.length; i++) {
        odds[i] = weighSparse(w, rows[i]!);
        if (odds[i]! > top) top = odds[i]!;
      }
      let all = 0;
      let good = 0;
      for (let i = 0; i < rows.length; i++) {
        odds[i] = Math.exp(odds[i]! - top);
        all += odds[i]!;
        if (right[i]) good += odds[i]!;
      }
      for (let i = 0; i < rows.length; i++) {
        const pull = (weight * (odds[i]! / all - (right[i] ? odds[i]! / good : 0))) / usable.length;
        if (Math.abs(pull) > 1e-10) addSparse(gradient, rows[i]!, pull);
      }
    }
  });
}

/** One case of a yes or no; a feature that is always 1 is the intercept. */
export interface Case {
  readonly x: Float64Array;
  readonly yes: boolean;
  readonly weight?: number;
}

/** Weights of a logistic regression. */
export function fitCases(cases: readonly Case[], size: number, options: FitOptions): Float64Array {
  const total = cases.reduce((sum, c) => sum + (c.weight ?? 1), 0);
  const rows = cases.map(({ x, yes, weight = 1 }) => ({ row: sparse(x), yes, weight }));
  return descend(size, options, (w, gradient) => {
    for (const { row, yes, weight } of rows) {
      const p = 1 / (1 + Math.exp(-weighSparse(w, row)));
      addSparse(gradient, row, (weight * (p - (yes ? 1 : 0))) / total);
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
