import { transcode } from 'node:buffer';
import { createRequire } from 'node:module';
import { sqliteFault } from './faults.js';
import { joined, unpackPosting } from './packing.js';
import { FACT_COLUMNS } from './rows.js';
import { createSchema } from './sqlite-schema.js';
import { sqliteWriter } from './sqlite-writer.js';
import type {
  Claim,
  ClaimQuery,
  CorpusStore,
  CorpusWriter,
  FactOutline,
  FactRow,
  Posting,
  StoredHead,
  StoredLayout,
} from './types.js';
import type { VersionInfo } from './writing.js';
import { boundsOf } from './years.js';

/** The part of libsql that is used; its calls are those of better-sqlite3. */
export interface SqliteStatement {
  /** True where it gives rows. */
  readonly reader: boolean;
  raw(on: boolean): SqliteStatement;
  run(...values: unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
  iterate(...values: unknown[]): Iterable<unknown>;
  columns(): readonly { readonly name: string }[];
}
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement;
  exec(sql: string): void;
  close(): void;
}

const require = createRequire(import.meta.url);

/** How long a statement waits for another process that is writing, in ms. */
const PATIENCE_MS = 10_000;

export type SqliteStore = CorpusStore & CorpusWriter;

/** A statement of one connection, prepared when first used, whose rows come as lists. */
export type Prepared = (sql: string) => SqliteStatement;

export interface SqliteOptions {
  /** Opens for reading alone: nothing is created, and nothing is locked for writing. */
  readonly readOnly?: boolean;
  /** Pages of 4 KB that the file may have at most. */
  readonly mostPages?: number;
  /** How long a statement waits for another process that is writing, in ms. */
  readonly patience?: number;
}

/** A connection to a file; nothing is created where `readOnly`. */
export function openDatabase(path: string, readOnly: boolean): SqliteDatabase {
  const Database = require('libsql') as new (path: string) => SqliteDatabase;
  return new Database(readOnly ? `file:${encodeURI(path)}?mode=ro` : path);
}

/**
 * Opens a corpus in one SQLite file, made where it is not there yet.
 * Everything is read at once, without promises. Throws StoreError for a file that cannot be used, saying what to do.
 */
export function openSqlite(
  path: string,
  { readOnly = false, mostPages, patience = PATIENCE_MS }: SqliteOptions = {},
): SqliteStore {
  let database: SqliteDatabase | undefined;
  try {
    database = openDatabase(path, readOnly);
    database.exec(`PRAGMA busy_timeout = ${patience}`);
    if (!readOnly) {
      // One file, readable wherever it is copied to; what is written can be read out of the reports again.
      database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -4000');
    }
    if (mostPages !== undefined) database.exec(`PRAGMA max_page_count = ${mostPages}`);
    createSchema(database, readOnly);
  } catch (error) {
    database?.close();
    throw sqliteFault(path, error);
  }
  const opened = database;
  const statements = new Map<string, SqliteStatement>();
  const prepared: Prepared = (sql) => {
    let statement = statements.get(sql);
    if (!statement) {
      const made = opened.prepare(sql);
      statement = made.reader ? made.raw(true) : made;
      statements.set(sql, statement);
    }
    return statement;
  };
  const store = { ...sqliteReader(prepared), ...sqliteWriter(opened, prepared), close: () => opened.close() };
  return guarded(store, (error) => sqliteFault(path, error));
}

/** A store whose errors are said in one line. */
function guarded<S extends object>(store: S, fault: (error: unknown) => unknown): S {
  const entries = Object.entries(store).map(([name, member]) => {
    if (typeof member !== 'function') return [name, member] as const;
    const call = (...values: unknown[]): unknown => {
      try {
        return (member as (...values: unknown[]) => unknown)(...values);
      } catch (error) {
        throw fault(error);
      }
    };
    return [name, call] as const;
  });
  return Object.fromEntries(entries) as S;
}

