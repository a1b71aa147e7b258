import type { Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { rarity } from '../lexicon/rarity.js';
import { soughtWords } from '../lexicon/sought.js';
import { recent } from '../retrieval/recent.js';
import type { Store } from '../retrieval/types.js';
import type { FigureAsk } from './figure-ask.js';
import { reportPatterns } from './report-patterns.js';
import { reportsFor } from './reports.js';
import type { Cover, Gram, Terms } from './terms.js';
import type { Zones } from './zones.js';

/**
 * A name in a question that no table knows and the reports that are looked through hold (三坊七巷, 万绿湖, VAMA): people's own words stand in no report,
 * whereas what a report calls something by is what is asked about, and no figure of anything else is its.
 */
export interface HeldName {
  /** Pairs of its characters that the reports hold, or the one word of Latin letters. Any of them is the name: people shorten it. */
  readonly pieces: readonly string[];
  /** Where it stands in the characters of the terms. */
  readonly from: number;
  readonly to: number;
}

/** The shortest name: two rare pairs one behind the other. A single one is a word of people as often. */
const SHORTEST = 3;
/** So many characters of a name that a word of the report stands for by the thesaurus (养老院床 of 养老床位) leave it a name. */
const LEAST_MISSED = 2;

/** The names that a question for a figure of one place holds. */
export const heldNamesOf = recent((store: Store, lexicon: Lexicon, ask: FigureAsk): readonly HeldName[] => {
  const runs = ask.place ? runsOf(ask.terms) : [];
  if (runs.length === 0) return [];
  const heads = reportsFor(store, lexicon, ask);
  const held = ({ text }: Gram): boolean => heads.some(({ id }) => store.report(id).view.text.includes(text));
  return runs.flatMap((run) => heldParts(run, held));
});

/** Runs of rare pairs that overlap, and words of Latin letters, but for words of people that the thesaurus knows (城里人). */
function runsOf({ unknown, codes, synonyms }: Terms): Gram[][] {
  const runs: Gram[][] = [];
  const { joins } = soughtWords().tells;
  for (const piece of unknown.filter(({ text }) => !joins.some((join) => text.includes(join)))) {
    const last = runs.at(-1);
    if (last && piece.from < last.at(-1)!.to) last.push(piece);
    else runs.push([piece]);
  }
  const isKnown = (run: readonly Gram[]): boolean =>
    synonyms.some(({ from, to }) => from <= run[0]!.from && to >= run.at(-1)!.to);
  return [...runs.filter((run) => isLong(run) && !isKnown(run)), ...codes.map((code) => [code])];
}

function isLong(run: readonly Gram[]): boolean {
  return run.length > 0 && run.at(-1)!.to - run[0]!.from >= SHORTEST;
}

/** The stretches of a run of which every piece is held. */
function heldParts(run: readonly Gram[], held: (piece: Gram) => boolean): HeldName[] {
  const parts: Gram[][] = [[]];
  for (const piece of run) {
    if (held(piece)) parts.at(-1)!.push(piece);
    else parts.push([]);
  }
  return parts
    .filter(isLong)
    .map((part) => ({ pieces: part.map(({ text }) => text), from: part[0]!.from, to: part.at(-1)!.to }));
}

/** A name as it is said: with the rest of the word that its first or last character is of, 海尔集团 for the rare 海尔集. */
export function sayName({ from, to }: HeldName, { text, weights }: Terms): string {
  const goesOn = (pair: number, at: number): boolean =>
    (weights[at] ?? 0) >= CARRIES && rarity().of(text.slice(pair, pair + 2)) !== undefined;
  return text.slice(goesOn(from - 1, from - 1) ? from - 1 : from, goesOn(to - 1, to) ? to + 1 : to);
}

/** What a character counts at least that is of a thing, and no word of asking. */
const CARRIES = 0.35;

/** True where a text holds a name, or a part of it. */
export function holdsName({ pieces }: HeldName, text: string): boolean {
  return pieces.some((piece) => text.includes(piece));
}

/**
 * True where a figure is not of what a question names: the name stands neither by the figure nor in what leads into its sentence; or before it in its
 * sentence, while its clause speaks of the whole place (三坊七巷获评…，全市接待游客9010万人次).
 * @param near what of the question stands in the clause of the figure.
 */
export function isOfAnotherName(name: HeldName, near: Cover, zones: Zones, fact: Fact): boolean {
  const holds = (text: string): boolean => holdsName(name, text);
  if (holds(`${zones.subject} ${zones.segment} ${zones.clause}`)) return false;
  if (near.wide.subarray(name.from, name.to).filter((covered) => !covered).length < LEAST_MISSED) return false;
  if (holds(zones.sentence.slice(0, fact.span.start - fact.sentence.start)))
    return reportPatterns().sentences.ofWholePlace.in(zones.clause);
  return !holds(zones.sentence) && !holds(zones.around);
}
