import { chmodSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRedactor } from '../../adapters/shared/redact.js';
import { readSettings, secretsOf } from '../../adapters/shared/settings.js';
import { StateError } from '../../adapters/shared/state/faults.js';
import { openState } from '../../adapters/shared/state/open.js';
import { openPostgres } from '../../adapters/shared/state/postgres.js';
import { openSqlite } from '../../adapters/shared/state/sqlite.js';
import type { StateEngine } from '../../adapters/shared/state/types.js';
import { PASSWORD, type Server, workerPostgres } from '../support/postgres.js';

const folder = () => mkdtempSync(join(tmpdir(), 'gov-report-bot-'));
const LATER = Date.now() + 3_600_000;
const kept = (id: string) => ({ kind: 'conversation', id, value: '"'.padEnd(5000, '字'), expires: LATER }) as const;

/** What is said of a failure: one line that names what fails and what to do, and no secret. */
async function said(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(StateError);
    const { message } = error as StateError;
    expect(message).not.toMatch(/\n/);
    expect(message).not.toContain(PASSWORD);
    return message;
  }
  throw new Error('it did not fail');
}

describe('a file', () => {
  test.each<[what: string, make: (file: string) => void, expected: RegExp]>([
    ['is no database', (file) => writeFileSync(file, '这不是数据库'.repeat(500)), /is no SQLite file — name another/],
    ['is a folder', (file) => mkdirSync(file), /cannot be opened — is there such a folder/],
    [
      'is of a newer version',
      (file) => {
        const db = new Database(file);
        db.exec('pragma user_version = 99');
        db.close();
      },
      /newer version of this program \(tables 99, this one knows 1\) — update/,
    ],
    [
      'is locked by another program',
      (file) => {
        openSqlite(file);
        const other = new Database(file);
        other.exec('begin exclusive');
      },
      /is locked by another program — stop that program/,
    ],
  ])('that %s', async (_what, make, expected) => {
    const file = join(folder(), 'state.sqlite');
    make(file);
    const message = await said(async () => {
      const state = openSqlite(file);
      await state.commit([kept('a')]);
    });
    expect(message).toContain(file);
    expect(message).toMatch(expected);
  });

  test('that is damaged in its middle', async () => {
    const file = join(folder(), 'state.sqlite');
    const before = openSqlite(file);
    await before.commit(Array.from({ length: 200 }, (_, n) => kept(String(n))));
    await before.close();
    const size = readFileSync(file).length;
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(size / 2, 7), 0, size / 2, size / 4);
    const state = openSqlite(file);
    const look = async () => {
      for (let n = 0; n < 200; n += 1) await state.read('conversation', String(n));
    };
    expect(await said(look)).toMatch(/is damaged — stop the bot and restore it from a copy/);
  });

  test('of before the first version is brought up to date', async () => {
    const file = join(folder(), 'state.sqlite');
    new Database(file).close();
    const state = openSqlite(file);
    await state.commit([kept('a')]);
    expect(await state.read('conversation', 'a')).toBeDefined();
  });

  test('on a full disk: nothing half-written, what is there is still read, health tells, and it goes on when there is room', async () => {
    const file = join(folder(), 'state.sqlite');
    const state = openSqlite(file, { pages: 30 });
    await state.commit([kept('first')]);
    let written = 0;
    const message = await said(async () => {
      for (; written < 1000; written += 1) await state.commit([kept(`a${written}`), kept(`b${written}`)]);
    });
    expect(message).toMatch(/cannot grow: the disk is full — make room/);
    expect(await state.read('conversation', `a${written}`)).toBeUndefined();
    expect(await state.read('conversation', `b${written}`)).toBeUndefined();
    expect(await state.read('conversation', 'first')).toBeDefined();
    expect(await state.problem()).toMatch(/disk is full/);
    expect(await said(() => state.put('telegram', [{ number: '1', chat: 'a', body: '字'.repeat(90_000) }]))).toMatch(
      /full/,
    );
    await state.commit([{ kind: 'conversation', id: 'first', expires: 0 }]);
    await state.commit([kept('again')]);
    expect(await state.problem()).toBeNull();
  });

  test('that may not be written', async () => {
    const place = folder();
    const file = join(place, 'state.sqlite');
    await openSqlite(file).close();
    chmodSync(file, 0o444);
    chmodSync(place, 0o555);
    chmodSync(dirname(place), 0o711);
    // The administrator may write everything: somebody else looks.
    const root = process.getuid?.() === 0;
    if (root) process.seteuid?.(65_534);
    try {
      expect(await said(() => openSqlite(file).commit([kept('a')]))).toMatch(
        /cannot be written — give the bot the right/,
      );
      expect(await said(() => openSqlite(join(place, 'new', 'state.sqlite')))).toMatch(
        /cannot be written — give the bot/,
      );
    } finally {
      if (root) process.seteuid?.(0);
    }
  });
});

