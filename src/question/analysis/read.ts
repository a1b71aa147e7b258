import type { AggregateKind, Analysis, Condition, OverYears, PlaceSet, Plan } from '../../frame/analysis.js';
import type { Frame } from '../../frame/types.js';
import type { Lexicon } from '../../lexicon/load.js';
import type { Indicator, Place } from '../../lexicon/types.js';
import { findPeriods } from '../../text/periods.js';
import type { PeriodMention } from '../../text/types.js';
import { cuesOf } from '../cues.js';
import { readConditions } from './conditions.js';
import { freeTokens, type Line, lineOf, restOf, type Token, tokenAt } from './line.js';
import { readMention } from './mention.js';
import { claimAll, claimMatch, matchesOf, stands } from './pattern.js';
import { type PlaceContext, readPlaces } from './places.js';
import { tokensOf } from './tokens.js';
import { analysisWords } from './words.js';
import { countIn, readYears } from './years.js';

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

/** Which words, else numbers in the question are claims and no conditions: 湖北定了10%以上，差几个点. */
const ASKS_WHICH = /哪|谁|有没有|多少[个家省市]|几[个家省市座份](?!点|百分)/u;
const YES_NO = /吗|是不是|是否|有没有|[^有]没有?[？?]?$/u;

/**
 * Reads a question over many rows or reports as a composition; undefined where it is none, or where words are left over that
 * nobody understood.
 */
export function readAnalysis(text: string, context: ReadContext, earlier: Earlier = {}): Analysis | undefined {
  if (findPeriods(text, { short: true }).some(isOther) || MEAN_GROWTH.test(text)) return undefined;
  // A reason is told in words, whatever figures it is of.
  if (cuesOf(text).why || ASKS_NAME.test(text)) return undefined;
  const places: PlaceContext = { gazetteer: context.lexicon.gazetteer, held: context.held };
  const tokens = tokensOf(text, context.lexicon);
  const mention = readMention(text, lineOf(text, tokens), context, places, earlier);
  return mention ?? readFigures(text, lineOf(text, withHint(text, tokens, context.lexicon)), context, places, earlier);
}

/** Asks what something is, or of what kind, and for no figure: 成立的是个啥局, 什么样的城市. */
const ASKS_NAME = /(?:是个|叫)(?:啥|什么)\p{Script=Han}{0,3}[？?]?$|(?:什么|啥)样的/u;

/** Parts of a year, plans and ends of years are read elsewhere; so is a mean over years. */
function isOther({ kind, text }: PeriodMention): boolean {
  if (kind === 'plan' || kind === 'part') return true;
  if (kind === 'end') return /[底末“]/u.test(text);
  return kind === 'window' && !/^(?:近|最近|这)/u.test(text);
}

const MEAN_GROWTH = /年均|平均每年|每年平均|平均增[速长幅]/u;

