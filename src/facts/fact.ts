import type { Report, Section } from '../corpus/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Indicator } from '../lexicon/types.js';
import { findPeriods } from '../text/periods.js';
import type { PeriodMention, Quantity, Span } from '../text/types.js';
import { averagedYears } from './averages.js';
import type { Bound } from './bind.js';
import { TASK_SET } from './counted.js';
import { isBareThing } from './effects.js';
import { facetOf } from './facets.js';
import { isCut, isFlow, isShareOf, measureOf, withPercent } from './measures.js';
import { type Anchor, allows, asPeriod, governs, OWN_CHANGE, sectionYears, type Years, yearsOf } from './periods.js';
import { type Located, locate } from './places.js';
import { indicatorOf } from './recognise.js';
import { goesOnOver } from './stretches.js';
import { placeSetTasks, themeOf } from './themes.js';
import type { Fact, Period } from './types.js';
import { RATE_WORDS, stripHeads } from './words.js';

/** What holds for a report as a whole. */
export interface Reader {
  readonly report: Report;
  readonly lexicon: Lexicon;
  readonly anchor: Anchor;
  /** True where the report has lost its per cent signs. */
  readonly repair: boolean;
  /** Lines of an account of promises that repeat what had been promised. */
  readonly promises: readonly Span[];
}

/** Where a figure stands and what governs it there. */
export interface Place {
  readonly section: Section;
  readonly index: number;
  readonly sentence: Span;
  readonly words: string;
  readonly mentions: readonly PeriodMention[];
  /** The years that a lead-in before the sentence has set. */
  readonly years: Years | undefined;
  readonly headline: boolean;
  readonly estimated: boolean;
  /** The clause before the sentence that says of what area it speaks, where its own subject is dropped; else ''. */
  readonly leansOn: string;
}

/** One bound figure as a fact. `number` counts the report's facts from 0. */
export function makeFact(reader: Reader, at: Place, bound: Bound, number: number): Fact {
  const { report } = reader;
  const { sentence } = at;
  const what = whatOf(reader, at, bound);
  const { located, indicator, measure } = what;
  const { period, facet } = whenOf(reader, at, bound, what);
  const repairedQuantity = reader.repair ? percentOf(bound.quantity, measure, indicator) : undefined;
  const quantity = moved(repairedQuantity ?? bound.quantity, sentence.start);
  return {
    id: `${report.id}#${number + 1}`,
    report: report.id,
    subject: located.subject,
    ...(indicator === undefined ? {} : { indicator: indicator.id }),
    ...(bound.verb === undefined ? {} : { verb: bound.verb }),
    place: located.place,
    ...(located.scope === undefined ? {} : { scope: located.scope }),
    period,
    facet,
    estimated: (facet === 'outcome' || facet === 'cumulative') && at.estimated,
    measure,
    ...directionOf(bound, located.subject, measure),
    quantity,
    ...repairOf(repairedQuantity !== undefined, quantity.span, report),
    headline: at.headline,
    span: quantity.span,
    clause: shift(bound.clause, sentence.start),
    sentence,
    section: at.index,
  };
}

/** What a figure is of, and what it measures. */
interface What {
  readonly located: Located;
  readonly indicator: Indicator | undefined;
  readonly measure: Fact['measure'];
  /** The words of its clause up to the figure. */
  readonly upTo: string;
}

