import { aggregate } from '../../analysis/aggregate.js';
import { changeOf } from '../../analysis/derive.js';
import { filter, stands } from '../../analysis/filter.js';
import { order } from '../../analysis/order.js';
import { hasValue, type Row, timeOf, type Valued } from '../../analysis/row.js';
import type { Fact } from '../../facts/types.js';
import type { Column, Condition, Plan } from '../../frame/analysis.js';
import type { Place } from '../../lexicon/types.js';
import { eachAtHand } from '../../retrieval/at-hand.js';
import { newDraft } from '../compose.js';
import type { AnswerContext } from '../context.js';
import { refuse } from '../refusal.js';
import type { Answer } from '../schema.js';
import { sayFigure } from '../wording.js';
import { chooseFacts } from './choose.js';
import { VERDICT_WORDS } from './join.js';
import { citeRow, finish, moreRows, noteBounds, SHOWN, sayGap, type View } from './parts.js';
import { resolvePlaces } from './places.js';
import { AGGREGATE_NAMES, SIZES, sayChange, sayCondition, sayRow, sayTimes } from './say.js';
import { type Selection, select, selectFor, timesOf } from './select.js';

/** The most indicators that the main targets of a year are shown by; those that most places name come first. */
const MOST_COLUMNS = 9;
/** From so many places on the headline only counts them. */
const FEW_PLACES = 3;

interface Told {
  readonly column: Column;
  readonly selection: Selection;
  readonly kept: ReadonlySet<Row>;
  /** The place that the rows are to be set against, where it tells no figure. */
  readonly lacks?: Place;
}

/** Several indicators side by side, over places and years: a column an indicator, a row a place and year. */
export function answerColumns(context: AnswerContext, plan: Plan): Answer {
  const facet = plan.columns === 'main' && plan.facet === 'open' ? 'target' : plan.facet;
  const columns = plan.columns === 'main' ? mainColumns(context, plan) : (plan.columns ?? []);
  const told = columns.map((column): Told => {
    const own: Plan = {
      ...plan,
      facet,
      ...column,
      conditions: plan.conditions.filter((c) => c.of === column.indicator.id),
    };
    const selection = select(context, own);
    return { column, selection, ...keptOf(context, own, selection) };
  });
  const what = plan.columns === 'main' ? '主要预期目标' : columns.map((c) => c.indicator.name).join('、');
  const [first] = told;
  if (!first || told.every((t) => !t.selection.rows.some(isTold)))
    return refuse(
      context,
      'not-said',
      `收录的报告里没有找到${plan.places.label}${first ? sayTimes(first.selection.times) : ''}的${what}`,
    );
  const view: View = {
    context,
    plan,
    selection: first.selection,
    subject: what,
    topic: `${what}${sideOf(plan, told)}`,
    draft: newDraft(),
    rows: { cited: 0, left: 0 },
  };
  const [head, label] = [rowHead(first.selection), labelOf(first.selection)];
  const lines = linesOf(plan, told);
  const said = lines.filter((line) => line.some(isTold));
  const table = {
    title: `${sayTimes(first.selection.times)}${plan.places.label}${view.topic}一览`,
    columns: [head, ...columns.map((c) => c.indicator.name)],
    rows: eachAtHand(said, (line) => ({
      cells: [label(line[0]!), ...line.map(sayCell)],
      figures: citeRow(
        view,
        line.flatMap((r) => [r.target, r.value]),
      ),
    })),
  };
  noteBounds(view, said.flat());
  const body = table.rows.map(
    ({ cells }, i) =>
      `· ${cells[0]}：${columns.flatMap((c, j) => (isTold(said[i]![j]!) ? [`${c.indicator.name}${cells[j + 1]}`] : [])).join('，')}`,
  );
  const [only, ...others] = new Set(said.map((line) => line[0]!.year));
  return finish(view, {
    kind: 'comparison',
    year: others.length === 0 ? only : undefined,
    headline: headline(view, told, said),
    body: [...body.slice(0, SHOWN), ...moreRows(body.length)],
    table,
    gaps: lines.filter((line) => !line.some(isTold)).map((line) => line[0]!),
    several: first.selection.times.length > 1,
  });
}

