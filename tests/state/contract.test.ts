import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Delivery, StateEngine } from '../../adapters/shared/state/types.js';
import { ENGINES, newPlace, type Place } from '../support/engines.js';
import { type Server, workerPostgres } from '../support/postgres.js';

let server: Server;
beforeAll(async () => {
  server = await workerPostgres();
});

const LATER = Date.now() + 3_600_000;
const delivery = (number: number, chat: string): Delivery => ({ number: String(number), chat, body: `body ${number}` });
const everyLane = ({ lanes }: StateEngine) => Array.from({ length: lanes }, (_, lane) => lane);
const bodies = async (engine: StateEngine, inHand: number[] = [], limit = 100) =>
  (await engine.waiting('telegram', everyLane(engine), inHand, limit)).map(({ body }) => body);

describe.each(ENGINES)('%s', (name) => {
  const opened: StateEngine[] = [];
  async function open(place: Place): Promise<StateEngine> {
    const engine = await place.open();
    opened.push(engine);
    return engine;
  }
  async function fresh(): Promise<StateEngine> {
    return open(await newPlace(name, server));
  }
  afterEach(async () => {
    await Promise.all([...new Set(opened.splice(0))].map((engine) => engine.close()));
  });

  test('keeps what is kept until it is forgotten, or too old', async () => {
    const engine = await fresh();
    await engine.commit([
      { kind: 'button', id: 'a', value: '"一"', expires: LATER },
      { kind: 'button', id: 'b', value: '"二"', expires: Date.now() - 1 },
      { kind: 'conversation', id: 'a', value: '"三"', expires: LATER },
    ]);
    expect(await engine.read('button', 'a')).toEqual({ value: '"一"', expires: LATER });
    expect(await engine.read('conversation', 'a')).toEqual({ value: '"三"', expires: LATER });
    expect(await engine.read('button', 'b')).toBeUndefined();
    expect(await engine.read('button', "x'; drop table kept; --")).toBeUndefined();
    await engine.commit([
      { kind: 'button', id: 'a', expires: 0 },
      { kind: 'conversation', id: 'a', value: '"四"', expires: LATER },
    ]);
    expect(await engine.read('button', 'a')).toBeUndefined();
    expect((await engine.read('conversation', 'a'))?.value).toBe('"四"');
  });

  test('forgets the longest untouched beyond its capacity', async () => {
    const engine = await fresh();
    for (const id of ['a', 'b', 'c', 'd']) {
      await engine.commit([{ kind: 'conversation', id, value: '1', expires: LATER }]);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    await engine.sweep(2);
    const left = await Promise.all(['a', 'b', 'c', 'd'].map((id) => engine.read('conversation', id)));
    expect(left.map((kept) => kept !== undefined)).toEqual([false, false, true, true]);
  });

  test('hands out deliveries in order, each once, however often they are delivered', async () => {
    const engine = await fresh();
    let woken = 0;
    const end = engine.onPut('telegram', () => {
      woken += 1;
    });
    // Hearing of what others put takes the lock connection, which opens with the first lock or heartbeat.
    await engine.beat('telegram', 'me');
    await engine.put('telegram', [delivery(1, 'a'), delivery(2, 'b'), delivery(3, 'a')]);
    await engine.put('telegram', [delivery(3, 'a'), delivery(4, 'a'), delivery(4, 'a'), delivery(1, 'a')]);
    await engine.put('discord', [delivery(1, 'a')]);
    expect(await bodies(engine)).toEqual(['body 1', 'body 2', 'body 3', 'body 4']);
    expect(await bodies(engine, [], 2)).toEqual(['body 1', 'body 2']);
    const [first] = await engine.waiting('telegram', everyLane(engine), [], 1);
    expect(await bodies(engine, [first!.id])).toEqual(['body 2', 'body 3', 'body 4']);
    await engine.commit([{ kind: 'conversation', id: 'a', value: '1', expires: LATER }], first!.id);
    expect(await bodies(engine)).toEqual(['body 2', 'body 3', 'body 4']);
    expect(await engine.read('conversation', 'a')).toBeDefined();
    // Done, it is still known.
    await engine.put('telegram', [delivery(1, 'a')]);
    expect(await bodies(engine)).toEqual(['body 2', 'body 3', 'body 4']);
    await expect.poll(() => woken).toBeGreaterThanOrEqual(2);
    end();
  });

  test('a thousand deliveries of a hundred chats keep their order in each', async () => {
    const engine = await fresh();
    const many = Array.from({ length: 1000 }, (_, n) => delivery(n, `chat ${n % 100}`));
    for (let at = 0; at < 1000; at += 250) await engine.put('telegram', many.slice(at, at + 250));
    const found = await engine.waiting('telegram', everyLane(engine), [], 2000);
    expect(found.map(({ body }) => body)).toEqual(many.map(({ body }) => body));
    expect(new Set(found.map(({ chat, lane }) => `${chat}:${lane}`)).size).toBe(100);
  });

  test('a lock has one holder', async () => {
    const place = await newPlace(name, server);
    const [one, other] = [await open(place), await open(place)];
    const held = await one.hold('telegram-poll');
    expect(held?.lost).toBe(false);
    expect(await other.hold('telegram-poll')).toBeUndefined();
    expect(await one.hold('telegram-poll')).toBeUndefined();
    const another = await other.hold('discord-0');
    expect(another?.lost).toBe(false);
    await held!.release();
    expect(held!.lost).toBe(true);
    const taken = await other.hold('telegram-poll');
    expect(taken?.lost).toBe(false);
  });

  test('a lane that was let go of is free at once', async () => {
    const place = await newPlace(name, server);
    const [one, other] = [await open(place), await open(place)];
    const held = await one.holdLane('telegram', 0, 'one', false);
    expect(held).toMatchObject({ lost: false });
    expect(await other.holdLane('telegram', 0, 'other', true)).toBeUndefined();
    if (held !== undefined && held !== 'wait') await held.release();
    expect(await other.holdLane('telegram', 0, 'other', false)).toMatchObject({ lost: false });
  });

  test('counts by key, in windows', async () => {
    const engine = await fresh();
    const counter = engine.counter('user', 1);
    const other = engine.counter('chat', 1);
    expect([await counter.take('a'), await counter.take('a'), await counter.take('b'), await other.take('a')]).toEqual([
      1, 2, 1, 1,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await counter.take('a')).toBe(1);
  });

  test('keeps disputes, the newest first, up to a size', async () => {
    const engine = await fresh();
    for (const body of ['一', '二', '三']) {
      expect(await engine.addDispute({ at: '2026-01-02T03:04Z', body }, 1000)).toBe(true);
    }
    expect(await engine.disputes(2)).toEqual({
      total: 3,
      newest: [
        { at: '2026-01-02T03:04Z', body: '三' },
        { at: '2026-01-02T03:04Z', body: '二' },
      ],
    });
    expect(await engine.addDispute({ at: '', body: '四' }, 2)).toBe(false);
  });

  test('is well', async () => {
    expect(await (await fresh()).problem()).toBeNull();
  });

  test.skipIf(name === 'memory')('still holds after a restart what it held before', async () => {
    const place = await newPlace(name, server);
    const before = await place.open();
    await before.commit([{ kind: 'conversation', id: 'a', value: '1', expires: LATER }]);
    await before.put('telegram', [delivery(1, 'a'), delivery(2, 'a')]);
    const [first] = await before.waiting('telegram', everyLane(before), [], 1);
    await before.commit([], first!.id);
    await before.addDispute({ at: '', body: '一' }, 1000);
    expect(await before.counter('user', 60).take('a')).toBe(1);
    await before.close();
    const after = await open(place);
    expect(await after.read('conversation', 'a')).toBeDefined();
    expect(await bodies(after)).toEqual(['body 2']);
    expect((await after.disputes(1)).total).toBe(1);
    expect(await after.counter('user', 60).take('a')).toBe(2);
  });
});
