import { z } from 'zod';
import { ways } from '../file.js';

/** Patterns of turns that lean on an answer or on the turn before. */
export const turns = {
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
    /** The same the other way round (`other`, `behind`): 连云港的比它高吗. */
    besideIt: ways,
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
    /** 三年加起来 is told by a report, and no sum of what was told. */
    someYears: ways,
    /** Particles of the regions at the end of a clause, for 呢: 宁夏嘞. */
    regionalEnds: ways,
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
    /** Which source or item is meant, wherever it stands: 第二条, 最后一件. */
    itemNumber: ways,
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
};
