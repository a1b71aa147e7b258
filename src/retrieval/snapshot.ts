import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import type { CorpusProblem } from '../corpus/types.js';
import { PACKAGE_ROOT } from '../lexicon/paths.js';
import { encodeJson } from './codec.js';
import { writeWhole } from './disk.js';
import type { Extents } from './shard.js';
import type { ReportHead } from './types.js';

/** One document as the index lists it: its final head, the id under which its shard knows it, and where its parts are. */
export interface IndexedReport {
  readonly head: ReportHead;
  readonly localId: string;
  readonly parts: Extents;
}

/** One source file: how it looked when it was read, and the shard made from it. */
export interface IndexedFile {
  readonly seed: string;
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** sha256 of the bytes. */
  readonly sha: string;
  /** Name of the shard; made from the bytes, the seed, the code and the configuration. */
  readonly shard: string;
  readonly reports: readonly IndexedReport[];
  readonly problems: readonly CorpusProblem[];
}

/** What a snapshot holds of a corpus; the rest is in shards. */
export interface SnapshotIndex {
  /** Code and configuration it was made by. */
  readonly version: string;
  readonly files: readonly IndexedFile[];
  /** Problems of the corpus as a whole. */
  readonly problems: readonly CorpusProblem[];
  /** Names the derived files that belong to it. */
  readonly digest: string;
}

/** Shards that no index names are deleted when they are older than this, in ms: another process may be about to name them. */
const KEEP_UNNAMED_MS = 60 * 60 * 1000;

/** Where snapshots are kept: CACHE_DIR, else .cache/ of the package, else the user's cache folder. */
export function defaultCacheDir(): string {
  const set = process.env.CACHE_DIR;
  if (set) return resolve(set);
  try {
    accessSync(PACKAGE_ROOT, constants.W_OK);
    return join(PACKAGE_ROOT, '.cache');
  } catch {
    return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'gov-report-bot');
  }
}

/** The folder of the snapshot of these folders. */
export function snapshotFolder(cacheDir: string, folders: readonly string[]): string {
  const name = createHash('sha256').update(folders.map((folder) => resolve(folder)).join('\n'));
  return join(cacheDir, name.digest('hex').slice(0, 16));
}

export const shardPath = (folder: string, shard: string): string => join(folder, 'shards', `${shard}.shard`);
const indexPath = (folder: string): string => join(folder, 'index.json');

/**
 * Reads the index. `damaged` is true where one is there that cannot be used as it stands; a missing one is merely absent.
 */
export function readIndex(folder: string): { index?: SnapshotIndex; damaged: boolean } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(indexPath(folder));
  } catch (error) {
    return { damaged: (error as NodeJS.ErrnoException).code !== 'ENOENT' };
  }
  // A first line with the checksum of the rest.
  const line = bytes.indexOf(10);
  const body = bytes.subarray(line + 1);
  if (line < 1 || bytes.toString('latin1', 0, line) !== String(crc32(body))) return { damaged: true };
  return { index: JSON.parse(body.toString('utf8')) as SnapshotIndex, damaged: false };
}

export function writeIndex(folder: string, index: SnapshotIndex): void {
  const body = encodeJson(index);
  writeWhole(indexPath(folder), Buffer.concat([Buffer.from(`${crc32(body)}\n`, 'latin1'), body]));
}

/** Deletes what this snapshot no longer names and no other process can be about to use. Never throws. */
export function sweep(folder: string, index: SnapshotIndex): void {
  const named = new Set(index.files.map((file) => file.shard));
  const before = Date.now() - KEEP_UNNAMED_MS;
  for (const sub of ['shards', 'passages', 'tables']) {
    try {
      for (const name of readdirSync(join(folder, sub))) {
        const owner = name.split('.')[0] as string;
        if (named.has(owner) || owner === index.digest) continue;
        const path = join(folder, sub, name);
        if (statSync(path).mtimeMs < before) rmSync(path, { force: true });
      }
    } catch {
      // A folder that is not there, or a file that another process has just deleted.
    }
  }
}

/** Makes the folder; false where the disk refuses. */
export function canWrite(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'shards'), { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
