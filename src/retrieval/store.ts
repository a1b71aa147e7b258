import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Report } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import { type Lexicon, loadLexicon } from '../lexicon/load.js';
import { decodeReport, decodeText, REPORT_PARTS } from './codec.js';
import { openDerived } from './derived.js';
import { type FactRows, openFacts } from './facts-codec.js';
import { gather, type Holdings } from './holdings.js';
import { lru } from './lru.js';
import { createSearching } from './searching.js';
import { settle } from './settle.js';
import {
  defaultCacheDir,
  markUsed,
  type SnapshotIndex,
  type StoredFile,
  type StoredReport,
  sweep,
  sweepUnused,
  writeIndex,
} from './snapshot.js';
import { readSource } from './sources.js';
import type { FactFilter, ReportHead, Store, StoreOptions, StoreStats } from './types.js';

/** Reports and facts kept decoded: enough for a comparison over all provinces twice. */
const REPORTS_KEPT = 64;
/** Text kept for exact search, in UTF-16 units: 48 MB. */
const TEXT_KEPT = 24_000_000;
/** Source files kept for citations. */
const SOURCES_KEPT = 32;

/**
 * Opens the reports of the given folders, from their snapshot where it fits, reading files that are new or have changed.
 * What a person can mend (a folder that is not there, a file that is no text) is in `problems`; throws ConfigError for the vocabulary.
 */
export function openStore(options: StoreOptions & { readonly lexicon?: Lexicon }): Store {
  const started = performance.now();
  const lexicon = options.lexicon ?? loadLexicon();
  const cacheDir = options.cacheDir === undefined ? defaultCacheDir() : options.cacheDir;
  const holdings = gather(options, lexicon, cacheDir);
  const files = holdings.fitting?.files ?? settle(holdings.files, holdings.read);
  const reports = files.flatMap((file) => file.reports).map((report) => withPlace(report, lexicon));
  const digest = holdings.fitting?.digest ?? digestOf(holdings.version, reports);
  const derived = openDerived({
    holdings,
    reports,
    digest,
    dictionary: holdings.fitting?.dictionary,
    lexicon,
  });
  const { warnings, folder } = holdings;
  if (holdings.fitting && folder !== null) markUsed(folder);
  if (!holdings.fitting && folder !== null)
    save(folder, { holdings, files, digest, dictionary: () => derived.writeAll() });

  const byId = new Map(reports.map((report) => [report.head.id, report]));
  const fileOf = new Map(files.flatMap((file) => file.reports.map(({ head }) => [head.id, file])));
  const stored = (id: string): StoredReport => {
    const report = byId.get(id);
    if (!report) throw new Error(`No report has the id ${id}`);
    return report;
  };
  const wholes = lru<Report>(REPORTS_KEPT);
  const factRows = lru<FactRows>(REPORTS_KEPT);
  const texts = lru<string>(TEXT_KEPT, (text) => text.length);
  const sources = lru<{ readonly text?: string }>(SOURCES_KEPT);

  const report = (id: string): Report =>
    wholes.get(id, () => {
      const entry = stored(id);
      return decodeReport(entry.head, holdings.read(entry, REPORT_PARTS));
    });
  const facts = (id: string, filter: FactFilter = {}): readonly Fact[] =>
    factRows
      .get(id, () => {
        const [bytes] = holdings.read(stored(id), ['facts']);
        return openFacts(bytes!, id);
      })
      .where(filter);
  const text = (entry: StoredReport): string =>
    texts.get(entry.head.id, () => decodeText(holdings.read(entry, ['text'])[0]!));

  const heads = reports.map(({ head }) => head);
  return {
    heads,
    problems: [...holdings.problems, ...files.flatMap((file) => file.problems)],
    warnings,
    stats: { ...statsOf(options, heads, holdings, performance.now() - started), digest },
    head: (id) => byId.get(id)?.head,
    report,
    facts,
    fact: (id) => {
      const owner = id.slice(0, Math.max(0, id.lastIndexOf('#')));
      return byId.has(owner) ? facts(owner).find((fact) => fact.id === id) : undefined;
    },
    indicatorFacts: (indicator, filter = {}) => derived.indicators().facts(indicator, filter),
    indicators: () => derived.indicators().indicators,
    source: (id) => {
      const file = fileOf.get(id);
      if (!file) return undefined;
      return sources.get(file.path, () => {
        const read = readSource(file);
        return 'text' in read && read.sha === file.sha ? { text: read.text } : {};
      }).text;
    },
    ...createSearching({ reports, derived, folder, warnings, report, text }),
  };
}

/** Writes tables and index; a disk that refuses costs the snapshot, not the answer. */
function save(
  folder: string,
  made: {
    readonly holdings: Holdings;
    readonly files: readonly StoredFile[];
    readonly digest: string;
    readonly dictionary: () => number;
  },
): void {
  const { holdings, files, digest } = made;
  try {
    const index: SnapshotIndex = { version: holdings.version, files, digest, dictionary: made.dictionary() };
    writeIndex(folder, index);
    sweep(folder, index);
    sweepUnused(dirname(folder));
  } catch (error) {
    holdings.warnings.push(`快照没有写成：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The gazetteer's own entry for the place, so that places can be compared by identity and carry all their names. */
function withPlace(report: StoredReport, lexicon: Lexicon): StoredReport {
  const { place } = report.head;
  const known = place && lexicon.gazetteer.get(place.id);
  return known ? { ...report, head: { ...report.head, place: known } } : report;
}

function digestOf(version: string, reports: readonly StoredReport[]): string {
  const hash = createHash('sha256').update(version);
  for (const { shard, ordinal, head } of reports) {
    hash.update(`\n${shard} ${ordinal} ${head.id} ${head.duplicateOf ?? ''}`);
  }
  return hash.digest('hex').slice(0, 24);
}

function statsOf(
  options: StoreOptions,
  heads: readonly ReportHead[],
  holdings: Holdings,
  loadMs: number,
): Omit<StoreStats, 'digest'> {
  const own = heads.filter((head) => head.duplicateOf === undefined);
  const years = own.flatMap(({ year }) => (year === null ? [] : [year]));
  const sum = (count: (head: ReportHead) => number): number => own.reduce((total, head) => total + count(head), 0);
  return {
    folders: options.folders,
    files: holdings.files.length,
    reports: own.length,
    places: new Set(own.flatMap(({ place }) => (place ? [place.id] : []))).size,
    years: years.length > 0 ? [Math.min(...years), Math.max(...years)] : null,
    facts: sum((head) => head.facts),
    passages: sum((head) => head.passages),
    characters: sum((head) => head.length),
    snapshot: holdings.fitting !== undefined,
    rebuilt: holdings.rebuilt,
    loadMs,
  };
}
