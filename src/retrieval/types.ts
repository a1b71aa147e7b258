import type { CorpusProblem, Report } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import type { FactFilter, ReportHead } from '../store/types.js';
import type { Span } from '../text/types.js';
import type { Segmenter } from './segmenter.js';

export type { FactFilter, ReportHead } from '../store/types.js';

/** What to look for in passages. */
export interface PassageQuery {
  /** The words that matter, as cut by the segmenter. */
  readonly words: readonly string[];
  /** Other names that count as a word of `words`: those of an indicator. */
  readonly alternatives?: Readonly<Record<string, readonly string[]>>;
  /** Runs of characters that should stand as they are: quoted terms, names. They weigh more than their words. */
  readonly phrases?: readonly string[];
  /** Reports to look in; all that are no duplicates when absent. */
  readonly reports?: readonly string[];
  readonly limit: number;
}

export interface PassageHit {
  readonly report: string;
  /** Index into `report.passages`. */
  readonly passage: number;
  readonly score: number;
  /** The words and phrases of the query that the passage holds, and those that stand only in its headings. */
  readonly matched: readonly string[];
  readonly inHeading: readonly string[];
  /** The words and phrases of the query that neither holds. */
  readonly missing: readonly string[];
}

/** Where an exact text occurs in one report. */
export interface ExactHit {
  readonly report: string;
  readonly count: number;
  /** Offsets into the report's view, in order; at most the limit asked for. */
  readonly spans: readonly Span[];
}

export interface StoreStats {
  /** Changes whenever a report, or what is read out of one, changes. */
  readonly digest: string;
  readonly folders: readonly string[];
  readonly files: number;
  readonly reports: number;
  readonly places: number;
  readonly years: readonly [number, number] | null;
  readonly facts: number;
  readonly passages: number;
  readonly characters: number;
  /** True where nothing had to be read anew; `rebuilt` counts the files that were. */
  readonly snapshot: boolean;
  readonly rebuilt: number;
  readonly loadMs: number;
}

/** Where a fact stands, and of which indicator it is. */
export type FactPlace = Pick<Fact, 'sentence'> & { readonly indicator?: string | null | undefined };

/** What a turn is about to need: fetched together, in one round trip where the store is not in this process. */
export interface Wanted {
  /** Ids of reports whose text is read. */
  readonly reports?: readonly string[];
  /** Ids of reports whose facts are read, each with its filter. */
  readonly facts?: readonly { readonly report: string; readonly filter?: FactFilter }[];
  /** Ids of reports of whose facts those near something are read (`factsNear`), each with its filter. */
  readonly near?: readonly { readonly report: string; readonly filter?: FactFilter }[];
  readonly indicators?: readonly { readonly indicator: string; readonly filter?: FactFilter }[];
  /** Ids of reports whose files are quoted. */
  readonly sources?: readonly string[];
}

/**
 * One version of a corpus, as the core reads it: synchronous, read when first asked for, kept while it is used.
 * Where the store is not in this process, what is not at hand is thrown as NotAtHand, and the turn is run again (`attempt`).
 */
export interface Store {
  /** Every document, duplicates included (`duplicateOf` says so), in the order of files. */
  readonly heads: readonly ReportHead[];
  readonly problems: readonly CorpusProblem[];
  /** Warnings about the store itself, one line each, in Chinese; shown once. */
  readonly warnings: readonly string[];
  readonly stats: StoreStats;
  head(id: string): ReportHead | undefined;
  /** The whole report. Throws for an id that is not held. */
  report(id: string): Report;
  /** Its facts in text order, or those that the filter lets through. Throws for an id that is not held. */
  facts(id: string, filter?: FactFilter): readonly Fact[];
  /**
   * Of the facts of reports, each with its filter, those that stand near what is looked for: in a sentence that speaks of it, or of its indicator.
   * What the others say is not read.
   */
  factsNear(
    wanted: readonly { readonly report: string; readonly filter?: FactFilter }[],
    isNear: (report: string, at: FactPlace) => boolean,
  ): readonly (readonly Fact[])[];
  /** One fact by its id (changde-2022#17). */
  fact(id: string): Fact | undefined;
  /**
   * Facts of an indicator over all reports that are no duplicates, in the order of heads, then of the text; with them
   * those that carry no indicator but go by a name of it.
   */
  indicatorFacts(indicator: string, filter?: FactFilter): readonly Fact[];
  /** Ids of the indicators that at least one fact carries. */
  indicators(): readonly string[];
  /** The text of the file that a report stands in, as it was read; undefined where it has gone or changed since. */
  source(id: string): string | undefined;
  /** The segmenter of this corpus. The first call loads its dictionary. */
  segmenter(): Segmenter;
  /** Number of passages, over all reports, that hold the word; for a word that is in no dictionary, of its occurrences. */
  frequency(word: string): number;
  search(query: PassageQuery): PassageHit[];
  /**
   * Every report that holds `text` (folded like the views), most occurrences first. `limit` bounds the spans kept per report; with `wholeWords`
   * those of a short word that stand astride two others (村超 in 农村超市) are passed over.
   */
  findExact(
    text: string,
    options?: { readonly reports?: readonly string[]; readonly limit?: number; readonly wholeWords?: boolean },
  ): ExactHit[];
  /** True where a report that is no duplicate holds the text, as `findExact` finds it. */
  holds(text: string): boolean;
  /** Fetches what is not at hand of these. Throws NotAtHand; does nothing where the store gives at once what is asked. */
  want(wanted: Wanted): void;
  /** Starts fetching what will likely be needed soon, and goes on. Does nothing where the store gives at once what is asked. */
  foresee(wanted: Wanted): void;
  /** Settled when what was foreseen has come; undefined where nothing is on its way. */
  foreseen(): Promise<unknown> | undefined;
  /** Until the function it gives is called, nothing that is read from now on is dropped. */
  hold(): () => void;
  /** The SQLite file that it is read from, where it is. */
  readonly file?: string;
  close(): void;
}

export interface StoreOptions {
  /** Folders or files of reports. A missing one is a problem, not a fault. */
  readonly folders: readonly string[];
  /** Where the SQLite file is kept; the environment's CACHE_DIR, else .cache/ under the package, else the system's cache folder. null: in memory. */
  readonly cacheDir?: string | null;
  /** How long the SQLite file is waited for where another process is writing, in ms. */
  readonly patience?: number;
  /** Read every file anew. */
  readonly rebuild?: boolean;
  /** Called from the second second of a build on, with files done and in all. */
  readonly onProgress?: (done: number, total: number) => void;
}