describe('PostgreSQL', () => {
  let server: Server;
  beforeAll(async () => {
    server = await workerPostgres();
  });

  test.each<[what: string, change: Partial<URL>, expected: RegExp]>([
    ['with a wrong password', { password: 'wrong-and-secret' }, /refuses the user or the password — set/],
    ['without a password', { password: '' }, /refuses the user or the password/],
    ['without such a user', { username: 'nobody' }, /refuses the user or the password/],
    ['without such a database', { pathname: '/nothing' }, /has no such database — create it/],
    ['that is not there', { port: '1' }, /does not answer — is it running/],
    ['at an unknown host', { hostname: 'nowhere.invalid' }, /has an unknown host name/],
  ])('%s', async (what, change, expected) => {
    const url = new URL(`postgres://postgres:${PASSWORD}@127.0.0.1:${server.port}/postgres`);
    Object.assign(url, change);
    const message = await said(() => openPostgres(url.href));
    expect(message).toMatch(expected);
    expect(message).not.toContain('wrong-and-secret');
    expect(message, what).toMatch(/^PostgreSQL at \S+:\d+\/\w+ /);
  });

  test('of a newer version, and of an older one', async () => {
    const url = await server.database('versions');
    const first = await openPostgres(url);
    await first.commit([kept('a')]);
    await first.close();
    await server.ask('versions', 'update bot_state.version set version = 7');
    expect(await said(() => openPostgres(url))).toMatch(
      /newer version of this program \(tables 7, this one knows 1\) — update/,
    );
    await server.ask(
      'versions',
      'drop schema bot_state cascade; create schema bot_state; create table bot_state.version (version integer); insert into bot_state.version values (0)',
    );
    const migrated = await openPostgres(url);
    await migrated.commit([kept('a')]);
    await migrated.close();
  });

  test('in which the user may make nothing', async () => {
    await server.database('narrow');
    await server.ask('narrow', `create role reader login password '${PASSWORD}'`);
    const message = await said(() => openPostgres(`postgres://reader:${PASSWORD}@127.0.0.1:${server.port}/narrow`));
    expect(message).toMatch(/give the user the right to create and write tables in the schema bot_state/);
  });

  test('several processes may make the tables at once', async () => {
    const url = await server.database('together');
    const opened = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url)));
    await Promise.all(opened.map((state) => state.commit([kept('a')])));
    await Promise.all(opened.map((state) => state.close()));
  });

  test('that answers after two seconds: slower, nothing lost, and health says so', async () => {
    const proxy = await startProxy(server.port);
    const url = `postgres://postgres:${PASSWORD}@127.0.0.1:${proxy.port}/${await named('slow')}`;
    const state = await openPostgres(url);
    proxy.delay = 2000;
    const began = performance.now();
    expect(await state.put('telegram', [{ number: '1', chat: 'a', body: 'x' }])).toBe(1);
    expect(performance.now() - began).toBeGreaterThan(1900);
    expect(await state.problem()).toMatch(/is slow: 2\.\d s for a small query/);
    proxy.delay = 0;
    expect(await state.problem()).toBeNull();
    await state.close();
    await proxy.close();
  });

  test('cut off in the middle of a query: what was asked is asked again, and done once', async () => {
    const proxy = await startProxy(server.port);
    const url = `postgres://postgres:${PASSWORD}@127.0.0.1:${proxy.port}/${await named('cut')}`;
    const state = await openPostgres(url);
    for (let round = 0; round < 5; round += 1) {
      // The server does it, and the answer is lost.
      proxy.cutAnswers(1);
      await state.put('telegram', [{ number: String(round), chat: 'a', body: `${round}` }]);
      proxy.cutAnswers(1);
      await state.commit([kept(`c${round}`)]);
    }
    const lanes = Array.from({ length: state.lanes }, (_, lane) => lane);
    expect((await state.waiting('telegram', lanes, [], 100)).map(({ body }) => body)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ]);
    for (let round = 0; round < 5; round += 1) expect(await state.read('conversation', `c${round}`)).toBeDefined();
    await state.close();
    await proxy.close();
  });

  test('that goes away: one line each, locks are known as lost, and all goes on when it is back', async () => {
    const state = await openPostgres(`postgres://postgres:${PASSWORD}@127.0.0.1:${server.port}/${await named('away')}`);
    await state.commit([kept('before')]);
    const hold = await state.hold('telegram-poll');
    await server.halt();
    await expect.poll(() => hold?.lost).toBe(true);
    for (const run of [
      () => state.read('conversation', 'before'),
      () => state.commit([kept('x')]),
      () => state.hold('other'),
      () => state.beat('telegram', 'me'),
    ]) {
      expect(await said(run)).toMatch(/does not answer — is it running/);
    }
    expect(await state.problem()).toMatch(/does not answer/);
    // Limits go on, each process for itself.
    expect(await state.counter('user', 60).take('a')).toBe(1);
    await server.start();
    expect(await state.read('conversation', 'before')).toBeDefined();
    expect((await state.hold('telegram-poll'))?.lost).toBe(false);
    expect(await state.problem()).toBeNull();
    await state.close();
  });

  test('that comes up late is waited for at the start; a wrong password is not', async () => {
    const url = `postgres://postgres:${PASSWORD}@127.0.0.1:${server.port}/${await named('late')}`;
    await server.halt();
    const reasons: string[] = [];
    const opening: Promise<StateEngine> = openState({ DATABASE_URL: url, STATE_FILE: '' }, (reason) =>
      reasons.push(reason),
    );
    await expect.poll(() => reasons.length, { timeout: 5000 }).toBeGreaterThan(0);
    expect(reasons[0]).toMatch(/does not answer/);
    await server.start();
    await (await opening).close();
    const wrong = new URL(url);
    wrong.password = 'wrong-and-secret';
    expect(await said(() => openState({ DATABASE_URL: wrong.href, STATE_FILE: '' }))).toMatch(/refuses the user/);
  });

  async function named(name: string): Promise<string> {
    await server.database(name);
    return name;
  }
});

