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
  /** The Chinese question that asks the same, by what is asked; `{…}` stands for what the question names. */
  written: z.strictObject({
    notation: z.string(),
    /** The words of the report are asked for. */
    source: z.string(),
    /** What joins several of a kind, and the two ends of a span of years. */
    joins: z.strictObject({ years: z.string(), places: z.string(), facets: z.string(), span: z.string() }),
    year: z.string(),
    /** A time before nothing but the word that asks. */
    ofYear: z.string(),
    /** Where no place is named, and the facet where none is. */
    everywhere: z.string(),
    aim: z.string(),
    conditions: z.strictObject({ above: z.string(), below: z.string(), atLeast: z.string() }),
    orders: z.strictObject({ highest: z.string(), lowest: z.string(), ranking: z.string() }),
    /** Who gave a report, when, and whether or where one holds a term. */
    speaker: z.string(),
    delivered: z.string(),
    mentions: z.string(),
    mentionsWhere: z.string(),
    /** Which places meet a condition; lists, orders, targets set against outcomes, years, comparisons. */
    meeting: z.string(),
    list: z.string(),
    ordered: z.string(),
    met: z.string(),
    trend: z.string(),
    compared: z.string(),
    /** One figure, or whether one is right; a bare slot goes on from the turn before. */
    check: z.string(),
    slotAlone: z.string(),
    thingAlone: z.string(),
    figure: z.string(),
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
