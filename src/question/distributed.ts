import type { Frame } from '../frame/types.js';
import { contrasts } from '../lexicon/contrasts.js';
import { yesNoWords } from '../lexicon/yes-no.js';
import { askingWords } from './asking-words.js';
import { firstAsking } from './askings.js';
import type { Parse } from './claims.js';
import { asksByWord } from './message.js';
import { patterns } from './patterns/index.js';

/*
 * One question as several, each a text that is asked by itself: proposals only, taken where the question as one frame (coordinated.ts) was
 * told less than it asks. Nothing here chooses figures.
 */

/** Simple questions that one question may stand for, each complete in itself, or of that year (那年) which the one before tells. */
export interface Distributed {
  readonly questions: readonly string[];
  /**
   * row: the members of a row, each asked for by itself: what is told of some is told, and the others are named; twice: a row as it is, and
   * a second asking of each member; clauses: any other.
   */
  readonly kind: 'row' | 'twice' | 'clauses';
  /** How many figures they ask for together: a change has two. */
  readonly figures: number;
}

/** The most simple questions that one question stands for. */
const MOST_PARTS = 8;
/** The longest member of a row. */
const LONGEST = 16;
const STOPS = /[，,。；;？?！!]/u;
/** A clause with the mark behind it; 、 parts clauses where both sides ask. */
const CLAUSE = /[^，,。；;？?！!、]+[，,。；;？?！!、]*/gu;

/** A stretch of the question, as offsets. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The ways to take a question apart that asks one thing of several (城里、农村居民收入分别涨了多少; 市区多少、县里多少), or several of one
 * (一共几家，投了多少): each way is a row of simple questions, likelier ways first. None for a question that is simple itself. What is
 * right about them shows when they are answered.
 * @param parse reads a stretch of the question as a question of its own.
 */
export function distributedReadings(frame: Frame, parse: Parse): Distributed[] {
  if (frame.allPlaces !== undefined || frame.places.length > 2) return [];
  const seen = new Set<string>();
  const of = (kind: Distributed['kind'], ways: readonly (readonly string[])[]) =>
    ways.map((texts) => ({ kind, texts }));
  const ofYear = yearReadings(frame.text);
  return [
    ...of('twice', twiceReadings(frame, parse)),
    ...of('clauses', ofYear.length > 0 ? [ofYear] : []),
    ...of('clauses', clauseReadings(frame, parse)),
    ...of('clauses', changeReadings(frame, parse)),
    ...of('row', rowReadings(frame)),
  ]
    .map(({ kind, texts }) => ({ kind, questions: texts.map((text) => text.replace(ENDS, '')) }))
    .map(({ kind, questions }) => ({
      kind,
      questions,
      figures: questions.reduce((sum, text) => sum + (parse(text).form === 'from-to' ? 2 : 1), 0),
    }))
    .filter(({ questions, figures }) => {
      const key = questions.join('\n');
      const fresh = !seen.has(key) && new Set(questions).size === questions.length;
      seen.add(key);
      return fresh && figures > 1 && questions.length <= MOST_PARTS;
    });
}

/** Things side by side before one word that asks: what stands before and behind the row is said of each. */
function rowReadings(frame: Frame): string[][] {
  return rowsOf(frame, frame.text.length).map(({ heads, asks }) => heads.map((head) => head + asks));
}

/** A row that is asked for twice (GDP、社零分别多少，涨了几个点): the row as it is, and the second asking of each of its members. */
function twiceReadings(frame: Frame, parse: Parse): string[][] {
  const [first, ...rest] = askingClauses(frame.text);
  if (!first || rest.length === 0) return [];
  const row = frame.text.slice(first.from, first.to);
  return rowsOf(frame, first.to).map(({ heads }) => [
    row,
    ...rest.flatMap((clause) => heads.map((head) => head + ownWords(frame.text.slice(clause.from, clause.to), parse))),
  ]);
}

/** A clause without the words that only say that each is meant. */
function ownWords(clause: string, parse: Parse): string {
  const { each } = askingWords();
  const bare = clause.replace(ENDS, '').replace(/^[\s，,、]+/u, '');
  // What names a thing or a place of its own is not said of the row.
  const { places, indicators } = parse(bare);
  return places.length > 0 || indicators.length > 0 ? clause : withoutEach(bare, each);
}

/** 哪年过的万亿，增速多少: the later clauses ask of the year that the first one is answered with. Empty for any other question. */
export function yearReadings(text: string): string[] {
  const [first, ...rest] = askingClauses(text);
  if (!first || rest.length === 0) return [];
  const asked = text.slice(first.from, first.to);
  const asksYear = (words: string): boolean =>
    askingWords().time.some((word) => word.includes(YEAR) && words.includes(word));
  if (!asksYear(asked) || rest.some(({ from, to }) => asksYear(text.slice(from, to)))) return [];
  return [asked.replace(ENDS, ''), ...rest.map(({ from, to }) => THAT_YEAR + text.slice(from, to).replace(ENDS, ''))];
}

