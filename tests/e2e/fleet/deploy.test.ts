import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readSettings } from '../../../adapters/shared/settings.js';
import { PACKAGE_ROOT } from '../../../src/lexicon/paths.js';
import { type Server, workerPostgres } from '../../support/postgres.js';
import { person, shownIn, TOKEN } from '../telegram/chat.js';
import { type BotApi, startBotApi } from '../telegram/server.js';
import { kill, startMember, until } from './fleet.js';

// Programs are started and killed several times: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let server: Server;
let api: BotApi;

beforeAll(async () => {
  [server, api] = await Promise.all([workerPostgres(), startBotApi(TOKEN)]);
});
afterAll(async () => {
  await api.close();
});

const read = (path: string) => readFileSync(join(PACKAGE_ROOT, path), 'utf8');
const blocks = () => [...read('docs/DEPLOY.md').matchAll(/```sql\n(.*?)```/gs)].map(([, sql]) => sql!);

test('the roles of docs/DEPLOY.md are enough: one publishes, the other answers and may not change the reports', async () => {
  await server.database('reports');
  const [roles, grants] = blocks();
  await server.ask('reports', roles!);
  const as = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${server.port}/reports`;
  const publisher = as('publisher', 'change-me-1');
  const program = join(PACKAGE_ROOT, 'dist/adapters/cli/publish.js');
  const published = await promisify(execFile)(process.execPath, [program, '--to', publisher], { cwd: PACKAGE_ROOT });
  expect(published.stdout).toContain('已切换到第');
  const client = new pg.Client({ connectionString: publisher });
  await client.connect();
  await client.query(grants!);
  await client.end();

  const member = startMember(api, {
    // As in compose.yaml: the password apart from the address.
    DATABASE_URL: `postgres://bot@127.0.0.1:${server.port}/reports`,
    PGPASSWORD: 'change-me-2',
    CORPUS: '',
  });
  try {
    await until(() => member.output().includes('"receiving"'), `the bot:\n${member.output()}`);
    const alice = person(api);
    alice.say('2022年常德GDP目标');
    expect(shownIn(await alice.got('sendMessage'))).toContain('增长7%以上');
    expect(member.output()).not.toContain('change-me');
  } finally {
    await kill(member);
  }
  const reader = new pg.Client({ connectionString: as('bot', 'change-me-2') });
  await reader.connect();
  await expect(reader.query('delete from corpus.meta')).rejects.toThrow('permission denied');
  await reader.end();
});

test('compose.yaml sets nothing that is no setting, and starts programs that there are', () => {
  const text = read('compose.yaml');
  for (const [, file] of text.matchAll(/"(dist\/[^"]+)"/g)) expect(read(file!)).toBeTruthy();
  const [url] = /postgres:\/\/reports@\S+/.exec(text)!;
  expect(readSettings({ DATABASE_URL: url })).toMatchObject({ ok: true });
  const names = [...text.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name);
  expect(names).toEqual(['DATABASE_URL', 'PGPASSWORD']);
});
