import type { AggregateKind, OverYears, Plan } from '../../frame/analysis.js';
import { patterns } from '../patterns/index.js';
import type { Line } from './line.js';
import { claimAll, claimMatch, matchesOf, stands } from './pattern.js';
import { analysisWords } from './words.js';
import { countIn } from './years.js';

/** What is asked of the figures over years, and how long a run must be: 连续三年. */
export interface ReadOver {
  readonly over: readonly OverYears[];
  readonly least?: number;
  /** The ends of a series that are asked for: 哪年最高哪年最低. */
  readonly ends: Plan['orders'];
  /** Which way a series is asked to go: 越定越低吗. */
  readonly way?: 'up' | 'down';
}

/** In the order in which their words are claimed. */
const KINDS = ['steepest', 'run', 'extreme', 'turn', 'direction'] as const;

/**
 * The operations over years that come before the conditions of a question; claims their words.
 * @param kinds which of them are looked for.
 */
export function readOver(line: Line, kinds: readonly OverYears[] = KINDS): ReadOver {
  const { over, runOf, ends, ways } = analysisWords();
  const [run] = kinds.includes('run') ? claimAll(line, runOf, true) : [];
  const least = run && countIn(line.text.slice(run.start, run.end), run.tokens);
  const found = KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => {
    // 第一次…是哪年 asks for no highest year.
    if (kind === 'extreme' && ONCE.some((once) => stands(line, over[once]))) return [];
    const matches = claimAll(line, over[kind], true);
    return matches.length > 0 ? [{ kind, said: matches.map((m) => line.text.slice(m.start, m.end)).join() }] : [];
  });
  const direction = found.find(({ kind }) => kind === 'direction')?.said ?? '';
  const [way, other] = (['up', 'down'] as const).filter((w) => ways[w].some((word) => direction.includes(word)));
  const extreme = found.find(({ kind }) => kind === 'extreme')?.said ?? '';
  return {
    over: [...found.map(({ kind }) => kind), ...(run && !found.some(({ kind }) => kind === 'run') ? RUN : [])],
    ...(least === undefined ? {} : { least }),
    ...(way && !other ? { way } : {}),
    ends: (['highest', 'lowest'] as const).filter((end) => ends[end].some((word) => extreme.includes(word))),
  };
}

const RUN: readonly OverYears[] = ['run'];
const ONCE = ['first', 'last'] as const;

/** 第一次 and 最近一次, read behind the conditions, whose verbs (破千亿) stand next to them. */
export function readOnce(line: Line, { over, ...rest }: ReadOver): ReadOver {
  const words = analysisWords().over;
  const once = ONCE.filter((kind) => stands(line, words[kind]));
  for (const kind of once) claimAll(line, words[kind], true);
  return { ...rest, over: [...once, ...over] };
}

/** Means, sums and the like; claims their words. */
export function readAggregates(line: Line): AggregateKind[] {
  const { aggregates } = analysisWords();
  return (['spread', 'mode', 'sum', 'mean', 'median'] as const).filter(
    (kind) => claimAll(line, aggregates[kind]).length > 0,
  );
}

/** Which ends of an order are asked for, how many of it, and which place in it. */
export interface ReadOrders {
  readonly orders: Plan['orders'];
  readonly top?: number;
  readonly nth?: number;
}

/**
 * The order that is asked for; claims its words.
 * @param more patterns for one place in it, of a turn that goes on from a table (第二呢).
 */
export function readOrders(line: Line, more: readonly string[] = []): ReadOrders {
  const { orders, nth: nths } = analysisWords();
  const third = claimAll(line, [...nths, ...more])[0];
  const said = third ? line.text.slice(third.start, third.end) : '';
  const nth = third && countIn(said, third.tokens);
  const found = (['highest', 'lowest'] as const).flatMap((order) =>
    matchesOf(line, orders[order]).map((match) => ({ order, match })),
  );
  found.sort((a, b) => a.match.start - b.match.start);
  const named: ('highest' | 'lowest')[] = [];
  let top: number | undefined;
  for (const { order, match } of found) {
    if (!named.includes(order)) named.push(order);
    top ??= topOf(line.text.slice(match.start, match.end), match.tokens);
  }
  for (const { match } of found) claimMatch(line, match);
  if (named.length === 0 && claimAll(line, orders.sorted).length > 0) named.push('highest');
  else claimAll(line, orders.sorted);
  if (nth !== undefined && nth > 1 && named.length === 0) named.push(isFromBelow(said) ? 'lowest' : 'highest');
  return { orders: named, top, ...(nth !== undefined && nth > 1 ? { nth } : {}) };
}

/** 倒数第二, 第二低的: counted from the lower end. */
function isFromBelow(said: string): boolean {
  return analysisWords().fromBelow.some((mark) => said.includes(mark));
}

/** 前三, 倒数两名, 最高的三个: how many of an end are asked for. */
function topOf(said: string, tokens: readonly { readonly value: unknown }[]): number | undefined {
  const { topMarks, noTops } = analysisWords();
  if (noTops.some((word) => said.includes(word))) return undefined;
  // 倒数第一第二: as many as the last of the row says.
  const row = patterns().tables.ranksInRow.find(said)?.groups?.last;
  if (row !== undefined) return countIn(row, []) ?? Number(row);
  return topMarks.some((mark) => said.includes(mark)) ? countIn(said, tokens) : undefined;
}
