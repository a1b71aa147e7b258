import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { questionWordsFile } from './schema.js';

const FILE = 'question.json';

/** The words by which questions are read: config/question.json. Schema: `questionWordsSchema` in src/question/schema.ts. */
export interface QuestionWords {
  readonly facets: Readonly<
    Record<'denied' | 'wanted' | 'target' | 'outcome' | 'estimate' | 'weak' | 'emphatic' | 'came', readonly string[]>
  >;
  readonly operations: Readonly<
    Record<'outcome' | 'trend' | 'compare' | 'mentions' | 'list' | 'aggregate', readonly string[]>
  >;
  readonly measures: Readonly<
    Record<'average' | 'multiple' | 'growth' | 'share' | 'rank' | 'difference' | 'level', readonly string[]>
  >;
  /** Nouns by which people tell which measure they mean, beside 要 and 不要; `ratio` where they only say that none of it is meant. */
  readonly measureNouns: Readonly<Record<'growth' | 'level' | 'ratio', readonly string[]>>;
  readonly units: Readonly<Record<string, readonly string[]>>;
  /** A pattern of asking how many people, naming them. */
  readonly persons: string;
  /** A pattern of asking by a verb of spending. */
  readonly spends: string;
  /** Nouns that only name the class of what 哪家, 哪条 asks for. */
  readonly classNouns: readonly string[];
  /** How reports say that something was not reached. */
  readonly undone: readonly string[];
  /** What is reached or not: 目标, 指标. */
  readonly aims: readonly string[];
  /** Words that frame a request and are never content: 一览, 汇总. */
  readonly frame: readonly string[];
  /** Verbs that govern a list (聚焦A、B、C), and the adverbs before them; no part of its first item. */
  readonly listVerbs: Readonly<Record<'adverbs' | 'verbs', readonly string[]>>;
  /** Names in Latin letters as reports write them, with blanks between. */
  readonly abbreviations: string;
  /** Characters that stand in Traditional text alone. */
  readonly traditional: string;
  /** Words that carry no content. */
  readonly stop: readonly string[];
  /** Words that begin with one of those and are none: 有色. */
  readonly stopLed: readonly string[];
  /** Words without content where a number is asked for: 突破, 达到. */
  readonly numberStop: readonly string[];
  /** Nouns that are counted in a unit, with which a question ends: 参保人数. */
  readonly headUnits: Readonly<Record<string, readonly string[]>>;
  /** Nouns that 多少 asks for in a unit without naming it: 多少补贴. */
  readonly impliedUnits: Readonly<Record<string, readonly string[]>>;
  /** Units that can be set against one another, by what they measure; a unit in none of them counts things. */
  readonly unitFamilies: Readonly<Record<string, readonly string[]>>;
  readonly othersCounters: Readonly<Record<string, readonly string[]>>;
  /** Words before a place that help or goods go to. */
  readonly objectPlaceMarkers: readonly string[];
  /** Groups of words that may stand for one another. */
  readonly synonyms: readonly (readonly string[])[];
  /** Groups of words for the stages of work: 开工 and 动工; 竣工, 建成. */
  readonly stages: readonly (readonly string[])[];
  /** Words by which names of indicators are told from their siblings: 农村 takes the place of 城镇. */
  readonly counterparts: readonly string[];
  /** The word before the name of what is told by heads. */
  readonly perHead: string;
  /** What asks for the whole of what was told by heads: 总量呢. */
  readonly totals: readonly string[];
  /** Words by which a share is asked for. */
  readonly shareWords: readonly string[];
  /** Groups of words that part siblings: 职工 and 居民, 存款 and 贷款. */
  readonly contrasts: readonly (readonly string[])[];
  readonly asked: { readonly metadata: Readonly<Record<'speaker' | 'delivered', readonly string[]>> };
}

let words: QuestionWords | undefined;

/** The words, read once. @throws ConfigError where the file is malformed. */
export function questionWords(): QuestionWords {
  words ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), questionWordsFile);
  return words;
}

/** Reads the file again. The words that stood before stay where it is malformed. @throws ConfigError */
export function reloadQuestionWords(): void {
  words = checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), questionWordsFile);
}

/** Something made from the words (an index, a set), made anew where they have been read again. */
export function fromWords<T>(make: (words: QuestionWords) => T): () => T {
  let made: { words: QuestionWords; value: T } | undefined;
  return () => {
    const now = questionWords();
    if (made?.words !== now) made = { words: now, value: make(now) };
    return made.value;
  };
}
