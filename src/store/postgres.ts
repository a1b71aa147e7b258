import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StoreError } from './errors.js';
import { postgresFault, whereOf } from './faults.js';
import { joined, unpackPosting } from './packing.js';
import { createSchema } from './postgres-schema.js';
import { postgresWriter } from './postgres-writer.js';
import { FACT_COLUMNS } from './rows.js';
import type {
  Claim,
  ClaimQuery,
  CorpusStore,
  CorpusWriter,
  FactRow,
  Posting,
  StoredHead,
  StoredLayout,
} from './types.js';
import type { VersionInfo } from './writing.js';
import { boundsOf } from './years.js';

export type PostgresStore = CorpusStore & CorpusWriter;

export interface PostgresOptions {
  /** Makes or upgrades the tables; without it a role that may only read is enough. */
  readonly write?: boolean;
}

const CONNECTIONS = 6;
const CONNECT_TIMEOUT_MS = 5000;
/** A statement that takes longer is given up. */
const READ_TIMEOUT_MS = 20_000;
/** A query whose connection broke is tried again, after these pauses in ms. */
const PAUSES: readonly number[] = [50, 300, 1500];

/** Runs a query; gives its rows as lists. */
export type Query = <R>(name: string, text: string, values: readonly unknown[]) => Promise<R[]>;

/** Whole numbers of eight bytes as numbers: keys stay far below 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === 20 ? Number : (pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown),
};

/**
 * Opens a corpus in PostgreSQL, in its schema `corpus`. Connections that break are made anew.
 * Rejects with StoreError: one line that says what to do, without user or password.
 */
export async function openPostgres(url: string, { write = false }: PostgresOptions = {}): Promise<PostgresStore> {
  const where = whereOf(url);
  let pool: pg.Pool;
  try {
    pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      ...(write ? {} : { statement_timeout: READ_TIMEOUT_MS, query_timeout: READ_TIMEOUT_MS + 1000 }),
      options: '-c search_path=corpus',
      application_name: 'gov-report-bot',
      allowExitOnIdle: true,
    });
  } catch (error) {
    throw postgresFault(where, error);
  }
  // An idle connection that breaks is no fault: the next query makes another.
  pool.on('error', () => undefined);
  const query: Query = async <R>(name: string, text: string, values: readonly unknown[]): Promise<R[]> => {
    for (let round = 0; ; round += 1) {
      try {
        const config = { name, text, values: [...values], rowMode: 'array' as const, types };
        return (await pool.query(config as pg.QueryArrayConfig)).rows as R[];
      } catch (error) {
        const fault = postgresFault(where, error);
        const pause = PAUSES[round];
        if (!fault.passing || pause === undefined) throw fault;
        await sleep(pause);
      }
    }
  };
  try {
    await createSchema(pool, write);
  } catch (error) {
    await pool.end();
    throw postgresFault(where, error);
  }
  return { ...postgresReader(query), ...postgresWriter(pool, query, where), close: () => pool.end() };
}

const COLUMNS = FACT_COLUMNS.map((name) => `f.${name}`).join(', ');

