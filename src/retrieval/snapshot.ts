import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CorpusProblem } from '../corpus/types.js';
import { PACKAGE_ROOT } from '../lexicon/paths.js';
import { decodeJson, encodeJson } from './bytes.js';
import { readChecked, writeChecked } from './disk.js';
import type { Extents } from './shard.js';
import type { ReportHead } from './types.js';

/** One document of a source file, as the index lists it. */
export interface StoredReport {
  /** As it was read, before it was compared with the other documents. */
  readonly local: ReportHead;
  /** With its final id, and marked where another report holds the same. */
  readonly head: ReportHead;
  readonly shard: string;
  /** Its place in the shard. */
  readonly ordinal: number;
  readonly parts: Extents;
}

/** One source file: how it looked when it was read, and what came of it. */
export interface StoredFile {
  /** The corpus folder that it lies in, as given. */
  readonly folder: string;
  readonly seed: string;
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Digest of its bytes; '' where it could not be read. */
  readonly sha: string;
  readonly reports: readonly StoredReport[];
  readonly problems: readonly CorpusProblem[];
}

/** What a snapshot holds of a corpus; the rest is in shards. */
export interface SnapshotIndex {
  /** Code and configuration it was made by. */
  readonly version: string;
  readonly files: readonly StoredFile[];
  /** Names the tables that belong to it: a digest of the documents in their order. */
  readonly digest: string;
  /** Checksum of its dictionary. */
  readonly dictionary: number;
}

/** Shards that no index names are deleted when they are older than this, in ms: another process may be about to name them. */
const KEEP_UNNAMED_MS = 60 * 60 * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Snapshots that were not opened for this long are deleted. */
const KEEP_UNUSED_MS = 30 * DAY_MS;

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

/** The name of the shard of a file: other text, another name for it, other code or configuration give another. */
export function shardName(sha: string, seed: string, version: string): string {
  return createHash('sha256').update(`${version}\n${seed}\n${sha}`).digest('hex').slice(0, 24);
}

export const shardPath = (folder: string, shard: string): string => join(folder, 'shards', `${shard}.shard`);
export const passagesPath = (folder: string, shard: string, ordinal: number): string =>
  join(folder, 'passages', `${shard}.${ordinal}.index`);
export const tablePath = (folder: string, digest: string, name: string): string =>
  join(folder, 'tables', `${digest}.${name}`);
const indexPath = (folder: string): string => join(folder, 'index.bin');

/** Reads the index. `damaged` is true where one is there that is not what was written; a missing one is merely absent, and so is one of another form. */
export function readIndex(folder: string): { index?: SnapshotIndex; damaged: boolean } {
  const { body, damaged } = readChecked(indexPath(folder));
  if (!body) return { damaged };
  try {
    return { index: decodeJson<SnapshotIndex>(body), damaged };
  } catch {
    // Sound, but written by a version that kept it otherwise.
    return { damaged: false };
  }
}

export function writeIndex(folder: string, index: SnapshotIndex): void {
  writeChecked(indexPath(folder), encodeJson(index));
}

/** Deletes what this snapshot no longer names and no other process can be about to use. Never throws. */
export function sweep(folder: string, index: SnapshotIndex): void {
  const named = new Set(index.files.flatMap((file) => file.reports.map((report) => report.shard)));
  const before = Date.now() - KEEP_UNNAMED_MS;
  for (const sub of ['shards', 'passages', 'tables']) {
    try {
      for (const name of readdirSync(join(folder, sub))) {
        const owner = name.split('.')[0] as string;
        // What a writer that was killed has left is nobody's, whatever its name.
        if (!name.endsWith('.tmp') && (named.has(owner) || owner === index.digest)) continue;
        const path = join(folder, sub, name);
        if (statSync(path).mtimeMs < before) rmSync(path, { force: true });
      }
    } catch {
      // A folder that is not there, or a file that another process has just deleted.
    }
  }
}

/** Deletes the snapshots of other corpora that nobody has opened for a month. Never throws. */
export function sweepUnused(cacheDir: string): void {
  const before = Date.now() - KEEP_UNUSED_MS;
  try {
    for (const name of readdirSync(cacheDir)) {
      const folder = join(cacheDir, name);
      const used = statSync(indexPath(folder), { throwIfNoEntry: false })?.mtimeMs;
      if (used !== undefined && used < before) rmSync(folder, { recursive: true, force: true });
    }
  } catch {
    // Another process sweeps as well.
  }
}

/** Notes that the snapshot is in use, once a day. Never throws. */
export function markUsed(folder: string): void {
  try {
    if (statSync(indexPath(folder)).mtimeMs < Date.now() - DAY_MS)
      utimesSync(indexPath(folder), new Date(), new Date());
  } catch {
    // Read-only, or swept at this moment.
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
