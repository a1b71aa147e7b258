import type { IndicatorIndex } from '../lexicon/indicators.js';
import type { Quantity } from '../text/types.js';
import { FROM_BEFORE, TO_BEFORE } from './changes.js';
import { expandSubjects, isGeneric, isIndicator, splitList } from './subjects.js';
import { stripHeads, stripPredicate, withoutAgainst } from './words.js';

/** Rows of values (分别): which figures of a clause stand side by side for as many subjects. */

/** What says that each value has its own subject. */
export const TOGETHER = /分别|各自/;
export const EACH =
  /(?:(?:双双|(?<![年平人户亩])均(?!衡)|(?<![首成新古武扁丰宁尚])都(?!市|匀|江|昌|区|口|城))[^，；]{0,5}|各)$/;

/** Values that stand side by side for as many subjects (分别). */
export interface List {
  readonly values: readonly Quantity[];
  /** The values that came before 增加到, of a from–to: 分别由 A、B 增加到 C、D. */
  readonly bases?: readonly Quantity[];
  /** How many quantities of the clause the list takes. */
  readonly taken: number;
  /** Words between the first and the second row of values. */
  readonly between: string;
}

const SEPARATOR = /^(?:、|，|和|及|与|以及|或)$/;

/** 分别达到月人均523元、年人均3728元 */
const FOR_WHOM_AGAIN = /^[、，和](?:(?:每?[月年])?人均|[月年]均|每人?每[月年])$/;

/** Behind 分别 the verb may be said again: 分别增长10%、增长5%. */
const WITH_VERB = /^(?:、|，|和|及|与|以及)?(?:同比)?(?:增长|下降|达)$/;

/** The values that follow one another from `at` on, where they make a list. `before` are the words before the first. */
export function takeList(
  text: string,
  quantities: readonly Quantity[],
  at: number,
  before: string,
  indicators: IndicatorIndex,
): List | undefined {
  const together = TOGETHER.test(before) || EACH.test(before);
  const row = takeRow(text, quantities, at, together);
  if (row.length < 2 && !together && !severalIndicators(before, row[0]!, indicators)) return undefined;
  if (
    row.length >= 2 &&
    !together &&
    !comparable(row, text, /^[，、]?(?:均|都|已)?(?:达到?|为)?$/.test(before)) &&
    !reachedByEach(row, before, indicators)
  )
    return undefined;
  const changes = together ? takeChanges(text, quantities, at, before) : undefined;
  if (changes !== undefined) return changes;
  const next = quantities[at + row.length];
  if (FROM_BEFORE.test(before) && next !== undefined) {
    const between = text.slice(row[row.length - 1]!.span.end, next.span.start);
    const second = takeRow(text, quantities, at + row.length, together);
    if (second.length === row.length && TO_BEFORE.test(between + text.slice(next.span.start, next.core.start)))
      return { values: shareEnds(second), bases: shareEnds(row), taken: row.length * 2, between };
  }
  return { values: shareEnds(row), taken: row.length, between: '' };
}

/** 分别由330元提高到580元、由160元提高到350元: a change for each subject, each told whole. */
function takeChanges(text: string, quantities: readonly Quantity[], at: number, before: string): List | undefined {
  if (!/[由从]$/.test(before)) return undefined;
  const bases: Quantity[] = [];
  const values: Quantity[] = [];
  let between = '';
  for (let i = at; i + 1 < quantities.length; i += 2) {
    const [base, value] = [quantities[i]!, quantities[i + 1]!];
    const gap = text.slice(base.span.end, value.span.start);
    const starts = i === at || /^[、，和及]{0,2}[由从]$/.test(text.slice(quantities[i - 1]!.span.end, base.span.start));
    if (!starts || !/^[^，；、]{0,6}[到至为]$/.test(gap + text.slice(value.span.start, value.core.start))) break;
    if (i === at) between = gap;
    bases.push(base);
    values.push(value);
  }
  return bases.length < 2 ? undefined : { values, bases, taken: bases.length * 2, between };
}

