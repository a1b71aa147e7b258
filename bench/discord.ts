import { type ChildProcess, spawn } from 'node:child_process';
import { once as event } from 'node:events';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../src/lexicon/paths.js';
import { TOKEN } from '../tests/e2e/discord/ids.js';
import { type Platform, startPlatform, textOf, until } from '../tests/e2e/discord/platform.js';
import type { Exchange } from '../tests/e2e/discord/rest.js';

/** How quickly does the Discord bot respond, and does it keep its head in a burst? Bot in its own process, Discord on loopback. */

const QUESTIONS = [
  '2022年常德GDP目标',
  '2022年怀化GDP目标',
  '常德2021年社零目标完成了吗',
  '张家界历年GDP目标',
  '2022年邵阳GDP目标',
];
const SINGLE = 300;
const USERS = 200;
const CHANNELS = 50;
const BURST = 2000;

const platform = await startPlatform();
const port = 20_000 + (process.pid % 20_000);
const bot = startProgram(platform);
try {
  await until(() => platform.rest.commands.some(({ name }) => name === '核对数字'), 'the bot', 60_000);
  const start = await memory();
  await single(platform);
  await burst(platform, BURST);
  const once = await memory();
  await burst(platform, BURST / 2);
  const twice = await memory();
  console.log(
    `memory of the bot: ${mb(start)} MB after the start, ${mb(once)} MB after the burst, ${mb(twice)} MB after another`,
  );
} finally {
  if (bot.exitCode === null) {
    bot.kill('SIGTERM');
    await event(bot, 'exit');
  }
  await platform.close();
}

/** One question after another: from the interaction sent to the first response, and to the answer. */
async function single(on: Platform): Promise<void> {
  const first: number[] = [];
  const whole: number[] = [];
  for (let index = 0; index < SINGLE; index += 1) {
    const asked = ask(on, index);
    await until(() => asked.original, 'an answer');
    whole.push(performance.now() - asked.began);
    first.push(asked.first!.ms);
    // Discord allows 50 requests a second; beyond that the client library waits, and its waiting would be measured.
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const warm = SINGLE / 10;
  console.log(`first response, ${SINGLE} questions one by one: ${percentiles(first.slice(warm))}`);
  console.log(`answer shown,   ${SINGLE} questions one by one: ${percentiles(whole.slice(warm))}`);
}

/** All at once. */
async function burst(on: Platform, count: number): Promise<void> {
  const began = performance.now();
  const requestsBefore = on.rest.requests.length;
  const asked = Array.from({ length: count }, (_, index) => ask(on, index));
  await until(() => asked.every(({ first }) => first), 'all first responses', 60_000);
  const responded = performance.now() - began;
  await until(() => asked.every(({ original }) => original), 'all answers', 180_000);
  const answered = performance.now() - began;
  const edits = on.rest.requests
    .slice(requestsBefore)
    .filter(({ method }) => method === 'PATCH')
    .map(({ path }) => path);
  console.log(
    `burst of ${count} from ${USERS} users in ${CHANNELS} channels: first responses ${percentiles(asked.map(({ first }) => first!.ms))}, ` +
      `all within ${seconds(responded)}; all answered in ${seconds(answered)} (Discord's limit of 50 requests a second allows ${count / 50} s)`,
  );
  const lost = asked.filter(({ original }) => original === undefined || textOf(original) === '').length;
  console.log(
    `lost: ${lost}; out of order within a channel: ${outOfOrder(asked, edits)}; refused by the platform: ${on.rest.violations.length}`,
  );
}

function ask(on: Platform, index: number): Exchange {
  const question = QUESTIONS[index % QUESTIONS.length]!;
  return on.slash(
    'ask',
    { question },
    { user: String(1000 + (index % USERS)), channel: String(500 + (index % CHANNELS)) },
  );
}

function outOfOrder(asked: readonly Exchange[], edits: readonly string[]): number {
  const position = new Map(edits.map((path, at) => [path.split('/')[3], at]));
  let wrong = 0;
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    const places = asked
      .filter((_, index) => index % CHANNELS === channel)
      .map(({ token }) => position.get(token) ?? -1);
    wrong += places.filter((place, at) => at > 0 && place < places[at - 1]!).length;
  }
  return wrong;
}

function startProgram(on: Platform): ChildProcess {
  return spawn(process.execPath, [join(PACKAGE_ROOT, 'dist/adapters/discord/main.js')], {
    cwd: PACKAGE_ROOT,
    env: {
      PATH: process.env.PATH,
      DISCORD_API_ROOT: on.root,
      DISCORD_TOKEN: TOKEN,
      LIMIT_PER_USER: '100000/1',
      LIMIT_PER_CHAT: '100000/1',
      LOG_LEVEL: 'warn',
      HEALTH_PORT: String(port),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Resident memory of the bot in bytes. */
async function memory(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}

function percentiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

function mb(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
