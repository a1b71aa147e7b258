import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEXTS } from '../../../adapters/shared/texts.js';
import type { Chart } from '../../../src/answer/schema.js';
import type { Assistant } from '../../../src/assistant.js';
import { loadSeeds } from '../../support/seed-assistant.js';
import { type Bench, dataOf, person, SENDS, shownIn, startBench, TOKEN } from './chat.js';
import { badGateway, blocked, captivePortal, drop, type Fault, refusedMarkup, serverError, tooMany } from './server.js';

let bench: Bench;
let load = faulty;

/** The assistant over the seeds, with one question on which it fails, and one whose chart nobody can draw. */
async function faulty(): Promise<Assistant> {
  const assistant = await loadSeeds();
  return {
    ...assistant,
    async ask(session, text) {
      if (text === '炸') throw new Error(`a fault inside, told with ${TOKEN}`);
      const answer = await assistant.ask(session, text);
      return text === '坏图' ? { ...answer, wantsChart: true, chart: { type: 'bar' } as Chart } : answer;
    },
  };
}

beforeAll(async () => {
  bench = await startBench(() => load(), { LIMIT_PER_USER: '5/60' });
}, 60_000);

afterAll(async () => {
  await bench.stop();
  expect(bench.api.violations).toEqual([]);
  expect(bench.kit.lines.join('')).not.toContain(TOKEN);
});

/** Sends to this chat that the platform took. */
const sendsTo = (chat: number) =>
  bench.api.calls.filter(({ payload, message }) => payload.chat_id === chat && message !== undefined);

describe('the platform stumbles while an answer is sent', () => {
  const faults: [string, Fault[]][] = [
    ['500', [serverError]],
    ['502 with an HTML body, twice', [badGateway, badGateway]],
    ['200 with an HTML body', [captivePortal]],
    ['a dropped socket', [drop]],
  ];

  test.each(faults)('%s: the answer comes once all the same', async (_what, injected) => {
    const alice = person(bench.api);
    bench.api.inject('sendMessage', ...injected);
    alice.say('2022年常德GDP目标');
    await bench.api.waitFor(({ payload, message }) => payload.chat_id === alice.chat && message !== undefined);
    expect(sendsTo(alice.chat)).toHaveLength(1);
  });

  test('429: waits as long as it is told, and no other chat waits with it', async () => {
    const [alice, bob] = [person(bench.api), person(bench.api)];
    bench.api.inject('sendMessage', tooMany(1));
    const began = performance.now();
    alice.say('2022年常德GDP目标');
    await alice.got('sendMessage');
    bob.say('2022年怀化GDP目标');
    await bob.got('sendMessage');
    expect(sendsTo(alice.chat)).toHaveLength(0);
    await bench.api.waitFor(({ payload, message }) => payload.chat_id === alice.chat && message !== undefined);
    expect(performance.now() - began).toBeGreaterThanOrEqual(1000);
  });

  test('questions of one chat are answered in order although the first is held up', async () => {
    const alice = person(bench.api);
    bench.api.inject('sendMessage', serverError);
    const asked = ['常德', '怀化', '邵阳'].map((place) => alice.say(`2022年${place}GDP目标`));
    await bench.api.waitFor(
      ({ payload }) =>
        (payload.reply_parameters as { message_id?: number } | undefined)?.message_id === asked[2] &&
        payload.chat_id === alice.chat,
    );
    const replies = sendsTo(alice.chat).map(
      ({ payload }) => (payload.reply_parameters as { message_id: number }).message_id,
    );
    expect(replies).toEqual(asked);
  });

  test('a picture that takes its time holds up no other chat', async () => {
    const [alice, bob] = [person(bench.api), person(bench.api)];
    alice.say('2022年常德、怀化、邵阳谁的GDP目标最高');
    const answer = await alice.got('sendRichMessage');
    bench.api.inject('sendPhoto', { kind: 'slow', ms: 600 });
    alice.press(dataOf(answer, '图'), { message: answer.message });
    bob.say('2022年怀化GDP目标');
    await bob.got('sendMessage');
    expect(
      bench.api.calls.some(({ method, payload }) => method === 'sendPhoto' && payload.chat_id === alice.chat),
    ).toBe(false);
    await alice.got('sendPhoto');
  });

  test('403: a person who blocked the bot is not tried again', async () => {
    const alice = person(bench.api);
    bench.api.inject('sendMessage', blocked);
    alice.say('2022年常德GDP目标');
    await alice.got('sendMessage');
    const bob = person(bench.api);
    bob.say('2022年怀化GDP目标');
    await bob.got('sendMessage');
    expect(bench.api.calls.filter(({ payload }) => payload.chat_id === alice.chat)).toHaveLength(1);
  });

  test('markup that the platform refuses: the words come as plain text', async () => {
    const alice = person(bench.api);
    bench.api.inject('sendMessage', refusedMarkup);
    alice.say('2022年常德GDP目标');
    const call = await bench.api.waitFor(({ payload }) => payload.chat_id === alice.chat && !payload.parse_mode);
    expect(shownIn(call)).toContain('7%以上');
  });

  test('a rich message that is refused comes as HTML with fixed-width columns', async () => {
    const alice = person(bench.api);
    bench.api.rich = 'refused';
    alice.say('2022年常德、怀化、邵阳谁的GDP目标最高');
    const call = await alice.got('sendMessage');
    expect(shownIn(call)).toMatch(/<pre>.*怀化市.*<\/pre>/s);
    bench.api.rich = 'taken';
    const from = bench.api.calls.length;
    alice.say('2022年常德、怀化、邵阳谁的GDP目标最高');
    await alice.got('sendRichMessage', from);
  });
});

