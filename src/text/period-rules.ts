import { parseNumeral, positional } from './numerals.js';
import { PLAN_NAME, planOrdinal, planYears } from './plans.js';
import type { PeriodMention } from './types.js';
import { matchUnit } from './units.js';
import { COUNT, DASH, HAN_NUMBERS, PART, partOf, QUARTER } from './year-parts.js';

/** How times are written in reports (时段): one rule for each kind of wording, tried in order at the letters that can open it. */

export type PeriodFields = Omit<PeriodMention, 'span' | 'text' | 'base'>;

export interface PeriodRule {
  /** The letters with which the wording can begin. */
  readonly opens: string;
  /** Sticky. */
  readonly pattern: RegExp;
  /** True for spellings that only people asking use: 22年, a bare 2022. */
  readonly short?: true;
  /** What it says, or null where it is something else after all. `before`: the letters before it; `end`: where it ends. */
  readonly read: (match: RegExpExecArray, before: string, text: string, end: number) => PeriodFields | null;
}

const DIGITS = '0123456789';
const HAN_DIGITS = '〇零一二两三四五六七八九十';
const YEAR = '((?:19|20)\\d\\d|[一二][〇零O0一二三四五六七八九]{3})';
const SHORT_YEAR = '(\\d\\d|[〇零一二八九][〇零一二三四五六七八九])';

/** A year in four digits, Arabic or Chinese. */
function yearOf(text: string): number | null {
  const digits = /^\d+$/.test(text) ? text : positional(text.replace(/[O0]/g, '〇'));
  const year = Number(digits);
  return digits !== null && year >= 1900 && year <= 2099 ? year : null;
}

/** A year in two digits: 50 to 99 are of the last century. */
function shortYearOf(text: string): number {
  const digits = Number(/^\d+$/.test(text) ? text : positional(text));
  return digits + (digits >= 50 ? 1900 : 2000);
}

function spanOf(from: number | null, to: number | null): PeriodFields | null {
  if (from === null || to === null) return null;
  return { kind: 'span', from: Math.min(from, to), to: Math.max(from, to) };
}

/** 2000至2100元 is a range of money. */
function isMeasured(text: string, end: number): boolean {
  return /^[\d.]|^[万亿千]/.test(text.slice(end, end + 1)) || matchUnit(text, end) !== null;
}

/** Ends of numerals and words that make what follows something else: 二十四五年, 以上年产值. */
const NUMERAL_BEFORE = /[\d.一二三四五六七八九十百千两几数第]$/;
const LOOKING_AHEAD = /^(?:今后|未来|接下来|往后|下一个|下一|此后)/;

const PLAN_TAIL = '(?:规划)?(?:时期|期间|期(?!末)|以来|这五年|五年)?';

