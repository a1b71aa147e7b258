import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';

const FILE = 'language/turns.json';
const words = z.array(z.string().min(1)).min(1);
const aside = z.strictObject({
  /** One of these must stand in the turn. */
  keys: words,
  /** What else may stand in it; anything more makes it a question. */
  fillers: words,
});

/** config/language/turns.json: turns about the answer before, and words by which a turn leans on it. */
export const turnWordsFile = z.strictObject({
  asides: z.strictObject({
    source: aside,
    page: aside,
    doubt: aside,
    thanks: aside,
    excel: aside,
    chart: aside,
    why: aside,
    more: aside,
  }),
  corrections: z.strictObject({
    /** What is meant stands behind it: 我问的是. */
    means: words,
    /** At the head of a clause that says what is not meant: 不是这个，…. */
    drops: words,
    /** A clause of its own that takes the turn before back: 打错了，…. */
    slips: words,
    /** Behind what is meant they begin what is not: 我说的是目标，不是完成数. */
    tails: words,
    /** What may stand before such a word in its clause: 哦，我打错了. */
    leads: words,
    /** At the head of what is meant instead: 是…, 我问…. */
    is: words,
  }),
  /** Words of a follow-up that name no other thing: 这项, 又定. */
  fillers: words,
  /** Names of things that hold such a word: 就业, 能耗. */
  holding: words,
  /** Behind a part of a year (上半年) they mean the year. */
  wholeYear: words,
  /** Topics of the thesaurus whose words name no thing that a figure could be of. */
  topicsOfNoThing: words,
  /** The year before or after the one spoken of (前一年, 次年), and so many before or after it (三年后); # is the number. */
  besideYears: z.strictObject({
    before: words,
    after: words,
    /** What may stand before a number of years at the head of a turn. */
    leads: words,
    countedBefore: words,
    countedAfter: words,
  }),
  /** Things of one character, each a whole turn behind what opens and closes one (那羊呢), and as what reports write them. */
  singles: z.record(z.string().length(1), z.string().min(1)),
  /** At the head of a turn they mean a part of what was told: 里头外贸的. */
  inner: words,
  /** Before a number of years they mean those that the report spoken of looks back on: 前头五年. */
  looksBack: words,
  /** Words by which a turn asks the same of each of the things that were told: 各涨了多少. */
  each: words,
  /** Patterns of turns that ask for more of a kind beside what was told, ~ the kind: 除了指标，还有别的毛病吗. */
  besidesTold: words,
  /** At the head of a turn: what was spoken of says it (他说…, 里面提到…). */
  telling: words,
  /** Behind a word for the province they make it the field of an order (全省排第几), and no place that is asked about. */
  ranked: words,
  /** The province that the place before lies in. */
  province: words,
  /** Words that ask for what no report says: to be made up (编一个), or said as it is dictated. */
  invents: words,
  /** Behind a number of years they make it a length: 3000年|历史. */
  lengths: words,
  /** Words of time that a turn writes for others: 五年后. */
  written: z.array(z.tuple([z.string().min(2), z.string().min(2)])),
  /** Several questions of one message. */
  messages: z.strictObject({
    /** One of these makes a piece of a message a question. */
    asks: words,
    /** Words of a clause that says of which report it is. */
    sources: words,
    /** So does one of these where the piece holds no figure: a name asked for as it stands. */
    names: words,
    /** At the head of a piece they begin another question: 另外. */
    joiners: words,
    /** Those of them that do so in the midst of a clause. */
    anywhere: words,
    /** So does one of these right behind a word of asking: 多少以及. */
    between: words,
    /** Said between such a word and the question: 另外我还想问. */
    besides: words,
    /** At the head of a piece they lean on what stands before it: 比, 其中. */
    binds: words,
    /** At the end of a piece they only say whom the question behind is about: 中部几个省，…. */
    scopes: words,
    /** Words that only ask how a report speaks of what stands before: 怎么评价的. */
    reported: words,
  }),
});

export type TurnWords = z.infer<typeof turnWordsFile>;
export type AsideKind = keyof TurnWords['asides'];

let loaded: TurnWords | undefined;

/** The words of turns, read with the first use. @throws ConfigError where the file is malformed. */
export function turnWords(): TurnWords {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), turnWordsFile);
  return loaded;
}
