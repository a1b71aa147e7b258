import type { UnknownPlace } from '../frame/types.js';
import type { ParseContext } from './parse-context.js';
import { type AskedPeriods, askedPeriods } from './periods.js';
import { type AskedPlaces, askedPlaces } from './places.js';
import { claimRoughPast } from './rough-past.js';
import { claim, type Scratch } from './scratch.js';
import { placeByPosition, slipBeside, unknownPlace } from './unknown-place.js';

/** The places and times of a question. */
export interface WhereWhen {
  readonly places: AskedPlaces;
  readonly periods: AskedPeriods;
  /** A word in the position of a place that names none. */
  readonly unknown?: UnknownPlace;
  /** 1 where a name of a place stands, before anything else was claimed. */
  readonly placed: Uint8Array;
}

/** Reads where and when a question asks for, and claims the words; a place that no name tells is taken from the position of one. */
export function whereAndWhen(scratch: Scratch, { lexicon, held, known = () => false }: ParseContext): WhereWhen {
  const { text } = scratch;
  const places = askedPlaces(scratch, lexicon, held);
  const placed = Uint8Array.from(scratch.used);
  const periods = askedPeriods(scratch);
  if (periods.reportYear !== undefined || periods.periods.length > 0) claimRoughPast(scratch);
  const times = scratch.used.map((used, i) => (used && !placed[i] ? 1 : 0));
  const position = { lexicon, held, known, times };
  if (places.places.length > 0) {
    const slip = slipBeside(text, placed, position);
    return { places, periods, placed, ...(slip ? { unknown: slip } : {}) };
  }
  if (places.all) return { places, periods, placed };
  const meant = placeByPosition(text, position);
  if (!meant) return { places, periods, placed, unknown: unknownPlace(text, position) };
  claim(scratch, meant.start, meant.end);
  return { places: { places: [meant.place] }, periods, placed };
}
