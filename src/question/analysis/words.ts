import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../../lexicon/config.js';
import { CONFIG_DIR } from '../../lexicon/paths.js';

const FILE = 'language/analysis.json';

const patterns = z.array(z.string().min(1)).min(1);
const plain = patterns;
/** Verbs before what they are of (去掉CPI), and behind it (把CPI去掉). */
const verbs = z.strictObject({
  heads: plain,
  /** Those that open other turns too (不用客气): they take out only what is known. */
  soft: plain.optional(),
  ends: plain,
});
const FORMS = [
  'range',
  'bare',
  'about',
  'not-about',
  'at-least',
  'not-at-least',
  'words',
  'further',
  'negative',
  'positive',
  'zero',
  'one-digit',
  'two-digit',
] as const;
const op = z.enum(['>', '>=', '<', '<=', '=']);

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), op, patterns }),
  z.strictObject({ kind: z.literal('between'), patterns }),
  z.strictObject({ kind: z.literal('written'), bound: z.enum(['~', '>=', '<=', '=', 'any']), patterns }),
  z.strictObject({ kind: z.literal('not-written'), bound: z.enum(['~', '>=', '<=']).optional(), patterns }),
  z.strictObject({
    kind: z.literal('form'),
    form: z.enum(FORMS),
    patterns,
  }),
  z.strictObject({ kind: z.literal('against'), op, patterns }),
  z.strictObject({ kind: z.literal('column'), op, patterns }),
  z.strictObject({ kind: z.literal('verdict'), met: z.boolean(), beyond: z.boolean().optional(), patterns }),
  z.strictObject({ kind: z.literal('moved'), way: z.array(z.enum(['up', 'down', 'same'])), patterns }),
]);

