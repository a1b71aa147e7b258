import { aggregate } from '../../analysis/aggregate.js';
import { byPlace, type Change, changeOf } from '../../analysis/derive.js';
import { filter } from '../../analysis/filter.js';
import { hasValue, type Row, timeOf } from '../../analysis/row.js';
import { equal, rounded } from '../../analysis/units.js';
import type { Plan } from '../../frame/analysis.js';
import { eachAtHand } from '../../retrieval/at-hand.js';
import type { Answer } from '../schema.js';
import { sayFigure } from '../wording.js';
import { addRow, citeRow, finish, GAPS, moreRows, noteBounds, SHOWN, type View } from './parts.js';
import { sayChange, sayCondition, WHY_NONE } from './say.js';

interface Moved {
  readonly first: Row;
  readonly last: Row;
  readonly change?: Change;
}

/** So many places that did not move as asked are shown. */
const FEW_LOOKED = 6;

/** An aim is raised or lowered, what was reached rose or fell. */
const WAYS = {
  target: { down: '下调', same: '没变', up: '上调' },
  outcome: { down: '下降', same: '没变', up: '上升' },
} as const;

function waysOf({ selection }: View): (typeof WAYS)[keyof typeof WAYS] {
  return WAYS[selection.side === 'outcome' ? 'outcome' : 'target'];
}

/** One figure of two years, place by place: who raised, who lowered, who left it, and by how much. */
export function answerChange(view: View): Answer {
  const { plan, selection } = view;
  const [from, to] = [selection.times[0]!.label, selection.times.at(-1)!.label];
  const moved = [...byPlace(selection.rows).values()].map((rows): Moved => {
    const [first, last] = [rows[0]!, rows.at(-1)!];
    const change = first.value && last.value ? changeOf(first.value, last.value) : undefined;
    return { first, last, change };
  });
  const compared = moved.filter((m): m is Moved & { change: Change } => m.change !== undefined);
  const changeOfRow = (row: Row) => moved.find((m) => m.last.place.id === row.place.id)?.change;
  const kept = new Set(
    filter(
      moved.map((m) => m.last),
      plan.conditions,
      { change: changeOfRow },
    ).kept.map((r) => r.place.id),
  );
  const met = compared.filter((m) => kept.has(m.last.place.id)).sort((a, b) => a.change.by - b.change.by);
  // Where none moved as asked, a few that were looked at show it.
  const shown = met.length === 0 && compared.length <= FEW_LOOKED ? compared : met;
  const table = {
    title: `${view.topic}：${to}与${from}相比`,
    columns: ['地区', from, to, '变化'],
    rows: eachAtHand(shown, (m) => ({
      cells: [m.last.place.name, sayFigure(m.change.from), sayFigure(m.change.to), sayChange(m.change)],
      figures: citeRow(view, [m.change.to, m.change.from]),
    })),
  };
  const half = moved.filter((m) => !m.change);
  eachAtHand(
    half.slice(0, 6).flatMap(({ first, last }) => [first.value ?? first.other, last.value ?? last.other]),
    (fact) => fact && addRow(view, fact),
  );
  noteBounds(view, [...shown.map((m) => m.first), ...shown.map((m) => m.last)]);
  const lines = table.rows.map((r) => `· ${r.cells[0]}：${from}${r.cells[1]}，${to}${r.cells[2]}，${r.cells[3]}`);
  const only = met.length === 1 && plan.yesNo && !plan.all ? met[0]!.change.way : undefined;
  const yes = only ? `${only === 'same' ? '没有变' : `是${waysOf(view)[only]}`}，` : '';
  return finish(view, {
    kind: 'comparison',
    headline: `${view.topic}：${yes}${sayMeans(view, compared, from, to)}${headline(view, met, compared, from, to, half)}`,
    body: [...lines.slice(0, SHOWN), ...moreRows(lines.length), ...(moved.length > 1 ? halfLines(half) : [])],
    table,
    gaps: [],
  });
}

/** The means of both years over the places that tell both: 平均数由7%到6.5%，低0.5个百分点. */
function sayMeans({ plan }: View, compared: readonly (Moved & { change: Change })[], from: string, to: string): string {
  if (!plan.aggregates.includes('mean') || compared.length < 2) return '';
  const [a, b] = [compared.map((m) => m.first), compared.map((m) => m.last)].map((rows) =>
    aggregate('mean', rows.filter(hasValue)),
  );
  if (!a || !b || a.unit !== b.unit) return '';
  const by = rounded(b.value - a.value, 2);
  const unit = a.unit === '%' ? '个百分点' : a.unit;
  const moved = by === 0 ? '没变' : `${by > 0 ? '高' : '低'}${Math.abs(by)}${unit}`;
  return `两年都有数字的${compared.length}个地区，简单平均${from}${a.value}${a.unit}，${to}${b.value}${b.unit}，${moved}；`;
}

