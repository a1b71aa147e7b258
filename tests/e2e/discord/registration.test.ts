import { afterAll, beforeAll, expect, test } from 'vitest';
import { VERIFY_COMMAND } from '../../../adapters/discord/command-bodies.js';
import { createFakeAssistant } from '../../support/fake-assistant.js';
import { type Platform, startPlatform } from './platform.js';
import { startBot } from './start-bot.js';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(async () => {
  await platform.close();
});

/** Starts the bot and stops it; what it asked of the command routes, and what it logged. Registering asks nothing of the reports. */
async function register(): Promise<{ sent: string[]; log: string }> {
  const before = platform.rest.requests.length;
  const bot = await startBot(platform, createFakeAssistant);
  await bot.running.stop();
  const sent = platform.rest.requests.slice(before).filter(({ path }) => path.includes('/commands'));
  return {
    sent: sent.map(({ method, body }) =>
      [method, (body as { name?: string } | undefined)?.name].filter(Boolean).join(' '),
    ),
    log: bot.kit.lines.join(''),
  };
}

test('the first time every command is registered, each with its languages', async () => {
  const { sent } = await register();
  expect(sent[0]).toBe('GET');
  expect(sent).toContain('POST ask');
  expect(sent).toContain(`POST ${VERIFY_COMMAND}`);
  expect(platform.rest.violations).toEqual([]);
  const ask = platform.rest.commands.find(({ name }) => name === 'ask')!;
  expect(ask.name_localizations).toEqual({ 'zh-CN': '问', 'zh-TW': '問' });
});

test('what is unchanged is not sent', async () => {
  expect((await register()).sent).toEqual(['GET']);
});

test('of what has changed only that is sent', async () => {
  platform.rest.commands.find(({ name }) => name === 'trend')!.description = 'something else';
  expect((await register()).sent).toEqual(['GET', 'PATCH trend']);
});

test('an option that has changed is a change', async () => {
  const targets = platform.rest.commands.find(({ name }) => name === 'targets') as unknown as {
    options: { description: string }[];
  };
  targets.options[1]!.description = 'another';
  expect((await register()).sent).toEqual(['GET', 'PATCH targets']);
});

test('a command that is no longer in the grammar is removed', async () => {
  platform.rest.commands.push({ ...platform.rest.commands[0]!, id: '77', name: 'bygone' });
  expect((await register()).sent).toEqual(['GET', 'DELETE']);
  expect(platform.rest.commands.some(({ name }) => name === 'bygone')).toBe(false);
});

test('a command that Discord refuses is named, and the others are registered', async () => {
  platform.rest.commands.length = 0;
  platform.rest.once('POST', /\/commands$/, {
    status: 400,
    body: { message: 'Invalid Form Body', code: 50035, errors: { name: { _errors: [{ code: 'X', message: 'no' }] } } },
  });
  const { sent, log } = await register();
  expect(log).toMatch(/"command":"ask".*50035.*a command was refused/);
  expect(platform.rest.commands.map(({ name }) => name)).not.toContain('ask');
  expect(platform.rest.commands.length).toBe(sent.length - 2);
});

test('Discord that is away at the start is waited for', async () => {
  for (let tries = 0; tries < 4; tries += 1)
    platform.rest.once('GET', /^\/gateway\/bot$/, { status: 503, body: 'down' });
  expect((await register()).log).toContain('Discord cannot be reached; trying again');
});

test('where the list cannot be read the bot works all the same', async () => {
  platform.rest.once('GET', /\/commands$/, { status: 403, body: { message: 'Missing Access', code: 50001 } });
  const { sent, log } = await register();
  expect(sent).toEqual(['GET']);
  expect(log).toContain('commands could not be registered');
});
