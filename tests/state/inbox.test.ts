import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../adapters/shared/log.js';
import { createRedactor } from '../../adapters/shared/redact.js';
import { StateError } from '../../adapters/shared/state/faults.js';
import { type Inbox, openInbox } from '../../adapters/shared/state/inbox.js';
import { keep } from '../../adapters/shared/state/kept.js';
import { type Led, lead } from '../../adapters/shared/state/lead.js';
import type { StateEngine } from '../../adapters/shared/state/types.js';
import { ENGINES, newPlace, type Place } from '../support/engines.js';
import { type Server, workerPostgres } from '../support/postgres.js';

const log = createLog({ level: 'silent', redact: createRedactor([]) });
let server: Server;
beforeAll(async () => {
  server = await workerPostgres();
});

/** What was handled, chat by chat, by which process. */
interface Ledger {
  readonly handled: Map<string, number[]>;
  readonly by: Map<string, number>;
}

interface Body {
  readonly chat: string;
  readonly nth: number;
}

/** One process: an engine of its own, an inbox, and a count by chat that is kept. */
async function startProcess(
  name: string,
  place: Place,
  ledger: Ledger,
): Promise<{ engine: StateEngine; inbox: Inbox }> {
  const engine = await place.open();
  const counts = keep<number>(engine, 'conversation', 3600, (error) => {
    throw error;
  });
  const inbox = openInbox({
    engine,
    platform: 'telegram',
    log,
    concurrency: 8,
    async handle(text) {
      const { chat, nth } = JSON.parse(text) as Body;
      const before = (await counts.get(chat)) ?? 0;
      await sleep(Math.random() * 4);
      await counts.set(chat, before + 1);
      ledger.handled.set(chat, [...(ledger.handled.get(chat) ?? []), nth]);
      ledger.by.set(name, (ledger.by.get(name) ?? 0) + 1);
    },
  });
  return { engine, inbox };
}

describe.each(ENGINES)('an inbox in %s', (engineName) => {
  test('has each delivery handled once and in order, whatever processes come and go', async () => {
    const place = await newPlace(engineName, server);
    const ledger: Ledger = { handled: new Map(), by: new Map() };
    const [chats, each] = [30, 20];
    const first = await startProcess('first', place, ledger);
    const second = await startProcess('second', place, ledger);
    let number = 0;
    for (let nth = 0; nth < each; nth += 1) {
      const put = nth % 2 === 0 ? first.inbox : second.inbox;
      // The first leaves in the middle of its work; what it had taken is the second's.
      if (nth === 8) await first.inbox.stop();
      await (nth > 8 ? second.inbox : put).put(
        Array.from({ length: chats }, (_, chat) => ({
          number: String(++number),
          chat: `c${chat}`,
          body: JSON.stringify({ chat: `c${chat}`, nth } satisfies Body),
        })),
      );
      await sleep(50);
    }
    const third = await startProcess('third', place, ledger);
    const total = () => [...ledger.handled.values()].reduce((sum, { length }) => sum + length, 0);
    await expect.poll(total, { timeout: 30_000 }).toBe(chats * each);
    await Promise.all([second.inbox.stop(), third.inbox.stop()]);
    const inOrder = Array.from({ length: each }, (_, nth) => nth);
    for (let chat = 0; chat < chats; chat += 1) {
      expect(ledger.handled.get(`c${chat}`)).toEqual(inOrder);
      expect((await second.engine.read('conversation', `c${chat}`))?.value).toBe(String(each));
    }
    expect([...ledger.by.values()].reduce((sum, count) => sum + count, 0)).toBe(chats * each);
    for (const engine of new Set([first.engine, second.engine, third.engine])) await engine.close();
  });

  test('what a handler kept is seen by nobody before its delivery is done, and forgotten where it fails', async () => {
    const place = await newPlace(engineName, server);
    const engine = await place.open();
    const kept = keep<string>(engine, 'button', 3600, () => undefined);
    const seen: (string | undefined)[] = [];
    let tries = 0;
    const inbox = openInbox({
      engine,
      platform: 'telegram',
      log,
      concurrency: 1,
      async handle() {
        tries += 1;
        seen.push(await kept.get('a'));
        await kept.set('a', `try ${tries}`);
        seen.push(await kept.get('a'), (await engine.read('button', 'a'))?.value);
        if (tries === 1) throw new StateError('the state is away', true);
      },
    });
    await inbox.put([{ number: '1', chat: 'a', body: '{}' }]);
    await expect.poll(async () => (await engine.read('button', 'a'))?.value, { timeout: 10_000 }).toBe('"try 2"');
    expect(seen).toEqual([undefined, 'try 1', undefined, undefined, 'try 2', undefined]);
    await inbox.stop();
    await engine.close();
  });

  test('a delivery whose handler fails is done, and holds up none', async () => {
    const engine = await (await newPlace(engineName, server)).open();
    const handled: string[] = [];
    const inbox = openInbox({
      engine,
      platform: 'telegram',
      log,
      concurrency: 4,
      async handle(body) {
        if (body === '1') throw new Error('no');
        handled.push(body);
      },
    });
    await inbox.put(['1', '2', '3'].map((number) => ({ number, chat: 'a', body: number })));
    await expect.poll(() => handled, { timeout: 10_000 }).toEqual(['2', '3']);
    await inbox.stop();
    const lanes = Array.from({ length: engine.lanes }, (_, lane) => lane);
    expect(await engine.waiting('telegram', lanes, [], 10)).toEqual([]);
    await engine.close();
  });

  test('of several that would lead one does, and another when it ends', async () => {
    const place = await newPlace(engineName, server);
    const engines = [await place.open(), await place.open()];
    const began: string[] = [];
    const ended: string[] = [];
    const leaders: Led[] = [];
    for (const [at, engine] of engines.entries()) {
      const led = lead(engine, ['a-lock'], log, async () => {
        began.push(`${at}`);
        return async () => void ended.push(`${at}`);
      });
      await led.first;
      leaders.push(led);
    }
    expect([began, leaders.map(({ leads }) => leads)]).toEqual([['0'], [true, false]]);
    await leaders[0]!.stop();
    expect(ended).toEqual(['0']);
    await expect.poll(() => began, { timeout: 10_000 }).toEqual(['0', '1']);
    await leaders[1]!.stop();
    const refused = lead(engines[0]!, ['a-lock'], log, () => Promise.reject(new Error('a refused token')));
    await expect(refused.first).rejects.toThrow('a refused token');
    for (const engine of new Set(engines)) await engine.close();
  });
});
