import { z } from 'zod';
import { ways } from '../file.js';

/** Patterns of questions over many rows or reports. */
export const tables = {
  /** Numbers, places and reports in a question over many rows. */
  tokens: z.strictObject({
    /** 100万 written without digits (`times`, `scale`): 上百万, 过千亿, 破万亿; and the counter behind it. */
    bareScale: ways,
    /** A number in words of which only the scale is told: 一千亿, 三百亿. */
    spokenAmount: ways,
    /** A rate in words (`number`, `unit`) or `half` a point: 六点五, 四点八个百分点, 半个点. */
    spokenDecimal: ways,
    /** Years from one report to another (`from`, `to`), or all the way from one to another (`fromYear`, `toYear`): 从2023年报告到2026年报告, 2017一直列到2020. */
    reportSpan: ways,
    /** Years in a row that are said to be years behind the last: 2014年、15、17各年. */
    yearRow: ways,
    /** All numbers that begin with a digit: 5字头. */
    leadingDigit: ways,
    counterBehind: ways,
    /** A number (`number`) without a unit behind a word that compares: 跌破7的, 超过6.5的, 定在6以上. */
    bareNumber: ways,
    /** What stands in quotation marks is a figure and no word. */
    onlyFigure: ways,
    /** 比国家低: the nation under a word that is none of its names. */
    nation: ways,
    /** 省里 as the yardstick of the cities in the one province that is named: 低于省里的目标. */
    ownProvince: ways,
    /** Behind the year of a report. */
    reportBehind: ways,
    /** What may stand behind the last of short names that 、 parts: a character of another word makes it none (粤、青年). */
    behindShort: ways,
  }),
  /** Questions for the reports that hold a word. */
  searches: z.strictObject({
    /** Asks for reports, and not for what a report says of a thing. */
    forReports: ways,
    /** Asks for some of many. */
    who: ways,
    /** Asks for the thing that is said: 雅安提的五大产业集群是哪五个. */
    ofThing: ways,
    /** Asks what is planned (有没有修地铁的打算), what a quoted name stands for (“一核四城”说的是哪些地方) or what kind of thing something is. */
    aboutThing: ways,
    /** Asks of one report whether, how often or when it holds a word. */
    aboutWords: ways,
    /** Asks for a year, for a person, for a figure. */
    when: ways,
    person: ways,
    /** A day, a time to go or the members of a name: asked of what the report says of the thing, and not whether it does. */
    detail: ways,
    figure: ways,
    /** Words of asking, which no thing is called by. */
    asking: ways,
    /** A turn that takes up the one before with another thing: X呢，…. */
    goesOn: ways,
    /** Asks which ones. */
    which: ways,
    /** Of two things: the one without the other, both, two of them at all. */
    withoutOther: ways,
    bothOf: ways,
    two: ways,
    /** What may stand between the verb and the thing: 提到了. */
    perfect: ways,
    /** What parts two pieces that are no one name, and what joins two things. */
    parting: ways,
    joins: ways,
    /** What a question asks by, before a clause that only says where is looked. */
    askingBefore: ways,
  }),
  /** Questions over many rows. */
  tables: z.strictObject({
    /** Which ones is asked, so that numbers are conditions and no claims: 湖北定了10%以上，差几个点. */
    which: ways,
    /** How much more or less, as against which ones. */
    byHowMuch: ways,
    /** What something is called or is like. */
    asksName: ways,
    /** A mean growth over years; a mean of many for each year. */
    yearly: ways,
    perYear: ways,
    /** Asks for the figure of each: 分别多少, 各是几. */
    eachAsked: ways,
    /** Around the number of an aim: 目标定6.5%, 6.5%的目标. */
    aimBefore: ways,
    aimBehind: ways,
    /** What stands before the next of several indicators, where a word of aims stands behind it: 没完成GDP目标又没完成财政目标. */
    beforeNext: ways,
    nextAim: ways,
    /** Most are said to be so, and those that are not are asked for: 大多写3.5%，哪些省不是. */
    exceptions: ways,
    /** A yes or no is wanted; two ways to choose from (是涨是跌, 升还是降); a verb with its own denial (变没变). */
    yesNo: ways,
    oneOrOther: ways,
    either: ways,
    /** 省内各市 are those of one province. */
    inland: ways,
    /** Before the bare word for a kind of places stands nothing that could be a name. */
    beforeLevel: ways,
    /** Behind a place that is asked about by itself, whatever lies in it: 湖北、河南、武汉. */
    wholeBehind: ways,
    /** Which end of an order is named. */
    endOfOrder: ways,
    /** Those that a condition picked before: 这几个2024年实际多少. */
    thosePicked: ways,
    /** Before a word of moving: it is denied (谁没往下调). */
    deniedBefore: ways,
    /** Places of an order named one after another, of which the `last` tells how many are asked for: 倒数第一第二. */
    ranksInRow: ways,
    /** Units of a rate, and a rate that is stated. */
    rateUnits: ways,
    statedRate: ways,
    /** A stretch of years that ends now. */
    lately: ways,
    /** Some year is asked for, and not all of them: 历年有没有低于5%的. */
    anyOfYears: ways,
    /** One of several years, or each of them, is asked for: 五年来哪一年最快. */
    whichYear: ways,
    /** Either facet is named. */
    anyFacet: ways,
  }),
};
