import type { Report, Section, SectionRole } from '../corpus/types.js';
import { parseNumeral } from '../text/numerals.js';
import type { PeriodMention, Span } from '../text/types.js';
import { stretchesIn } from './stretches.js';
import type { Fact, Period } from './types.js';

/** A stretch of calendar years, inclusive, with the part of the year where only a part is meant. */
export interface Years {
  readonly from: number;
  readonly to: number;
  readonly part?: string;
}

/** What the reading of times rests on: the report's year, and whether it was delivered in the year before. */
export interface Anchor {
  readonly year: number;
  readonly early: boolean;
}

export function anchorOf(report: Report): Anchor {
  // A bulletin is written in the year after the one that it tells of.
  const year = (report.year ?? 0) + (report.kind === 'bulletin' ? 1 : 0);
  return { year, early: report.delivered !== undefined && Number(report.delivered.slice(0, 4)) < year };
}

const LOOKS_BACK: readonly SectionRole[] = ['review', 'review5'];

/** The years that a section deals with: its own where headings name them, else what its role says of the report's year. */
export function sectionYears(section: Section, anchor: Anchor): Years {
  const { year } = anchor;
  const own = section.from !== undefined ? { from: section.from, to: section.to ?? section.from } : undefined;
  switch (section.role) {
    case 'review':
      return own ?? { from: year - 1, to: year - 1 };
    case 'review5':
      return own ?? { from: year - 5, to: year - 1 };
    case 'outlook':
      return own !== undefined && own.to > year ? own : { from: year, to: year + 4 };
    default:
      return own ?? { from: year, to: year };
  }
}

/**
 * The years that a mention stands for in a section of a report; undefined where the words do not tell.
 * @param within the years in hand, of which 前四年 is a part; those of the section by default
 */
export function yearsOf(
  mention: PeriodMention,
  section: Section,
  anchor: Anchor,
  within: Years = sectionYears(section, anchor),
): Years | undefined {
  const base = sectionYears(section, anchor);
  const { from, to, shift, kind } = mention;
  if (kind === 'window') {
    // 五年累计 looks back in a review and ahead among the targets of a plan; 五年来 always looks back.
    const open = section.role === 'outlook' && !/来|过去|以来|上/.test(mention.text);
    const length = open ? Math.abs(shift ?? 5) : (shift ?? -5);
    if (mention.part === undefined) return windowYears(length, section, base, anchor);
    return length < 0
      ? { from: within.from, to: Math.min(within.to, within.from - length - 1) }
      : { from: Math.max(within.from, within.to - length + 1), to: within.to };
  }
  const part = mention.part === undefined ? {} : { part: mention.part };
  if (from !== undefined || to !== undefined) return { from: from ?? to!, to: to ?? Math.max(from!, base.to), ...part };
  if (kind === 'relative' || (kind === 'part' && shift !== undefined))
    return { ...relativeYears(mention, section, base, anchor), ...part };
  if (kind === 'part') {
    const back = LOOKS_BACK.includes(section.role);
    return { ...single(back || !anchor.early ? base.to : anchor.year - 1), ...part };
  }
  return kind === 'end' ? single(base.to) : undefined;
}

const single = (year: number): Years => ({ from: year, to: year });

function relativeYears(mention: PeriodMention, section: Section, base: Years, { year, early }: Anchor): Years {
  const { shift, text } = mention;
  // 全年 and 当年 are the section's year; 今年 is the report's, unless a review was written before that year began.
  if (shift === undefined || /^(?:全年|当年|本年|年内|这一年|一年来)/.test(text)) return single(base.to);
  const back = LOOKS_BACK.includes(section.role);
  // 上年 in a review lies before the year reviewed.
  if (back && text.startsWith('上')) return single(base.to + shift);
  const today = early && (back || shift > 0) ? year - 1 : year;
  return single(today + shift);
}

function windowYears(length: number, section: Section, base: Years, { year }: Anchor): Years {
  const ahead = base.to >= year;
  // 五年内 in a part on the first plan, told in its third year.
  if (base.from < year && ahead && base.to - base.from + 1 === Math.abs(length))
    return { from: base.from, to: base.to };
  // 五年来 in a section that looks ahead, and 今后五年 in a review, turn the other way.
  if (length < 0 && ahead) return { from: year + length, to: year - 1 };
  if (length > 0 && (!ahead || section.role !== 'outlook')) return { from: year, to: year + length - 1 };
  const held = base.to - base.from + 1;
  // 四年来 in a section that was taken to be of five years.
  if (Math.abs(length) >= 4 && held > 1)
    return { from: length < 0 && held > -length ? base.to + length + 1 : base.from, to: base.to };
  return length < 0 ? { from: base.to + length + 1, to: base.to } : { from: year, to: year + length - 1 };
}

const MONTH_ALONE = /(?<![\d年月至—-])([1-9]|1[0-2])月(?:当月|单月|(?=，))/g;

