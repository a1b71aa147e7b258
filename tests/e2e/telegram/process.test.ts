import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TEXTS } from '../../../adapters/shared/texts.js';
import { PACKAGE_ROOT, SEEDS_DIR } from '../../../src/lexicon/paths.js';
import { person, shownIn, TOKEN } from './chat.js';
import { type BotApi, startBotApi } from './server.js';

/** A program in a process of its own, through npm as a service manager starts it or by itself. Needs the build that `npm test` makes. */
interface Program {
  readonly child: ChildProcess;
  readonly exit: Promise<{ code: number | null; signal: string | null }>;
  output(): string;
}

let api: BotApi;
const started: ChildProcess[] = [];

beforeAll(async () => {
  api = await startBotApi(TOKEN);
});

afterAll(async () => {
  for (const child of started)
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await api.close();
});

const throughNpm = (script: string): readonly [string, string[]] => ['npm', ['run', '--silent', script]];
/** What the script starts: npm itself takes half a second. */
const alone = (program: string): readonly [string, string[]] => [process.execPath, [join(PACKAGE_ROOT, program)]];

function start([file, args]: readonly [string, string[]], environment: Record<string, string>): Program {
  const child = spawn(file, args, {
    cwd: PACKAGE_ROOT,
    // A group of its own, so that whatever a failed test leaves can be ended whole.
    detached: true,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'test', STATE_FILE: ':memory:', ...environment },
  });
  started.push(child);
  let output = '';
  child.stdout?.on('data', (data) => (output += data));
  child.stderr?.on('data', (data) => (output += data));
  const exit = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  return { child, exit, output: () => output };
}

describe('npm run telegram', () => {
  test('answers, reloads, finishes what is in hand on SIGTERM, ends with 0 within 10 s, and leaves nothing that polls', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gov-report-bot-'));
    const corpus = join(folder, 'reports');
    cpSync(SEEDS_DIR, corpus, { recursive: true });
    const program = start(throughNpm('telegram'), {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.root,
      ADMIN_IDS: '1',
      CORPUS: corpus,
      STATE_FILE: join(folder, 'state.sqlite'),
      CACHE_DIR: join(folder, 'cache'),
      HEALTH_PORT: '0',
    });
    const alice = person(api);
    alice.say('2022年常德GDP目标');
    await api.waitFor(({ payload }) => payload.chat_id === alice.chat);
    expect(shownIn(await alice.got('sendMessage'))).toContain('增长7%以上');

    const admin = person(api, { user: 1 });
    for (const [change, expected] of [
      [() => renameSync(corpus, `${corpus}-away`), TEXTS.reloadFailed],
      [() => renameSync(`${corpus}-away`, corpus), TEXTS.reloaded],
    ] as const) {
      change();
      const before = api.calls.length;
      admin.say('/reload');
      expect(shownIn(await admin.got('sendMessage', before))).toContain(expected);
      alice.say('2022年常德GDP目标');
      expect(shownIn(await alice.got('sendMessage', before))).toContain('增长7%以上');
    }

    const bob = person(api);
    const from = api.calls.length;
    api.inject('sendMessage', { kind: 'slow', ms: 700 });
    bob.say('2022年怀化GDP目标');
    await vi.waitUntil(() => api.held === 1, { timeout: 120_000 });
    const began = performance.now();
    process.kill(program.child.pid!, 'SIGTERM');
    expect(await program.exit).toEqual({ code: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(10_000);
    await bob.got('sendMessage', from);
    const { polls } = api;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(api.polls).toBe(polls);
    expect(program.output()).not.toContain(TOKEN);
    expect(api.violations).toEqual([]);
  });

  test('tells a refused token in one line, without the token, and ends with 1', async () => {
    const wrong = '987654321:WRONG_token_that_must_never_be_printed_0';
    const program = start(alone('dist/adapters/telegram/main.js'), {
      TELEGRAM_BOT_TOKEN: wrong,
      TELEGRAM_API_ROOT: api.root,
    });
    expect((await program.exit).code).toBe(1);
    expect(program.output()).toMatch(/TELEGRAM_BOT_TOKEN is refused by Telegram \(401\)/);
    expect(program.output()).not.toContain('WRONG_token');
  });

  test('names each setting that is missing or wrong and how to get it, and ends with 1', async () => {
    const program = start(alone('dist/adapters/telegram/main.js'), { ADMIN_IDS: 'me', HEALTH_PORT: 'x' });
    expect((await program.exit).code).toBe(1);
    expect(program.output().trim().split('\n')).toEqual([
      expect.stringMatching(/^ADMIN_IDS /),
      expect.stringMatching(/^HEALTH_PORT /),
      expect.stringMatching(/^TELEGRAM_BOT_TOKEN is not set .*BotFather/),
    ]);
  });
});

describe('npm run bots', () => {
  test('asks for a token where none is set', async () => {
    const program = start(throughNpm('bots'), {});
    expect((await program.exit).code).toBe(1);
    expect(program.output()).toMatch(/TELEGRAM_BOT_TOKEN is not set[\s\S]*DISCORD_TOKEN is not set/);
  });

  test('says that a folder of reports is not there, and ends with 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gov-report-bot-'));
    writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50]));
    const program = start(alone('dist/adapters/main.js'), {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.root,
      CORPUS: folder,
    });
    expect((await program.exit).code).toBe(1);
    expect(program.output()).toContain(folder);
  });
});
