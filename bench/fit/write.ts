import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_DIR } from '../../src/lexicon/paths.js';

/** Weights by name, rounded so that a fit gives the same bytes on every machine. Features that weigh nothing are left out. */
export function named(names: readonly string[], weights: Float64Array): Record<string, number> {
  return Object.fromEntries(
    names.map((name, i) => [name, Number(weights[i]!.toFixed(3))] as const).filter(([, weight]) => weight !== 0),
  );
}

export interface Written {
  readonly made: {
    readonly command: string;
    readonly sets: readonly string[];
    readonly validated: Readonly<Record<string, string>>;
  };
  readonly threshold?: number;
  readonly features: Readonly<Record<string, number>>;
}

/** Writes one file of config/fitted. */
export function writeFitted(file: string, content: Written): void {
  writeFileSync(join(CONFIG_DIR, 'fitted', file), `${JSON.stringify(content, null, 1)}\n`);
}
