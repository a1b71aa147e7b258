import type { Analysis, Condition, PlaceSet, Plan } from '../../frame/analysis.js';
import type { Frame } from '../../frame/types.js';
import type { Lexicon } from '../../lexicon/load.js';
import { findPeriods } from '../../text/periods.js';
import type { PeriodMention } from '../../text/types.js';
import { cuesOf } from '../cues.js';
import { withHint } from './hints.js';
import { type Line, lineOf, tokensIn } from './line.js';
import { readMention } from './mention.js';
import { type Parts, readParts } from './parts.js';
import { stands } from './pattern.js';
import type { PlaceContext } from './places.js';
import { readSubject, type Subject } from './subject.js';
import { tokensOf } from './tokens.js';
import { analysisWords } from './words.js';

/** All that reading an analysis needs besides the question. */
export interface ReadContext {
  readonly lexicon: Lexicon;
  /** Ids of places with reports. */
  readonly held: ReadonlySet<string>;
  /** The newest year of which the places of a set have reports. */
  readonly newest: (places: PlaceSet | undefined) => number;
  /** Whether the reports hold a text word for word. */
  readonly known: (text: string) => boolean;
  /** Reads a question for one figure. */
  readonly parse: (text: string) => Frame;
}

/** What an earlier turn leaves to the next. */
export interface Earlier {
  readonly places?: PlaceSet;
  readonly analysis?: Analysis;
  /** The question for a figure that went before, whose subject and year are meant where none is named. */
  readonly subject?: Frame;
}

/** A verb with its own denial: 变没变. */
const EITHER = /(\p{Script=Han})[没不]\1/u;
const YES_NO = /吗|是不是|是否|有没有|[^有]没有?[？?]?$/u;

/**
 * Reads a question over many rows or reports as a composition; undefined where it is none, or where words are left over that
 * nobody understood.
 */
export function readAnalysis(text: string, context: ReadContext, earlier: Earlier = {}): Analysis | undefined {
  // A reason is told in words, whatever figures it is of.
  if (cuesOf(text).why || ASKS_NAME.test(text)) return undefined;
  const places: PlaceContext = { gazetteer: context.lexicon.gazetteer, held: context.held };
  const tokens = tokensOf(text, context.lexicon);
  const many = tokens.filter((t) => t.kind === 'P').length > 1 || tokens.some((t) => t.kind === 'G');
  const others = findPeriods(text, { short: true }).filter((period) => isOther(period, many));
  // 力争多少，年底做到多少: the end of the year that the aim is of.
  const ends = others.length > 0 && others.every((p) => p.kind === 'end' && p.from === undefined);
  if ((others.length > 0 && !ends) || MEAN_GROWTH.test(text)) return undefined;
  const yearly = MEAN_BY_YEAR.test(text);
  if (stands(lineOf(text, tokens), analysisWords().toldRuns)) return undefined;
  const mention = readMention(text, lineOf(text, tokens), context, places, earlier);
  const line = lineOf(text, withHint(text, tokens, context.lexicon));
  const plan = mention ?? readFigures(text, line, context, places, earlier, ends);
  // 各省平均每年多少 is a mean of many for each year; of one place it is one over its years.
  return yearly && plan?.kind === 'figures' && plan.places.named ? undefined : plan;
}

/** Asks what something is, or of what kind, and for no figure: 成立的是个啥局, 什么样的城市. */
const ASKS_NAME = /(?:是个|叫)(?:啥|什么)\p{Script=Han}{0,3}[？?]?$|(?:什么|啥)样的/u;

/** Parts of a year, plans and ends of years are read elsewhere; so is a mean over years. */
function isOther({ kind, text, from }: PeriodMention, many: boolean): boolean {
  if (kind === 'plan' || kind === 'part') return true;
  // 2008年底 of several places is of 2008; 年底 alone, or the end of a plan, is of another time.
  if (kind === 'end') return many && from !== undefined ? text.includes('“') : /[底末“]/u.test(text);
  return kind === 'window' && !/^(?:近|最近|这)/u.test(text);
}

