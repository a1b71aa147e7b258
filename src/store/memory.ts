import { columnAt } from './rows.js';
import type {
  Claim,
  ClaimQuery,
  CorpusStore,
  CorpusVersion,
  CorpusWriter,
  FactRow,
  KnownFile,
  NewDocument,
  StoredHead,
  Written,
} from './types.js';

interface Held extends NewDocument {
  readonly rows: readonly FactRow[];
  readonly source: string;
}

interface HeldVersion {
  readonly version: CorpusVersion;
  readonly heads: readonly StoredHead[];
  readonly dictionary: string;
}

/** A corpus in memory: for tests, and where nothing can be written. Gone with the process. */
export function openMemory(): CorpusStore & CorpusWriter {
  const documents = new Map<number, Held>();
  const readings = new Map<string, readonly Written[]>();
  const words = new Map<string, { readonly documents: number[]; readonly passages: number[] }>();
  const versions: HeldVersion[] = [];
  let files: readonly KnownFile[] = [];

  const versionOf = (number: number): HeldVersion => {
    const found = versions.find(({ version }) => version.number === number);
    if (!found) throw new Error(`There is no version ${number}`);
    return found;
  };
  const claimsOf = (key: number, held: Held, { indicator }: ClaimQuery): Claim[] => {
    const named = new Set(held.namesakes.filter(([id]) => id === indicator).map(([, number]) => number));
    const of = (row: FactRow): boolean =>
      indicator === undefined || row[INDICATOR] === indicator || named.has(row[NUMBER] as number);
    return held.rows.filter(of).map((row) => ({ document: key, row }));
  };

  return {
    engine: 'memory',
    version: () => versions.at(-1)?.version,
    heads: (version) => versionOf(version).heads,
    claims(query) {
      const keys = query.documents ?? [...documents.keys()];
      const fits = fitter(query);
      return keys.flatMap((key) => {
        const held = documents.get(key);
        return held ? claimsOf(key, held, query).filter(({ row }) => fits(row)) : [];
      });
    },
    texts: (keys) =>
      new Map(keys.flatMap((key) => (documents.has(key) ? [[key, documents.get(key)!.text] as const] : []))),
    layouts: (keys) =>
      keys.flatMap((key) => {
        const held = documents.get(key);
        if (!held) return [];
        const { offsets, sections, passages } = held;
        return [{ key, offsets, sections, passages }];
      }),
    sources: (keys) =>
      new Map(keys.flatMap((key) => (documents.has(key) ? [[key, documents.get(key)!.source] as const] : []))),
    postings: (wanted) =>
      new Map(wanted.flatMap((word) => (words.has(word) ? [[word, words.get(word)!] as const] : []))),
    holding: (_text, keys) => keys,
    dictionary: (version) => Buffer.from(versionOf(version).dictionary, 'utf8'),
    close: () => undefined,

    files: () => files,
    written: (names) =>
      new Map(names.flatMap((name) => (readings.has(name) ? [[name, readings.get(name)!] as const] : []))),
    put(added) {
      // What is malformed is found before anything is kept.
      const parsed = added.map(({ documents: read, ...reading }) => ({
        ...reading,
        documents: read.map((document) => ({ ...document, rows: JSON.parse(document.facts) as FactRow[] })),
      }));
      for (const { name, documents: read, source } of parsed) {
        if (readings.has(name)) continue;
        const written = read.map((document): Written => {
          const key = documents.size + 1;
          documents.set(key, { ...document, source });
          for (const [word, passages] of JSON.parse(document.words) as [string, number][]) {
            const posting = words.get(word) ?? { documents: [], passages: [] };
            posting.documents.push(key);
            posting.passages.push(passages);
            words.set(word, posting);
          }
          return { key, head: document.head, fingerprint: document.fingerprint, indicators: document.indicators };
        });
        readings.set(name, written);
      }
    },
    wordNumbers: (keys) => keys.flatMap((key) => documents.get(key)?.wordNumbers ?? []),
    commit({ files: read, reports, dictionary, names: _names, ...version }) {
      files = read;
      if (versions.at(-1)?.version.digest === version.digest) return;
      const number = versions.length + 1;
      versions.push({
        version: { ...version, number, files: read.length },
        heads: reports,
        dictionary: typeof dictionary === 'string' ? dictionary : versionOf(dictionary).dictionary,
      });
    },
  };
}

const [NUMBER, INDICATOR, PLACE, FROM, TO, FACET, HEADLINE] = (
  ['number', 'indicator', 'place', 'year_from', 'year_to', 'facet', 'headline'] as const
).map(columnAt) as [number, number, number, number, number, number, number];

function fitter({ places, years, to, facet, headline }: ClaimQuery): (row: FactRow) => boolean {
  const among = places && new Set(places);
  return (row) =>
    (!among || among.has(row[PLACE] as string)) &&
    (to === undefined || row[TO] === to) &&
    (facet === undefined || row[FACET] === facet) &&
    (headline === undefined || row[HEADLINE] === 1) &&
    (years === undefined || years.some((year) => (row[FROM] as number) <= year && year <= (row[TO] as number)));
}
