import { heldPlaces } from '../answer/context.js';
import type { Answer } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { placePosition } from '../lexicon/place-position.js';
import { type Continued, leaning, setBeside, withWord } from '../question/followup.js';
import { NATION } from '../question/nation.js';
import { turnWords } from '../question/turn-words.js';
import { provinceWord } from '../question/turns.js';
import type { Store } from '../retrieval/types.js';
import type { Session } from './sessions.js';

/** What a turn is read with. */
export interface Reader {
  readonly store: Store;
  readonly lexicon: Lexicon;
  /** Ids of places with reports. */
  readonly held: ReadonlySet<string>;
}

/** 那个省 as the province that the place before lies in. */
export function withProvince({ lexicon }: Reader, session: Session, text: string): string {
  // Behind a share of the nation, the province is another whole.
  const word = session.remembered?.query.whole === undefined ? provinceWord(text) : undefined;
  let place = word === undefined ? undefined : session.remembered?.query.places[0]?.value;
  while (place && place.level !== 'province' && place.parent) place = lexicon.gazetteer.get(place.parent);
  return place?.level === 'province' ? text.replace(word!, place.name) : text;
}

/** A turn as read; one that sets a place beside the one before (它比邵阳低多少) adds that place. */
export function readTurn(
  reader: Reader,
  session: Session,
  text: string,
  lean: ReturnType<typeof leaning>,
  parse: (text: string) => Frame,
): { typed: Frame; lean: ReturnType<typeof leaning> } {
  const rest = session.remembered?.query.places.length === 1 ? setBeside(text) : undefined;
  const beside = rest === undefined ? undefined : parse(leaning(rest).text);
  if (rest === undefined || beside?.places.length !== 1 || beside.indicators.length > 0)
    return { typed: withinLast(reader, session, parse(lean.text)), lean };
  return { typed: { ...beside, operation: 'compare', residue: [] }, lean: { text: rest, leans: true, adds: true } };
}

/**
 * A turn that names nothing but a place without reports within the one before: behind a figure that figure is asked of it (其中滨海新区呢), else its
 * name is what is looked for there.
 */
function withinLast({ lexicon, held }: Reader, session: Session, typed: Frame): Frame {
  const [place, ...more] = typed.places.map((p) => p.value);
  const before = session.remembered?.query;
  const outer = before?.places[0]?.value;
  if (!place || more.length > 0 || !outer || held.has(place.id) || typed.operation !== 'passage') return typed;
  if (typed.periods.length > 0 || !lexicon.gazetteer.within(place.id, outer.id)) return typed;
  const asksFigure = before?.operation === 'figure' && typed.residue.length === 0;
  return asksFigure ? { ...typed, operation: 'figure' } : withWord({ ...typed, places: [] }, place.short);
}

/** A question that names a report by its year and no place, at the only place that has one of that year; 政府工作报告 by itself is the nation's. */
export function placed({ store }: Reader, continued: Continued): Continued {
  const { places, allPlaces, reportYear, operation } = continued.query;
  if (places.length > 0 || allPlaces !== undefined || reportYear === undefined || operation === 'mentions')
    return continued;
  const holders = heldPlaces(store).filter((h) => h.years.includes(reportYear));
  const bare = placePosition().nation.reports.some((name) => continued.query.text.includes(name));
  const meant = holders.length === 1 ? holders[0] : bare ? holders.find((h) => h.place.id === NATION) : undefined;
  if (!meant) return continued;
  const { unknownPlace: _, ...query } = continued.query;
  const source = holders.length === 1 ? 'corpus' : 'default';
  return { ...continued, query: { ...query, places: [{ value: meant.place, source }] } };
}

/** A turn about 今年, or the years before (前头五年), that names no place, in the report that the talk is of: it means that report's, whatever came later. */
export function inReportOfTalk(session: Session, typed: Frame, { query, ...rest }: Continued): Continued {
  const year = session.answer?.citations[0]?.document.year;
  const [only, ...more] = typed.periods.map(({ value }) => value);
  const looksBack = turnWords().looksBack.some((word) => typed.text.includes(word));
  const own =
    only?.kind === 'window'
      ? looksBack && only.from === 0 && (only.shift ?? 0) < 0
      : only?.kind === 'relative' && only.shift === 0;
  const goesOn = rest.inherited && typed.places.length === 0 && query.reportYear === undefined;
  return own && more.length === 0 && goesOn && typeof year === 'number'
    ? { ...rest, query: { ...query, reportYear: year } }
    : { ...rest, query };
}

/** True for the answers to the parts of a message that is one question: all are told nothing, or one lacks what stands in another. */
export function isCutWrongly(answers: readonly Answer[]): boolean {
  return (
    answers.every(({ kind }) => kind === 'refusal' || kind === 'clarification') ||
    answers.some(({ kind, refusal }) => kind === 'clarification' || refusal === 'not-understood')
  );
}