/** A list of nouns before a single value with nothing that says 分别: 固定资产投资、社会消费品零售总额增长10%. */
function severalIndicators(before: string, { kind, unit }: Quantity, indicators: IndicatorIndex): boolean {
  if (!/[、和与及]/.test(before)) return false;
  const named = stripHeads(withoutAgainst(stripPredicate(before)).rest);
  const pieces = expandSubjects(named, 1, indicators);
  if (pieces.length < 2) return false;
  // 游客接待量、旅游总收入翻一番: what doubles is each of them.
  if (unit === '番') return !/等/.test(named) && pieces.some((piece) => isIndicator(piece, indicators));
  // A phrase (完成省定目标) holds for each of them by itself.
  return kind === 'phrase' || pieces.every((piece) => isIndicator(piece, indicators));
}

function takeRow(text: string, quantities: readonly Quantity[], at: number, together: boolean): Quantity[] {
  const row = [quantities[at]!];
  for (let i = at + 1; i < quantities.length; i++) {
    const gap = text.slice(quantities[i - 1]!.span.end, quantities[i]!.span.start);
    const verbAgain = together && WITH_VERB.test(gap) && isRate(quantities[i]!) === isRate(row[row.length - 1]!);
    if (!SEPARATOR.test(gap) && !verbAgain && !(together && FOR_WHOM_AGAIN.test(gap))) break;
    row.push(quantities[i]!);
  }
  return row;
}

/** 204万头和1453万只、同比增长5.8%和8.5%: rates behind amounts are a row of their own. */
function isRate({ unit }: Quantity): boolean {
  return /[%‰]$|百分点$/.test(unit);
}

const withoutScale = (unit: string): string => unit.replace(/^[百千万亿]+(?=元|人|吨)/, '');

/** Without 分别, values side by side are a list only where they are of one kind: 国家级、省级企业2家、4家; 全省第2位和第1位. */
function comparable(row: readonly Quantity[], text: string, bare: boolean): boolean {
  const { unit, kind, span } = row[row.length - 1]!;
  // 销售收入过200亿、100亿元的企业: of what size they are.
  const sized = text[span.end] === '的';
  if (kind === 'rank' || kind === 'multiple') return row.every((q) => q.kind === kind && q.unit === unit);
  return row.every(
    (q) =>
      q.kind === 'number' &&
      (q.unit === unit ||
        (bare && withoutScale(q.unit) === withoutScale(unit)) ||
        q.unit === '' ||
        (!sized && isScaleOf(q.unit, unit)) ||
        (q.unit === '个' && unit.startsWith('个'))),
  );
}

/** 粮食播种面积和产量稳定在91.9万亩、47.5万吨: as many levels as subjects, each in its own unit. */
function reachedByEach(row: readonly Quantity[], before: string, indicators: IndicatorIndex): boolean {
  const { rest, reaches, verb } = withoutAgainst(stripPredicate(before)).predicate;
  const opening = stripPredicate(row[0]!.text.slice(0, row[0]!.core.start - row[0]!.span.start));
  if (!(verb === undefined ? opening.verb !== undefined : reaches) || !row.every(({ kind }) => kind === 'number'))
    return false;
  const pieces = splitList(stripHeads(rest));
  return pieces.length === row.length && pieces.some((piece) => isGeneric(piece) || isIndicator(piece, indicators));
}

/** 3000万、4000万标箱 */
function isScaleOf(scale: string, unit: string): boolean {
  return /^[万亿]+$/.test(scale) && unit.startsWith(scale);
}

/** What stands once at the end holds for all: 35、23.6个百分点; 5.5%、7.5%左右. */
function shareEnds(row: readonly Quantity[]): Quantity[] {
  const first = row[0]!;
  const last = row[row.length - 1]!;
  const closes = (q: Quantity): boolean => q.span.end > q.core.end;
  const closing = closes(last) && !row.slice(0, -1).some(closes) ? last.bound : '=';
  // 分别突破3600亿元、2500亿元: the word before the first holds for all.
  const opening = first.span.start < first.core.start && !closes(first) ? first.bound : '=';
  return row.map((q) => {
    const open = q.unit === '' || isScaleOf(q.unit, last.unit) || (q.unit === '个' && last.unit.startsWith('个'));
    const shared = open && q.kind === 'number' ? { ...q, unit: last.unit } : q;
    if (shared.bound !== '=') return shared;
    return closing !== '=' ? withBound(shared, closing) : opening !== '=' ? withBound(shared, opening) : shared;
  });
}

function withBound(q: Quantity, bound: Quantity['bound']): Quantity {
  if (bound === 'range') return q;
  const value = q.low ?? q.high;
  return { ...q, bound, low: bound === '<=' ? null : value, high: bound === '>=' ? null : value };
}
