import type { Answer } from './answer/schema.js';

/** The version of the core, shown by status and kept in snapshots. */
export const VERSION = '0.1.0';

/** What an assistant holds, in counts. */
export interface AssistantStats {
  readonly reports: number;
  readonly places: number;
  readonly years: readonly [number, number] | null;
  readonly facts: number;
  readonly passages: number;
  readonly corpus: readonly string[];
  /** True where a snapshot was used. */
  readonly snapshot: boolean;
  readonly loadMs: number;
}

/** What is held, for autocomplete and menus. */
export interface Held {
  /** Places with reports: name, short name, years held, newest first. */
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly short: string;
    readonly years: readonly number[];
  }[];
  /** Canonical names of indicators with at least one figure. */
  readonly indicators: readonly string[];
}

/** Where a figure stands, wider: for 看原文. */
export interface Surroundings {
  readonly title: string;
  readonly section: readonly string[];
  readonly seed: string;
  /** Cleaned text before the quote, the quote, and after it. */
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** The front door: one corpus, many conversations. `session` is any string; turns of one session lean on one another. */
export interface Assistant {
  /** Never throws for what a user typed. Plain questions and commands (“/targets 常德 2022”, “目标 常德 2022”) alike. */
  ask(session: string, text: string): Answer;
  /** The last answer of a session, for paging, sources, charts and exports. */
  last(session: string): Answer | undefined;
  forget(session: string): void;
  held(): Held;
  stats(): AssistantStats;
  surroundings(citation: { seed: string; start: number; end: number }): Surroundings | undefined;
  /** How the last answer of a session came about, one line each: the reading, the candidates, why. For `:trace`. */
  explain?(session: string): readonly string[];
}
