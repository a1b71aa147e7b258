import type { Measure } from '../lexicon/types.js';
import type { Quantity, Span } from '../text/types.js';

/** What a figure is: aimed at, reached, aimed at for a plan period or a later year, or summed over several years. */
export type Facet = 'target' | 'outcome' | 'plan-target' | 'cumulative';

/** The time a figure is for, anchored to its report. Calendar years, inclusive; both 0 where nothing tells the year. */
export interface Period {
  readonly from: number;
  readonly to: number;
  /** Part of the year, normalised: 前三季度, 1-11月, 上半年. */
  readonly part?: string;
  /** The year a from–to or 比2015年 figure is compared with. */
  readonly base?: number;
  /** Where it was read: the clause, the sentence, the paragraph's lead-in, the heading, or the report's own year. */
  readonly source: 'clause' | 'sentence' | 'paragraph' | 'heading' | 'report';
}

/** One figure of a report with all that says what it is. Spans are offsets into the report's view. */
export interface Fact {
  /** changde-2022#17: the report's id and the fact's number in text order. */
  readonly id: string;
  readonly report: string;
  /** What the figure is of, as a reader would name it: 城镇居民人均可支配收入, 改造老旧小区, 46个省控及以上考核断面水质优良率. */
  readonly subject: string;
  /** The lexicon's indicator, where the subject is one (or the core of the subject is). */
  readonly indicator?: string;
  /** The verb that governs the figure: 增长, 新增, 改造, 达到, 控制在. */
  readonly verb?: string;
  /** The place that the figure is of: the report's, or a county or city named in the clause. A gazetteer id. */
  readonly place: string;
  /** What narrows the place or the subject without being one: 市城区, 园区, 市本级. */
  readonly scope?: string;
  readonly period: Period;
  readonly facet: Facet;
  /** 预计, or under （预计数，下同）. */
  readonly estimated: boolean;
  readonly measure: Measure;
  /** up for 增长, 提高; down for 下降, 降低, 减少. */
  readonly direction?: 'up' | 'down';
  readonly quantity: Quantity;
  /**
   * What a reader of the answer must know of how the figure was read: percent where the text lost its %, recognised where it
   * comes from a scan and the recognition was not sure of it. Shown in the answer.
   */
  readonly repaired?: 'percent' | 'recognised';
  /** True where it stands in the sentence of main expected targets (主要预期目标). */
  readonly headline: boolean;
  /** The figure as written with its bound words (the quantity's span). */
  readonly span: Span;
  /** The clause that states it, subject included; for 分别 the whole construction. */
  readonly clause: Span;
  /** The sentence in which it stands. */
  readonly sentence: Span;
  /** The section's place in `report.sections`. */
  readonly section: number;
  /** For a figure in a table: what says what it is of. The row is its clause. */
  readonly heads?: CellHeads;
}

/** Where the heads of a table's cell stand, without the blanks around them. */
export interface CellHeads {
  /** What the row is of, with its number and unit: 1.地区生产总值（亿元）. */
  readonly row: Span;
  /** From the top down: 2022年, 同比（%）. */
  readonly columns: readonly Span[];
  /** The line above the table, where only that tells the time or what the figures are: 2023年主要目标. */
  readonly caption?: Span;
}
