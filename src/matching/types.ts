import type { Fact } from '../facts/types.js';
import type { Span } from '../text/types.js';
import type { Contradiction } from './contradiction.js';

/** How well a fact's words meet a question's. Both lie in 0–1. */
export interface Fit {
  /** Share of the question's weight that the fact's sentence holds, synonyms included. */
  readonly words: number;
  /** Share of the fact's subject that the question names. */
  readonly precision: number;
}

/** A fact that may answer. */
export interface Candidate {
  readonly fact: Fact;
  readonly fit: Fit;
  /** 1 for the best of a question; the others fall with their log-odds behind it. */
  readonly score: number;
  /** Calibrated probability that it is the answer; 0 for those too far behind to be judged. */
  readonly likelihood: number;
  /** True where the probability is high enough for an answer. */
  readonly accepted: boolean;
  /** Why it can be no answer, where it is named as near. */
  readonly contradiction?: Contradiction;
}

/**
 * The parts of a counted name (十大民生实事, “两带一区”), read only where the text binds them to it: it defines the name (X：A、B、C),
 * closes a list with it (A、B、C三大X), or announces with it what follows. A list that merely stands near is none: it would be said
 * with a confidence that nothing bears out.
 */
export interface NamedItems {
  readonly items: readonly Span[];
  /** The stretch that binds the items to the name. */
  readonly anchor: Span;
  /** How many the name counts, where the text tells only some of them (A、B等十大工程). */
  readonly of?: number;
  /** How surely the items are those of the name; 1 for numbered ones that follow. */
  readonly quality: number;
}
