import { marginalsOf, passFor, STATES } from './chain.js';
import { CHARACTER_FEATURES, characterFeatures, wholeFeatures } from './features.js';
import { type ReaderModel, readerModel, type Weights, WHOLE } from './model.js';
import { type Judged, READER_FACETS, READER_OPERATIONS, type Reading } from './types.js';

/** Questions are bounded before they are read; what is longer is read as far as this, in UTF-16 units. */
const LONGEST = 400;

let last: { readonly model: ReaderModel; readonly text: string; readonly reading: Reading } | undefined;

/** Reads a question (normalised text) with the project's model. Pure; the same text is always read alike. A turn asks for it more than once. */
export function readQuestion(text: string): Reading {
  const model = readerModel();
  if (last?.text !== text || last.model !== model) last = { model, text, reading: readWith(model, text) };
  return last.reading;
}

/** Reads a question with a model. */
export function readWith(model: ReaderModel, text: string): Reading {
  const content = new Float32Array(text.length);
  const slot = new Float32Array(text.length);
  const part = text.slice(0, LONGEST);
  const labels = labelInto(model, part, content, slot);
  const scores = new Float64Array(WHOLE);
  for (const hash of wholeFeatures(part, labels)) addRow(model.whole, hash, scores, 0);
  const operations = READER_OPERATIONS.length;
  return {
    content,
    slot,
    operation: judge(READER_OPERATIONS, scores.subarray(0, operations)),
    facet: judge(READER_FACETS, scores.subarray(operations)),
  };
}

/** Probabilities of content and slot for each character, and the likeliest label of each. */
function labelInto(model: ReaderModel, text: string, content: Float32Array, slot: Float32Array): Uint8Array {
  const n = text.length;
  const features = characterFeatures(text);
  const potentials = new Float64Array(n * STATES);
  for (let i = 0; i < n; i++)
    for (let f = 0; f < CHARACTER_FEATURES; f++)
      addRow(model.characters, features[i * CHARACTER_FEATURES + f]!, potentials, i * STATES);
  for (let i = 0; i < potentials.length; i++) potentials[i] = Math.exp(bound(potentials[i]!));
  const pass = passFor(n);
  marginalsOf(n, potentials, Float64Array.from(model.steps, Math.exp), pass);
  const labels = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const at = i * STATES;
    content[i] = pass.marginals[at + 1]!;
    slot[i] = pass.marginals[at + 2]!;
    labels[i] = likeliest(pass.marginals, at);
  }
  return labels;
}

/** Keeps exponentials finite. */
export function bound(score: number): number {
  return Math.max(-30, Math.min(30, score));
}

/** The index of the greatest of the STATES numbers from `at`. */
export function likeliest(numbers: ArrayLike<number>, at: number): number {
  let best = 0;
  for (let k = 1; k < STATES; k++) if (numbers[at + k]! > numbers[at + best]!) best = k;
  return best;
}

function addRow({ table, width, scale, values }: Weights, hash: number, into: Float64Array, at: number): void {
  const row = table.find(hash);
  if (row < 0) return;
  for (let k = 0; k < width; k++) into[at + k]! += values[row * width + k]! * scale;
}

function judge<T>(names: readonly T[], scores: Float64Array): Judged<T> {
  const top = Math.max(...scores);
  const odds = Array.from(scores, (s) => Math.exp(s - top));
  const sum = odds.reduce((a, b) => a + b, 0);
  const order = [...odds.keys()].sort((a, b) => odds[b]! - odds[a]!);
  const [first, second] = [order[0]!, order[1]!];
  return {
    value: names[first]!,
    runnerUp: names[second]!,
    probability: odds[first]! / sum,
    margin: (odds[first]! - odds[second]!) / sum,
  };
}
