import { headingCue, type RoleCue } from './roles.js';

/** A heading of a view's text. */
export interface Heading {
  /** Where it begins; its section begins there too. */
  readonly start: number;
  /** Where its words end and the text under it begins. */
  readonly end: number;
  /** As a person reads it: 三、2022年工作安排. */
  readonly text: string;
  /** The kind of its number: 0 第一部分, 1 一、, 2 （一）, 3 1.; a heading without a number but with a role stands above 一、. */
  readonly rank: Rank;
  /** Its ordinal; 0 where it has none. */
  readonly number: number;
  readonly cue?: RoleCue;
}

export type Rank = 0 | 0.5 | 1 | 2 | 3;

const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';
const NUMBERED = new RegExp(
  `(第${HAN_NUMBER}(?:部分|章|篇|编)[、：:]?|${HAN_NUMBER}、|（${HAN_NUMBER}）[、.]?|\\d{1,2}(?:[、．]|\\.(?!\\d)))`,
  'y',
);
const NUMBERED_INSIDE = new RegExp(`(第${HAN_NUMBER}部分|${HAN_NUMBER}、|（${HAN_NUMBER}）|\\d{1,2}\\.(?!\\d))`, 'g');
/** Longest heading that is a line or a sentence of its own, and longest one that runs into its text, in characters. */
const LINE_LENGTH = 80;
const SENTENCE_LENGTH = 42;
const RUN_ON_LENGTH = 34;
const UNNUMBERED_LENGTH = 34;
/** What a line without a number must speak of to be a heading. */
const PART_WORDS = /工作|回顾|目标|任务|安排|打算|部署|要求|成就|成绩|发展|重点|实事|释|注|说明|附|建议|思路/;
/** A longer line holds a whole report, headings inline. */
const LONG_LINE = 1500;

/** Words that end a heading of the upper levels where it runs into its text: 一、过去五年工作回顾市十六届人大… */
const RUN_ON_END =
  /(?:工作回顾|回顾|目标任务|主要目标(?:和(?:重点|主要)?任务)?|总体要求(?:[和及、](?:主要目标|重点任务|主要任务|目标任务|20\d\d年(?:重点|主要)工作))?|重点任务|主要任务|工作任务|工作安排|工作打算|重点工作|主要工作|发展成就|工作部署|工作建议|自身建设|(?:服务型|法治|满意的?)政府|政府建设)/g;
/** Words that end a heading of the lower levels where it runs into its text: …致力在深化改革开放上有新突破扎实推进… */
const NEWS_END =
  /新(?:作为|气象|进展|突破|成效|进步|高度|提升|局面|台阶|水平|优势|动能|面貌|形象|改善|增强|篇章|跨越|贡献|活力|格局|步伐|成绩|业绩)/g;

/** The headings of a view's text, in order. Linear in its length. */
export function findHeadings(text: string, year: number | null): Heading[] {
  const headings: Heading[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const heading = lineHeading(text, start, end, year);
    if (heading) headings.push(heading);
    if (end - start > LONG_LINE) inlineHeadings(text, heading?.end ?? start, end, year, headings);
    start = end + 1;
  }
  return withoutItems(text, headings);
}

function lineHeading(text: string, start: number, end: number, year: number | null): Heading | undefined {
  NUMBERED.lastIndex = start;
  const number = NUMBERED.exec(text)?.[0];
  if (number === undefined || start + number.length > end) return unnumbered(text, start, end, year);
  if (end - start > LONG_LINE) return make(text, start, number, inlineEnd(text, start + number.length, end), year);
  const line = text.slice(start, end);
  const stop = line.search(/[。！？；]/);
  if (stop >= 0 && stop < line.length - 1) {
    // A heading and its text in one paragraph: （一）“六稳”“六保”全面落实。大力实施…
    if (stop > SENTENCE_LENGTH || line[stop] === '；') return upperRunOn(text, start, number, end, year);
    return make(text, start, number, start + stop + 1, year);
  }
  if (line.length <= LINE_LENGTH && !/[，；：、]$/.test(line)) return make(text, start, number, end, year);
  return upperRunOn(text, start, number, end, year);
}

/** A heading of the upper levels that runs into its text on a line of its own. */
function upperRunOn(
  text: string,
  start: number,
  number: string,
  end: number,
  year: number | null,
): Heading | undefined {
  if (rankOf(number) > 1) return undefined;
  const cut = keywordEnd(text, start + number.length, end, RUN_ON_END);
  return cut === undefined ? undefined : make(text, start, number, cut, year);
}

