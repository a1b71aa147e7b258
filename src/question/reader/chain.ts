import { LABELS } from './types.js';

export const STATES = LABELS.length;

/** Room for one pass over a chain. */
export interface Pass {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Probability of each label at each place: place * STATES + label. */
  readonly marginals: Float64Array;
}

/** Room for chains of up to `length` places. */
export function passFor(length: number): Pass {
  const room = (): Float64Array => new Float64Array(length * STATES);
  return { forward: room(), backward: room(), marginals: room() };
}

/**
 * The probability of each label at each place of a linear chain, by the forward-backward algorithm, into `pass.marginals`.
 * @param potentials place * STATES + label, positive; each place may be scaled at will.
 * @param steps from-label * STATES + to-label, positive.
 */
export function marginalsOf(length: number, potentials: Float64Array, steps: Float64Array, pass: Pass): void {
  const { forward, backward, marginals } = pass;
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let b = 0; b < STATES; b++) {
      let into = 1;
      if (i > 0) {
        into = 0;
        for (let a = 0; a < STATES; a++) into += forward[(i - 1) * STATES + a]! * steps[a * STATES + b]!;
      }
      const value = into * potentials[i * STATES + b]!;
      forward[i * STATES + b] = value;
      sum += value;
    }
    for (let b = 0; b < STATES; b++) forward[i * STATES + b]! /= sum;
  }
  for (let i = length - 1; i >= 0; i--) {
    let sum = 0;
    for (let a = 0; a < STATES; a++) {
      let out = 1;
      if (i < length - 1) {
        out = 0;
        for (let b = 0; b < STATES; b++)
          out += steps[a * STATES + b]! * potentials[(i + 1) * STATES + b]! * backward[(i + 1) * STATES + b]!;
      }
      backward[i * STATES + a] = out;
      sum += out;
    }
    let all = 0;
    for (let a = 0; a < STATES; a++) {
      backward[i * STATES + a]! /= sum;
      marginals[i * STATES + a] = forward[i * STATES + a]! * backward[i * STATES + a]!;
      all += marginals[i * STATES + a]!;
    }
    for (let a = 0; a < STATES; a++) marginals[i * STATES + a]! /= all;
  }
}
