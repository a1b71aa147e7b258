import type { Fact } from '../facts/types.js';
import type { Place } from '../lexicon/types.js';
import type { Verdict } from '../matching/compare.js';

/** What a target without a figure says: 与全国同步. Offsets into the report's view. */
export interface InWords {
  readonly report: string;
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly section: number;
}

/** Why a row has no value; `not-found`: looked for by words, which may be others than the report's; `not-reviewed`: the report of the year is held, and not the one that looks back on it. */
export type Missing = 'not-held' | 'not-reviewed' | 'not-said' | 'not-found' | 'words' | 'other' | 'not-looked';

/** One row of the relation: what one place says for one year. */
export interface Row {
  readonly place: Place;
  readonly year: number;
  /** The time as it is said, where it is no plain year: 2022年底, 2015年报告. */
  readonly label?: string;
  /** The figure of the facet that is asked for; where target and outcome are joined, the outcome. */
  readonly value?: Fact;
  /** The target that the value is set against. */
  readonly target?: Fact;
  /** A second, higher aim beside the figure, as written: 争取7%. */
  readonly further?: string;
  readonly missing?: Missing;
  /** Of a row that was not looked for: the name that none of the place's reports holds. */
  readonly lacks?: string;
  readonly words?: InWords;
  /** What is said of the outcome where no figure is given for it. */
  readonly told?: InWords;
  /** A figure in another unit or measure, where nothing else is said. */
  readonly other?: Fact;
  readonly verdict?: Verdict;
}

/** A row that has a value. */
export type Valued = Row & { readonly value: Fact };

export function hasValue(row: Row): row is Valued {
  return row.value !== undefined;
}

/** The time of a row as it is said. */
export function timeOf({ label, year }: Pick<Row, 'label' | 'year'>): string {
  return label ?? `${year}年`;
}
