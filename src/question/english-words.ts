import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';

const FILE = 'language/english.json';
const words = z.array(z.string().min(1));
const table = z.record(z.string().min(1), z.string());

/** config/language/english.json: how questions are asked in English and in pinyin, and the labels of their answers. */
export const englishFile = z.strictObject({
  /** Names that are not the pinyin of the Chinese ones. */
  places: table,
  /** Words that only tell the kind of a place: city. */
  placeWords: words,
  /** English name → the indicator's name. The first of several English names is its label. */
  indicators: table,
  facets: table,
  measures: table,
  operations: z.strictObject({
    highest: words,
    lowest: words,
    ranking: words,
    above: words,
    below: words,
    atLeast: words,
    compare: words,
    trend: words,
    met: words,
    list: words,
    speaker: words,
    delivered: words,
    mentions: words,
    all: words,
    source: words,
    check: words,
  }),
  years: table,
  /** Words that ask for nothing by themselves. */
  stop: words,
  /** Pinyin without tones → the word. Names of places and indicators are read by their own pinyin. */
  pinyin: table,
  /** Chinese words of headlines and readings → English, longer ones first. */
  labels: table,
  /** How reports bound a figure → what it means; said behind the figure, which stays as it is written. */
  bounds: table,
  /** How lines of a reply begin. */
  lines: table,
  /** Notes that hold the first, in English. */
  notes: z.array(z.tuple([z.string().min(2), z.string()])),
  /** Labels of indicators that have no English name above. */
  indicatorNames: table,
});

export type EnglishWords = z.infer<typeof englishFile>;

let loaded: EnglishWords | undefined;

/** The words, read with the first use. @throws ConfigError where the file is malformed. */
export function englishWords(): EnglishWords {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), englishFile);
  return loaded;
}
