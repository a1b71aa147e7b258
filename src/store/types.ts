import type { CorpusProblem, Passage, Report, Section } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import type { Span } from '../text/types.js';

/** What an engine gives: at once where it can (SQLite, memory), else later (PostgreSQL). */
export type MaybePromise<T> = T | Promise<T>;

/** All that is known of a report without its text: cheap enough to hold for every report. */
export interface ReportHead extends Omit<Report, 'view' | 'sections' | 'passages'> {
  /** Length of the view, in UTF-16 units. */
  readonly length: number;
  readonly passages: number;
  readonly facts: number;
  /** The years in which the periods of its facts end, ascending: where a year is not among them, no figure is for it. */
  readonly ends: readonly number[];
}

/** Which facts are wanted. A field that is absent does not narrow. */
export interface FactFilter {
  /** Gazetteer ids of the fact's place. */
  readonly places?: readonly string[];
  readonly reports?: ReadonlySet<string>;
  /** Years of which the fact's period must hold at least one. */
  readonly years?: readonly number[];
  /** The year in which its period ends. */
  readonly to?: number;
  readonly facet?: Fact['facet'];
  /** Only those of the sentence of main expected targets. */
  readonly headline?: true;
}

/** A document as a version of the corpus has it. `key` names its content, which never changes. */
export interface StoredHead {
  readonly key: number;
  /** The folder that its file lies in, as a place in `CorpusVersion.folders`. */
  readonly folder: number;
  /** Digest of the file's bytes. */
  readonly sha: string;
  readonly head: ReportHead;
}

/** A state of the corpus. Readers keep the one they began with. */
export interface CorpusVersion {
  readonly number: number;
  /** Changes whenever a report, or what is read out of one, changes. */
  readonly digest: string;
  /** Digest of the code and configuration that read the reports. */
  readonly program: string;
  readonly folders: readonly string[];
  /** Ids of the indicators that at least one fact carries, in the order of reports. */
  readonly indicators: readonly string[];
  readonly problems: readonly CorpusProblem[];
  /** Digest of the set of words that its dictionary is of. */
  readonly words: string;
  readonly files: number;
}

/** Facts as an engine gives them: one list of values a fact, in the order of `FACT_COLUMNS`. */
export type FactRow = readonly (string | number | null)[];

/** Which facts an engine is to give: those of documents, or those of an indicator over all documents. */
export interface ClaimQuery extends Omit<FactFilter, 'reports'> {
  /** Keys of documents. */
  readonly documents?: readonly number[];
  /** An indicator's id: facts that carry it, and those that carry none but go by a name of it. */
  readonly indicator?: string;
}

/** A fact with the document it is of. */
export interface Claim {
  readonly document: number;
  readonly row: FactRow;
}

/** Where a fact stands and of which indicator it is: what tells whether the fact itself is worth reading. */
export interface FactOutline {
  readonly document: number;
  readonly number: number;
  readonly sentence: Span;
  readonly indicator: string | null;
}

/** Facts in two steps, for engines to which a second look costs little: where they stand, then those that are wanted. */
export interface FactSteps {
  /** The outlines of the facts that `claims` gives. */
  outlines(query: ClaimQuery): readonly FactOutline[];
  /** The facts of these numbers, in no order. */
  numbered(facts: readonly (readonly [document: number, number: number])[]): readonly Claim[];
}

/** What leads through the text of a document. */
export interface StoredLayout {
  readonly key: number;
  /** The way back to the file's offsets: runs of [first offset, length]. */
  readonly offsets: string;
  /** `Section[]` and `Passage[]`, as JSON. */
  readonly sections: string;
  readonly passages: string;
}

/** The documents that hold a word, by their keys in no order, with the passages of each that hold it. */
export interface Posting {
  readonly documents: readonly number[];
  readonly passages: readonly number[];
}

