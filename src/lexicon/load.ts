import { createHash } from 'node:crypto';
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
  /** Changes whenever a file that the lexicon was read from changes. */
  readonly digest: string;
}

/**
 * Reads places.json and indicators.json of a folder, the project's config/ by default.
 * @throws ConfigError with one line for the first thing that is wrong.
 */
export function loadLexicon(dir: string = CONFIG_DIR): Lexicon {
  const places = readConfigText(dir, 'places.json');
  const indicators = readConfigText(dir, 'indicators.json');
  return {
    gazetteer: createGazetteer(checkConfig('places.json', parseConfigJson('places.json', places), placesFile)),
    indicators: readIndicators(parseConfigJson('indicators.json', indicators), configLabel('indicators.json')),
    digest: createHash('sha256').update(places).update('\0').update(indicators).digest('hex').slice(0, 16),
  };
}
