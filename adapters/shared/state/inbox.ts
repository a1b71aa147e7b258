import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.js';
import { createQueue } from '../queue.js';
import { StateError } from './faults.js';
import { inUnit } from './kept.js';
import type { Delivery, Hold, Platform, StateEngine, Waiting } from './types.js';

/** Deliveries taken into a process at once; the others wait where they are kept. */
const MOST_IN_HAND = 1000;
/** Milliseconds between two looks at what waits and at who shares the work. */
const TICK = 1000;
/** Milliseconds before a delivery is tried again whose state could not be read or written. */
const PAUSE = 500;

export interface InboxOptions {
  readonly engine: StateEngine;
  readonly platform: Platform;
  readonly log: Log;
  /** Handles one delivery. What it throws is logged, and the delivery is done; a StateError has it tried again. */
  readonly handle: (body: string) => Promise<void>;
  /** Waits until a delivery may be handled, as long as the platform's pace wants; others are handled meanwhile. */
  readonly ready?: (body: string) => Promise<void>;
  /**
   * Deliveries handled at once. What was sent and not yet marked as done when the process dies is sent again: so many messages at
   * most, since no chat platform tells what it has taken.
   */
  readonly concurrency: number;
  /** False where what a handler keeps is written at once, and not together with the mark that the delivery is done. */
  readonly atomic?: boolean;
  /** Lanes that are this process's alone. Unless given, all are shared evenly with the other processes. */
  readonly lanes?: readonly number[];
}

/** The deliveries of one platform: kept until they are done, handled once each, in order within a chat. */
export interface Inbox {
  /** Resolves when the deliveries are safe, with how many were new; rejects with StateError where they are not, and must be delivered again. */
  put(deliveries: readonly Delivery[]): Promise<number>;
  /** Deliveries taken into this process. */
  readonly size: number;
  /** How many processes share the work. */
  readonly members: number;
  /** Why nothing is handed out just now, or null. */
  problem(): string | null;
  /** Takes nothing more, finishes what is being handled, leaves the rest to others or to the next start. */
  stop(): Promise<void>;
}

interface Lane {
  readonly hold: Hold;
  /** Of the deliveries taken, those being handled. */
  working: number;
  leaving: boolean;
}

/** A delivery taken into this process. */
interface Task {
  readonly waiting: Waiting;
  readonly lane: Lane;
  working: boolean;
}

