import type { Report } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { CorpusStore, CorpusVersion, StoredHead } from '../store/types.js';
import { after, NotAtHand, readThrough } from './at-hand.js';
import { type Document, held } from './document.js';
import { factReading, indicatorReading } from './fact-reading.js';
import { Layout, ownHead, reportOf } from './layout.js';
import { createSearching } from './searching.js';
import type { FactFilter, ReportHead, Store, StoreStats, Wanted } from './types.js';

/** Text kept, in UTF-16 units: 36 MB, which is a thousand reports. */
const TEXT_KEPT = 18_000_000;
/** Reports kept with all that leads through them: what is made of one (its sentences, its lists) is kept with it. */
const REPORTS_KEPT = 64;
/** Reports whose layout is kept: each 3 KB, where a table quotes a hundred reports and the next one a hundred others. */
const LAYOUTS_KEPT = 1024;
/** Source files kept for citations, in UTF-16 units. */
const SOURCES_KEPT = 2_000_000;
/** Where fetching is a way over the network more is kept: as many times as much. */
const KEPT_FROM_AFAR = 4;
/** Of so few reports that are read together the files come as well: what is read is mostly quoted. */
const FILES_TOO = 64;

/** What a view is made of. */
export interface ViewFrom {
  readonly corpus: CorpusStore;
  readonly version: CorpusVersion;
  /** Its documents, in the order of files. */
  readonly heads: readonly StoredHead[];
  readonly lexicon: Lexicon;
  readonly problems: Store['problems'];
  readonly warnings: string[];
  readonly stats: Pick<StoreStats, 'snapshot' | 'rebuilt'>;
  /** When opening began, as `performance.now()`. */
  readonly started: number;
  readonly file?: string;
  /** Where the segmenter's dictionary is written. */
  readonly folder: string | null;
  /** The text of the file of a document, where it lies in a folder; undefined where the store keeps it. */
  readonly readFile?: (stored: StoredHead) => string | undefined;
}

