import { PERIOD_RULES, type PeriodRule } from './period-rules.js';
import type { PeriodMention } from './types.js';

export interface PeriodOptions {
  /** Also reads what only people asking write: 22年, 九五年, a bare 2022. Default false: in reports 22年 counts years. */
  readonly short?: boolean;
}

/** Rules by the letter with which they can begin. */
function indexRules(rules: readonly PeriodRule[]): ReadonlyMap<string, readonly PeriodRule[]> {
  const index = new Map<string, PeriodRule[]>();
  for (const rule of rules) {
    for (const letter of new Set(rule.opens)) index.set(letter, [...(index.get(letter) ?? []), rule]);
  }
  return index;
}

const REPORT_RULES = indexRules(PERIOD_RULES.filter((rule) => rule.short !== true));
const QUESTION_RULES = indexRules(PERIOD_RULES);

/** How far back the words are looked at that say what a mention is. */
const REACH = 4;
const COMPARED = /(?:比|较|相比|对比|相较|相对)于?$/;
/** 是2016年的1.5倍, 恢复到上年的60%, 由2015年的103家, 与2019年持平, 与2010年相比 */
const BASE_BEFORE = /(?:[是为达由从与同]|恢复到|相当于|超过|高于|低于)$/;
const BASE_AFTER: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:[是为达]|恢复到|相当于)$/, /^的?[约近]?(?:\d[\d.]*|[一二两三四五六七八九十]{1,3})(?:多|余)?[倍%]/],
  [/[由从]$/, /^的?(?:[不约近超]|\d|[底末])/],
  [/(?:[与同]|恢复到|超过|高于|低于)$/, /^(?:同期|水平|基本持平|持平|相当)/],
  [/[与同和]$/, /^(?:底|末)?(?:相比|比较)/],
];

/**
 * All stretches of time that a text names, in order, without overlaps, longest wording first.
 *
 * `text` is folded (`makeView(…).text` or `foldText(…)`); spans are offsets into it. Not anchored: 今年 stays a `shift` from the anchor
 * year of whoever wrote it. 全年 has neither years nor shift: it is the year in hand. 2012年以来 is a span with `from` alone.
 * 前四年 is a window with a `part`: it lies within the period in hand. `base` marks what a figure is compared with (比上年).
 * A plan's name is found also where the plan as a document is meant (“十四五”规划): look at what follows.
 * Never throws; linear in the length of the text.
 */
export function findPeriods(text: string, options: PeriodOptions = {}): PeriodMention[] {
  const rules = options.short === true ? QUESTION_RULES : REPORT_RULES;
  const found: PeriodMention[] = [];
  let i = 0;
  while (i < text.length) {
    const candidates = rules.get(text[i]!);
    const mention = candidates === undefined ? null : readPeriod(text, i, candidates);
    if (mention === null) {
      i++;
    } else {
      found.push(mention);
      i = mention.span.end;
    }
  }
  return found;
}

function readPeriod(text: string, at: number, rules: readonly PeriodRule[]): PeriodMention | null {
  for (const rule of rules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const end = at + match[0].length;
    const before = text.slice(Math.max(0, at - REACH), at);
    // The tail of a longer run of digits is no year.
    if (isDigitChar(text[at]!) && isDigitChar(text[at - 1] ?? '')) continue;
    const fields = rule.read(match, before, text, end);
    if (fields === null) continue;
    const mention = { span: { start: at, end }, text: match[0], ...fields };
    return isBase(text, before, end) ? { ...mention, base: true } : mention;
  }
  return null;
}

function isBase(text: string, before: string, end: number): boolean {
  const after = text.slice(end, end + 12);
  if (COMPARED.test(before) || /^的?基础上/.test(after)) return true;
  if (!BASE_BEFORE.test(before)) return false;
  return BASE_AFTER.some(([left, right]) => left.test(before) && right.test(after));
}

function isDigitChar(char: string): boolean {
  return char >= '0' && char <= '9';
}
