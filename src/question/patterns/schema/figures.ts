import { z } from 'zod';
import { ways } from '../file.js';

/** Patterns of questions for figures: which facet, measure and unit, and of what. */
export const figures = {
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
    /** A change against the year before is asked for, whatever it is told in: 比上年多多少, 增加了多少. */
    changeAsked: ways,
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
  /** What stands around the names of indicators. */
  indicators: z.strictObject({
    /** Between the part and the whole of a share, behind one that is named so itself, and before the whole. */
    shareBetween: ways,
    shareBehind: ways,
    wholeBefore: ways,
    /** 优良天数比 names a share, but for what is set against something behind it: 优良天数比|上年. */
    comparesAt: ways,
    comparedWith: ways,
    /** 每千常住人口床位数 is counted for people and says nothing of how many there are. */
    forPeople: ways,
    /** What may stand before a name of two characters. */
    beforeShort: ways,
    /** Characters that tell namesakes apart: a difference in one of them is never a slip. */
    tellsApart: ways,
    /** Characters of asking, which are typed for no other. */
    noSlips: ways,
    /** What ends the name of an output: 产量 of 粮食产量. */
    outputOf: ways,
    /** 律 typed for 率: 贡献律, 失业律. */
    rateMistyped: ways,
    /** What follows a row of short names where each is an indicator (投资和消费目标, 投资、出口增长多少), and what stands between two of them. */
    behindRow: ways,
    inRow: ways,
    /** What follows a row in one word where each of its members is asked for: 一二三产各涨多少. */
    behindShortRow: ways,
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
    /** Behind a check: what is asked should it not be so (不对的话应该是几年). */
    otherwise: ways,
    /** Whether a report says what holds a figure: 有没有说连续10年第一. */
    saidSo: ways,
    /** Around a figure that is said to have been reached: 打了28亿斤, 达到98%了. */
    reachedBefore: ways,
    reachedBehind: ways,
    /** Before a number of years without a break, where it is not 连续; and what stands before such a number. */
    runWord: ways,
    runBefore: ways,
    /** 上一年不是15.5%吗 says that it was. */
    rhetorical: ways,
    /** What may stand behind an amount that is reached: 有千亿产业集群 names what there is. */
    reachedEnd: ways,
    /** Behind a word of change: what it came to, not by how much. */
    cameTo: ways,
    /** What joins figures at the head of what comes after one. */
    separators: ways,
  }),
};
