import type { Facet } from '../facts/types.js';
import type { Must, Sought } from '../lexicon/sought.js';
import type { Indicator, Measure, Place } from '../lexicon/types.js';
import type { Analysis } from './analysis.js';

/** Where a slot of the reading came from: this question, an earlier turn, a default, or the only value that the corpus leaves. */
export type SlotSource = 'question' | 'earlier' | 'default' | 'corpus';

export interface Slot<T> {
  readonly value: T;
  readonly source: SlotSource;
  /** Where it stands in the question's text; absent where it is inherited or known from elsewhere. */
  readonly at?: number;
}

/** A stretch of time that is asked for. Calendar years, inclusive. */
export interface AskedPeriod {
  /**
   * year: one calendar year; span: years that belong together (2017–2021 这五年, 十三五); end: the state at the end of `to`;
   * window: years around the report's own (过去五年 -5, 今后五年 +5), not yet anchored; relative: 今年, 去年, not yet anchored.
   */
  readonly kind: 'year' | 'span' | 'end' | 'window' | 'relative';
  readonly from: number;
  readonly to: number;
  /** Part of the year: 前三季度, 1-4月. */
  readonly part?: string;
  /** True where the question says that it means the whole year (全年): a part of it is no answer. */
  readonly whole?: boolean;
  /** True where what was done up to that end is asked for: 到2021年底, 截至2021年底. */
  readonly until?: boolean;
  /** Years from the report's year, for window and relative. */
  readonly shift?: number;
  /** True for the end of a relative year: 去年底. */
  readonly atEnd?: boolean;
  /** True for a window that may lie before the report or ahead of it: 五年 by itself. */
  readonly eitherWay?: boolean;
  /** As shown in the reading: 2022年, “十三五”时期（2016—2020年）. */
  readonly label: string;
}

/** What is to be done with what is found. */
export type Operation =
  | 'figure'
  | 'list'
  | 'targets' //   the list of a place's main expected targets
  | 'compare'
  | 'trend'
  | 'outcome'
  | 'mentions'
  | 'metadata' //  who gave the report, when
  | 'passage';

/** Which end of an order is asked for. */
export type Order = 'highest' | 'lowest';

/** What stands directly before and behind an indicator in a question. */
export interface Attached {
  readonly before?: string;
  readonly behind?: string;
  /** The indicator as the question writes it. */
  readonly name?: string;
}

/**
 * What a character of the question is to the search: a word of the thing asked for, part of an indicator's name, a word that says
 * when or amid what, or a word of asking that a recogniser has used (涨了, 多少公里).
 */
export type EvidenceRole = 'content' | 'name' | 'aside' | 'function';

/** A run of the question without places and times, with the role of each UTF-16 unit. */
export interface EvidenceRun {
  readonly text: string;
  readonly roles: readonly EvidenceRole[];
  /** For each unit the probability that it is of the thing asked for, 0–1, as the learned reader has it; 1 where it was not asked. */
  readonly content: readonly number[];
  /** Where it begins in the question. */
  readonly start: number;
}

/** One of several things that a question asks for, or a time. Offsets into the question: its own words stand between them. */
export interface Asking {
  /** time: a date (哪年, 几月底前); duration: 多久. */
  readonly kind: 'figure' | 'time' | 'duration';
  readonly from: number;
  readonly to: number;
  readonly units: readonly string[];
  readonly measure?: Measure;
  /** The facet that its own words tell, beside one that another asking tells: 养到多少, …奔着多少去. */
  readonly facet?: Facet;
  readonly facetSure?: boolean;
}

/** How the figures of an answer belong together: one, a change (从多少到多少), or one for each of several things (分别). */
export type AskingForm = 'plain' | 'from-to' | 'each';

/** What the wording of a question tells besides its slots, each read once (config/language/cues.json). */
export type Cue =
  | 'latest'
  | 'why'
  | 'how'
  | 'who'
  | 'where'
  | 'what'
  | 'whether'
  | 'state'
  | 'check'
  | 'problems'
  | 'admits'
  | 'self'
  | 'summary'
  | 'fresh'
  | 'words' //   something is asked for that is told in words
  | 'wording' // how a thing is put
  | 'kept' //    whether what was planned was done
  | 'total' //   the whole is asked for, or the sum over a stretch
  | 'summed'; // the sum over a stretch, and nothing else: 加起来