function readFigures(
  text: string,
  line: Line,
  context: ReadContext,
  placeContext: PlaceContext,
  earlier: Earlier,
): Plan | undefined {
  const words = analysisWords();
  claimAll(line, words.reports);
  const over = readOver(line);
  const low = over.includes('extreme') && LOW_END.test(text);
  const conditions = readConditions(line, placeContext);
  const verdicts = conditions.some((c) => c.kind === 'verdict');
  const aimed = stands(line, words.targetWords) && claimAll(line, words.actual, true).length > 0;
  const joined = claimAll(line, words.outcome, true).length > 0 || verdicts || aimed;
  const against = readAgainst(text, conditions);
  const ranked = claimAll(line, words.rankOf, true).length > 0;
  const read =
    readPlaces(line, placeContext, ranked) ?? earlier.places ?? assumed(line, context.held, conditions.length > 0);
  if (!read) return undefined;
  const { places, focus } = focused(read, ranked);
  const time = readYears(line, context.newest(places));
  const aggregates = readAggregates(line);
  const orders = readOrders(line);
  const same = claimAll(line, words.same).length > 0;
  const map = claimAll(line, words.map).length > 0;
  const differ = claimAll(line, words.differ).length > 0;
  const many = !places.named || (places.members?.length ?? 0) > 1;
  // What one place says of one year is no relation: then the subject need not be read.
  const relates = many || against !== undefined || joined || conditions.some((c) => c.kind === 'moved');
  if (!relates && over.length === 0 && !time.moved && time.years.kind === 'list' && time.years.years.length < 2)
    return undefined;
  const counts = claimAll(line, words.counts).length > 0;
  const target = claimAll(line, words.targetWords).length > 0;
  const outcome = claimAll(line, words.outcomeWords).length > 0;
  const subject = readSubject(line, context, {
    target: target && !joined,
    many,
    rate:
      (target && !joined && words.aims.some((w) => text.includes(w))) ||
      RATE.test(text) ||
      conditions.some((c) => c.kind === 'form' && DIGITS.has(c.form)),
  });
  if (!subject) return undefined;
  const which = ASKS_WHICH.test(text);
  const kept = conditions.filter(
    (c) =>
      isCondition(c, places, which) &&
      (c.kind !== 'moved' ||
        (subject.indicator !== undefined && (target || !places.named || (places.members?.length ?? 0) > 1))),
  );
  const both = joined;
  const moved = kept.some((c) => c.kind === 'moved');
  const newest = context.newest(places);
  // 目标动没动, 目标比去年: two years are meant, though one or none is named.
  const shifted = time.moved && target && !time.series && over.length === 0 && orders.orders.length === 0;
  const years = yearsFor(time.years, {
    moved: moved || (time.moved && target && over.length === 0),
    over: over.length > 0,
    newest,
  });
  const several = years.years.length > 1 || years.kind !== 'list';
  const sign =
    against !== undefined ||
    both ||
    orders.orders.length > 0 ||
    aggregates.length > 0 ||
    same ||
    differ ||
    kept.length > 0;
  const inRow =
    sign || time.moved || time.series || over.length > 0 || years.kind === 'list' || (years.kind === 'range' && target);
  // What one place says of one year, or of several taken together, is no relation.
  if (!many && !(several && inRow) && !against && !both) return undefined;
  if (subject.columns && !many && !several) return undefined;
  // 比上年增长 of one place is its growth, which the report tells; 目标和…实际 of two years asks for one of each.
  if (
    !many &&
    time.change &&
    !target &&
    !both &&
    (time.years.years.length < 2 || time.beside || context.parse(text).base !== undefined)
  )
    return undefined;
  if ((target && outcome && several) || (both && time.change)) return undefined;
  // One place and a thing of no name: only where the question sets figures side by side.
  if (!many && !subject.indicator && !SIDE_BY_SIDE.has(context.parse(text).operation)) return undefined;
  if (!subject.indicator && !sign && !(several && inRow && places.named)) return undefined;
  return {
    kind: 'figures',
    places,
    years,
    subject: subject.frame,
    indicator: subject.indicator,
    ...(subject.columns ? { columns: subject.columns } : {}),
    ...(subject.implied ? impliedBy(sign || time.moved || over.length > 0 || several) : {}),
    ...(subject.name === undefined ? {} : { name: subject.name }),
    facet: both ? 'both' : target ? 'target' : outcome ? 'outcome' : 'open',
    form: formOf(text, kept, outcome && !target && !both, subject.indicator),
    conditions: kept,
    orders: orders.orders.length === 0 && low ? ['lowest'] : orders.orders,
    top: orders.top,
    nth: orders.nth,
    focus,
    aggregates,
    counts,
    against,
    change:
      (((time.change || (shifted && years.years.length === 2)) && years.kind !== 'range') ||
        moved ||
        (differ && years.years.length === 2)) &&
      !both,
    ...(map ? { map } : {}),
    over,
    yesNo: YES_NO.test(text),
    same,
    unused: subject.unused,
  };
}

/** What is meant where no indicator is named: of an order or a change the economy's, else all main targets. */
function impliedBy(asked: boolean): Pick<Plan, 'implied' | 'columns'> {
  return asked ? { implied: true } : { columns: 'main' };
}

const SIDE_BY_SIDE: ReadonlySet<Frame['operation']> = new Set(['compare', 'trend', 'outcome']);

/** Years that a change or a question over years needs and that the question does not name. */
function yearsFor(years: Plan['years'], asked: { moved: boolean; over: boolean; newest: number }): Plan['years'] {
  if (asked.over && years.open) return { kind: 'all', years: [] };
  return asked.moved && years.years.length < 2 && years.kind === 'list' ? withYearBefore(years, asked.newest) : years;
}

/** A rate or an amount: by the unit of a condition, else by the words; a thing said to be highest is an amount. */
function formOf(text: string, conditions: readonly Condition[], reached: boolean, indicator?: Indicator): Plan['form'] {
  const unit = conditions.flatMap((c) => ('unit' in c && c.unit !== '' ? [c.unit] : []))[0];
  if (unit !== undefined) return /%|百分点/u.test(unit) ? 'rate' : 'amount';
  if (indicator && indicator.measure !== 'growth') return undefined;
  if (analysisWords().growth.some((word) => text.includes(word))) return 'rate';
  return reached && indicator?.measure === 'growth' && indicator.units.some((u) => u !== '%') ? 'amount' : undefined;
}

