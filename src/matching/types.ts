import type { Fact } from '../facts/types.js';

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