const MEAN_GROWTH = /年均|平均增[速长幅]|平均(?:一年|每年)(?:涨|增|长)/u;
const MEAN_BY_YEAR = /平均每年|每年平均/u;

function readFigures(
  text: string,
  line: Line,
  context: ReadContext,
  placeContext: PlaceContext,
  earlier: Earlier,
  ends: boolean,
): Plan | undefined {
  const parts = readParts(text, line, context, placeContext, earlier);
  if (!parts || !mayRelate(parts) || (ends && !parts.bothSaid)) return undefined;
  const subject = readSubject(line, context, {
    target: parts.target && !parts.joined,
    many: parts.many || parts.bothSaid,
    rate: isRate(parts),
  });
  if (!subject) return undefined;
  const shape = shapeOf(parts, subject);
  // 哪年过的2万亿: a number that no condition was made of would be passed over.
  if (
    asksOnce(shape.over) &&
    shape.kept.length === 0 &&
    tokensIn(line, 0, line.text.length).some((t) => t.kind === 'N')
  )
    return undefined;
  return isRelation(parts, subject, shape, context) ? planOf(parts, subject, shape) : undefined;
}

/** What one place says of one year is no relation: then the subject need not be read. */
function mayRelate({ text, many, against, joined, conditions, over, time }: Parts): boolean {
  if (asksOfAllYears(text)) return true;
  if (many || against !== undefined || joined || conditions.some((c) => c.kind === 'moved')) return true;
  return over.over.length > 0 || time.moved || time.years.kind !== 'list' || time.years.years.length > 1;
}

/** True where only rates or aims are spoken of: without the name of an indicator the economy's is meant. */
function isRate({ text, target, joined, conditions, many }: Parts): boolean {
  const words = analysisWords();
  const aims = words.aims.some((w) => text.includes(w));
  const setting = words.setting.some((w) => text.includes(w));
  return (
    (many && (setting || conditions.some((c) => c.kind === 'against'))) ||
    (target && !joined && aims) ||
    RATE.test(text) ||
    conditions.some((c) => c.kind === 'form' && DIGITS.has(c.form))
  );
}

const RATE = /\d(?:\.\d+)?(?:[%％]|个?(?:百分)?点)/u;
/** Forms of numbers that only rates have. */
const DIGITS: ReadonlySet<string> = new Set(['one-digit', 'two-digit', 'negative', 'zero', 'positive']);

/** What follows from the pieces and the subject together. */
interface Shape {
  readonly kept: readonly Condition[];
  readonly over: Plan['over'];
  readonly years: Plan['years'];
  /** True where two years are set against each other. */
  readonly change: boolean;
  readonly several: boolean;
  /** True where something is done with the rows, and not only told. */
  readonly sign: boolean;
}

