import type { Asking, Frame } from '../frame/types.js';
import { askingWords } from './asking-words.js';
import { eachAsked, firstAsking, trailingClause } from './askings.js';
import { isMember } from './turns.js';

/*
 * Several things in one question that stays one: each is an asking of its frame, and their figures are chosen together, rather from one
 * sentence. What no one frame can hold (siblings that share their noun, clauses with places or times of their own, a second asking of a
 * row) is taken apart into questions by distributed.ts, once the whole was told less than it asks.
 */

/** Characters of content from which a side names a thing. */
const LEAST = 2;
/** From this probability on the learned reader takes a character for content. */
const CONTENT = 0.5;
/** The most things that one question sets side by side. */
const MOST = 5;

/** A question without the asking beside its change that is of the same thing: 不良率降了多少，从几到几 asks for both ends. */
export function withoutBareChange(frame: Frame): Frame {
  const [first, second] = frame.askings;
  if (frame.form !== 'from-to' || frame.askings.length !== 2 || !first || !second) return frame;
  return namedIn(frame, second.from, second.to) < LEAST ? { ...frame, askings: [] } : frame;
}

/** A question that asks by two words for what was aimed at and what came of it (定多少、干到多少), as one for both. */
export function withBothSides(frame: Frame): Frame {
  const [first, second] = frame.askings;
  if (frame.askings.length !== 2 || !first || !second || frame.operation !== 'figure') return frame;
  const alike = second.units.length === 0 || first.units.join() === second.units.join();
  if (first.facet !== 'target' || !alike || first.measure === 'rank' || second.measure === 'rank') return frame;
  const { came } = askingWords();
  const clause = frame.text.slice(second.from, second.to);
  if (second.facet !== 'outcome' && !came.some((word) => clause.includes(word))) return frame;
  const named = came.reduce((left, word) => left.replaceAll(word, ''), contentIn(frame, second.from, second.to));
  if (named.length >= LEAST || frame.indicators.some(({ at }) => at !== undefined && at >= second.from)) return frame;
  return { ...frame, askings: [], operation: 'outcome', bothFacets: true, facet: undefined };
}

/** A question whose last words ask once more of each thing that it asked for before (甲多少、乙多少，各涨多少), with an asking for each. */
export function withEachOnceMore(frame: Frame): Frame {
  const { askings, text } = frame;
  const last = askings.at(-1);
  if (askings.length < 3 || !last || last.measure === undefined) return frame;
  const words = text.slice(last.from, last.to).replace(/^[，,、；;。？?\s]+/u, '');
  if (!askingWords().each.some((word) => words.startsWith(word)) || namedIn(frame, last.from, last.to) >= LEAST)
    return frame;
  return { ...frame, askings: [...askings, ...askings.slice(0, -2).map(() => last)] };
}

/** The askings of a question that names several things side by side and asks for a figure of each once; none for any other. */
export function coordinatedAskings(frame: Frame): Asking[] {
  const apart = apartAskings(frame);
  if (apart.length > 0) return apart;
  if (frame.form === 'each') return eachAskings(frame);
  const trailing = trailingAskings(frame);
  return trailing.length > 0 ? trailing : pairAskings(frame);
}

/** Where the words of a row begin and end behind which it is said that each is asked for by itself: 城里跟乡镇分开讲. */
function apartRow(text: string): { from: number; to: number } | undefined {
  const bare = text.replace(ENDS, '');
  const said = askingWords().apart.find((word) => bare.endsWith(word));
  if (said === undefined) return undefined;
  const to = bare.length - said.length;
  const mark = text.slice(0, to).search(CLAUSE_END);
  return mark < 0 ? undefined : { from: mark + 1, to };
}

/** 盖多少幼儿园，城里跟乡镇分开讲: what is asked before is asked of each member of the row behind it. */
function apartAskings(frame: Frame): Asking[] {
  const { text, askings, units, measure, places, periods } = frame;
  const row = apartRow(text);
  if (!row || askings.length > 0 || places.length > 1 || periods.length > 1) return [];
  const asks = firstAsking(text);
  if (asks === undefined || asks >= row.from) return [];
  const parts = partsOf(text, row.from, row.to, askingWords().nounJoins);
  if (parts.length < 2 || parts.length > MOST || parts.some(({ from, to }) => to - from < LEAST)) return [];
  return parts.map(({ from, to }) => figureAsking(from, to, units, measure));
}

/** What a question ends with that asks for nothing. */
const ENDS = /[，,。；;？?！!、\s]+$/u;
/** 出口多少，跟东盟的呢: a last clause without a word of asking that names a thing asks for the figure of it that was asked for before. */
function trailingAskings(frame: Frame): Asking[] {
  const { text, askings, form, places, periods, units, measure } = frame;
  const from = trailingClause(text);
  if (from === undefined || form !== 'plain' || places.length !== 1 || periods.length > 1) return [];
  const own = contentIn(frame, from, text.length);
  // A place, a time or a side by itself asks for the thing before.
  const names = namedIn(frame, from, text.length) >= LEAST || NUMBER.test(text.slice(from));
  if (namesSlot(frame, from) || !names || isMemberAlone(own)) return [];
  if (askings.some(({ kind }) => kind !== 'figure')) return [];
  const first = askings.length > 0 ? askings : [figureAsking(0, from, units, measure)];
  const last = first.at(-1)!;
  return [...first.slice(0, -1), { ...last, to: from }, figureAsking(from, text.length, last.units, last.measure)];
}

