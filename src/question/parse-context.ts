import type { Lexicon } from '../lexicon/load.js';

/** What a question is read with besides its own text. */
export interface ParseContext {
  readonly lexicon: Lexicon;
  /** Ids of places with reports. */
  readonly held: ReadonlySet<string>;
  /** Whether the reports hold a text word for word. */
  readonly known?: (text: string) => boolean;
}