function shapeOf(parts: Parts, subject: Subject): Shape {
  const { time, target, joined, places, newest, differ, order } = parts;
  const moveEnd = movedMost(parts);
  const over = overOf(parts);
  // 没写死、写成区间: a range is no target in words.
  const ranged = parts.conditions.some((c) => c.kind === 'form' && c.form === 'range');
  // 20到23年是不是一直86万 asks of each year.
  const always = asksOfAllYears(parts.text);
  const steady = isSteady(parts);
  const ofEach = asksOfAll(parts.text) && (always || time.years.kind !== 'list' || time.years.years.length > 1);
  const kept = parts.conditions.filter(
    (c) =>
      !(ranged && c.kind === 'form' && c.form === 'words') &&
      !(steady && c.kind === 'moved') &&
      // Numbers named beside places that are named one by one are claims, unless the question asks which.
      (parts.which || !places.named || asksRun(over) || ofEach) &&
      (c.kind !== 'moved' ||
        (subject.indicator !== undefined && (target || !places.named || (places.members?.length ?? 0) > 1))),
  );
  // 有哪年比上一年低 asks of each year against the one before, and not of the last against the first.
  const alongYears = !parts.many && parts.which && time.years.years.length > 2;
  const moved =
    (kept.some((c) => c.kind === 'moved') || (moveEnd !== undefined && parts.many)) && !asksRun(over) && !alongYears;
  // 目标动没动, 目标比去年: two years are meant, though one or none is named.
  const shifted = time.moved && target && !time.series && over.length === 0 && order.orders.length === 0;
  const years = yearsFor(time.years, {
    moved: moved || (time.moved && target && over.length === 0),
    over: over.length > 0 || always || parts.over.over.length > 0,
    newest,
  });
  const beside = (time.change || (shifted && years.years.length === 2)) && years.kind !== 'range';
  // 从2020年到2022年降了多少 of one place: its last year against its first.
  const along =
    !parts.many &&
    years.kind === 'range' &&
    !asksRun(over) &&
    !steady &&
    !parts.which &&
    parts.conditions.some((c) => c.kind === 'moved');
  const stretch = years.kind === 'range' || (!parts.many && years.kind !== 'list');
  return {
    kept,
    over,
    years,
    // 2014到2016降了几个点: the first year against the last; but 逐年列一列，最低是几个点 asks for an end.
    change:
      !joined &&
      (beside || moved || along || (differ && (years.years.length === 2 || (stretch && order.orders.length === 0)))),
    several: years.years.length > 1 || years.kind !== 'list',
    sign:
      parts.against !== undefined ||
      joined ||
      order.orders.length > 0 ||
      parts.moveEnd !== undefined ||
      parts.aggregates.length > 0 ||
      parts.same ||
      differ ||
      along ||
      kept.length > 0,
  };
}

/** Whose aim moved most between two years. What grew most of what was reached is the highest growth. */
function movedMost({ moveEnd, target, time }: Parts): Parts['moveEnd'] {
  return target || time.change || time.years.years.length > 1 ? moveEnd : undefined;
}

function ordersOf(parts: Parts, { over }: Shape): Plan['orders'] {
  const { orders } = parts.order;
  if (orders.length > 0) return orders;
  if (over.includes('extreme')) return parts.over.ends;
  if (parts.moveEnd === undefined || movedMost(parts) !== undefined) return orders;
  return [parts.moveEnd === 'up' ? 'highest' : 'lowest'];
}

/** What is asked of the figures over years. One place over more than two years, whether it moved: which way. */
function overOf(parts: Parts): Plan['over'] {
  const { text, over, conditions, many, time, order, joined } = parts;
  // 连着四年目标都是多少 only says how many years: a run is of something that holds.
  const kept = over.over.filter((kind) => kind !== 'run' || conditions.length > 0);
  // 哪年过的万亿 asks when an amount was first passed, and for no highest year.
  const passes = over.ends.length === 0 && !many && conditions.some(isPassed);
  // 哪年比上一年低 asks for the years that are so, and for no end of the figures.
  const ofThose = over.ends.length === 0 && conditions.length > 0 && order.orders.length === 0;
  const found = kept.flatMap((kind) => (kind !== 'extreme' ? kind : passes ? ONCE : ofThose ? [] : kind));
  const years = time.years.kind === 'all' || time.years.kind === 'latest' || time.years.years.length > 2;
  const whether = YES_NO.test(text) || EITHER.test(text);
  if (found.length === 0 && isSteady(parts)) return ['direction'];
  const asksWay = found.length === 0 && whether && !many && !joined && time.moved && years && order.orders.length === 0;
  return asksWay ? ['direction'] : found;
}

const ONCE = 'first';