/** Opens a version of a corpus for reading. */
export function openView(from: ViewFrom): Store {
  const { corpus, version, lexicon } = from;
  const documents = from.heads.map(
    (stored, ordinal): Document => ({ key: stored.key, ordinal, head: withPlace(stored.head, lexicon), stored }),
  );
  const owns = new Map(documents.map(({ key, head }) => [key, ownHead(head)]));
  const byId = new Map(documents.map((document) => [document.head.id, document]));
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const documentOf = (id: string): Document => {
    const document = byId.get(id);
    if (!document) throw new Error(`No report has the id ${id}`);
    return document;
  };

  // PostgreSQL alone answers later.
  const together = corpus.engine === 'postgres';
  const kept = together ? KEPT_FROM_AFAR : 1;
  const texts = readThrough<number, string>(corpus.texts, TEXT_KEPT, { weigh: (text) => text.length, together });
  const layouts = readThrough<number, Layout>(
    (keys) =>
      after(corpus.layouts(keys), (found) => new Map(found.map((stored) => [stored.key, new Layout(stored)] as const))),
    LAYOUTS_KEPT,
    { together },
  );
  const wholes = readThrough<number, Report>(
    (keys) => {
      // Asked for together: none waits for the other.
      const read = texts.all(keys);
      if (together && keys.length <= FILES_TOO) ahead(sources.fetch(keys));
      const laid = layouts.all(keys);
      const made = (own: ReadonlyMap<number, Layout>, held: ReadonlyMap<number, string>) => {
        const reports = new Map<number, Report>();
        for (const [key, layout] of own) {
          const text = held.get(key);
          if (text !== undefined) reports.set(key, reportOf(owns.get(key)!, text, layout));
        }
        return reports;
      };
      if (read instanceof Promise || laid instanceof Promise)
        return Promise.all([laid, read]).then(([own, held]) => made(own, held));
      return made(laid, read);
    },
    REPORTS_KEPT * kept,
    { together },
  );
  const report = (id: string): Report => held(wholes.get(documentOf(id).key));
  const facts = factReading(corpus, byKey);
  const indicators = indicatorReading(corpus, byKey);
  const sources = readThrough<number, string>(
    (keys) =>
      from.readFile
        ? new Map(
            keys.flatMap((key) => {
              const text = from.readFile!(byKey.get(key)!.stored);
              return text === undefined ? [] : [[key, text] as const];
            }),
          )
        : corpus.sources(keys),
    SOURCES_KEPT * kept,
    { weigh: (text) => text.length, together },
  );
  const searching = createSearching({ corpus, version: version.number, documents, texts, wholes, folder: from.folder });

  const factsOf = (id: string, filter: FactFilter = {}): readonly Fact[] => facts.get(documentOf(id).key, filter);
  const heads = documents.map(({ head }) => head);
  /** What was foreseen and is on its way. */
  const coming = new Set<Promise<unknown>>();
  function ahead(fetched: Promise<unknown> | undefined): void {
    if (!fetched) return;
    // A fault is told to whoever needs it: it is fetched again then.
    const settled = fetched.catch(() => undefined).finally(() => coming.delete(settled));
    coming.add(settled);
  }
  const keyed = ({ report: id, filter = {} }: { readonly report: string; readonly filter?: FactFilter }) =>
    [documentOf(id).key, filter] as const;
  const fetching = (wanted: Wanted): Promise<unknown>[] => {
    const keysOf = (ids: readonly string[] = []) => ids.flatMap((id) => byId.get(id)?.key ?? []);
    return [
      wholes.fetch(keysOf(wanted.reports)),
      sources.fetch(keysOf(wanted.sources)),
      facts.fetch((wanted.facts ?? []).map(keyed)),
      facts.fetchNear((wanted.near ?? []).map(keyed)),
      indicators.fetch((wanted.indicators ?? []).map(({ indicator, filter }) => [indicator, filter ?? {}])),
    ].filter((promise) => promise !== undefined);
  };

  return {
    heads,
    ...(from.file === undefined ? {} : { file: from.file }),
    problems: from.problems,
    warnings: from.warnings,
    stats: { ...statsOf(version, heads, performance.now() - from.started), ...from.stats },
    head: (id) => byId.get(id)?.head,
    report,
    facts: factsOf,
    factsNear: (wanted, isNear) =>
      facts.near(wanted.map(keyed), (document, at) => isNear(byKey.get(document)!.head.id, at)),
    fact(id) {
      const owner = id.slice(0, Math.max(0, id.lastIndexOf('#')));
      return byId.has(owner) ? factsOf(owner).find((fact) => fact.id === id) : undefined;
    },
    indicatorFacts: (indicator, filter = {}) => indicators.get(indicator, filter),
    indicators: () => version.indicators,
    source(id) {
      const document = byId.get(id);
      return document && sources.get(document.key);
    },
    ...searching,
    want(wanted) {
      const started = fetching(wanted);
      if (started.length > 0) throw new NotAtHand(Promise.all(started));
    },
    foresee(wanted) {
      if (together) for (const fetched of fetching(wanted)) ahead(fetched);
    },
    foreseen: () => (coming.size > 0 ? Promise.all(coming) : undefined),
    hold() {
      const holds = [texts, layouts, wholes, facts, indicators, sources, searching].map((part) => part.hold());
      return () => {
        for (const release of holds) release();
      };
    },
    close: () => void corpus.close(),
  };
}

/** The gazetteer's own entry for the place, so that places can be compared by identity and carry all their names. */
function withPlace(head: ReportHead, lexicon: Lexicon): ReportHead {
  const known = head.place && lexicon.gazetteer.get(head.place.id);
  return known ? { ...head, place: known } : head;
}

function statsOf(
  version: CorpusVersion,
  heads: readonly ReportHead[],
  loadMs: number,
): Omit<StoreStats, 'snapshot' | 'rebuilt'> {
  const own = heads.filter((head) => head.duplicateOf === undefined);
  const years = own.flatMap(({ year }) => (year === null ? [] : [year]));
  const sum = (count: (head: ReportHead) => number): number => own.reduce((total, head) => total + count(head), 0);
  return {
    digest: version.digest,
    folders: version.folders,
    files: version.files,
    reports: own.length,
    places: new Set(own.flatMap(({ place }) => (place ? [place.id] : []))).size,
    years: years.length > 0 ? [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))] : null,
    facts: sum((head) => head.facts),
    passages: sum((head) => head.passages),
    characters: sum((head) => head.length),
    loadMs,
  };
}
