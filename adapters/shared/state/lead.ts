import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.js';
import { StateError } from './faults.js';
import type { StateEngine } from './types.js';

/** Milliseconds between two looks whether the lock is free, or still held. */
const LOOK = 1000;

/** Something that runs in one process at a time. */
export interface Led {
  /** True while this process is the one. */
  readonly leads: boolean;
  stop(): Promise<void>;
}

/**
 * Runs something in the one process that holds a lock; the others wait, and one of them goes on when it dies.
 *
 * @param begin begins the work; what it returns ends it. Called again after the lock was lost and taken anew.
 */
export function lead(engine: StateEngine, name: string, log: Log, begin: () => Promise<() => Promise<void>>): Led {
  const stopping = new AbortController();
  const { signal } = stopping;
  let leads = false;
  const pause = () => sleep(LOOK, undefined, { signal }).catch(() => undefined);

  async function term(): Promise<void> {
    const hold = await engine.hold(name);
    if (hold === undefined) return;
    log.info({ lock: name }, 'leading');
    leads = true;
    try {
      const end = await begin();
      while (!signal.aborted && !hold.lost) await pause();
      if (hold.lost) log.warn({ lock: name }, 'the lock is lost');
      await end();
    } finally {
      leads = false;
      await hold.release();
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await term().catch((err: unknown) => {
        if (err instanceof StateError) log.warn({ reason: err.message }, 'no lock');
        else log.error({ err, lock: name }, 'what only one process does has failed');
      });
      if (!signal.aborted) await pause();
    }
  }

  const running = run();
  return {
    get leads() {
      return leads;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
