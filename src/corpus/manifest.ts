import { realpathSync } from 'node:fs';
import { z } from 'zod';
import { checkConfig, configLabel, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { ConfigError } from '../lexicon/config-error.js';
import { CONFIG_DIR, SEEDS_DIR } from '../lexicon/paths.js';
import type { Report } from './types.js';

const NAME = 'seeds.json';

/** config/seeds.json: what each file of seeds/ holds, in order. */
const seedsFile = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string().min(1),
      documents: z
        .array(
          z.strictObject({
            id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '编号只用小写字母、数字和连字符'),
            /** The code of the place in config/places.json. */
            place: z.string(),
            year: z.int().min(1949).max(2100).nullable(),
            kind: z.enum(['report', 'summary', 'tasks', 'news', 'bulletin', 'outline', 'plan', 'budget', 'address']),
          }),
        )
        .min(1),
    }),
  ),
});

export type SeedsManifest = z.infer<typeof seedsFile>;

/** Reads config/seeds.json. @throws ConfigError */
export function readManifest(dir: string = CONFIG_DIR): SeedsManifest {
  const value = checkConfig(NAME, parseConfigJson(NAME, readConfigText(dir, NAME)), seedsFile);
  const ids = new Set<string>();
  for (const [i, { documents }] of value.files.entries()) {
    for (const [j, { id }] of documents.entries()) {
      if (ids.has(id)) throw fault(i, j, `编号“${id}”重复`);
      ids.add(id);
    }
  }
  return value;
}

/** What the manifest speaks of. */
type Listed = Pick<Report, 'id' | 'seed' | 'place' | 'year' | 'kind'>;

/**
 * Gives the reports of seeds/ their ids, and makes sure that they were read as the manifest says. Reports of other folders stay as they are.
 * @throws ConfigError where a file is missing, or a document was read as of another place, year or kind.
 */
export function applyManifest<R extends Listed>(folder: string, reports: readonly R[]): readonly R[] {
  return isSeeds(folder) ? checkAgainst(readManifest(), reports) : reports;
}

/** @throws ConfigError as `applyManifest`. */
export function checkAgainst<R extends Listed>(manifest: SeedsManifest, reports: readonly R[]): readonly R[] {
  const ids = new Map<R, string>();
  for (const [i, { file, documents }] of manifest.files.entries()) {
    const held = reports.filter((report) => report.seed === file);
    if (held.length === 0)
      throw new ConfigError(configLabel(NAME), `files.${i}.file`, `seeds/${file} 不存在或无法读取`);
    if (held.length !== documents.length) {
      throw new ConfigError(
        configLabel(NAME),
        `files.${i}.documents`,
        `列出 ${documents.length} 篇，而 seeds/${file} 中有 ${held.length} 篇`,
      );
    }
    for (const [j, wanted] of documents.entries()) {
      const report = held[j]!;
      const read = { place: report.place?.id ?? null, year: report.year, kind: report.kind };
      for (const key of ['place', 'year', 'kind'] as const) {
        if (read[key] !== wanted[key]) {
          throw fault(i, j, `${key} 写作 ${wanted[key]}，而 seeds/${file} 第 ${j + 1} 篇读作 ${read[key]}`);
        }
      }
      ids.set(report, wanted.id);
    }
  }
  return reports.map((report) => ({ ...report, id: ids.get(report) ?? report.id }));
}

function fault(file: number, document: number, problem: string): ConfigError {
  return new ConfigError(configLabel(NAME), `files.${file}.documents.${document}`, problem);
}

function isSeeds(folder: string): boolean {
  try {
    return realpathSync(folder) === realpathSync(SEEDS_DIR);
  } catch {
    return false;
  }
}
