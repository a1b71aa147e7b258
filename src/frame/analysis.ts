import type { Facet } from '../facts/types.js';
import type { Indicator, Place } from '../lexicon/types.js';
import type { AskedPeriod, Frame, Slot } from './types.js';

/** Which places an analysis is over. */
export interface PlaceSet {
  /** As said in the reading: 长三角, 各省区市, 湖南各市. */
  readonly label: string;
  /** Places named one by one or as a group, in order; those without reports are named in the answer. */
  readonly members?: readonly Place[];
  /** All held places of a level. */
  readonly level?: 'province' | 'prefecture' | 'county' | 'any';
  /** Folders of the corpus whose places are meant. */
  readonly folders?: readonly string[];
  /** All must lie in one of these. */
  readonly within?: readonly Place[];
  /** Named besides the kind of places: 辽宁各市，包括沈阳. */
  readonly also?: readonly Place[];
  /** Named as left out: 除了湖南, 不含直辖市. */
  readonly without?: readonly Place[];
  readonly withoutFolders?: readonly string[];
  /** Set aside and said below: the municipalities, where 省 is meant and no 省区市. */
  readonly apart?: readonly Place[];
  /** Named only as the one that may stand alone, while all of its kind are asked about: 就广东一家吗. */
  readonly example?: Place;
  /** The groups that make the set up, where each is asked for by itself: 东部, 中部, 西部. */
  readonly parts?: readonly { readonly label: string; readonly members: readonly Place[] }[];
  /** True where the question names no kind of places and provinces were taken. */
  readonly assumed?: boolean;
  /** True where the places were named one by one. */
  readonly named: boolean;
}

/** Which years an analysis is over. Calendar years of the figures, not of the reports. */
export interface YearSet {
  readonly kind: 'list' | 'range' | 'latest' | 'all';
  readonly years: readonly number[];
  /** For `latest`: how many of the newest reports. */
  readonly count?: number;
  /** For `latest`: true where calendar years are counted, of which no report need be held: 近三年. */
  readonly calendar?: boolean;
  /** True where the question names no year and the newest that fits is taken. */
  readonly open?: boolean;
}

/** A time that is no plain calendar year of the side asked for: the end of a year, a plan, a report named by its year, a year with a side of its own. */
export interface AskedTime {
  /** As said in answers: 2022年底, 2015年报告, 2022年目标. */
  readonly label: string;
  /** What it is ordered by. */
  readonly year: number;
  readonly period?: Slot<AskedPeriod>;
  /** Only this report is looked in. */
  readonly reportYear?: number;
  readonly facet?: Facet;
  /** True where whatever time the reports tell it for is meant. */
  readonly any?: boolean;
}

/** One of several figures that are asked for beside one another. */
export interface Column {
  readonly indicator: Indicator;
  /** The indicator as the question writes it. */
  readonly name?: string;
}

/** How a value is written, or what kind of number it is. */
export type Form =
  | 'range'
  | 'bare'
  | 'about'
  | 'not-about'
  | 'at-least'
  | 'not-at-least'
  | 'words'
  | 'further'
  | 'negative'
  | 'positive'
  | 'zero'
  | 'one-digit'
  | 'two-digit';

export type BoundOp = '>' | '>=' | '<' | '<=' | '=';

/**
 * What a row must be to stay; `others` where it is asked as well of which it does not hold (写3.5%的几家，不写的是谁); `of` is the indicator that is meant, where a question is over several; `aim` where a number is that of the aim,
 * where it is set against what came of it.
 */
export type Condition = Kept & { readonly of?: string; readonly aim?: boolean; readonly others?: boolean };

type Kept =
  /** The number written: 高于6%, 6%及以上; `value` in `unit`. */
  | { readonly kind: 'number'; readonly op: BoundOp; readonly value: number; readonly unit: string }
  | { readonly kind: 'between'; readonly low: number; readonly high: number; readonly unit: string }
  /** As it is written: 5%左右, 5%以上, a bare 5%. */
  | {
      readonly kind: 'written';
      readonly value: number;
      readonly unit: string;
      readonly bound: '~' | '>=' | '<=' | '=' | 'any';
    }
  | { readonly kind: 'not-written'; readonly value: number; readonly unit: string; readonly bound?: '~' | '>=' | '<=' }
  /** Written as a range, as a bound, with a second aim beside it, or in words alone. */
  | { readonly kind: 'form'; readonly form: Form }
  /** Against the row of another place in the same year. */
  | { readonly kind: 'against'; readonly place: Place; readonly op: BoundOp; readonly by?: number }
  /** Against another indicator of the same row: 居民收入目标比GDP目标高. */
  | { readonly kind: 'column'; readonly op: BoundOp; readonly than: { readonly id: string; readonly name: string } }
  /** What a target came to; `beyond` where more than met is asked for: 超额完成. */
  | {
      readonly kind: 'verdict';
      readonly met: boolean;
      readonly beyond?: boolean;
      readonly by?: number;
      readonly unit?: string;
    }
  /** How the value moved between two years. */
  | { readonly kind: 'moved'; readonly way: readonly ('up' | 'down' | 'same')[]; readonly by?: number };

