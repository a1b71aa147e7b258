import type { Lexicon } from '../lexicon/load.js';
import type { Indicator } from '../lexicon/types.js';
import type { Scratch } from './scratch.js';
import { claim, isFree } from './scratch.js';

/** The shortest name in which a slip of the keyboard is mended; shorter ones are too easily another word. */
const MIN_TYPO_LENGTH = 4;

/** Units that tell namesakes apart: a difference in one of them is never a slip. */
const TELLING = /[一二三四五六七八九十上下大小内外进出城乡农工男女新旧高低增减东西南北省市县全中\d]/;

export interface AskedIndicator {
  readonly indicator: Indicator;
  readonly start: number;
  readonly end: number;
  /** As typed. */
  readonly text: string;
  /** True where a slip was mended: 财政收人. */
  readonly mended: boolean;
}

/**
 * The indicators a question names, in order; where none is, a name with one slip in it is looked for.
 * @param known whether the reports hold a text as typed: then it is a word of its own and no slip (乡镇污水处理厂 for 污水处理率).
 */
export function askedIndicators(
  scratch: Scratch,
  lexicon: Lexicon,
  known: (text: string) => boolean,
): AskedIndicator[] {
  // Claimed units are blanked out, so that 全国 of a place does not hide the 城镇调查失业率 behind it.
  const open = [...scratch.text].length === scratch.text.length ? masked(scratch) : scratch.text;
  const named = lexicon.indicators
    .find(open, true)
    .filter((m) => isFree(scratch, m.start, m.end) && isOwnWord(scratch, m))
    .map((m) => ({ ...withoutFacet(m), mended: false }));
  const exact = withShares(scratch.text, lexicon, withSplit(scratch, lexicon, named));
  const shares = exact.filter((m, i) => !isPartOfShare(scratch.text, exact, i) || m.mended);
  const found = exact.length > 0 ? shares : mended(scratch, lexicon, known);
  for (const f of found) claim(scratch, f.start, f.end);
  return found;
}

/** The shortest name that is looked for around a place or time that stands in its midst. */
const MIN_SPLIT_LENGTH = 6;

/** 投资对某市经济增长的贡献率: a name with a place or a time in its midst, before the shorter ones that lie in it. */
function withSplit(scratch: Scratch, lexicon: Lexicon, found: readonly AskedIndicator[]): readonly AskedIndicator[] {
  const at: number[] = [];
  for (let i = 0; i < scratch.text.length; i++) if (!scratch.used[i]) at.push(i);
  if (at.length === scratch.text.length) return found;
  const squeezed = at.map((i) => scratch.text[i]).join('');
  const split = lexicon.indicators.find(squeezed, true).flatMap((m) => {
    const [start, end] = [at[m.start]!, at[m.end - 1]! + 1];
    const isSplit = end - start > m.end - m.start && m.end - m.start >= MIN_SPLIT_LENGTH;
    return isSplit ? [{ ...m, start, end, mended: true }] : [];
  });
  const apart = found.filter((f) => !split.some((s) => f.start < s.end && f.end > s.start));
  return [...apart, ...split].sort((a, b) => a.start - b.start);
}

/** Two indicators that together name the share of the one in the other: 研发经费投入要占到GDP的百分之几. */
function withShares(text: string, lexicon: Lexicon, found: readonly AskedIndicator[]): AskedIndicator[] {
  const out: AskedIndicator[] = [];
  for (const own of found) {
    const first = out.at(-1);
    const share =
      first && OF.test(text.slice(first.end, own.start)) && !/^的?比[重例率]/u.test(text.slice(own.end))
        ? [`${first.text}占${own.text}比重`, `${first.indicator.name}占${own.indicator.name}比重`]
            .flatMap((name) => lexicon.indicators.find(name).filter((m) => m.end - m.start === name.length))
            .at(0)
        : undefined;
    if (first && share) {
      const [start, end] = [first.start, own.end];
      out[out.length - 1] = { indicator: share.indicator, start, end, text: text.slice(start, end), mended: false };
    } else out.push(own);
  }
  return out;
}

/** Between the part and the whole of a share. */
const OF = /^(?:要|将|应|已|能|力争)?[在的]?占(?:到|了|全)?(?:全部|全国|全省|全市)?$/u;

/** True for one of two indicators of a share that has no name of its own: 文化产业增加值 and GDP in 文化产业增加值占GDP比重. */
function isPartOfShare(text: string, found: readonly AskedIndicator[], index: number): boolean {
  const own = found[index]!;
  return found.some((other, i) => {
    if (i === index) return false;
    const [first, second] = own.start < other.start ? [own, other] : [other, own];
    return OF.test(text.slice(first.end, second.start));
  });
}

/** 实际 at the end of a name (人均可支配收入实际) asks for the outcome; in the reports it says that prices are taken out. */
function withoutFacet<T extends { readonly end: number; readonly text: string }>(mention: T): T {
  return mention.text.endsWith('实际')
    ? { ...mention, end: mention.end - 2, text: mention.text.slice(0, -2) }
    : mention;
}

