import { aggregate } from '../../analysis/aggregate.js';
import { changeOf } from '../../analysis/derive.js';
import { type Standing, standingOf } from '../../analysis/filter.js';
import { order } from '../../analysis/order.js';
import { hasValue, type Row, timeOf, type Valued } from '../../analysis/row.js';
import { eachAtHand } from '../../retrieval/at-hand.js';
import type { Answer } from '../schema.js';
import { sayFigure } from '../wording.js';
import { besideYears, onceRow, sayExtreme, sayOver, sayOverGaps, sayUnjudged } from './over-years.js';
import { addRow, addWords, chartFor, citeRow, finish, noteBounds, type View, valueCells } from './parts.js';
import { SIZES, sayChange, sayCondition, sayYears } from './say.js';

/** A gap of this many years or more is folded into one line. */
const FOLDED = 3;

/** One place's figure over years: rows by year, gaps shown, and what is asked of them (highest year, direction, runs). */
export function answerSeries(view: View): Answer {
  const { plan, selection } = view;
  const rows = [...selection.rows].sort((a, b) => a.year - b.year);
  const said = rows.filter(hasValue);
  const place = rows[0]!.place;
  const table = {
    title: `${place.name}${view.topic}（${rows[0]!.year}—${rows.at(-1)!.year}年）`,
    columns: ['年份', '数值', '口径', '报告'],
    rows: eachAtHand(rows, (row) => {
      if (!row.value) addWords(view, row.words);
      const figures = citeRow(view, [row.value]);
      const title = row.value ? view.context.store.report(row.value.report).title : '';
      return { cells: [timeOf(row), ...valueCells(row), title], figures };
    }),
  };
  noteBounds(view, said);
  for (const row of rows)
    if (row.other) {
      const side = row.other.facet === 'target' ? '目标' : '';
      view.draft.notes.push(`${timeOf(row)}说的是${side}${sayFigure(row.other)}，不连起来`);
      addRow(view, row.other);
    }
  const answers = [
    ...(plan.change ? sayGrown(plan.yesNo, said) : []),
    ...plan.over.flatMap((kind) => sayOver(kind, view, rows)),
    ...(plan.over.length === 0 && plan.orders.length > 0 ? sayExtreme(view, said) : []),
    ...plan.aggregates.flatMap((kind) => sayAggregate(said, kind, isOfAllHeld(plan) ? said : rows)),
    ...(plan.conditions.length > 0 &&
    !plan.change &&
    !plan.over.some((o) => o === 'run' || o === 'first' || o === 'last')
      ? [sayYearsThat(view, plan.conditions.some((c) => c.kind === 'form' && c.form === 'words') ? rows : said)]
      : []),
  ];
  const listed = said.map((r) => `${timeOf(r)}${sayFigure(r.value)}`).join('，');
  const first = answers.length > 0 ? answers.join('；') : listed;
  return finish(view, {
    kind: 'trend',
    headline: `${place.name}${view.topic}：${first}${answers.length > 0 && !plan.change ? '' : sayMissing(view, rows)}`,
    body: [
      ...(answers.length > 0 ? [listed] : []),
      ...folded(
        table.rows.map((r) => r.cells),
        rows,
      ),
    ],
    table,
    chart: chartFor(view, 'line', table.title, rows, (r) => timeOf(r)),
    year: yearAsked(view, rows),
    gaps: [],
    several: true,
  });
}