describe('the platform stumbles while it is polled', () => {
  const faults: [string, Fault[]][] = [
    ['429', [tooMany(0)]],
    ['500', [serverError]],
    ['502 with an HTML body', [badGateway]],
    ['a dropped socket', [drop]],
  ];

  test.each(faults)('%s: polling goes on', async (_what, injected) => {
    bench.api.inject('getUpdates', ...injected);
    const first = person(bench.api);
    first.say('/help');
    const alice = person(bench.api);
    alice.say('2022年常德GDP目标');
    await alice.got('sendMessage');
  });

  test('409: waits for the other poller to go', async () => {
    bench.api.conflict(1);
    const alice = person(bench.api);
    alice.say('2022年常德GDP目标');
    await alice.got('sendMessage');
    expect(bench.kit.lines.join('')).toContain('another program polls');
  });

  test('an answer that is not a list of updates is survived', async () => {
    bench.api.pushRaw({ not: 'a list' });
    bench.api.pushRaw([null, 7, 'text', {}, { update_id: 'x' }]);
    const alice = person(bench.api);
    alice.say('2022年常德GDP目标');
    await alice.got('sendMessage');
  });
});

describe('updates', () => {
  test('one that is delivered again is answered once', async () => {
    const alice = person(bench.api);
    const update = {
      message: { message_id: 5, chat: { id: alice.chat, type: 'private' }, from: { id: alice.user }, text: '/help' },
    };
    const update_id = bench.api.push(update);
    await alice.got('sendMessage');
    bench.api.pushRaw([{ update_id, ...update }]);
    bench.api.pushRaw([
      { update_id, ...update },
      { update_id, ...update },
    ]);
    const from = bench.api.calls.length;
    alice.say('2022年常德GDP目标');
    await alice.got('sendMessage', from);
    expect(sendsTo(alice.chat)).toHaveLength(2);
  });

  test.each<[string, object]>([
    ['without anything', {}],
    ['with a message of null', { message: null }],
    ['with a message without a chat', { message: { message_id: 1, text: 'x' } }],
    ['with a text that is a number', { message: { message_id: 1, chat: { id: 1, type: 'private' }, text: 7 } }],
    ['with a chat whose id is text', { message: { message_id: 1, chat: { id: 'x', type: 'private' }, text: 'x' } }],
    [
      'with entities beyond the text',
      {
        message: {
          message_id: 1,
          chat: { id: -5, type: 'group' },
          from: { id: 5 },
          text: 'x',
          entities: [{ type: 'mention', offset: 900, length: 9 }],
        },
      },
    ],
    ['with a press without anything', { callback_query: {} }],
    ['with an inline query without a user', { inline_query: { id: '1', query: 'x' } }],
    ['of a kind that is not known', { poll_answer: { poll_id: '1' } }],
  ])('%s do no harm', async (_what, update) => {
    bench.api.push(update);
    const alice = person(bench.api);
    alice.say('2022年常德GDP目标');
    await alice.got('sendMessage');
  });
});

describe('presses', () => {
  test.each([
    ['empty', ''],
    ['of another program', 'buy:1'],
    ['forged', 'p:AAAAAAAA:0'],
    ['far too long', 'p:'.repeat(500)],
    ['with a number out of range', 'p:AAAAAAAA:99999999'],
  ])('with data that is %s are told politely that they have expired', async (_what, data) => {
    const alice = person(bench.api);
    const query = alice.press(data, { message: 1 });
    const reply = await bench.api.waitFor(({ payload }) => payload.callback_query_id === query);
    expect(reply.payload.text).toBe(TEXTS.expired);
  });

  test('with data of another chat have expired here', async () => {
    const [alice, mallory] = [person(bench.api), person(bench.api)];
    alice.say('2022年常德GDP目标');
    const answer = await alice.got('sendMessage');
    const query = mallory.press(dataOf(answer, '看原文'), { message: answer.message });
    const reply = await bench.api.waitFor(({ payload }) => payload.callback_query_id === query);
    expect(reply.payload.text).toBe(TEXTS.expired);
  });

  test('without a message, as under one sent inline, are answered', async () => {
    const alice = person(bench.api);
    const query = alice.press('p:AAAAAAAA:0', {});
    await bench.api.waitFor(({ payload }) => payload.callback_query_id === query);
  });

  test('for a page, quote, choice or suggestion that is not there do no harm', async () => {
    const alice = person(bench.api);
    alice.say('2022年常德GDP目标');
    const answer = await alice.got('sendMessage');
    const [, id] = dataOf(answer, '看原文').split(':');
    for (const data of [`p:${id}:9999`, `s:${id}:77`, `c:${id}:8`, `q:${id}:8`, `g:${id}:0`, `n:${id}:0`]) {
      const query = alice.press(data, { message: answer.message });
      await bench.api.waitFor(({ payload }) => payload.callback_query_id === query);
    }
  });
});