function headline(
  view: View,
  shown: readonly (Moved & { change: Change })[],
  both: readonly (Moved & { change: Change })[],
  from: string,
  to: string,
  half: readonly Moved[],
): string {
  const { plan } = view;
  const compared = both.length;
  const [only] = both;
  if (only && compared === 1 && half.length === 0 && (shown.length === 0 || plan.conditions.length === 0)) {
    // 比前一年降了吗 of one place: how it did move.
    const asked = plan.conditions.map((c) =>
      c.kind === 'moved' ? c.way.map((way) => waysOf(view)[way]).join('或') : sayCondition(c),
    );
    const not = shown.length === 0 ? `没有${asked.join('、')}，` : '';
    return `${not}${sayPair(plan, only, from, to)}`;
  }
  const [one, ...others] = half;
  if (shown.length === 0 && one && compared === 0 && others.length === 0) return sayOneSided(view, one);
  if (shown.length === 0)
    return compared === 0
      ? `没有两年都有数字、可以相比的地区（${from}、${to}）`
      : `两年都有数字的${compared}个地区里没有${plan.conditions.map(sayCondition).join('、')}的`;
  const most = plan.moveEnd && sayMost(shown, plan.moveEnd);
  if (most) return `${to}比${from}，${most}（两年都有数字的共${compared}个）`;
  const whether =
    plan.all && plan.conditions.length > 0
      ? `${shown.length === compared ? '是，都' : '不是都'}${plan.conditions.map(sayCondition).join('、')}（两年都有数字的${compared}个里有${shown.length}个）；`
      : '';
  const groups = (['down', 'same', 'up'] as const).flatMap((way) => {
    const own = shown.filter((m) => m.change.way === way);
    if (own.length === 0) return [];
    const names = own.slice(0, NAMED).map((m) => sayMoved(m, way));
    return [`${waysOf(view)[way]}的有${own.length}个：${names.join('、')}${own.length > NAMED ? '等' : ''}`];
  });
  return `${whether}${to}比${from}，${groups.join('；')}`;
}

/** One place's figures of both years, and by how much they differ. */
function sayPair({ orders }: Plan, { change, last }: Moved & { change: Change }, from: string, to: string): string {
  const [a, b] = [sayFigure(change.from), sayFigure(change.to)];
  // 哪个高 of two years: the higher one is said first.
  const back = orders[0] === (change.way === 'down' ? 'highest' : 'lowest') && changeOf(change.to, change.from);
  if (back && change.way !== 'same') return `${last.place.name}${from}${a}，比${to}${b}${sayChange(back)}`;
  return change.way === 'same'
    ? `${last.place.name}${from}${a}，${to}${b}，${sayChange(change)}`
    : `${last.place.name}${to}${b}，比${from}${a}${sayChange(change)}`;
}

/** Who went down, or up, by most, with all that tie. */
function sayMost(shown: readonly (Moved & { change: Change })[], way: 'down' | 'up'): string {
  const own = shown.filter((m) => m.change.way === way);
  const word = way === 'down' ? '降' : '升';
  if (own.length === 0) return `没有${word}的`;
  const most = Math.max(...own.map((m) => Math.abs(m.change.by)));
  const first = own.filter((m) => equal(Math.abs(m.change.by), most)).map((m) => sayMoved(m, way));
  return `${word}得最多的是${first.join('、')}`;
}

/** The most places of one way that the headline names. */
const NAMED = 8;

function sayMoved({ change, last }: { change: Change; last: Row }, way: Change['way']): string {
  const [a, b] = [sayFigure(change.from), sayFigure(change.to)];
  if (way === 'same' && a === b) return `${last.place.name}（${a}）`;
  return `${last.place.name}（${a}→${b}${way === 'same' ? '，写法不同' : `，${sayChange(change)}`}）`;
}

/** One place of which only one year can be said: 湖北省2024年增长6%，2025年没有收录报告，比不出高低. */
function sayOneSided({ selection }: View, { first, last }: Moved): string {
  const of = (row: Row): string => saidOr(row, selection.side);
  return `${first.place.name}${of(first)}，${of(last)}，比不出高低`;
}

/** A row's figure, or what is told instead: its aim alone, or a number of another kind. */
function saidOr(row: Row, side: View['selection']['side']): string {
  if (hasValue(row)) return `${timeOf(row)}${sayFigure(row.value)}`;
  if (!row.other) return `${timeOf(row)}${WHY_NONE[row.missing ?? 'not-said']}`;
  const aim = side === 'outcome' && row.other.facet === 'target';
  return aim
    ? `${timeOf(row)}没有找到结果，只有目标${sayFigure(row.other)}`
    : `${timeOf(row)}没有找到同样口径的数，最接近的是${sayFigure(row.other)}`;
}

function halfLines(half: readonly Moved[]): string[] {
  const said = (r: Row): string => (hasValue(r) ? sayFigure(r.value) : GAPS[r.missing ?? 'not-said']);
  const lines = half.map(
    ({ first, last }) => `${last.place.name}（${timeOf(first)}${said(first)}，${timeOf(last)}${said(last)}）`,
  );
  if (lines.length === 0) return [];
  return [`缺一年、不能比的：${lines.slice(0, 20).join('、')}${lines.length > 20 ? `等${lines.length}个` : ''}`];
}
