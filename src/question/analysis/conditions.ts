import type { BoundOp, Condition } from '../../frame/analysis.js';
import type { Indicator } from '../../lexicon/types.js';
import { parseNumeral } from '../../text/numerals.js';
import type { Quantity } from '../../text/types.js';
import { patterns } from '../patterns/index.js';
import { asksEither } from './either.js';
import { type Line, type Token, tokenAt, tokensIn } from './line.js';
import { claimAll, claimWords, isOpen, type Match, matchesOf } from './pattern.js';
import { type PlaceContext, placeOf } from './places.js';
import { analysisWords, type ConditionWords } from './words.js';

/** The conditions of a question, in order. Where two patterns overlap the longer one holds. Claims what it reads. */
export function readConditions(line: Line, context: PlaceContext): Condition[] {
  for (const match of matchesOf(line, analysisWords().stated)) {
    // The number is used up; the place is still the yardstick that the question names again, or one of those compared.
    claimWords(line, match);
    for (let i = match.start; i < match.end; i++) if (isNumber(line.text.charCodeAt(i))) line.used[i] = 1;
  }
  for (const { start, end } of claimAll(line, analysisWords().scenes, true))
    for (let i = start; i < end; i++) if (!isIndicatorAt(line, i)) line.used[i] = 1;
  // 比21年高了还是低了 asks how it moved, and for none that is higher.
  const changes = matchesOf(line, analysisWords().eitherWay);
  const isOfChange = ({ start, end }: Match): boolean => changes.some((c) => c.start < end && start < c.end);
  const found = analysisWords().conditions.flatMap((words) =>
    matchesOf(line, words.patterns)
      .filter((match) => !asksEither(line.text, match.start))
      .filter((match) => words.kind !== 'moved' || !(isOfChange(match) || isDenied(line.text, match)))
      .map((match) => ({ words, match })),
  );
  found.sort((a, b) => b.match.end - b.match.start - (a.match.end - a.match.start) || a.match.start - b.match.start);
  const read: Read[] = [];
  for (const { words, match } of found) {
    if (!isOpen(line, match)) continue;
    const found = conditionOf(words, match, context);
    if (!found) continue;
    const condition = NUMBERS.has(found.kind) && isOfAim(line.text, match) ? { ...found, aim: true } : found;
    claimWords(line, match);
    for (let i = match.start; i < match.end; i++) if (isNumberOrYardstick(line.text.charCodeAt(i))) line.used[i] = 1;
    // The yardstick of a column is no indicator that the condition is on.
    if (condition.kind === 'column' && new Set(indicatorIds(line)).size < 2) continue;
    const of = indicatorsFor(line, condition.kind === 'column' ? { ...match, end: match.start } : match);
    if (of.length === 0) read.push({ at: match.start, end: match.end, condition });
    for (const id of of) read.push({ at: match.start, end: match.end, condition: { ...condition, of: id } });
  }
  return merged(
    withoutWording(line, read)
      .sort((a, b) => a.at - b.at)
      .map((r) => r.condition),
  );
}

/** 没往下调目标 is none that went down. A denial that a pattern knows is a part of its match. */
function isDenied(text: string, { start }: Match): boolean {
  return patterns().tables.deniedBefore.in(text.slice(0, start));
}

/** A condition with where it stands in the line. */
interface Read {
  readonly at: number;
  readonly end: number;
  readonly condition: Condition;
}

/** 没给数字，只说高于全国: what stands for a number is no comparison of one. 比全国高一两个点 is a number. */
function withoutWording(line: Line, read: readonly Read[]): Read[] {
  const worded = read.some(({ condition }) => condition.kind === 'form' && condition.form === 'words');
  return read.filter(
    ({ condition, end }) =>
      !worded ||
      condition.kind !== 'against' ||
      isNumber(line.text.charCodeAt(end)) ||
      parseNumeral(line.text.charAt(end)) !== null,
  );
}

/** Forms of numbers that only rates have. */
export const DIGITS: ReadonlySet<string> = new Set(['one-digit', 'two-digit', 'negative', 'zero', 'positive']);

