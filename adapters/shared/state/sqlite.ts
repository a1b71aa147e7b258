import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { RateLimiterSQLite } from 'rate-limiter-flexible';
import { createCounter } from './counter.js';
import { sqliteFault, versionFault } from './faults.js';
import { laneOf } from './lanes.js';
import type { Hold, Kept, StateEngine, Waiting } from './types.js';
import { SCHEMA_VERSION } from './types.js';

const SCHEMA = `
create table kept (
  kind text not null, id text not null, value text not null,
  expires integer not null, touched integer not null,
  primary key (kind, id)
) without rowid;
create index kept_expires on kept (expires);
create index kept_touched on kept (kind, touched);
create table deliveries (
  id integer primary key autoincrement,
  platform text not null, number text not null, lane integer not null, chat text not null,
  body text, put integer not null, done integer,
  unique (platform, number)
);
create index deliveries_waiting on deliveries (platform, lane, id) where done is null;
create index deliveries_done on deliveries (done) where done is not null;
create table disputes (id integer primary key autoincrement, at text not null, body text not null);
create table limits (key text primary key, points integer not null default 0, expire integer);
`;

/** Milliseconds that a locked file is waited for. */
const PATIENCE = 2000;
const DAY = 25 * 3600 * 1000;

export interface SqliteOptions {
  /** Pages of 4096 bytes beyond which the file does not grow: a full disk, for tests. */
  readonly pages?: number;
  readonly now?: () => number;
}

/**
 * Keeps state in one SQLite file, for one process a platform; `:memory:` keeps it in memory, for tests.
 * Every operation runs to its end at once: a file on the same machine answers within a fraction of a millisecond.
 */
export function openSqlite(file: string, { pages, now = Date.now }: SqliteOptions = {}): StateEngine {
  const inMemory = file === ':memory:';
  const guard = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw sqliteFault(file, error);
    }
  };
  const db = guard(() => openFile(file, inMemory));
  if (pages !== undefined) db.pragma(`max_page_count = ${pages}`);
  const prepared = new Map<string, Database.Statement>();
  const sql = (text: string): Database.Statement => {
    let statement = prepared.get(text);
    if (statement === undefined) {
      statement = db.prepare(text);
      prepared.set(text, statement);
    }
    return statement;
  };
  const all = <T>(text: string, ...values: unknown[]) => guard(() => sql(text).all(...values) as T[]);
  const act = (text: string, ...values: unknown[]) => guard(() => sql(text).run(...values));
  const atOnce = (run: () => void) => guard(() => transact(db, run));
  const locks = createLocks(file, inMemory);
  const wakers = new Map<string, Set<() => void>>();
  /** Why the last write failed; reading may go on where writing cannot. */
  let failing: string | null = null;
  const writing = (run: () => void): void => {
    try {
      atOnce(run);
      failing = null;
    } catch (error) {
      failing = error instanceof Error ? error.message : String(error);
      throw error;
    }
  };

  return {
    name: inMemory ? 'memory' : 'sqlite',
    lanes: 1,
    grace: 0,

    async read(kind, id) {
      const [kept] = all<Kept>('select value, expires from kept where kind = ? and id = ?', kind, id);
      return kept === undefined || kept.expires <= now() ? undefined : { value: kept.value, expires: kept.expires };
    },
    async commit(writes, done) {
      writing(() => {
        for (const { kind, id, value, expires } of writes) {
          if (value === undefined) act('delete from kept where kind = ? and id = ?', kind, id);
          else act(KEEP, kind, id, value, expires, now());
        }
        if (done !== undefined) act('update deliveries set done = ?, body = null where id = ?', now(), done);
      });
    },

    async put(platform, deliveries) {
      // What is confirmed to a platform must be on the disk, even where the power goes.
      guard(() => db.pragma('synchronous = FULL'));
      let fresh = 0;
      try {
        writing(() => {
          for (const delivery of deliveries) {
            const row = [platform, delivery.number, laneOf(delivery, 1), delivery.chat, delivery.body, now()];
            fresh += act(PUT, ...row).changes;
          }
        });
      } finally {
        guard(() => db.pragma('synchronous = NORMAL'));
      }
      for (const wake of wakers.get(platform) ?? []) wake();
      return fresh;
    },
    async waiting(platform, lanes, inHand, limit) {
      const [held, busy] = [JSON.stringify(lanes), JSON.stringify(inHand)];
      return all<Waiting>(WAITING, platform, held, busy, limit).map(({ id, lane, chat, body }) => ({
        id,
        lane,
        chat,
        body,
      }));
    },
    onPut(platform, wake) {
      const set = wakers.get(platform) ?? new Set();
      wakers.set(platform, set.add(wake));
      return () => void set.delete(wake);
    },

    async hold(name) {
      return guard(() => locks.take(name));
    },
    async holdLane(platform, lane) {
      return guard(() => locks.take(`${platform}-${lane}`));
    },
    async beat() {
      return 1;
    },
    async leave() {},

    counter(name, seconds) {
      const limiter = new RateLimiterSQLite({
        storeClient: db,
        storeType: 'better-sqlite3',
        tableName: 'limits',
        tableCreated: true,
        keyPrefix: name,
        points: Number.MAX_SAFE_INTEGER,
        duration: seconds,
      });
      return createCounter(limiter, (error) => sqliteFault(file, error));
    },

    async addDispute({ at, body }, most) {
      const [held] = all<{ bytes: number }>('select coalesce(sum(length(body)), 0) as bytes from disputes');
      if (held!.bytes > most) return false;
      writing(() => void act('insert into disputes (at, body) values (?, ?)', at, body));
      return true;
    },
    async disputes(limit) {
      const [count] = all<{ total: number }>('select count(*) as total from disputes');
      const newest = all<{ at: string; body: string }>('select at, body from disputes order by id desc limit ?', limit);
      return { total: count!.total, newest: newest.map(({ at, body }) => ({ at, body })) };
    },

    async sweep(capacity) {
      atOnce(() => {
        act('delete from kept where expires <= ?', now());
        for (const kind of ['conversation', 'button', 'placed']) act(BEYOND, kind, kind, capacity);
        act('delete from deliveries where done < ?', now() - DAY);
        act('delete from limits where expire < ?', now());
      });
    },
    async problem() {
      try {
        all('select 1 from kept limit 1');
        return failing;
      } catch (error) {
        return (error as Error).message;
      }
    },
    async close() {
      locks.close();
      try {
        // One file is left, which can be copied as it is.
        if (!inMemory) db.pragma('wal_checkpoint(TRUNCATE)');
      } catch {}
      db.close();
    },
  };
}

