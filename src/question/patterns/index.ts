import { checkConfig, parseConfigJson, readConfigText } from '../../lexicon/config.js';
import { CONFIG_DIR } from '../../lexicon/paths.js';
import { type PatternGroups, patternGroups } from './pattern.js';
import { type PatternFile, patternFile } from './schema.js';

const FILE = 'language/patterns.json';

let loaded: PatternGroups<Omit<PatternFile, 'notation' | 'words'>> | undefined;

/** What questions may say, as patterns (config/language/patterns.json), read with the first use. @throws ConfigError where malformed. */
export function patterns(): PatternGroups<Omit<PatternFile, 'notation' | 'words'>> {
  if (!loaded) {
    const {
      notation: _,
      words,
      ...groups
    } = checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), patternFile);
    loaded = patternGroups(groups, words);
  }
  return loaded;
}
