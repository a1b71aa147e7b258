import type pg from 'pg';
import { StoreError } from './errors.js';
import { MIGRATIONS, POSTGRES, SCHEMA_VERSION, schemaOf } from './schema.js';

/** Two publishers that begin at once make the tables one after the other. */
export const LOCK = 0x47524231;

/** Texts are kept as they are: to take one apart that is compressed costs five times what looking through it does. */
const PLAIN = ['document', 'source'];

/** Checks the tables; makes or upgrades them where `write`. Rejects with StoreError where they cannot be used. */
export async function createSchema(pool: pg.Pool, write: boolean): Promise<void> {
  const version = await schemaVersion(pool);
  if (version === SCHEMA_VERSION) return write ? keepPlain(pool) : undefined;
  if (version !== undefined && version > SCHEMA_VERSION)
    throw new StoreError(`数据库由较新的版本写成（结构 ${version}，本程序到 ${SCHEMA_VERSION}）；请升级程序`);
  if (!write) {
    throw new StoreError(
      version === undefined
        ? '数据库里还没有报告；请先运行 npm run publish'
        : `数据库结构较旧（${version}，本程序用 ${SCHEMA_VERSION}）；请运行一次 npm run publish 以升级`,
    );
  }
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const now = await schemaVersion(client);
    if (now === undefined) {
      await client.query('CREATE SCHEMA IF NOT EXISTS corpus');
      for (const statement of schemaOf(POSTGRES)) await client.query(statement);
      await client.query("INSERT INTO meta VALUES ('schema', $1)", [String(SCHEMA_VERSION)]);
    } else {
      for (let to = now + 1; to <= SCHEMA_VERSION; to += 1)
        for (const sql of MIGRATIONS[to]?.(POSTGRES) ?? []) await client.query(sql);
      await client.query("UPDATE meta SET value = $1 WHERE name = 'schema'", [String(SCHEMA_VERSION)]);
    }
    await keepPlain(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Has texts that are written from now on kept uncompressed. */
async function keepPlain(on: pg.Pool | pg.PoolClient): Promise<void> {
  const { rows } = await on.query<{ relname: string }>(
    `SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'corpus' AND c.relname = ANY($1) AND a.attname = 'text' AND a.attstorage <> 'e'`,
    [PLAIN],
  );
  for (const { relname } of rows)
    await on.query(`ALTER TABLE corpus.${relname} ALTER COLUMN text SET STORAGE EXTERNAL`);
}

async function schemaVersion(on: pg.Pool | pg.PoolClient): Promise<number | undefined> {
  const { rows } = await on.query("SELECT 1 FROM pg_tables WHERE schemaname = 'corpus' AND tablename = 'meta'");
  if (rows.length === 0) return undefined;
  const found = await on.query<{ value: string }>("SELECT value FROM corpus.meta WHERE name = 'schema'");
  return found.rows[0] ? Number(found.rows[0].value) : undefined;
}
