import type { Lexicon } from '../lexicon/load.js';
import type { Indicator } from '../lexicon/types.js';
import { indicatorBySlip } from './indicator-slips.js';
import { patterns } from './patterns/index.js';
import type { Scratch } from './scratch.js';
import { claim, isFree } from './scratch.js';

export interface AskedIndicator {
  readonly indicator: Indicator;
  readonly start: number;
  readonly end: number;
  /** As typed. */
  readonly text: string;
  /** True where the words as typed are not the name: 财政收人, or a place stands in their midst. */
  readonly mended: boolean;
  /** The name that was meant, where a slip was mended: 财政收入 of 财政收人. */
  readonly meant?: string;
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
  const free = lexicon.indicators.find(open, true).filter((m) => isFree(scratch, m.start, m.end));
  // 固投社零: one right behind another is a word of its own.
  const named = free
    .filter((m) => isOwnWord(scratch, m) || free.some((other) => other.end === m.start && isOwnWord(scratch, other)))
    .map((m) => ({ ...withoutFacet(m), mended: false }));
  const exact = withShares(scratch.text, lexicon, withSplit(scratch, lexicon, named));
  const shares = exact.filter(
    (m, i) => m.mended || !(isPartOfShare(scratch.text, exact, i) || isWholeOfShare(scratch.text, m)),
  );
  const found = exact.length > 0 ? shares : indicatorBySlip(scratch, lexicon, known);
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
  const { shareBetween, shareBehind } = patterns().indicators;
  const out: AskedIndicator[] = [];
  for (const own of found) {
    const first = out.at(-1);
    const share =
      first && shareBetween.in(text.slice(first.end, own.start)) && !shareBehind.in(text.slice(own.end))
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

/** True for one of two indicators of a share that has no name of its own: 文化产业增加值 and GDP in 文化产业增加值占GDP比重. */
function isPartOfShare(text: string, found: readonly AskedIndicator[], index: number): boolean {
  const own = found[index]!;
  return found.some((other, i) => {
    if (i === index) return false;
    const [first, second] = own.start < other.start ? [own, other] : [other, own];
    return patterns().indicators.shareBetween.in(text.slice(first.end, second.start));
  });
}

/** True for GDP of 高新产业增加值占到GDP几个点: what a share is of is not what is asked for. */
function isWholeOfShare(text: string, { start }: AskedIndicator): boolean {
  return patterns().indicators.wholeBefore.in(text.slice(0, start));
}

/** 实际 at the end of a name (人均可支配收入实际) asks for the outcome; in the reports it says that prices are taken out. */
function withoutFacet<T extends { readonly end: number; readonly text: string }>(mention: T): T {
  return mention.text.endsWith('实际')
    ? { ...mention, end: mention.end - 2, text: mention.text.slice(0, -2) }
    : mention;
}

/** A name of two units is only taken as a word of its own: 人口 is none in 贫困人口. */
function isOwnWord({ text, used }: Scratch, mention: { start: number; text: string }): boolean {
  const { forPeople, beforeShort, comparesAt, comparedWith } = patterns().indicators;
  const before = text[mention.start - 1];
  if (comparesAt.in(mention.text) && comparedWith.in(text.slice(mention.start + mention.text.length))) return false;
  // 每千常住人口床位数 is counted for people and says nothing of how many there are.
  if (forPeople.in(text.slice(0, mention.start))) return false;
  // M2 is none in PM2.5.
  if (/^[A-Za-z]/u.test(mention.text) && /[A-Za-z]/u.test(before ?? '')) return false;
  if (mention.text.length > 2 || before === undefined || used[mention.start - 1]) return true;
  return !/\p{Script=Han}/u.test(before) || beforeShort.in(before);
}

function masked({ text, used }: Scratch): string {
  return [...text].map((unit, i) => (used[i] ? '\u0000' : unit)).join('');
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
