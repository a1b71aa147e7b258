import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { PACKAGE_ROOT, SEEDS_DIR } from '../../src/lexicon/paths.js';
import { publish } from '../../src/retrieval/publish.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openDatabase, openSqlite } from '../../src/store/sqlite.js';
import { type Server, workerPostgres } from '../support/postgres.js';

const path = join(PACKAGE_ROOT, 'docs', 'DATA.md');
const QUESTION = /### (\d+)\. (.+)\n\n```sql\n([\s\S]+?);\n```\n\n```text\n([\s\S]+?)\n```/g;
const questions = [...readFileSync(path, 'utf8').matchAll(QUESTION)].map(([, number, title, sql, printed]) => ({
  number: number!,
  title: title!,
  sql: sql!,
  printed: printed!,
}));
const folder = mkdtempSync(join(tmpdir(), 'data-'));
let server: Server;
let url: string;
beforeAll(async () => {
  server = await workerPostgres();
  url = await server.database('data');
  for (const store of [openSqlite(join(folder, 'seeds.db')), await openPostgres(url, { write: true })]) {
    await publish({ folders: [SEEDS_DIR] }, loadLexicon(), store);
    await store.close();
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

const printed = (columns: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [columns, ...rows]
    .map((cells) =>
      cells
        .map((cell) => (cell === null ? '' : String(cell)))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n');

describe('docs/DATA.md', () => {
  it('asks ten questions', () => expect(questions).toHaveLength(10));

  it.each(questions)('$number. $title is answered by the file as printed', ({ sql, printed: expected }) => {
    const database = openDatabase(join(folder, 'seeds.db'), true);
    const statement = database.prepare(sql);
    const said = printed(
      statement.columns().map(({ name }) => name),
      statement.raw(true).all() as unknown[][],
    );
    database.close();
    // Where reading reports has changed: UPDATE_DOCS=1 writes what is printed now.
    if (process.env.UPDATE_DOCS)
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(expected, () => said),
      );
    else expect(said).toBe(expected);
  });

  it.each(questions)('$number. $title is answered alike by PostgreSQL', async ({ sql, printed: expected }) => {
    const client = new pg.Client({ connectionString: url, options: '-c search_path=corpus' });
    await client.connect();
    const { fields, rows } = await client.query({ text: sql, rowMode: 'array' });
    await client.end();
    const said = printed(
      fields.map(({ name }) => name),
      rows,
    );
    // Names are ordered as the database's language has them.
    expect(said.split('\n').sort()).toEqual(expected.split('\n').sort());
  });
});
