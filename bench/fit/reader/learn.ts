import { marginalsOf, type Pass, passFor, STATES } from '../../../src/question/reader/chain.js';
import { CHARACTER_FEATURES } from '../../../src/question/reader/features.js';
import { WHOLE } from '../../../src/question/reader/model.js';
import { bound } from '../../../src/question/reader/read.js';
import { RowTable } from '../../../src/question/reader/table.js';
import { READER_OPERATIONS } from '../../../src/question/reader/types.js';

/** Weights while they are learned: by row of the table, with the sum of squared gradients of each (AdaGrad). */
export interface Learned {
  readonly table: RowTable;
  readonly width: number;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
}

export function learnedFor(table: RowTable, width: number): Learned {
  return {
    table,
    width,
    weights: new Float32Array(table.size * width),
    squares: new Float32Array(table.size * width),
  };
}

export function copyOf(l: Learned): Learned {
  return { ...l, weights: l.weights.slice(), squares: l.squares.slice() };
}

/** A chain of characters to learn from. */
export interface ChainCase {
  /** Rows of the features of each place, CHARACTER_FEATURES a place; -1 for a feature without a row. */
  readonly rows: Int32Array;
  /** How likely what is known of each place is under each label: place * STATES + label. One label alone for a known one. */
  readonly odds: Float32Array;
}

/** Steps of label after label, with their squared gradients. */
export interface Steps {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
}

const EPSILON = 1e-6;
/** What is surer than this is left as it is: it saves most of the time. */
const LEAST = 0.008;

/** Learns a linear chain (conditional random field) by stochastic gradient on the likelihood of what is known. */
export class ChainLearner {
  private pass: Pass = passFor(512);
  private known: Pass = passFor(512);
  private potentials = new Float64Array(512 * STATES);
  private clamped = new Float64Array(512 * STATES);
  private readonly odds = new Float64Array(STATES * STATES);

  constructor(
    readonly learned: Learned,
    readonly steps: Steps,
    private readonly rate: number,
  ) {}

  /** The probability of each label at each place, valid until the next call. */
  marginals({ rows }: { rows: Int32Array }): Float64Array {
    const n = rows.length / CHARACTER_FEATURES;
    this.room(n);
    const { weights } = this.learned;
    for (let i = 0; i < n; i++) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      for (let f = i * CHARACTER_FEATURES; f < (i + 1) * CHARACTER_FEATURES; f++) {
        const row = rows[f]! * STATES;
        if (row < 0) continue;
        s0 += weights[row]!;
        s1 += weights[row + 1]!;
        s2 += weights[row + 2]!;
      }
      this.potentials[i * STATES] = Math.exp(bound(s0));
      this.potentials[i * STATES + 1] = Math.exp(bound(s1));
      this.potentials[i * STATES + 2] = Math.exp(bound(s2));
    }
    for (let k = 0; k < this.odds.length; k++) this.odds[k] = Math.exp(this.steps.weights[k]!);
    marginalsOf(n, this.potentials, this.odds, this.pass);
    return this.pass.marginals;
  }

  learn(example: ChainCase, weight = 1): void {
    const n = example.rows.length / CHARACTER_FEATURES;
    const model = this.marginals(example);
    for (let i = 0; i < n * STATES; i++) this.clamped[i] = this.potentials[i]! * example.odds[i]!;
    marginalsOf(n, this.clamped, this.odds, this.known);
    const target = this.known.marginals;
    for (let i = 0; i < n; i++)
      for (let k = 0; k < STATES; k++) {
        const gradient = (model[i * STATES + k]! - target[i * STATES + k]!) * weight;
        if (Math.abs(gradient) < LEAST) continue;
        for (let f = i * CHARACTER_FEATURES; f < (i + 1) * CHARACTER_FEATURES; f++) {
          const row = example.rows[f]!;
          if (row >= 0) nudge(this.learned.weights, this.learned.squares, row * STATES + k, gradient, this.rate);
        }
        // The step into a place by the product of the marginals: enough to learn which label follows which.
        if (i > 0)
          for (let a = 0; a < STATES; a++) {
            const from = target[(i - 1) * STATES + a]!;
            nudge(this.steps.weights, this.steps.squares, a * STATES + k, gradient * from, this.rate * 0.1);
          }
      }
  }

  private room(n: number): void {
    if (this.potentials.length >= n * STATES) return;
    this.pass = passFor(n);
    this.known = passFor(n);
    this.potentials = new Float64Array(n * STATES);
    this.clamped = new Float64Array(n * STATES);
  }
}

