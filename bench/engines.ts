import { createRequire } from 'node:module';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import MiniSearch from 'minisearch';
import { heldPlaces } from '../src/answer/context.js';
import type { Frame } from '../src/frame/types.js';
import type { Lexicon } from '../src/lexicon/load.js';
import { reportsFor } from '../src/matching/reports.js';
import { normalizeQuestion } from '../src/question/normalize.js';
import { parseQuestion } from '../src/question/parse.js';
import type { Store } from '../src/retrieval/types.js';
import type { Document } from './gold.js';

/** The ids of the best documents for a question, best first. */
type Search = (question: string, limit: number) => number[] | Promise<number[]>;

interface Corpus {
  readonly store: Store;
  readonly lexicon: Lexicon;
  readonly documents: readonly Document[];
}

/** Builds an index over the documents: each engine as its users would set it up for Chinese, and the way of this project. */
export const ENGINES: Readonly<Record<string, (corpus: Corpus) => Search | Promise<Search>>> = {
  'this project': thisProject,
  'flexsearch, nodejieba words': flexsearch,
  'MiniSearch, as it comes': (corpus) => miniSearch(corpus),
  'MiniSearch, nodejieba words': (corpus) => miniSearch(corpus, wordsOf(corpus)),
  'MiniSearch, nodejieba words, filtered by place and year': filteredMiniSearch,
  'Orama, its Mandarin tokenizer': orama,
  'SQLite FTS5, trigram': (corpus) => sqlite(corpus, 'trigram', (text) => text, trigrams),
  'SQLite FTS5, nodejieba words': (corpus) => {
    const words = wordsOf(corpus);
    return sqlite(corpus, 'unicode61', (text) => words(text).join(' '), words);
  },
};

const require = createRequire(import.meta.url);
const WORD = /[\p{L}\p{N}]/u;
const wordsOf =
  ({ store }: Corpus) =>
  (text: string): string[] =>
    store
      .segmenter()
      .pieces(text)
      .filter((word) => WORD.test(word));

/** The reading of a question, as the assistant makes it. */
function reader({ store, lexicon }: Corpus): (question: string) => Frame | undefined {
  const held = new Set(heldPlaces(store).map(({ place }) => place.id));
  const known = (text: string): boolean => store.holds(text);
  return (question) => {
    const normalized = normalizeQuestion(question);
    return normalized.ok ? parseQuestion(question, normalized.text, { lexicon, held, known }) : undefined;
  };
}

/** Reports that the slots leave: of the place, and for the year asked for or the one after, which looks back on it. */
function slotted({ store, lexicon }: Corpus, query: Frame | undefined): string[] {
  const period = query?.periods[0]?.value;
  const heads = reportsFor(store, lexicon, {
    place: query?.places[0]?.value,
    period,
    reportYear: query?.reportYear,
  });
  if (period?.kind !== 'year' || query?.reportYear !== undefined) return heads.map(({ id }) => id);
  const near = heads.filter(({ year }) => year === period.from || year === period.from + 1);
  return (near.length > 0 ? near : heads).map(({ id }) => id);
}

function thisProject(corpus: Corpus): Search {
  const { store, documents } = corpus;
  const read = reader(corpus);
  const ids = new Map(documents.map(({ id, report, passage }) => [`${report} ${passage}`, id]));
  // Indexes are made when a report is first searched: here all of them, as the others do.
  for (const { id } of store.heads) store.search({ words: ['发展'], reports: [id], limit: 1 });
  return (question, limit) => {
    const query = read(question);
    const indicators = query?.indicators.map(({ value }) => value) ?? [];
    const words = store.segmenter().cut((query?.content ?? []).join(' '));
    const hits = store.search({
      words: [...indicators.map(({ name }) => name), ...words].filter((word) => WORD.test(word)),
      alternatives: Object.fromEntries(indicators.map(({ name, aliases }) => [name, aliases])),
      phrases: query?.quoted ?? [],
      reports: slotted(corpus, query),
      limit,
    });
    return hits.map(({ report, passage }) => ids.get(`${report} ${passage}`) ?? -1);
  };
}