function isTold({ value, target }: Row): boolean {
  return value !== undefined || target !== undefined;
}

/** A cell: the figure, both sides where target and outcome are asked for, or why there is none. */
function sayCell(row: Row): string {
  if (!row.target) return row.value ? sayFigure(row.value) : sayGap(row);
  const outcome = row.value ? `实际${sayFigure(row.value)}` : '结果没有说';
  return `目标${sayFigure(row.target)}，${outcome}${row.value && row.verdict ? `，${VERDICT_WORDS[row.verdict]}` : ''}`;
}

/** The rows of a column that its own conditions keep, and the yardstick that has no figure. */
function keptOf(context: AnswerContext, plan: Plan, selection: Selection): Pick<Told, 'kept' | 'lacks'> {
  const against = plan.conditions.flatMap((c) => (c.kind === 'against' ? [c.place] : []))[0];
  const beside = against && selectFor(context, plan, against, selection);
  const { kept } = filter(selection.rows, plan.conditions, { against: (year) => beside?.find((r) => r.year === year) });
  return { kept: new Set(kept), ...(against && !beside?.some(hasValue) ? { lacks: against } : {}) };
}

/** The rows of each place and time, one of each column; only those that every column's conditions keep. */
function linesOf(plan: Plan, told: readonly Told[]): Row[][] {
  const lines = told[0]!.selection.rows.map((_, i) => told.map((t) => t.selection.rows[i]!));
  const kept = lines
    .filter((line) => plan.conditions.length === 0 || told.every((t, j) => t.kept.has(line[j]!)))
    .filter((line) => plan.conditions.every((c) => c.kind !== 'column' || columnStands(told, line, c) === true));
  const [end] = plan.orders;
  if (!end) return kept;
  const of = new Map(kept.map((line) => [line[0]!, line]));
  const ranked = order([...of.keys()].filter(hasValue), end).map(({ row }) => of.get(row)!);
  return [...ranked, ...kept.filter((line) => !line[0]!.value)];
}

/** Whether one column of a line stands to another as a condition asks. */
function columnStands(told: readonly Told[], line: readonly Row[], condition: ColumnCondition): boolean | undefined {
  const at = (id: string | undefined): Row | undefined => line[told.findIndex((t) => t.column.indicator.id === id)];
  const [own, other] = [at(condition.of), at(condition.than.id)];
  return own && other && stands(own, condition.op, other);
}

type ColumnCondition = Extract<Condition, { kind: 'column' }>;

function rowHead({ rows, times }: Selection): string {
  return times.length > 1 && new Set(rows.map((r) => r.place.id)).size === 1 ? '年份' : '地区';
}

/** How the rows are called: by time for one place, else by place, with the time where there are several. */
function labelOf(selection: Selection): (row: Row) => string {
  if (rowHead(selection) === '年份') return timeOf;
  return selection.times.length > 1 ? (row) => `${row.place.name}${timeOf(row)}` : (row) => row.place.name;
}

function sideOf(plan: Plan, told: readonly Told[]): string {
  return plan.columns !== 'main' && told.some((t) => t.selection.side === 'target') ? '目标' : '';
}

function headline(view: View, told: readonly Told[], said: readonly (readonly Row[])[]): string {
  const { plan, selection } = view;
  const when = sayTimes(selection.times);
  const label = labelOf(selection);
  const places = new Set(said.map((line) => line[0]!.place.id)).size;
  const parts = told.flatMap((t, j) =>
    columnParts(
      plan,
      t,
      said.flatMap((line) => (hasValue(line[j]!) ? [line[j]!] : [])),
    ),
  );
  if (plan.change && parts.length === 0) parts.push(...changeParts(told, said));
  const yardstick = told.map((t) => t.lacks).find((place) => place !== undefined);
  if (yardstick)
    parts.unshift(`没有${yardstick.name}${when}可比的数字，比不出${plan.conditions.map(sayCondition).join('、')}的`);
  else if (plan.conditions.length > 0) {
    const what = plan.conditions.map(
      (c) => `${told.find((t) => t.column.indicator.id === c.of)?.column.indicator.name ?? ''}${sayCondition(c)}`,
    );
    const names = said.slice(0, 10).map((line) => label(line[0]!));
    parts.unshift(
      `${what.join('、')}的有${said.length}个${said.length > 0 ? `：${names.join('、')}${said.length > 10 ? '等' : ''}` : ''}`,
    );
  }
  const what = plan.conditions.length > 0 ? sideOf(plan, told) : view.topic;
  const one = places === 1 && plan.change ? said[0]![0]!.place.name : '';
  if (parts.length > 0) return `${one}${when}${what}：${parts.join('；')}`;
  if (said.length > FEW_PLACES) return `${when}${view.topic}一览：${places}个地区、${told.length}项指标`;
  const lines = said.map(
    (line) =>
      `${label(line[0]!)}${line.flatMap((r, j) => (isTold(r) ? [`${told[j]!.column.indicator.name}${sayCell(r)}`] : [])).join('，')}`,
  );
  return `${rowHead(selection) === '年份' ? said[0]![0]!.place.name : when}${view.topic}：${lines.join('；')}`;
}