function whatOf(reader: Reader, at: Place, bound: Bound): What {
  const { report, lexicon } = reader;
  const { words } = at;
  const named = {
    subject: withoutStretch(bound.subject.trim(), at.section),
    clause: words.slice(bound.home.start, bound.home.end),
    ranked: bound.quantity.kind === 'rank',
  };
  const found = locate(named, report, lexicon.gazetteer, lexicon.indicators);
  const plain = indicatorOf(found.subject, lexicon.indicators, bound.verb);
  const located =
    plain === undefined && !isBareThing(found.subject)
      ? underTasks(found, beforeFigure(at, bound), reader)
      : underTheme(found, beforeFigure(at, bound), reader);
  const own = located === found ? plain : indicatorOf(located.subject, lexicon.indicators, bound.verb);
  // Marks passed one after the other (连续跨越4万亿、5万亿) are no year's level.
  const shareOf = isShareOf(bound);
  const indicator =
    own !== undefined && fits(bound.quantity.unit, own) && bound.milestone !== true && !shareOf ? own : undefined;
  const upTo = words.slice(bound.home.start, bound.quantity.span.end);
  // 由一季度下降10.3%到全年增长2.9%: where the year started is no figure of the year.
  const started = FROM_A_PART.exec(words.slice(0, bound.quantity.span.start))?.[1];
  if (started !== undefined) {
    const subject = located.subject + started;
    return { located: { ...located, subject }, indicator: undefined, measure: measureOf(bound, indicator, upTo), upTo };
  }
  const lasted = lastedAs(bound, words);
  if (lasted !== '') {
    return { located: { ...located, subject: located.subject + lasted }, indicator, measure: 'level', upTo };
  }
  return { located, indicator, measure: shareOf ? 'share' : measureOf(bound, indicator, upTo), upTo };
}

const FROM_A_PART = /[由从]([一二三四]季度|上半年|前[一二三四两\d]+(?:个月|季度))[^，、；]{0,4}$/;

/** 农业增加值连续9年居全省第一: for how long something held is no value of what it is told of, so that is said along. */
function lastedAs({ quantity, before, clause, subject, verb }: Bound, words: string): string {
  if (!/^(?:年|个月|个?季度)$/.test(quantity.unit) || !/连续第?$/.test(before) || subject.includes('连续')) return '';
  const held = HELD.exec(words.slice(quantity.span.end, clause.end))?.[0];
  if (held === undefined || subject.includes(held.slice(0, SAME_WORDS))) return '';
  return verb !== undefined && RATE_WORDS.has(verb) ? `${verb}连续${held}` : `连续${held}`;
}

/** So many characters of what held are enough to tell that the subject says it already. */
const SAME_WORDS = 4;

/** What is told of a stretch of years: 连续9年居全省第一. */
const HELD =
  /^(?:稳|位|名|高|低|排|领|保持|维持|稳定|超|大幅|双|增长|下降|提高|上升|增加|减少|实现|完成|达到|无|没有|未|零|居|在全|全国|全省|全区|创|丰|上榜|入选|入围|跻身|进入|获|荣|蝉联|被评|摘|夺|达(?:到)?(?:国家|全国|标|优|二|一|Ⅱ|省))[^，。；、（]{1,18}|^(?:稳步|持续|双|实现)?(?:下降|上升|增长|回升|提高|减少|递增|递减|增产|增收|盈利|正增长)(?=$|[，。；、（])/;

/** 5年累计完成固定资产投资 in a review: the years are read apart. 3年投资 among tasks keeps them. */
function withoutStretch(subject: string, { role }: Section): string {
  if (role !== 'review' && role !== 'review5') return subject;
  const rest = subject.replace(/^[2-5]年(?:来|间)?(?:累计)?(?=[一-龥]{2})(?!期|制|行动|计划|攻坚|以上)/, '');
  return rest === subject ? subject : stripHeads(rest);
}