const COLUMNS = FACT_COLUMNS.map((name) => `f.${name}`).join(', ');
/** Lists come as one JSON text: building it costs a third of handing over the values one by one. */
const ROWS = `CAST(json_group_array(json_array(${COLUMNS}, f.document)) AS BLOB)`;
/** What an outline is made of, as one list of values: a fifth of what the facts themselves cost. */
const OUTLINES = `CAST('[' || coalesce(group_concat(f.document || ',' || f.number || ',' || f.sentence_start || ',' || f.sentence_end || ',' || json_quote(f.indicator)), '') || ']' AS BLOB)`;
const OUTLINE_VALUES = 5;
const GIVEN = (n: string): string => `(SELECT value FROM json_each(${n}))`;

function sqliteReader(prepared: Prepared): Omit<CorpusStore, 'close'> {
  const json = <T>(sql: string, ...values: unknown[]): T => {
    const [bytes] = prepared(sql).get(...values) as [Uint8Array];
    return JSON.parse(textOf(bytes)) as T;
  };
  return {
    engine: 'sqlite',
    version() {
      const row = prepared(
        'SELECT number, digest, program, info, (SELECT count(*) FROM file) FROM version ORDER BY number DESC LIMIT 1',
      ).get() as [number, string, string, string, number] | undefined;
      if (!row) return undefined;
      const [number, digest, program, info, files] = row;
      return {
        number,
        digest,
        program,
        ...(JSON.parse(info) as VersionInfo),
        files,
      };
    },
    heads(version) {
      const rows = json<[number, number, string, StoredHead['head']][]>(
        `SELECT CAST(json_group_array(json_array(document, folder, sha, json(head))) AS BLOB) FROM listed
         WHERE added <= ?1 AND (removed IS NULL OR removed > ?1)`,
        version,
      );
      return rows.map(([key, folder, sha, head]) => ({ key, folder, sha, head }));
    },
    claims(query) {
      const { sql, values } = claimSql(ROWS, query);
      return json<unknown[][]>(sql, ...values).map(claimOf);
    },
    steps: {
      outlines(query) {
        const { sql, values } = claimSql(OUTLINES, query);
        return outlinesOf(json<(number | string | null)[]>(sql, ...values));
      },
      numbered: (facts) =>
        json<unknown[][]>(
          `SELECT ${ROWS} FROM json_each(?) given CROSS JOIN fact f
           ON f.document = given.value ->> 0 AND f.number = given.value ->> 1`,
          JSON.stringify(facts),
        ).map(claimOf),
    },
    texts(documents) {
      const statement = prepared('SELECT CAST(text AS BLOB) FROM document WHERE key = ?');
      return new Map(
        documents.flatMap((key) => {
          const row = statement.get(key) as [Uint8Array] | undefined;
          return row ? [[key, textOf(row[0])] as const] : [];
        }),
      );
    },
    layouts(documents) {
      const statement = prepared(
        'SELECT CAST(offsets AS BLOB), CAST(sections AS BLOB), CAST(passages AS BLOB) FROM document WHERE key = ?',
      );
      return documents.flatMap((key): StoredLayout[] => {
        const row = statement.get(key) as Uint8Array[] | undefined;
        if (!row) return [];
        const [offsets, sections, passages] = row.map(textOf) as [string, string, string];
        return [{ key, offsets, sections, passages }];
      });
    },
    sources: () => new Map(),
    postings(words) {
      const found = new Map<string, Posting>();
      const statement = prepared(
        `SELECT word, documents FROM json_each(?) given CROSS JOIN segment CROSS JOIN posting
         ON posting.segment = segment.number AND posting.word = given.value`,
      );
      for (const [word, bytes] of statement.all(JSON.stringify(words)) as [string, ArrayBuffer][]) {
        const posting = unpackPosting(new Uint8Array(bytes));
        const before = found.get(word);
        found.set(word, before ? joined(before, posting) : posting);
      }
      return found;
    },
    // Reading a text here costs no more than having it looked through.
    holding: (_text, documents) => documents,
    dictionary(version) {
      const [body] = prepared(
        'SELECT CAST(d.body AS BLOB) FROM version v JOIN dictionary d ON d.number = v.dictionary WHERE v.number = ?',
      ).get(version) as [Uint8Array | ArrayBuffer];
      return bytesOf(body);
    },
  };
}

