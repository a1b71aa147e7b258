import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { createCounter } from './counter.js';
import { postgresFault, type StateError, versionFault } from './faults.js';
import { laneOf } from './lanes.js';
import { createLine, type Line } from './postgres-line.js';
import type { DisputeRow, StateEngine, Waiting } from './types.js';
import { SCHEMA_VERSION } from './types.js';

/** The steps from each version of the tables to the next, beginning with none. */
const STEPS = [
  `
create table bot_state.kept (
  kind text not null, id text not null, value text not null,
  expires bigint not null, touched bigint not null,
  primary key (kind, id)
);
create index on bot_state.kept (expires);
create index on bot_state.kept (kind, touched);
create table bot_state.deliveries (
  id bigint generated always as identity primary key,
  platform text not null, number text not null, lane integer not null, chat text not null,
  body text, put timestamptz not null default now(), done timestamptz,
  unique (platform, number)
);
create index on bot_state.deliveries (platform, lane, id) where done is null;
create index on bot_state.deliveries (done) where done is not null;
create table bot_state.lanes (platform text, lane integer, owner text, primary key (platform, lane));
create table bot_state.members (platform text, id text, seen timestamptz not null, primary key (platform, id));
create table bot_state.disputes (id bigint generated always as identity primary key, at text not null, body text not null);
create table bot_state.limits (key varchar(255) primary key, points integer not null default 0, expire bigint);
`,
];

/** Chats are dealt into so many lanes: at most so many processes share the work of a platform. */
const LANES = 32;
const GRACE = 3000;
const CONNECTIONS = 8;
/** Milliseconds. */
const CONNECT_TIMEOUT = 5000;
const QUERY_TIMEOUT = 15_000;
/** A broken connection is tried again so many times at once; beyond that the caller waits. */
const TRIES = 4;
const FIRST_PAUSE = 100;
/** Milliseconds after a failure in which nothing is tried again at once. */
const AWAY = 5000;
/** A query that takes longer than this many milliseconds makes the database slow. */
const SLOW = 1000;

/**
 * What is marked as done need not be on the disk before the next is begun: where the database's machine itself loses its power, the
 * last half second is done again, from the state before. The sooner it is marked, the less is sent twice when a bot is killed.
 */
const KEEP = `with quick as materialized (select set_config('synchronous_commit', 'off', true)), kept as (
    insert into bot_state.kept (kind, id, value, expires, touched)
    select kind, id, value, expires, $5 from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) as w (kind, id, value, expires)
    where value is not null
    on conflict (kind, id) do update set value = excluded.value, expires = excluded.expires, touched = excluded.touched
  ), forgotten as (
    delete from bot_state.kept k using unnest($1::text[], $2::text[], $3::text[]) as w (kind, id, value)
    where w.value is null and k.kind = w.kind and k.id = w.id
  )
  update bot_state.deliveries set done = now(), body = null from quick where id = $6`;
const PUT = `with fresh as (
    insert into bot_state.deliveries (platform, number, lane, chat, body)
    select $1, number, lane, chat, body
    from unnest($2::text[], $3::integer[], $4::text[], $5::text[]) with ordinality as d (number, lane, chat, body, nth)
    order by nth
    on conflict (platform, number) do nothing returning id
  )
  select fresh, pg_notify('bot_state', $1) from (select count(*)::integer as fresh from fresh) as counted where fresh > 0`;
const WAITING = `select id::float8 as id, lane, chat, body from bot_state.deliveries
  where platform = $1 and done is null and lane = any($2::integer[]) and not (id = any($3::bigint[])) order by id limit $4`;
const BEAT = `with me as (
    insert into bot_state.members (platform, id, seen) values ($1, $2, clock_timestamp())
    on conflict (platform, id) do update set seen = excluded.seen
  )
  select count(*)::integer + 1 as members from bot_state.members
  where platform = $1 and id <> $2 and seen > clock_timestamp() - interval '5 seconds'`;
const BEYOND = `delete from bot_state.kept where kind = $1 and touched <=
  (select touched from bot_state.kept where kind = $1 order by touched desc offset $2 limit 1)`;

