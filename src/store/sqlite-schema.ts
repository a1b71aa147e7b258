import { StoreError } from './errors.js';
import { MIGRATIONS, SCHEMA_VERSION, SQLITE, schemaOf } from './schema.js';
import type { SqliteDatabase } from './sqlite.js';

/** Marks the file as ours: a database of another program is never written to. */
const APPLICATION_ID = 0x47524231;

/** Makes the tables of an empty file, or brings those of an older one up. Throws StoreError for any other file. */
export function createSchema(database: SqliteDatabase, readOnly: boolean): void {
  const version = schemaVersion(database);
  if (version === SCHEMA_VERSION) return;
  if (version !== undefined && version > SCHEMA_VERSION)
    throw new StoreError(
      `数据库由较新的版本写成（结构 ${version}，本程序到 ${SCHEMA_VERSION}）；请升级程序，或换一个文件`,
    );
  if (readOnly)
    throw new StoreError(
      version === undefined
        ? '数据库是空的；请先用 npm run publish 写入'
        : `数据库结构较旧（${version}）；请用可写的方式打开一次以升级`,
    );
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been here first.
    const now = schemaVersion(database);
    if (now === undefined) for (const statement of schemaOf(SQLITE)) database.exec(statement);
    else
      for (let to = now + 1; to <= SCHEMA_VERSION; to += 1)
        for (const sql of MIGRATIONS[to]?.(SQLITE) ?? []) database.exec(sql);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; PRAGMA application_id = ${APPLICATION_ID}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** The schema's version; undefined for an empty file. */
function schemaVersion(database: SqliteDatabase): number | undefined {
  const number = (sql: string): number => (database.prepare(sql).raw(true).get() as [number])[0];
  const tables = number('SELECT count(*) FROM sqlite_master');
  if (tables === 0) return undefined;
  if (number('PRAGMA application_id') !== APPLICATION_ID)
    throw new StoreError('这个数据库不是本程序写的；请换一个文件');
  return number('PRAGMA user_version');
}
