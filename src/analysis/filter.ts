import type { BoundOp, Condition } from '../frame/analysis.js';
import { isWithinAbout, orderKey, scaled } from '../matching/compare.js';
import type { Change } from './derive.js';
import { hasValue, type Row, type Valued } from './row.js';
import { endsOf, equal, inBase } from './units.js';

/** How a row stands to a condition: near passes only under another reading (6%—7% for 高于6%). */
export type Standing = 'pass' | 'near' | 'fail' | 'none';

/** What a condition may look at besides the row. */
export interface Beside {
  /** The row that the others are set against, by year. */
  readonly against?: (year: number) => Row | undefined;
  /** How the row's place moved between the two years. */
  readonly change?: (row: Row) => Change | undefined;
}

/** A filter and its complement: every row that has a value is in exactly one of `kept`, `near` and `dropped`. */
export interface Filtered<R extends Row> {
  readonly kept: readonly R[];
  readonly near: readonly R[];
  readonly dropped: readonly R[];
  /** Rows about which the condition says nothing: without a value. */
  readonly silent: readonly R[];
}

/** Parts rows by conditions that all must hold. */
export function filter<R extends Row>(
  rows: readonly R[],
  conditions: readonly Condition[],
  beside: Beside = {},
): Filtered<R> {
  const parts: Record<Standing, R[]> = { pass: [], near: [], fail: [], none: [] };
  for (const row of rows) parts[worst(conditions.map((c) => standingOf(row, c, beside)))].push(row);
  return { kept: parts.pass, near: parts.near, dropped: parts.fail, silent: parts.none };
}

const WORST: readonly Standing[] = ['none', 'fail', 'near', 'pass'];

function worst(all: readonly Standing[]): Standing {
  return WORST.find((standing) => all.includes(standing)) ?? 'pass';
}

/** How one row stands to one condition. */
export function standingOf(row: Row, condition: Condition, beside: Beside = {}): Standing {
  if (condition.kind === 'form') return formOf(condition.aim ? { ...row, value: row.target } : row, condition.form);
  if (condition.kind === 'moved') return movedOf(beside.change?.(row), condition);
  if (condition.kind === 'verdict') return verdictOf(row, condition);
  // Of one row alone nothing follows for its other columns: `beside` sets them against each other.
  if (condition.kind === 'column') return hasValue(row) ? 'pass' : 'none';
  const own = condition.aim ? { ...row, value: row.target } : row;
  if (!hasValue(own)) return 'none';
  if (condition.kind === 'against') return againstOf(own, condition, beside);
  return numberOf(own, condition);
}

type NumberCondition = Extract<Condition, { kind: 'number' | 'between' | 'written' | 'not-written' }>;

function numberOf({ value }: Valued, condition: NumberCondition): Standing {
  const { low, high } = endsOf(value);
  if (condition.kind === 'between') {
    const [from, to] = [inBase(condition.low, condition.unit, value), inBase(condition.high, condition.unit, value)];
    if (from === undefined || to === undefined) return 'none';
    if (atLeast(low, from) && atLeast(to, high)) return 'pass';
    return atLeast(high, from) && atLeast(to, low) ? 'near' : 'fail';
  }
  const asked = inBase(condition.value, condition.unit, value);
  if (asked === undefined) return 'none';
  // 突破2万亿元 is beyond 2万亿 where it was reached; an aim of 6%以上 may be 6%.
  const beyond = value.facet === 'outcome' && value.quantity.bound === '>=';
  if (condition.kind === 'number')
    return compared(low, high, beyond && condition.op === '>' ? '>=' : condition.op, asked);
  const isIt = equal(low, asked) && equal(high, asked);
  const { bound } = value.quantity;
  if (condition.kind === 'not-written')
    return isIt && (condition.bound === undefined || bound === condition.bound) ? 'fail' : 'pass';
  if (!isIt) return 'fail';
  return condition.bound === 'any' || bound === condition.bound ? 'pass' : 'near';
}

function atLeast(a: number, b: number): boolean {
  return a > b || equal(a, b);
}

