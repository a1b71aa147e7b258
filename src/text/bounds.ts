import type { Bound, Span } from './types.js';

/** Bound words (界限词): what stands before and after a figure and says whether it is a floor, a ceiling or about right. */

export interface BoundWord {
  readonly bound: Exclude<Bound, '=' | 'range'>;
  /** Where the word begins (before a figure) or ends (after it). */
  readonly edge: number;
}

/** Longest first within each alternative. 过 and 破 alone are bound words only before large sums (过10亿元). */
const BEFORE: readonly (readonly [BoundWord['bound'], RegExp])[] = [
  [
    '<=',
    /(?:(?:控制|压减|压缩|限制)(?:到|在)(?:不超过)?|不得?(?:超过|高于|大于|多于|突破|超出?)|未(?:超过|突破)|(?<!不|不得)(?:低于|小于|少于)|不足|不到|至多|最多|≤|<=|<)(?:了|为|到)?$/,
  ],
  [
    '>=',
    /(?:不得?(?:低于|少于|小于)|至少|最低|突破|首破|跨越|跨过|迈过|越过|迈上|站上|跃上|跨上|超出|超过|超|逾|高于|大于|多于|优于|≥|>=|>)(?:了|为|到|达)?$/,
  ],
  [
    '~',
    /(?:接近|将近|大约|大概|(?:^|[^预大节公集缔契条签制违特邀誓])约|(?:^|[^最附邻靠接临较毗亲贴就远拉])近)(?:为|占|达|有)?$/,
  ],
];
const BEFORE_SUMS = /(?:^|[^通经度走渡胜难错跳去来不越突])(过)$|(?:^|[^侦打攻击爆])(破)$/;
/** The word before 约 and 近 is looked at, but is no part of the bound. */
const SHORT_ABOUT = /^[^接将大概约近](?=约|近)/;

const AFTER: readonly (readonly [BoundWord['bound'], RegExp])[] = [
  ['>=', /(?:及|或)?(?:以上|之上|开外)/y],
  ['<=', /(?:及|或)?(?:以内|以下|之内|之下)/y],
  ['~', /(?:左右|上下)/y],
];
/** 余 and 多 after the unit, at the end of the phrase only (8公里多，). */
const AFTER_ODD = /[多余](?=[，。；、）！\n和及的]|$)/y;
/** 内 alone, where 控制在 stands before the figure. */
const AFTER_WITHIN = /内(?=[，。；、）！\n和及]|$)/y;

const REACH = 8;

/** The bound word that ends where a figure begins. `sum`: the figure is in 万, 亿 or 元. */
export function boundBefore(text: string, at: number, sum: boolean): BoundWord | null {
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at);
  for (const [bound, pattern] of BEFORE) {
    const match = pattern.exec(before);
    if (match === null) continue;
    const skipped = bound === '~' && SHORT_ABOUT.test(match[0]) ? 1 : 0;
    return { bound, edge: from + match.index + skipped };
  }
  if (sum && BEFORE_SUMS.test(before)) return { bound: '>=', edge: at - 1 };
  return null;
}

/** The bound word that begins where a figure ends. `within`: the word before the figure was a ceiling. */
export function boundAfter(text: string, at: number, within: boolean): BoundWord | null {
  for (const [bound, pattern] of AFTER) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { bound, edge: at + match[0].length };
  }
  AFTER_ODD.lastIndex = at;
  if (AFTER_ODD.test(text)) return { bound: '>=', edge: at + 1 };
  AFTER_WITHIN.lastIndex = at;
  if (within && AFTER_WITHIN.test(text)) return { bound: '<=', edge: at + 1 };
  return null;
}

/** A figure's span with its bound words, and what they say. `more`: 余 or 多 stands in the number. */
export interface Bounded {
  readonly span: Span;
  readonly bound: Exclude<Bound, 'range'>;
}

/** Looks for bound words on both sides of `core`; the one after wins (约20家以上). None is taken from before `floor`. */
export function boundsAround(text: string, core: Span, floor: number, sum: boolean, more = false): Bounded {
  const word = boundBefore(text, core.start, sum);
  const before = word !== null && word.edge >= floor ? word : null;
  const after = boundAfter(text, core.end, before?.bound === '<=');
  return {
    span: { start: before?.edge ?? core.start, end: after?.edge ?? core.end },
    bound: after?.bound ?? before?.bound ?? (more ? '>=' : '='),
  };
}

/** `low` and `high` of one value under a bound. */
export function limits(value: number, bound: Bounded['bound']): { low: number | null; high: number | null } {
  return { low: bound === '<=' ? null : value, high: bound === '>=' ? null : value };
}
