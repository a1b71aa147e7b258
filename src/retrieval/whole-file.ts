import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

let counter = 0;

/**
 * Writes a file whole or not at all: into a neighbour first, then renamed over the name.
 * Processes that write the same file at once do not mix. Throws what the file system throws; nothing half-written stays.
 */
export function writeWhole(path: string, body: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  counter += 1;
  const neighbour = `${path}.${process.pid}.${counter}.tmp`;
  try {
    const file = openSync(neighbour, 'w');
    try {
      const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    } finally {
      closeSync(file);
    }
    renameSync(neighbour, path);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
}