export type Cues = Readonly<Record<Cue, boolean>>;

/** A word in the position of a place that names none of the gazetteer. */
export interface UnknownPlace {
  /** As typed. */
  readonly text: string;
  /** Where it stands in the question's text. */
  readonly start: number;
  /**
   * slip: near to the name of a place; elsewhere: a place whose reports nobody can hold (东京); facility: an airport or the like that
   * no report speaks of; unknown: no word of the reports either; unclear: a word of the reports, which may be what is asked for.
   */
  readonly kind: 'slip' | 'elsewhere' | 'facility' | 'unknown' | 'unclear';
  /** The places that a slip may mean, nearest first. */
  readonly options: readonly Place[];
}

/** A name that counts its parts: 十大民生实事, “两带一区”. */
export interface CountedName {
  /** As the reports may write it, its number in Chinese or Arabic figures. */
  readonly forms: readonly string[];
  /** How many parts it may have, likeliest first: “六联六促” has twelve, or six of two halves. */
  readonly counts: readonly number[];
  /** The words it counts (战役 of 五大战役), or the last units of each half (带, 区 of 两带一区). */
  readonly classes: readonly string[];
}

/** What yes or no is asked of: that there is something, that it is done, that it is so. */
export interface YesNoAsk {
  readonly asked: 'has' | 'done' | 'is';
  /** The acts that are asked about, as the question writes them: 开通, 开工. */
  readonly acts: readonly string[];
  /** True where the act is but a beginning: 开工了吗. */
  readonly begins: boolean;
}

/** Things that carry one word, as many as are counted: 四个“坚持”, 哪五个“××城市”; or however many there are: 哪几个“××城市”. */
export interface CarriedWord {
  readonly word: string;
  /** The count with the word, as a list may be closed by it: A、B、C三个“百万”. */
  readonly name: CountedName;
  /** How many; empty where the question does not say. */
  readonly counts: readonly number[];
}

/** What a question says of the list that it may ask for. */
export interface ListAsk {
  /** The names whose parts are asked for, together. */
  readonly names: readonly CountedName[];
  /** A word that so many items are to carry. */
  readonly carried?: CarriedWord;
  /** The general words that count (五个方面), as the sentence that announces them may write them. */
  readonly aspects?: CountedName;
  /** How many are asked for where no name counts them: 哪九个方面. */
  readonly count?: number;
  /** The counted phrase that asks, and the word that its items may carry: 五个方面, 攻坚突破. */
  readonly phrase?: { readonly phrase: string; readonly word?: string };
  /** The words behind the asking one, of which the first are the class: 工业产业链 of 哪些工业产业链. */
  readonly ofClass?: string;
  /** True where places are asked for, so that a list of other things is none. */
  readonly places: boolean;
  /**
   * Set where what every report has is asked for in general: the tasks of the year, the problems that it admits, all of it in short, or
   * what it says that the one before does not.
   */
  readonly part?: 'tasks' | 'problems' | 'summary' | 'fresh';
  /** What the list is of, as it is said above it. */
  readonly topic: string;
}

/** A slip of the keyboard that was mended: what was typed, and the name it was read as. */
export interface Mended {
  readonly typed: string;
  readonly meant: string;
}