/** The time that a figure is of, and whether it is aimed at or reached. */
function whenOf(reader: Reader, at: Place, bound: Bound, what: What): Pick<Fact, 'period' | 'facet'> {
  const { anchor } = reader;
  const { section, words } = at;
  const { measure, indicator } = what;
  const flow = isFlow(bound, measure, indicator);
  const { years: own, source } = timeOf(bound, at, anchor);
  const told = yearsFor({ ...what, words: what.upTo }, own, section, anchor);
  const facet = facetFor(reader, at, bound, { years: told, flow, measure });
  const ofYear = THIS_YEAR.test(words.slice(0, bound.quantity.span.start));
  const result = measure === 'growth' && indicator !== undefined;
  const years = bound.change === undefined ? asItStands({ facet, years: told, ofYear, result }, section, reader) : told;
  const base = baseOf(bound, at, years, anchor) ?? comparedWith(bound, at, years, measure, anchor);
  if (bound.change === 'from' && base !== undefined) return { period: { from: base, to: base, source }, facet };
  const endOnly =
    years.to > years.from &&
    (facet === 'outcome' || facet === 'cumulative') &&
    !flow &&
    !(measure === 'multiple' && (STRETCH.test(bound.against ?? '') || STRETCH_BEFORE.test(bound.before))) &&
    !/每年|历年|逐年/.test(words.slice(bound.home.start, bound.quantity.span.start)) &&
    (!['average', 'difference', 'growth'].includes(measure) || isBesideAnother(bound, measure)) &&
    section.role !== 'other';
  // Growth against a year further back is over the years since.
  // 经济增速由2022年的0.8%提升至2025年的5.5%: each end is the rate of its own year.
  const since =
    measure === 'growth' && bound.change === undefined && base !== undefined && base < years.to - 1
      ? { ...years, from: base + 1 }
      : bound.change === 'to' && measure === 'growth'
        ? { ...years, from: years.to }
        : years;
  return { period: asPeriod(since, source, endOnly, base), facet };
}

/** 森林覆盖率高出全省4个百分点: how a rate lies beside another's is of the year at which it is told. */
function isBesideAnother({ subject, before, verb }: Bound, measure: Fact['measure']): boolean {
  if (
    measure !== 'difference' ||
    !/率|比重|占比|比例/.test(subject) ||
    /增[长速幅]|年均|涨|累计/.test(subject + before)
  )
    return false;
  return /(?:高于|高出|低于|优于|好于)(?:全[国省区市]|预期|目标)/.test(subject + before + (verb ?? ''));
}

/** So far behind a figure stand the words that call it a task. */
const TASK_REACH = 24;

function facetFor(
  { report, anchor, promises }: Reader,
  { section, sentence, words }: Place,
  bound: Bound,
  { years, flow, measure }: { readonly years: Years; readonly flow: boolean; readonly measure: Fact['measure'] },
): Fact['facet'] {
  // The first figure of 由450元提高到490元 is what there was, also where the second is aimed at.
  if (bound.change === 'from') return 'outcome';
  const { span } = bound.quantity;
  // 超额完成国家下达的100万亩年度任务: what had been set.
  if (/超额?完成[^，；]*$/.test(bound.before) && TASK_SET.test(words.slice(span.end, span.end + TASK_REACH)))
    return 'target';
  if (promises.some(({ start, end }) => start <= sentence.start && sentence.start < end)) return 'target';
  const said = { clause: words.slice(bound.clause.start, bound.clause.end), before: bound.before };
  return facetOf(section, years, flow, measure, said, anchor, report.kind === 'news');
}

/** Parts of a report that do not look back by themselves: what they tell to be reached is of the year before. */
const NO_REVIEW: ReadonlySet<Section['role']> = new Set(['tasks', 'annex', 'front', 'other']);
/** Documents that are spoken at the beginning of their year. */
const OF_THE_YEAR_BEFORE: ReadonlySet<Report['kind']> = new Set(['report', 'summary', 'tasks']);

/** 是“十二五”时期的1.6倍 sets sums side by side. */
const STRETCH = /时期|期间|五年(?!前)|任期|届|五”?$/;
/** 是上个五年的1.7倍. */
const STRETCH_BEFORE = /(?:上一?个?|前)(?:[三四五]年|届(?:政府)?)的$/;
/** A year named before a figure. */
const THIS_YEAR = /今年|本年|年内|(?:19|20)\d\d年|一九[一-龥〇]{2}年/;