/** config/language/analysis.json: how people ask over many reports. The notation stands in the file. */
export const analysisWordsFile = z.strictObject({
  notation: z.string(),
  levels: z.strictObject({ province: patterns, prefecture: patterns, county: patterns, any: patterns }),
  /** The same in one word (省, 市), read where no place is named. */
  bareLevels: z.strictObject({ province: patterns, prefecture: patterns, county: patterns, any: patterns }),
  /** Asks for places without saying of what kind. */
  /** Asks for places where a condition stands before it and no kind of places is named: 低于8%的有哪些. */
  asksWhich: patterns,
  asksWho: patterns,
  /** The third of an order. */
  nth: patterns,
  /** What counts a place from the lower end: 倒数第二. */
  fromBelow: z.array(z.string().min(1)).min(1),
  /** Asks where one place stands among others. */
  rankOf: patterns,
  /** The nation behind another place as the field of an order (江苏GDP全国第几): no place that is asked about. */
  fieldOfRank: patterns,
  theseOnly: patterns,
  /** A group that only says what the places before it are: 广东、四川、湖北三个经济大省. */
  apposition: patterns,
  /** What stands beside a group and only says once more that several are meant: 长三角这几家, 东北那边, 这几个{G}. */
  groupWords: patterns,
  without: patterns,
  /** 含直辖市, 直辖市也算: only says that a kind of places is meant widely. */
  including: patterns,
  /** In the words for provinces: those that the municipalities are meant by too. */
  looseProvinces: patterns,
  /** In the words for cities: those that the municipalities are not meant by. */
  strictCities: z.array(z.string().min(1)).min(1),
  /** What may stand between provinces and the cities that lie in them: 辽宁的普通地级市. */
  innerLinks: z.array(z.string().min(1)).min(1),
  /** A place that is named only as the one that may stand alone, or to show what is meant: 就广东一家吗, 像广东这样的省. */
  example: patterns,
  /** A figure that the question states of a place: 全国目标是6%, …. It is no condition. */
  stated: patterns,
  conditions: z.array(condition),
  orders: z.strictObject({ highest: patterns, lowest: patterns, sorted: patterns }),
  aggregates: z.strictObject({ sum: patterns, mean: patterns, median: patterns, spread: patterns, mode: patterns }),
  /** Two times of which the one may be above the other or below it: 比21年高了还是低了. */
  eitherWay: patterns,
  /** Who is at the ends, where it is asked how far these are apart. */
  spreadEnds: patterns,
  /** What was aimed at once, said before it is asked when that ended: number and time of it are used up. */
  scenes: patterns,
  counts: patterns,
  same: patterns,
  /** Asks of all of them: 都高于5%吗. */
  all: z.array(z.string().min(1)),
  /** Asks of all years: 一直是86万吗. */
  always: z.array(z.string().min(1)).min(1),
  /** Targets with outcomes: who fell short, or went beyond, by most. */
  gapEnds: z.strictObject({ missed: patterns, beaten: patterns, closest: patterns }),
  /** A change between two years: who went down, or up, by most. */
  moveEnds: z.strictObject({ down: patterns, up: patterns }),
  differ: patterns,
  /** How much something grew, without a word of what: of many places the economy. */
  grew: patterns,
  /** How much came about over all the years: 一共涨了多少. */
  grown: patterns,
  change: patterns,
  over: z.strictObject({
    extreme: patterns,
    steepest: patterns,
    direction: patterns,
    run: patterns,
    turn: patterns,
    first: patterns,
    last: patterns,
  }),
  /** 连续几年全国第一: how long a run is that a report tells itself. */
  toldRuns: patterns,
  /** 连续三年: a run of so many years. */
  runOf: patterns,
  /** Words, in what asks for the extreme year, for either end. */
  ends: z.strictObject({ highest: patterns, lowest: patterns }),
  /** Words, in what asks for the direction of a series, for either way. */
  ways: z.strictObject({ up: patterns, down: patterns }),
  /** Asks for so many of an end, the number said with what is asked for: 哪三个市目标最高. */
  whichMany: patterns,
  /** Some of the years that are named: 2016到2019年，头三年一样吗. */
  edgeYears: z.strictObject({ first: patterns, last: patterns }),
  /** Words by which an end of an order is asked for with how many of it: 前三, 最高的三个. */
  topMarks: patterns,
  /** What holds a number and a mark of the top, and counts none: 两头. */
  noTops: patterns,
  series: patterns,
  /** A place whose figure is asked for behind an order of others: …谁最保守，全国定了多少. */
  alsoAsked: patterns,
  /** Words that ask something of the rows of a table: where nothing was made of one, the answer says so. */
  asksOfRows: plain,
  /** What goes on from years that are named to those behind them: 后来哪年上的800亿斤. */
  later: patterns,
  since: patterns,
  latest: patterns,
  /** 这三年 where no year is named: as many of the newest. */
  theseYears: patterns,
  /** Words for the last few years, word for word. */
  recent: patterns,
  outcome: patterns,
  /** What was really reached: an outcome against its target only where the question speaks of an aim too. */
  actual: patterns,
  targetWords: patterns,
  /** Words of an aim that mean the economy's where no indicator is named; 定, 提 and the like do not. */
  aims: patterns,
  /** Words for how boldly an aim is set (最保守, 最敢), which mean the economy's where no indicator is named. */
  daring: z.array(z.string().min(1)).min(1),
  /** Words of moving an aim (谁调高了): of many places without an indicator the economy's is meant. */
  adjusting: patterns,
  /** Words of setting an aim (都定了多少): of many places without an indicator their main targets, or the economy's, are meant. */
  setting: patterns,
  outcomeWords: patterns,
  /** Words for how much there is of something by now: what was reached is meant. */
  totals: plain,
  /** Verbs before a group that somebody is to join: 进, 迈入. */
  joinsGroup: z.array(z.string().min(1)).min(1),
  /** Words of aims that say nothing beside those of what was reached: 要一张表，实际增速. */
  weakTargets: z.array(z.string().min(1)).min(1),
  reachedWords: patterns,
  /** Which year a target was met or missed: 哪年完成了. */
  yearsMet: patterns,
  /** An aim that the question states with its number: 目标730亿斤. */
  statedAims: patterns,
  /** The main targets of a report together: 那几个目标. */
  mainAims: patterns,
  /** Indicator → words that mean it where no other is named. */
  hints: z.record(z.string(), patterns),
  /** Units that may stand right before a hint; behind any other it is part of a longer word (低空经济). */
  hintBefore: z.string(),
  /** Words of a level right behind a hint, which make it no other thing: 粮食稳在1500亿斤. */
  hintBehindWords: z.array(z.string().min(2)).min(1),
  /** Words of more than one unit that may stand there. */
  hintBeforeWords: z.array(z.string().min(2)).min(1),
  mentions: z.strictObject({
    /** Words of things that have a size, whose order is one of figures: 地铁里程谁长. */
    measures: plain,
    /** Reports by what they say: 提到“白酒”的是哪几个. */
    thoseThat: patterns,
    /** Words of a question for reports that are no part of the thing looked for. */
    reportWords: patterns,
    /** What a clause may hold that only says that a report says so: 22年报告提到三个. */
    saysWhere: z.array(z.string().min(1)),
    verbs: patterns,
    /** Verbs that ask for reports only where many places are meant. */
    looseVerbs: patterns,
    /** Verbs of mentioning, the longest first; words that only begin like one; what denies one right before it; verbs that deny by themselves. */
    stems: z.array(z.string().min(1)),
    notStems: z.array(z.string().min(2)),
    negators: z.array(z.string().min(1)),
    lacking: z.array(z.string().min(1)),
    /** A place behind the verb, as the thing looked for. */
    object: patterns,
    /** Words of the figure of an indicator, which is nothing to look for: 没写具体GDP增速. */
    figureWords: z.array(z.string().min(1)),
    /** Words that only set figures side by side: nothing is called so. */
    noThings: z.array(z.string().min(1)),
    /** What ends a sentence and no name. */
    particles: z.array(z.string().min(1)),
    first: patterns,
    last: patterns,
    /** Asks from when on a thing is not said any more: 哪年之后就不提了. */
    dropped: patterns,
    years: patterns,
    /** Asks for a sentence of each: 各摘一句. */
    quotes: patterns,
    /** Asks who says it most often. */
    most: patterns,
    count: patterns,
  }),
  /** Words that only name the report as the place where it stands. */
  reports: patterns,
  /** Turns that act on the table before. */
  following: z.strictObject({
    /** What a turn begins with that goes on from the one before: 换成“工匠精神”，哪几个省提了. */
    goesOn: z.array(z.string().min(1)).min(1),
    /** Words for the report that is spoken of: 21年那份里. */
    thisReport: z.array(z.string().min(1)).min(1),
    /** Words for the one place that a table was told to be of: 它比山东高多少. */
    it: z.array(z.string().min(1)).min(1),
    nth: patterns,
    /** Asks how what was aimed at stands to what was reached, behind a table of either. */
    bothSides: patterns,
    /** Turns that take something out of what was told or add to it; words, no patterns. */
    edits: z.strictObject({
      /** What may open such a turn. */
      leads: plain,
      out: verbs,
      in: verbs,
      /** 还有CPI呢: adds behind a table or a list alone. */
      also: plain,
      /** Before what is taken out or added: 一个, 里面的. */
      counts: plain,
      /** Behind it: 这一列, 的数据. */
      tails: plain,
      closings: plain,
      joins: plain,
    }),
    flip: patterns,
    unflip: patterns,
    highest: patterns,
    lowest: patterns,
    frame: patterns,
    /** Only those of the table that are named too: 只看省会. */
    narrowing: patterns,
    /** Sets places beside those of the table: 和京津冀比呢. */
    beside: patterns,
    /** Asks behind aims what came of them: 完成了吗, 完成情况呢. */
    whether: patterns,
    /** Asks whether aims were met, with a year or a place beside it: 那2022年的兑现了没. */
    fulfilled: patterns,
    /** Words for a year beside the one that a talk began with; 第二年 is that behind the one before. */
    around: plain,
    /** Counts all that a table holds, whatever picked some of it before: 一共几个市. */
    ofAll: patterns,
    /** Words by which an end is asked for of what came of aims, and not of the aims: 完成得最好. */
    judging: patterns,
  }),
  /** Words that lean on the year of the turn before, and what they stand for: {same}, {next} are that year and the one after. */
  turns: z.array(z.strictObject({ pattern: z.string(), as: z.string() })),
  noise: patterns,
  /** Asks for a map. */
  map: patterns,
  /** Words of a second, higher aim beside a target. */
  further: patterns,
  /** Words by which a growth is meant and no amount. */
  growth: patterns,
  /** Words by which a report says without a figure whether a target was met. */
  /** Asks for the figure of each of several years by itself. */
  each: z.array(z.string().min(1)).min(1),
  outcomesInWords: z.strictObject({ missed: patterns, met: patterns }),
  /** Words of a target without a figure. */
  wordTargets: patterns,
  /** Words right before a figure by which it is another one than that of the thing itself, unless the question says them too: 在建里程, 日均产量. */
  otherKinds: z.array(z.string().min(1)).min(1),
});

