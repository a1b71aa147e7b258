import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';

const FILE = 'province-tiles.json';

/** config/province-tiles.json: where each province's tile stands in the map of tiles. */
export const tilesFile = z.strictObject({
  notation: z.string(),
  tiles: z.array(
    z.strictObject({
      /** Code of the gazetteer. */
      place: z.string().regex(/^\d{6}$/),
      name: z.string().min(2),
      row: z.int().nonnegative(),
      column: z.int().nonnegative(),
    }),
  ),
});

export type Tile = z.infer<typeof tilesFile>['tiles'][number];

let tiles: readonly Tile[] | undefined;

/** The tiles, read once. @throws ConfigError where the file is malformed. */
export function provinceTiles(): readonly Tile[] {
  tiles ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), tilesFile).tiles;
  return tiles;
}