/** 三年一直没动过: whether one place's figure of more than two years is the same in all of them. */
function isSteady({ many, joined, time, conditions }: Parts): boolean {
  const years = time.years.kind === 'all' || time.years.kind === 'latest' || time.years.years.length > 2;
  return !many && !joined && years && conditions.some((c) => c.kind === 'moved' && c.way.join() === 'same');
}

/** True for an amount to be reached or passed; a rate is above a number in one year and below it in the next. */
function isPassed(condition: Condition): boolean {
  return condition.kind === 'number' && condition.op.startsWith('>') && /[亿万]/u.test(condition.unit);
}

function asksOnce(over: Plan['over']): boolean {
  return over.some((kind) => kind === 'first' || kind === 'last');
}

function asksRun(over: Plan['over']): boolean {
  return over.includes('run') || asksOnce(over);
}

/** True where rows are set beside one another, and no single figure is asked for. */
function isRelation(parts: Parts, subject: Subject, shape: Shape, context: ReadContext): boolean {
  const { text, many, time, target, outcome, joined, against, places } = parts;
  const { several, sign, years, over } = shape;
  const eachYear = analysisWords().each.some((word) => text.includes(word));
  const listed = years.kind === 'list' || (years.kind === 'range' && (target || eachYear));
  const inRow = sign || time.moved || time.series || over.length > 0 || listed;
  // What one place says of one year, or of several taken together, is no relation.
  if (!many && !(several && inRow) && !against && !joined) return false;
  if (subject.columns && !many && !several) return false;
  // 比上年增长 of one place is its growth, which the report tells; 目标和…实际 of two years asks for one of each.
  const oneYear = (time.years.kind === 'list' && time.years.years.length < 2) || time.beside;
  if (!many && time.change && !target && !joined && (oneYear || context.parse(text).base !== undefined)) return false;
  // 比2020年的目标 sets two years against each other; 2021年和2022年的目标完成了吗 asks of both.
  if ((target && outcome && several && !joined) || (joined && time.change && /[比较]/u.test(text))) return false;
  // One place and a thing of no name: only where the question sets figures side by side.
  if (!many && !subject.indicator && !parts.bothSaid && !SIDE_BY_SIDE.has(context.parse(text).operation))
    return several && time.years.years.length > 1 && (eachYear || sign);
  return subject.indicator !== undefined || sign || (several && inRow && places.named);
}

const SIDE_BY_SIDE: ReadonlySet<Frame['operation']> = new Set(['compare', 'trend', 'outcome']);

function planOf(parts: Parts, subject: Subject, shape: Shape): Plan {
  const { text, target, outcome, joined, order, over } = parts;
  const facet = facetOf(parts, subject, shape);
  const ofReports =
    !joined &&
    (isOfOwnReports(text, shape.years) ||
      (parts.time.ofReports === true && shape.several && subject.indicator !== undefined));
  return {
    kind: 'figures',
    places: parts.places,
    // 2026年报告里已经过了500公里: what the reports of a year say was reached is of the year before.
    years: ofReports && facet === 'outcome' ? yearBefore(shape.years) : shape.years,
    ...(parts.time.ofReports && shape.several && !subject.indicator ? timesOfReports(shape.years) : {}),
    ...(ofReports && facet === 'open' ? { ofReports } : {}),
    subject: subject.frame,
    indicator: subject.indicator,
    columns: subject.columns,
    ...(subject.implied ? impliedBy(parts, shape) : {}),
    name: subject.name,
    facet,
    form: formOf(text, shape.kept, outcome && !target && !joined, joined ? { ...subject, unit: undefined } : subject),
    conditions: shape.kept,
    orders: ordersOf(parts, shape),
    top: order.top,
    nth: order.nth,
    focus: parts.focus,
    aggregates: parts.aggregates,
    counts: parts.counts,
    against: parts.against,
    change: shape.change,
    map: parts.map || undefined,
    over: shape.over,
    least: shape.over.includes('run') ? over.least : undefined,
    yesNo: YES_NO.test(text),
    all: asksOfAll(text) || undefined,
    gapEnd: parts.gapEnd,
    moveEnd: movedMost(parts),
    same: parts.same || isSteady(parts),
    unused: subject.unused,
  };
}

