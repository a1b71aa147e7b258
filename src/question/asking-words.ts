import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { type AskingWords, askingWordsFile } from './asking-schema.js';

const FILE = 'language/asking.json';
let loaded: AskingWords | undefined;

/** The words that ask for figures and times (config/language/asking.json), read with the first use. @throws ConfigError where malformed. */
export function askingWords(): AskingWords {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), askingWordsFile);
  return loaded;
}