export type AnalysisWords = z.infer<typeof analysisWordsFile>;
export type ConditionWords = AnalysisWords['conditions'][number];

let words: AnalysisWords | undefined;

/** The words, read once. @throws ConfigError where the file is malformed. */
export function analysisWords(): AnalysisWords {
  words ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), analysisWordsFile);
  return words;
}

let judging: readonly string[] | undefined;

/** The patterns that say whether what was aimed at was reached, or how it moved: 没达标, 兑现了的, 一直没变. */
export function judgingPatterns(): readonly string[] {
  judging ??= analysisWords().conditions.flatMap(({ kind, patterns: own }) =>
    kind === 'verdict' || kind === 'moved' ? own : [],
  );
  return judging;
}

/** The patterns that say that aims were met, or that they were missed. */
export function verdictPatterns(met: boolean): readonly string[] {
  verdicts ??= ([true, false] as const).map((way) =>
    analysisWords().conditions.flatMap((c) => (c.kind === 'verdict' && c.met === way ? c.patterns : [])),
  );
  return verdicts[met ? 0 : 1]!;
}

let verdicts: readonly (readonly string[])[] | undefined;

let computing: readonly string[] | undefined;

/** The patterns that ask for an order of figures, for a number computed of them, or for a kind of places: 最高的是谁, 平均多少, 有几个市. */
export function computingPatterns(): readonly string[] {
  const { aggregates, orders, levels } = analysisWords();
  computing ??= [aggregates, orders, levels].flatMap((kinds) => Object.values(kinds).flat());
  return computing;
}