/** The years that were asked for by name and tell no figure; of all that are held the table shows which. */
function sayMissing({ plan, selection }: View, rows: readonly Row[]): string {
  const missing = rows.filter((row) => !row.value && row.year > 0);
  if (plan.years.kind === 'all' || plan.years.kind === 'latest' || missing.length > MOST_MISSING) return '';
  const unheld = missing.filter(({ missing }) => missing === 'not-held').map((row) => row.year);
  const worded = missing.filter(({ words }) => words !== undefined);
  const ahead = missing.filter((row) => row.missing === 'not-reviewed' && !row.words).map((row) => row.year);
  const isAim = ({ other }: Row): boolean => selection.side === 'outcome' && other?.facet === 'target';
  const aims = missing.filter((row) => isAim(row) && !row.words).map((row) => row.year);
  const untold = missing
    .filter((row) => !NOT_HELD.has(row.missing) && !row.words && !isAim(row))
    .map((row) => row.year);
  return [
    ...worded.map((row) => `；${timeOf(row)}只有文字、没有数字：${sayValue(row)}`),
    ...(untold.length > 0 ? [`；${sayYears(untold)}没有找到同样的数字`] : []),
    ...(aims.length > 0 ? [`；${sayYears(aims)}只有目标`] : []),
    ...(ahead.length > 0 ? [`；${sayYears(ahead)}的结果要看次年的报告，没有收录`] : []),
    ...(unheld.length > 0 ? [`；${sayYears(unheld)}没有收录报告`] : []),
  ].join('');
}

/** Reasons by which no report that is held could tell a figure. */
const NOT_HELD: ReadonlySet<Row['missing']> = new Set(['not-held', 'not-reviewed']);

/** So many years without a figure are named in the headline. */
const MOST_MISSING = 8;

/** The year that answers where one is asked for: the first of its kind, or the highest alone. */
function yearAsked(view: View, rows: readonly Row[]): number | undefined {
  const once = view.plan.over.find((kind) => kind === 'first' || kind === 'last');
  if (once) return onceRow(view, rows, once)?.year;
  const [end = 'highest', ...more] = view.plan.orders;
  if (!view.plan.over.includes('extreme') || more.length > 0) return undefined;
  const [best, next] = order(rows.filter(hasValue), end);
  return best && next?.rank !== 1 ? best.row.year : undefined;
}

/** A line a year; years without a figure that follow one another are one line: 1988—1992年  未收录报告. */
function folded(cells: readonly (readonly string[])[], rows: readonly Row[]): string[] {
  const lines: string[] = [];
  for (let i = 0; i < rows.length; ) {
    let end = i + 1;
    while (end < rows.length && !rows[i]!.value && !rows[end]!.value && rows[end]!.missing === rows[i]!.missing) end++;
    const [year, value, side, report] = cells[i]!;
    if (end - i >= FOLDED) lines.push(`${rows[i]!.year}—${rows[end - 1]!.year}年  ${value}`);
    else
      for (let j = i; j < end; j++)
        lines.push(`${cells[j]![0]}  ${cells[j]![1]}${j === i && report ? `（${side}，《${report}》）` : ''}`);
    if (year === undefined) break;
    i = end;
  }
  return lines;
}

function sayYearsThat(view: View, rows: readonly Row[]): string {
  const { plan } = view;
  const beside = besideYears(view, rows);
  const found = rows.filter((r) => plan.conditions.every((c) => standingOf(r, c, beside) === 'pass'));
  const what = plan.conditions.map(sayCondition).join('、');
  const standings = rows.map((r) => plan.conditions.map((c) => standingOf(r, c, beside)));
  const near = rows.filter((_, i) => standings[i]!.includes('near') && !standings[i]!.some((s) => FAILS.has(s)));
  const open = `${sayNear(near)}${sayUnjudged(view, rows, beside)}${sayOverGaps(plan, rows)}`;
  if (plan.conditions.some((c) => c.kind === 'form' && c.form === 'words')) return sayWorded(found);
  if (plan.all && rows.length > 1) {
    const judged = rows.filter((r) => plan.conditions.every((c) => standingOf(r, c, beside) !== 'none'));
    return judged.length === 0 ? `没有可比的年份${open}` : `${sayAllYears(what, judged, found)}${open}`;
  }
  const whether = plan.yesNo && found.length > 0 ? '有，' : '';
  if (found.length === 0) return `${sayOverGaps(plan, rows) !== '' ? '前后相连的年份里' : ''}没有哪一年${what}${open}`;
  return `${whether}${what}的有${found.length}年：${found.map((r) => `${timeOf(r)}${sayValue(r)}`).join('、')}${open}`;
}