function facetOf({ joined, target, outcome }: Parts, { implied }: Subject, { kept }: Shape): Plan['facet'] {
  if (joined) return 'both';
  // Only what is aimed at is put in words for a number, and the economy is meant by its aim where nothing is named.
  const aimed = implied || kept.some((c) => c.kind === 'form' && c.form === 'words');
  if (target || (aimed && !outcome)) return 'target';
  return outcome ? 'outcome' : 'open';
}

/** What several reports tell of a thing of no table, each of whatever time it says: 23到26年报告里分别写的. */
function timesOfReports({ years }: Plan['years']): Pick<Plan, 'years' | 'times'> {
  const times = years.map((year) => ({ label: `${year}年报告`, year, reportYear: year }));
  return { years: { kind: 'list', years: [] }, times };
}

function yearBefore(years: Plan['years']): Plan['years'] {
  return { ...years, years: years.years.map((year) => year - 1) };
}

/** True for 2012年各省报告里…, whose aims are of that year and whose outcomes are of the year before. */
function isOfOwnReports(text: string, { kind, years }: Plan['years']): boolean {
  const year = OF_REPORTS.exec(text)?.[1];
  return year !== undefined && kind === 'list' && years.length === 1 && years[0]! % 100 === Number(year);
}

const OF_REPORTS = /(\d{2})年(?:[^，,。]{0,8}报告(?:里|中|上)|的?(?:各?[省市县地]{1,2}的?)?(?:政府)?(?:工作)?报告)/u;

/** 都高于5%吗. */
function asksOfAll(text: string): boolean {
  return asksOf(text, analysisWords().all) || asksOfAllYears(text);
}

/** 一直是86万吗: whether something is so in all years. */
export function asksOfAllYears(text: string): boolean {
  return asksOf(text, analysisWords().always);
}

function asksOf(text: string, words: readonly string[]): boolean {
  return YES_NO.test(text) && words.some((word) => text.includes(word));
}

/** What is meant where no indicator is named: of an order or a change the economy's, else all main targets. */
function impliedBy({ time }: Parts, { sign, over, several }: Shape): Pick<Plan, 'implied' | 'columns'> {
  return sign || time.moved || over.length > 0 || several ? { implied: true } : { columns: 'main' };
}

/** Years that a change or a question over years needs and that the question does not name. */
function yearsFor(years: Plan['years'], asked: { moved: boolean; over: boolean; newest: number }): Plan['years'] {
  if (asked.over && years.open) return { kind: 'all', years: [] };
  return asked.moved && years.years.length < 2 && years.kind === 'list' ? withYearBefore(years, asked.newest) : years;
}

function withYearBefore(years: Plan['years'], newest: number): Plan['years'] {
  const year = years.years[0] ?? newest;
  return { kind: 'list', years: [year - 1, year] };
}

/** A rate or an amount: by the unit of a condition, else by the words; a thing said to be highest is an amount. */
function formOf(
  text: string,
  conditions: readonly Condition[],
  reached: boolean,
  { indicator, unit: asked }: Subject,
): Plan['form'] {
  // 有几个 asks for no unit of the economy.
  const named = asked && (indicator?.units.some((u) => u.includes(asked)) ?? true) ? asked : undefined;
  const unit = conditions.flatMap((c) => ('unit' in c && c.unit !== '' ? [c.unit] : []))[0] ?? named;
  if (unit !== undefined) return /%|百分点/u.test(unit) ? 'rate' : 'amount';
  if (indicator && indicator.measure !== 'growth') return undefined;
  if (analysisWords().growth.some((word) => text.includes(word))) return 'rate';
  return reached && indicator?.measure === 'growth' && indicator.units.some((u) => u !== '%') ? 'amount' : undefined;
}
