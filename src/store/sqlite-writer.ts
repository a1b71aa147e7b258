import { gatherPostings } from './packing.js';
import { FACT_COLUMNS } from './rows.js';
import type { Prepared, SqliteDatabase } from './sqlite.js';
import type { CorpusWriter, KnownFile, NewDocument, NewVersion, StoredHead, Written } from './types.js';
import {
  changesOf,
  type FileRow,
  infoOf,
  KEEP_MS,
  knownFile,
  LISTED,
  type ListedRow,
  listedValues,
  MOST_SEGMENTS,
  mergedSegments,
  SELECT_FILES,
  SELECT_SEGMENTS,
} from './writing.js';

const VALUES = FACT_COLUMNS.map((_, i) => `value ->> ${i}`).join(', ');

/** The writing side of a SQLite file: every call is one transaction. */
export function sqliteWriter(database: SqliteDatabase, prepared: Prepared): CorpusWriter {
  const within = <T>(write: () => T): T => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = write();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      rollBack(database);
      throw error;
    }
  };

  const putDocument = (reading: string, ordinal: number, document: NewDocument): number => {
    const { head, fingerprint, indicators, text, offsets, sections, passages, facts, namesakes, wordNumbers } =
      document;
    const { lastInsertRowid } = prepared(
      `INSERT INTO document (reading, ordinal, head, fingerprint, indicators, text, offsets, sections, passages, word_numbers)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      reading,
      ordinal,
      JSON.stringify(head),
      fingerprint,
      JSON.stringify(indicators),
      text,
      offsets,
      sections,
      passages,
      Buffer.from(wordNumbers),
    );
    const key = Number(lastInsertRowid);
    prepared(`INSERT INTO fact SELECT ?, ${VALUES} FROM json_each(?)`).run(key, facts);
    prepared(
      `INSERT INTO claim SELECT indicator, place, year_to, year_from, document, number, 0 FROM fact
       WHERE document = ? AND indicator IS NOT NULL`,
    ).run(key);
    prepared(
      `INSERT OR IGNORE INTO claim SELECT given.value ->> 0, f.place, f.year_to, f.year_from, f.document, f.number, 1
       FROM json_each(?2) given JOIN fact f ON f.document = ?1 AND f.number = given.value ->> 1`,
    ).run(key, JSON.stringify(namesakes));
    return key;
  };

  const putPostings = (documents: readonly { readonly key: number; readonly words: string }[]): void => {
    const lists = [...gatherPostings(documents)].sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = lists.map(([word, bytes]) => [word, Buffer.from(bytes).toString('hex')]);
    const { lastInsertRowid } = prepared('INSERT INTO segment (made_at) VALUES (?)').run(Date.now());
    prepared('INSERT INTO posting SELECT ?, value ->> 0, unhex(value ->> 1) FROM json_each(?)').run(
      Number(lastInsertRowid),
      JSON.stringify(rows),
    );
  };

  return {
    files() {
      return (prepared(SELECT_FILES).all() as FileRow[]).map(knownFile);
    },
    written(names) {
      const found = new Map<string, Written[]>();
      const known = prepared('SELECT name FROM reading WHERE name IN (SELECT value FROM json_each(?))').all(
        JSON.stringify(names),
      );
      for (const [name] of known as [string][]) found.set(name, []);
      const rows = prepared(
        `SELECT reading, key, head, fingerprint, indicators FROM document
         WHERE reading IN (SELECT value FROM json_each(?)) ORDER BY reading, ordinal`,
      ).all(JSON.stringify(names)) as [string, number, string, string, string][];
      for (const [reading, key, head, fingerprint, indicators] of rows) {
        found.get(reading)?.push({ key, head: JSON.parse(head), fingerprint, indicators: JSON.parse(indicators) });
      }
      return found;
    },
    put: (readings) =>
      within(() => {
        const documents: { key: number; words: string }[] = [];
        for (const { name, sha, documents: read } of readings) {
          const { changes } = prepared('INSERT OR IGNORE INTO reading VALUES (?, ?, ?)').run(name, sha, Date.now());
          if (changes === 0) continue;
          read.forEach((document, ordinal) => {
            documents.push({ key: putDocument(name, ordinal, document), words: document.words });
          });
        }
        if (documents.length > 0) putPostings(documents);
      }),
    wordNumbers(documents) {
      const rows = prepared('SELECT word_numbers FROM document WHERE key IN (SELECT value FROM json_each(?))').all(
        JSON.stringify(documents),
      );
      return (rows as [ArrayBuffer][]).map(([bytes]) => new Uint8Array(bytes));
    },
    commit: (version) => within(() => commit(prepared, version)),
  };
}

function rollBack(database: SqliteDatabase): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // A full disk has rolled it back already.
  }
}

function commit(prepared: Prepared, version: NewVersion): void {
  saveFiles(prepared, version.files);
  const [newest, digest, program] = (prepared(
    'SELECT number, digest, program FROM version ORDER BY number DESC LIMIT 1',
  ).get() ?? [0, '', '']) as [number, string, string];
  // The same program has the same names.
  if (program !== version.program) saveNames(prepared, version.names);
  if (digest === version.digest) return;
  const number = newest + 1;
  const info = JSON.stringify(infoOf(version));
  prepared('INSERT INTO version VALUES (?, ?, ?, ?, ?, ?)').run(
    number,
    version.digest,
    version.program,
    Date.now(),
    dictionaryNumber(prepared, version.dictionary),
    info,
  );
  saveListed(prepared, version.reports, number);
  sweep(prepared, number);
  mergeSegments(prepared);
}

function saveFiles(prepared: Prepared, files: readonly KnownFile[]): void {
  const rows = files.map(({ folder, seed, size, mtimeMs, sha, reading, problems }) => [
    folder,
    seed,
    size,
    mtimeMs,
    sha,
    reading,
    JSON.stringify(problems),
  ]);
  const given = JSON.stringify(rows);
  prepared('DELETE FROM file WHERE (folder, seed) NOT IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))').run(
    given,
  );
  prepared(
    `INSERT INTO file SELECT g.value ->> 0, g.value ->> 1, g.value ->> 2, g.value ->> 3, g.value ->> 4, g.value ->> 5, g.value ->> 6
     FROM json_each(?) g WHERE true
     ON CONFLICT (folder, seed) DO UPDATE SET size = excluded.size, mtime_ms = excluded.mtime_ms, sha = excluded.sha,
       reading = excluded.reading, problems = excluded.problems
     WHERE file.size <> excluded.size OR file.mtime_ms <> excluded.mtime_ms OR file.sha <> excluded.sha
       OR file.reading <> excluded.reading`,
  ).run(given);
}

/** The number of the dictionary. */
function dictionaryNumber(prepared: Prepared, body: string | number): number {
  if (typeof body === 'number')
    return (prepared('SELECT dictionary FROM version WHERE number = ?').get(body) as [number])[0];
  return Number(prepared('INSERT INTO dictionary (body) VALUES (?)').run(body).lastInsertRowid);
}

/** Writes the rows of reports that have changed; those of reports that have not stay. */
function saveListed(prepared: Prepared, reports: readonly StoredHead[], number: number): void {
  const current = prepared(
    'SELECT row_number, document, folder, sha, head FROM listed WHERE removed IS NULL',
  ).all() as ListedRow[];
  const { added, removed } = changesOf(current, reports);
  prepared('UPDATE listed SET removed = ? WHERE row_number IN (SELECT value FROM json_each(?))').run(
    number,
    JSON.stringify(removed),
  );
  const rows = added.map((report) => listedValues(report, number));
  prepared(
    `INSERT INTO listed (${LISTED.join(', ')}) SELECT ${LISTED.map((_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?)`,
  ).run(JSON.stringify(rows));
}

/** Deletes what no version of the last day holds. */
function sweep(prepared: Prepared, number: number): void {
  const before = Date.now() - KEEP_MS;
  const old = (
    prepared('SELECT coalesce(max(number), 0) FROM version WHERE made_at < ? AND number < ?').get(before, number) as [
      number,
    ]
  )[0];
  prepared('DELETE FROM listed WHERE removed <= ?').run(old);
  const gone = prepared(
    `SELECT d.key FROM document d JOIN reading r ON r.name = d.reading
     WHERE r.made_at < ? AND NOT EXISTS (SELECT 1 FROM listed l WHERE l.document = d.key)`,
  ).all(before) as [number][];
  const keys = JSON.stringify(gone.flat());
  if (gone.length > 0) {
    for (const table of ['fact', 'claim'])
      prepared(`DELETE FROM ${table} WHERE document IN (SELECT value FROM json_each(?))`).run(keys);
    prepared('DELETE FROM document WHERE key IN (SELECT value FROM json_each(?))').run(keys);
  }
  prepared(
    'DELETE FROM reading WHERE made_at < ? AND name NOT IN (SELECT reading FROM document) AND name NOT IN (SELECT reading FROM file)',
  ).run(before);
  prepared('DELETE FROM version WHERE number < ?').run(old);
  prepared('DELETE FROM dictionary WHERE number NOT IN (SELECT dictionary FROM version)').run();
}

/** Many segments would have every word looked up in each: they become one. */
function mergeSegments(prepared: Prepared): void {
  const [count] = prepared('SELECT count(*) FROM segment').get() as [number];
  // To count the words of each takes longer than to write a document.
  if (count <= MOST_SEGMENTS) return;
  const numbers = mergedSegments(prepared(SELECT_SEGMENTS).all() as [number, number][]);
  if (numbers.length === 0) return;
  const given = JSON.stringify(numbers);
  const merged = Number(prepared('INSERT INTO segment (made_at) VALUES (?)').run(Date.now()).lastInsertRowid);
  prepared(
    `INSERT INTO posting SELECT ?1, word, unhex(group_concat(hex(documents), '')) FROM posting
     WHERE segment IN (SELECT value FROM json_each(?2)) GROUP BY word`,
  ).run(merged, given);
  prepared('DELETE FROM posting WHERE segment IN (SELECT value FROM json_each(?))').run(given);
  prepared('DELETE FROM segment WHERE number IN (SELECT value FROM json_each(?))').run(given);
}

function saveNames(prepared: Prepared, { places, indicators }: NewVersion['names']): void {
  prepared(
    `INSERT OR IGNORE INTO place SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`,
  ).run(JSON.stringify(places.map(({ id, name, level, parent }) => [id, name, level, parent ?? null])));
  prepared(
    `INSERT OR IGNORE INTO indicator SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`,
  ).run(JSON.stringify(indicators.map(({ id, name, measure, units }) => [id, name, measure, units.join(' ')])));
}
