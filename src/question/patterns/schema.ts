import { z } from 'zod';

/** A pattern: a way of putting it an entry, in the notation of the file. */
const ways = z.array(z.string().min(1)).min(1);

/** config/language/patterns.json: what questions may say where a list of words cannot tell it. Groups by what they are read for. */
export const patternFile = z.strictObject({
  notation: z.string(),
  /** Words that several patterns hold, by the name that stands for them there. */
  words: z.record(z.string(), ways),
  /** Whether a target or an outcome is asked for. */
  facets: z.strictObject({
    /** Words in which 要, 将, 目标 and the like are no sign of a plan. */
    notAPlan: ways,
    /** A finished action: 建成了, 改造了多少, 派了几名. At the end of a clause only where the clause asks: 孩子要上学了 tells nothing of the figure. */
    done: ways,
    /** What was reached, set against what was aimed at: 超出目标几个百分点, 比年初目标高多少. */
    againstTarget: ways,
    /** A target that was itself raised or lowered: 目标比2011年调低了多少. */
    targetMoved: ways,
    /** What may not stand before a word of an outcome: 增了 of 净增了 is content. */
    keptBefore: ways,
    /** An aim is named, whatever else is. */
    aimNamed: ways,
    /** In a clause of its own it speaks of an aim. */
    ahead: ways,
    /** In a clause of its own it asks for a figure. */
    asked: ways,
  }),
  /** What a figure is to measure. */
  measures: z.strictObject({
    /** A yearly mean that is no growth: PM2.5年均浓度. */
    yearlyState: ways,
    /** 压减比例, 增长比例: before the word of a share it makes that a growth. */
    changeBefore: ways,
    /** Before 掉 where something is done away with, so that an amount is asked for. */
    takenAway: ways,
    /** 排到第几位, 居全省第几, 排多少位: a place in an order is asked for. 安排多少 is none. */
    rankAsked: ways,
    /** What stands before 多少位 where a place in an order is meant. */
    rankBefore: ways,
    /** A place in an order, of a comparison. */
    placeInOrder: ways,
    /** 第几届, 第几批: which of a row, and no place in an order. */
    whichOfRow: ways,
    /** 占到GDP几个点 asks for a share, and for no change of one. */
    shareInPoints: ways,
    /** Ends of names that tell a growth, or a level. */
    growthNames: ways,
    levelNames: ways,
    /** Units of a difference, and of a multiple. */
    pointUnits: ways,
    multipleUnits: ways,
    /** A growth that is named without its thing, and an aim for one: the economy's. */
    bareGrowth: ways,
    bareAim: ways,
    /** 长多少公里, 多了多少亿元, 高出几个: the adjective says which way a difference is asked, and is no content. */
    howMuchMore: ways,
  }),
  /** How much or many is asked for, and in what. */
  units: z.strictObject({
    /** A number is asked for, and a unit may follow. */
    amount: ways,
    /** 达到几级, 几类水: a class is asked for, and no number of things. */
    classAsked: ways,
    /** What a question ends in, asked for or not: 参保人数是多少, 造林面积. Hands on `noun`. */
    headNoun: ways,
    /** Behind 几个 where people are counted. */
    people: ways,
    /** Behind a count of what is looked through: 几份报告, 两三个年份. */
    lookedThrough: ways,
    /** Behind a unit. */
    bounds: ways,
    /** What stands behind 多少. Hands on `behind`. */
    behindAmount: ways,
    /** Units that are verbs before 到, 至, 成. */
    verbs: ways,
    /** What makes a clause of the words behind 多少: 多少打工的讨回了工资 asks for people and no money. */
    clauseMarks: ways,
    /** A number is wanted, in whatever unit. */
    number: ways,
    /** The last two characters of the thing before the asking words, and of the one behind them. Hand on `noun`. */
    headBefore: ways,
    headBehind: ways,
  }),
  /** What is to be done with what is found. */
  operations: z.strictObject({
    /** 达到预期目标了吗, 完成年初计划没有: whether what was aimed at was reached. */
    outcome: ways,
    /** 完成目标没有: whether it was, at the end. */
    whetherAtEnd: ways,
    /** 目标7%完成没有: the figure that was aimed at. */
    valueOfAim: ways,
    /** Which end of an order is asked for, and how many of it (`count`). */
    lowest: ways,
    highest: ways,
    first: ways,
    /** Words of ordering that are part of a name before 榜. */
    ordering: ways,
    /** The main targets of a report are asked for, in general; the second one where nothing else is said. */
    targets: ways,
    targetAtEnd: ways,
    /** A list is asked for. */
    list: ways,
    /** What is told in words is asked for. 哪 asks for one of a class: 哪家, 哪所, 哪款. */
    inText: ways,
    /** How or why something is done is told in words, though an indicator is named: 怎么发展数字经济. */
    how: ways,
    /** A figure is asked for beside its reason: 为啥降了，降了多少. */
    figureAsked: ways,
    /** Measures are told in sentences, not by names. */
    measuresTaken: ways,
    /** A counted name: 十件民生实事, 三大攻坚战, 11件实事. */
    counted: ways,
    /** Words that ask for the parts of a name, which is then no question for all targets: “三个跨越”指哪三个方面. */
    parts: ways,
    /** How a row of years went is asked, and which of them is the end of it. */
    change: ways,
    extreme: ways,
    /** What a name means is asked. */
    meaning: ways,
  }),
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
  }),
  /** Lists, and the parts of a report. */
  lists: z.strictObject({
    /** A question for places: 哪几个地方, 哪些区县. */
    places: ways,
    /** The words behind an asking one, whose first are the class that is asked for (`class`). */
    ofClass: ways,
    /** A class that is asked for before a quoted name, which only says amid what: 哪些区县获评“五型”…. */
    classBeforeQuote: ways,
    /** Particles behind the class: 哪几条地铁啊. */
    particles: ways,
    /** What goes on about the class instead of naming it: 医院有哪几家|要落户. */
    goesOn: ways,
    /** A class (`class`) that stands before the asking words: 县医院有哪几家. */
    classBefore: ways,
    /** Whose it is, before the class. */
    owner: ways,
    /** All that is left of a question for the tasks of a year, and for the problems that a report admits. */
    tasks: ways,
    problems: ways,
  }),
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
    whichBehind: ways,
  }),
  /** The whole that a share is of. */
  shares: z.strictObject({
    /** 占全国多少, 在全省占几成. Hands on `whole` or `inWhole`. */
    of: ways,
    /** A turn that names another whole and no more. Hands on `whole`. */
    alone: ways,
    /** The product, in a turn that asks the share of it that the figure before has: 占GDP多少. */
    ofProduct: ways,
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
});

export type PatternFile = z.infer<typeof patternFile>;
