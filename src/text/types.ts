/** A half-open range of UTF-16 code units. Which text it points into is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The way from the characters of a view's text to its source: a plain Uint32Array, or runs of it where it comes out of a store. */
export interface Offsets {
  readonly length: number;
  /** The offset in the source of the unit that the character at `index` (not negative) stands for; undefined past the end. */
  at(index: number): number | undefined;
}

/**
 * A cleaned reading of a stretch of source text that keeps the way back (a view, 视图).
 * Every character of `text` stands for exactly one UTF-16 unit of the source; characters may have been left out.
 */
export interface View {
  /** The cleaned text: full-width forms folded, blanks inside figures and words gone, marks and spam left out. */
  readonly text: string;
  /** Of each character of `text`, in their order. Same length as `text`. */
  readonly offsets: Offsets;
}

/** How a figure is bounded: exactly, at least, at most, about, or a range from low to high. */
export type Bound = '=' | '>=' | '<=' | '~' | 'range';

/**
 * A quantity (数量) as read from text. Spans are offsets into the text that was given to the reader.
 * `low` and `high` are in `unit` as written: 4.96万户 is 4.96 in 万户, 12% is 12 in %.
 */
export interface Quantity {
  /**
   * number: a value or a range; ratio: a proportion such as 12.6:39.4:48 (see `parts`);
   * rank: 第7位, 全省第2, 前10强; multiple: 1.5倍, 翻一番; phrase: a target without a figure (正增长, 与全国同步).
   */
  readonly kind: 'number' | 'ratio' | 'rank' | 'multiple' | 'phrase';
  /** Null for a phrase, and where the bound leaves it open (`<=` has no low, `>=` has no high). */
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
  /** The unit as written and folded: %, 个百分点, 亿元, 万人次, 座, 倍, 位; '' where the text gives none. */
  readonly unit: string;
  /** The figures of a ratio, in order. */
  readonly parts?: readonly number[];
  /** From the first bound word before to the last bound word after: 突破550家, 控制在5.5%以内, 增长7%以上 without its verb. */
  readonly span: Span;
  /** The number and unit alone: 550家, 5.5%, 7%. */
  readonly core: Span;
  /** The text of `span`, as the text that was read has it. */
  readonly text: string;
}

/** A stretch of time (时段) as written, before it is anchored to a report. */
export interface PeriodMention {
  readonly span: Span;
  readonly text: string;
  /**
   * year: 2022年; span: 2017—2021年, 2016至2019年期间; plan: “十四五”, 十三五时期; part: 前三季度, 1—11月, 上半年 (with year where given);
   * relative: 今年, 去年, 明年, 上年, 全年; window: 五年来, 过去五年, 今后五年, 未来五年, 近三年, 一年来; end: 到2025年, “十三五”末, 2021年底.
   */
  readonly kind: 'year' | 'span' | 'plan' | 'part' | 'relative' | 'window' | 'end';
  /** Calendar years, inclusive, where the words alone tell them. */
  readonly from?: number;
  readonly to?: number;
  /** The ordinal of a five-year plan: 13 for 十三五. */
  readonly plan?: number;
  /** relative: years from the report's anchor year (去年 -1, 今年 0, 明年 +1); window: its length, negative when it looks back. */
  readonly shift?: number;
  /** The part of the year as written and normalised: 前三季度, 1-11月, 上半年, 12月29日; for a window within the period in hand 前四年, 后三年. */
  readonly part?: string;
  /** True where the words make it what a figure is compared with: 比上年, 是2016年的1.5倍, 由2015年的49.3%. */
  readonly base?: boolean;
}
