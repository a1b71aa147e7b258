import type { CorpusProblem, Report } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import type { Span } from '../text/types.js';
import type { FactFilter } from './facts-codec.js';
import type { Segmenter } from './segmenter.js';

export type { FactFilter } from './facts-codec.js';

/** All that is known of a report without its text: cheap enough to hold for every report. */
export interface ReportHead extends Omit<Report, 'view' | 'sections' | 'passages'> {
  /** Length of the view, in UTF-16 units. */
  readonly length: number;
  readonly passages: number;
  readonly facts: number;
  /** The years in which the periods of its facts end, ascending: where a year is not among them, no figure is for it. */
  readonly ends: readonly number[];
}

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
  /** True where everything came from the snapshot; `rebuilt` counts the files that were read anew. */
  readonly snapshot: boolean;
  readonly rebuilt: number;
  readonly loadMs: number;
}

/** Everything held of one corpus. Reports, facts and indexes are read when first asked for; see docs/ARCHITECTURE.md. */
export interface Store {
  /** Every document, duplicates included (`duplicateOf` says so), in the order of files. */
  readonly heads: readonly ReportHead[];
  readonly problems: readonly CorpusProblem[];
  /** Warnings about the snapshot itself, one line each, in Chinese; shown once. */
  readonly warnings: readonly string[];
  readonly stats: StoreStats;
  head(id: string): ReportHead | undefined;
  /** The whole report. Throws for an id that is not held. */
  report(id: string): Report;
  /** Its facts in text order, or those that the filter lets through. Throws for an id that is not held. */
  facts(id: string, filter?: FactFilter): readonly Fact[];
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
  /** Every report that holds `text` (folded like the views), most occurrences first. `limit` bounds the spans kept per report. */
  findExact(text: string, options?: { readonly reports?: readonly string[]; readonly limit?: number }): ExactHit[];
}

export interface StoreOptions {
  /** Folders or files of reports. A missing one is a problem, not a fault. */
  readonly folders: readonly string[];
  /** Where snapshots are kept; the environment's CACHE_DIR, else .cache/ under the package, else the system's cache folder. null: none. */
  readonly cacheDir?: string | null;
  /** Read every file anew. */
  readonly rebuild?: boolean;
  /** Called from the second second of a build on, with files done and in all. */
  readonly onProgress?: (done: number, total: number) => void;
}
