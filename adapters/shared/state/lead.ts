import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.js';
import type { Hold, StateEngine } from './types.js';

/** Milliseconds between two looks whether a lock is free, or still held. */
const LOOK = 1000;
/** Milliseconds for which the work goes on while nobody can be asked who holds the lock: nobody else can take it then either. */
const AWAY = 30_000;

/** Something that runs in one process at a time. */
export interface Led {
  /** Resolves when the work has begun, or another process does it; rejects where the first attempt to begin failed. */
  readonly first: Promise<void>;
  /** True while this process does it. */
  readonly leads: boolean;
  stop(): Promise<void>;
}

/**
 * Runs something in the one process that holds a lock; the others wait, and one of them goes on when it dies.
 *
 * @param names the locks of several parts of the work, of which this process takes the first that is free
 * @param begin begins the part of that number; what it returns ends it. Called again after a lock was lost and taken anew.
 */
export function lead(
  engine: Pick<StateEngine, 'hold'>,
  names: readonly string[],
  log: Log,
  begin: (part: number) => Promise<() => Promise<void>>,
): Led {
  const stopping = new AbortController();
  const { signal } = stopping;
  let leads = false;
  const pause = () => sleep(LOOK, undefined, { signal }).catch(() => undefined);

  async function take(): Promise<[part: number, hold: Hold] | undefined> {
    for (const [part, name] of names.entries()) {
      const hold = await engine.hold(name);
      if (hold !== undefined) return [part, hold];
    }
    return undefined;
  }

  /** Begins, where a lock is free; what is returned runs until the lock is lost. */
  async function begun(): Promise<(() => Promise<void>) | undefined> {
    const taken = await take();
    if (taken === undefined) return undefined;
    const [part, hold] = taken;
    log.info({ lock: names[part] }, 'leading');
    leads = true;
    try {
      const end = await begin(part);
      return () => term(names[part]!, hold, end);
    } catch (error) {
      leads = false;
      await hold.release().catch(() => undefined);
      throw error;
    }
  }

  async function term(name: string, taken: Hold, end: () => Promise<void>): Promise<void> {
    let hold: Hold | undefined = taken;
    try {
      while (hold !== undefined && !signal.aborted) {
        await pause();
        if (hold.lost && !signal.aborted) hold = await retake(name);
      }
      if (hold === undefined) log.warn({ lock: name }, 'another process leads');
      await end();
    } finally {
      leads = false;
      await hold?.release();
    }
  }

  /** The lock again after its connection broke; undefined where another process has it, or it could not be asked for too long. */
  async function retake(name: string): Promise<Hold | undefined> {
    for (const until = Date.now() + AWAY; Date.now() < until && !signal.aborted; await pause()) {
      try {
        return await engine.hold(name);
      } catch (err) {
        log.warn({ reason: reasonOf(err) }, 'who leads cannot be asked');
      }
    }
    return undefined;
  }

  const first = begun();
  async function run(): Promise<void> {
    let go = await first.catch(() => stopping.abort());
    while (!signal.aborted) {
      try {
        await go?.();
        await pause();
        if (!signal.aborted) go = await begun();
      } catch (err) {
        go = undefined;
        log.warn({ reason: reasonOf(err) }, 'this process cannot lead');
        await pause();
      }
    }
    // Stopped while it began.
    if (leads) await go?.().catch((err: unknown) => log.error({ err }, 'an end failed'));
  }

  const running = run();
  return {
    first: first.then(() => undefined),
    get leads() {
      return leads;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function reasonOf(err: unknown): string {
  return err instanceof Error ? err.message : String(err);
}
