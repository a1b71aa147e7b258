import { z } from 'zod';

const words = z.array(z.string().min(1));

/** config/language/asking.json: how people ask for figures and times. */
export const askingWordsFile = z.strictObject({
  /** 多少, 几: a unit may follow. */
  amount: words,
  share: words,
  rank: words,
  multiple: words,
  /** 几比几: one ratio is asked for. */
  ratio: words,
  /** A date is asked for. */
  time: words,
  duration: words,
  /** Nouns that ask for a second figure of the same thing: 总量和增速. */
  figures: z.strictObject({ growth: words, rank: words, share: words, level: words }),
  /** What joins the two nouns of such a question. */
  nounJoins: words,
  /** The field of an order between a join and the noun of a rank: 增幅和全省位次. */
  fields: words,
  /** All that an asking may hold besides its unit to say only once more in what unit is asked: 要具体多少元. */
  bare: words,
  /** What asks, behind an asking for an aim, what came of it: 定多少、干到多少. */
  came: words,
  /** What may part two askings. */
  joins: words,
  /** Before the first and before the second of two askings for a change: 从多少涨到多少. */
  from: words,
  to: words,
  /** Words by which one asking is for each of several things. */
  each: words,
  /** Words behind a row by which each of it is asked for by itself: 城里跟乡镇分开讲. */
  apart: words,
  /** Rows that are written in one word, and their members: 一二三产. */
  shortRows: z.record(z.string().min(2), z.string().min(2)),
  /** Words that hold an asking word and ask for no figure: 几乎, 第几届. */
  notFigures: words,
  /** Nouns that begin like a unit: 多少家庭 asks for no 家. */
  unitLike: words,
  /** A unit and what it counts, though a noun of `unitLike` begins so: 名医生, no 名医. */
  unitFirst: words,
  /** Nouns that are read with their counter as one unit: 床位 of 多少张床位. The counter asks, the noun is what is asked for. */
  countedNouns: words,
  /** What asks how something does, and for no figure by name: 经济怎么样. */
  fares: words,
  /** Short names of `bareNames` that stand for an indicator only where a growth or an aim is asked for: 工业. */
  ofGrowth: words,
  /** What says once more that the place as a whole is meant: 全市 of 全市经济. */
  wholes: words,
  /** Short names by which indicators are named in a row or where nothing else is named, and the full ones: 消费 of 投资和消费目标. */
  bareNames: z.record(z.string().min(2), z.string().min(2)),
  /** What is counted in 块 and is no money: 金牌, 地. */
  pieces: words,
  /** Names under which reports count one thing (十件实事, 十大民生工程), a group a list: who asks without the count may use another. */
  countedThings: z.array(words.min(2)),
});

export type AskingWords = z.infer<typeof askingWordsFile>;