const FAILS: ReadonlySet<Standing> = new Set(['fail', 'none']);

/** Years that meet a condition by one end of what is written alone: 4.5%—5% for 低于5%. */
function sayNear(near: readonly Row[]): string {
  return near.length === 0
    ? ''
    : `；另有${near.length}年换一种算法也算：${near.map((r) => `${timeOf(r)}${sayValue(r)}`).join('、')}`;
}

/** The years that put an aim in words, and those of whose reports none was found. */
function sayWorded(rows: readonly Row[]): string {
  const worded = rows.filter((r) => r.words);
  const silent = rows.filter((r) => !r.words).map((r) => r.year);
  return [
    worded.length > 0
      ? `只有文字、没有数字的有${worded.length}年：${worded.map((r) => `${timeOf(r)}${sayValue(r)}`).join('、')}`
      : '没有哪一年只有文字、没有数字',
    ...(silent.length > 0 ? [`报告里没有找到这个目标的：${sayYears(silent)}`] : []),
  ].join('；');
}

/** What a year tells: its figure, or the words that stand for it. */
function sayValue({ value, words }: Row): string {
  return value ? sayFigure(value) : words ? `“${words.text}”` : '';
}

/** How far the last figure is from the first: 从2023年449公里到2026年524.4公里，多75.4公里. */
function sayGrown(yesNo: boolean, rows: readonly Valued[]): string[] {
  const [first, last] = [rows[0], rows.at(-1)];
  const change = first && last && first !== last ? changeOf(first.value, last.value) : undefined;
  if (!first || !last || !change) return [];
  const way = yesNo ? `${{ up: '是上升', down: '是下降', same: '没有变' }[change.way]}，` : '';
  return [
    `${way}${timeOf(last)}${sayFigure(last.value)}，比${timeOf(first)}${sayFigure(first.value)}${sayChange(change)}`,
  ];
}

/** Whether a condition holds in all years that have a figure, and in which it does not: 是不是一直86万. */
function sayAllYears(what: string, rows: readonly Row[], found: readonly Row[]): string {
  const said = (some: readonly Row[]): string => some.map((r) => `${timeOf(r)}${sayValue(r)}`).join('、');
  if (found.length === rows.length) return `是，有数字的${rows.length}年都${what}`;
  const others = rows.filter((r) => !found.includes(r));
  if (found.length === 0) return `不是，没有哪一年${what}：${said(others)}`;
  return `不是每年都${what}：${said(others)}；${what}的有${found.length}年：${said(found)}`;
}

/** True where no year is asked for that may be missing: every one that is held. */
function isOfAllHeld({ years }: View['plan']): boolean {
  return years.kind === 'all' || years.kind === 'latest';
}

/** @param asked the years asked for, with those that tell no figure: without these nothing is summed. */
function sayAggregate(
  rows: readonly Valued[],
  kind: View['plan']['aggregates'][number],
  asked: readonly Row[],
): string[] {
  const result = aggregate(kind, rows);
  if (!result) return ['这些数不能相加（比率或单位不同）'];
  if (kind === 'sum' && rows.length === 1 && asked.length > 1)
    return [`${asked.length}年里只有${timeOf(rows[0]!)}有数字（${sayFigure(rows[0]!.value)}），加不出合计`];
  if (kind === 'sum' && rows.length < asked.length)
    return [
      `${asked.length}年里只有${rows.length}年有数字，这${rows.length}年合计${SIZES[result.size]}${result.value}${result.unit}（${result.arithmetic} = ${result.value}）`,
    ];
  const names = { sum: '合计', mean: '简单平均', median: '中位数', spread: '最高与最低相差', mode: '最多的是' };
  return [
    `${names[kind]}${SIZES[result.size]}${result.value}${result.unit}（${result.used}年：${result.arithmetic} = ${result.value}）`,
  ];
}
