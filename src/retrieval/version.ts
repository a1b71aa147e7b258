import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIG_DIR } from '../lexicon/paths.js';

/** The folders whose code decides what a snapshot holds. */
const CODE = ['text', 'lexicon', 'corpus', 'facts', 'store', 'retrieval'];

let digest: string | undefined;

/** A digest of the code that reads reports and of the seeds' manifest: a snapshot made by others is stale. About 3 ms, once. */
export function codeVersion(): string {
  if (digest !== undefined) return digest;
  const here = dirname(fileURLToPath(import.meta.url));
  const hash = createHash('sha256');
  for (const folder of CODE) {
    const path = join(here, '..', folder);
    for (const name of readdirSync(path).sort()) {
      if (/\.(js|ts)$/.test(name) && !name.endsWith('.d.ts')) hash.update(name).update(readFileSync(join(path, name)));
    }
  }
  const manifest = join(CONFIG_DIR, 'seeds.json');
  if (existsSync(manifest)) hash.update(readFileSync(manifest));
  digest = hash.digest('hex').slice(0, 16);
  return digest;
}
