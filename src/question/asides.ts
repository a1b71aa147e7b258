import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { yesNoWords } from '../lexicon/yes-no.js';
import { checkAsked } from './checks.js';
import { turnWords } from './turn-words.js';
import { questionWords } from './words.js';

const FILE = 'language/asides.json';

const patterns = z.array(z.string().min(1)).min(1);
/** config/language/asides.json: clauses beside a question that say what is known or not meant, or of which report it is. */
export const asidesFile = z.strictObject({
  notation: z.string(),
  /** What is known, half remembered or not meant (猪的我晓得了, 不是完成数): left out. */
  left: patterns,
  /** What somebody does for a living (做跨境物流的, 养猪的想问): left out where the rest names its thing. */
  trades: patterns,
  /** Who asks, and why (卖水果的小贩想问, 上班族没空做早饭): left out where the rest is of other things than what is told of them. */
  askers: patterns,
  /** Names of places that may be no more than the field of an order: 全国第几. */
  fields: z.array(z.string().min(1)),
  /** What stands for it in the rest of the question: 做锂电的，新余给这个产业定了多少. */
  ofTrade: z.array(z.string().min(1)),
  /** Words of a question over many places, in which 写区间的不算 is a condition and no aside. */
  groups: patterns,
  /** Whether a report says it (海南的报告里有没有): the report's place is what the question loses with it. */
  says: patterns,
  /** Which report is meant (报告是2014年的, 看2015年报告). */
  reports: patterns,
  /** Which year is meant (说的是13年的事). */
  times: patterns,
});

interface Asides {
  readonly left: readonly RegExp[];
  readonly trades: readonly RegExp[];
  readonly askers: readonly RegExp[];
  readonly fields: readonly string[];
  readonly ofTrade: readonly string[];
  readonly groups: readonly string[];
  readonly says: readonly RegExp[];
  readonly reports: readonly RegExp[];
  readonly times: readonly RegExp[];
}

let loaded: Asides | undefined;

function asides(): Asides {
  if (!loaded) {
    const file = checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), asidesFile);
    const compiled = (list: readonly string[]) => list.map((pattern) => new RegExp(`^(?:${sourceOf(pattern)})$`, 'u'));
    loaded = {
      left: compiled(file.left),
      trades: compiled(file.trades),
      askers: file.askers.map((pattern) => new RegExp(`^(?:${withDeeds(sourceOf(pattern))})$`, 'u')),
      fields: file.fields,
      ofTrade: file.ofTrade,
      groups: file.groups,
      says: compiled(file.says),
      reports: compiled(file.reports),
      times: compiled(file.times),
    };
  }
  return loaded;
}

/** What ~ stands for. */
const OPEN = '.{0,10}?';