function withYearBefore(years: Plan['years'], newest: number): Plan['years'] {
  const year = years.years[0] ?? newest;
  return { kind: 'list', years: [year - 1, year] };
}

/** Numbers named beside places that are named one by one are claims, unless the question asks which. */
function isCondition(condition: Condition, places: PlaceSet, which: boolean): boolean {
  if (condition.kind === 'verdict') return !places.named || which;
  if (condition.kind === 'moved' || condition.kind === 'form') return which || !places.named;
  return which || !places.named;
}

/** 比全国高几个点: the place that the others are set against, where the question asks by how much. */
function readAgainst(text: string, conditions: Condition[]): Place | undefined {
  const at = conditions.findIndex((c) => c.kind === 'against' && c.by === undefined);
  const condition = conditions[at];
  if (condition?.kind !== 'against' || !ASKS_BY.test(text)) return undefined;
  conditions.splice(at, 1);
  return condition.place;
}

/** How much more or less, as against which ones. */
const ASKS_BY = /(?:高|低|多|少|快|慢|差)(?:出|了)?(?:几个点|几个百分点|多少|几个|几(?:亿|万))/u;

/** Which end of a series 低谷, 最差的一年 ask for. */
const LOW_END = /最[低差少小慢]|低谷|波谷/u;

function readOver(line: Line): OverYears[] {
  const { over } = analysisWords();
  const found = (['first', 'last', 'steepest', 'run', 'extreme', 'direction'] as const).filter(
    (kind) => claimAll(line, over[kind], true).length > 0,
  );
  // 第一次…是哪年 asks for no highest year.
  return found.includes('first') || found.includes('last') ? found.filter((kind) => kind !== 'extreme') : found;
}

function readAggregates(line: Line): AggregateKind[] {
  const { aggregates } = analysisWords();
  return (['spread', 'mode', 'sum', 'mean', 'median'] as const).filter(
    (kind) => claimAll(line, aggregates[kind]).length > 0,
  );
}

function readOrders(line: Line): { orders: Plan['orders']; top?: number; nth?: number } {
  const { orders, nth: nths } = analysisWords();
  const third = claimAll(line, nths)[0];
  const nth = third && countIn(line.text.slice(third.start, third.end), third.tokens);
  const found = (['highest', 'lowest'] as const).flatMap((order) =>
    matchesOf(line, orders[order]).map((match) => ({ order, match })),
  );
  found.sort((a, b) => a.match.start - b.match.start);
  const named: ('highest' | 'lowest')[] = [];
  let top: number | undefined;
  for (const { order, match } of found) {
    if (!named.includes(order)) named.push(order);
    const part = line.text.slice(match.start, match.end);
    if (/[前后]|倒数/u.test(part)) top ??= countIn(part, match.tokens);
  }
  for (const { match } of found) claimMatch(line, match);
  if (named.length === 0 && claimAll(line, orders.sorted).length > 0) named.push('highest');
  else claimAll(line, orders.sorted);
  if (nth !== undefined && nth > 1 && named.length === 0) named.push('highest');
  return { orders: named, top, ...(nth !== undefined && nth > 1 ? { nth } : {}) };
}

const NATION = '000000';

/**
 * 谁定得最高, 低于8%的有哪些: provinces, or cities where no province is held, where no kind of places is said. The reading says so.
 */
function assumed(line: Line, held: ReadonlySet<string>, conditioned: boolean): PlaceSet | undefined {
  const { asksWho, asksWhich } = analysisWords();
  if (claimAll(line, asksWho).length === 0 && (!conditioned || claimAll(line, asksWhich).length === 0))
    return undefined;
  const provinces = [...held].some((id) => id.endsWith('0000') && id !== NATION);
  return provinces
    ? { label: '各省区市', level: 'province', named: false, assumed: true }
    : { label: '各市', level: 'prefecture', named: false, assumed: true };
}

/** 湖北在各省排第几: the others are the set, and the place is what is asked about. */
function focused(places: PlaceSet, ranked: boolean): { places: PlaceSet; focus?: Place } {
  const [focus, ...more] = places.within ?? [];
  if (!ranked || !focus || more.length > 0) return { places };
  return { places: { ...places, within: undefined }, focus };
}

interface Subject {
  readonly frame: Frame;
  readonly indicator?: Indicator;
  /** The indicator as the question writes it. */
  readonly name?: string;
  /** True where the question names none. */
  readonly implied?: boolean;
  /** Several indicators side by side. */
  readonly columns?: Plan['columns'];
  readonly unused: readonly string[];
}

