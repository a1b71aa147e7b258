import { z } from 'zod';
import { ways } from '../file.js';

/** Patterns of questions that are told in words: names, lists, mentions, persons; and of what no slot has used up. */
export const words = {
  /** What a question asks to be told in words, though an act with its figure may stand in it. */
  telling: z.strictObject({
    /** 哪年, 哪一天, 什么时候: when something was or will be done. */
    time: ways,
    /** 第几届, 第几批: which of a row of meetings or lots, and no place in an order. Hands on `class`. */
    ordinal: ways,
    /** 叫什么名字: a name. */
    name: ways,
    /** Years that are set against one another are no dates: 哪年最高, 2021年和2022年哪年多. */
    setsAgainst: ways,
    /** What was not reached: 哪些指标没有完成预期目标. Whether it was (完成没有) is another question. */
    notDone: ways,
    /** Beside it, which ones is asked. */
    which: ways,
    /** 提了哪几条, 写了些什么要求: what is said of a thing, and not where it is. */
    said: ways,
    /** 把名字列给我, 名单发一下: the members themselves are asked for. */
    listed: ways,
    /** 都指啥, 分别指什么: what a name stands for. */
    meaning: ways,
    /** The year by which something is due, though the question may be for an earlier report: 哪条路要在2019年建成. */
    due: ways,
    /** A word for a time with what is done then right behind it: 地铁2号线哪年底全线通车. */
    whenDone: ways,
    /** 咋解释健康直通车的, 怎么解释六稳: what is explained (`thing`) stands right behind, at the end. */
    explains: ways,
    /** 契约精神…咋解释的: what is explained (`thing`) stands before. */
    explained: ways,
    /** What happened, of which 解释 asks for a reason. */
    happened: ways,
  }),
  /** Which reports hold a word. */
  mentions: z.strictObject({
    /** 哪些报告提到X, X在哪些报告里提到过, 有没有提到X. Hands on `object`. */
    object: ways,
    /** 哪些报告, 哪几个地方, 哪些市: a question for documents. */
    whichReports: ways,
    /** A report that has or says something, without a word of mentioning. */
    inReport: ways,
    /** Whether is asked, and of a report. */
    whether: ways,
    report: ways,
    /** What is said of the thing is asked, and not where it is. */
    contentAsked: ways,
    /** What may stand around the word that is looked for. */
    aroundObject: ways,
    /** The word before the asking ones. Hands on `object`. */
    objectBefore: ways,
  }),
  metadata: z.strictObject({
    /** Beside it, who and when are asked of a report. */
    aboutReport: ways,
    /** A clause that names a time by who gave the report: 刘志仁作报告的时候. */
    whenGiven: ways,
  }),
  /** Lists, and the parts of a report. */
  lists: z.strictObject({
    /** A question for places: 哪几个地方, 哪些区县. */
    places: ways,
    /** The words behind an asking one, whose first are the class that is asked for (`class`). */
    ofClass: ways,
    /** A class that is asked for before a quoted name, which only says amid what: 哪些区县获评“五型”…. */
    classBeforeQuote: ways,
    /** Asks for some of a class. */
    someOf: ways,
    /** Particles behind the class: 哪几条地铁啊. */
    particles: ways,
    /** What goes on about the class instead of naming it: 医院有哪几家|要落户. */
    goesOn: ways,
    /** A class (`class`) that stands before the asking words: 县医院有哪几家. */
    classBefore: ways,
    /** Whose it is, before the class. */
    owner: ways,
    /** Words around 主要预期目标 that name no part of them: 国民经济和社会发展, 提出的. */
    aroundTargets: ways,
    /** All that is left of a question for the tasks of a year, and for the problems that a report admits. */
    tasks: ways,
    problems: ways,
  }),
  /** Names that say how many parts they have: 十大民生实事, “两带一区”, 12件市级民生实事. */
  countedNames: z.strictObject({
    /** A counted phrase in running text: its number (`count`), `classifier`, and the `words` that it counts. */
    running: ways,
    /** Where the counted words end and the asking begins. */
    asking: ways,
    /** What tells what they did is no name: 7家企业进了500强. */
    tells: ways,
    /** What is only the class of the answer: 三个地方, 十个方面. */
    mereClass: ways,
    /** Between two names that are asked for together. */
    joined: ways,
    /** The number of a name with its classifier: 8件 of 8件实事. */
    countOfForm: ways,
    /** The halves of a name, each a number (`count`) with what it counts (`rest`): 五访三挂. */
    halves: ways,
    /** Before a count that asks. */
    whichBefore: ways,
    /** The classifier before what is counted. */
    classBefore: ways,
    /** 方面 is counted with a classifier and without: 十方面民生实事, 十个方面民生实事. */
    counterOfAspects: ways,
    /** A count (`count`) that belongs to no name: 哪九个方面, 哪三项; 三个“…强市”. */
    countAsked: ways,
    countStands: ways,
    /** The `phrase` that a question asks by (五个方面 in 哪五个方面攻坚突破), and the `word` that its items may carry (攻坚突破). */
    phrase: ways,
    /** The `count` of what a question asks for in general `words`: 七个方面. */
    aspects: ways,
    /** The counted name that a text ends with (`count`, `words`): 十件重点民生实事. */
    atEnd: ways,
    /** What stands for the part that differs; at the beginning of a name (“XX城市”, “××宁夏”), and in a quotation (“什么什么之河”). */
    differs: ways,
    placeholder: ways,
    openQuote: ways,
    /** Asks for several of what is quoted next, without their number: 哪几个“…”, 那几个“…”, 哪些“…”. */
    some: ways,
    /** The `count` before a quoted word, or behind it: 四个“坚持”, “答好”的四道题. */
    countBefore: ways,
    countBehind: ways,
    /** How many (`count`) there are in all: 一共九个. */
    total: ways,
    /** What a short name (`name`) is called by, where it is asked what it means: 奔三计划是啥意思. */
    coined: ways,
    /** A number in a row with its unit is a figure and no name: 100个, 2021年, 2000万. */
    countsInRow: ways,
    /** 那十六个字, 八字精神, 五句五字的愿景 (`lines`, `each`). A count of what is written about (三字经, 字数) is none. */
    formula: ways,
  }),
  /** Those who give reports, and whoever is asked about. */
  speakers: z.strictObject({
    /** An office behind a name, and what stands behind one of two characters that is meant as a speaker's: 戴超市长, 咸辉2018年报告. */
    office: ways,
    behindShortName: ways,
    /** The nation's reports by the office of who gives them: 总理报告, 总理2014年的报告; or by whose they are: 国家报告. */
    ofNation: ways,
    /** Asks about the speaker and for no report. */
    aboutPerson: ways,
    /** 王某某是谁, 谁是王某某: a bare name (`name` or `behind`). */
    whoIs: ways,
    /** Somebody is described, not named: 牺牲的抗洪英雄是谁. */
    described: ways,
    /** A name or an office (`name`); what is longer describes somebody (牺牲的抗洪英雄是谁). */
    namedInResidue: ways,
  }),
  /** What no slot has used up. */
  residue: z.strictObject({
    /** Single characters without content: wherever they stand, and where something was claimed beside them. */
    particles: ways,
    edges: ways,
    /** Ends of phrases that say when or amid what: 铁腕治旅之后, 小水电整治里, 铁路方面. The words before them are background. */
    backgroundEnd: ways,
    /** Behind such an end, an order is asked for: its field is no background. */
    orderBehind: ways,
    /** What (`thing`) is known already and not asked for: 除了纺织，还有…. */
    excepted: ways,
    /** Words of asking that hold nothing of what is asked: 报告里讲的, 卖了多少钱的东西, 在治水上花了, 每人多少. */
    asides: ways,
    /** Words that only count the slots: 三个市, 两地, 三年里. */
    countedSlots: ways,
    /** What asks for one or some of a class. */
    whichOne: ways,
    /** What is measured of a thing, behind its name: 市场主体总收入. A verb there (控制在多少) makes it no other thing. */
    measured: ways,
    /** Words before an indicator that narrow nothing: 市民人均可支配收入. */
    everybody: ways,
    /** How long ago something was, said roughly: 二十多年前, 十几年前, 好多年以前. */
    roughPast: ways,
  }),
};
