import type { AggregateKind, Condition, PlaceSet } from '../../frame/analysis.js';
import type { Place } from '../../lexicon/types.js';
import { patterns } from '../patterns/index.js';
import { readQuestion } from '../reader/read.js';
import { readConditions, withoutAim } from './conditions.js';
import type { Line } from './line.js';
import { type ReadOrders, type ReadOver, readAggregates, readOnce, readOrders, readOver } from './operations.js';
import { claimAll, stands } from './pattern.js';
import { type PlaceContext, readPlaces } from './places.js';
import type { Earlier, ReadContext } from './read.js';
import { analysisWords } from './words.js';
import { type ReadYears, readYears } from './years.js';

/** What a question over many rows says, piece by piece, before its subject is read. */
export interface Parts {
  readonly text: string;
  readonly places: PlaceSet;
  readonly focus?: Place;
  /** True for more than one place. */
  readonly many: boolean;
  readonly time: ReadYears;
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
  /** Who fell short of the target, or went beyond it, by most. */
  readonly gapEnd?: 'missed' | 'beaten';
  /** Who went down, or up, by most between two years. */
  readonly moveEnd?: 'down' | 'up';
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
  claimAll(line, words.reports);
  // 一共涨了多少 is no sum of the figures, but how far the last is from the first.
  const grown = claimAll(line, words.grown).length > 0;
  const gapEnd = (['missed', 'beaten'] as const).find((end) => claimAll(line, words.gapEnds[end], true).length > 0);
  const early = readOver(line);
  const moveEnd = (['down', 'up'] as const).find((way) => claimAll(line, words.moveEnds[way], true).length > 0);
  const conditions = readConditions(line, placeContext);
  const over = readOnce(line, early);
  const aimed = stands(line, words.targetWords) && claimAll(line, words.actual, true).length > 0;
  const outcomeSaid = claimAll(line, words.outcome, true).length > 0 || gapEnd !== undefined;
  const against = readAgainst(text, conditions);
  const ranked = claimAll(line, words.rankOf, true).length > 0;
  const read = readPlaces(line, placeContext, ranked);
  const set =
    read && !onlyLeavesOut(read)
      ? read
      : (earlier.places ?? placesBefore(earlier) ?? assumed(line, context.held, conditions.length > 0, read));
  if (!set) return undefined;
  const { places, focus } = focused(set, ranked);
  const newest = context.newest(places);
  const time = readYears(line, newest);
  // 一共下调了几次 counts, and sums nothing.
  const counted = conditions.some((c) => c.kind === 'moved');
  const aggregates = readAggregates(line).filter((kind) => kind !== 'sum' || !counted);
  const order = readOrders(line);
  const [same, map, differ, counts] = [words.same, words.map, words.differ, words.counts].map(
    (patterns) => claimAll(line, patterns).length > 0,
  ) as [boolean, boolean, boolean, boolean];
  // A condition (比全国目标低) may have claimed the word of the aim.
  const aims = [...words.aims, ...words.setting];
  const target = claimAll(line, words.targetWords).length > 0 || aims.some((word) => text.includes(word));
  const joined =
    outcomeSaid ||
    aimed ||
    conditions.some((c) => c.kind === 'verdict') ||
    stands(line, words.yearsMet) ||
    // How far the ends are apart (差距多大), or who aims highest, is no gap between an aim and what came of it.
    (aggregates.length === 0 &&
      !conditions.some((c) => c.kind === 'form' || c.kind === 'written' || c.kind === 'number') &&
      (order.orders.length === 0 || stands(line, words.outcomeWords)) &&
      readsAsOutcome(text));
  return {
    text,
    places,
    focus,
    many: !places.named || (places.members?.length ?? 0) > 1,
    time,
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
    same,
    map,
    differ: differ || grown,
    counts,
    target,
    outcome: claimAll(line, words.outcomeWords).length > 0,
    which: patterns().tables.which.in(text),
  };
}

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