/** How far each column moved between two times, place by place, of a few places: GDP和财政收入目标各降了多少. */
function changeParts(told: readonly Told[], said: readonly (readonly Row[])[]): string[] {
  const places = [...new Map(said.map((line) => [line[0]!.place.id, line[0]!.place])).values()];
  if (places.length > FEW_PLACES || told[0]?.selection.times.length !== 2) return [];
  return places.flatMap((place) =>
    told.flatMap(({ column }, j) => {
      const [from, to] = said.filter((line) => line[0]!.place.id === place.id).map((line) => line[j]!);
      const change = from?.value && to?.value ? changeOf(from.value, to.value) : undefined;
      const name = `${places.length > 1 ? place.name : ''}${column.indicator.name}`;
      if (!from || !to || !change)
        return [from, to].some((row) => row && isTold(row)) ? [`${name}两年里只有一年有数字`] : [];
      return [
        `${name}${timeOf(to)}${sayFigure(change.to)}，比${timeOf(from)}${sayFigure(change.from)}${sayChange(change)}`,
      ];
    }),
  );
}

/** What is asked of one column: its ends, its mean. */
function columnParts(plan: Plan, { column }: Told, rows: readonly Valued[]): string[] {
  const name = column.indicator.name;
  const ends = plan.orders.flatMap((end) => {
    const first = order(rows, end).filter(({ rank }) => rank === 1);
    return first.length > 0
      ? [`${name}${end === 'highest' ? '最高' : '最低'}的是${first.map(({ row }) => sayRow(row)).join('、')}`]
      : [];
  });
  const numbers = plan.aggregates.flatMap((kind) => {
    const result = aggregate(kind, rows);
    return result
      ? [
          `${name}${AGGREGATE_NAMES[kind]}${SIZES[result.size]}${result.value}${result.unit}（${result.used}个：${result.arithmetic}）`,
        ]
      : [];
  });
  return [...ends, ...numbers];
}

/** The indicators that most of the places name among their main targets. */
function mainColumns(context: AnswerContext, plan: Plan): Column[] {
  const held = resolvePlaces(context, plan.places).places;
  const places = held.map((h) => h.place.id);
  const years = timesOf(plan, held).map((t) => t.year);
  const side = plan.facet === 'outcome' ? 'outcome' : 'target';
  const taken = new Set<Fact>();
  const wanted = context.lexicon.indicators.list.filter(({ id }) => !plan.leftOut?.includes(id));
  const counted = wanted.map((indicator) => {
    const chosen = chooseFacts(context, indicator, { places, years, side, form: plan.form });
    return { indicator, facts: [...chosen.values()].flatMap((c) => (c.value?.headline ? [c.value] : [])) };
  });
  return counted
    .sort((a, b) => b.facts.length - a.facts.length)
    .filter(({ facts }) => {
      // A wider name (失业率) for what a narrower one has told already is no column of its own.
      const fresh = facts.filter((f) => !taken.has(f));
      for (const f of facts) taken.add(f);
      return fresh.length * 2 > facts.length;
    })
    .slice(0, MOST_COLUMNS)
    .map(({ indicator }) => ({ indicator, name: indicator.name }));
}
