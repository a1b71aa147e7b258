import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/lexicon/paths.js';
import { TOKEN } from './ids.js';
import { type Platform, reply, startPlatform, textOf, until } from './platform.js';

/** The program as `npm run discord` starts it. `npm test` builds it first. */
const PROGRAM = join(PACKAGE_ROOT, 'dist/adapters/discord/main.js');

let platform: Platform;
let children: ChildProcess[] = [];

beforeEach(async () => {
  platform = await startPlatform();
});

afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  children = [];
  await platform.close();
});

function start(environment: Record<string, string>): {
  child: ChildProcess;
  output: () => string;
  exit: Promise<number | null>;
} {
  const child = spawn(process.execPath, [PROGRAM], {
    cwd: PACKAGE_ROOT,
    env: {
      PATH: process.env.PATH,
      DISCORD_API_ROOT: platform.root,
      DISCORD_TOKEN: TOKEN,
      STATE_FILE: ':memory:',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (output += chunk));
  return { child, output: () => output, exit: once(child, 'exit').then(([code]) => code as number | null) };
}

const ready = () => until(() => platform.rest.commands.some(({ name }) => name === '核对数字'), 'the bot');

test('SIGTERM finishes what is in hand and ends with 0, the token never printed', async () => {
  const { child, output, exit } = start({ LOG_LEVEL: 'debug' });
  await ready();
  platform.rest.once('PATCH', /@original$/, { status: 0 }, 300);
  const asked = platform.slash('ask', { question: '2022年常德GDP目标' });
  await until(() => platform.rest.requests.at(-1)?.method === 'PATCH', 'the answer on its way');
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(textOf(await reply(asked))).toContain('7%以上');
  expect(output()).not.toContain(TOKEN);
});

test('a refused token ends the program with one clear line', async () => {
  const { output, exit } = start({ DISCORD_TOKEN: 'another-token.another.another-token-another', LOG_LEVEL: 'silent' });
  expect(await exit).toBe(1);
  expect(output()).toMatch(/^DISCORD_TOKEN is refused by Discord: .*Reset Token$/m);
  expect(output()).not.toContain('another-token');
});

test('a token that is not set is asked for by name, with how to get one', async () => {
  const { output, exit } = start({ DISCORD_TOKEN: '' });
  expect(await exit).toBe(1);
  expect(output()).toMatch(/DISCORD_TOKEN is not set.*discord\.com\/developers/);
});

test('shards run under a manager, which stops them with itself', async () => {
  const { child, exit } = start({ DISCORD_SHARDS: '1', LOG_LEVEL: 'info' });
  await ready();
  expect(platform.gateway.log.shards).toEqual([[0, 1]]);
  expect(textOf(await reply(platform.slash('ask', { question: '2022年常德GDP目标' })))).toContain('7%以上');
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});
