import { z } from 'zod';
import { patternHead, ways } from './file.js';

/** config/language/patterns.json: what questions may say where a list of words cannot tell it. Groups by what they are read for. */
export const patternFile = z.strictObject({
  ...patternHead,
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
    /** Reports of many places by their year (`year`), in two digits: 2012年各省报告里. */
    ofReports: ways,
    /** Before a year that something is set against. */
    setAgainst: ways,
    /** What may stand behind the words for a year in a turn that names nothing else. */
    noMore: ways,
  }),
  /** Numbers, places and reports in a question over many rows. */
  tokens: z.strictObject({
    /** 100万 written without digits (`times`, `scale`): 上百万, 过千亿, 破万亿; and the counter behind it. */
    bareScale: ways,
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
  /** Figures that a text claims. */
  claims: z.strictObject({
    /** Behind 74个 where that is the field of a rank: 74个重点城市. */
    fieldBehind: ways,
    /** 一千多亿, 两万多: a number (`number`, `more`, `scale`) of which only the first figure is told. */
    round: ways,
    overHalf: ways,
    /** 是不是没到5, 还敢定9吗: a rate (`number`) without its unit, behind a word that reaches or sets it. */
    bareRate: ways,
    /** What makes a place in an order of 147名, 87位: the field it is in, or its being moved. People are counted before a noun: 147名教师. */
    inField: ways,
    nounBehind: ways,
    /** A bound of the figure's own, and one that it only passes. */
    bounded: ways,
    moreThan: ways,
    /** Asks whether a figure is so, within what claims it; particles at its end. */
    isItSo: ways,
    particleAtEnd: ways,
    /** What may stand behind an amount that is reached: 有千亿产业集群 names what there is. */
    reachedEnd: ways,
    /** Behind a word of change: what it came to, not by how much. */
    cameTo: ways,
    /** What joins figures at the head of what comes after one. */
    separators: ways,
  }),
  /** What stands around the names of indicators. */
  indicators: z.strictObject({
    /** Between the part and the whole of a share, behind one that is named so itself, and before the whole. */
    shareBetween: ways,
    shareBehind: ways,
    wholeBefore: ways,
    /** 每千常住人口床位数 is counted for people and says nothing of how many there are. */
    forPeople: ways,
    /** What may stand before a name of two characters. */
    beforeShort: ways,
    /** Characters that tell namesakes apart: a difference in one of them is never a slip. */
    tellsApart: ways,
    /** Characters of asking, which are typed for no other. */
    noSlips: ways,
    /** 律 typed for 率: 贡献律, 失业律. */
    rateMistyped: ways,
    /** What follows a row of short names where each is an indicator (投资和消费目标, 投资、出口增长多少), and what stands between two of them. */
    behindRow: ways,
    inRow: ways,
    /** What follows a row in one word where each of its members is asked for: 一二三产各涨多少. */
    behindShortRow: ways,
  }),
  /** Turns that lean on the one before, and clauses that lean on another. */
  turns: z.strictObject({
    /** 那怀化呢, 换成农村居民, 再看2021年; the same behind the report that a turn names: 2014年报告，换成丹东. */
    opening: ways,
    withinReport: ways,
    closing: ways,
    /** Adds to what was told. */
    adds: ways,
    /** What is set beside what was spoken of (`other`: 邵阳低多少 of 它比邵阳低多少), and the words that compare within it. */
    beside: ways,
    comparing: ways,
    /** 这项收入, 那笔投资: the thing of the turn before by a word of its name (`noun`). */
    pointsBack: ways,
    /** What ends a clause that asks the same of what it names: 武汉呢. */
    asksOn: ways,
    /** Several names in quotation marks that are each asked for: “两库”、“两江”分别是哪儿. */
    eachNamed: ways,
    /** The last clause of a question that ends in 呢. */
    trailingClause: ways,
    /** No place is called by these. */
    wordOfAsking: ways,
    /** A不A, A没A (`verb`): whether something is so; doubled some verbs ask for leave, or whether what was said is so: 能不能, 对不对. */
    denied: ways,
    doubled: ways,
    /** What opens a turn and says nothing: 那么; before a place too: 在. */
    lead: ways,
    leadOfPlace: ways,
    /** One year further: 再往前. */
    further: ways,
    /** Particles at the end of a clause, where a degree is asked for. */
    clauseEnd: ways,
    /** 各类, 各级 are of many, and no word by which each is asked for. */
    ofMany: ways,
  }),
  /** Turns about an answer or about who answers. */
  answers: z.strictObject({
    /** 原文, 第二条原文, 出处3 (`number` or `behind`). */
    source: ways,
    /** 第三件, 最后一项: an item of a list that was told (`number` or `last`). */
    item: ways,
    /** Which source is meant: 第二个的原文 (`number`), 后面那个数. */
    ordinal: ways,
    last: ways,
    /** A number alone (`number`), as a choice is made by. */
    choice: ways,
    /** 民生实事第二条是什么: one item (`item`) of a list that is named (`list`). */
    itemOf: ways,
    /** 画图 before a question asks for its answer as a picture. */
    draw: ways,
    /** Those that are spoken of, which ask nothing: 那几个. */
    those: ways,
    /** So many places (`count`) that were spoken of: 那两个城市, 这三家; 两个地方 at the head of a turn. */
    thosePlaces: ways,
    /** Asks for reports or places, wherever they are. */
    ofMany: ways,
    /** 三个市谁最高, 它们平均多少: the places of the turns before. */
    placesBefore: ways,
    /** A greeting or thanks and nothing else, in small letters. */
    greeting: ways,
    /** A question about the bot itself: 你能做什么, 怎么用. */
    aboutBot: ways,
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
    /** Either facet is named. */
    anyFacet: ways,
  }),
});
