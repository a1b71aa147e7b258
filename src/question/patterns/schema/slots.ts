import { z } from 'zod';
import { ways } from '../file.js';

/** Patterns around the places and times of a question. */
export const slots = {
  /** What stands around the names of places. */
  places: z.strictObject({
    /** 四个市, 两地: all that are held, where none is named. */
    counted: ways,
    /** All of a level are meant. */
    allPrefectures: ways,
    allProvinces: ways,
    allOfAny: ways,
    /** Behind the nation where it is a yardstick and not what is asked about: 全国第几, 全国百强, 全国首个. */
    yardstick: ways,
    /** Before what a share is of: 占全国的比重. */
    shareBefore: ways,
    /** Around the field of an order: 排全国第几, 在贵州排老几. */
    rankBefore: ways,
    rankBehind: ways,
    rankedIn: ways,
    /** Behind the place where a road or line begins: 甲县到乙县的高速公路. */
    route: ways,
    /** Around the place that an agreement or a line is made with: 与上海浦东新区缔结, 跟广州合作. */
    partnerBefore: ways,
    partnerBehind: ways,
    /** Asks for some of many: the place beside it is none of them. */
    ofMany: ways,
    /** Behind a city by which its region is named: 融入某市城市群. */
    region: ways,
    /** Before the nation where it is set against another place: 比全国的高. */
    comparedBefore: ways,
    /** 成都的报告, 黑龙江哪年的报告, 黑龙江2018年那份政府工作报告. */
    itsReport: ways,
    /** Between two places that something joins. */
    joined: ways,
    /** Between a place and the one where it was: 上海华谊在钦州开工. */
    there: ways,
    /** Each of the places is asked about. */
    several: ways,
    /** Joins or compares two places, and what asks of them. */
    joins: ways,
    asking: ways,
    /** 陕西2022年报告: whose report is meant. */
    ofReport: ways,
    /** Between two places that are set beside one another, at its beginning and at its end. */
    beside: ways,
    besideAtEnd: ways,
    /** Words that begin with 市, 县 or 省 behind a place's short name: 张家界|市场主体, 长沙|市民, 常德|市城区. */
    ownWord: ways,
    /** Between the names of two places side by side, and behind them where a thing of theirs is asked for, and not which of them is more. */
    between: ways,
    /** What stands behind the last of a row of places: 河北和湖被|的. */
    behindInRow: ways,
    whichBehind: ways,
  }),
  /** Times that a question names, and what stands around them. */
  periods: z.strictObject({
    /** A year in four digits without 年 (`year`). */
    bareYear: ways,
    /** 五年 with nothing that says which: the five years that the newest report looks back on. */
    bareFive: ways,
    /** 2022年起的未来五年: five years that begin with one that is named (`year`). */
    fiveFrom: ways,
    /** 到2021年底, 截至2021年末. */
    until: ways,
    /** Behind the year of a report, and what shows that it is none of the report's: 2022年GDP…报告. */
    reportBehind: ways,
    noTitle: ways,
    /** The beginning of a year, when its report is given: 2022年初, 2022年年初. */
    beginning: ways,
    /** 比五年前, and the term of a government beside its years: they are no content. */
    ago: ways,
    term: ways,
    /** 比2010年, 较2010年末: before the year that a change is counted from, and what is said behind it to have changed since. */
    than: ways,
    changed: ways,
    /** 是2010年的几倍, 相当于2010年的百分之几: before and behind the year. */
    times: ways,
    timesAsked: ways,
    /** A target that was raised or lowered is set against the other year's target. */
    aim: ways,
    /** Before 三年 where a kind of school is meant: 学前三年. */
    beforeSchool: ways,
    /** Before a number of years that is a length of time: 延长30年, 免税50年, 干了20年. */
    lasting: ways,
    /** 不是2021年, 别给我2021年的: before the time that is put right. */
    notThis: ways,
    /** 前三年, 后两年: so many years of a stretch; 上半年 is a part of one. */
    ofStretch: ways,
    /** The year before the one that was spoken of. */
    lastYear: ways,
    /** “十三五”开局之年, 十三五收官那年: the first or last year (`end`) of a plan (`plan`), and what means its first. */
    planYear: ways,
    atBeginning: ways,
    /** Years (`count`) of a plan counted from its end or its beginning (`end`): 十四五头两年. */
    planYears: ways,
    fromEnd: ways,
    /** Words that set two years side by side. */
    yearsCompared: ways,
    /** A report by its year (`year`): 21年报告, 2021年那份报告. */
    reportOfYear: ways,
    /** A year with the words that point at it: 03这一年, 2022年那年. */
    yearSaidTwice: ways,
    /** Reports of many places by their year (`year`), in two digits: 2012年各省报告里. */
    ofReports: ways,
    /** Before a year that something is set against. */
    setAgainst: ways,
    /** What may stand behind the words for a year in a turn that names nothing else. */
    noMore: ways,
  }),
};