/** What is there already when a year's tasks are set (加快已开工的8个项目), or was told before any heading, is of the year before. */
function asItStands(
  {
    facet,
    years,
    ofYear,
    result,
  }: { readonly facet: Fact['facet']; readonly years: Years; readonly ofYear: boolean; readonly result: boolean },
  { role }: Section,
  { report, anchor }: Reader,
): Years {
  const { year } = anchor;
  const ofTheYear = years.from === year && years.to === year && years.part === undefined;
  const spoken = role === 'tasks' || role === 'annex' || (!ofYear && OF_THE_YEAR_BEFORE.has(report.kind));
  // A note tells what the report's names mean; how an indicator grew was told of the year before.
  const noReview = NO_REVIEW.has(role) || (role === 'glossary' && result);
  return facet === 'outcome' && ofTheYear && spoken && noReview ? { from: year - 1, to: year - 1 } : years;
}

/** The words that a figure stands under: those of its sentence, and the clause that a dropped subject leans on. */
function beforeFigure({ leansOn, words }: Place, bound: Bound): string {
  const before = words.slice(0, bound.quantity.span.start);
  return leansOn === '' ? before : `${leansOn}，${before}`;
}

/** False for a stretch of time (连续3年) that stands behind an indicator measured in something else. */
function fits(unit: string, indicator: Indicator): boolean {
  return !/^(?:年|个?月|天|个?季度)$/.test(unit) || indicator.units.includes(unit);
}

/** An indicator's figure in a sentence that speaks of an area inside the place is the area's, not the place's. */
function underTheme(located: Located, before: string, { report, lexicon }: Reader): Located {
  const home = report.place?.id ?? '000000';
  if (located.place !== home || located.scope !== undefined) return located;
  const theme = themeOf(before, home, lexicon.gazetteer);
  if (theme === undefined || located.subject.startsWith(theme.name)) return located;
  // 11个产业集聚区 stands behind its number.
  const name = isBareThing(located.subject) ? stripHeads(theme.name.replace(/^[个家大]/, '')) : theme.name;
  return theme.place === undefined
    ? { ...located, subject: name + located.subject }
    : { ...located, place: theme.place };
}

/** Whatever is told of a county that a sentence sets tasks for is the county's. */
function underTasks(located: Located, before: string, { report, lexicon }: Reader): Located {
  const home = report.place?.id ?? '000000';
  if (located.place !== home || located.scope !== undefined) return located;
  const place = placeSetTasks(before, home, lexicon.gazetteer)?.place;
  return place === undefined ? located : { ...located, place };
}

/** What has to be said of how a figure was read. */
export function repairOf(percent: boolean, { start, end }: Span, { doubtful, view }: Report): Pick<Fact, 'repaired'> {
  if (percent) return { repaired: 'percent' };
  const from = view.offsets.at(start) ?? 0;
  const to = view.offsets.at(end - 1) ?? from;
  return doubtful?.some((line) => line.start <= to && from < line.end) === true ? { repaired: 'recognised' } : {};
}

function percentOf(
  quantity: Quantity,
  measure: Fact['measure'],
  indicator: Indicator | undefined,
): Quantity | undefined {
  return withPercent(quantity, measure === 'level' && indicator?.units[0] === '%' ? 'share' : measure);
}

/** What is better where there is less of it: an improvement (改善) of these is a fall. */
const LESS_IS_BETTER = /浓度|PM|污染|需氧量|氨氮|二氧化硫|综合指数|时间|能耗/;

function directionOf(
  { direction, verb, quantity }: Bound,
  subject: string,
  measure: Fact['measure'],
): Pick<Fact, 'direction'> {
  if (measure === 'growth' && quantity.unit === '%' && isCut(subject)) return { direction: 'down' };
  if (direction === undefined) return {};
  return { direction: verb === '改善' && LESS_IS_BETTER.test(subject) ? 'down' : direction };
}

const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

function moved(quantity: Quantity, by: number): Quantity {
  return { ...quantity, span: shift(quantity.span, by), core: shift(quantity.core, by) };
}