/** Hands out what is put, in order within a chat, by whatever process put it. */
export function openInbox(options: InboxOptions): Inbox {
  const { engine, platform, log, handle } = options;
  const member = randomUUID();
  const queue = createQueue(Number.POSITIVE_INFINITY);
  const slots = createSlots(options.concurrency);
  const lanes = new Map<number, Lane>();
  const inHand = new Map<number, Task>();
  /** Since when a lane was seen free whose holder had not let go of it. */
  const free = new Map<number, number>();
  const stopping = new AbortController();
  const { signal } = stopping;
  let members = 1;
  let problem: string | null = null;
  /** True where more waited than there was room for. */
  let more = false;
  let wake = () => {};
  let woken = false;

  const nudge = (): void => {
    woken = true;
    wake();
  };
  const forget = engine.onPut(platform, nudge);

  async function rest(): Promise<void> {
    if (woken || signal.aborted) return;
    const timer = new AbortController();
    const put = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const stopped = () => timer.abort();
    signal.addEventListener('abort', stopped, { once: true });
    await Promise.race([put, sleep(TICK, undefined, { signal: timer.signal }).catch(() => undefined)]);
    signal.removeEventListener('abort', stopped);
    timer.abort();
  }

  /** Takes free lanes up to this process's share, and gives back what is beyond it. */
  async function balance(): Promise<void> {
    for (const [number, { hold }] of lanes) if (hold.lost) drop(number);
    members = await engine.beat(platform, member);
    const all = options.lanes ?? Array.from({ length: engine.lanes }, (_, lane) => lane);
    const share = options.lanes === undefined ? Math.ceil(all.length / members) : all.length;
    for (const lane of all.filter((one) => !lanes.has(one))) {
      if (lanes.size >= share) break;
      await take(lane);
    }
    for (const [, lane] of [...lanes].slice(share)) lane.leaving = true;
    for (const [number, lane] of lanes) {
      if (!lane.leaving || lane.working > 0) continue;
      drop(number);
      await lane.hold.release();
    }
  }

  /** Lets go of a lane, and of what was taken of it and is not being handled: it is taken anew, in order, with what came since. */
  function drop(number: number): void {
    const lane = lanes.get(number);
    lanes.delete(number);
    for (const [id, task] of inHand) if (task.lane === lane && !task.working) inHand.delete(id);
  }

  async function take(lane: number): Promise<void> {
    const since = free.get(lane);
    const patient = since !== undefined && Date.now() - since >= engine.grace;
    const hold = await engine.holdLane(platform, lane, member, patient);
    if (hold === 'wait') {
      if (since === undefined) free.set(lane, Date.now());
      return;
    }
    free.delete(lane);
    if (hold !== undefined) lanes.set(lane, { hold, working: 0, leaving: false });
  }

  async function fetch(): Promise<void> {
    const held = [...lanes].flatMap(([number, { leaving }]) => (leaving ? [] : [number]));
    const room = MOST_IN_HAND - inHand.size;
    if (held.length === 0 || room <= 0) return;
    const found = await engine.waiting(platform, held, [...inHand.keys()], room);
    more = found.length === room;
    for (const waiting of found) {
      const lane = lanes.get(waiting.lane);
      if (lane === undefined) continue;
      const task: Task = { waiting, lane, working: false };
      inHand.set(waiting.id, task);
      void queue.push(waiting.chat, () => work(task)).finally(() => finished(task));
    }
  }

  function finished(task: Task): void {
    if (inHand.get(task.waiting.id) === task) inHand.delete(task.waiting.id);
    if (more && inHand.size <= MOST_IN_HAND / 2) nudge();
  }

  async function work(task: Task): Promise<void> {
    const { waiting, lane } = task;
    if (!mayBegin(task)) return;
    await options.ready?.(waiting.body);
    await slots.enter();
    try {
      if (!mayBegin(task)) return;
      task.working = true;
      lane.working += 1;
      await settle(waiting).finally(() => {
        lane.working -= 1;
      });
    } finally {
      slots.leave();
    }
  }

  /** False where the lane went to another process, or is about to: the delivery is taken from where it is kept. */
  function mayBegin({ waiting, lane }: Task): boolean {
    // At the end of a process the others do what is left; where there is no other, it is finished.
    if (signal.aborted && members > 1) return false;
    return (
      inHand.get(waiting.id)?.lane === lane && lanes.get(waiting.lane) === lane && !lane.leaving && !lane.hold.lost
    );
  }

  /** Handles a delivery and marks it as done, however long what is kept cannot be reached. */
  async function settle({ id, body }: Waiting): Promise<void> {
    for (;;) {
      try {
        const writes = options.atomic === false ? await handle(body).then(() => []) : await inUnit(() => handle(body));
        await insist(() => engine.commit(writes, id));
        return;
      } catch (err) {
        if (!(err instanceof StateError)) {
          log.error({ err }, 'a delivery could not be handled');
          await insist(() => engine.commit([], id));
          return;
        }
        if (signal.aborted) return;
        log.warn({ reason: err.message }, 'trying again');
        await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** What has been sent is marked as done as soon as it can be. */
  async function insist(run: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await run();
      } catch (err) {
        if (!(err instanceof StateError) || signal.aborted) {
          log.error({ err }, 'what was answered could not be marked as done');
          return;
        }
        await sleep(PAUSE);
      }
    }
  }

  async function loop(): Promise<void> {
    let balanced = Number.NEGATIVE_INFINITY;
    while (!signal.aborted) {
      woken = false;
      try {
        if (Date.now() - balanced >= TICK) {
          await balance();
          balanced = Date.now();
        }
        await fetch();
        problem = null;
      } catch (err) {
        const reason = err instanceof Error ? err.message : String(err);
        if (reason !== problem) log.warn({ reason }, 'what waits cannot be read');
        problem = reason;
        await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
        balanced = Number.NEGATIVE_INFINITY;
      }
      await rest();
    }
  }

  const running = loop();
  return {
    put: (deliveries) => engine.put(platform, deliveries),
    get size() {
      return inHand.size;
    },
    get members() {
      return members;
    },
    problem: () => problem,
    async stop() {
      stopping.abort();
      forget();
      await running;
      await queue.idle();
      await Promise.allSettled([...lanes.values()].map(({ hold }) => hold.release()));
      await engine.leave(platform, member).catch(() => undefined);
    },
  };
}

/** So many at once; the others wait in line. */
function createSlots(count: number) {
  const line: (() => void)[] = [];
  let free = count;
  return {
    async enter(): Promise<void> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => line.push(resolve));
    },
    leave(): void {
      const next = line.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}
