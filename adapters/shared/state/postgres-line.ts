import pg from 'pg';
import type { Hold, Platform } from './types.js';

/**
 * One connection of its own that holds the locks of a process and hears what others put. Locks of PostgreSQL belong to a
 * connection: when the process dies the server lets go of them, and when the connection breaks the process knows that they are lost.
 */
export interface Line {
  query<T extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<T[]>;
  hold(name: string): Promise<Hold | undefined>;
  holdLane(platform: Platform, lane: number, member: string, patient: boolean): Promise<Hold | 'wait' | undefined>;
  onNotice(platform: Platform, wake: () => void): () => void;
  close(): Promise<void>;
}

/** A peer that vanished without a word (a machine that lost its power) is given up after some seven seconds. */
const SETUP = `set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 2; listen bot_state`;

export function createLine(options: pg.ClientConfig): Line {
  const wakers = new Map<string, Set<() => void>>();
  /** Names held by the connection that is open now. */
  let held = new Set<string>();
  let connecting: Promise<pg.Client> | undefined;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  function drop(client: pg.Client): void {
    connecting = undefined;
    held = new Set();
    client.end().catch(() => undefined);
    // Something may have been put that was not heard.
    for (const set of wakers.values()) for (const wake of set) wake();
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client(options);
    let open = true;
    const broke = () => {
      if (!open) return;
      open = false;
      if (!closed) drop(client);
    };
    client.on('error', broke);
    client.on('end', broke);
    client.on('notification', ({ payload }) => {
      for (const wake of wakers.get(payload ?? '') ?? []) wake();
    });
    try {
      await client.connect();
      await client.query(SETUP);
      return client;
    } catch (error) {
      broke();
      throw error;
    }
  }

  async function query<T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    if (closed) throw new Error('Connection ended');
    connecting ??= connect().catch((error) => {
      connecting = undefined;
      throw error;
    });
    const client = await connecting;
    // One query after another: the connection takes no second one meanwhile.
    const asked = last.then(() => client.query<T>(text, [...values]));
    last = asked.catch(() => undefined);
    try {
      return (await asked).rows;
    } catch (error) {
      // What has no code of the server is a connection that no longer answers.
      if (!/^[0-9A-Z]{5}$/.test(String((error as { code?: unknown }).code))) drop(client);
      throw error;
    }
  }

  const key = (name: string) => `bot_state:${name}`;

  async function hold(name: string, letGo: () => Promise<unknown> = async () => undefined): Promise<Hold | undefined> {
    if (held.has(name)) return undefined;
    const [row] = await query<{ taken: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as taken', [
      key(name),
    ]);
    if (!row!.taken) return undefined;
    const names = held.add(name);
    let released = false;
    return {
      get lost() {
        return released || names !== held;
      },
      async release() {
        if (released) return;
        released = true;
        if (names !== held) return;
        names.delete(name);
        await letGo();
        await query('select pg_advisory_unlock(hashtextextended($1, 0))', [key(name)]);
      },
    };
  }

  return {
    query,
    hold,
    async holdLane(platform, lane, member, patient) {
      const place = [platform, lane];
      const taken = await hold(`${platform}-${lane}`, () =>
        query('update bot_state.lanes set owner = null where platform = $1 and lane = $2', place),
      );
      if (taken === undefined) return undefined;
      const [row] = await query<{ owner: string | null }>(
        'select owner from bot_state.lanes where platform = $1 and lane = $2',
        place,
      );
      const owner = row?.owner ?? member;
      if (owner !== member && !patient) {
        // Given back without a word: the one that held it has not let go of it.
        held.delete(`${platform}-${lane}`);
        await query('select pg_advisory_unlock(hashtextextended($1, 0))', [key(`${platform}-${lane}`)]);
        return 'wait';
      }
      await query(
        `insert into bot_state.lanes (platform, lane, owner) values ($1, $2, $3)
         on conflict (platform, lane) do update set owner = excluded.owner`,
        [...place, member],
      );
      return taken;
    },
    onNotice(platform, wake) {
      const set = wakers.get(platform) ?? new Set();
      wakers.set(platform, set.add(wake));
      return () => void set.delete(wake);
    },
    async close() {
      closed = true;
      const client = await connecting?.catch(() => undefined);
      await client?.end().catch(() => undefined);
      held = new Set();
    },
  };
}