/** A question as read. */
export interface Frame {
  /** As typed. */
  readonly raw: string;
  /** Folded, simplified, bounded. */
  readonly text: string;
  readonly places: readonly Slot<Place>[];
  /** Indicators of which one figure each is asked for, though their thing is named once: 城乡居民收入. */
  readonly members?: readonly Indicator[];
  /** A second place, beside which the first one is not set: asked where the first one's reports do not tell the figure. */
  readonly otherPlace?: Place;
  /** Of a question in words the places named beside the first: it may be their report that tells (北京的医院要在秦皇岛落脚). */
  readonly besides?: readonly Place[];
  /** In a question in words, a second place within the first (湖南…长沙片区): its reports may tell it too. */
  readonly inner?: Place;
  /** Set where no place was found and a word stands where one would: no other place may answer. */
  readonly unknownPlace?: UnknownPlace;
  /** Set where all held places of a level are meant: 各市, 各省, 哪个市. */
  readonly allPlaces?: 'prefecture' | 'province' | 'any';
  readonly periods: readonly Slot<AskedPeriod>[];
  /** The year that the figure is set against: 2010 of 比2010年提高了百分之多少, 是2010年的几倍. It is none of `periods`. */
  readonly base?: number;
  /** Set where the question names a report by its year: 2022年报告. */
  readonly reportYear?: number;
  /** Set where several reports are named so, to be set side by side: 2021年报告和2022年报告. */
  readonly reportYears?: readonly number[];
  readonly indicators: readonly Slot<Indicator>[];
  /** Slips in the names of indicators that were mended; every answer names them. */
  readonly mended: readonly Mended[];
  readonly facet?: Slot<Facet>;
  /** False where only weak words tell the facet (想, 要): then it is weighed and excludes nothing. */
  readonly facetSure: boolean;
  /** True where the learned reader heard it and no word tells it. */
  readonly facetHeard?: boolean;
  /** True where target and outcome are both named. */
  readonly bothFacets: boolean;
  readonly measure?: Measure;
  /** True where it is asked by how much something changed: 比上年多几个点. */
  readonly change?: boolean;
  /** True where it is that of an answer before, and no question said it: it gives way where nothing is found by it. */
  readonly measureEarlier?: boolean;
  /** The whole of which a share is asked for: 全国 of 占全国多少. */
  readonly whole?: string;
  /** Units asked for (多少公里, 几家); empty where none is. */
  readonly units: readonly string[];
  readonly operation: Operation;
  readonly order?: Order;
  /** How many of an order: 前三. */
  readonly top?: number;
  /** Words in quotation marks, or after 提到. */
  readonly quoted: readonly string[];
  /** The word right before 多少 or 几: what the figure is of (省重点项目完成投资多少). */
  readonly head?: string;
  /** Of the main targets of a report: indicators by id, or words of items, that an earlier turn took out. */
  readonly leftOut?: readonly string[];
  /** What the slots did not use up, in runs, indicator words left out. */
  readonly residue: readonly string[];
  /** Runs of the residue that stand directly before or behind the indicator and make it another thing: 涉税 of 涉税市场主体. */
  readonly attached: Attached;
  /** Words that say when or amid what (铁腕治旅之后): an answer may hold them, but need not. */
  readonly background: readonly string[];
  /** What is asked for, one entry each, where it is more than one figure or a time; empty for a plain question. */
  readonly askings: readonly Asking[];
  readonly form: AskingForm;
  /** Which of a row is asked for: 届 of 第几届. */
  readonly ordinal?: string;
  /** True where the learned reader is sure that it is talk and no question to reports. */
  readonly chat: boolean;
  readonly list: ListAsk;
  /** True where a time is asked for: 几月投产, 哪年通车. */
  readonly asksTime?: boolean;
  /** True where something is to be done in a year that is named: 在2019年建成. */
  readonly due: boolean;
  /** Set where yes or no is asked and no more. */
  readonly yesNo?: YesNoAsk;
  /** True where who somebody is is asked by what he did or is, and not by name or office. */
  readonly describesPerson: boolean;
  /** True where is asked by how much a target was missed: 没达标，差了几个点. */
  readonly missedBy?: boolean;
  /** True where the targets that were not reached are asked for: 哪些目标没完成. */
  readonly asksMissed?: boolean;
  /** True where it speaks of an aim that was not reached, whatever it asks of that: 为什么没完成目标. */
  readonly ofMissed?: boolean;
  /** What is sought beside a figure: a person, a place, names. */
  readonly sought: readonly Sought[];
  /** What is asked for by words that leave no other answer. */
  readonly must: readonly Must[];
  /** How many characters the saying has that is asked for: 那八个字. */
  readonly formula?: number;
  /** What the wording tells besides: latest, why, how …. */
  readonly cues: Cues;
  /** All that may be looked for in reports, with the role of each character. */
  readonly evidence: readonly EvidenceRun[];
  /** The same with indicator words kept, for passages. */
  readonly content: readonly string[];
  /** True where the question wants a number (多少, 几, 百分之). */
  readonly wantsNumber: boolean;
  /** A question over many rows or reports, as a composition. */
  readonly analysis?: Analysis;
  /** Which detail of a report's card is asked for. */
  readonly detail?: 'speaker' | 'delivered';
}