export const PERIOD_RULES: readonly PeriodRule[] = [
  // 2017—2021年, 2016至2019年期间, 2017-2021年这五年, 2017年至2021年, 2017至2021
  {
    opens: `${DIGITS}一二从自`,
    pattern: new RegExp(
      `(?:从|自)?${YEAR}(年)?${DASH}(?:${YEAR}|(\\d\\d)(?=年))(年)?(?!代)(?:度|期间|间)?(?:这?[三四五两]年(?!来|规划|行动))?`,
      'y',
    ),
    read: (match, _before, text, end) => {
      if (match[5] === undefined && isMeasured(text, end)) return null;
      const from = yearOf(match[1]!);
      const to = match[3] === undefined ? Math.trunc((from ?? 0) / 100) * 100 + Number(match[4]) : yearOf(match[3]);
      return spanOf(from, to);
    },
  },
  // 2021、2022年: the first of a list of years
  {
    opens: `${DIGITS}一二`,
    pattern: new RegExp(`${YEAR}(?=(?:年?[、和与及]${YEAR})+年)年?`, 'y'),
    read: (match) => oneYear(yearOf(match[1]!)),
  },
  // 2022年1至4月, 2021年前三季度, 2021年12月29日
  {
    opens: `${DIGITS}一二`,
    pattern: new RegExp(`${YEAR}年(?:的)?(?:${PART})`, 'y'),
    read: (match, _before, text, end) => {
      const year = yearOf(match[1]!);
      const part = partOf(match, 2);
      // 2018年3月23日以来 is open to the present.
      if (/^(?:以来|起(?!步|点|来|重))/.test(text.slice(end, end + 2))) return null;
      return year === null || part === null ? null : { kind: 'part', from: year, to: year, part };
    },
  },
  // 到2025年, 截至2021年底, 2021年末, 2025年前
  {
    opens: `${DIGITS}一二到至截`,
    pattern: new RegExp(
      `(?:(到|至|截至|截止到?)${YEAR}年(?:年?[底末])?(?!${DASH}|度|代)(?:之?前)?|${YEAR}年(?:年?[底末]前?|(?:之|以)?前(?!${QUARTER}|[两\\d])))`,
      'y',
    ),
    read: (match, before) => {
      const year = yearOf((match[2] ?? match[3])!);
      // 提高到2021年的58% tells a year, not a date to reach.
      if (year === null || (match[1] !== undefined && /[达高加升降增扩展]$/.test(before))) return null;
      return { kind: 'end', from: year, to: year };
    },
  },
  // 2012年以来: open to the present
  {
    opens: `${DIGITS}一二自`,
    pattern: new RegExp(`自?${YEAR}年(?:\\d{1,2}月(?:\\d{1,2}日|底|初)?|[底初]|[上下]半年)?(?:以来|起)`, 'y'),
    read: (match) => {
      const from = yearOf(match[1]!);
      return from === null ? null : { kind: 'span', from };
    },
  },
  // 2022年, 二〇二二年, 即将过去的2021年
  {
    opens: `${DIGITS}一二刚即过`,
    pattern: new RegExp(`(?:(?:刚刚|即将)?过去的)?${YEAR}年(?!代)(?:度|全年)?`, 'y'),
    read: (match) => oneYear(yearOf(match[1]!)),
  },
  // “十三五”末, “十四五”时期, 十三五期间, 第十四个五年规划
  {
    opens: `“"‘${HAN_DIGITS}`,
    pattern: new RegExp(`([“"‘]?)${PLAN_NAME}([”"’]?)(?:(?:规划|计划)?(?:时期|期)?(末期?|期末)|(${PLAN_TAIL}))`, 'y'),
    read: (match, before, text, end) => {
      const plan = planOrdinal(match[2]!);
      if (plan === null) return null;
      // The terms of legal education (“八五”普法) are counted from other years.
      if (/^(?:普法|依法治|法治宣传)/.test(text.slice(end, end + 4))) return null;
      const quoted = match[1] !== '' && match[3] !== '';
      // Without quotation marks 十五 and 九五 are numbers, unless 时期 or the like says what they are.
      const plain = match[4] === undefined && match[5] === '' && !/^[规计]划/.test(text.slice(end, end + 2));
      if (!quoted && (NUMERAL_BEFORE.test(before) || (plan <= 10 && plain))) return null;
      if (!quoted && match[1] !== '' && plain) return null;
      const years = planYears(plan);
      return match[4] === undefined
        ? { kind: 'plan', plan, ...years }
        : { kind: 'end', plan, from: years.to, to: years.to };
    },
  },
  {
    opens: '第',
    pattern: /第(十[一二三四五六七八]|十|[一二三四五六七八九])个五年(?:规划|计划)(?:时期|期间|期)?/y,
    read: (match) => {
      const plan = planOrdinal(match[1]!);
      return plan === null ? null : { kind: 'plan', plan, ...planYears(plan) };
    },
  },
  // 今年1—11月, 去年前三季度, 今年上半年
  {
    opens: '今去上明本',
    pattern: new RegExp(`(今年|去年|上年|明年|本年)(?:的)?(?:${PART})`, 'y'),
    read: (match, before) => {
      const part = partOf(match, 2);
      return part === null || /[以过]$/.test(before) ? null : { kind: 'part', shift: SHIFTS[match[1]!]!, part };
    },
  },
  // 过去五年, 近三年, 今后五年, 这五年, 过去的一年
  {
    opens: '过近最这今未接往下此刚即走',
    pattern: new RegExp(
      `(?:(?:刚刚|即将)?过去的?这?|走过的|最近的?|近|这|今后的?|未来的?|接下来的?|往后|此后|下一个|下一)${COUNT}个?年(?!代|级|期|龄|[一-龥]?来的?[年])(?:来|间|里|中|内|时间)?`,
      'y',
    ),
    read: (match, before) => {
      const years = parseNumeral(match[1]!);
      if (years === null || years === 0 || years > 20 || /[附最邻超]$/.test(before)) return null;
      return { kind: 'window', shift: LOOKING_AHEAD.test(match[0]) ? years : -years };
    },
  },
  // 17年以来, 18年平均, as people write the year: seventeen years would be counted otherwise
  {
    short: true,
    opens: DIGITS,
    pattern: new RegExp(`${SHORT_YEAR}年(?:(以来|起(?!步|点|来|重))|(?=平均|共计|合计))`, 'y'),
    read: (match, before) => {
      if (isCounted(before) || /[近去这十]$/.test(before) || /^[1-9]0$/.test(match[1]!)) return null;
      const year = shortYearOf(match[1]!);
      return match[2] === undefined ? oneYear(year) : { kind: 'span', from: year };
    },
  },
  // 五年来, 一年来, 五年累计
  {
    opens: `${DIGITS}${HAN_DIGITS}`,
    pattern: new RegExp(`${COUNT}年(?:以来|来(?!了)|间|(?=累计|年均|平均(?!值|数|水平)|共计|合计))`, 'y'),
    read: (match, before) => {
      const years = parseNumeral(match[1]!);
      if (years === null || years === 0 || years > 20) return null;
      return NUMERAL_BEFORE.test(before) || /[每续隔]$/.test(before) ? null : { kind: 'window', shift: -years };
    },
  },
  // 本届政府任期, 任期内
  {
    opens: '本任',
    pattern:
      /本届(?:[市省州县区]?(?:人民)?政府)(?:成立以来|任期(?:内|以来)?|履职以来|以来|五年|的五年)?|任期五年|任期内/y,
    read: () => ({ kind: 'window', shift: -5 }),
  },
  // 前四年, 后三年: within the period in hand
  {
    opens: '前后',
    pattern: /([前后])([两二三四五六七八九234])年(?!行动|计划|来)/y,
    read: (match, before) => {
      const years = parseNumeral(match[2]!);
      if (years === null || /[以今之此目当提]$/.test(before)) return null;
      return { kind: 'window', shift: match[1] === '前' ? -years : years, part: `${match[1]}${HAN_NUMBERS[years]}年` };
    },
  },
  // 前三季度, 1—11月, 上半年, 前4个月, 12月份
  {
    opens: `${DIGITS}前头第首上下一二三四`,
    pattern: new RegExp(`(?:${PART})`, 'y'),
    read: (match, before) => {
      const part = partOf(match, 1);
      // A bare 8月 or 8月27日 belongs to a date or a name; a part of a year says so.
      const bare = match[8] !== undefined && !/份|底|末/.test(match[0]);
      return part === null || bare || NUMERAL_BEFORE.test(before) ? null : { kind: 'part', part };
    },
  },
  // 去年底, 今年末, 年底
  {
    opens: '今去上前明本年到',
    pattern: /(?:到)?(今年|去年|上年|前年|明年|本年)?年?[底末](?:之?前)?/y,
    read: (match, before) => {
      if (!match[0].includes('年') || (match[1] === undefined && NUMERAL_BEFORE.test(before))) return null;
      if (/[以过来半]$/.test(before)) return null;
      return { kind: 'end', shift: SHIFTS[match[1] ?? '今年']! };
    },
  },
  // 今年, 去年, 明年, 年内; 去年产了多少 is of a year, 投产后年产 is not
  {
    opens: '今本去上前大明来下后年',
    pattern:
      /(今年|去年|明年|大前年|(?:本年度?|上一?年度?|前年|来年|下一?年度?|后年|年内)(?!均|产|级|轻|龄))(?:以来)?/y,
    read: (match, before) => {
      if (/[以过年今之此当目往\d一二三四五六七八九十两几多些半]$/.test(before)) return null;
      return { kind: 'relative', shift: SHIFTS[match[1]!.replace(/一|度/g, '')]! };
    },
  },
  // 全年: the year in hand, whichever it is
  {
    opens: '全',
    pattern: /全年(?!龄|制)/y,
    read: (_match, before) => (/[安健齐]$/.test(before) ? null : { kind: 'relative' }),
  },
  // 22年, 九五年, 21到23年, 21到23这三年, a bare 2022
  {
    short: true,
    opens: `${DIGITS}${HAN_DIGITS}`,
    pattern: new RegExp(`${SHORT_YEAR}年?${DASH}${SHORT_YEAR}(?:年|(?=这?[两三四五六七八]年))`, 'y'),
    read: (match, before) => (isCounted(before) ? null : spanOf(shortYearOf(match[1]!), shortYearOf(match[2]!))),
  },
  {
    short: true,
    opens: `${DIGITS}${HAN_DIGITS}`,
    pattern: new RegExp(`${SHORT_YEAR}年(?!来|以来|间|内|期|累计|行动)(年?[底末])?`, 'y'),
    read: (match, before) => {
      if (isCounted(before)) return null;
      const year = shortYearOf(match[1]!);
      return { kind: match[2] === undefined ? 'year' : 'end', from: year, to: year };
    },
  },
  {
    short: true,
    opens: '12',
    pattern: new RegExp(`((?:19|20)\\d\\d)(?![\\d.])(?!${DASH}\\d)`, 'y'),
    read: (match, before, text, end) =>
      /[\d.]$/.test(before) || isMeasured(text, end) ? null : oneYear(yearOf(match[1]!)),
  },
];

const SHIFTS: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  年内: 0,
  去年: -1,
  上年: -1,
  前年: -2,
  大前年: -3,
  明年: 1,
  来年: 1,
  下年: 1,
  后年: 2,
};

function oneYear(year: number | null): PeriodFields | null {
  return year === null ? null : { kind: 'year', from: year, to: year };
}

/** 近22年, 连续13年 count years. */
function isCounted(before: string): boolean {
  return /[\d.近第续达满前后超]$|(?:过去|未来|今后|这)$/.test(before);
}
