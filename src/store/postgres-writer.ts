import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { postgresFault } from './faults.js';
import { gatherPostings } from './packing.js';
import type { Query } from './postgres.js';
import { LOCK } from './postgres-schema.js';
import { FACT_COLUMNS } from './rows.js';
import type { CorpusWriter, FactRow, KnownFile, NewReading, NewVersion, StoredHead, Written } from './types.js';
import {
  changesOf,
  type FileRow,
  infoOf,
  KEEP_MS,
  knownFile,
  LISTED,
  type ListedRow,
  listedValues,
  mergedSegments,
  SELECT_FILES,
  SELECT_SEGMENTS,
} from './writing.js';

type Value = string | number | null | Uint8Array;

/** The writing side of PostgreSQL: every call is one transaction, and rows are copied in. */
export function postgresWriter(pool: pg.Pool, query: Query, where: string): CorpusWriter {
  const within = async <T>(write: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const result = await write(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      // The connection goes with the transaction, whatever state it is in.
      client?.release(true);
      throw postgresFault(where, error);
    }
  };
  return {
    async files() {
      const rows = await query<FileRow>('files', SELECT_FILES, []);
      return rows.map(knownFile);
    },
    async written(names) {
      const known = await query<[string]>('known', 'SELECT name FROM reading WHERE name = ANY($1)', [names]);
      const found = new Map<string, Written[]>(known.map(([name]) => [name, []]));
      const rows = await query<[string, number, string, string, string]>(
        'written',
        'SELECT reading, key, head, fingerprint, indicators FROM document WHERE reading = ANY($1) ORDER BY reading, ordinal',
        [names],
      );
      for (const [reading, key, head, fingerprint, indicators] of rows)
        found.get(reading)?.push({ key, head: JSON.parse(head), fingerprint, indicators: JSON.parse(indicators) });
      return found;
    },
    put: (readings) => within((client) => put(client, readings)),
    async wordNumbers(documents) {
      const rows = await query<[Buffer]>('word numbers', 'SELECT word_numbers FROM document WHERE key = ANY($1)', [
        documents,
      ]);
      return rows.flat();
    },
    commit: (version) => within((client) => commit(client, version)),
  };
}

async function put(client: pg.PoolClient, readings: readonly NewReading[]): Promise<void> {
  const { rows: added } = await client.query<{ name: string }>(
    `INSERT INTO reading SELECT name, sha, $3 FROM unnest($1::text[], $2::text[]) r (name, sha) ON CONFLICT DO NOTHING RETURNING name`,
    [readings.map(({ name }) => name), readings.map(({ sha }) => sha), Date.now()],
  );
  const fresh = new Set(added.map(({ name }) => name));
  const own = readings.filter(({ name }) => fresh.delete(name));
  const count = own.reduce((sum, { documents }) => sum + documents.length, 0);
  const { rows: keys } = await client.query<{ key: string }>(
    `SELECT nextval(pg_get_serial_sequence('document', 'key')) AS key FROM generate_series(1, $1)`,
    [count],
  );
  const documents = own
    .flatMap(({ name, documents: read }) => read.map((document, ordinal) => ({ name, ordinal, document })))
    .map((entry, i) => ({ ...entry, key: Number(keys[i]!.key) }));
  await copy(
    client,
    'source (reading, text)',
    own.filter(({ documents: read }) => read.length > 0).map(({ name, source }) => [name, source]),
  );
  await copy(
    client,
    'document (key, reading, ordinal, head, fingerprint, indicators, text, offsets, sections, passages, word_numbers)',
    documents.map(({ key, name, ordinal, document: d }): Value[] => [
      key,
      name,
      ordinal,
      JSON.stringify(d.head),
      d.fingerprint,
      JSON.stringify(d.indicators),
      d.text,
      d.offsets,
      d.sections,
      d.passages,
      d.wordNumbers,
    ]),
  );
  await copy(
    client,
    `fact (document, ${FACT_COLUMNS.join(', ')})`,
    documents.flatMap(({ key, document }) =>
      (JSON.parse(document.facts) as FactRow[]).map((row): Value[] => [key, ...row]),
    ),
  );
  const written = documents.map(({ key }) => key);
  await client.query(
    `INSERT INTO claim SELECT indicator, place, year_to, year_from, document, number, 0 FROM fact
     WHERE document = ANY($1) AND indicator IS NOT NULL`,
    [written],
  );
  const namesakes = documents.flatMap(({ key, document }) =>
    document.namesakes.map(([indicator, number]) => [key, indicator, number] as const),
  );
  await client.query(
    `INSERT INTO claim SELECT n.indicator, f.place, f.year_to, f.year_from, f.document, f.number, 1
     FROM unnest($1::bigint[], $2::text[], $3::bigint[]) n (document, indicator, number)
     JOIN fact f ON f.document = n.document AND f.number = n.number ON CONFLICT DO NOTHING`,
    [
      namesakes.map(([key]) => key),
      namesakes.map(([, indicator]) => indicator),
      namesakes.map(([, , number]) => number),
    ],
  );
  if (documents.length === 0) return;
  const segment = await newSegment(client);
  const lists = gatherPostings(documents.map(({ key, document }) => ({ key, words: document.words })));
  await copy(
    client,
    'posting (segment, word, documents)',
    [...lists].map(([word, bytes]): Value[] => [segment, word, bytes]),
  );
}

