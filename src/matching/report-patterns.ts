import { z } from 'zod';
import { patternHead, readPatterns, ways } from '../question/patterns/file.js';

/** config/language/report-patterns.json: what reports say where a list of words cannot tell it. Groups by what they are looked at for. */
export const reportPatternFile = z.strictObject({
  ...patternHead,
  /** What takes a name apart. */
  definitions: z.strictObject({
    /** Between a name and its definition. */
    behindName: ways,
    /** 实施“五阶段”发展战略。包括A、B、C: the sentence behind the name's takes it apart. */
    nextSentence: ways,
    /** The word that opens a definition: 即公共绿地, “两不愁”指不愁吃. */
    opens: ways,
    /** The class word that closes a list, with its number where it has one: 三大硬仗, 等5大产业. */
    classAtEnd: ways,
  }),
  lists: z.strictObject({
    /** Words of `closes` behind which the items may be clauses (some), or only some of all are told (others). */
    some: ways,
    others: ways,
    /** Before a name that stands in a list with others and closes none: A、“三大X”. */
    opensAgain: ways,
    /** A part that is a counted name of its own stands beside the name, not under it (“一个中心”、“两个枢纽”), or as an item (坚定“四个自信”). */
    countedNameAtEnd: ways,
    countedItemAtEnd: ways,
    /** What may stand between the last item and the name. */
    closes: ways,
    /** Behind a name whose parts fill the rest of the sentence. */
    opensRest: ways,
    /** What is done with a name whose parts follow; rules that are kept to (落实八项规定，…) have none behind them. */
    doneBefore: ways,
    /** 等 behind an item and before what is said of all of them: 城市基础设施等体现. */
    othersWithin: ways,
    /** The class word that closes a row of items, with its number (`count`) where it has one: 三大硬仗, 等5大产业. */
    classAtEnd: ways,
    /** A word that ties the clause to the one before: 但全市GDP. */
    link: ways,
    /** What is made into something stands behind 将 or 把: 努力将A、B培育成…. */
    object: ways,
    /** What announces items at the end of a lead. */
    announces: ways,
    /** The last part of a list may hold two items: C和D. */
    joined: ways,
    /** What tells members: a row, a name in marks, a colon that leads to them, a bracket; and what a number counts them by. */
    tellsMembers: ways,
    memberCounters: ways,
    /** A place by its class, where the gazetteer lacks it: 郑东新区, 海河教育园区. */
    placeByClass: ways,
  }),
  sentences: z.strictObject({
    /** A sentence that points back: 这是…首秀. What it says is said of the one before. */
    pointsBack: ways,
    /** The first of several points that are numbered in words, wherever it stands; and the others, which begin a sentence. */
    firstPoint: ways,
    laterPoint: ways,
    /** A time and a length of time as reports write them. */
    time: ways,
    duration: ways,
    /** In the name of what a figure is of they make it one of a change: 新增, 减少. */
    change: ways,
    /** What a figure leaves out by the report's own words: 2650.6亿元（不含定州，下同）. */
    leftOut: ways,
    /** What opens a clause that speaks of all of a place: 全市接待游客, 预计全年全省完成投资. */
    ofWholePlace: ways,
    /** Dates, and what is aimed at within the report's own year. */
    dateOrAim: ways,
    /** Between a figure and one that is aimed at: 力争. */
    aimBetween: ways,
    /** For how many years (`years`) something went on without a break: 连续10年, 连续第十年, 连着三年. */
    run: ways,
  }),
  problems: z.strictObject({
    /** How a report turns to its problems: 我们也清醒地看到，…还存在不少困难和问题。 */
    turnsTo: ways,
    /** What a problem is told by; what the government will do about it is none. */
    named: ways,
  }),
  speakers: z.strictObject({
    /** The office (`office`) before a name: 市长 王某某, 湖南省人民政府省长 王某某; and what stands before it. */
    officeBefore: ways,
    upToOffice: ways,
  }),
  units: z.strictObject({
    /** Nouns that the reports' counters carry: 个学位, 张床位. */
    countedNoun: ways,
  }),
});

type ReportPatterns = ReturnType<typeof readPatterns<z.infer<typeof reportPatternFile>>>;

let loaded: ReportPatterns | undefined;

/** What reports say, as patterns (config/language/report-patterns.json), read with the first use. @throws ConfigError where malformed. */
export function reportPatterns(): ReportPatterns {
  loaded ??= readPatterns('language/report-patterns.json', reportPatternFile);
  return loaded;
}