const YEAR = '年';
const THAT_YEAR = '那年';

/** A row with each of its members as a question up to the word that asks, and what asks of it. */
interface Row {
  readonly heads: readonly string[];
  readonly asks: string;
}

/** The ways to read a row before the first word that asks. @param stop where what asks of it ends. */
function rowsOf(frame: Frame, stop: number): Row[] {
  const { text } = frame;
  const { each, nounJoins } = askingWords();
  const asking = firstAsking(text);
  if (asking === undefined) return [];
  const before = Math.max(-1, ...each.map((word) => text.lastIndexOf(word, asking)).filter((at) => at >= 0));
  const end = before > 0 && before < asking ? before : asking;
  const from = rowStart(frame, end, nounJoins);
  const parts = partsOf(text, from, end, nounJoins, end === before);
  const [first] = parts;
  const last = parts.at(-1)!;
  if (
    !first ||
    parts.length < 2 ||
    parts.some(({ from: a, to: b }) => b <= a || b - a > LONGEST + (b === last.to ? LONGEST : 0))
  )
    return [];
  const asks = withoutEach(text.slice(end, stop), each);
  return endsOf(frame, first, last).map((cut) => {
    const tail = text.slice(cut, end);
    const heads = parts.map((part) => {
      const own = part === last ? text.slice(part.from, cut) : text.slice(part.from, part.to);
      return text.slice(0, from) + own + tail;
    });
    return { heads, asks };
  });
}

/** Where the last member of a row may end: behind its own member of siblings, as long as the first one, or where the asking begins. */
function endsOf({ text, evidence }: Frame, first: Stretch, last: Stretch): number[] {
  const behindMember = contrasts().flatMap(({ members }) => {
    const names = members.flat();
    const ends = names.some((name) => text.slice(first.from, first.to).endsWith(name));
    return ends ? names.filter((name) => text.startsWith(name, last.from)).map((name) => last.from + name.length) : [];
  });
  const asLong = last.from + (first.to - first.from);
  const shared = asLong < last.to && !cutsName(evidence, asLong) ? [asLong] : [];
  return [...new Set([...behindMember.sort((a, b) => b - a), ...shared, last.to])];
}

/** True for a place within the name of an indicator. */
function cutsName(evidence: Frame['evidence'], at: number): boolean {
  return evidence.some(
    ({ roles, start }) => roles[at - start - 1] === 'name' && roles[at - start] === 'name' && at > start,
  );
}

/** Where a row begins that ends at `end`: behind the last place or time, or the last mark, before its first join. */
function rowStart({ text, evidence }: Frame, end: number, joins: readonly string[]): number {
  let from = end;
  for (const run of [...evidence].reverse().filter(({ start }) => start < end)) {
    const behind = text.slice(run.start + run.text.length, from);
    if (from < end && !joins.includes(behind.trim())) break;
    from = run.start;
  }
  const mark = [...text.slice(from, end).matchAll(new RegExp(STOPS.source, 'gu'))].at(-1);
  return mark ? from + mark.index + 1 : from;
}

/**
 * A stretch parted at the words that join nouns.
 * @param each whether each is asked for by a word: then siblings may stand side by side without any (一产二产三产分别).
 */
function partsOf(text: string, from: number, to: number, joins: readonly string[], each: boolean): Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const join = joins.find((word) => text.startsWith(word, i));
    if (join === undefined && !(each && partsSiblings(text.slice(start, i), text.slice(i, to)))) continue;
    parts.push({ from: start, to: i });
    start = i + (join?.length ?? 0);
    i = start - (join === undefined ? 0 : 1);
  }
  return [...parts, { from: start, to }];
}

/** True where one member of siblings ends and another begins. */
function partsSiblings(before: string, behind: string): boolean {
  return contrasts().some(({ members }) =>
    members.some(
      (own, i) =>
        own.some((word) => before === word) &&
        members.some((other, j) => j !== i && other.some((word) => word.length > 1 && behind.startsWith(word))),
    ),
  );
}

function withoutEach(text: string, each: readonly string[]): string {
  const word = [...each].sort((a, b) => b.length - a.length).find((w) => text.startsWith(w));
  return word === undefined ? text : text.slice(word.length);
}

