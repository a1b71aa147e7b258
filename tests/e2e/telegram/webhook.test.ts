import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSeeds } from '../../support/seed-assistant.js';
import { type Bench, person, shownIn, startBench } from './chat.js';

const SECRET = 'a_secret_of_the_webhook_0123456789';
let bench: Bench;

beforeAll(async () => {
  bench = await startBench(loadSeeds, {
    TELEGRAM_WEBHOOK_URL: 'https://bots.example.org/hooks/reports',
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_WEBHOOK_PORT: '0',
  });
});

afterAll(async () => {
  await bench.stop();
  expect(bench.api.violations).toEqual([]);
});

interface Hook {
  readonly path?: string;
  readonly method?: string;
  readonly secret?: string | undefined;
  readonly body?: Buffer | string;
  /** Announce this length, whatever the body. */
  readonly length?: number;
}

/** Calls the webhook as the platform does; resolves with the status. */
function call({ path = '/hooks/reports', method = 'POST', secret = SECRET, body = '', length }: Hook): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: bench.webhookPort,
        path,
        method,
        headers: {
          'content-type': 'application/json',
          ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
          ...(length === undefined ? {} : { 'content-length': length }),
        },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function update(id: number, chat: number, text: string): string {
  return JSON.stringify({
    update_id: id,
    message: { message_id: id, chat: { id: chat, type: 'private' }, from: { id: chat }, text },
  });
}

describe('a webhook', () => {
  test('is told to the platform with its secret, and nothing is polled', () => {
    const set = bench.api.calls.find(({ method }) => method === 'setWebhook');
    expect(set?.payload).toMatchObject({ url: 'https://bots.example.org/hooks/reports', secret_token: SECRET });
    expect(bench.api.polls).toBe(0);
  });

  test('takes an update and answers it once, however often it comes', async () => {
    const alice = person(bench.api);
    const body = update(1, alice.chat, '2022年常德GDP目标');
    expect([await call({ body }), await call({ body })]).toEqual([200, 200]);
    expect(shownIn(await alice.got('sendMessage'))).toContain('7%以上');
    expect(await call({ body: update(2, alice.chat, '/help') })).toBe(200);
    await bench.api.waitFor(({ payload }) => {
      const reply = payload.reply_parameters as { message_id?: number } | undefined;
      return payload.chat_id === alice.chat && reply?.message_id === 2;
    });
    expect(bench.api.calls.filter(({ payload }) => payload.chat_id === alice.chat)).toHaveLength(2);
  });

  test('takes updates out of order', async () => {
    const alice = person(bench.api);
    for (const id of [12, 10, 11]) await call({ body: update(id, alice.chat, '/help') });
    await bench.api.waitFor(() => bench.api.calls.filter(({ payload }) => payload.chat_id === alice.chat).length === 3);
  });

  test.each<[string, Hook, number]>([
    ['a body that is not JSON', { body: 'not json' }, 400],
    ['a body that is not an object', { body: '7' }, 400],
    ['an empty body', { body: '' }, 400],
    ['a wrong secret', { body: update(20, 1, '/help'), secret: 'wrong' }, 401],
    [
      'a secret that is a beginning of the right one',
      { body: update(21, 1, '/help'), secret: SECRET.slice(0, -1) },
      401,
    ],
    ['no secret', { body: update(22, 1, '/help'), secret: '' }, 401],
    ['another path', { body: update(23, 1, '/help'), path: '/hooks/other' }, 404],
    ['another method', { method: 'PUT', body: update(24, 1, '/help') }, 405],
    ['a body announced with 50 MB', { body: '{', length: 50_000_000 }, 413],
  ])('refuses %s', async (_what, hook, status) => {
    expect(await call(hook)).toBe(status);
  });

  test('does not read 50 MB that come without an announcement', async () => {
    const status = await new Promise<number>((resolve) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: bench.webhookPort,
          path: '/hooks/reports',
          method: 'POST',
          headers: { 'x-telegram-bot-api-secret-token': SECRET, 'transfer-encoding': 'chunked' },
        },
        (response) => resolve(response.statusCode ?? 0),
      );
      // The connection may be closed under the sender before it has read the answer.
      sent.on('error', () => resolve(413));
      const chunk = Buffer.alloc(1_000_000, 0x20);
      let sentBytes = 0;
      const more = (): void => {
        if (sent.destroyed || sentBytes >= 50_000_000) return void sent.end();
        sentBytes += chunk.length;
        sent.write(chunk, () => more());
      };
      more();
    });
    expect(status).toBe(413);
    const alice = person(bench.api);
    await call({ body: update(30, alice.chat, '/help') });
    await alice.got('sendMessage');
  });
});
