import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../src/lexicon/paths.js';
import { person, TOKEN } from '../tests/e2e/telegram/chat.js';
import { type BotApi, startBotApi } from '../tests/e2e/telegram/server.js';

/** How quickly does the Telegram bot answer, and does it keep its head in a burst? Bot in its own process, Bot API on loopback. */

const QUESTIONS = [
  '2022年常德GDP目标',
  '2022年怀化GDP目标',
  '常德2021年社零目标完成了吗',
  '张家界历年GDP目标',
  '2022年邵阳GDP目标',
];
const SINGLE = 500;
const USERS = 200;
const BURST = 2000;

const api = await startBotApi(TOKEN);
const port = 20_000 + (process.pid % 20_000);
const bot = startProgram(api);
try {
  await api.waitFor(({ method }) => method === 'deleteWebhook', 0, 60_000);
  const memories = [await memory()];
  await single(api);
  for (const name of ['first', 'second', 'third']) {
    await burst(api, `${name} burst`);
    memories.push(await memory());
  }
  console.log(`resident memory of the bot: ${memories.map(mb).join(', ')} MB (at the start, after each burst)`);
  console.log(`faults: ${await faults()}`);
} finally {
  bot.kill('SIGTERM');
  await once(bot, 'exit');
  await api.close();
}

/** One question after another, each in a chat of its own: from the update handed over to the message received. */
async function single(on: BotApi): Promise<void> {
  const taken: number[] = [];
  for (let index = 0; index < SINGLE; index += 1) {
    const someone = person(on);
    const from = on.calls.length;
    const began = performance.now();
    someone.say(QUESTIONS[index % QUESTIONS.length]!);
    const sent = await someone.got(['sendMessage', 'sendRichMessage'], from);
    taken.push(sent.at - began);
  }
  console.log(
    `update received to message sent, ${SINGLE} questions one by one: ${percentiles(taken.slice(SINGLE / 10))}`,
  );
}

/** All at once, ten questions a person: answers in one chat come at the platform's pace. */
async function burst(on: BotApi, name: string): Promise<void> {
  const people = Array.from({ length: USERS }, () => person(on));
  const began = performance.now();
  const from = on.calls.length;
  const asked = Array.from({ length: BURST }, (_, index) => {
    const someone = people[index % USERS]!;
    return { chat: someone.chat, message: someone.say(QUESTIONS[index % QUESTIONS.length]!) };
  });
  const answers = () => on.calls.slice(from).filter(({ payload }) => payload.reply_parameters !== undefined);
  const deadline = performance.now() + 120_000;
  while (answers().length < BURST && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const took = performance.now() - began;

  const answered = answers().map(({ payload }) => ({
    chat: payload.chat_id,
    message: (payload.reply_parameters as { message_id: number }).message_id,
  }));
  const wrong = people.filter(({ chat }) => {
    const of = (list: { chat: unknown; message: number }[]) => list.filter((one) => one.chat === chat);
    return JSON.stringify(of(answered)) !== JSON.stringify(of(asked));
  });
  console.log(
    `${name} of ${BURST} from ${USERS} people: ${answered.length} answered in ${(took / 1000).toFixed(1)} s, ` +
      `chats with a lost, doubled or misplaced answer: ${wrong.length}, refused by the platform: ${on.violations.length}`,
  );
}

function startProgram(on: BotApi): ChildProcess {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-bot-'));
  return spawn(process.execPath, [join(PACKAGE_ROOT, 'dist/adapters/telegram/main.js')], {
    cwd: PACKAGE_ROOT,
    env: {
      PATH: process.env.PATH,
      TELEGRAM_API_ROOT: on.root,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_SENDS_PER_SECOND: '10000',
      STATE_FILE: join(folder, 'state.sqlite'),
      LOG_LEVEL: 'warn',
      HEALTH_PORT: String(port),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** What the bot tells of itself. */
async function metrics(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}

/** Resident memory of the bot in bytes. */
async function memory(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(await metrics())?.[1]);
}

/** Questions that the bot could not answer, or answers that it could not send. */
async function faults(): Promise<number> {
  const counts = [...(await metrics()).matchAll(/^govreport_errors_total\{.*\} (\d+)$/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

function percentiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

function mb(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