function sourceOf(pattern: string): string {
  return pattern
    .replace(/\(/gu, '(?:')
    .replaceAll('~', OPEN)
    .replace(/\{place\}/gu, '(?<place>\\p{Script=Han}{0,12}?)')
    .replace(/\{year\}/gu, '(?<year>(?:19|20)?\\d{2})');
}

/** A pattern that hands on what it leaves open, one part after another. */
function withDeeds(source: string): string {
  let parts = 0;
  return source.replaceAll(OPEN, () => `(?<deed${parts++}>${OPEN})`);
}

/** A clause ends at a mark or a bracket; a stop between digits is none. */
const CLAUSES = /[^，,。？?！!；;：:()（）【】]+(?:[，,。？?！!；;：:()（）【】]+|$)/gu;
const MARKS = /[，,。？?！!；;：:()（）【】\s]+$/u;
/** The shortest question that can stand without its asides, in UTF-16 units. */
const LEAST = 8;
/** The same of a turn that goes on from another: 固投目标呢. */
const LEAST_OF_TURN = 5;
/** What makes a question of a turn that names no more than its thing. */
const GOES_ON = '呢';
/** Asked once more where the clause that asked is left out. */
const ASK = '是多少';

/**
 * A question without the clauses beside it that ask for nothing: what is known already or not meant (猪的我晓得了, 别给我进出口加一块的),
 * and whether the report says it (海南的报告里有没有). Which report or year is meant stands before the rest instead (报告是2014年的 →
 * 2014年报告). A check, and what would leave nothing that asks, stays as it is. Never throws.
 * @param placeIn the short name of the first place that a text names.
 * @param goesOn whether something was answered before, so that less makes a question.
 */
export function withoutAsides(text: string, placeIn: (text: string) => string | undefined, goesOn = false): string {
  const clauses = text.match(CLAUSES) ?? [];
  if (clauses.length < 2 || checkAsked(text) !== undefined) return text;
  const { groups } = asides();
  const many = groups.some((word) => text.includes(word));
  const read = clauses.map((clause, i): Part => partOf(clause.replace(MARKS, '').trim(), i === 0, many, placeIn));
  const others = joinedOf(clauses.filter((_, i) => read[i]!.kind !== 'trade' && read[i]!.kind !== 'asker'));
  const thing = asides().ofTrade.some((word) => others.includes(word)) ? '' : thingIn(others, placeIn(others));
  const parts = read.map((part, i): Part => {
    if (part.kind === 'asker') return { kind: isOfOther(part.deed, thing) ? 'left' : 'kept' };
    return part.kind === 'trade' ? { kind: isApart(clauses[i]!, thing) ? 'left' : 'kept' } : part;
  });
  const rest = joinedOf(clauses.filter((_, i) => parts[i]!.kind === 'kept'));
  // 打算去长沙买房，2021年GDP多少: who asks names the place alone.
  const named = placeIn(asides().fields.reduce((said, field) => said.replaceAll(field, ''), rest));
  const [home] = clauses.flatMap((clause, i) =>
    read[i]!.kind === 'asker' && parts[i]!.kind === 'left' && named === undefined ? (placeIn(clause) ?? []) : [],
  );
  // 感觉扬州游客越来越多，2025年想接待多少: the aside names the place, and what is asked about. So may what else is told between.
  const asked = clauses.filter((_, i) => parts[i]!.kind === 'kept');
  const lost = clauses.some(
    (clause, i) =>
      parts[i]!.kind === 'left' &&
      (read[i]!.kind !== 'asker' || asked.length > 1) &&
      placeIn(clause) !== undefined &&
      placeIn(rest) === undefined,
  );
  const sources = parts.map((part) => (part.kind === 'source' ? part.text : '')).join('');
  const before = (home === undefined ? '' : `${home}，`) + sources;
  if (
    parts.every(({ kind }) => kind === 'kept') ||
    before.length + rest.length < (goesOn ? LEAST_OF_TURN : LEAST) ||
    lost
  )
    return text;
  const asking = (clause: string): boolean => asks(clause) || asksYesNo(clause) || (goesOn && clause.includes(GOES_ON));
  if (clauses.some((clause, i) => parts[i]!.kind === 'kept' && asking(clause))) return before + rest;
  if (parts.some((part, i) => part.kind === 'source' && asks(clauses[i]!)))
    return before + rest.replace(MARKS, '') + ASK;
  // 做外贸的，常德2022年GDP目标 asks without a word of asking.
  const place = placeIn(rest);
  return place !== undefined && thingIn(rest, place).length >= LEAST_THING ? before + rest : text;
}

/** 动工没, 开通了吗: a clause that asks by how it ends. */
function asksYesNo(clause: string): boolean {
  const bare = clause.replace(MARKS, '');
  return yesNoWords().ends.some((word) => bare.endsWith(word));
}

/** What a clause is: of the question, left out, or put before it as the report or the year that is meant. */
type Part =
  | { readonly kind: 'kept' | 'left' | 'trade' }
  | { readonly kind: 'asker'; readonly deed: string }
  | { readonly kind: 'source'; readonly text: string };

function partOf(said: string, first: boolean, many: boolean, placeIn: (text: string) => string | undefined): Part {
  const { left, trades, askers, says, reports, times, groups } = asides();
  const report = matchOf(reports, said);
  if (report) return { kind: 'source', text: `${placeIn(report.place ?? '') ?? ''}${report.year}年报告，` };
  // 还有哪些市的报告写了 asks for the places, and names none.
  const saying = groups.some((word) => said.includes(word)) ? undefined : matchOf(says, said);
  if (saying) {
    const place = placeIn(saying.place ?? '');
    return { kind: 'source', text: place === undefined ? '' : `${place}报告，` };
  }
  const time = matchOf(times, said);
  if (time) return { kind: 'source', text: `${time.year}年` };
  // 不是，…: what opens a turn puts the one before right.
  const kept = (first && OPENS_CORRECTION.test(said)) || (many && said.includes(NOT));
  if (asks(said)) return { kind: 'kept' };
  if (matchOf(trades, said)) return { kind: 'trade' };
  const asker = first ? matchOf(askers, said) : undefined;
  if (asker)
    return {
      kind: 'asker',
      deed: Object.values(asker)
        .join('')
        .replace(placeIn(said) ?? '', ''),
    };
  return { kind: !kept && matchOf(left, said) !== undefined ? 'left' : 'kept' };
}

/** The letters of a text that are of no place and no word of asking. */
function thingIn(text: string, place: string | undefined): string {
  const { stop } = questionWords();
  const words = [place ?? '', ...turnWords().messages.asks, ...stop].filter((word) => word !== '');
  const rest = words.sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), text);
  return (rest.match(/\p{L}/gu) ?? []).join('');
}

/**
 * True for what somebody does that is not what is asked about: 开网约车的，2019年合肥有多少 names no other thing, 养猪的，绥化卖出去多少头猪
 * the same one.
 */
function isApart(trade: string, thing: string): boolean {
  return thing.length >= LEAST_THING && ![...thing].some((unit) => trade.includes(unit));
}

/** True where what is told of who asks (水果 of 卖水果的小贩想问) is nothing that is asked about: neither two of its letters nor its last. */
function isOfOther(deed: string, thing: string): boolean {
  if (thing.length < LEAST_THING) return false;
  const letters = [...deed];
  const pairs = letters.slice(1).map((letter, i) => letters[i]! + letter);
  return ![...pairs, ...letters.slice(-1)].some((said) => thing.includes(said));
}

/** The shortest name of a thing, in letters. */
const LEAST_THING = 2;

const OPENS_CORRECTION = /^(?:不|别)/u;
const NOT = '不';

/** The clauses that are kept, without a bracket that is left open or a mark that leads to nothing. */
function joinedOf(kept: readonly string[]): string {
  const joined = kept.join('').replace(/[，,；;：:(（【\s]+$/u, '');
  const [opened, closed] = [joined.lastIndexOf('（'), joined.lastIndexOf('）')];
  return opened > closed ? joined.slice(0, opened) + joined.slice(opened + 1) : joined;
}

type Groups = Partial<Record<string, string>>;

function matchOf(patterns: readonly RegExp[], said: string): Groups | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(said);
    if (match) return match.groups ?? {};
  }
  return undefined;
}

function asks(text: string): boolean {
  return turnWords().messages.asks.some((w) => text.includes(w));
}
