import type { Lexicon } from '../lexicon/load.js';
import type { Indicator } from '../lexicon/types.js';
import { askingWords } from './asking-words.js';
import type { AskedIndicator } from './indicators.js';
import { patterns } from './patterns/index.js';
import { isFree, type Scratch } from './scratch.js';
import { fromWords } from './words.js';

/** The shortest name in which a slip of the keyboard is mended; shorter ones are too easily another word. */
const MIN_TYPO_LENGTH = 4;

/**
 * The indicator whose name is typed with one slip in it; none where the reports hold the text as typed.
 * @param known whether the reports hold a text: then it is a word of its own and no slip (乡镇污水处理厂 for 污水处理率).
 */
export function indicatorBySlip(
  scratch: Scratch,
  lexicon: Lexicon,
  known: (text: string) => boolean,
): AskedIndicator[] {
  return [...inHan(scratch, lexicon, known), ...inLatin(scratch, lexicon, known)].slice(0, 1);
}

function inHan(scratch: Scratch, lexicon: Lexicon, known: (text: string) => boolean): AskedIndicator[] {
  const { text } = scratch;
  const units = new Set<number>();
  for (let i = 0; i < text.length; i++) units.add(text.charCodeAt(i));
  let best: AskedIndicator | undefined;
  const long = longNamesOf(lexicon);
  const { names, indicators } = long;
  for (const number of near(units, long)) {
    const name = names[number]!;
    if (best && name.length <= best.end - best.start - 1) continue;
    if (lacksMoreThanOne(name, units)) continue;
    const at = findWithSlip(text, name);
    if (!at || !isFree(scratch, at.start, at.end)) continue;
    const typed = text.slice(at.start, at.end);
    if (joinsTwo(typed, name) || holdsFacet(typed, name)) continue;
    best = { indicator: indicators[number]!, start: at.start, end: at.end, text: typed, mended: true, meant: name };
  }
  return best && !known(best.text) ? [best] : [];
}

/** True for two things side by side that look like one name with a slip in it: 货物吞吐和集装箱 is no 货物吞吐量. */
function joinsTwo(typed: string, name: string): boolean {
  return askingWords().nounJoins.some((join) => typed.includes(join) && !name.includes(join));
}

/** Words that say whether an aim or an outcome is meant. */
const facetWords = fromWords(({ facets }) => [...facets.target, ...facets.outcome].filter((word) => word.length > 1));

/** True for a right word in the place of the slip, which says that an aim is meant or an outcome: 预期收入 is no 预算收入. */
function holdsFacet(typed: string, name: string): boolean {
  return facetWords().some((word) => typed.includes(word) && !name.includes(word));
}

/** Names in which a slip of the keyboard is looked for. Numbers stand for them, since there are thousands and a start is cold. */
interface LongNames {
  readonly names: readonly string[];
  readonly indicators: readonly Indicator[];
  /** The numbers of the names by their first and by their second unit: a single slip leaves one of the two as it is. */
  readonly byUnit: ReadonlyMap<number, readonly number[]>;
}

const longNames = new WeakMap<Lexicon, LongNames>();

function longNamesOf(lexicon: Lexicon): LongNames {
  let names = longNames.get(lexicon);
  if (!names) {
    names = indexLongNames(lexicon);
    longNames.set(lexicon, names);
  }
  return names;
}

/** The numbers of the names that a text may hold with a slip, in order. */
function near(units: ReadonlySet<number>, { byUnit, names }: LongNames): number[] {
  const marked = new Uint8Array(names.length);
  for (const unit of units) for (const number of byUnit.get(unit) ?? []) marked[number] = 1;
  const numbers: number[] = [];
  for (let number = 0; number < marked.length; number++) if (marked[number] === 1) numbers.push(number);
  return numbers;
}

function indexLongNames(lexicon: Lexicon): LongNames {
  const names: string[] = [];
  const indicators: Indicator[] = [];
  const byUnit = new Map<number, number[]>();
  const add = (unit: number, number: number): void => {
    const held = byUnit.get(unit);
    if (held) held.push(number);
    else byUnit.set(unit, [number]);
  };
  for (const indicator of lexicon.indicators.list)
    for (const name of [indicator.name, ...indicator.aliases, ...indicator.asked]) {
      if (name.length < MIN_TYPO_LENGTH) continue;
      const [first, second] = [name.charCodeAt(0), name.charCodeAt(1)];
      add(first, names.length);
      if (second !== first) add(second, names.length);
      names.push(name);
      indicators.push(indicator);
    }
  return { names, indicators, byUnit };
}

