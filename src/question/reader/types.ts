/** What a question wants done, finer than the parser's operations. Written into the model in this order: add at the end. */
export const READER_OPERATIONS = [
  'figure',
  'time',
  'from-to',
  'several',
  'list',
  'section',
  'text',
  'why',
  'who',
  'definition',
  'compare',
  'change',
  'rank',
  'table',
  'filter',
  'aggregate',
  'trend',
  'outcome',
  'mentions',
  'verify',
  'followup',
  'chat',
  'turn-source',
  'turn-why',
  'turn-doubt',
  'turn-which',
  'turn-higher',
  'turn-lower',
  'turn-gap',
  'turn-sum',
  'turn-moved',
  'turn-reached',
  'turn-target',
  'turn-actual',
  'turn-speaker',
] as const;
export type ReaderOperation = (typeof READER_OPERATIONS)[number];

/** Whether what was aimed at or what was reached is asked for; open where the words tell neither. */
export const READER_FACETS = ['open', 'target', 'outcome', 'both'] as const;
export type ReaderFacet = (typeof READER_FACETS)[number];

/** What a character is: a word of asking, of the thing asked for, or of a place or time. Written into the model in this order. */
export const LABELS = ['frame', 'content', 'slot'] as const;

/** A reading with the one that comes next. */
export interface Judged<T> {
  readonly value: T;
  readonly runnerUp: T;
  /** Probability of `value`, 0–1. */
  readonly probability: number;
  /** By how much the probability of `value` is above that of `runnerUp`, 0–1. */
  readonly margin: number;
}

/** A second opinion on a question, learned from frames and labelled questions. */
export interface Reading {
  /** For each UTF-16 unit the probability that it is of the thing asked for, 0–1. */
  readonly content: Float32Array;
  /** For each UTF-16 unit the probability that it is of a place or a time, 0–1. */
  readonly slot: Float32Array;
  readonly operation: Judged<ReaderOperation>;
  readonly facet: Judged<ReaderFacet>;
}
