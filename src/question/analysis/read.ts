import type { AggregateKind, Analysis, Condition, OverYears, PlaceSet, Plan } from '../../frame/analysis.js';
import type { Frame } from '../../frame/types.js';
import type { Lexicon } from '../../lexicon/load.js';
import type { Indicator, Place } from '../../lexicon/types.js';
import { findPeriods } from '../../text/periods.js';
import { readConditions } from './conditions.js';
import { freeTokens, type Line, lineOf, restOf, tokenAt } from './line.js';
import { readMention } from './mention.js';
import { claimAll, claimMatch, matchesOf } from './pattern.js';
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
  /** Reads a question for one figure. */
  readonly parse: (text: string) => Frame;
}

/** What an earlier turn leaves to the next. */
export interface Earlier {
  readonly places?: PlaceSet;
  readonly analysis?: Analysis;
}

/** Which words, else numbers in the question are claims and no conditions: 湖北定了10%以上，差几个点. */
const ASKS_WHICH = /哪|谁|有没有|多少[个家省市]|几[个家省市座份](?!点|百分)/u;
const YES_NO = /吗|是不是|是否|有没有|[^有]没有?[？?]?$/u;

/**
 * Reads a question over many rows or reports as a composition; undefined where it is none, or where words are left over that
 * nobody understood.
 */
export function readAnalysis(text: string, context: ReadContext, earlier: Earlier = {}): Analysis | undefined {
  if (
    findPeriods(text, { short: true }).some(
      (p) => ['plan', 'part', 'end', 'window'].includes(p.kind) && !/^(?:近|最近|这)/u.test(p.text),
    )
  )
    return undefined;
  const places: PlaceContext = { gazetteer: context.lexicon.gazetteer, held: context.held };
  const line = lineOf(text, tokensOf(text, context.lexicon));
  const mention = readMention(line, context, places, earlier);
  return mention ?? readFigures(text, line, context, places, earlier);
}

function readFigures(
  text: string,
  line: Line,
  context: ReadContext,
  placeContext: PlaceContext,
  earlier: Earlier,
): Plan | undefined {
  const words = analysisWords();
  const joined = claimAll(line, words.outcome, true).length > 0;
  const conditions = readConditions(line, placeContext);
  const against = readAgainst(text, conditions);
  const places = readPlaces(line, placeContext) ?? earlier.places;
  if (!places) return undefined;
  const over = readOver(line);
  const time = readYears(line, context.newest(places));
  const orders = readOrders(line);
  const aggregates = readAggregates(line);
  const counts = claimAll(line, words.counts).length > 0;
  const same = claimAll(line, words.same).length > 0;
  const differ = claimAll(line, words.differ).length > 0;
  const target = claimAll(line, words.targetWords).length > 0;
  const outcome = claimAll(line, words.outcomeWords).length > 0;
  const subject = readSubject(line, context, target && !joined);
  if (!subject) return undefined;
  const which = ASKS_WHICH.test(text);
  const kept = conditions.filter((c) => isCondition(c, places, which));
  const verdicts = kept.some((c) => c.kind === 'verdict');
  const both = joined || verdicts;
  const many = !places.named || (places.members?.length ?? 0) > 1;
  const moved = kept.some((c) => c.kind === 'moved');
  const years = moved && time.years.years.length < 2 ? withYearBefore(time.years, context.newest(places)) : time.years;
  const severalYears = years.years.length > 1 || years.kind !== 'list';
  if (!many && !severalYears && !against && !both) return undefined;
  return {
    kind: 'figures',
    places,
    years,
    subject: subject.frame,
    indicator: subject.indicator,
    facet: both ? 'both' : target ? 'target' : outcome ? 'outcome' : 'open',
    form: formOf(text, kept, outcome && !target && !both, subject.indicator),
    conditions: kept,
    orders: orders.orders,
    top: orders.top,
    aggregates,
    counts,
    against,
    change: (time.change || moved || (differ && years.years.length === 2)) && !both,
    over,
    yesNo: YES_NO.test(text),
    same,
  };
}

/** A rate or an amount: by the unit of a condition, else by the words; a thing said to be highest is an amount. */
function formOf(text: string, conditions: readonly Condition[], reached: boolean, indicator?: Indicator): Plan['form'] {
  const unit = conditions.flatMap((c) => ('unit' in c && c.unit !== '' ? [c.unit] : []))[0];
  if (unit !== undefined) return /%|百分点/u.test(unit) ? 'rate' : 'amount';
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

function readOver(line: Line): OverYears[] {
  const { over } = analysisWords();
  return (['steepest', 'extreme', 'run', 'direction'] as const).filter(
    (kind) => claimAll(line, over[kind], true).length > 0,
  );
}

function readAggregates(line: Line): AggregateKind[] {
  const { aggregates } = analysisWords();
  return (['spread', 'sum', 'mean', 'median'] as const).filter((kind) => claimAll(line, aggregates[kind]).length > 0);
}

function readOrders(line: Line): { orders: Plan['orders']; top?: number } {
  const { orders } = analysisWords();
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
  for (const { match } of found) {
    for (let i = match.start; i < match.end; i++) if (isOrderWord(line, i, match.end)) line.used[i] = 1;
  }
  if (named.length === 0 && claimAll(line, orders.sorted).length > 0) named.push('highest');
  else claimAll(line, orders.sorted);
  return { orders: named, top };
}

/** Of 谁的GDP目标最高 the first and the last words say the order; what stands between is read by others. */
function isOrderWord(line: Line, at: number, end: number): boolean {
  const code = line.text.charCodeAt(at);
  return !(code >= 0xe000 && code < 0xe800) && (end - at <= 2 || /[谁哪最]/u.test(line.text[at]!));
}

/** What is asked of, with everything else gone: the indicator, or the words left over. */
function readSubject(
  line: Line,
  context: ReadContext,
  target: boolean,
): { frame: Frame; indicator?: Indicator } | undefined {
  const words = analysisWords();
  const indicators = freeTokens(line, 'I').map((t) => t.value as Indicator);
  const named = indicators[0] ?? hinted(line, context);
  for (let i = 0; i < line.text.length; i++)
    if (tokenAt(line, i) && tokenAt(line, i)?.kind !== 'I') claimMatch(line, { start: i, end: i + 1 });
  claimAll(line, words.noise, true);
  if (new Set(indicators.map((i) => i.id)).size > 1) return undefined;
  const rest = restOf(line).join('');
  const tail = target ? '目标' : '';
  if (named && rest.length <= MOST_LEFT) return { frame: context.parse(`${named.name}${tail}`), indicator: named };
  const content = restOf(line, ['I']).join('');
  return content.length < 3 ? undefined : { frame: context.parse(`${content}${tail}是多少`) };
}

/** How many units may be left over that nobody understood: filler words, no content. */
const MOST_LEFT = 1;

function hinted(line: Line, context: ReadContext): Indicator | undefined {
  const { hints } = analysisWords();
  const found = Object.entries(hints).flatMap(([id, patterns]) =>
    matchesOf(line, patterns).map((match) => ({ id, match })),
  );
  found.sort((a, b) => b.match.end - b.match.start - (a.match.end - a.match.start));
  const [best] = found;
  if (!best) return undefined;
  for (const { match } of found) claimMatch(line, match);
  return context.lexicon.indicators.get(best.id);
}