describe('messages of every kind', () => {
  test.each([
    ['4,096 characters', '常德'.repeat(2048)],
    ['only emoji', '🀄👨‍👩‍👧‍👦🏳️‍🌈'.repeat(100)],
    ['right-to-left marks', '\u202e常德\u2067GDP\u200f目标\u061c'],
    ['markup', '<b>常德</b><script>alert(1)</script>&amp;</blockquote>'],
    ['Markdown', '```常德``` `x` **y** [x](http://example.com/) ||z||'],
    ['calls to everybody', '@everyone @here @channel @some_person'],
    ['half a surrogate pair', '常\ud83d德'],
    ['control characters', '常\u0000\u0007德\u001b[31m'],
    ['an unknown command', '/drop table; --'],
    ['blanks', '   \n\t  '],
  ])('%s are answered within the limits, and nothing is injected', async (_what, text) => {
    const alice = person(bench.api);
    alice.say(text);
    const call = await alice.got(SENDS);
    expect(shownIn(call)).not.toMatch(/<script|@everyone|@some_person|\u202e|\u2067|\ud83d(?![\udc00-\udfff])/);
  });

  test('a chart that cannot be drawn is said to be so, under its answer', async () => {
    const alice = person(bench.api);
    alice.say('坏图');
    await bench.api.waitFor(({ payload }) => payload.chat_id === alice.chat && payload.text === TEXTS.noChart);
    expect(sendsTo(alice.chat)).toHaveLength(2);
  });

  test('a question on which the program fails is told politely, without the reason', async () => {
    const alice = person(bench.api);
    alice.say('炸');
    const call = await alice.got('sendMessage');
    expect(shownIn(call)).toContain(TEXTS.failed);
    expect(bench.kit.lines.join('')).toContain('[redacted]');
  });
});

describe('too many questions', () => {
  test('get one polite notice, then silence', async () => {
    const alice = person(bench.api);
    for (let asked = 0; asked < 12; asked += 1) alice.say('/help');
    await bench.api.waitFor(({ payload }) => payload.chat_id === alice.chat && payload.text === TEXTS.tooMany);
    const bob = person(bench.api);
    bob.say('/help');
    await bob.got('sendMessage');
    const notices = sendsTo(alice.chat).filter(({ payload }) => payload.text === TEXTS.tooMany);
    expect(notices).toHaveLength(1);
    expect(sendsTo(alice.chat).length).toBeLessThanOrEqual(6);
  });
});

describe('a reload', () => {
  test('swaps the assistant under load, and no question is lost', async () => {
    const admin = person(bench.api, { user: 1 });
    const people = Array.from({ length: 30 }, () => person(bench.api));
    const old = bench.kit.host.assistant();
    for (const [index, someone] of people.entries()) {
      if (index === 15) admin.say('/reload');
      someone.say('2022年常德GDP目标');
    }
    for (const someone of people) await someone.got('sendMessage');
    expect(shownIn(await admin.got('sendMessage'))).toContain(TEXTS.reloaded);
    expect(bench.kit.host.assistant()).not.toBe(old);
  });

  test('that fails leaves the old one in place, shows why, and not the token', async () => {
    const admin = person(bench.api, { user: 1 });
    load = () => {
      throw new Error(`places.json: alias “常德” is claimed twice (${TOKEN})`);
    };
    const from = bench.api.calls.length;
    admin.say('/reload');
    const call = await admin.got('sendMessage', from);
    expect(shownIn(call)).toContain('claimed twice');
    expect(shownIn(call)).not.toContain(TOKEN);
    const alice = person(bench.api);
    alice.say('2022年常德GDP目标');
    expect(shownIn(await alice.got('sendMessage'))).toContain('7%以上');
  });
});

describe('a server that does not know rich messages', () => {
  test('is asked once, and gets HTML from then on', async () => {
    bench.api.rich = 'unknown';
    const tries = () => bench.api.calls.filter(({ method }) => method === 'sendRichMessage').length;
    const before = tries();
    for (const alice of [person(bench.api), person(bench.api)]) {
      alice.say('2022年常德、怀化、邵阳谁的GDP目标最高');
      expect(shownIn(await alice.got('sendMessage'))).toContain('<pre>');
    }
    expect(tries()).toBe(before + 1);
  });
});
