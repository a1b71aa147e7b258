import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../shared/log.js';
import { StateError } from '../shared/state/faults.js';
import { type Accept, ALLOWED_UPDATES, type Source } from './source.js';
import { ApiRefused, type Transport } from './transport.js';

export interface PollOptions {
  readonly transport: Transport;
  readonly log: Log;
  /** Resolves when the updates are safe, before their answers; rejects where they must be delivered again. */
  readonly accept: Accept;
  /** Seconds that the server holds a poll open. */
  readonly hold?: number;
}

const HOLD = 50;
/** Milliseconds beyond the hold after which a poll counts as lost. */
const SLACK = 10_000;
/** Milliseconds after a first 409; doubled with each further one, so that a twin which stays costs little. */
const CONFLICT_PAUSE = 2000;
const LONGEST_CONFLICT_PAUSE = 300_000;
const LONGEST_PAUSE = 30_000;
/** While updates cannot be kept they are asked for again soon: a database that restarts is back within seconds. */
const LONGEST_UNSAFE_PAUSE = 2000;

/**
 * Polls for updates (long polling). telegraf's own loop is not used: it waits for the handlers of one poll before the next,
 * and a 409 ends it. Here the next poll goes out as soon as the updates are kept, which tells the server that they were taken;
 * another poller (409), 429, 5xx and lost connections are waited out.
 */
export function startPolling({ transport, log, accept, hold = HOLD }: PollOptions): Source {
  const stopping = new AbortController();
  const { signal } = stopping;
  let offset = 0;
  let problem: string | null = null;

  async function poll(): Promise<void> {
    const updates = await transport.call<unknown>(
      'getUpdates',
      { offset, timeout: hold, allowed_updates: ALLOWED_UPDATES },
      { signal, timeout: hold * 1000 + SLACK, attempts: 1 },
    );
    if (!Array.isArray(updates)) throw new Error('getUpdates did not return a list');
    await accept(byId(updates));
    const ids = updates.flatMap((update) => idOf(update) ?? []);
    // A list from which nothing can be confirmed would come again at once.
    if (updates.length > 0 && ids.length === 0) throw new Error('updates without a number');
    if (ids.length > 0) offset = Math.max(...ids) + 1;
  }

  async function loop(): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await poll();
        if (problem !== null) log.info('polling again');
        failures = 0;
        problem = null;
      } catch (err) {
        if (signal.aborted) return;
        failures += 1;
        const conflict = err instanceof ApiRefused && err.code === 409;
        problem = problemOf(err, conflict);
        const doubled = 2 ** Math.min(failures - 1, 10);
        const pause = conflict
          ? Math.min(LONGEST_CONFLICT_PAUSE, CONFLICT_PAUSE * doubled)
          : Math.min(err instanceof StateError ? LONGEST_UNSAFE_PAUSE : LONGEST_PAUSE, 250 * doubled);
        // Another poller is no fault of this program: one line, and no stack.
        if (conflict || err instanceof StateError) log.warn({ pause }, problem);
        else log.warn({ err, pause }, problem);
        await wait(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  const running = loop();
  return {
    problem: () => problem,
    async stop() {
      stopping.abort();
      await running;
      // Tells the server what was taken, so that the next start does not get it again.
      if (offset === 0) return;
      await transport
        .call('getUpdates', { offset, timeout: 0, limit: 1 }, { timeout: 2000, attempts: 1 })
        .catch((err) => log.info({ err }, 'the last updates could not be confirmed'));
    },
  };
}

function problemOf(err: unknown, conflict: boolean): string {
  if (conflict) return 'telegram: another program polls with the same token (409)';
  return err instanceof StateError ? `telegram: updates are not taken: ${err.message}` : 'telegram: polling fails';
}

/** The number of an update, where it has one. */
export function idOf(update: unknown): number | undefined {
  const id = (update as { update_id?: unknown } | null)?.update_id;
  return Number.isSafeInteger(id) ? (id as number) : undefined;
}

function byId(updates: readonly unknown[]): unknown[] {
  return updates.toSorted((a, b) => (idOf(a) ?? 0) - (idOf(b) ?? 0));
}
