import { join } from 'node:path';
import type { Lexicon } from '../lexicon/load.js';
import { StoreError } from '../store/errors.js';
import { openPostgres, type PostgresStore } from '../store/postgres.js';
import { canWrite, defaultCacheDir } from './cache.js';
import { programOf } from './publish.js';
import { viewOf } from './store.js';
import type { Store, StoreOptions } from './types.js';

/** One set of connections for each database, whatever versions are opened over it. */
const opened = new Map<string, Promise<PostgresStore>>();

/**
 * Opens the newest version in a PostgreSQL database that `npm run publish` has filled. A role that may only read is enough.
 * Rejects with StoreError: one line that says what to do.
 */
export async function openDatabase(
  url: string,
  { lexicon, cacheDir = defaultCacheDir() }: Pick<StoreOptions, 'cacheDir'> & { readonly lexicon: Lexicon },
): Promise<Store> {
  const started = performance.now();
  const corpus = await connected(url);
  const version = await corpus.version();
  if (!version) throw new StoreError('数据库里还没有报告；请先运行 npm run publish');
  const warnings: string[] = [];
  if (version.program !== programOf(lexicon))
    warnings.push('数据库里的报告由另一版本的程序或配置读出，回答可能与本版本不同；请再运行一次 npm run publish');
  const folder = cacheDir === null ? null : join(cacheDir, 'database');
  return viewOf(corpus, version, {
    lexicon,
    warnings,
    started,
    folder: folder !== null && canWrite(folder) ? folder : null,
  });
}

function connected(url: string): Promise<PostgresStore> {
  const known = opened.get(url);
  if (known) return known;
  const opening = openPostgres(url);
  opened.set(url, opening);
  // A database that is away now may be there at the next try.
  opening.catch(() => opened.delete(url));
  return opening;
}