/** 五年 that opens a clause by itself: 五年全社会固定资产投资2.8万亿元; or stands before what was done in it: 贷款余额5年增长89.7%. */
const YEARS_ALONE =
  /(?<=^|[，；。])([二两三四五2-5])年(?=[一-龥])(?!行动|计划|规划|内|以|期|级|后|前|制|来|间|累|年均|平均|共计|合计|攻坚|实施|滚动|大变样|过渡|任期|免|未|多|左|一届|学制|之)|(?<=[一-龥][A-Za-z]?)(?<![每连续超近前后第满了达过去这是的为用了以较上下]|(?<!占)比|十|实现)([三四五3-5])年(?=(?:累计|分别)?(?:(?:增长|增加|提高|提升|下降|翻)[^，；。]{0,2}\d|翻了?[一两三]番))/g;

/** 用三年时间, 五年内, 两年左右的时间: how long what is aimed at may take. */
const WITHIN_YEARS =
  /(?<![第近前过\d十~～—-])([两三四五六2-6])年(?:之?内|(?:左右)?的?时间(?=[，内里]|[一-龥]))(?!瓦|外)/g;

/** True for 三年内, 用两年时间: it is how long that takes which it stands by, as far as the next ；. */
export function allows({ kind, text }: PeriodMention): boolean {
  return kind === 'window' && /^[二两三四五六2-6].*(?:内|时间)$/.test(text);
}

/** Times that open a clause by themselves: 4月当月，全省进出口总值512.1亿元; 五年全社会固定资产投资2.8万亿元. */
export function timesAlone(text: string, back: boolean): PeriodMention[] {
  const months = [...text.matchAll(MONTH_ALONE)].map(
    (match): PeriodMention => ({ span: spanOf(match), text: match[0], kind: 'part', part: `${match[1]}月` }),
  );
  const years = [...text.matchAll(YEARS_ALONE)].map(
    (match): PeriodMention => ({
      span: spanOf(match),
      text: match[0],
      kind: 'window',
      // 三年翻一番 among tasks looks ahead.
      shift: (back ? -1 : 1) * yearCount(match[1] ?? match[2]!),
    }),
  );
  const within = [...(back ? [] : text.matchAll(WITHIN_YEARS))].map(
    (match): PeriodMention => ({ span: spanOf(match), text: match[0], kind: 'window', shift: yearCount(match[1]!) }),
  );
  // 3年投资10亿元 among tasks is a plan.
  return [
    ...stretchesIn(text),
    ...months,
    ...within,
    ...years.filter(({ text: written }) => back || /^[三四五]/.test(written)),
  ];
}

function yearCount(word: string): number {
  return parseNumeral(word === '二' ? '两' : word) ?? 5;
}

function spanOf(match: RegExpMatchArray): Span {
  return { start: match.index!, end: match.index! + match[0].length };
}