/** The time that governs a figure: the nearest before it in its clause, else in the sentence, the stretch, the section. */
function timeOf(bound: Bound, at: Place, anchor: Anchor): { years: Years; source: Period['source'] } {
  const { words, section } = at;
  const [own] = bound.when === undefined ? [] : findPeriods(bound.when);
  const told = own === undefined ? undefined : yearsOf(own, section, anchor, at.years);
  if (told !== undefined) return { years: told, source: 'clause' };
  const figure = bound.quantity.span.start;
  const before = at.mentions.filter(
    (mention) =>
      mention.span.end <= figure &&
      governs(mention, words) &&
      holdsFor(mention, words.slice(mention.span.end, figure)) &&
      // 恢复至2019年的105%: the mention has its 至.
      !(bound.against?.includes(mention.text.replace(/^[到至]/, '')) ?? false) &&
      !(bound.change === 'to' && /[由从]$/.test(words.slice(0, mention.span.start))),
  );
  const inClause = before.filter((mention) => mention.span.start >= bound.home.start);
  for (const mention of inClause.reverse()) {
    const years = yearsOf(mention, section, anchor, at.years);
    if (years !== undefined) return { years, source: 'clause' };
  }
  for (const mention of before
    .filter((m) => m.span.start < bound.home.start && (opensClause(m, words) || announces(m, words)))
    .reverse()) {
    const years = yearsOf(mention, section, anchor, at.years);
    if (
      years !== undefined &&
      isAside(mention, years, section, anchor, {
        before: words.slice(0, mention.span.start),
        between: words.slice(mention.span.end, figure),
      })
    )
      continue;
    if (years !== undefined) return { years, source: 'sentence' };
  }
  if (at.years !== undefined) return { years: at.years, source: 'paragraph' };
  return { years: sectionYears(section, anchor), source: section.from === undefined ? 'report' : 'heading' };
}

/** 到2020年全部完成安置；改造危房6358户 in a review: what is still to come is said aside, and ends with its ；. */
function isAside(
  mention: PeriodMention,
  years: Years,
  section: Section,
  anchor: Anchor,
  { before, between }: { readonly before: string; readonly between: string },
): boolean {
  if ((section.role !== 'review' && section.role !== 'review5') || years.to < anchor.year) return false;
  if (mention.kind === 'end') return between.includes('；');
  // 编制“十四五”旅游规划，…，全市接待游客30万人次
  return (
    mention.kind === 'plan' &&
    years.to > anchor.year &&
    between.includes('，') &&
    !TO_COME.test(before.slice(-8) + between)
  );
}

/** 两年平均增长6.3% and 2020年比2010年翻一番 tell of their own figure alone, not of those behind it. */
function holdsFor(mention: PeriodMention, between: string): boolean {
  const { kind, text } = mention;
  if (!goesOnOver(text, between)) return false;
  if (between.includes('；') && (allows(mention) || isEvent(mention))) return false;
  if (kind === 'window' && OWN_CHANGE.test(between)) return false;
  // 在2015年增长14.3%的基础上，又增长12.7%
  if (/基础上/.test(between)) return false;
  return !/^平均[^，；]*[\d，；]|^比(?:19|20)\d\d年[^，；]*[，；]/.test(between);
}

/** 今年9月全面招生办学；: the month of an event, with no 底 or 末 that tells how things stood. */
function isEvent({ kind, part, text }: PeriodMention): boolean {
  return (kind === 'part' || kind === 'relative') && /^\d{1,2}月$/.test(part ?? '') && !/[底末]$|截/.test(text);
}

const TO_COME = /将|力争|确保|计划|拟|规划建设|到20\d\d年|目标/;

/** True where the mention opens its clause, so that it can hold for the clauses after it. */
function opensClause(mention: PeriodMention, words: string): boolean {
  return /(?:^|[，；：。、,])(?:预计)?(?:力争|确保|争取)?(?:(?:项目)?(?:计划)?在|[到至从自]|截[至止])?[“"]?$/.test(
    words.slice(Math.max(0, mention.span.start - 6), mention.span.start),
  );
}

