import type { AggregateKind, Condition, PlaceSet, Plan } from '../../frame/analysis.js';
import type { Place } from '../../lexicon/types.js';
import type { Quantity } from '../../text/types.js';
import { patterns } from '../patterns/index.js';
import { sidesOfYears } from '../period-facets.js';
import { readQuestion } from '../reader/read.js';
import { readConditions, withoutAim } from './conditions.js';
import { type Line, tokensIn } from './line.js';
import { type ReadOrders, type ReadOver, readAggregates, readOnce, readOrders, readOver } from './operations.js';
import { claimAll, claimMatch, matchesOf, stands } from './pattern.js';
import { type PlaceContext, placeOf, readPlaces } from './places.js';
import type { Earlier, ReadContext } from './read.js';
import { analysisWords, verdictPatterns } from './words.js';
import { countOf, type ReadYears, readYears } from './years.js';

/** What a question over many rows says, piece by piece, before its subject is read. */
export interface Parts {
  readonly text: string;
  readonly places: PlaceSet;
  readonly focus?: Place;
  /** True for more than one place. */
  readonly many: boolean;
  readonly time: ReadYears;
  /** The side of each year, where each has its own: 2023年实际和2024年目标. */
  readonly sides?: ReturnType<typeof sidesOfYears>;
  /** The newest year of which the places have a report. */
  readonly newest: number;
  readonly over: ReadOver;
  readonly conditions: readonly Condition[];
  readonly against?: Place;
  readonly aggregates: readonly AggregateKind[];
  readonly order: ReadOrders;
  /** True where target and outcome are set against each other. */
  readonly joined: boolean;
  /** True where the question itself names both what was aimed at and what came of it. */
  readonly bothSaid: boolean;
  readonly target: boolean;
  readonly outcome: boolean;
  /** True where it is asked how much something grew: 三家各涨了多少. */
  readonly grew: boolean;
  /** Who fell short of the target, or went beyond it, by most, or came closest to it. */
  readonly gapEnd?: Plan['gapEnd'];
  /** Who went down, or up, by most between two years. */
  readonly moveEnd?: 'down' | 'up';
  /** Whether the numbers of the question are rates or amounts, where all are alike: PM2.5要降20.2%. */
  readonly stated?: 'rate' | 'amount';
  /** The one aim that the question states: 目标730亿斤. */
  readonly statedAim?: Plan['statedAim'];
  readonly same: boolean;
  readonly map: boolean;
  readonly differ: boolean;
  readonly counts: boolean;
  /** True where it asks which ones, so that numbers are conditions and no claims. */
  readonly which: boolean;
}