/** A value is compared by what is written; a range by the end that makes it harder. */
function compared(low: number, high: number, op: BoundOp, asked: number): Standing {
  const holds: Readonly<Record<BoundOp, (v: number) => boolean>> = {
    '>': (v) => v > asked && !equal(v, asked),
    '>=': (v) => atLeast(v, asked),
    '<': (v) => v < asked && !equal(v, asked),
    '<=': (v) => atLeast(asked, v),
    '=': (v) => equal(v, asked),
  };
  const [a, b] = [holds[op](low), holds[op](high)];
  return a && b ? 'pass' : a || b ? 'near' : 'fail';
}

/** Whether a figure stands to another of the same place and year as asked; undefined where they are of different kinds. */
export function stands(own: Row, op: BoundOp, other: Row): boolean | undefined {
  if (!hasValue(own) || !hasValue(other) || scaled(own.value).base !== scaled(other.value).base) return undefined;
  const [a, b] = [orderKey(own.value), orderKey(other.value)];
  if (equal(a, b)) return op === '=' || op === '>=' || op === '<=';
  return op.startsWith('>') ? a > b : op.startsWith('<') ? a < b : false;
}

function againstOf(row: Valued, condition: Extract<Condition, { kind: 'against' }>, beside: Beside): Standing {
  const other = beside.against?.(row.year);
  if (!other || !hasValue(other) || scaled(row.value).base !== scaled(other.value).base) return 'none';
  const [own, than] = [orderKey(row.value), orderKey(other.value)];
  if (condition.op === '=') return equal(own, than) ? 'pass' : 'fail';
  const ahead = condition.op.startsWith('>') ? own - than : than - own;
  if (condition.by !== undefined) return atLeast(ahead, condition.by) ? 'pass' : 'fail';
  if (equal(own, than)) return condition.op.endsWith('=') ? 'pass' : 'fail';
  return ahead > 0 ? 'pass' : 'fail';
}

function movedOf(change: Change | undefined, condition: Extract<Condition, { kind: 'moved' }>): Standing {
  if (!change) return 'none';
  if (!condition.way.includes(change.way)) return 'fail';
  return condition.by === undefined || atLeast(Math.abs(change.by), condition.by) ? 'pass' : 'fail';
}

function verdictOf(row: Row, { met, beyond, by }: Extract<Condition, { kind: 'verdict' }>): Standing {
  if (!row.verdict || row.verdict === '无法比较' || !row.target) return 'none';
  if (beyond && by === undefined) return isBeyond(row) ? 'pass' : 'fail';
  const missed = row.verdict === '未达到';
  // 6%左右 that came to 5.8% is reached within the tolerance, and not by the number that is written.
  if (!met && row.verdict === '达到' && by === undefined && row.value && isWithinAbout(row.target, row.value))
    return 'near';
  if (met === missed) return 'fail';
  if (by === undefined) return 'pass';
  if (!row.value) return 'none';
  const gap = orderKey(row.value) - orderKey(row.target);
  return atLeast(met ? gap : -gap, by) ? 'pass' : 'fail';
}

/** 超额: more than the number written, though 左右 takes it for reached; less where less is better. */
function isBeyond({ verdict, target, value }: Row): boolean {
  if (verdict !== '达到' || !target || !value) return verdict === '超过';
  return target.quantity.bound === '~' && orderKey(value) > orderKey(target);
}

/** From here on a rate has two digits. */
const TWO_DIGITS = 10;

function formOf(row: Row, form: Extract<Condition, { kind: 'form' }>['form']): Standing {
  if (form === 'words')
    return row.missing === 'words' || row.missing === 'not-said' || row.missing === 'not-found' ? 'pass' : 'fail';
  if (!hasValue(row)) return 'none';
  const { bound } = row.value.quantity;
  const is: Readonly<Record<Exclude<typeof form, 'words'>, boolean>> = {
    range: bound === 'range',
    bare: bound === '=',
    about: bound === '~',
    'not-about': bound !== '~',
    'at-least': bound === '>=',
    'not-at-least': bound !== '>=',
    further: row.further !== undefined,
    negative: orderKey(row.value) < 0,
    positive: orderKey(row.value) > 0,
    zero: orderKey(row.value) === 0,
    'one-digit': Math.abs(endsOf(row.value).high) < TWO_DIGITS,
    'two-digit': endsOf(row.value).low >= TWO_DIGITS,
  };
  return is[form] ? 'pass' : 'fail';
}