/** Keeps state in PostgreSQL, for any number of processes. Rejects where it cannot be reached, or must not be written. */
export async function openPostgres(url: string): Promise<StateEngine> {
  const where = addressOf(url);
  const fault = (error: unknown): StateError => postgresFault(where, error);
  const options = { connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT, keepAlive: true };
  const pool = new pg.Pool({ ...options, max: CONNECTIONS, query_timeout: QUERY_TIMEOUT });
  // A connection that breaks while it is idle is simply made again.
  pool.on('error', () => undefined);

  let away = Number.NEGATIVE_INFINITY;

  /** Runs what may be run twice, again where the connection broke in its middle. */
  async function again<T>(run: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        const done = await run();
        away = Number.NEGATIVE_INFINITY;
        return done;
      } catch (error) {
        const told = fault(error);
        // A database that was away a moment ago is asked but once: whoever waits for it decides how long.
        if (!told.passing || tried >= TRIES || Date.now() - away < AWAY) {
          away = Date.now();
          throw told;
        }
        await sleep(FIRST_PAUSE * 2 ** (tried - 1));
      }
    }
  }
  const query = <T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
    again(async () => (await pool.query<T>(text, [...values])).rows);

  try {
    await again(() => migrate(pool, where));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const line: Line = createLine({ ...options, query_timeout: CONNECT_TIMEOUT });
  const insurance = (seconds: number) => new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: seconds });

  return {
    name: 'postgres',
    lanes: LANES,
    grace: GRACE,

    async read(kind, id) {
      const rows = await query<{ value: string; expires: string }>(
        'select value, expires from bot_state.kept where kind = $1 and id = $2 and expires > $3',
        [kind, id, Date.now()],
      );
      return rows[0] && { value: rows[0].value, expires: Number(rows[0].expires) };
    },
    async commit(writes, done) {
      const column = (name: 'kind' | 'id' | 'expires') => writes.map((write) => write[name]);
      const values = writes.map(({ value }) => value ?? null);
      await query(KEEP, [column('kind'), column('id'), values, column('expires'), Date.now(), done ?? null]);
    },

    async put(platform, deliveries) {
      if (deliveries.length === 0) return 0;
      const [put] = await query<{ fresh: number }>(PUT, [
        platform,
        deliveries.map(({ number }) => number),
        deliveries.map((delivery) => laneOf(delivery, LANES)),
        deliveries.map(({ chat }) => chat),
        deliveries.map(({ body }) => body),
      ]);
      return put?.fresh ?? 0;
    },
    waiting: (platform, lanes, inHand, limit) => query<Waiting>(WAITING, [platform, lanes, inHand, limit]),
    onPut: (platform, wake) => line.onNotice(platform, wake),

    hold: (name) => line.hold(name).catch(rethrow(fault)),
    holdLane: (platform, lane, member, patient) => line.holdLane(platform, lane, member, patient).catch(rethrow(fault)),
    async beat(platform, member) {
      const [counted] = await line.query<{ members: number }>(BEAT, [platform, member]).catch(rethrow(fault));
      return counted!.members;
    },
    async leave(platform, member) {
      await query('delete from bot_state.members where platform = $1 and id = $2', [platform, member]);
    },

    counter(name, seconds) {
      const limiter = new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        schemaName: 'bot_state',
        tableName: 'limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points: Number.MAX_SAFE_INTEGER,
        duration: seconds,
        // Questions are still counted, by each process for itself, while the database is away.
        insuranceLimiter: insurance(seconds),
      });
      return createCounter(limiter, fault);
    },

    async addDispute({ at, body }, most) {
      const rows = await query(
        `insert into bot_state.disputes (at, body) select $1, $2
         where (select coalesce(sum(octet_length(body)), 0) from bot_state.disputes) <= $3 returning id`,
        [at, body, most],
      );
      return rows.length > 0;
    },
    async disputes(limit) {
      const [count] = await query<{ total: number }>('select count(*)::integer as total from bot_state.disputes');
      const newest = await query<DisputeRow>('select at, body from bot_state.disputes order by id desc limit $1', [
        limit,
      ]);
      return { total: count!.total, newest };
    },

    async sweep(capacity) {
      await query('delete from bot_state.kept where expires <= $1', [Date.now()]);
      for (const kind of ['conversation', 'button', 'placed']) await query(BEYOND, [kind, capacity]);
      await query(`delete from bot_state.deliveries where done < now() - interval '25 hours'`);
      await query(`delete from bot_state.members where seen < now() - interval '1 minute'`);
      await query('delete from bot_state.limits where expire < $1', [Date.now()]);
    },
    async problem() {
      const began = performance.now();
      try {
        await pool.query('select 1 from bot_state.kept limit 1');
      } catch (error) {
        return fault(error).message;
      }
      const taken = performance.now() - began;
      return taken < SLOW ? null : `PostgreSQL at ${where} is slow: ${(taken / 1000).toFixed(1)} s for a small query`;
    },
    async close() {
      await line.close();
      await pool.end();
    },
  };
}

function rethrow(fault: (error: unknown) => StateError): (error: unknown) => never {
  return (error) => {
    throw fault(error);
  };
}

/** Host, port and database of an address, without user and password. */
export function addressOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname || 'localhost'}:${port || 5432}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

/** Brings the tables to this version, one process at a time, all of it or nothing. */
async function migrate(pool: pg.Pool, where: string): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('bot_state:migrate', 0))`);
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('bot_state.version') is not null as there`,
    );
    if (!rows[0]!.there) {
      const found = await client.query(`select 1 from pg_namespace where nspname = 'bot_state'`);
      // Where it was made for this user, the user needs no right to make schemas.
      if (found.rows.length === 0) await client.query('create schema bot_state');
      await client.query('create table bot_state.version (version integer not null)');
      await client.query('insert into bot_state.version values (0)');
    }
    const held = await client.query<{ version: number }>('select version from bot_state.version');
    const version = held.rows[0]?.version ?? 0;
    const newer = versionFault(`PostgreSQL at ${where}: the schema bot_state`, version);
    if (newer !== undefined) throw newer;
    for (const step of STEPS.slice(version)) await client.query(step);
    if (version !== SCHEMA_VERSION) await client.query('update bot_state.version set version = $1', [SCHEMA_VERSION]);
    await client.query('commit');
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // A connection in an unknown state is closed; so is its transaction.
    client.release(broken);
  }
}
