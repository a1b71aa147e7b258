import type { Fact } from '../facts/types.js';
import type { Span } from '../text/types.js';

/** How well a fact meets a question. All parts lie in 0–1. */
export interface Fit {
  /** Share of the question's content, weighted by rarity, that the fact's words hold. */
  readonly words: number;
  /** Share of the fact's subject that the question names. */
  readonly precision: number;
  readonly period: number;
  readonly facet: number;
  readonly measure: number;
  readonly unit: number;
}

/** A fact that may answer, with its fit. `score` is the product that candidates are ranked by. */
export interface Candidate {
  readonly fact: Fact;
  readonly fit: Fit;
  readonly score: number;
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

/** The texts of a fact in which a question's words are looked for. */
export interface FactTexts {
  readonly subject: string;
  readonly clause: string;
  readonly sentence: string;
  /** Section headings and the sentence before. */
  readonly around: string;
  /** True for the sentence of main expected targets. */
  readonly headline?: boolean;
}
