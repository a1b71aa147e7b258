import { resolvePlaces } from '../answer/analysis/places.js';
import { heldPlaces } from '../answer/context.js';
import type { Analysis, PlaceSet } from '../frame/analysis.js';
import type { Frame } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { type Earlier, readAnalysis } from '../question/analysis/read.js';
import type { Store } from '../retrieval/types.js';
import type { Session } from './sessions.js';

/** Reads questions over many rows, and the turns that go on from one. */
export interface Tables {
  read(session: Session, text: string): Analysis | undefined;
}

/** @param parse reads a question for one figure. */
export function createTables(store: Store, lexicon: Lexicon, parse: (text: string) => Frame): Tables {
  const held = new Set(heldPlaces(store).map((h) => h.place.id));
  const newest = (places: PlaceSet | undefined): number => {
    const of = places ? resolvePlaces({ store, lexicon }, places).places : heldPlaces(store);
    return Math.max(0, ...of.flatMap((h) => h.years.slice(0, 1)));
  };
  const known = (text: string): boolean => store.findExact(text, { limit: 1 }).length > 0;
  const context = { lexicon, held, newest, parse, known };
  return {
    read: (session, text) => readAnalysis(text, context, earlierOf(session)),
  };
}

/** What an earlier turn leaves: its composition. */
function earlierOf(session: Session): Earlier {
  const analysis = session.remembered?.query.analysis;
  return analysis ? { analysis } : {};
}
