import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { PACKAGE_ROOT } from '../lexicon/paths.js';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Corpora that were not opened for this long are deleted. */
const KEEP_UNUSED_MS = 30 * DAY_MS;

/** Where corpora are kept: CACHE_DIR, else .cache/ of the package, else the user's cache folder. */
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

/** The folder of what is kept of these folders. */
export function corpusFolder(cacheDir: string, folders: readonly string[]): string {
  const name = createHash('sha256').update(folders.map((folder) => resolve(folder)).join('\n'));
  return join(cacheDir, name.digest('hex').slice(0, 16));
}

/** The SQLite file that a program keeps of a corpus: another program reads reports otherwise, and makes its own. */
export const corpusFile = (folder: string, program: string): string => join(folder, `corpus-${program}.db`);

/** Makes the folder; false where the disk refuses. */
export function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Deletes what other programs have kept of this corpus and other corpora that nobody opens. Never throws. */
export function sweep(cacheDir: string, folder: string, file: string): void {
  const older = (path: string, age: number): boolean => statSync(path).mtimeMs < Date.now() - age;
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (path !== file && /^corpus-.*\.db$/.test(name) && older(path, HOUR_MS)) rmSync(path, { force: true });
      if (/^words-/.test(name) && older(path, KEEP_UNUSED_MS)) rmSync(path, { force: true });
    }
    for (const name of readdirSync(cacheDir)) {
      const other = join(cacheDir, name);
      if (other !== folder && /^[0-9a-f]{16}$/.test(name) && older(other, KEEP_UNUSED_MS))
        rmSync(other, { recursive: true, force: true });
    }
  } catch {
    // Another process sweeps as well.
  }
}

/** Notes that a corpus is in use, once a day. Never throws. */
export function markUsed(folder: string): void {
  try {
    if (statSync(folder).mtimeMs < Date.now() - DAY_MS) utimesSync(folder, new Date(), new Date());
  } catch {
    // Read-only, or swept at this moment.
  }
}