/** 佛山市五区在2015年全国百强区中的排名：: a time in the words before a colon holds for what the colon opens. */
function announces(mention: PeriodMention, words: string): boolean {
  return /^[^，。；：\d]{2,24}：/.test(words.slice(mention.span.end));
}

/**
 * The years that a figure of this measure is of. A yearly average up to a year (到2026年，…年均增长12%) is over the years that the
 * section deals with; a growth against the year before is of the last year, also where five years are told of.
 */
function yearsFor(
  {
    measure,
    indicator,
    words,
  }: {
    readonly measure: Fact['measure'];
    readonly indicator: Indicator | undefined;
    readonly words: string;
  },
  years: Years,
  section: Section,
  anchor: Anchor,
): Years {
  if (measure === 'average') return averagedYears(years, words, section, anchor);
  if (measure !== 'growth' || years.to === years.from) return years;
  // Prices are told by the year, unless the words say that they are summed up.
  const yearly =
    indicator?.id === 'cpi' ? !/累计|[五三四]年/.test(words) : /预计|全年|同比|[比较](?:上年|去年)/.test(words);
  return yearly ? { ...years, from: years.to } : years;
}

/** The year that a from–to, a difference or a multiple is measured from. */
function baseOf(bound: Bound, at: Place, years: Years, anchor: Anchor): number | undefined {
  if (bound.against !== undefined) {
    if (bound.against.includes('平均')) return undefined;
    const [mention] = findPeriods(bound.against);
    if (mention === undefined || mention.kind === 'part') return undefined;
    if (mention.kind === 'relative') return years.to - 1;
    const base = yearsOf(mention, at.section, anchor)?.to;
    // 2017年初 is the end of 2016.
    return base === undefined ? undefined : base - (bound.against.includes('年初') ? 1 : 0);
  }
  if (bound.change === undefined || comparedIn(bound, at) !== undefined) return undefined;
  // 由2007年的2704亿元增加到5569亿元: the year behind 由 is the base.
  const start = at.mentions.findLast(
    ({ span, from, kind }) =>
      (from !== undefined || kind === 'relative') &&
      span.start >= bound.home.start &&
      span.end <= bound.quantity.span.start &&
      /[由从]$/.test(at.words.slice(0, span.start)),
  );
  // Of what is aimed at, the change starts from where the report stands.
  const named = start === undefined ? undefined : (start.from ?? yearsOf(start, at.section, anchor)?.to);
  // 从去年的53.5%提高到54.4%, said in a review of last year, means the year before it.
  const until = bound.change === 'from' ? sectionYears(at.section, anchor).to : years.to;
  return named !== undefined && named < until ? named : Math.min(years.from, anchor.year) - 1;
}

/** 2011年与2006年相比，…: the year against which the changes behind it are told, as far as the sentence goes. */
const COMPARED =
  /[与同和]((?:19|20)\d\d年[底末]?|“?(?:十[一二三四]?|[七八九])五”?(?:规划|时期)?期?末)(?:相比较?|比较)，/g;

function comparedIn({ quantity }: Bound, { words }: Place): string | undefined {
  return [...words.slice(0, quantity.span.start).matchAll(COMPARED)].at(-1)?.[1];
}

/** The year that the sentence compares with, for a figure that tells of a change and names no other. */
function comparedWith(
  bound: Bound,
  at: Place,
  years: Years,
  measure: Fact['measure'],
  anchor: Anchor,
): number | undefined {
  const changes = bound.change !== undefined || ['growth', 'difference', 'multiple'].includes(measure);
  if (!changes || bound.against !== undefined || /同比|环比/.test(bound.before)) return undefined;
  const [mention] = findPeriods(comparedIn(bound, at) ?? '');
  const base = mention === undefined ? undefined : yearsOf(mention, at.section, anchor)?.to;
  return base !== undefined && base < years.to ? base : undefined;
}
