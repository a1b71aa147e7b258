import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PACKAGE_ROOT, SEEDS_DIR } from '../../../src/lexicon/paths.js';
import { TOKEN } from '../telegram/chat.js';
import type { BotApi } from '../telegram/server.js';

/** A bot in a process of its own. */
export interface Member {
  readonly child: ChildProcess;
  /** All that it has printed. */
  output(): string;
  /** True once it has said that it polls. */
  polls(): boolean;
  /** Resolves when nothing is waiting or in hand: what has been answered is marked as done. */
  idle(): Promise<void>;
}

/** Starts a bot as a service manager does, with limits and pace out of the way. Needs the build that `npm test` makes. */
export function startMember(api: BotApi, environment: Record<string, string>): Member {
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist/adapters/telegram/main.js')], {
    cwd: PACKAGE_ROOT,
    env: {
      PATH: process.env.PATH,
      TELEGRAM_API_ROOT: api.root,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_SENDS_PER_SECOND: '10000',
      LIMIT_PER_USER: '100000/1',
      LIMIT_PER_CHAT: '100000/1',
      STATE_FILE: ':memory:',
      HEALTH_PORT: '0',
      // The reports come from files here; the database is for what the bots keep.
      CORPUS: SEEDS_DIR,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const metrics = async (): Promise<string> => {
    const [, port] = /"port":(\d+),"msg":"health and metrics"/.exec(output) ?? [];
    return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  };
  return {
    child,
    output: () => output,
    polls: () => output.includes('"lock":"telegram-poll","msg":"leading"'),
    idle: () => until(async () => /^govreport_queue_depth 0$/m.test(await metrics()), 'nothing to be in hand'),
  };
}

/** Kills it as the system does when memory runs out: it can do nothing about it. */
export async function kill(member: Member): Promise<void> {
  if (member.child.exitCode !== null || member.child.signalCode !== null) return;
  const ended = once(member.child, 'exit');
  member.child.kill('SIGKILL');
  await ended;
}

/** Waits until something holds; throws after `milliseconds`. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  milliseconds = 120_000,
): Promise<void> {
  for (const end = performance.now() + milliseconds; !(await holds()); await sleep(20)) {
    if (performance.now() > end) throw new Error(`waited ${milliseconds} ms for ${what}`);
  }
}

/** Chats that ask question after question, of which every second leans on the one before. */
export interface Crowd {
  readonly asked: number;
  /** Asks so many questions more, of one chat after another. */
  ask(api: BotApi, questions: number): void;
  /** How many of the questions have been answered. */
  answered(api: BotApi): number;
  /** What came of all that was asked. */
  score(api: BotApi): Score;
}

export interface Score {
  readonly asked: number;
  readonly answered: number;
  readonly lost: number;
  /** Questions that were answered more than once. */
  readonly twice: number;
  /** Chats whose first answers did not come in the order of their questions. */
  readonly disordered: number;
  /** Questions that leaned on the one before and were answered as if nothing had gone before. */
  readonly forgotten: number;
}

const LEANING = '那怀化呢';

interface Asked {
  readonly chat: number;
  readonly leaning: boolean;
  /** The texts of its answers. */
  readonly answers: string[];
}

export function createCrowd(chats: number): Crowd {
  /** By message, counted from 1. */
  const questions: Asked[] = [];
  /** The messages of a chat in the order of their first answers. */
  const order = new Map<number, number[]>();
  let read = 0;
  let answered = 0;

  function readCalls(api: BotApi): void {
    for (; read < api.calls.length; read += 1) {
      const { payload } = api.calls[read]!;
      const message = (payload.reply_parameters as { message_id?: number } | undefined)?.message_id;
      const question = message === undefined ? undefined : questions[message - 1];
      if (question === undefined || message === undefined) continue;
      question.answers.push(String(payload.text));
      if (question.answers.length > 1) continue;
      answered += 1;
      order.set(question.chat, [...(order.get(question.chat) ?? []), message]);
    }
  }

  return {
    get asked() {
      return questions.length;
    },
    ask(api, count) {
      for (let at = 0; at < count; at += 1) {
        const number = questions.length;
        const chat = 1_000_000 + (number % chats);
        const leaning = Math.floor(number / chats) % 2 === 1;
        questions.push({ chat, leaning, answers: [] });
        api.push(updateOf(chat, number + 1, leaning ? LEANING : '2022年常德GDP目标'));
      }
    },
    answered(api) {
      readCalls(api);
      return answered;
    },
    score(api) {
      readCalls(api);
      const count = (fits: (question: Asked) => boolean) => questions.filter(fits).length;
      const misplaced = (list: readonly number[]) => list.some((message, at) => message < (list[at - 1] ?? 0));
      return {
        asked: questions.length,
        answered,
        lost: count(({ answers }) => answers.length === 0),
        twice: count(({ answers }) => answers.length > 1),
        disordered: [...order.values()].filter(misplaced).length,
        forgotten: count(({ leaning, answers }) => leaning && answers.some((text) => !text.includes('怀化市'))),
      };
    },
  };
}

/** A message in a private chat. */
export function updateOf(chat: number, message: number, text: string): object {
  return {
    message: {
      message_id: message,
      date: 0,
      chat: { id: chat, type: 'private' },
      from: { id: chat, is_bot: false, first_name: 'A' },
      text,
    },
  };
}
