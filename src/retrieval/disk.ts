import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

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

/** What was read of a checked file: its body, or nothing; `damaged` where a file is there that is not what was written. */
export interface Checked {
  readonly body?: Buffer;
  readonly damaged: boolean;
}

/** Checksum and length of the body, four bytes each. */
const PREFIX = 8;

/** Writes a file with a checksum in front, whole or not at all. */
export function writeChecked(path: string, body: Buffer): void {
  const prefix = Buffer.alloc(PREFIX);
  prefix.writeUInt32LE(crc32(body), 0);
  prefix.writeUInt32LE(body.length, 4);
  writeWhole(path, Buffer.concat([prefix, body]));
}

/** Reads what `writeChecked` wrote. Never throws. */
export function readChecked(path: string): Checked {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { damaged: (error as NodeJS.ErrnoException).code !== 'ENOENT' };
  }
  const body = bytes.subarray(PREFIX);
  const sound =
    bytes.length >= PREFIX && body.length === bytes.readUInt32LE(4) && crc32(body) === bytes.readUInt32LE(0);
  return sound ? { body, damaged: false } : { damaged: true };
}
