import type { Place } from '../lexicon/types.js';
import type { Span, View } from '../text/types.js';

/**
 * What a document is: a government's report, its summary, the list of a year's tasks, a news item; a statistical bulletin (统计公报),
 * the outline of a five-year plan (五年规划纲要), the reports on plan and budget (计划报告, 预算报告), a policy address (施政报告).
 */
export const reportKinds = [
  'report',
  'summary',
  'tasks',
  'news',
  'bulletin', // 统计公报
  'outline', //  五年规划纲要
  'plan', //     计划报告
  'budget', //   预算报告
  'address', //  施政報告
] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What a section of a report deals with (structural facet): it decides target against outcome. */
export type SectionRole =
  | 'front' //    title, opening
  | 'review' //   the year gone by: 2021年工作回顾
  | 'review5' //  five years or a plan period gone by: 过去五年, 十三五时期
  | 'outlook' //  the plan period or five years ahead: 今后五年, 十四五时期主要目标
  | 'tasks' //    the report's year: 2022年工作安排
  | 'annex' //    民生实事 lists, tables behind the report
  | 'glossary' // 名词解释
  | 'other';

/** A stretch of a report under one heading path. Offsets are into the report's view. */
export interface Section extends Span {
  /** Headings from the outermost in, as a person reads them: ["三、2022年工作安排", "(一)…"]. */
  readonly path: readonly string[];
  readonly role: SectionRole;
  /** The calendar years that the section's headings or lead-ins name, inclusive, where they do. */
  readonly from?: number;
  readonly to?: number;
}

/** A passage (段落): a paragraph, or a run of sentences of a long one, cut at sentence ends. Offsets are into the report's view. */
export interface Passage extends Span {
  /** Its place in `report.passages`. */
  readonly index: number;
  /** Its section's place in `report.sections`. */
  readonly section: number;
}

/** One document: a report, or a news item of a listing. */
export interface Report {
  /** Short and stable: changde-2022, zhangjiajie-2021, hunan-trade-2022; made from pinyin and year; a number is added where two share it. */
  readonly id: string;
  /** The file's path relative to the corpus folder, with `/`. */
  readonly seed: string;
  /** Where the document stands in its file (a listing holds several). Offsets into the file's text. */
  readonly extent: Span;
  readonly place: Place | null;
  /** The year the report plans for (report year, 报告年度); for news and bulletins the year told of, for an outline its plan's first. */
  readonly year: number | null;
  readonly kind: ReportKind;
  /** As shown in citations: 2022年常德市政府工作报告. */
  readonly title: string;
  readonly speaker?: string;
  /** ISO date of delivery: 2021-12-29. */
  readonly delivered?: string;
  /** The cleaned text of the document; `offsets` lead into the file's text. */
  readonly view: View;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  /** What is odd about it, in Chinese, one line each: 文件名年份与正文不符, 疑为摘要, 与 … 重复. */
  readonly oddities: readonly string[];
  /** How sure place and year are, 0–1, and what they were read from. */
  readonly confidence: { readonly place: number; readonly year: number; readonly from: string };
  /** Letters of figures that text recognition was not sure of, as offsets of the file. */
  readonly doubtful?: readonly Span[];
  /** True where another report holds the same document; it is listed, never answered from. */
  readonly duplicateOf?: string;
}

/** A file that could not be read, or was read with doubt. */
export interface CorpusProblem {
  readonly seed: string;
  readonly severity: 'error' | 'warning';
  /** In Chinese: what is wrong, where, how to mend it. */
  readonly message: string;
}

/** All documents of one or more folders. */
export interface Corpus {
  readonly reports: readonly Report[];
  readonly problems: readonly CorpusProblem[];
}