/** An amount that only the economy of a place comes to: 破2万亿. */
export function isOfEconomy(condition: Condition): boolean {
  if (condition.kind !== 'number' && condition.kind !== 'between') return false;
  const amount = condition.kind === 'number' ? condition.value : condition.low;
  return /^(?:万亿|亿)元?$/u.test(condition.unit) && amount * (condition.unit.startsWith('万') ? 1e4 : 1) >= TRILLION;
}

/** A trillion (一万亿) in 亿. */
const TRILLION = 1e4;

/** Conditions on a number, and what stands before that of an aim: 目标6.5%以上的省里，谁没完成. */
const NUMBERS: ReadonlySet<Condition['kind']> = new Set(['number', 'between', 'written', 'not-written', 'form']);
function isOfAim(text: string, { start, end }: Match): boolean {
  const { aimBefore, aimBehind } = patterns().tables;
  return aimBefore.in(text.slice(0, start)) || aimBehind.in(text.slice(end));
}

/** Numbers and the place that is the yardstick are used up; years and indicators are read by others. */
function isNumberOrYardstick(code: number): boolean {
  return code >= 0xe000 && code < 0xe300;
}

function indicatorIds(line: Line, end = line.text.length): string[] {
  return tokensIn(line, 0, end).flatMap((t) => (t.kind === 'I' ? [(t.value as Indicator).id] : []));
}

/** Of several indicators those that a condition is on: the last one before it, else the first; all of them behind 都. None of one alone. */
function indicatorsFor(line: Line, { start, end }: Match): string[] {
  const ids = indicatorIds(line);
  if (new Set(ids).size < 2) return [];
  if (line.text.slice(0, start).endsWith('都')) return [...new Set(ids)];
  return [indicatorIds(line, end).at(-1) ?? ids[0]!];
}

/** True where the name of an indicator stands: the thing that a scene is of is asked about as well. */
function isIndicatorAt(line: Line, at: number): boolean {
  return tokenAt(line, at)?.kind === 'I';
}

/** A number, or a range of them. */
function isNumber(code: number): boolean {
  return code >= 0xe000 && code < 0xe200;
}

function conditionOf(words: ConditionWords, { tokens }: Match, context: PlaceContext): Condition | undefined {
  const numbers = tokens.filter((t) => t.kind === 'N');
  const first = numbers[0] && numberOf(numbers[0]);
  switch (words.kind) {
    case 'number':
      return first && { kind: 'number', op: words.op, ...first };
    case 'written':
      return first && { kind: 'written', bound: words.bound, ...first };
    case 'not-written':
      return first && { kind: 'not-written', ...first, ...(words.bound ? { bound: words.bound } : {}) };
    case 'between':
      return betweenOf(tokens, numbers);
    case 'form':
      return { kind: 'form', form: words.form };
    case 'against': {
      const place = tokens.find((t) => t.kind === 'P');
      return (
        place && {
          kind: 'against',
          place: placeOf(place, context),
          op: words.op,
          ...(first ? { by: first.value } : {}),
        }
      );
    }
    case 'column': {
      const than = tokens.find((t) => t.kind === 'I')?.value as Indicator | undefined;
      return than && { kind: 'column', op: words.op, than: { id: than.id, name: than.name } };
    }
    case 'verdict':
      return {
        kind: 'verdict',
        met: words.met,
        ...(words.beyond ? { beyond: true } : {}),
        ...(first ? { by: first.value } : {}),
      };
    case 'moved':
      return { kind: 'moved', way: words.way, ...(first && numbers.length === 1 ? { by: first.value } : {}) };
  }
}

function numberOf(token: Token): { value: number; unit: string } {
  const { low, high, unit } = token.value as Quantity;
  return { value: low ?? high ?? 0, unit };
}

function betweenOf(tokens: readonly Token[], numbers: readonly Token[]): Condition | undefined {
  const range = tokens.find((t) => t.kind === 'R')?.value as Quantity | undefined;
  const [a, b] = range ? [range.low, range.high] : numbers.map((t) => numberOf(t).value);
  const unit = range?.unit ?? (numbers[1] ? numberOf(numbers[1]).unit : '');
  if (a === undefined || b === undefined || a === null || b === null) return undefined;
  return { kind: 'between', low: Math.min(a, b), high: Math.max(a, b), unit };
}

