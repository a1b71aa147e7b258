import type { Report, Section } from '../corpus/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { splitClauses, splitSentences } from '../text/sentences.js';
import type { Quantity, Span } from '../text/types.js';
import { type Anchor, anchorOf, sectionYears } from './periods.js';
import { locate } from './places.js';
import type { Facet, Fact } from './types.js';
import { stripHeads } from './words.js';

/**
 * Dates as facts (日期): what was or is to be done, and when. 10月10日开通运营; 5月底前完成; 2025年建成通车. They are no figures, and
 * stand apart from those: who asks 哪天 or 什么时候 looks here.
 */

const YEAR = '(?:((?:19|20)\\d\\d)年|(今年|去年|明年|本年|当年))?';
const DAY =
  '(\\d{1,2})月(?:(\\d{1,2})[日号]|(上旬|中旬|下旬|底|末|初|份)?)(?![日号\\d至-]|[-—–~至到]\\d)(以前|之前|前|起|以来)?';
const PART = '(年底|年末|年初|上半年|下半年|[一二三四]季度|第[一二三四]季度)(以前|之前|前|内)?';
/** A day or a month, a part of a year, a year; each with 前 where it is the last time for it. */
const WHEN = new RegExp(`${YEAR}(?:${DAY}|${PART})|(?:(到|至)?((?:19|20)\\d\\d)年(底|末)?(前)?)`, 'g');

/** What happens on a day: a clause with none of these tells of a time, not of an event. */
const EVENT =
  /开工|动工|奠基|建成|竣工|完工|通车|通航|通水|通电|通气|开通|运营|投运|投用|投产|投入使用|启用|试运行|试运营|开馆|开园|开业|开学|开放|交付|交房|挂牌|获批|批复|签约|发射|举行|举办|召开|开幕|闭幕|揭牌|成立|封顶|贯通|合龙|首发|首飞|上市|施行|出台|印发|摘帽|退出|达产|落成|点火|并网|下线|入列|启动|完成|实施|实现|复工|复产|拆除|搬迁|入驻|投放|上线/;
/** For a bare year only what surely is an event: 2025年建成通车, not 2025年完成投资. */
const SURE_EVENT =
  /建成通车|通车|通航|开通运营|开通|投运|投用|建成投产|投产|投入使用|投入运营|开馆|开园|开业|竣工|完工|贯通|合龙|交付使用|建成(?=$|并|使用)|开工建设|动工/;
/** A sentence without one of these names no day, month or year of its own. */
const TIME = /\d月|年[底末初]|[上下]半年|季度|20\d\d年|19\d\d年/;
/** 年初确定的, 5月启动以来: the time of something said aside. */
const ASIDE = /^(?:确定|承诺|预定|下达|提出|安排|部署|以来|起)/;
const WILL = /力争|确保|争取|预计|计划|拟|将|要|目标/;
const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const QUARTERS: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12 };
const LONGEST_EVENT = 48;

/** The dates of a report on which something was or is to be done, in text order. */
export function dateFacts(report: Report, lexicon: Lexicon): Fact[] {
  const { text } = report.view;
  const anchor = anchorOf(report);
  const facts: Fact[] = [];
  report.sections.forEach((section, index) => {
    if (section.role === 'glossary' || section.role === 'front') return;
    for (const sentence of splitSentences(text, section)) {
      const words = text.slice(sentence.start, sentence.end);
      if (!TIME.test(words) || !EVENT.test(words)) continue;
      for (const clause of splitClauses(text, sentence)) {
        facts.push(...datesIn({ report, lexicon, anchor, section, index, sentence, clause }, facts.length));
      }
    }
  });
  return facts;
}

interface Place {
  readonly report: Report;
  readonly lexicon: Lexicon;
  readonly anchor: Anchor;
  readonly section: Section;
  readonly index: number;
  readonly sentence: Span;
  readonly clause: Span;
}

/** A date as written, with the days that it may mean. */
interface When {
  readonly span: Span;
  readonly year: number;
  /** 10月10日, 5月底前; '' for a bare year. */
  readonly part: string;
  readonly first: number;
  readonly last: number;
  /** True for 前: at the latest. */
  readonly by: boolean;
}

function datesIn(place: Place, known: number): Fact[] {
  const { report, clause } = place;
  const words = report.view.text.slice(clause.start, clause.end);
  // Of several dates side by side (分别在3月、10月投产) which is whose is not told here.
  if (!/\d月|年|季度/.test(words) || /分别|各自|月、\d+月/.test(words)) return [];
  return [...words.matchAll(WHEN)].flatMap((match, i) => {
    // 1至4月 is a stretch of time, no day on which something happens.
    const when = /[-—–~至]$/.test(words.slice(0, match.index)) ? undefined : whenOf(match, place);
    const what = when === undefined ? undefined : eventOf(words, when, place);
    return when === undefined || what === undefined ? [] : [factOf(place, when, what, known + i)];
  });
}

