import { STATES } from '../../../src/question/reader/chain.js';
import { characterFeatures, wholeFeatures } from '../../../src/question/reader/features.js';
import { encodeModel, type Matrix, WHOLE } from '../../../src/question/reader/model.js';
import { likeliest } from '../../../src/question/reader/read.js';
import type { RowTable } from '../../../src/question/reader/table.js';
import { READER_FACETS, READER_OPERATIONS } from '../../../src/question/reader/types.js';
import { chanceOf, shuffled } from './chance.js';
import type { Made } from './expand.js';
import { type Labelled, SEEN } from './labels.js';
import {
  type ChainCase,
  ChainLearner,
  copyOf,
  type Learned,
  learnedFor,
  rowsOf,
  type Steps,
  tableOf,
  type WholeCase,
  WholeLearner,
} from './learn.js';

/** How much of what was learned is kept in the file: rows of the characters' and of the whole questions' features. */
export const KEPT = { characters: 70_000, whole: 11_500 } as const;

const BASE = { rounds: 1, wholeRounds: 2, rate: 0.25 } as const;
/**
 * Natural questions are few and come after: several rounds among some of the made ones, which keep what was learned. What a whole question asks
 * is told apart in finer kinds by the made ones (natural turns do not tell which), so more of them are kept.
 */
const NATURAL = { rounds: 3, rate: 0.12, amongMade: 1500, amongMadeWhole: 8000, weight: 1 } as const;

/** For each of SEEN how likely it is under each label. */
const ODDS: readonly (readonly [frame: number, content: number, slot: number])[] = (() => {
  const out: [number, number, number][] = [];
  out[SEEN.nothing] = [1, 1, 0.05];
  out[SEEN.inEvidence] = [0.08, 0.8, 0.05];
  out[SEEN.notInEvidence] = [0.9, 0.42, 0.05];
  out[SEEN.slot] = [0.02, 0.02, 1];
  out[SEEN.pause] = [1, 0.02, 0.02];
  return out;
})();

/** For each mark of a made question the same. */
const MARK_ODDS: readonly (readonly [number, number, number])[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 0],
];

interface Trained {
  readonly characters: Learned;
  readonly steps: Steps;
  readonly whole: Learned;
}

/** What is learned from made questions, and the cases of the natural ones, ready to be learned from in folds. */
export interface Base extends Trained {
  readonly madeChains: readonly ChainCase[];
  readonly madeWholes: readonly WholeCase[];
  readonly naturalChains: readonly ChainCase[];
  readonly natural: readonly Labelled[];
}

/** Learns from made questions. */
export function learnBase(made: readonly Made[], natural: readonly Labelled[]): Base {
  const hashes = made.map((m) => characterFeatures(m.text));
  const own = natural.map((q) => characterFeatures(q.text));
  const table = joined(tableOf(everySecond(hashes), 3), tableOf(own, 2));
  const characters = learnedFor(table, STATES);
  const steps: Steps = { weights: new Float32Array(STATES * STATES), squares: new Float32Array(STATES * STATES) };
  const madeChains = made.map((m, i) => ({ rows: rowsOf(table, hashes[i]!), odds: oddsOf(m.marks, MARK_ODDS) }));
  const naturalChains = natural.map((q, i) => ({ rows: rowsOf(table, own[i]!), odds: oddsOf(q.seen, ODDS) }));
  const chain = new ChainLearner(characters, steps, BASE.rate);
  rounds(BASE.rounds, made.length, 11, (i) => chain.learn(madeChains[i]!));

  const wholeHashes = made.map((m, i) => wholeFeatures(m.text, labelsOf(chain, madeChains[i]!)));
  const wholeOwn = natural.map((q, i) => wholeFeatures(q.text, labelsOf(chain, naturalChains[i]!)));
  const wholeTable = joined(tableOf(everySecond(wholeHashes), 3), tableOf(wholeOwn, 2));
  const whole = learnedFor(wholeTable, WHOLE);
  const madeWholes = made.map((m, i) => ({
    rows: rowsOf(wholeTable, wholeHashes[i]!).filter((r) => r >= 0),
    odds: wholeOdds([m.operation], m.facet),
  }));
  const learner = new WholeLearner(whole, BASE.rate);
  rounds(BASE.wholeRounds, made.length, 12, (i) => learner.learn(madeWholes[i]!));
  return { characters, steps, whole, madeChains, madeWholes, naturalChains, natural };
}

