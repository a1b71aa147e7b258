import type { Report } from '../../corpus/types.js';
import type { Span } from '../../text/types.js';

/**
 * How a report takes something apart. named: bound to a counted name (A、B、C三大X); enumeration: A、B、C within a clause; mixed: all that the
 * clauses of a sentence tell; quotes: “A”“B”“C”; told: the parts behind a colon or between semicolons; sentences: those behind a lead-in;
 * numbered: 一是…二是…, 1.…2.…; headings: of one part and one kind of number; alike: heads that begin or end alike; carried: heads,
 * clauses or quoted words that carry the class of a name in one place.
 */
export const LIST_KINDS = [
  'named',
  'enumeration',
  'mixed',
  'quotes',
  'told',
  'sentences',
  'numbered',
  'headings',
  'alike',
  'carried',
] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** A list as a report writes it. Offsets into the view. */
export interface ListStructure {
  readonly report: Report;
  readonly kind: ListKind;
  readonly section: number;
  /** What announces the items or holds them: it is quoted. */
  readonly anchor: Span;
  readonly items: readonly Span[];
  /** How many there are, where the report tells only some of them. */
  readonly of?: number;
  /** How surely the items are those of the name, for `named`. */
  readonly bond?: number;
}