const KEEP = `insert into kept (kind, id, value, expires, touched) values (?, ?, ?, ?, ?)
  on conflict (kind, id) do update set value = excluded.value, expires = excluded.expires, touched = excluded.touched`;
const PUT = `insert into deliveries (platform, number, lane, chat, body, put) values (?, ?, ?, ?, ?, ?)
  on conflict (platform, number) do nothing`;
const WAITING = `select id, lane, chat, body from deliveries where platform = ? and done is null
  and lane in (select value from json_each(?)) and id not in (select value from json_each(?)) order by id limit ?`;
const BEYOND = `delete from kept where kind = ? and touched <=
  (select touched from kept where kind = ? order by touched desc limit 1 offset ?)`;

function openFile(file: string, inMemory: boolean): Database.Database {
  if (!inMemory) mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file, { timeout: PATIENCE });
  try {
    if (!inMemory) db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    transact(db, () => migrate(db, file));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Runs all of it or nothing. What failed is told, not that SQLite has rolled it back by itself. */
function transact(db: Database.Database, run: () => void): void {
  db.exec('begin immediate');
  try {
    run();
    db.exec('commit');
  } catch (error) {
    try {
      db.exec('rollback');
    } catch {}
    throw error;
  }
}

/** Brings the tables to this version, or says that they are of a newer one. */
function migrate(db: Database.Database, file: string): void {
  const version = (db.prepare('pragma user_version').get() as { user_version: number }).user_version;
  const fault = versionFault(`STATE_FILE ${file}`, version);
  if (fault !== undefined) throw fault;
  if (version === SCHEMA_VERSION) return;
  db.exec(SCHEMA);
  db.exec(`pragma user_version = ${SCHEMA_VERSION}`);
}

/**
 * Locks between processes: one small file each, held by a transaction that stays open. The system lets go of it when the
 * process dies, however it dies.
 */
function createLocks(file: string, inMemory: boolean) {
  const held = new Map<string, () => void>();
  return {
    take(name: string): Hold | undefined {
      if (held.has(name)) return undefined;
      let letGo = () => {};
      if (!inMemory) {
        const lock = new Database(`${file}-${name.replace(/[^\w-]/g, '-')}.lock`, { timeout: 0 });
        try {
          lock.exec('begin exclusive');
        } catch (error) {
          lock.close();
          if (/BUSY/.test(String((error as { code?: unknown }).code))) return undefined;
          throw error;
        }
        letGo = () => lock.close();
      }
      held.set(name, letGo);
      return {
        get lost() {
          return !held.has(name);
        },
        async release() {
          held.get(name)?.();
          held.delete(name);
        },
      };
    },
    close(): void {
      for (const letGo of held.values()) letGo();
      held.clear();
    },
  };
}
