import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAssistant } from '../../src/assistant.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { openDatabase } from '../../src/retrieval/database.js';
import { publish } from '../../src/retrieval/publish.js';
import { openStore } from '../../src/retrieval/store.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { reportFolder, smallReport, temporary } from '../support/corpora.js';
import { PASSWORD, type Server, workerPostgres } from '../support/postgres.js';
import { startProxy } from '../support/proxy.js';

const lexicon = loadLexicon();
const QUESTION = '2022年常德GDP目标';
let server: Server;
let url: string;
beforeAll(async () => {
  server = await workerPostgres();
  url = await server.database('seeds');
  await fill(url, SEEDS_DIR);
  await server.ask(
    'seeds',
    `create role only_reads login password '${PASSWORD}'; grant usage on schema corpus to only_reads; grant select on all tables in schema corpus to only_reads`,
  );
});

async function fill(to: string, folder: string): Promise<void> {
  const store = await openPostgres(to, { write: true });
  try {
    await publish({ folders: [folder] }, lexicon, store);
  } finally {
    await store.close();
  }
}

/** What is said, in one line and without a secret. */
async function said(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    const { message } = error as Error;
    expect(message).not.toContain(PASSWORD);
    expect(message).not.toContain('hunter2');
    expect(message).not.toContain('\n');
    return message;
  }
  return 'nothing is wrong';
}
const other = (part: string, by: string): string => url.replace(part, by);
const small = () =>
  reportFolder({ 'a.txt': smallReport('株洲市', 2022, '7.5'), 'b.txt': smallReport('湘潭市', 2022, '8') });

describe('a database', () => {
  test('that is not there is named, with what to look at', async () => {
    expect(await said(() => openPostgres('postgres://bot:hunter2@127.0.0.1:1/reports'))).toMatch(
      /^PostgreSQL（127\.0\.0\.1:1\/reports）没有应答；/,
    );
    expect(await said(() => openPostgres('postgres://bot:hunter2@no-such-host.invalid/reports'))).toContain(
      '主机名无法解析',
    );
    expect(await said(() => openPostgres(other('/seeds', '/elsewhere')))).toContain('没有这个数据库');
  });

  test('whose password is wrong is told so', async () => {
    expect(await said(() => openPostgres(other(PASSWORD, 'hunter2')))).toContain('拒绝了用户名或密码');
  });

  test('that nobody has filled says how to fill it', async () => {
    const empty = await server.database('empty');
    expect(await said(() => openDatabase(empty, { lexicon, cacheDir: null }))).toContain('npm run publish');
  });

  test.each([
    ['99', '较新'],
    ['0', '较旧'],
  ])('of schema %s is %s, and is not read', async (version, what) => {
    const name = `schema_${version}`;
    const database = await server.database(name);
    await fill(database, small());
    await server.ask(name, `update corpus.meta set value = '${version}' where name = 'schema'`);
    expect(await said(() => openPostgres(database))).toContain(what);
    const written = await said(() => fill(database, small()));
    expect(written).toContain(version === '0' ? 'nothing is wrong' : '请升级程序');
  });

  test('is read by a role that may only read, which cannot write', async () => {
    const reader = other('//postgres:', '//only_reads:');
    const assistant = await createAssistant({ database: reader, cacheDir: temporary('cache-') });
    expect((await assistant.ask('x', QUESTION)).headline).toContain('增长7%以上');
    const store = await openPostgres(reader);
    expect(await said(() => store.put([{ name: 'x', sha: '', documents: [], source: '' }]))).toContain('不允许');
    await store.close();
  });

  test('that takes no writes keeps what it has', async () => {
    const database = await server.database('standby');
    const folder = small();
    await fill(database, folder);
    await server.ask('standby', 'alter database standby set default_transaction_read_only = on');
    writeFileSync(join(folder, 'c.txt'), smallReport('宜昌市', 2022, '6'));
    expect(await said(() => fill(database, folder))).toContain('不接受写入');
    expect((await openDatabase(database, { lexicon, cacheDir: null })).heads).toHaveLength(2);
  });

  test('that is slow, two seconds a query, is waited for', async () => {
    const proxy = await startProxy(server.port);
    const assistant = await createAssistant({
      database: other(`:${server.port}/`, `:${proxy.port}/`),
      cacheDir: temporary('cache-'),
    });
    proxy.delay = 2000;
    const answers = await Promise.all(['a', 'b', 'c'].map((session) => assistant.ask(session, QUESTION)));
    for (const { headline } of answers) expect(headline).toContain('增长7%以上');
  }, 60_000);

  test('that is cut off in mid-query is asked again', async () => {
    const proxy = await startProxy(server.port);
    const assistant = await createAssistant({
      database: other(`:${server.port}/`, `:${proxy.port}/`),
      cacheDir: temporary('cache-'),
    });
    for (const [i, after] of [0, 1, 2, 3].entries()) {
      proxy.cutAfter = after;
      expect(
        (
          await assistant.ask(
            String(i),
            ['2022年怀化GDP目标', '2021年常德GDP目标', '常德改造了多少老旧小区', QUESTION][i]!,
          )
        ).kind,
      ).toBe('figure');
    }
  }, 30_000);

  test('that goes away is told in one line, what is at hand is answered, and all is well when it is back', async () => {
    const assistant = await createAssistant({ database: url, cacheDir: temporary('cache-') });
    await assistant.ask('a', QUESTION);
    await server.halt();
    expect((await assistant.ask('b', QUESTION)).headline).toContain('增长7%以上');
    expect(await said(() => assistant.ask('c', '2022年娄底GDP目标'))).toMatch(/没有应答|断开了连接/);
    await server.start();
    expect((await assistant.ask('c', '2022年娄底GDP目标')).headline).toContain('7.5%以上');
  }, 60_000);
});

