import { z } from 'zod';

const words = z.array(z.string().min(1));

/** config/question.json: the words by which questions are read. */
export const questionWordsFile = z.strictObject({
  /** weak: those of the words that only make a facet likelier; emphatic: those that only lay stress on the asking where nothing else tells an outcome. */
  /** `denied` before a word of a facet says that it is not meant: 不要目标. */
  facets: z.strictObject({
    denied: words,
    /** Before a noun of a measure they say that it is meant: 要金额. */
    wanted: words,
    target: words,
    outcome: words,
    estimate: words,
    weak: words,
    emphatic: words,
    /** Behind what was aimed at they ask what came of it: 最后建起来几所. */
    came: words,
  }),
  operations: z.strictObject({
    outcome: words,
    trend: words,
    compare: words,
    mentions: words,
    list: words,
    aggregate: words,
  }),
  measures: z.strictObject({
    average: words,
    multiple: words,
    growth: words,
    share: words,
    rank: words,
    difference: words,
    level: words,
  }),
  /** Nouns by which people tell which measure they mean, beside 要 and 不要; `ratio` where they only say that none of it is meant. */
  measureNouns: z.strictObject({ growth: words, level: words, ratio: words }),
  /** A pattern of asking by a verb of spending, at the end of a clause: money is asked for, though no unit is named (投了多少). */
  spends: z.string().min(2),
  /** A pattern of asking how many people, naming them, at the end of a clause: 能多收多少娃. */
  persons: z.string().min(2),
  /** Unit → the phrases that ask in it. */
  units: z.record(z.string(), words),
  /** Unit → nouns that 多少 asks for in it without naming it: 多少补贴. */
  impliedUnits: z.record(z.string(), words),
  /** Unit → nouns that are counted in it, with which a question ends: 参保人数. */
  headUnits: z.record(z.string(), words),
  /** What is measured → units that can be set against one another. */
  unitFamilies: z.record(z.string(), words),
  /** Counter → those of other things, which tell no number of it: 12家 of 方舱医院 for 多少张床. */
  othersCounters: z.record(z.string(), words),
  objectPlaceMarkers: words,
  /** Nouns that only name the class of what 哪家, 哪条 asks for. */
  classNouns: words,
  /** How reports say that something was not reached. */
  undone: words,
  /** What is reached or not: 目标, 指标. */
  aims: words,
  /** Words that ask for a list and are no part of what it is of: 列一下. */
  /** Words that frame a request and are never content, claimed before anything else is read. */
  frame: words,
  /** Verbs that govern a list (聚焦A、B、C), and the adverbs before them; no part of its first item. */
  listVerbs: z.strictObject({ adverbs: words, verbs: words }),
  /** Characters that stand in Traditional text alone. */
  abbreviations: z.string().min(2),
  traditional: z.string().min(100),
  stop: words,
  /** Words that begin with one of the stop words and are none: 有 of 有色金属. */
  stopLed: words,
  /** Words without content where a number is asked for. */
  numberStop: words,
  synonyms: z.array(words.min(2, '一组近义词至少要有两个')),
  /** Groups of words for the stages of work; a figure of one stage is none of another. */
  stages: z.array(words),
  /** Words by which names of indicators are told from their siblings: 农村 takes the place of 城镇. */
  counterparts: words,
  /** What asks for the whole of what was told by heads: 总量呢. */
  totals: words,
  /** The word before the name of what is told by heads. */
  perHead: z.string().min(1),
  /** Words by which a share is asked for. */
  shareWords: words,
  /** Groups of words that part siblings: what is said of one is never said of another (职工, 居民). */
  contrasts: z.array(words.min(2)),
  asked: z.strictObject({ metadata: z.strictObject({ speaker: words, delivered: words }) }),
});