function nudge(weights: Float32Array, squares: Float32Array, at: number, gradient: number, rate: number): void {
  const sum = squares[at]! + gradient * gradient;
  squares[at] = sum;
  weights[at]! -= (rate * gradient) / (Math.sqrt(sum) + EPSILON);
}

/** A question to learn its operation and facet from. */
export interface WholeCase {
  readonly rows: Int32Array;
  /** How likely each operation, then each facet, is to be meant: 1 and 0, or all alike where it is not known. */
  readonly odds: Float32Array;
}

const OPERATIONS = READER_OPERATIONS.length;

/** Learns operation and facet, each by a soft maximum over the question's features. */
export class WholeLearner {
  private readonly scores = new Float64Array(WHOLE);
  private readonly target = new Float64Array(WHOLE);

  constructor(
    readonly learned: Learned,
    private readonly rate: number,
  ) {}

  learn({ rows, odds }: WholeCase, weight = 1): void {
    const { weights, squares } = this.learned;
    const { scores, target } = this;
    scores.fill(0);
    for (const row of rows) if (row >= 0) for (let k = 0; k < WHOLE; k++) scores[k]! += weights[row * WHOLE + k]!;
    share(scores, 0, OPERATIONS);
    share(scores, OPERATIONS, WHOLE);
    for (let k = 0; k < WHOLE; k++) target[k] = scores[k]! * odds[k]!;
    scale(target, 0, OPERATIONS);
    scale(target, OPERATIONS, WHOLE);
    for (let k = 0; k < WHOLE; k++) {
      const gradient = (scores[k]! - target[k]!) * weight;
      if (Math.abs(gradient) < LEAST) continue;
      for (const row of rows) if (row >= 0) nudge(weights, squares, row * WHOLE + k, gradient, this.rate);
    }
  }
}

/** Scores to probabilities. */
function share(scores: Float64Array, from: number, to: number): void {
  let top = -Infinity;
  for (let k = from; k < to; k++) top = Math.max(top, scores[k]!);
  for (let k = from; k < to; k++) scores[k] = Math.exp(scores[k]! - top);
  scale(scores, from, to);
}

function scale(numbers: Float64Array, from: number, to: number): void {
  let sum = 0;
  for (let k = from; k < to; k++) sum += numbers[k]!;
  if (sum > 0) for (let k = from; k < to; k++) numbers[k]! /= sum;
}

/** The rows of features, -1 for those without. */
export function rowsOf(table: RowTable, hashes: Uint32Array): Int32Array {
  return Int32Array.from(hashes, (h) => table.find(h));
}

/** A table of the features that stand in at least `least` of the questions. */
export function tableOf(questions: Iterable<Uint32Array>, least: number): RowTable {
  const all = new RowTable(1 << 18);
  let counts = new Uint8Array(1 << 19);
  let last = new Int32Array(1 << 19).fill(-1);
  let n = 0;
  for (const hashes of questions) {
    for (const hash of hashes) {
      const row = all.add(hash);
      if (row >= counts.length) {
        counts = grown(counts, new Uint8Array(counts.length * 2));
        last = grown(last, new Int32Array(last.length * 2).fill(-1));
      }
      if (last[row] === n || counts[row] === 255) continue;
      last[row] = n;
      counts[row]!++;
    }
    n++;
  }
  const kept = new RowTable(all.size >> 1);
  for (const [row, hash] of all.hashes().entries()) if (counts[row]! >= least) kept.add(hash);
  return kept;
}

function grown<T extends Uint8Array | Int32Array>(old: T, room: T): T {
  room.set(old);
  return room;
}
