import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../../adapters/shared/state/postgres.js';
import { openSqlite } from '../../adapters/shared/state/sqlite.js';
import type { StateEngine } from '../../adapters/shared/state/types.js';
import type { Server } from './postgres.js';

/** A place in which state is kept, and from which it can be opened again. */
export interface Place {
  /** Opens it, as one process more. In memory there is but one. */
  open(): Promise<StateEngine>;
}

export const ENGINES = ['sqlite', 'postgres', 'memory'] as const;
export type EngineName = (typeof ENGINES)[number];

let databases = 0;

/** An empty place for the engine of this name. */
export async function newPlace(name: EngineName, server: Server): Promise<Place> {
  if (name === 'postgres') {
    const url = await server.database(`state_${process.pid}_${++databases}`);
    return { open: () => openPostgres(url) };
  }
  if (name === 'sqlite') {
    const file = join(mkdtempSync(join(tmpdir(), 'gov-report-bot-')), 'deep', 'state.sqlite');
    return { open: async () => openSqlite(file) };
  }
  const memory = openSqlite(':memory:');
  return { open: async () => memory };
}
