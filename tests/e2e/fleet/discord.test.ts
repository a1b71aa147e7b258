import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { PACKAGE_ROOT, SEEDS_DIR } from '../../../src/lexicon/paths.js';
import { freePort } from '../../support/free-port.js';
import { PASSWORD, type Server, workerPostgres } from '../../support/postgres.js';
import { TOKEN } from '../discord/ids.js';
import { controls, type Platform, reply, startPlatform, textOf, until } from '../discord/platform.js';

// Programs are started and killed several times: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let server: Server;
let platform: Platform;
const children: ChildProcess[] = [];
let databases = 0;

beforeAll(async () => {
  server = await workerPostgres();
});
beforeEach(async () => {
  platform = await startPlatform();
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await platform.close();
});

function start(environment: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist/adapters/discord/main.js')], {
    cwd: PACKAGE_ROOT,
    env: {
      PATH: process.env.PATH,
      DISCORD_API_ROOT: platform.root,
      DISCORD_TOKEN: TOKEN,
      CORPUS: SEEDS_DIR,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  return { child, output: () => output };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

test('a second process waits; when the first dies it answers what that one had taken, and its buttons work', async () => {
  const environment = { DATABASE_URL: await server.database(`discord_${++databases}`) };
  const first = start(environment);
  await until(() => first.output().includes('"receiving"'), 'the first');
  const second = start(environment);
  await until(() => second.output().includes('"receiving"'), 'the second');
  expect(platform.gateway.log.identifies).toBe(1);
  const shown = await reply(platform.slash('ask', { question: '2022年常德GDP目标' }));

  // The first response is made, and before the answer follows the process is gone.
  platform.rest.once('PATCH', /@original$/, { status: 0 }, 600_000);
  const asked = platform.slash('ask', { question: '2022年怀化GDP目标' });
  await until(() => asked.first?.type === 5, 'the first response');
  await until(() => platform.rest.requests.at(-1)?.method === 'PATCH', 'the answer on its way');
  await kill(first.child);
  const died = performance.now();
  expect(textOf(await reply(asked))).toContain('怀化市2022年地区生产总值目标');
  expect(performance.now() - died).toBeLessThan(15_000);
  expect(platform.gateway.log.identifies).toBe(2);

  const source = controls(shown).find(({ label }) => label.includes('原文'))!;
  expect(textOf(await reply(platform.press(shown, source.id)))).toContain('7%以上');
  // What leans on a turn that the dead process answered.
  expect(textOf(await reply(platform.slash('ask', { question: '那邵阳呢' })))).toContain(
    '邵阳市2022年地区生产总值目标',
  );
});

test('two processes share the shards, and a third waits', async () => {
  const environment = {
    DATABASE_URL: await server.database(`discord_${++databases}`),
    DISCORD_PROCESSES: '2',
    DISCORD_SHARDS: '4',
  };
  for (let number = 1; number <= 3; number += 1) {
    const member = start(environment);
    await until(() => member.output().includes('"receiving"'), `process ${number}`);
  }
  await until(() => platform.gateway.log.shards.length >= 4, 'the shards');
  const shards = platform.gateway.log.shards.map((shard) => JSON.stringify(shard)).sort();
  expect(shards).toEqual(['[0,4]', '[1,4]', '[2,4]', '[3,4]']);
});

test('while the database is away health says so, and what can be answered is; when it is back all is well', async () => {
  const port = await freePort();
  const url = await server.database(`discord_${++databases}`);
  const bot = start({ DATABASE_URL: url, HEALTH_PORT: String(port), LOG_LEVEL: 'debug' });
  await until(() => bot.output().includes('"receiving"'), 'the bot');
  const health = async () => {
    const answered = await fetch(`http://127.0.0.1:${port}/healthz`);
    return `${answered.status} ${await answered.text()}`;
  };
  expect(await health()).toBe('200 ok\n');
  await reply(platform.slash('ask', { question: '2022年常德GDP目标' }));

  await server.halt();
  expect(await health()).toMatch(
    /^503 [\s\S]*PostgreSQL at 127\.0\.0\.1:\d+\/discord_\d+ does not answer — is it running/,
  );
  for (let time = 0; time < 3; time += 1) {
    const asked = platform.slash('ask', { question: '2022年怀化GDP目标' });
    expect(textOf(await reply(asked))).toContain('怀化市2022年地区生产总值目标');
    // Discord takes no first response after three seconds.
    expect(asked.first?.ms).toBeLessThan(3000);
  }
  await server.start();
  await expect.poll(health, { timeout: 20_000, interval: 500 }).toBe('200 ok\n');
  await reply(platform.slash('ask', { question: '2022年常德GDP目标' }));
  expect(textOf(await reply(platform.slash('ask', { question: '那怀化呢' })))).toContain('怀化市2022年');
  for (const secret of [PASSWORD, TOKEN, url]) expect(bot.output()).not.toContain(secret);
});