/** A short line without a number that names the part of the report: 2021年工作安排. */
function unnumbered(text: string, start: number, end: number, year: number | null): Heading | undefined {
  if (end - start < 2 || end - start > UNNUMBERED_LENGTH) return undefined;
  const line = text.slice(start, end);
  if (/[。；！？，：、]$/.test(line) && !/^附件?.{0,3}：$|(?:释|解|说明|注)：$/.test(line)) return undefined;
  if (/[。；！？]/.test(line) || /报告(?:（.{0,12}）)?$|^[—（]|会议上$|月\d{1,2}日/.test(line)) return undefined;
  if (!PART_WORDS.test(line)) return undefined;
  const cue = headingCue(line, year);
  return cue ? { start, end, text: line, rank: 0.5, number: 0, cue } : undefined;
}

function inlineHeadings(text: string, from: number, to: number, year: number | null, into: Heading[]): void {
  NUMBERED_INSIDE.lastIndex = from;
  for (let match = NUMBERED_INSIDE.exec(text); match && match.index < to; match = NUMBERED_INSIDE.exec(text)) {
    const [number] = match;
    const before = text[match.index - 1] ?? '。';
    // 分别居全省第三、第四 and 推进九、武贵高铁 are no headings: those follow the end of a sentence, or open a list after a colon.
    const first = ordinal(number) === 1;
    if (!/[。！？!”]/.test(before) && !(first && /[：；]/.test(before))) continue;
    const end = inlineEnd(text, match.index + number.length, to);
    const heading = make(text, match.index, number, end, year);
    if (heading && end - match.index > number.length + 1) into.push(heading);
    NUMBERED_INSIDE.lastIndex = Math.max(end, match.index + number.length);
  }
}

/** Where a heading inside a long line ends: at a word that ends headings, at its full stop, or after its first clause. */
function inlineEnd(text: string, from: number, to: number): number {
  const keyword = keywordEnd(text, from, to, RUN_ON_END);
  if (keyword !== undefined) return keyword;
  const rest = text.slice(from, Math.min(to, from + 64));
  const stop = rest.search(/[。！？；]/);
  const news = keywordEnd(text, from, Math.min(to, from + (stop < 0 ? 48 : Math.min(stop, 48))), NEWS_END, 48);
  if (news !== undefined) return text[news] === '。' ? news + 1 : news;
  if (stop >= 0 && stop <= SENTENCE_LENGTH && rest.slice(0, stop).split('，').length <= 2) return from + stop + 1;
  const comma = rest.search(/[，：]/);
  return from + (comma > 0 && comma <= RUN_ON_LENGTH ? comma : Math.min(rest.length, RUN_ON_LENGTH));
}

/** The end of the last of the words in the first clause, within reach of a heading. */
function keywordEnd(text: string, from: number, to: number, words: RegExp, reach = RUN_ON_LENGTH): number | undefined {
  const part = text.slice(from, Math.min(to, from + reach));
  const clause = words === RUN_ON_END ? part.split(/[。！？；，：]/)[0]! : part;
  let end: number | undefined;
  for (const match of clause.matchAll(words)) end = from + match.index + match[0].length;
  return end;
}

function make(text: string, start: number, number: string, end: number, year: number | null): Heading {
  const words = text.slice(start + number.length, end).replace(/[。；，：、\s]+$/, '');
  const cue = headingCue(words, year);
  return {
    start,
    end,
    text: number + words,
    rank: rankOf(number),
    number: ordinal(number),
    ...(cue ? { cue } : {}),
  };
}

function rankOf(number: string): Rank {
  if (number.startsWith('第')) return 0;
  if (number.startsWith('（')) return 2;
  return /^\d/.test(number) ? 3 : 1;
}

function ordinal(number: string): number {
  const digits = /\d+/.exec(number);
  if (digits) return Number(digits[0]);
  const han = /[一二三四五六七八九十]+/.exec(number)![0];
  const value = (s: string): number => '一二三四五六七八九'.indexOf(s) + 1;
  const [tens, ones] = han.split('十');
  return ones === undefined ? value(han) : (tens ? value(tens) : 1) * 10 + (ones ? value(ones) : 0);
}

/** Leaves out the numbered lines of a list: nothing stands under them before the next of their kind. */
function withoutItems(text: string, headings: readonly Heading[]): Heading[] {
  return headings.filter((heading, index) => {
    if (heading.number === 0) return true;
    const next = headings[index + 1];
    const previous = headings[index - 1];
    const bare = (a: Heading, b: Heading | undefined): boolean =>
      b !== undefined && a.rank === b.rank && b.number === a.number + 1 && text.slice(a.end, b.start).trim() === '';
    return !(bare(heading, next) || (previous !== undefined && bare(previous, heading)));
  });
}
