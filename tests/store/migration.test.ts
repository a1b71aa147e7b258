import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { publish } from '../../src/retrieval/publish.js';
import { openPostgres } from '../../src/store/postgres.js';
import { type Dialect, POSTGRES, SQLITE, schemaOf } from '../../src/store/schema.js';
import { openDatabase, openSqlite } from '../../src/store/sqlite.js';
import { reportFolder, smallReport, temporary } from '../support/corpora.js';
import { type Server, workerPostgres } from '../support/postgres.js';

let server: Server;
beforeAll(async () => {
  server = await workerPostgres();
});

const TABLE = '\n\n| 指标 | 2021年 | |\n| | 完成 | 同比 |\n|---|---|---|\n| 粮食产量（万吨） | 62 | 1.5% |\n';
const folder = () => reportFolder({ 'a.md': smallReport('株洲市', 2022, '7.5', TABLE) });
const SEEN = "SELECT row_head, column_head FROM figures WHERE subject = '粮食产量' ORDER BY number";
const EXPECTED = [
  ['粮食产量（万吨）', '2021年·完成'],
  ['粮食产量（万吨）', '2021年·同比'],
];
const VIEWS = ['figures', 'targets', 'outcomes'];
const lexicon = loadLexicon();

/** Takes from a new schema what version 2 added. */
function asFirst(dialect: Dialect): string[] {
  const views = schemaOf(dialect).filter((sql) => VIEWS.some((name) => sql.startsWith(`CREATE VIEW ${name} `)));
  return [
    ...VIEWS.map((name) => `DROP VIEW ${name}`),
    'ALTER TABLE fact DROP COLUMN heads',
    ...views.map((sql) => sql.replace(/,\s*CASE WHEN f\.heads[\s\S]* AS column_head/, '')),
  ];
}

describe('a database of the first schema is brought up, and shows the heads of tables', () => {
  test('SQLite', async () => {
    const path = join(temporary('old-'), 'corpus.db');
    await openSqlite(path).close();
    const old = openDatabase(path, false);
    for (const sql of [...asFirst(SQLITE), 'PRAGMA user_version = 1']) old.exec(sql);
    expect(() => old.prepare(SEEN)).toThrow('no such column');
    old.close();
    expect(() => openSqlite(path, { readOnly: true })).toThrow('数据库结构较旧（1）');
    const store = openSqlite(path);
    await publish({ folders: [folder()] }, lexicon, store);
    await store.close();
    const database = openDatabase(path, true);
    expect(database.prepare(SEEN).raw(true).all()).toEqual(EXPECTED);
    database.close();
  });

  test('PostgreSQL, with what was granted on its views', async () => {
    const url = await server.database('old_schema');
    await (await openPostgres(url, { write: true })).close();
    const client = new pg.Client({ connectionString: url, options: '-c search_path=corpus' });
    await client.connect();
    try {
      for (const sql of asFirst(POSTGRES)) await client.query(sql);
      await client.query('GRANT SELECT ON figures TO PUBLIC');
      await client.query("UPDATE meta SET value = '1' WHERE name = 'schema'");
      await expect(openPostgres(url)).rejects.toThrow('数据库结构较旧（1');
      const store = await openPostgres(url, { write: true });
      await publish({ folders: [folder()] }, lexicon, store);
      await store.close();
      const { rows } = await client.query({ text: SEEN, rowMode: 'array' });
      expect(rows).toEqual(EXPECTED);
      const granted = await client.query("SELECT relacl::text AS acl FROM pg_class WHERE oid = 'figures'::regclass");
      expect(granted.rows[0].acl).toMatch(/[{,]=r\//);
    } finally {
      await client.end();
    }
  });
});