/** A name of two units is only taken as a word of its own: 人口 is none in 贫困人口. */
function isOwnWord({ text, used }: Scratch, mention: { start: number; text: string }): boolean {
  const before = text[mention.start - 1];
  // 每千常住人口床位数 is counted for people and says nothing of how many there are.
  if (/每[百千万]?名?$/u.test(text.slice(0, mention.start))) return false;
  // M2 is none in PM2.5.
  if (/^[A-Za-z]/u.test(mention.text) && /[A-Za-z]/u.test(before ?? '')) return false;
  if (mention.text.length > 2 || before === undefined || used[mention.start - 1]) return true;
  return !/\p{Script=Han}/u.test(before) || /[的年市省县区州国月和、占里中内]/u.test(before);
}

function masked({ text, used }: Scratch): string {
  return [...text].map((unit, i) => (used[i] ? '\u0000' : unit)).join('');
}

function mended(scratch: Scratch, lexicon: Lexicon, known: (text: string) => boolean): AskedIndicator[] {
  const { text } = scratch;
  const units = new Set(text);
  let best: AskedIndicator | undefined;
  for (const { indicator, name } of namesNear(units, lexicon)) {
    if (best && name.length <= best.end - best.start - 1) continue;
    if (lacksMoreThanOne(name, units)) continue;
    const at = findWithSlip(text, name);
    if (!at || !isFree(scratch, at.start, at.end)) continue;
    best = { indicator, start: at.start, end: at.end, text: text.slice(at.start, at.end), mended: true };
  }
  return best && !known(best.text) ? [best] : [];
}

/** A name that a slip of the keyboard is looked for in; `order` is its place among all. */
interface LongName {
  readonly indicator: Indicator;
  readonly name: string;
  readonly order: number;
}

/** Names by their first and by their second unit: a single slip leaves one of the two as it is. */
const longNames = new WeakMap<Lexicon, ReadonlyMap<string, readonly LongName[]>>();

function namesNear(units: ReadonlySet<string>, lexicon: Lexicon): LongName[] {
  let index = longNames.get(lexicon);
  if (!index) {
    index = indexLongNames(lexicon);
    longNames.set(lexicon, index);
  }
  const near = new Set<LongName>();
  for (const unit of units) for (const name of index.get(unit) ?? []) near.add(name);
  return [...near].sort((a, b) => a.order - b.order);
}

function indexLongNames(lexicon: Lexicon): Map<string, LongName[]> {
  const index = new Map<string, LongName[]>();
  let order = 0;
  for (const indicator of lexicon.indicators.list)
    for (const name of [indicator.name, ...indicator.aliases, ...indicator.asked]) {
      if (name.length < MIN_TYPO_LENGTH) continue;
      const entry = { indicator, name, order: order++ };
      for (const unit of new Set(name.slice(0, 2))) {
        const held = index.get(unit);
        if (held) held.push(entry);
        else index.set(unit, [entry]);
      }
    }
  return index;
}

/** True where a name has two units that the text has nowhere: then no single slip leads to it. */
function lacksMoreThanOne(name: string, units: ReadonlySet<string>): boolean {
  let lacking = 0;
  for (const unit of name) if (!units.has(unit) && ++lacking > 1) return true;
  return false;
}

/** Where `name` stands in `text` with one unit replaced, missing, added, or two neighbours swapped. */
export function findWithSlip(text: string, name: string): { start: number; end: number } | undefined {
  const n = name.length;
  for (let start = 0; start + n - 1 <= text.length; start++) {
    let same = 0;
    while (same < n && text[start + same] === name[same]) same++;
    if (same === 0 && text[start + 1] !== name[1]) continue;
    const rest = name.slice(same + 1);
    if (start + n <= text.length && same < n && text.startsWith(rest, start + same + 1)) {
      const typed = text[start + same]!;
      // 养老保险参保多少人 asks for people: its 多 is no slip for the 率 of 参保率.
      if (
        /\p{Script=Han}/u.test(typed) &&
        !/[多几是有达为]/u.test(typed) &&
        !TELLING.test(typed) &&
        !TELLING.test(name[same]!)
      )
        return { start, end: start + n };
    }
    if (same > 0 && same < n && !TELLING.test(name[same]!) && rest.length > 0 && text.startsWith(rest, start + same))
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

/**
 * Joins an indicator with words that stand apart from it in the question (新增多少户市场主体, 规上工业企业2013年利润) where together
 * they name another indicator.
 */
export function joinIndicator(
  lexicon: Lexicon,
  asked: readonly AskedIndicator[],
  residue: readonly string[],
): { indicators: Indicator[]; residue: string[] } {
  const indicators = asked.map((a) => a.indicator);
  const only = asked[0];
  if (asked.length === 1 && only)
    for (const run of residue)
      for (const whole of [run + only.text, only.text + run, run + only.indicator.name, only.indicator.name + run]) {
        const named = lexicon.indicators.find(whole, true).find((m) => m.start === 0 && m.end === whole.length);
        if (named) return { indicators: [named.indicator], residue: residue.filter((r) => r !== run) };
      }
  return { indicators, residue: [...residue] };
}