function whenOf(match: RegExpMatchArray, { anchor, section }: Place): When | undefined {
  const [text, named, said, month, day, , by, part, partBy, , bare, end, bareBy] = match;
  const start = match.index!;
  const span = { start, end: start + text.length };
  const own = sectionYears(section, anchor).to;
  if (bare !== undefined) {
    const year = Number(bare);
    return {
      span,
      year,
      part: end === undefined ? '' : `年${end}${bareBy ?? ''}`,
      ...days(year, 1, 12),
      by: bareBy !== undefined,
    };
  }
  const shift = said === '去年' ? -1 : said === '明年' ? 1 : 0;
  const year = named !== undefined ? Number(named) : said === undefined || said === '当年' ? own : anchor.year + shift;
  if (by === '以来' || by === '起') return undefined;
  if (month !== undefined) {
    const number = Number(month);
    if (number < 1 || number > 12 || Number(day ?? 1) > 31) return undefined;
    const exact = day === undefined ? days(year, number, number) : dayOf(year, number, Number(day));
    return { span, year, part: text.replace(/^.*?(?=\d{1,2}月)/, ''), ...exact, by: isLast(by) };
  }
  return {
    span,
    year,
    part: text.replace(/^.*?(?=年[底末初]|[上下]半年|第?[一二三四]季度)/, ''),
    ...partDays(year, part!),
    by: isLast(partBy),
  };
}

const isLast = (word: string | undefined): boolean => word?.endsWith('前') === true;

function days(year: number, from: number, to: number): { first: number; last: number } {
  return { first: year * 10000 + from * 100 + 1, last: year * 10000 + to * 100 + LAST_DAYS[to - 1]! };
}

function dayOf(year: number, month: number, day: number): { first: number; last: number } {
  const number = year * 10000 + month * 100 + day;
  return { first: number, last: number };
}

function partDays(year: number, part: string): { first: number; last: number } {
  const quarter = QUARTERS[/([一二三四])季度/.exec(part)?.[1] ?? ''];
  if (quarter !== undefined) return days(year, quarter - 2, quarter);
  if (part === '上半年') return days(year, 1, 6);
  if (part === '下半年') return days(year, 7, 12);
  return part === '年初' ? days(year, 1, 2) : days(year, 12, 12);
}

/** Words between what happens and its date: 于, 力争, 将. */
const LINK = /(?:已|已经)?(?:力争|确保|争取|预计|计划|拟|将|要|能够|可)*(?:于|在|从|自|到|至)?$/;

/** What happens on the date: the words behind it, with those before it in its clause, else the clause before. */
function eventOf(words: string, { span, part }: When, { report, sentence, clause }: Place): string | undefined {
  // 10月10日，桃花源机场开通运营: the clause behind a date that stands alone.
  const alone = words.slice(0, span.start).replace(LINK, '') === '' && span.end === words.length;
  const next = alone ? /^，([^，。；\n]+)/.exec(report.view.text.slice(clause.end, sentence.end))?.[1] : undefined;
  const after = (next ?? words.slice(span.end)).replace(/^[，,的]?/, '').replace(/[。！；，]+$/, '');
  const before = stripHeads(words.slice(0, span.start).replace(LINK, ''));
  const said = before + stripHeads(after.replace(/^(?:正式|全面|全部|顺利|如期)(?=开放|完成)/, ''));
  const lead = stripHeads(
    report.view.text
      .slice(sentence.start, clause.start)
      .split(/[，；]/)
      .at(-2) ?? '',
  );
  const whole = said.length > 4 || !/^[，；]$/.test(report.view.text[clause.start - 1] ?? '') ? said : lead + said;
  if (ASIDE.test(after) || /自$/.test(words.slice(0, span.start)) || after.includes('以来')) return undefined;
  const event = part === '' ? SURE_EVENT : EVENT;
  if (!event.test(after === '' ? before : after) || whole.length < 4) return undefined;
  return whole.slice(0, LONGEST_EVENT);
}

function factOf(
  { report, lexicon, anchor, section, index, sentence, clause }: Place,
  when: When,
  what: string,
  number: number,
): Fact {
  const words = report.view.text.slice(clause.start, clause.end);
  const located = locate(
    { subject: what, clause: words, ranked: false },
    report,
    lexicon.gazetteer,
    lexicon.indicators,
  );
  const span = { start: clause.start + when.span.start, end: clause.start + when.span.end };
  const quantity: Quantity = {
    kind: 'phrase',
    low: when.by ? null : when.first,
    high: when.last,
    bound: when.by ? '<=' : when.first === when.last ? '=' : 'range',
    unit: '日期',
    span,
    core: span,
    text: report.view.text.slice(span.start, span.end),
  };
  return {
    id: `${report.id}#d${number + 1}`,
    report: report.id,
    subject: located.subject,
    place: located.place,
    period: {
      from: when.year,
      to: when.year,
      ...(when.part === '' ? {} : { part: when.part }),
      source: 'clause',
    },
    facet: facetOf(section, when, words, anchor),
    estimated: false,
    measure: 'date',
    quantity,
    headline: false,
    span,
    clause,
    sentence,
    section: index,
  };
}

/** Done, or planned: a date of the report's year or later is planned, unless a review tells of it. */
function facetOf({ role }: Section, { year }: When, words: string, anchor: Anchor): Facet {
  const back = role === 'review' || role === 'review5';
  if (year > anchor.year) return 'plan-target';
  if (year < anchor.year) return 'outcome';
  return back && !WILL.test(words) ? 'outcome' : 'target';
}
