import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StateError } from './faults.js';
import type { StateEngine } from './types.js';

/** Milliseconds for which a database that is away is waited for at the start. */
const PATIENCE = 30_000;
const PAUSE = 1000;

/**
 * Opens what the settings name: PostgreSQL at DATABASE_URL, else the file STATE_FILE. Each engine is loaded where it is used.
 * @param waiting told why it is waited for
 */
export async function openState(
  { DATABASE_URL, STATE_FILE }: { readonly DATABASE_URL?: string | undefined; readonly STATE_FILE: string },
  waiting: (reason: string) => void = () => undefined,
  patience = PATIENCE,
): Promise<StateEngine> {
  if (DATABASE_URL === undefined) {
    const { openSqlite } = await import('./sqlite.js');
    return openSqlite(STATE_FILE === ':memory:' ? STATE_FILE : resolve(STATE_FILE));
  }
  const { openPostgres } = await import('./postgres.js');
  for (const until = Date.now() + patience; ; await sleep(PAUSE)) {
    try {
      return await openPostgres(DATABASE_URL);
    } catch (error) {
      if (!(error instanceof StateError) || !error.passing || Date.now() >= until) throw error;
      waiting(error.message);
    }
  }
}