/**
 * 上调下调还是没变 asks how each moved: several ways are one condition, all of them none. 谁完成了谁没完成 asks of each whether it did, and is
 * no condition.
 */
function merged(all: readonly Condition[]): Condition[] {
  const verdicts = new Set(all.flatMap((c) => (c.kind === 'verdict' ? [c.met] : [])));
  const parted = verdicts.size > 1 ? all.filter((c) => c.kind !== 'verdict') : all;
  const conditions = withoutApart(withOthers(withGap(parted)));
  const ways = new Set(conditions.flatMap((c) => (c.kind === 'moved' ? c.way : [])));
  const by = conditions.flatMap((c) => (c.kind === 'moved' && c.by !== undefined ? [c.by] : []))[0];
  const rest = conditions.filter((c, i) => c.kind !== 'moved' && !conditions.slice(0, i).some((d) => same(c, d)));
  // 投资是下降的，降了多少: what fell by itself is told by how much, and against no other year.
  const fell = rest.some((c) => c.kind === 'form' && c.form === 'negative') && ways.has('down') && by === undefined;
  if (ways.size === 0 || ways.size === 3 || fell) return rest;
  const others = conditions.some((c) => c.kind === 'moved' && c.others === true) ? { others: true } : {};
  return [...rest, { kind: 'moved', way: [...ways], ...others, ...(by === undefined ? {} : { by }) }];
}

/** 6%以上的几家，不到6%的是谁; 写3.5%的几家，不写的是谁: one condition, asked of those that it holds of and of the others. */
function withOthers(all: readonly Condition[]): readonly Condition[] {
  const first = all.find((c) => all.some((other) => isOpposite(c, other)));
  if (!first) return all;
  return all.flatMap((c) => (c === first ? [{ ...c, others: true }] : isOpposite(first, c) ? [] : [c]));
}

/** Up, down, the same. */
const WAYS = 3;

const OPPOSITE: Readonly<Partial<Record<BoundOp, BoundOp>>> = { '>=': '<', '<': '>=', '>': '<=', '<=': '>' };

/** True for two conditions of which one holds just where the other does not. */
function isOpposite(a: Condition, b: Condition): boolean {
  if (a.of !== b.of) return false;
  if (a.kind === 'number' && b.kind === 'number')
    return OPPOSITE[a.op] === b.op && a.value === b.value && a.unit === b.unit;
  // 谁下调了，谁没下调
  if (a.kind === 'moved' && b.kind === 'moved')
    return a.way.length + b.way.length === WAYS && new Set([...a.way, ...b.way]).size === WAYS;
  const written = (c: Condition): boolean => c.kind === 'written' || c.kind === 'not-written';
  return written(a) && written(b) && a.kind !== b.kind && 'value' in a && 'value' in b && a.value === b.value;
}

/** 低于5%的有谁，高于6%的又有谁: no number is both, so all are shown in order and each end is seen. */
function withoutApart(all: readonly Condition[]): readonly Condition[] {
  const numbers = all.flatMap((c) => (c.kind === 'number' && c.of === undefined ? [c] : []));
  const least = Math.max(...numbers.filter((c) => c.op.startsWith('>')).map((c) => c.value));
  const most = Math.min(...numbers.filter((c) => c.op.startsWith('<')).map((c) => c.value));
  const alike = new Set(numbers.map((c) => c.unit)).size === 1;
  return alike && least > most ? all.filter((c) => c.kind !== 'number') : all;
}

/** Where nothing is set against the aim, a number needs no word that it is the aim's. */
export function withoutAim({ aim: _, ...condition }: Condition): Condition {
  return condition as Condition;
}

/** 没完成且差距超过2个点: a number of points beside a verdict is how far what was reached is from the aim. */
function withGap(all: readonly Condition[]): readonly Condition[] {
  const gap = all.find((c) => c.kind === 'number' && c.op.startsWith('>') && c.unit.includes('点'));
  if (gap?.kind !== 'number' || !all.some((c) => c.kind === 'verdict' && c.by === undefined)) return all;
  return all.filter((c) => c !== gap).map((c) => (c.kind === 'verdict' ? { ...c, by: gap.value, unit: gap.unit } : c));
}

function same(a: Condition, b: Condition): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