/** The document stands behind the columns: taken off the end, it leaves the row as it is. */
function claimOf(row: unknown[]): Claim {
  const document = row.pop() as number;
  return { document, row: row as FactRow };
}

function outlinesOf(values: readonly (number | string | null)[]): FactOutline[] {
  const outlines: FactOutline[] = [];
  for (let i = 0; i < values.length; i += OUTLINE_VALUES)
    outlines.push({
      document: values[i] as number,
      number: values[i + 1] as number,
      sentence: { start: values[i + 2] as number, end: values[i + 3] as number },
      indicator: values[i + 4] as string | null,
    });
  return outlines;
}

/** What the library gives for a BLOB, without a copy. */
function bytesOf(bytes: Uint8Array | ArrayBuffer): Buffer {
  return bytes instanceof ArrayBuffer
    ? Buffer.from(bytes)
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The same as toString('utf8') for sound bytes, several times as fast for Chinese. */
function textOf(bytes: Uint8Array | ArrayBuffer): string {
  const buffer = bytesOf(bytes);
  return buffer.length === 0 ? '' : transcode(buffer, 'utf8', 'utf16le').toString('utf16le');
}

/** One statement for each shape of query and what is selected, so that few are prepared. */
function claimSql(select: string, query: ClaimQuery): { sql: string; values: unknown[] } {
  const { documents, indicator, places, years, to, facet, headline } = query;
  const from =
    indicator === undefined ? 'fact f' : 'claim c CROSS JOIN fact f ON f.document = c.document AND f.number = c.number';
  const where: string[] = [];
  const values: unknown[] = [];
  const add = (condition: string, value: unknown): void => {
    where.push(condition);
    values.push(value);
  };
  const at = indicator === undefined ? 'f' : 'c';
  if (indicator !== undefined) add('c.indicator = ?', indicator);
  if (documents) add(`${at}.document IN ${GIVEN('?')}`, JSON.stringify(documents));
  if (places) add(`${at}.place IN ${GIVEN('?')}`, JSON.stringify(places));
  if (to !== undefined) add(`${at}.year_to = ?`, to);
  if (years) {
    const { bounds, gaps } = boundsOf(years);
    if (bounds) {
      add(`${at}.year_to >= ?`, bounds.from);
      add(`${at}.year_from <= ?`, bounds.to);
    }
    if (gaps)
      add(
        `EXISTS (SELECT 1 FROM json_each(?) y WHERE ${at}.year_from <= y.value AND y.value <= ${at}.year_to)`,
        JSON.stringify(years),
      );
  }
  if (facet) add('f.facet = ?', facet);
  if (headline) where.push('f.headline = 1');
  return { sql: `SELECT ${select} FROM ${from} WHERE ${where.join(' AND ') || '1'}`, values };
}

const DISK: ReadonlySet<string> = new Set([
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_PERM',
  'SQLITE_BUSY',
  'SQLITE_IOERR',
]);
const DAMAGE: ReadonlySet<string> = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

/** True where the file cannot be written: the disk is full, it may not be written to, or another program has locked it. */
export const isDiskRefusal = (error: unknown): boolean =>
  has(error, DISK) || /打不开/.test(error instanceof Error ? error.message : '');

/** True where the file is not what SQLite wrote. */
export const isDamage = (error: unknown): boolean => has(error, DAMAGE);

function has(error: unknown, codes: ReadonlySet<string>): boolean {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (cause !== undefined && has(cause, codes)) return true;
  return typeof code === 'string' && [...codes].some((known) => code === known || code.startsWith(`${known}_`));
}
