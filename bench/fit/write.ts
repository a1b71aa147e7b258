import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_DIR } from '../../src/lexicon/paths.js';
import type { Net, NetsFile } from '../../src/matching/net.js';

/** Weights by name, rounded so that a fit gives the same bytes on every machine. Features that weigh nothing are left out. */
export function named(names: readonly string[], weights: Float64Array): Record<string, number> {
  return Object.fromEntries(
    names.map((name, i) => [name, Number(weights[i]!.toFixed(3))] as const).filter(([, weight]) => weight !== 0),
  );
}

/** Networks with their weights by name, rounded the same way. */
export function namedNets(names: readonly string[], nets: readonly Net[]): NetsFile['nets'] {
  return nets.map(({ linear, units }) => ({
    features: named(names, linear),
    units: units.map(({ bias, out, weights }) => ({
      bias: Number(bias.toFixed(3)),
      out: Number(out.toFixed(3)),
      features: named(names, weights),
    })),
  }));
}

/** A file of networks. */
export interface NetsWritten extends NetsFile {
  readonly made: Written['made'];
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
export function writeFitted(file: string, content: Written | NetsWritten): void {
  writeFileSync(join(CONFIG_DIR, 'fitted', file), `${JSON.stringify(content, null, 1)}\n`);
}
