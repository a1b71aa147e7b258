import { heldPlaces } from '../answer/context.js';
import type { Frame } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Indicator } from '../lexicon/types.js';
import { asTold, continueQuery } from '../question/followup.js';
import { readLatin } from '../question/latin.js';
import { parseQuestion } from '../question/parse.js';
import { recent } from '../retrieval/recent.js';
import type { Store } from '../retrieval/types.js';
import type { Session } from './sessions.js';

/** What every part of a conversation works with: the reports, the lexicon, and how a text is read. */
export interface DialogContext {
  readonly store: Store;
  readonly lexicon: Lexicon;
  /** Ids of places with reports. */
  readonly held: ReadonlySet<string>;
  /** Whether the reports hold a text word for word. */
  readonly known: (text: string) => boolean;
  /** A text as a question of its own. */
  readonly parsed: (text: string) => Frame;
  /** A piece of a message as a question of its own, in whatever language it is. */
  readonly parsePiece: (text: string) => Frame;
  /** A piece of a claim as a question; what it leaves out (邵阳是8%吧) is that of the turn before. */
  readonly parseLeaning: (session: Session, text: string) => Frame;
  /** The short name of the first place that a text names. */
  readonly placeIn: (text: string) => string | undefined;
  readonly indicatorNamed: (name: string) => Indicator | undefined;
  /** Questions that the reports answer. */
  readonly examples: () => string[];
}

/** The same over one store. */
export function createContext(store: Store, lexicon: Lexicon): DialogContext {
  const held = new Set(heldPlaces(store).map((h) => h.place.id));
  const known = remembering((text) => store.holds(text));
  const indicatorNamed = (name: string) => lexicon.indicators.list.find((i) => i.name === name);
  // A turn is looked at in several ways (its asides, its claims, the question itself), most of which read the same words.
  const parsed = recent((text: string): Frame => parseQuestion(text, text, { lexicon, held, known }), MOST_PARSED);
  return {
    store,
    lexicon,
    held,
    known,
    parsed,
    parsePiece: (text) => parsed(readLatin(text, lexicon, held)?.text ?? text),
    parseLeaning: ({ remembered }, text) =>
      continueQuery(asTold(remembered), parsed(text), { leans: false, adds: false }, indicatorNamed).query,
    placeIn: (text) => (text === '' ? undefined : parsed(text).places[0]?.value.short),
    indicatorNamed,
    examples: () => examplesFor(store),
  };
}

/** Readings of one turn's words that are kept: of its clauses, of a claim, of the whole. */
const MOST_PARSED = 24;

/** How many texts are remembered as held or not. */
const MOST_SEEN = 1000;

/** The same, asked once of each text: a question is read in several ways. */
function remembering(holds: (text: string) => boolean): (text: string) => boolean {
  const seen = new Map<string, boolean>();
  return (text) => {
    const before = seen.get(text);
    if (before !== undefined) return before;
    if (seen.size >= MOST_SEEN) seen.clear();
    const found = holds(text);
    seen.set(text, found);
    return found;
  };
}

const EXAMPLES = ['2022年怀化GDP目标', '2022年常德、怀化、邵阳谁的GDP目标最高', '哪些报告提到“营商环境”'];

/** Examples that the corpus can answer: its own places and years where they are not the seeds'. */
function examplesFor(store: Store): string[] {
  const places = heldPlaces(store);
  const first = places[0];
  if (!first || places.some((p) => p.place.short === '常德')) return EXAMPLES;
  return [
    `${first.years[0]}年${first.place.short}GDP目标`,
    `${first.place.short}${first.years[0]}年主要预期目标有哪些`,
    '哪些报告提到“营商环境”',
  ];
}