function flexsearch(corpus: Corpus): Search {
  const { Index } = require('flexsearch') as {
    Index: new (
      options: object,
    ) => { add(id: number, text: string): void; search(text: string, options: object): number[] };
  };
  const index = new Index({ encode: wordsOf(corpus), tokenize: 'strict' });
  for (const { id, title, heading, text } of corpus.documents) index.add(id, `${title}\n${heading}\n${text}`);
  return (question, limit) => index.search(question, { limit, suggest: true });
}

function miniIndex({ documents }: Corpus, tokenize?: (text: string) => string[]): MiniSearch<Document> {
  const index = new MiniSearch<Document>({
    fields: ['title', 'heading', 'text'],
    storeFields: ['report'],
    ...(tokenize ? { tokenize } : {}),
  });
  index.addAll(documents);
  return index;
}

function miniSearch(corpus: Corpus, tokenize?: (text: string) => string[]): Search {
  const index = miniIndex(corpus, tokenize);
  return (question, limit) =>
    index
      .search(question)
      .slice(0, limit)
      .map(({ id }) => id as number);
}

function filteredMiniSearch(corpus: Corpus): Search {
  const index = miniIndex(corpus, wordsOf(corpus));
  const read = reader(corpus);
  return (question, limit) => {
    const query = read(question);
    const reports = new Set(slotted(corpus, query));
    const names = query?.indicators.map(({ value }) => value.name) ?? [];
    return index
      .search([...names, ...(query?.content ?? [])].join(' '), {
        filter: ({ report }) => reports.has(report as string),
      })
      .slice(0, limit)
      .map(({ id }) => id as number);
  };
}

async function orama({ documents }: Corpus): Promise<Search> {
  const index = create({
    schema: { number: 'number', title: 'string', heading: 'string', text: 'string' } as const,
    components: { tokenizer: createTokenizer() },
  });
  await insertMultiple(
    index,
    documents.map(({ id, title, heading, text }) => ({ number: id, title, heading, text })),
    1000,
  );
  return async (question, limit) => {
    const { hits } = await searchOrama(index, { term: question, limit, properties: ['title', 'heading', 'text'] });
    return hits.map(({ document }) => document.number);
  };
}

/** SQLite by WebAssembly: it needs no compiler, and takes about twice the time of the native one. */
function sqlite(
  { documents }: Corpus,
  tokenizer: string,
  prepare: (text: string) => string,
  termsOf: (text: string) => string[],
): Search {
  const { Database } = require('node-sqlite3-wasm') as {
    Database: new (
      path: string,
    ) => {
      exec(sql: string): void;
      prepare(sql: string): { run(values: readonly unknown[]): void; finalize(): void };
      all(sql: string, values: readonly unknown[]): { rowid: number }[];
    };
  };
  const database = new Database(':memory:');
  database.exec(`CREATE VIRTUAL TABLE passages USING fts5(title, heading, text, tokenize='${tokenizer}'); BEGIN`);
  const insert = database.prepare('INSERT INTO passages(rowid, title, heading, text) VALUES (?, ?, ?, ?)');
  for (const { id, title, heading, text } of documents) {
    insert.run([id + 1, prepare(title), prepare(heading), prepare(text)]);
  }
  insert.finalize();
  database.exec('COMMIT');
  return (question, limit) => {
    const terms = [...new Set(termsOf(question))].map((term) => `"${term.replaceAll('"', '""')}"`);
    if (terms.length === 0) return [];
    const match = terms.join(' OR ');
    return database
      .all(`SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ${limit}`, [match])
      .map(({ rowid }) => rowid - 1);
  };
}

function trigrams(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, i) => text.slice(i, i + 3));
}