/** True where a name has two units that the text has nowhere: then no single slip leads to it. */
function lacksMoreThanOne(name: string, units: ReadonlySet<number>): boolean {
  let lacking = 0;
  for (let i = 0; i < name.length; i++) if (!units.has(name.charCodeAt(i)) && ++lacking > 1) return true;
  return false;
}

/** Where `name` stands in `text` with one unit replaced, missing, added, or two neighbours swapped. */
export function findWithSlip(text: string, name: string): { start: number; end: number } | undefined {
  const { noSlips, tellsApart, comparesAt, comparedWith } = patterns().indicators;
  const n = name.length;
  for (let start = 0; start + n - 1 <= text.length; start++) {
    let same = 0;
    while (same < n && text[start + same] === name[same]) same++;
    if (same === 0 && text[start + 1] !== name[1]) continue;
    const rest = name.slice(same + 1);
    if (start + n <= text.length && same < n && text.startsWith(rest, start + same + 1)) {
      const typed = text[start + same]!;
      // 优良天数比|头一年 sets against the year before, and is no 优良天数比率.
      if (comparesAt.in(text.slice(start, start + same)) && comparedWith.in(text.slice(start + same))) continue;
      // 养老保险参保多少人 asks for people: its 多 is no slip for the 率 of 参保率.
      if (/\p{Script=Han}/u.test(typed) && !noSlips.in(typed) && !tellsApart.in(typed) && !tellsApart.in(name[same]!))
        return { start, end: start + n };
    }
    if (same > 0 && same < n && !tellsApart.in(name[same]!) && rest.length > 0 && text.startsWith(rest, start + same))
      return { start, end: start + n - 1 };
    if (
      same < n - 1 &&
      text[start + same] === name[same + 1] &&
      text[start + same + 1] === name[same] &&
      text.startsWith(name.slice(same + 2), start + same + 2)
    )
      return { start, end: start + n };
  }
  return undefined;
}

const LATIN_RUN = /[A-Za-z]{2,6}/g;
/** Names in Latin letters in which a slip is looked for. */
const LATIN_NAME = /^[A-Z]{3,5}$/;
/** Keys that lie side by side or letters that look alike: only these are typed for one another. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'pq', 'bd', 'il'];

/** The indicator in Latin letters whose name is typed with one slip: gpd, GDDP, CIP. */
function inLatin({ text, used }: Scratch, lexicon: Lexicon, known: (text: string) => boolean): AskedIndicator[] {
  for (const { 0: typed, index: start } of text.matchAll(LATIN_RUN)) {
    const end = start + typed.length;
    if (!isFree({ text, used }, start, end)) continue;
    const near = latinNames(lexicon).filter(({ name }) => isLatinSlip(typed.toLowerCase(), name.toLowerCase()));
    const [only] = near;
    if (!only || near.length > 1 || known(typed)) continue;
    return [{ indicator: only.indicator, start, end, text: typed, mended: true, meant: only.name }];
  }
  return [];
}

const latinByLexicon = new WeakMap<Lexicon, readonly { readonly indicator: Indicator; readonly name: string }[]>();

function latinNames(lexicon: Lexicon): readonly { readonly indicator: Indicator; readonly name: string }[] {
  let names = latinByLexicon.get(lexicon);
  if (!names) {
    names = lexicon.indicators.list.flatMap((indicator) =>
      [indicator.name, ...indicator.aliases, ...indicator.asked]
        .filter((name) => LATIN_NAME.test(name))
        .map((name) => ({ indicator, name })),
    );
    latinByLexicon.set(lexicon, names);
  }
  return names;
}

/** True where one letter is doubled, missing, swapped with its neighbour, or the key beside the right one. */
export function isLatinSlip(typed: string, name: string): boolean {
  if (typed === name) return false;
  if (typed.length === name.length - 1) return lacksOne(typed, name);
  if (typed.length === name.length + 1) return lacksOne(name, typed) && /(.)\1/.test(typed);
  if (typed.length !== name.length) return false;
  const apart = [...typed].flatMap((letter, i) => (letter === name[i] ? [] : [i]));
  const [i, j] = apart;
  if (apart.length === 1) return ROWS.some((row) => isBeside(row, typed[i!]!, name[i!]!));
  return apart.length === 2 && j === i! + 1 && typed[i!] === name[j] && typed[j] === name[i!];
}

/** True where the longer is the shorter with one letter more. */
function lacksOne(short: string, long: string): boolean {
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

function isBeside(row: string, a: string, b: string): boolean {
  return row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1;
}
