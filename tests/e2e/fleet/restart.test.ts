import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../support/free-port.js';
import { PASSWORD, type Server, workerPostgres } from '../../support/postgres.js';
import { buttonsOf, person, shownIn, TOKEN } from '../telegram/chat.js';
import { type BotApi, startBotApi } from '../telegram/server.js';
import { kill, type Member, startMember, until, updateOf } from './fleet.js';

// Programs are started and killed several times: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let server: Server;
let api: BotApi;
const members: Member[] = [];
let databases = 0;

beforeAll(async () => {
  [server, api] = await Promise.all([workerPostgres(), startBotApi(TOKEN)]);
});
afterEach(async () => {
  await Promise.all(members.splice(0).map(kill));
});
afterAll(async () => {
  await api.close();
});

async function start(environment: Record<string, string>): Promise<Member> {
  const member = startMember(api, environment);
  members.push(member);
  await until(() => member.output().includes('"receiving"'), `the bot to receive:\n${member.output()}`);
  return member;
}

const newFile = () => join(mkdtempSync(join(tmpdir(), 'gov-report-bot-')), 'state.sqlite');

describe.each([
  ['a file', async () => ({ STATE_FILE: newFile() })],
  ['PostgreSQL', async () => ({ DATABASE_URL: await server.database(`restart_${++databases}`) })],
] as const)('a bot with %s that is killed', (_name, place) => {
  test('goes on with its conversations, its buttons, the answers that it edits and the disputes', async () => {
    const environment = await place();
    const bot = await start(environment);
    const alice = person(api);
    const question = alice.say('2022年常德GDP目标');
    const answer = await alice.got('sendMessage');
    const bob = person(api);
    bob.say('GDP目标');
    const asked = await bob.got('sendMessage');
    const choice = buttonsOf(asked)[0]!;
    const dispute = buttonsOf(answer).find(({ text }) => text === '这个数不对')!;
    const told = async () => {
      const query = alice.press(dispute.callback_data, { message: answer.message });
      return (await api.waitFor((call) => call.payload.callback_query_id === query)).payload.text;
    };
    expect(await told()).toContain('已记下');

    // What was sent a moment before a death is sent again.
    await bot.idle();
    await kill(bot);
    await start(environment);
    let from = api.calls.length;
    alice.say('那怀化呢');
    expect(shownIn(await alice.got('sendMessage', from))).toContain('怀化市2022年地区生产总值目标');
    bob.press(choice.callback_data, { message: asked.message });
    expect(shownIn(await bob.got('editMessageText', from))).toContain(choice.text);

    expect(await told()).toContain('已经');

    from = api.calls.length;
    alice.edit(question, '2022年邵阳GDP目标');
    const edited = await alice.got('editMessageText', from);
    expect([edited.payload.message_id, shownIn(edited).includes('邵阳市')]).toEqual([answer.message, true]);
    expect(api.violations).toEqual([]);
  });

  test('answers after its restart what it had taken and not answered', async () => {
    const environment = await place();
    const bot = await start(environment);
    const people = Array.from({ length: 20 }, () => person(api));
    // Whatever is sent takes its time: the process dies with everything taken and little answered.
    api.inject('sendMessage', ...people.map(() => ({ kind: 'slow', ms: 1500 }) as const));
    for (const someone of people) someone.say('2022年常德GDP目标');
    await until(() => api.polls > 1 && api.pending === 0, 'the updates to be confirmed');
    await kill(bot);
    const answered = (chat: number) => api.calls.filter(({ payload }) => payload.chat_id === chat).length;
    await start(environment);
    await until(() => people.every(({ chat }) => answered(chat) > 0), 'every answer');
  });
});

describe('a second process with one file', () => {
  test('waits, and polls within ten seconds of the death of the first', async () => {
    const environment = { STATE_FILE: newFile() };
    const first = await start(environment);
    const second = await start(environment);
    expect([first.polls(), second.polls()]).toEqual([true, false]);
    await kill(first);
    const died = performance.now();
    await until(() => second.polls(), 'the second to poll', 10_000);
    const alice = person(api);
    alice.say('2022年常德GDP目标');
    expect(shownIn(await alice.got('sendMessage'))).toContain('增长7%以上');
    expect(performance.now() - died).toBeLessThan(10_000);
  });
});

describe('two processes with a webhook', () => {
  test('take updates behind any of them, answer each once and in order, and confirm nothing that is not kept', async () => {
    const url = await server.database('webhook');
    const ports = [await freePort(), await freePort()];
    const secret = 'a'.repeat(32);
    const bots = await Promise.all(
      ports.map((port) =>
        start({
          DATABASE_URL: url,
          TELEGRAM_WEBHOOK_URL: 'https://bots.example.org/hook',
          TELEGRAM_WEBHOOK_SECRET: secret,
          TELEGRAM_WEBHOOK_PORT: String(port),
        }),
      ),
    );
    const deliver = async (port: number, update: object): Promise<number> =>
      (
        await fetch(`http://127.0.0.1:${port}/hook`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
          body: JSON.stringify(update),
        })
      ).status;
    const chats = [5_000_001, 5_000_002, 5_000_003];
    const questions = ['2022年常德GDP目标', '那怀化呢', '那邵阳呢', '那常德呢'];
    for (const [turn, text] of questions.entries()) {
      for (const [at, chat] of chats.entries()) {
        const number = turn * 10 + at;
        const update = { update_id: 90_000 + number, ...updateOf(chat, number + 1, text) };
        // Each update comes to both: Telegram delivers again what it believes lost.
        for (const port of turn % 2 === 0 ? ports : ports.toReversed()) expect(await deliver(port, update)).toBe(200);
      }
    }
    const said = (chat: number) => api.calls.filter(({ payload }) => payload.chat_id === chat).map(shownIn);
    await until(() => chats.every((chat) => said(chat).length >= 4), 'the answers');
    const places = ['常德市', '怀化市', '邵阳市', '常德市'];
    for (const chat of chats)
      expect(said(chat).map((text, at) => text.includes(places[at]!))).toEqual([true, true, true, true]);

    await server.halt();
    expect(await deliver(ports[0]!, { update_id: 91_000, ...updateOf(chats[0]!, 99, questions[0]!) })).toBe(503);
    await server.start();
    await until(
      async () => (await deliver(ports[1]!, { update_id: 91_000, ...updateOf(chats[0]!, 99, questions[0]!) })) === 200,
      'the database to be back',
    );
    await until(() => said(chats[0]!).length === 5, 'the answer');
    for (const bot of bots) expect(bot.output()).not.toContain(PASSWORD);
  });
});