/** Behind a mention these make it part of a name, not a time: “十四五”规划, 2030年目标, 今年的一号文件. */
const NO_TIME_AFTER =
  /^[”"]?(?:规划|发展规划|纲要|开局|收官|开门红|国家规划|远景|愿景|版|级|届|行动计划|以前建成|老旧|(?:底|末)?(?:登记)?在册|年?登记在册)/;
const RARE = /^(?:以来|来|间)?的?(?:首次|首度|第一次|最[高低好快大多佳优]|新[高低]|少有|罕见|未有|历史)/;

const AIMS_OF_THEN = /^远景目标(?:主要)?[是为：]/;

/** 编制完成“十三五”经济社会发展规划纲要, 完成“十二五”减排任务的80%: a plan's papers, or its tasks of which a part is done. */
function isOfPapers(before: string, after: string): boolean {
  const bare = after.replace(/^[”"]/, '');
  if (/^(?:重大)?项目(?:库|储备)/.test(bare)) return true;
  if (/(?:编制|编制完成|编制好|启动|出台|谋划|制定|发布|印发)[了好]?$/.test(before))
    return /^[一-龥]{0,12}?(?:规划|纲要|意见|方案|项目库)/.test(bare);
  return /完成[了]?$/.test(before) && /^[一-龥]{0,8}?(?:任务|目标)/.test(bare);
}

/** True where the mention is the time of what follows it, not a part of a name or a motto, or the base of a comparison. */
export function governs(mention: PeriodMention, text: string): boolean {
  const { start, end } = mention.span;
  if (text[start - 1] === '学') return false;
  // 十年来首次超过全国增速, 创近10年来最好水平: how rare it is, not when it was.
  if (mention.kind !== 'year' && RARE.test(text.slice(end, end + 8))) return false;
  // 二〇三五年远景目标主要是：…
  if (mention.kind === 'year' && AIMS_OF_THEN.test(text.slice(end, end + 10))) return true;
  if (mention.base === true || NO_TIME_AFTER.test(text.slice(end, end + 6))) return false;
  if (mention.kind === 'plan' && isOfPapers(text.slice(Math.max(0, start - 8), start), text.slice(end, end + 18)))
    return false;
  // “十四五”规划重大项目, “十四五”第二批风光电项目: the plan as a document; “十四五”规划建设6个基地 tells what is to be built.
  const document =
    /规划$/.test(mention.text) &&
    !/^[”"]?(?:建设|新建|实施|新增|布局|提出|明确|确定(?!的))/.test(text.slice(end, end + 4));
  if (mention.kind === 'plan' && (document || /^[”"]?第[一二三]批/.test(text.slice(end, end + 4)))) return false;
  // “前两年强基础、后三年快发展”
  const inQuotes = text.lastIndexOf('“', start - 1) > text.lastIndexOf('”', start - 1);
  return !inQuotes || mention.kind === 'plan' || mention.kind === 'end';
}

/**
 * True where a sentence that opens with the mention speaks of that time from here on: 五年来，我们…; 2021年是…的一年.
 * @param first true for the first sentence of a paragraph
 * @param lastYear the year before the report's
 */
export function opensStretch(mention: PeriodMention, text: string, first: boolean, lastYear: number): boolean {
  if (mention.span.start > 8) return false;
  // A paragraph of a review that begins with the year just gone by: 2021年喜迎建党百年，….
  if (first && mention.kind === 'year' && mention.span.start === 0 && mention.from === lastYear) return true;
  const head = text.slice(0, mention.span.start);
  const after = text.slice(mention.span.end, mention.span.end + 40);
  // 贷款余额5年增长89.7% tells of its own figure alone.
  // 20年来群众高度关注的问题 is no stretch that is reviewed.
  if (allows(mention)) return false;
  if (mention.kind === 'window' && Math.abs(mention.shift ?? 0) > LONGEST_TERM && !/^[，,]/.test(after)) return false;
  // 两年完成综合整修1413万平方米, in a review of one year: how long that took.
  const own = !first && !/来|间|过去|五/.test(mention.text) && !/^[，,]/.test(after);
  if (mention.kind === 'window' && own && !head.endsWith('经过')) return false;
  if (mention.kind === 'window') return mention.part === undefined && !OWN_CHANGE.test(after);
  if (/(?:过去的|即将过去的|刚刚过去的|刚过去的|刚刚走过的)$/.test(head)) return true;
  if (/(?:过去的一年|这一年|一年来|过去一年)/.test(mention.text)) return true;
  return (
    mention.kind !== 'part' &&
    mention.kind !== 'end' &&
    /^[”"]?(?:期间|时期)?[，,]?(?:我们|是(?!20)|全市上下|全省上下|面对|注定|在党|极不平凡|的工作)/.test(after)
  );
}

/** In years. */
const LONGEST_TERM = 6;

/** A stretch of years right before a change is that change's alone. */
export const OWN_CHANGE = /^(?:累计|分别)?(?:(?:增长|增加|提高|提升|下降|翻)[^，；。]{0,2}\d|翻了?[一两三]番)/;

const YEARS_TOLD =
  /^(?:[一二三四五六七八九十]{1,3}[是、]|（[一二三四五六七八九十]{1,3}）)?(?:(?:回首|回顾|回望|回眸)(?:过去，)?)?(?:这|过去|刚刚过去|五年|[^，。；：\d]{0,8}[，]?这)[^，。；\d]{0,6}是[^，。；：]{2,44}的([三四五])年(?=[。，；：！]|$)/;

/** 这是改革开放迈出更大步伐的五年: the stretch of years that a paragraph of a review says it tells of. */
export function yearsTold(text: string): PeriodMention | undefined {
  const match = YEARS_TOLD.exec(text);
  if (match === null) return undefined;
  const span = { start: match[0].length - 2, end: match[0].length };
  return { span, text: match[0], kind: 'window', shift: -'三四五'.indexOf(match[1]!) - 3 };
}

/** Years below this are counted from a report's year that nobody knows. */
const FIRST_YEAR = 1900;

/** In a report whose year is unknown only the years that the words themselves name are known. */
export function unknownYears(facts: readonly Fact[], report: Report): Fact[] {
  if (report.year !== null) return [...facts];
  return facts.map((fact) => {
    const { from, to, base, ...rest } = fact.period;
    const known = from >= FIRST_YEAR && to >= FIRST_YEAR;
    const compared = base !== undefined && base >= FIRST_YEAR ? { base } : {};
    return { ...fact, period: { ...rest, from: known ? from : 0, to: known ? to : 0, ...compared } };
  });
}

/** A period for a fact. A level of a stretch of several years is of its last year; what was done is of all of them. */
export function asPeriod(years: Years, source: Period['source'], endOnly: boolean, base?: number): Period {
  return {
    from: endOnly ? years.to : years.from,
    to: years.to,
    ...(years.part === undefined ? {} : { part: years.part }),
    ...(base === undefined ? {} : { base }),
    source,
  };
}
