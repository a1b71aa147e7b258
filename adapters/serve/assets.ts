import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';

interface Served {
  readonly body: string;
  readonly type: string;
  readonly path: string;
}

/** Style and script stand in each page: a browser paints nothing before it has the style, and asking for a file costs as long as the page. */
interface Inlined {
  readonly body: string;
  /** How a policy names it. */
  readonly hash: string;
}

const digest = (body: string) => createHash('sha256').update(body);
const read = (name: string): string => readFileSync(join(PACKAGE_ROOT, 'assets', name), 'utf8');

function inlined(name: string): Inlined {
  const body = read(name);
  return { body, hash: `'sha256-${digest(body).digest('base64')}'` };
}

function served(name: string, type: string): Served {
  const body = read(name);
  // The address changes with the content, so that browsers may keep it for ever.
  return { body, type, path: `/assets/${digest(body).digest('hex').slice(0, 10)}/${name}` };
}

export const STYLE = inlined('style.css');
export const SCRIPT = inlined('app.js');
export const ICON = served('icon.svg', 'image/svg+xml');

/** Changes with what every page holds: a page that a browser kept must not meet the policy of another. */
export const LOOK = digest(STYLE.body + SCRIPT.body)
  .digest('hex')
  .slice(0, 10);

const SERVED: ReadonlyMap<string, Served> = new Map([['icon.svg', ICON]]);

/** The file behind an address, whatever digest the address names; undefined where there is none of that name. */
export function assetNamed(name: string): Served | undefined {
  return SERVED.get(name);
}