/** What is asked of, with everything else gone: the indicator, or the words left over. */
function readSubject(
  line: Line,
  context: ReadContext,
  { target, many, rate }: { target: boolean; many: boolean; rate: boolean },
): Subject | undefined {
  const indicators = freeTokens(line, 'I');
  const named = indicators[0];
  for (let i = 0; i < line.text.length; i++)
    if (tokenAt(line, i) && tokenAt(line, i)?.kind !== 'I') claimMatch(line, { start: i, end: i + 1 });
  claimAll(line, analysisWords().noise, true);
  const tail = target ? '目标' : '';
  const rest = restOf(line);
  const left = rest.join('').length;
  const columns = [...new Map(indicators.map((t) => [(t.value as Indicator).id, t])).values()];
  if (columns.length > 1) return left <= MOST_UNUSED ? severalOf(line, columns, context, rest) : undefined;
  if (named && left <= (many ? MOST_UNUSED : FEW_UNUSED) && !isAnotherThing(line, named, context)) {
    const indicator = named.value as Indicator;
    return { frame: context.parse(`${indicator.name}${tail}`), indicator, name: named.text, unused: rest };
  }
  // 年初喊10%，结果呢; 目标比去年低没低: what is aimed at without a name is the economy's.
  const economy = context.lexicon.indicators.get('gdp');
  if (!named && left <= FEW_UNUSED && economy && rate)
    return { frame: context.parse(`${economy.name}${tail}`), indicator: economy, implied: true, unused: rest };
  // One place's figure with words that nobody understood is left to the reader of figures.
  if (named && !many && !isAnotherThing(line, named, context)) return undefined;
  const content = restOf(line, ['I']).join('');
  return content.length < 3 ? undefined : { frame: context.parse(`${content}${tail}是多少`), unused: [] };
}

/** Several indicators side by side; undefined where one of them is part of another thing. */
function severalOf(
  line: Line,
  named: readonly Token[],
  context: ReadContext,
  unused: readonly string[],
): Subject | undefined {
  if (named.some((token) => isAnotherThing(line, token, context))) return undefined;
  const columns = named.slice(0, MOST_COLUMNS).map((t) => ({ indicator: t.value as Indicator, name: t.text }));
  return { frame: context.parse(columns[0]!.name), columns, indicator: columns[0]!.indicator, unused };
}

/** The most indicators that are set side by side. */
const MOST_COLUMNS = 8;

/** How many units may be left over that nobody understood, beside an indicator: over many places, and for one. */
const MOST_UNUSED = 10;
const FEW_UNUSED = 1;

/** Forms of numbers that only rates have. */
const DIGITS: ReadonlySet<string> = new Set(['one-digit', 'two-digit', 'negative', 'zero', 'positive']);

const RATE = /\d(?:\.\d+)?(?:[%％]|个?(?:百分)?点)/u;

/** True where the words that stand right before or behind an indicator make it another thing that reports speak of: 民营经济增加值. */
function isAnotherThing(line: Line, named: Token, { known }: ReadContext): boolean {
  const at = [...line.text].findIndex((_, i) => tokenAt(line, i) === named);
  const plain = (i: number): boolean =>
    i >= 0 && i < line.text.length && !line.used[i] && !tokenAt(line, i) && /\p{Script=Han}/u.test(line.text[i]!);
  let [from, to] = [at, at + 1];
  while (plain(from - 1)) from--;
  while (plain(to)) to++;
  const before = line.text.slice(from, at);
  const behind = line.text.slice(at + 1, to);
  return (before !== '' && known(before + named.text)) || (behind.length > 1 && known(named.text + behind));
}

/** Where no indicator is named, the words that mean one all the same: 增长目标 is the economy's. */
function withHint(text: string, tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  if (tokens.some((t) => t.kind === 'I')) return tokens;
  const free = lineOf(text, []);
  for (const t of tokens) free.used.fill(1, t.start, t.end);
  const found = Object.entries(analysisWords().hints).flatMap(([id, patterns]) =>
    matchesOf(free, patterns).map((match) => ({ id, match })),
  );
  found.sort((a, b) => b.match.end - b.match.start - (a.match.end - a.match.start) || a.match.start - b.match.start);
  const [best] = found.filter(({ match }) => tokens.some((t) => t.end === match.start) || mayStand(text, match.start));
  const indicator = best && lexicon.indicators.get(best.id);
  if (!best || !indicator) return tokens;
  const { start, end } = best.match;
  return [...tokens, { kind: 'I', start, end, text: indicator.name, value: indicator }];
}

/** 经济 of 低空经济 is no economy: before a hint stands nothing, a recognised stretch, or a word without content. */
function mayStand(text: string, start: number): boolean {
  const before = text[start - 1];
  return before === undefined || !/\p{Script=Han}/u.test(before) || analysisWords().hintBefore.includes(before);
}