function postgresReader(query: Query): Omit<CorpusStore, 'close'> {
  return {
    engine: 'postgres',
    async version() {
      const [row] = await query<[number, string, string, string, number]>(
        'version',
        'SELECT number, digest, program, info, (SELECT count(*) FROM file) FROM version ORDER BY number DESC LIMIT 1',
        [],
      );
      if (!row) return undefined;
      const [number, digest, program, info, files] = row;
      const held = JSON.parse(info) as VersionInfo;
      return { number, digest, program, ...held, files };
    },
    async heads(version) {
      const rows = await query<[number, number, string, string]>(
        'heads',
        'SELECT document, folder, sha, head FROM listed WHERE added <= $1 AND (removed IS NULL OR removed > $1)',
        [version],
      );
      return rows.map(
        ([key, folder, sha, head]): StoredHead => ({ key, folder, sha, head: JSON.parse(head) as StoredHead['head'] }),
      );
    },
    async claims(asked) {
      const { name, text, values } = claimSql(asked);
      const rows = await query<[number, ...FactRow]>(name, text, values);
      return rows.map(([document, ...row]): Claim => ({ document, row }));
    },
    async texts(documents) {
      return new Map(
        await query<[number, string]>('texts', 'SELECT key, text FROM document WHERE key = ANY($1)', [documents]),
      );
    },
    async layouts(documents) {
      const rows = await query<[number, string, string, string]>(
        'layouts',
        'SELECT key, offsets, sections, passages FROM document WHERE key = ANY($1)',
        [documents],
      );
      return rows.map(([key, offsets, sections, passages]): StoredLayout => ({ key, offsets, sections, passages }));
    },
    async sources(documents) {
      const rows = await query<[number, string]>(
        'sources',
        'SELECT d.key, s.text FROM document d JOIN source s ON s.reading = d.reading WHERE d.key = ANY($1)',
        [documents],
      );
      return new Map(rows);
    },
    async postings(words) {
      const rows = await query<[string, Buffer]>(
        'postings',
        'SELECT p.word, p.documents FROM segment s JOIN posting p ON p.segment = s.number WHERE p.word = ANY($1)',
        [words],
      );
      const found = new Map<string, Posting>();
      for (const [word, bytes] of rows) {
        const posting = unpackPosting(bytes);
        const before = found.get(word);
        found.set(word, before ? joined(before, posting) : posting);
      }
      return found;
    },
    async holding(text, documents) {
      const folded = /[A-Za-z]/.test(text);
      const rows = await query<[number]>(
        folded ? 'holding folded' : 'holding',
        folded
          ? 'SELECT key FROM document WHERE key = ANY($2) AND position(lower($1) IN lower(text)) > 0'
          : 'SELECT key FROM document WHERE key = ANY($2) AND position($1 IN text) > 0',
        [text, documents],
      );
      return rows.flat();
    },
    async dictionary(version) {
      const [row] = await query<[string]>(
        'dictionary',
        'SELECT d.body FROM version v JOIN dictionary d ON d.number = v.dictionary WHERE v.number = $1',
        [version],
      );
      if (!row) throw new StoreError('数据库中已没有这个版本；请用 /reload 重新载入');
      return Buffer.from(row[0], 'utf8');
    },
  };
}

/** One prepared statement for each shape of query. */
function claimSql(asked: ClaimQuery): { name: string; text: string; values: unknown[] } {
  const { documents, indicator, places, years, to, facet, headline } = asked;
  const at = indicator === undefined ? 'f' : 'c';
  const from =
    indicator === undefined ? 'fact f' : 'claim c JOIN fact f ON f.document = c.document AND f.number = c.number';
  const where: string[] = [];
  const values: unknown[] = [];
  const add = (condition: (value: string) => string, value: unknown): void => {
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  if (indicator !== undefined) add((value) => `c.indicator = ${value}`, indicator);
  if (documents) add((value) => `${at}.document = ANY(${value}::bigint[])`, documents);
  if (places) add((value) => `${at}.place = ANY(${value}::text[])`, places);
  if (to !== undefined) add((value) => `${at}.year_to = ${value}`, to);
  const { bounds, gaps = false } = years ? boundsOf(years) : {};
  if (bounds) {
    add((value) => `${at}.year_to >= ${value}`, bounds.from);
    add((value) => `${at}.year_from <= ${value}`, bounds.to);
  }
  if (gaps)
    add(
      (value) =>
        `EXISTS (SELECT 1 FROM unnest(${value}::bigint[]) y WHERE ${at}.year_from <= y AND y <= ${at}.year_to)`,
      years,
    );
  if (facet) add((value) => `f.facet = ${value}`, facet);
  if (headline) where.push('f.headline = 1');
  const text = `SELECT f.document, ${COLUMNS} FROM ${from} WHERE ${where.join(' AND ') || 'true'}`;
  const slots = [indicator, documents, places, to, bounds, gaps || undefined, facet, headline];
  const shape = slots.map((part) => (part === undefined ? 0 : 1));
  return { name: `claims ${shape.join('')}`, text, values };
}
