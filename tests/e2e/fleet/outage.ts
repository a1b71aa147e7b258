import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { PACKAGE_ROOT } from '../../../src/lexicon/paths.js';
import type { Server } from '../../support/postgres.js';
import type { BotApi } from '../telegram/server.js';
import { type Crowd, createCrowd, kill, type Member, type Score, startMember, until } from './fleet.js';

export interface Outage {
  readonly score: Score;
  /** Seconds from the first question to the last answer. */
  readonly seconds: number;
  /** Seconds from the death of the process that polled to the first poll of the other. */
  readonly takeover: number;
  /** Sends that the dead process may have made without having marked them. */
  readonly output: string;
}

/**
 * Two bots at one database. Questions come; the process that polls is killed in the middle of its work; later the database is stopped
 * and started while further questions come. Ends when everything is answered.
 */
export async function throughOutages(
  api: BotApi,
  server: Server,
  database: string,
  { questions, chats, patience = 120_000 }: { questions: number; chats: number; patience?: number },
): Promise<Outage> {
  await publish(database);
  const environment = { DATABASE_URL: database, CORPUS: '' };
  const members = [startMember(api, environment), startMember(api, environment)];
  try {
    await until(() => members.every(({ output }) => output().includes('"receiving"')), 'the bots to receive', patience);
    const crowd: Crowd = createCrowd(chats);
    const answered = () => crowd.answered(api);
    const third = Math.floor(questions / 3);
    const began = performance.now();

    crowd.ask(api, third);
    await until(() => answered() >= third / 3, 'the first answers', patience);
    const poller = members.find((member) => member.polls())!;
    await kill(poller);
    const died = performance.now();
    const { polls } = api;
    crowd.ask(api, third);
    await until(() => api.polls > polls, 'another to poll', patience);
    const takeover = (performance.now() - died) / 1000;

    await until(() => answered() >= third * 1.5, 'answers by the one that is left', patience);
    await server.halt();
    crowd.ask(api, questions - 2 * third);
    await sleep(1000);
    await server.start();
    await until(() => answered() >= questions, 'all answers', patience);
    const seconds = (performance.now() - began) / 1000;
    // Whatever is answered twice has been by then.
    await Promise.all(members.filter((member) => member !== poller).map((member) => member.idle()));
    return { score: crowd.score(api), seconds, takeover, output: outputOf(members) };
  } finally {
    await Promise.all(members.map(kill));
  }
}

/** Puts the reports into the database too: everything that the bots need is away while it restarts. */
async function publish(database: string): Promise<void> {
  const program = join(PACKAGE_ROOT, 'dist/adapters/cli/publish.js');
  await promisify(execFile)(process.execPath, [program, '--to', database], { cwd: PACKAGE_ROOT });
}

function outputOf(members: readonly Member[]): string {
  return members.map(({ output }) => output()).join('');
}