/** Clauses that ask one after another: the later ones take the place, the time and the thing of the first where they name none. */
function clauseReadings(frame: Frame, parse: Parse): string[][] {
  const clauses = askingClauses(frame.text);
  const [first, ...rest] = clauses;
  if (!first || rest.length === 0) return [];
  const head = claimsOf(frame, first, parse);
  const later = rest.flatMap((clause) => claimsOf(frame, clause, parse));
  // 破万了没，2014年到底多少 asks both of one year.
  const time = head.some(({ read }) => isTimed(read)) ? [] : later.filter(({ read }) => isTimed(read)).slice(0, 1);
  // 全国 of 全国排第几 is the whole of a rank there, and would be the place of what stands behind it.
  const things = [...thingsOf(frame, first), ''].filter(
    (thing, i, all) => all.indexOf(thing) === i && (thing === '' || parse(thing).places.length === 0),
  );
  const report = claimsOf(frame, clauses.at(-1)!, parse).filter(({ read }) => read.reportYear !== undefined);
  return things.map((thing) => [
    said(time) + frame.text.slice(first.from, first.to) + said(report),
    ...rest.map((clause) => {
      const own = parse(frame.text.slice(clause.from, clause.to));
      const placed = own.places.length > 0;
      const timed = isTimed(own);
      const kept = head.filter(
        ({ read }) => !(placed && read.places.length > 0) && !(timed && read.periods.length > 0),
      );
      return said(kept) + thing + frame.text.slice(clause.from, clause.to);
    }),
  ]);
}

/** Two clauses that ask for one thing at two times (2017年是多少，2021年又是多少): its change up to the later one. */
function changeReadings(frame: Frame, parse: Parse): string[][] {
  const [first, second, ...more] = askingClauses(frame.text);
  if (!first || !second || more.length > 0 || thingOf(frame, second).length > 1) return [];
  const { from, amount, to } = askingWords();
  const change = `${from[0]}${amount[0]}${to[0]}${amount[0]}`;
  const place = claimsOf(frame, first, parse).filter(({ read }) => read.places.length > 0);
  const times = claimsOf(frame, second, parse).filter(({ read }) => isTimed(read) || read.reportYear !== undefined);
  if (!times.some(({ read }) => isTimed(read))) return [];
  return thingsOf(frame, first).map((thing) => [said([...place, ...times]) + thing + change]);
}

/** The places and times of a stretch, as typed, each read by itself. */
function claimsOf(
  { text, evidence }: Frame,
  { from, to }: Stretch,
  parse: Parse,
): { readonly text: string; readonly read: Frame }[] {
  const claims: string[] = [];
  let at = from;
  for (const run of [...evidence, { start: to, text: '' }].sort((a, b) => a.start - b.start)) {
    if (run.start > at && at < to) claims.push(text.slice(at, Math.min(run.start, to)));
    at = Math.max(at, run.start + run.text.length);
  }
  return claims
    .map((claim) => claim.replace(/[\s，,。；;？?！!、（()）]+/gu, ''))
    .filter((claim) => claim !== '')
    .map((claim) => ({ text: claim, read: parse(claim) }));
}

/** True where a stretch names a time that needs no report to be known. */
function isTimed({ periods }: Frame): boolean {
  return periods.some(({ value }) => value.kind !== 'relative');
}

function said(claims: readonly { readonly text: string }[]): string {
  return claims.map(({ text }) => text).join('');
}

/** From this probability on the learned reader takes a character for content. */
const CONTENT = 0.5;

/** What the first clause may be about: all that it names before its word of asking, or what it names before its first mark. */
function thingsOf(frame: Frame, { from, to }: Stretch): string[] {
  const clause = frame.text.slice(from, to);
  const asking = firstAsking(clause) ?? clause.length;
  const mark = clause.search(STOPS);
  const ends = mark > 0 && mark < asking ? [asking, mark] : [asking];
  return ends.map((end) => thingOf(frame, { from, to: from + end }));
}

/** The words of a stretch that name its thing, no words of asking among them. */
function thingOf({ evidence }: Frame, { from, to }: Stretch): string {
  let words = '';
  for (const { text, roles, content, start } of evidence)
    for (const [i, role] of roles.entries())
      if (start + i >= from && start + i < to && (role === 'name' || (role === 'content' && content[i]! >= CONTENT)))
        words += text[i];
  return words;
}

/** The clauses that ask, each with those before it that ask nothing; what stands behind the last one belongs to it. */
function askingClauses(text: string): Stretch[] {
  const clauses: { from: number; to: number }[] = [];
  let from = 0;
  for (const { 0: clause, index } of text.matchAll(CLAUSE)) {
    const to = index + clause.length;
    if (!asks(text.slice(from, to))) continue;
    clauses.push({ from, to });
    from = to;
  }
  const last = clauses.at(-1);
  if (last) last.to = text.length;
  return clauses;
}

/** True where the first clause only names what the next one asks for: 固投呢，今年目标多少. */
export function opensWithTopic(text: string): boolean {
  const [first, next, ...more] = askingClauses(text);
  if (!first || !next || more.length > 0) return false;
  const topic = text.slice(first.from, first.to).replace(ENDS, '');
  const bare = patterns().turns.asksOn.cutFrom(topic);
  return bare !== topic && !asks(bare);
}

/** True where a clause asks: by a word, or for yes or no by how it ends (过千亿没). */
function asks(clause: string): boolean {
  const bare = clause.replace(ENDS, '');
  return asksByWord(bare) || yesNoWords().ends.some((word) => bare.endsWith(word));
}

const ENDS = /[，,。；;？?！!、\s]+$/u;