describe('DATABASE_URL', () => {
  test('is masked as a whole, and so is its password, as written and as meant', () => {
    const read = readSettings({ DATABASE_URL: 'postgres://bot:p%40ss-word@db.example.org/bot' });
    if (!read.ok) throw new Error(read.problems.join('\n'));
    const redact = createRedactor(secretsOf(read.settings));
    for (const text of ['postgres://bot:p%40ss-word@db.example.org/bot', 'user bot, p@ss-word', 'p%40ss-word']) {
      expect(redact(text)).toMatch(/\[redacted\]/);
      expect(redact(text)).not.toMatch(/ss-word/);
    }
  });

  test.each(['mysql://a:b@c/d', 'not an address', 'postgres//x'])('%s is refused, and not repeated', (DATABASE_URL) => {
    const read = readSettings({ DATABASE_URL });
    expect(read.ok).toBe(false);
    if (!read.ok)
      expect(read.problems.join('\n')).toMatch(/^DATABASE_URL must be an address such as [^\n]*STATE_FILE$/);
    if (!read.ok) expect(read.problems.join('\n')).not.toContain(DATABASE_URL);
  });
});

/** A connection on the way to the database that can be slow, or break. */
async function startProxy(port: number) {
  let cuts = 0;
  const sockets = new Set<Socket>();
  const proxy = { port: 0, delay: 0, cutAnswers, close };
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    sockets.add(client).add(upstream);
    client.on('data', (data) => setTimeout(() => upstream.writable && upstream.write(data), proxy.delay));
    upstream.on('data', (data) => {
      if (cuts > 0) {
        cuts -= 1;
        client.destroy();
        return;
      }
      client.write(data);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.port = (server.address() as AddressInfo).port;
  return proxy;

  function cutAnswers(count: number): void {
    cuts = count;
  }

  async function close(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}
