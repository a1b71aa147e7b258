import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { listFiles } from '../src/corpus/files.js';
import { PACKAGE_ROOT, SEEDS_DIR } from '../src/lexicon/paths.js';

/** A corpus that is measured. */
export interface BenchCorpus {
  readonly name: string;
  readonly folder: string;
  readonly files: number;
}

/** Shares of the large corpus that are measured, smallest first. */
const SHARES = [1 / 40, 1 / 4, 1];

/** The folder of reports beside the project, where there is one. Nothing of it is part of the project. */
export function sharedFolder(...path: string[]): string | undefined {
  const folder = join(PACKAGE_ROOT, '..', 'shared', ...path);
  return existsSync(folder) ? folder : undefined;
}

/**
 * The seeds, and where there is a large folder of reports (`corpus`, else the shared one) evenly drawn parts of it and the whole.
 * Parts are folders of links under `workFolder`.
 */
export function benchCorpora(workFolder: string, corpus?: string): BenchCorpus[] {
  const seeds = { name: 'seeds', folder: SEEDS_DIR, files: listFiles(SEEDS_DIR).files.length };
  const large = corpus === undefined ? sharedFolder('corpora', 'gov-reports') : resolve(corpus);
  if (large === undefined) return [seeds];
  const { files } = listFiles(large);
  return [
    seeds,
    ...SHARES.map((share) => {
      const every = Math.round(1 / share);
      const drawn = files.filter((_, i) => i % every === 0);
      const name = `${drawn.length} reports`;
      if (every === 1) return { name, folder: large, files: drawn.length };
      const folder = join(workFolder, `part-${drawn.length}`);
      for (const { seed, path } of drawn) {
        const link = join(folder, seed);
        mkdirSync(dirname(link), { recursive: true });
        if (!existsSync(link)) symlinkSync(path, link);
      }
      return { name, folder, files: drawn.length };
    }),
  ];
}