/** Learns on from natural questions. @param use which of them. */
export function learnNatural(base: Base, use: (q: Labelled) => boolean): Trained {
  const characters = copyOf(base.characters);
  const steps = { weights: base.steps.weights.slice(), squares: base.steps.squares.slice() };
  const whole = copyOf(base.whole);
  const chosen = [...base.natural.keys()].filter((i) => use(base.natural[i]!));
  const chain = new ChainLearner(characters, steps, NATURAL.rate);
  const amongChains = among(chosen, base.madeChains.length, NATURAL.amongMade);
  rounds(NATURAL.rounds, amongChains.length, 13, (n) => {
    const [i, natural] = amongChains[n]!;
    if (!natural) chain.learn(base.madeChains[i]!);
    else if (base.natural[i]!.held) chain.learn(base.naturalChains[i]!, NATURAL.weight);
  });
  const cases = new Map(
    chosen.map((i) => {
      const q = base.natural[i]!;
      const hashes = wholeFeatures(q.text, labelsOf(chain, base.naturalChains[i]!));
      return [i, { rows: rowsOf(whole.table, hashes), odds: wholeOdds(q.taught) }];
    }),
  );
  const learner = new WholeLearner(whole, NATURAL.rate);
  const amongWholes = among(chosen, base.madeWholes.length, NATURAL.amongMadeWhole);
  rounds(NATURAL.rounds, amongWholes.length, 14, (n) => {
    const [i, natural] = amongWholes[n]!;
    if (!natural) learner.learn(base.madeWholes[i]!);
    else if (base.natural[i]!.taught.length > 0) learner.learn(cases.get(i)!, NATURAL.weight);
  });
  return { characters, steps, whole };
}

/** The natural questions, with about `count` of the made ones, drawn evenly. */
function among(natural: readonly number[], made: number, count: number): (readonly [at: number, natural: boolean])[] {
  const every = Math.max(1, Math.floor(made / count));
  const kept = Array.from({ length: Math.ceil(made / every) }, (_, i) => i * every);
  return [...natural.map((i) => [i, true] as const), ...kept.map((i) => [i, false] as const)];
}

function rounds(count: number, size: number, seed: number, each: (i: number) => void): void {
  const chance = chanceOf(seed);
  for (let r = 0; r < count; r++) for (const i of shuffled(size, chance)) each(i);
}

/** Half of the made questions tell well enough which features come again. */
const everySecond = <T>(all: readonly T[]): T[] => all.filter((_, i) => i % 2 === 0);

function joined(a: RowTable, b: RowTable): RowTable {
  for (const hash of b.hashes()) a.add(hash);
  return a;
}

function oddsOf(codes: Uint8Array, table: readonly (readonly number[])[]): Float32Array {
  const out = new Float32Array(codes.length * STATES);
  for (const [i, code] of codes.entries()) out.set(table[code]!, i * STATES);
  return out;
}

function wholeOdds(operations: readonly string[], facet?: string): Float32Array {
  const own = READER_OPERATIONS.map((o) => (operations.includes(o) ? 1 : 0));
  const facets = READER_FACETS.map((f) => (facet === undefined || f === facet ? 1 : 0));
  return Float32Array.from([...own, ...facets]);
}

function labelsOf(chain: ChainLearner, example: ChainCase): Uint8Array {
  const marginals = chain.marginals(example);
  const out = new Uint8Array(example.odds.length / STATES);
  for (let i = 0; i < out.length; i++) out[i] = likeliest(marginals, i * STATES);
  return out;
}

/** The bytes of the file: the rows with the greatest weights, in eighth-bit steps. */
export function pack({ characters, steps, whole }: Trained): Uint8Array {
  return encodeModel(packed(characters, KEPT.characters), packed(whole, KEPT.whole), steps.weights);
}

function packed({ table, width, weights }: Learned, kept: number): Matrix {
  const greatest = new Float32Array(table.size);
  for (let row = 0; row < table.size; row++)
    for (let k = 0; k < width; k++) greatest[row] = Math.max(greatest[row]!, Math.abs(weights[row * width + k]!));
  const hashes = table.hashes();
  const order = [...greatest.keys()]
    .sort((a, b) => greatest[b]! - greatest[a]! || hashes[a]! - hashes[b]!)
    .slice(0, kept)
    .sort((a, b) => hashes[a]! - hashes[b]!);
  const most = order.reduce((m, row) => Math.max(m, greatest[row]!), 0);
  const scale = most / 127;
  const values = new Int8Array(order.length * width);
  for (const [n, row] of order.entries())
    for (let k = 0; k < width; k++) values[n * width + k] = Math.round(weights[row * width + k]! / scale);
  return { hashes: Uint32Array.from(order, (row) => hashes[row]!), scale, values };
}
