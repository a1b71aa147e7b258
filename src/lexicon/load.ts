import { createHash } from 'node:crypto';
import { BELONGINGS_FILE, type Belongings, readBelongings } from './belongings.js';
import { checkConfig, configLabel, parseConfigJson, readConfigText } from './config.js';
import { createGazetteer } from './gazetteer.js';
import type { IndicatorIndex } from './indicators.js';
import { readIndicators } from './indicators.js';
import { CONFIG_DIR } from './paths.js';
import { placesFile } from './schemas.js';
import type { Gazetteer } from './types.js';

export { ConfigError } from './config-error.js';

/** The vocabulary that reports and questions are read with. */
export interface Lexicon {
  readonly gazetteer: Gazetteer;
  readonly indicators: IndicatorIndex;
  /** Whose the things are that reports name without saying so. */
  readonly belongings: Belongings;
  /** Changes whenever a file that the lexicon was read from changes. */
  readonly digest: string;
}

/**
 * Reads places.json, indicators.json and language/belongings.json of a folder, the project's config/ by default.
 * @throws ConfigError with one line for the first thing that is wrong.
 */
export function loadLexicon(dir: string = CONFIG_DIR): Lexicon {
  const places = readConfigText(dir, 'places.json');
  const indicators = readConfigText(dir, 'indicators.json');
  const belongings = readConfigText(dir, BELONGINGS_FILE);
  return {
    gazetteer: createGazetteer(checkConfig('places.json', parseConfigJson('places.json', places), placesFile)),
    indicators: readIndicators(parseConfigJson('indicators.json', indicators), configLabel('indicators.json')),
    belongings: readBelongings(belongings),
    digest: createHash('sha256').update([places, indicators, belongings].join('\0')).digest('hex').slice(0, 16),
  };
}