export type AggregateKind = 'sum' | 'mean' | 'median' | 'spread' | 'mode';

/** What is asked of the figures over years. */
export type OverYears = 'extreme' | 'steepest' | 'direction' | 'turn' | 'run' | 'first' | 'last';

/** A question over many rows, as a composition: select · join · filter · order · aggregate. */
export interface Plan {
  readonly kind: 'figures';
  readonly places: PlaceSet;
  readonly years: YearSet;
  /** True where the years are those of reports, and nothing tells whether their aims or what was reached the year before is meant. */
  readonly ofReports?: boolean;
  /** Set where the times are no plain years; then they are what is looked at, and `years` is empty. */
  readonly times?: readonly AskedTime[];
  /** Several indicators side by side; `main` for the main targets that the places' reports name. */
  readonly columns?: readonly Column[] | 'main';
  /** Ids of indicators that are none of the main targets' columns: an earlier turn took them out. */
  readonly leftOut?: readonly string[];
  /** The figure asked for, as a question for one place and year. */
  readonly subject: Frame;
  readonly indicator?: Indicator;
  /** The indicator as the question writes it: a loose name (财政收入) is answered by figures under that name first. */
  readonly name?: string;
  /** True where the question names no indicator and the economy's was taken. */
  readonly implied?: boolean;
  readonly facet: 'target' | 'outcome' | 'both' | 'open';
  /** Whether a rate or an amount is meant, where the question tells. */
  readonly form?: 'rate' | 'amount';
  readonly conditions: readonly Condition[];
  /** Which ends of the order are asked for, the first one first. */
  readonly orders: readonly ('highest' | 'lowest')[];
  readonly top?: number;
  /** The third of an order. */
  readonly nth?: number;
  /** The place whose rank among the others is asked for. */
  readonly focus?: Place;
  readonly aggregates: readonly AggregateKind[];
  /** How many, how large a share. */
  readonly counts: boolean;
  /** Places whose row the others are set against: 比全国高几个点. */
  readonly against?: Place;
  /** Values are set against those of the year before in the list. */
  readonly change: boolean;
  /** True where a map is asked for. */
  readonly map?: boolean;
  readonly over: readonly OverYears[];
  /** With `direction`: which way it is asked to go. */
  readonly way?: 'up' | 'down';
  /** True where each figure is asked for besides an end of them: 分别多少，谁最低. */
  readonly each?: boolean;
  /** With `run`: how many years on end at least. */
  readonly least?: number;
  /** True where it is asked of all of them: 都高于5%吗. */
  readonly all?: boolean;
  /** Of targets with their outcomes: who fell short by most, went beyond by most, or came closest. */
  readonly gapEnd?: 'missed' | 'beaten' | 'closest';
  /** Of a change between two years: who went down, or up, by most. */
  readonly moveEnd?: 'down' | 'up';
  /** The aim that the question states beside what came of it: 目标730亿斤，年底够不够数. */
  readonly statedAim?: { readonly value: number; readonly unit: string };
  /** True for a question that wants a yes or no first. */
  readonly yesNo: boolean;
  /** True where sameness is asked: 一样吗. */
  readonly same: boolean;
  /** Quotations that nothing was made of (写了“双碳”的省里谁最高): a condition that the answer must say was left out. */
  readonly unread?: readonly string[];
  /** Words that nothing was made of; the reading names them. */
  readonly unused: readonly string[];
}

/** What is asked of reports that hold a word. */
export interface MentionPlan {
  readonly kind: 'mentions';
  readonly term: string;
  /** True where it was typed in quotation marks. */
  readonly quoted?: boolean;
  /** A second thing: both, the first without the second, or either. */
  readonly beside?: { readonly term: string; readonly how: 'and' | 'not' | 'or' };
  readonly places: PlaceSet;
  readonly years: readonly number[];
  /** True where those without it are asked for. */
  readonly absent: boolean;
  /** True where both sides are asked for. */
  readonly both: boolean;
  readonly ask: 'which' | 'first' | 'last' | 'count' | 'years' | 'yesno';
  /** Of each place only so many of its newest reports: 近五年. */
  readonly latest?: number;
  /** True where it is asked as well when it was said last: 哪年开始出现，哪年以后没了. */
  readonly untilWhen?: boolean;
  /** The reports of two years set against each other. */
  readonly compareYears: boolean;
  /** True where a figure is asked for besides, so that of each report a sentence with figures is quoted. */
  readonly withFigures?: boolean;
  /** True where it is asked who says it most often. */
  readonly most?: boolean;
}

export type Analysis = Plan | MentionPlan;