describe('a file', () => {
  const file = () => join(temporary('faults-'), 'corpus.db');

  test('of another program, or of a newer one, is left alone', async () => {
    const path = file();
    const database = new Database(path);
    database.exec('CREATE TABLE theirs (a)');
    database.close();
    expect(await said(() => openSqlite(path))).toContain('不是本程序写的');
    const own = file();
    openSqlite(own).close();
    const newer = new Database(own);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(await said(() => openSqlite(own))).toContain('请升级程序');
  });

  test('in a folder that is not there is named', async () => {
    expect(await said(() => openSqlite('/nowhere/at/all/corpus.db'))).toMatch(/^\/nowhere\/at\/all\/corpus\.db 打不开/);
  });

  test('that is full keeps the version before', async () => {
    const path = file();
    const folder = small();
    const before = openSqlite(path);
    await publish({ folders: [folder] }, lexicon, before);
    const version = before.version();
    before.close();
    for (let i = 0; i < 40; i += 1)
      writeFileSync(join(folder, `m${i}.txt`), smallReport('宜昌市', 1980 + i, '6', '更多。'.repeat(3000)));
    const full = openSqlite(path, { mostPages: 300 });
    expect(await said(() => publish({ folders: [folder] }, lexicon, full))).toContain('磁盘已满');
    full.close();
    const after = openSqlite(path, { readOnly: true });
    expect(after.version()).toEqual(version);
    after.close();
    const again = openSqlite(path);
    await publish({ folders: [folder] }, lexicon, again);
    expect(await again.heads((await again.version())!.number)).toHaveLength(42);
    again.close();
  });

  test('that another program has locked is waited for, then named', async () => {
    const path = file();
    const store = openSqlite(path, { patience: 200 });
    await publish({ folders: [small()] }, lexicon, store);
    const locking = new Database(path);
    locking.exec('BEGIN EXCLUSIVE');
    expect(await said(() => store.version())).toContain('被另一个程序锁住');
    locking.exec('ROLLBACK');
    expect(store.version()).toMatchObject({ number: 1 });
    locking.close();
    store.close();
  });

  test.runIf(process.getuid?.() !== 0)('that is read-only is read, and told where it should be written', async () => {
    const path = file();
    const folder = small();
    const store = openSqlite(path);
    await publish({ folders: [folder] }, lexicon, store);
    store.close();
    chmodSync(path, 0o444);
    writeFileSync(join(folder, 'c.txt'), smallReport('宜昌市', 2022, '6'));
    const readOnly = openSqlite(path);
    expect(readOnly.version()).toMatchObject({ number: 1 });
    expect(await said(() => publish({ folders: [folder] }, lexicon, readOnly))).toContain('不能写');
    readOnly.close();
  });

  test('of the cache that is locked does not keep anybody waiting for ever: the reports are read in memory', async () => {
    const cacheDir = temporary('cache-');
    const folder = small();
    const store = await openStore({ folders: [folder], cacheDir, lexicon, patience: 200 });
    const database = new Database(store.file!);
    database.exec('BEGIN EXCLUSIVE');
    const beside = await openStore({ folders: [folder], cacheDir, lexicon, patience: 200 });
    expect(beside.warnings.join()).toContain('被另一个程序锁住');
    expect(beside.heads).toHaveLength(2);
    database.exec('ROLLBACK');
    database.close();
    store.close();
  });
});
