import type { Facet } from '../facts/types.js';
import type { AskedPeriod } from '../frame/types.js';
import type { Indicator, Measure, Place } from '../lexicon/types.js';
import type { HeldName } from './held-names.js';
import type { Terms } from './terms.js';

/** What the figure asked for may measure; `points` where 几个点 leaves open whether per cent or a difference is meant. */
export type AskedMeasure = Measure | 'points' | 'open';

/** The facet asked for; `rather-…` where only weak words tell it. */
export type AskedFacet = Facet | 'rather-target' | 'rather-outcome' | 'both' | 'open';

/** An indicator that a stretch of the question's words may stand for. Positions as in `Terms`. */
export interface IndicatorHint {
  readonly indicator: string;
  readonly from: number;
  readonly to: number;
}

/** One figure that is looked for: one place, one time, one thing. */
export interface FigureAsk {
  readonly place?: Place;
  /** A place inside it of which the figure must be: 勃利县 of 七台河's report. */
  readonly inner?: Place;
  /** Names of places inside it that the words name, though nothing makes sure that they are places: 台山 over 江门's report. */
  readonly parts?: readonly string[];
  /** Anchored; absent where any time will do. */
  readonly period?: AskedPeriod;
  /** Only reports for this year. */
  readonly reportYear?: number;
  /** The year that the figure is set against. */
  readonly base?: number;
  readonly indicators: readonly Indicator[];
  /** Indicators that people's words may stand for (老百姓到手的钱), with the characters that name them; weaker than `indicators`. */
  readonly hints: readonly IndicatorHint[];
  readonly facet: AskedFacet;
  /** True where no word tells it. */
  readonly facetHeard?: boolean;
  readonly measure: AskedMeasure;
  /** True where it is asked by how much something changed. */
  readonly change?: boolean;
  /** True where 多少 or 几 asks and nothing names an order: a place in one is no answer. */
  readonly amount?: boolean;
  /** True where the aim is looked for that a question tells itself, to set it against what came of it: 定了7.5%，结果呢. */
  readonly told?: boolean;
  /** True where the whole is asked for, or the sum over a stretch: 一共, 加起来. */
  readonly total?: boolean;
  /** True where nothing but the sum over a stretch is asked for: 五年加起来. */
  readonly summed?: boolean;
  /** Units asked in; empty where none is. */
  readonly units: readonly string[];
  /** Words in quotation marks. */
  readonly quoted: readonly string[];
  /** Names in it that the reports hold; looked for with the candidates. */
  readonly names?: readonly HeldName[];
  /** All words of the question. */
  readonly terms: Terms;
}