/** Where a corpus is kept. Few methods, each for a set, so that a turn needs one or two round trips. */
export interface CorpusStore {
  readonly engine: 'sqlite' | 'postgres' | 'memory';
  /** The newest version; undefined where none was written yet. */
  version(): MaybePromise<CorpusVersion | undefined>;
  /** The documents of a version, in no order. */
  heads(version: number): MaybePromise<readonly StoredHead[]>;
  claims(query: ClaimQuery): MaybePromise<readonly Claim[]>;
  /** Absent where every look is a way over the network, or none costs anything. */
  readonly steps?: FactSteps;
  /** Texts by key; a document that is held no longer is left out. */
  texts(documents: readonly number[]): MaybePromise<ReadonlyMap<number, string>>;
  /** Of the same documents, where they are held, what leads through their texts. */
  layouts(documents: readonly number[]): MaybePromise<readonly StoredLayout[]>;
  /** The file of each document as it was read, where the engine keeps files; by key. */
  sources(documents: readonly number[]): MaybePromise<ReadonlyMap<number, string>>;
  /** By word; a word that no document holds is left out. */
  postings(words: readonly string[]): MaybePromise<ReadonlyMap<string, Posting>>;
  /** Which of the documents may hold a text, compared without regard to the case of Latin letters. */
  holding(text: string, documents: readonly number[]): MaybePromise<readonly number[]>;
  /** The segmenter's dictionary of a version, as UTF-8: the lines of the words that its reports hold. */
  dictionary(version: number): MaybePromise<Uint8Array>;
  close(): MaybePromise<void>;
}

/** A document to be written. */
export interface NewDocument {
  readonly head: ReportHead;
  /** Tells equal texts: see `markDuplicates`. */
  readonly fingerprint: string;
  readonly text: string;
  readonly offsets: string;
  readonly sections: string;
  readonly passages: string;
  /** Facts as rows, as JSON, and the indicators that they carry in order of first mention. */
  readonly facts: string;
  readonly indicators: readonly string[];
  /** Pairs of (indicator, number of the fact) for facts that carry none but go by its name. */
  readonly namesakes: readonly (readonly [indicator: string, fact: number])[];
  /** Numbers of its words in the program's word list, packed by `packNumbers`. */
  readonly wordNumbers: Uint8Array;
  /** Pairs of [word, passages that hold it], as JSON. */
  readonly words: string;
}

/** What was read of a file: its name says which bytes of which file were read by which program. */
export interface NewReading {
  readonly name: string;
  readonly sha: string;
  readonly documents: readonly NewDocument[];
  /** The file's text, for engines that keep it. */
  readonly source: string;
}

/** A document that is written, as the build needs it to decide what only the whole corpus tells. */
export interface Written {
  readonly key: number;
  readonly head: ReportHead;
  readonly fingerprint: string;
  readonly indicators: readonly string[];
}

/** A file as it looked when it was read. */
export interface KnownFile {
  readonly folder: string;
  readonly seed: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** '' where it could not be read. */
  readonly sha: string;
  readonly reading: string;
  readonly problems: readonly CorpusProblem[];
}

/** A version to be switched to. */
export interface NewVersion extends Omit<CorpusVersion, 'number' | 'files'> {
  readonly files: readonly KnownFile[];
  readonly reports: readonly StoredHead[];
  /** The text of its dictionary, or the number of a version that has the same one. */
  readonly dictionary: string | number;
  /** What the codes of places and indicators mean, for people who read the tables. */
  readonly names: Names;
}

export interface Names {
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly level: string;
    readonly parent?: string;
  }[];
  readonly indicators: readonly {
    readonly id: string;
    readonly name: string;
    readonly measure: string;
    readonly units: readonly string[];
  }[];
}

/** The side of a store that a build writes to. A build that is killed leaves what it had put, and the version before. */
export interface CorpusWriter {
  /** Files as the newest version knows them. */
  files(): MaybePromise<readonly KnownFile[]>;
  /** What is already written under these names of readings. */
  written(names: readonly string[]): MaybePromise<ReadonlyMap<string, readonly Written[]>>;
  /** Writes readings, all or none; one that is there already is left as it is. Nobody sees them before `commit`. */
  put(readings: readonly NewReading[]): MaybePromise<void>;
  /** Each document's `wordNumbers`. */
  wordNumbers(documents: readonly number[]): MaybePromise<readonly Uint8Array[]>;
  /** Switches to a version as a whole. Documents that were left long ago are deleted. */
  commit(version: NewVersion): MaybePromise<void>;
}

export type { CorpusProblem, Passage, Section };