/** A number that names a thing by its size: 过十亿的. */
const NUMBER = /\d|[一二三四五六七八九十百千][十百千万亿]/u;

/** True where a place or a time stands behind an offset: it is no evidence. */
function namesSlot({ text, evidence }: Frame, from: number): boolean {
  const left = [...text.slice(from)].filter(
    (unit, i) => !/[\p{P}\s]/u.test(unit) && !evidence.some((run) => holds(run, from + i)),
  );
  return left.length > 0;
}

function holds({ start, text }: Frame['evidence'][number], at: number): boolean {
  return at >= start && at < start + text.length;
}

function figureAsking(from: number, to: number, units: readonly string[], measure: Frame['measure']): Asking {
  return { kind: 'figure', from, to, units, ...(measure === undefined ? {} : { measure }) };
}

/** Two things side by side without any word that asks (旅游总收入和接待人次), one of them an indicator. */
function pairAskings(frame: Frame): Asking[] {
  const { text, askings, indicators, places, form } = frame;
  const [indicator, ...others] = indicators;
  if (askings.length > 0 || form === 'from-to' || indicator?.at === undefined || others.length > 0) return [];
  if (places.length !== 1 || frame.wantsNumber) return [];
  const joins = askingWords().nounJoins.flatMap((join) => {
    const at = text.indexOf(join);
    return at > 0 && text.indexOf(join, at + 1) < 0 ? [{ at, behind: at + join.length }] : [];
  });
  const [join] = joins;
  if (!join || joins.length > 1) return [];
  const other = indicator.at < join.at ? contentIn(frame, join.behind, text.length) : contentIn(frame, 0, join.at);
  if (other.length < LEAST || isMember(other)) return [];
  return [figureAsking(0, join.at, [], undefined), figureAsking(join.behind, text.length, [], undefined)];
}

/** Several things before one word that asks for each: 货物吞吐和集装箱各多少, 名师、名校、名校长分别认定多少. */
function eachAskings(frame: Frame): Asking[] {
  const { text, askings, places, indicators, units, measure } = frame;
  if (askings.length > 0 || places.length > 1 || frame.allPlaces !== undefined || frame.periods.length > 1) return [];
  const { nounJoins } = askingWords();
  const at = eachAsked(text);
  const before = text.slice(0, at).search(CLAUSE_END);
  const parts = partsOf(text, before < 0 ? 0 : before + 1, at, nounJoins).filter(
    ({ from, to }) => namedIn(frame, from, to) >= LEAST,
  );
  if (parts.length < 2 || parts.length > MOST) return [];
  const known = parts.every(({ from, to }) => indicators.some((i) => i.at !== undefined && i.at >= from && i.at < to));
  if (known || parts.some(({ from, to }) => isMemberAlone(contentIn(frame, from, to)))) return [];
  return parts.map(({ from, to }) => figureAsking(from, to, units, measure));
}

/** True for words that are a member of siblings and nothing else: 城里 of 城里和农村各涨多少. */
function isMemberAlone(words: string): boolean {
  return words !== '' && isMember(words);
}

/** The last mark that ends a clause. */
const CLAUSE_END = /[，,。；;？?：:](?=[^，,。；;？?：:]*$)/u;

/** A stretch parted at the words that join nouns. */
function partsOf(text: string, from: number, to: number, joins: readonly string[]): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let start = from;
  for (let i = from; i < to; ) {
    const join = joins.find((word) => text.startsWith(word, i));
    if (join === undefined) {
      i++;
      continue;
    }
    parts.push({ from: start, to: i });
    i += join.length;
    start = i;
  }
  return [...parts, { from: start, to }];
}

/** How many characters of a stretch are of a thing or of an indicator's name. */
function namedIn({ evidence }: Frame, from: number, to: number): number {
  let named = 0;
  for (const { roles, content, start } of evidence)
    for (const [i, role] of roles.entries())
      if (start + i >= from && start + i < to && (role === 'name' || (role === 'content' && content[i]! >= CONTENT)))
        named++;
  return named;
}

/** The characters of a stretch of the question that are of a thing, no name of an indicator among them. */
function contentIn({ evidence }: Frame, from: number, to: number): string {
  let said = '';
  for (const { text, roles, content, start } of evidence)
    for (const [i, role] of roles.entries())
      if (start + i >= from && start + i < to && role === 'content' && content[i]! >= CONTENT) said += text[i];
  return said;
}