/** Reads the pieces of a question, claiming their words; undefined where it is over no places. */
export function readParts(
  text: string,
  line: Line,
  context: ReadContext,
  placeContext: PlaceContext,
  earlier: Earlier,
): Parts | undefined {
  const words = analysisWords();
  const stated = statedAimOf(line);
  claimAll(line, words.reports);
  const grew = stands(line, words.grew);
  // 一共涨了多少 is no sum of the figures, but how far the last is from the first.
  const grown = claimAll(line, words.grown).length > 0;
  const gapEnd = GAP_ENDS.find((end) => claimAll(line, words.gapEnds[end], true).length > 0);
  const early = readOver(line);
  const moveEnd = (['down', 'up'] as const).find((way) => claimAll(line, words.moveEnds[way], true).length > 0);
  const conditions = readConditions(line, placeContext);
  const over = readOnce(line, early);
  const aimed = stands(line, words.targetWords) && claimAll(line, words.actual, true).length > 0;
  const outcomeSaid = claimAll(line, words.outcome, true).length > 0 || gapEnd !== undefined;
  const against = readAgainst(text, conditions) ?? readAlsoAsked(line, placeContext);
  const ranked = claimAll(line, words.rankOf, true).length > 0;
  const read = readPlaces(line, placeContext, ranked);
  const set =
    read && !onlyLeavesOut(read)
      ? read
      : (earlier.places ?? placesBefore(earlier) ?? assumed(line, context.held, conditions.length > 0, read));
  if (!set) return undefined;
  const { places, focus } = focused(set, ranked);
  const newest = context.newest(places);
  // 2015到2018年涨了吗，后来哪年上的800亿斤 is asked of the years behind those as well.
  const onwards = over.over.includes('first') && claimAll(line, words.later).length > 0;
  const named = readYears(line, newest);
  const time = onwards ? until(named, newest) : named;
  // 一共下调了几次 counts, and sums nothing.
  const counted = conditions.some((c) => c.kind === 'moved');
  const numbers = readAggregates(line).filter((kind) => kind !== 'sum' || !counted);
  const asksEnds = numbers.includes('spread') && stands(line, words.spreadEnds);
  const said = withTop(readOrders(line), line);
  const order = asksEnds && said.orders.length === 0 ? { ...said, orders: BOTH_ENDS } : said;
  const [same, map, differ, counts] = [words.same, words.map, words.differ, words.counts].map(
    (patterns) => claimAll(line, patterns).length > 0,
  ) as [boolean, boolean, boolean, boolean];
  // 最高跟最低是谁，拉开几个点: of one time the ends are set against each other.
  const bothEnds = Math.max(order.orders.length, over.ends.length) > 1;
  const ofOneTime = order.orders.length > 1 && time.years.kind === 'list' && time.years.years.length < 2;
  // 最高和最低各是哪年，差几个点: of one place over its years they are as well.
  const apart = differ && (ofOneTime || (bothEnds && places.named && places.members?.length === 1));
  // 低于7%的一共几个 counts those that a condition picks, and sums nothing.
  const picked = counts && conditions.some((c) => c.kind !== 'verdict');
  const summed = picked ? numbers.filter((kind) => kind !== 'sum') : numbers;
  const aggregates: readonly AggregateKind[] = apart && !summed.includes('spread') ? ['spread', ...summed] : summed;
  // A condition (比全国目标低) may have claimed the word of the aim.
  const aims = [...words.aims, ...words.setting];
  const aiming = claimAll(line, words.targetWords).map(({ start, end }) => line.text.slice(start, end));
  // 处长要一张表：实际增速: who wants a table aims at nothing.
  const reached = aiming.every((word) => words.weakTargets.includes(word)) && stands(line, words.reachedWords);
  const target = (aiming.length > 0 && !reached) || aims.some((word) => text.includes(word));
  const twoYears = time.years.kind === 'list' && time.years.years.length > 1;
  const sides = twoYears && target && stands(line, words.outcomeWords) ? sidesOfYears(context.parse(text)) : undefined;
  const joined =
    (sides === undefined && (outcomeSaid || aimed)) ||
    conditions.some((c) => c.kind === 'verdict') ||
    // 一年砸了一年超了: of both together no condition is made.
    [true, false].every((met) => stands(line, verdictPatterns(met))) ||
    stands(line, words.yearsMet) ||
    // How far the ends are apart (差距多大), or who aims highest, is no gap between an aim and what came of it.
    (aggregates.length === 0 &&
      !conditions.some((c) => OF_ONE_SIDE.has(c.kind)) &&
      (order.orders.length === 0 || (target && stands(line, words.outcomeWords))) &&
      sides === undefined &&
      // 2016—2019年目标，最后两年一样吗
      !stands(line, words.edgeYears.last) &&
      readsAsOutcome(text));
  return {
    text,
    places,
    focus,
    many: !places.named || (places.members?.length ?? 0) > 1,
    time,
    ...(sides ? { sides } : {}),
    newest,
    over,
    conditions: joined ? conditions : conditions.map(withoutAim),
    against,
    aggregates,
    order,
    joined,
    bothSaid: target && (outcomeSaid || aimed),
    ...(gapEnd ? { gapEnd } : {}),
    ...(moveEnd ? { moveEnd } : {}),
    ...statedForm(line),
    ...(stated ? { statedAim: stated } : {}),
    same,
    map,
    differ: differ || grown,
    counts,
    target,
    outcome: claimAll(line, words.outcomeWords).length > 0 || (grew && !target && !time.change),
    grew,
    which: patterns().tables.which.in(text),
  };
}

export const GAP_ENDS = ['missed', 'beaten', 'closest'] as const;

/** 哪三个市目标最高: as many of the end as are asked for with the kind of places. */
function withTop(read: ReadOrders, line: Line): ReadOrders {
  if (read.orders.length !== 1 || read.top !== undefined || read.nth !== undefined) return read;
  const top = countOf(line, analysisWords().whichMany);
  return top === undefined ? read : { ...read, top };
}

/** Both ends of an order, the higher first. */
const BOTH_ENDS: ReadOrders['orders'] = ['highest', 'lowest'];

