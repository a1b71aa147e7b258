import { aggregate } from '../../analysis/aggregate.js';
import { stepsOf } from '../../analysis/derive.js';
import { standingOf } from '../../analysis/filter.js';
import { hasValue, type Row, timeOf, type Valued } from '../../analysis/row.js';
import { longest, streaks } from '../../analysis/streak.js';
import { equal } from '../../analysis/units.js';
import { orderKey } from '../../matching/compare.js';
import type { Answer } from '../schema.js';
import { sayFigure } from '../wording.js';
import { addRow, addWords, chartFor, citeRow, finish, noteBounds, type View, valueCells } from './parts.js';
import { sayChange, sayCondition } from './say.js';

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
    rows: rows.map((row) => {
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
    ...plan.over.flatMap((kind) => OVER[kind](view, said)),
    ...(plan.over.length === 0 && plan.orders.length > 0 ? sayExtreme(view, said) : []),
    ...plan.aggregates.flatMap((kind) => sayAggregate(said, kind)),
    ...(plan.conditions.length > 0 && !plan.over.some((o) => o === 'run' || o === 'first' || o === 'last')
      ? [sayYearsThat(view, said)]
      : []),
  ];
  const listed = said.map((r) => `${timeOf(r)}${sayFigure(r.value)}`).join('，');
  const first = answers.length > 0 ? answers.join('；') : listed;
  return finish(view, {
    kind: 'trend',
    headline: `${place.name}${view.topic}：${first}`,
    body: [
      ...(answers.length > 0 ? [listed] : []),
      ...folded(
        table.rows.map((r) => r.cells),
        rows,
      ),
    ],
    table,
    chart: chartFor(view, 'line', table.title, rows, (r) => timeOf(r)),
    gaps: [],
    several: true,
  });
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

const OVER: Readonly<Record<View['plan']['over'][number], (view: View, rows: readonly Valued[]) => string[]>> = {
  extreme: sayExtreme,
  steepest: (view, rows) => saySteepest(view, rows),
  direction: (_, rows) => sayDirection(rows),
  run: sayRun,
  first: (view, rows) => sayOnce(view, rows, 'first'),
  last: (view, rows) => sayOnce(view, rows, 'last'),
};

function sayExtreme({ plan }: View, rows: readonly Valued[]): string[] {
  const ends: readonly ('highest' | 'lowest')[] = plan.orders.length > 0 ? plan.orders : ['highest'];
  const last = rows.at(-1);
  const said = ends.flatMap((end) => {
    const keys = rows.map((r) => orderKey(r.value));
    const best = end === 'highest' ? Math.max(...keys) : Math.min(...keys);
    const found = rows.filter((r) => equal(orderKey(r.value), best));
    if (found.length === 0) return [];
    return [
      `${end === 'highest' ? '最高' : '最低'}的是${found.map((r) => `${timeOf(r)}（${sayFigure(r.value)}）`).join('、')}`,
    ];
  });
  return last ? [...said, `最近的${timeOf(last)}是${sayFigure(last.value)}`] : said;
}

function saySteepest(_: View, rows: readonly Valued[]): string[] {
  const steps = stepsOf(rows).filter((s) => s.change.way === 'down');
  if (steps.length === 0) return ['没有哪一年比前一次低'];
  const most = Math.min(...steps.map((s) => s.change.by));
  const found = steps.filter((s) => equal(s.change.by, most));
  return [
    `降得最多的是${found.map((s) => `${timeOf(s.to)}（由${timeOf(s.from)}的${sayFigure(s.from.value)}到${sayFigure(s.to.value)}，${sayChange(s.change)}）`).join('、')}`,
  ];
}

/** 是一直走低, with the figures; else the step that breaks it. */
function sayDirection(rows: readonly Valued[]): string[] {
  const steps = stepsOf(rows);
  if (steps.length === 0) return [];
  const ups = steps.filter((s) => s.change.way === 'up');
  const downs = steps.filter((s) => s.change.way === 'down');
  const flat = steps.filter((s) => s.change.way === 'same');
  if (ups.length === 0 && downs.length > 0)
    return [
      flat.length === 0
        ? '是，有数字的年份逐次走低'
        : `总体走低，其中${flat.map((s) => timeOf(s.to)).join('、')}没有变`,
    ];
  if (downs.length === 0 && ups.length > 0)
    return [flat.length === 0 ? '逐次走高' : `总体走高，其中${flat.map((s) => timeOf(s.to)).join('、')}没有变`];
  if (ups.length === 0) return ['没有变化'];
  return [
    `不是一个方向：${ups.map((s) => timeOf(s.to)).join('、')}高于前一次，${downs.map((s) => timeOf(s.to)).join('、')}低于前一次`,
  ];
}

function sayRun({ plan }: View, rows: readonly Valued[]): string[] {
  const test = (row: Valued): boolean | undefined => {
    const standing = plan.conditions.map((c) => standingOf(row, c));
    return standing.includes('none') ? undefined : standing.every((s) => s === 'pass');
  };
  if (plan.conditions.length === 0) return [];
  const run = longest(streaks(rows, test));
  const what = plan.conditions.map(sayCondition).join('、');
  if (!run) return [`没有哪一年${what}`];
  return [`从${run.from}年开始连续${run.rows.length}年（${run.from}—${run.to}年）${what}`];
}

/** The first or last year, of those that are held, in which the conditions hold; without any, in which there is a figure. */
function sayOnce({ plan }: View, rows: readonly Valued[], which: 'first' | 'last'): string[] {
  const found = rows.filter((r) => plan.conditions.every((c) => standingOf(r, c) === 'pass'));
  const row = which === 'first' ? found[0] : found.at(-1);
  const what = plan.conditions.map(sayCondition).join('、') || '有这个数字';
  if (!row) return [`收录的年份里没有哪一年${what}`];
  return [
    `收录的年份里，${which === 'first' ? '第一次' : '最近一次'}${what}的是${timeOf(row)}（${sayFigure(row.value)}）`,
  ];
}

function sayYearsThat({ plan }: View, rows: readonly Valued[]): string {
  const found = rows.filter((r) => plan.conditions.every((c) => standingOf(r, c) === 'pass'));
  const what = plan.conditions.map(sayCondition).join('、');
  if (found.length === 0) return `没有哪一年${what}`;
  return `${what}的有${found.length}年：${found.map((r) => `${timeOf(r)}${sayFigure(r.value)}`).join('、')}`;
}

function sayAggregate(rows: readonly Valued[], kind: View['plan']['aggregates'][number]): string[] {
  const result = aggregate(kind, rows);
  if (!result) return ['这些数不能相加（比率或单位不同）'];
  const names = { sum: '合计', mean: '简单平均', median: '中位数', spread: '最高与最低相差', mode: '最多的是' };
  return [`${names[kind]}${result.value}${result.unit}（${result.used}年：${result.arithmetic} = ${result.value}）`];
}
