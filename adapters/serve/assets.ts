import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';

/** The files that the pages need, by name. Nothing else is ever read for an address. */
const TYPES = {
  'style.css': 'text/css; charset=utf-8',
  'app.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

export type AssetName = keyof typeof TYPES;

interface Asset {
  readonly body: string;
  readonly type: string;
  readonly path: string;
}

const loaded = new Map<AssetName, Asset>();

function load(name: AssetName): Asset {
  let found = loaded.get(name);
  if (found === undefined) {
    const body = readFileSync(join(PACKAGE_ROOT, 'assets', name), 'utf8');
    const digest = createHash('sha256').update(body).digest('hex').slice(0, 10);
    found = { body, type: TYPES[name], path: `/assets/${digest}/${name}` };
    loaded.set(name, found);
  }
  return found;
}

/** The address of a file: it changes with the content, so that browsers may keep it for ever. */
export function asset(name: AssetName): string {
  return load(name).path;
}

/** The file behind an address, whatever digest the address names; undefined where there is none of that name. */
export function assetNamed(name: string): Asset | undefined {
  return Object.hasOwn(TYPES, name) ? load(name as AssetName) : undefined;
}