/** The number that the question gives as the aim, where it gives one alone. Claims nothing. */
function statedAimOf(line: Line): Plan['statedAim'] {
  const tokens = matchesOf(line, analysisWords().statedAims).flatMap((m) => m.tokens.filter((t) => t.kind === 'N'));
  const [only, ...others] = new Set(tokens);
  if (!only || others.length > 0) return undefined;
  const { low, high, unit } = only.value as Quantity;
  const value = low ?? high;
  return value === null ? undefined : { value, unit };
}

/** The unit of a difference between rates, with a counter before it or without. */
const POINTS = '百分点';

function statedForm(line: Line): Pick<Parts, 'stated'> {
  const units = tokensIn(line, 0, line.text.length).flatMap(({ kind, value }) =>
    (kind === 'N' || kind === 'R') && (value as Quantity).unit !== '' ? [(value as Quantity).unit] : [],
  );
  const [form, ...others] = new Set(units.map((unit) => (unit === '%' || unit.endsWith(POINTS) ? 'rate' : 'amount')));
  return form && others.length === 0 ? { stated: form } : {};
}

/** The years that are named with all behind them. */
function until(time: ReadYears, newest: number): ReadYears {
  const [first] = time.years.years;
  if (first === undefined || first >= newest) return time;
  const years = Array.from({ length: newest - first + 1 }, (_, i) => first + i);
  return { ...time, years: { kind: 'range', years }, series: true };
}

/** Conditions on the figures of one side: 哪年降下来了 asks how aims moved, and for nothing that came of them. */
const OF_ONE_SIDE: ReadonlySet<Condition['kind']> = new Set(['form', 'written', 'number', 'moved']);

/** True where the learned reader is sure that target and outcome are set against each other, in whatever words: 年初定的数谁做到了. */
function readsAsOutcome(text: string): boolean {
  const { value, margin } = readQuestion(text).operation;
  return value === 'outcome' && margin > SURE;
}

/** The margin from which the learned reader's opinion of an operation counts beside the patterns. */
const SURE = 0.4;

/** The places of the table before, named one by one: 2004年财政收入实际比目标高几个点 behind one of a province's. */
function placesBefore({ analysis }: Earlier): PlaceSet | undefined {
  return analysis?.kind === 'figures' && analysis.places.named ? analysis.places : undefined;
}

/** True where only places that are left out are named: 除了西藏谁最高. */
function onlyLeavesOut({ members, level, without }: PlaceSet): boolean {
  return members === undefined && level === undefined && without !== undefined;
}

/** 比全国高几个点: the place that the others are set against, where the question asks by how much. */
function readAgainst(text: string, conditions: Condition[]): Place | undefined {
  const at = conditions.findIndex((c) => c.kind === 'against' && c.by === undefined);
  const condition = conditions[at];
  if (condition?.kind !== 'against' || !patterns().tables.byHowMuch.in(text)) return undefined;
  conditions.splice(at, 1);
  return condition.place;
}

/** The nation whose figure is asked for behind those of others: 哪个省最保守，全国定了多少. */
function readAlsoAsked(line: Line, context: PlaceContext): Place | undefined {
  const [match] = matchesOf(line, analysisWords().alsoAsked);
  const token = match?.tokens.find(({ kind }) => kind === 'P');
  const place = token && placeOf(token, context);
  if (!match || place?.level !== 'nation') return undefined;
  claimMatch(line, match);
  return place;
}

const NATION = '000000';

/**
 * 谁定得最高, 低于8%的有哪些, 最高和最低差多少: provinces, or cities where no province is held, where no kind of places is said. The
 * reading says so.
 */
function assumed(
  line: Line,
  held: ReadonlySet<string>,
  conditioned: boolean,
  left: PlaceSet | undefined,
): PlaceSet | undefined {
  const { asksWho, asksWhich, aggregates } = analysisWords();
  const asks =
    claimAll(line, asksWho).length > 0 ||
    (conditioned && claimAll(line, asksWhich).length > 0) ||
    stands(line, aggregates.spread) ||
    left !== undefined;
  if (!asks) return undefined;
  const provinces = [...held].some((id) => id.endsWith('0000') && id !== NATION);
  const without = left?.without ? { without: left.without } : {};
  return provinces
    ? { label: '各省区市', level: 'province', named: false, assumed: true, ...without }
    : { label: '各市', level: 'prefecture', named: false, assumed: true, ...without };
}

/** 湖北在各省排第几: the others are the set, and the place is what is asked about. */
function focused(places: PlaceSet, ranked: boolean): { places: PlaceSet; focus?: Place } {
  const [focus, ...more] = places.within ?? [];
  if (!ranked || !focus || more.length > 0) return { places };
  return { places: { ...places, within: undefined }, focus };
}