async function newSegment(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ number: string }>(
    'INSERT INTO segment (made_at) VALUES ($1) RETURNING number',
    [Date.now()],
  );
  return Number(rows[0]!.number);
}

async function copy(client: pg.PoolClient, into: string, rows: readonly (readonly Value[])[]): Promise<void> {
  if (rows.length === 0) return;
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  await pipeline(Readable.from(chunksOf(rows)), stream);
}

/** Lines of a copy, some hundreds of kilobytes at a time. */
function* chunksOf(rows: readonly (readonly Value[])[]): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(copied).join('\t')}\n`;
    if (chunk.length > 200_000) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

/** PostgreSQL holds no null character. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\ufffd',
};

function copied(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return `\\\\x${Buffer.from(value).toString('hex')}`;
  return value.replace(/[\\\t\n\r\0]/g, (character) => ESCAPES[character] as string);
}

async function commit(client: pg.PoolClient, version: NewVersion): Promise<void> {
  await saveFiles(client, version.files);
  const { rows } = await client.query<{ number: string; digest: string; program: string }>(
    'SELECT number, digest, program FROM version ORDER BY number DESC LIMIT 1',
  );
  // The same program has the same names.
  if (rows[0]?.program !== version.program) await saveNames(client, version.names);
  if (rows[0]?.digest === version.digest) return;
  const number = Number(rows[0]?.number ?? 0) + 1;
  const info = JSON.stringify(infoOf(version));
  await client.query('INSERT INTO version VALUES ($1, $2, $3, $4, $5, $6)', [
    number,
    version.digest,
    version.program,
    Date.now(),
    await dictionaryNumber(client, version.dictionary),
    info,
  ]);
  await saveListed(client, version.reports, number);
  await sweep(client, number);
  await mergeSegments(client);
}

async function saveFiles(client: pg.PoolClient, files: readonly KnownFile[]): Promise<void> {
  await client.query('DELETE FROM file');
  await copy(
    client,
    'file (folder, seed, size, mtime_ms, sha, reading, problems)',
    files.map((f): Value[] => [f.folder, f.seed, f.size, f.mtimeMs, f.sha, f.reading, JSON.stringify(f.problems)]),
  );
}

async function dictionaryNumber(client: pg.PoolClient, body: string | number): Promise<number> {
  if (typeof body === 'number') {
    const before = await client.query<{ dictionary: string }>('SELECT dictionary FROM version WHERE number = $1', [
      body,
    ]);
    return Number(before.rows[0]!.dictionary);
  }
  const { rows } = await client.query<{ number: string }>(
    'INSERT INTO dictionary (body) VALUES ($1) RETURNING number',
    [body],
  );
  return Number(rows[0]!.number);
}

async function saveListed(client: pg.PoolClient, reports: readonly StoredHead[], number: number): Promise<void> {
  const { rows } = await client.query<{
    row_number: string;
    document: string;
    folder: string;
    sha: string;
    head: string;
  }>('SELECT row_number, document, folder, sha, head FROM listed WHERE removed IS NULL');
  const current = rows.map(
    (row): ListedRow => [Number(row.row_number), Number(row.document), Number(row.folder), row.sha, row.head],
  );
  const { added, removed } = changesOf(current, reports);
  await client.query('UPDATE listed SET removed = $1 WHERE row_number = ANY($2)', [number, removed]);
  await copy(
    client,
    `listed (${LISTED.join(', ')})`,
    added.map((report) => listedValues(report, number)),
  );
}

/** Deletes what no version of the last day holds. */
async function sweep(client: pg.PoolClient, number: number): Promise<void> {
  const before = Date.now() - KEEP_MS;
  const { rows } = await client.query<{ old: string }>(
    'SELECT coalesce(max(number), 0) AS old FROM version WHERE made_at < $1 AND number < $2',
    [before, number],
  );
  const old = Number(rows[0]!.old);
  await client.query('DELETE FROM listed WHERE removed <= $1', [old]);
  const gone = await client.query<{ key: string }>(
    `SELECT d.key FROM document d JOIN reading r ON r.name = d.reading
     WHERE r.made_at < $1 AND NOT EXISTS (SELECT 1 FROM listed l WHERE l.document = d.key)`,
    [before],
  );
  if (gone.rows.length > 0) {
    const keys = gone.rows.map(({ key }) => Number(key));
    for (const table of ['fact', 'claim']) await client.query(`DELETE FROM ${table} WHERE document = ANY($1)`, [keys]);
    await client.query('DELETE FROM document WHERE key = ANY($1)', [keys]);
    await client.query('DELETE FROM source WHERE reading NOT IN (SELECT reading FROM document)');
  }
  await client.query(
    `DELETE FROM reading r WHERE made_at < $1 AND NOT EXISTS (SELECT 1 FROM document d WHERE d.reading = r.name)
     AND NOT EXISTS (SELECT 1 FROM file f WHERE f.reading = r.name)`,
    [before],
  );
  await client.query('DELETE FROM version WHERE number < $1', [old]);
  await client.query('DELETE FROM dictionary WHERE number NOT IN (SELECT dictionary FROM version)');
}

async function mergeSegments(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<[string, string]>({ text: SELECT_SEGMENTS, rowMode: 'array' });
  const numbers = mergedSegments(rows.map(([number, words]) => [Number(number), Number(words)] as const));
  if (numbers.length === 0) return;
  const merged = await newSegment(client);
  await client.query(
    `INSERT INTO posting SELECT $1::bigint, word, string_agg(documents, ''::bytea) FROM posting WHERE segment = ANY($2) GROUP BY word`,
    [merged, numbers],
  );
  await client.query('DELETE FROM posting WHERE segment = ANY($1)', [numbers]);
  await client.query('DELETE FROM segment WHERE number = ANY($1)', [numbers]);
}

async function saveNames(client: pg.PoolClient, { places, indicators }: NewVersion['names']): Promise<void> {
  await client.query(
    'INSERT INTO place SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING',
    [
      places.map(({ id }) => id),
      places.map(({ name }) => name),
      places.map(({ level }) => level),
      places.map(({ parent }) => parent ?? null),
    ],
  );
  await client.query(
    'INSERT INTO indicator SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING',
    [
      indicators.map(({ id }) => id),
      indicators.map(({ name }) => name),
      indicators.map(({ measure }) => measure),
      indicators.map(({ units }) => units.join(' ')),
    ],
  );
}
