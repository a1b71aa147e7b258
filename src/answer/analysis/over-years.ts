import { changesAlong, type Step, stepsOf } from '../../analysis/derive.js';
import { type Beside, standingOf } from '../../analysis/filter.js';
import { hasValue, type Row, timeOf, type Valued } from '../../analysis/row.js';
import { longest, type Streak, streaks } from '../../analysis/streak.js';
import { turnsOf } from '../../analysis/turn.js';
import { equal } from '../../analysis/units.js';
import type { OverYears, Plan } from '../../frame/analysis.js';
import { orderKey } from '../../matching/compare.js';
import { sayFigure } from '../wording.js';
import type { View } from './parts.js';
import { sayChange, sayCondition, sayYears } from './say.js';
import { selectFor } from './select.js';

/** Moves from one year to a later one with years between of which nothing is held: no year against the one before, though a move. */
export function sayOverGaps({ conditions }: Plan, rows: readonly Row[]): string {
  const ways = conditions.flatMap((c) => (c.kind === 'moved' ? c.way : []));
  const steps = stepsOf(rows).filter(({ from, to, change }) => to.year - from.year > 1 && ways.includes(change.way));
  if (steps.length === 0) return '';
  const said = steps.map(({ from, to, change }) => `${timeOf(to)}比${timeOf(from)}${sayChange(change)}`);
  return `；中间缺年份、与前一次相比的：${said.join('、')}`;
}

/** What conditions over a series look at besides a row: the year before, and the row of another place. */
export function besideYears({ context, plan, selection }: View, rows: readonly Row[]): Beside {
  const along = changesAlong(rows);
  const place = plan.conditions.flatMap((c) => (c.kind === 'against' ? [c.place] : []))[0];
  const others = place ? selectFor(context, plan, place, selection) : [];
  return { change: (row) => along.get(row), against: (year) => others.find((r) => r.year === year) };
}

/**
 * The longest run of years in which all conditions of a plan hold; rows must be of one place.
 * @param adjacent true where a year without a figure ends a run.
 */
export function longestRun(
  plan: Plan,
  rows: readonly Row[],
  beside: Beside,
  adjacent = false,
): Streak<Row> | undefined {
  return longest(streaks(rows, (row) => meets(plan, row, beside), { adjacent }));
}

/** Whether a row meets the conditions; undefined where they say nothing of it. */
function meets({ conditions }: Plan, row: Row, beside: Beside): boolean | undefined {
  const standings = conditions.map((c) => standingOf(row, c, beside));
  return standings.includes('none') ? undefined : standings.every((s) => s === 'pass');
}

/** The years that no yardstick is held for, where the years are set against another place: they are neither above nor below. */
export function sayUnjudged({ plan }: View, rows: readonly Row[], beside: Beside): string {
  const place = plan.conditions.flatMap((c) => (c.kind === 'against' ? [c.place] : []))[0];
  const open = rows.filter((r) => r.value && meets(plan, r, beside) === undefined);
  return place && open.length > 0 ? `（另有${open.length}年没有${place.short}的数字，比不出）` : '';
}

/** 从2007年开始连续5年（2007—2011年）; years without a figure between are named, for nobody knows of them. */
export function sayStreak({ rows, from, to }: Streak<Row>): string {
  const years = rows.map((r) => r.year);
  const gaps = to - from + 1 - rows.length;
  return gaps === 0
    ? `从${from}年开始连续${rows.length}年${rows.length > 1 ? `（${from}—${to}年）` : ''}`
    : `从${from}年到${to}年，有数字的${rows.length}年都是（${sayYears(years)}；其间另有${gaps}年没有数字，不知道）`;
}

/** What is asked of one place's figures over years, said. Rows must be of one place, oldest first. */
export function sayOver(kind: OverYears, view: View, rows: readonly Row[]): string[] {
  return SAID[kind](view, rows.filter(hasValue), rows);
}

type Say = (view: View, said: readonly Valued[], rows: readonly Row[]) => string[];

const SAID: Readonly<Record<OverYears, Say>> = {
  extreme: sayExtreme,
  steepest: saySteepest,
  direction: sayDirection,
  turn: sayTurn,
  run: (view, _, rows) => sayRun(view, rows),
  first: (view, said, rows) => sayOnce(view, said, 'first', rows),
  last: (view, said, rows) => sayOnce(view, said, 'last', rows),
};

/** The highest or lowest of a series, with the newest beside it. */
export function sayExtreme({ plan }: View, rows: readonly Valued[]): string[] {
  const ends: readonly ('highest' | 'lowest')[] = plan.orders.length > 0 ? plan.orders : ['highest'];
  const last = rows.at(-1);
  const [first] = rows;
  if (first && rows.length > 1 && rows.every((r) => equal(orderKey(r.value), orderKey(first.value))))
    return [`分不出最高最低，${sayUnmoved(rows)}`];
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
function sayDirection({ plan }: View, rows: readonly Valued[]): string[] {
  const steps = stepsOf(rows);
  if (steps.length === 0) return [];
  const ups = steps.filter((s) => s.change.way === 'up');
  const downs = steps.filter((s) => s.change.way === 'down');
  const flat = steps.filter((s) => s.change.way === 'same');
  // An amount grows or shrinks, a rate goes up or down.
  const counts = rows.every((r) => r.value.quantity.unit !== '%');
  const words = counts ? { up: '增加', down: '减少' } : { up: '走高', down: '走低' };
  // 一直没变吗 is no, whichever way it went.
  if (plan.same && ups.length + downs.length > 0) return [`变过：${sayMoves(steps)}`];
  // 越定越高吗 of what only fell is no.
  const says = (way: 'up' | 'down'): string =>
    plan.yesNo ? (plan.way !== undefined && plan.way !== way ? '不是，' : '是，') : '';
  if (ups.length === 0 && downs.length > 0)
    return [
      flat.length === 0
        ? `${says('down')}有数字的年份逐次${words.down}`
        : `${plan.yesNo ? (plan.way === 'up' ? '不是，' : '不是每次都降，') : ''}总体走低，其中${flat.map((s) => timeOf(s.to)).join('、')}没有变`,
    ];
  if (downs.length === 0 && ups.length > 0)
    return [
      flat.length === 0
        ? `${says('up')}有数字的年份逐次${words.up}`
        : `${plan.yesNo ? (plan.way === 'down' ? '不是，' : '不是每次都升，') : ''}总体走高，其中${flat.map((s) => timeOf(s.to)).join('、')}没有变`,
    ];
  if (ups.length === 0) return [sayUnmoved(rows)];
  const turned = `${ups.map((s) => timeOf(s.to)).join('、')}高于前一次，${downs.map((s) => timeOf(s.to)).join('、')}低于前一次`;
  const order = steps.filter((s) => s.change.way !== 'same').map((s) => s.change.way);
  if (order.lastIndexOf('up') < order.indexOf('down')) return [`不是一个方向，先升后降：${turned}`];
  if (order.lastIndexOf('down') < order.indexOf('up')) return [`不是一个方向，先降后升：${turned}`];
  return [`不是一个方向：${turned}`];
}

/** Each step that changed something: 2023年由增长6.5%到增长6%左右. */
function sayMoves(steps: readonly Step[]): string {
  return steps
    .filter(({ change }) => change.way !== 'same')
    .map(
      ({ from, to, change }) =>
        `${timeOf(to)}由${timeOf(from)}的${sayFigure(from.value)}到${sayFigure(to.value)}，${sayChange(change)}`,
    )
    .join('；');
}

/** The same number in all years, with the years that write it otherwise: 5%左右 beside 5%以上. */
function sayUnmoved(rows: readonly Valued[]): string {
  const texts = [...new Set(rows.map((r) => sayFigure(r.value)))];
  if (texts.length === 1) return `${rows.length}年没有变，都是${texts[0]}`;
  const most = texts.map((text) => rows.filter((r) => sayFigure(r.value) === text)).sort((a, b) => b.length - a.length);
  const of = (group: readonly Valued[]): string => `${sayYears(group.map((r) => r.year))}${sayFigure(group[0]!.value)}`;
  return `数字没有变，写法变过：${most.map(of).join('，')}`;
}

/** The years in which a series turned: 由升转降的是2013年. */
function sayTurn(_: View, rows: readonly Valued[]): string[] {
  const turns = turnsOf(rows);
  if (turns.length === 0) return ['收录的年份里没有转向'];
  const positive = rows.every((r) => r.value.quantity.unit !== '%' || orderKey(r.value) >= 0);
  const words = turns[0]!.sign ? { down: '由增转降', up: '由降转增' } : { down: '由升转降', up: '由降转升' };
  const of = (way: 'down' | 'up'): string[] => {
    const found = turns
      .filter((t) => t.way === way)
      .map(
        ({ step: { from, to } }) =>
          `${timeOf(to)}（由${timeOf(from)}的${sayFigure(from.value)}到${sayFigure(to.value)}）`,
      );
    return found.length > 0 ? [`${words[way]}的是${found.join('、')}`] : [];
  };
  const never = positive && rows.some((r) => r.value.quantity.unit === '%') ? ['没有出现负数'] : [];
  return [[...of('down'), ...of('up'), ...never].join('；')];
}

function sayRun(view: View, rows: readonly Row[]): string[] {
  const { plan } = view;
  if (plan.conditions.length === 0) return [];
  const beside = besideYears(view, rows);
  const run = longestRun(plan, rows, beside);
  const what = `${plan.conditions.map(sayCondition).join('、')}${sayUnjudged(view, rows, beside)}`;
  if (!run) return [sayNever(plan, what, rows)];
  const { least } = plan;
  const yes = least === undefined ? '' : run.rows.length >= least ? '是，' : `没有连续${least}年，最长的是`;
  return [`${yes}${sayStreak(run)}${run.to - run.from + 1 > run.rows.length ? '：' : ''}${what}`];
}

/** No year of those that are held, with the moves over years of which nothing is. */
function sayNever(plan: Plan, what: string, rows: readonly Row[]): string {
  const gaps = sayOverGaps(plan, rows);
  return `${gaps === '' ? '收录的年份里' : '收录的前后相连的年份里'}没有哪一年${what}${gaps}`;
}

/** The row of the first or last year in which the conditions hold; rows must be of one place. */
export function onceRow(view: View, rows: readonly Row[], which: 'first' | 'last'): Valued | undefined {
  const beside = besideYears(view, rows);
  const found = rows
    .filter(hasValue)
    .filter((r) => view.plan.conditions.every((c) => standingOf(r, c, beside) === 'pass'));
  return which === 'first' ? found[0] : found.at(-1);
}

/** Where the oldest year meets the conditions already, when they came to hold after years in which they did not: 降到个位数. */
function sayAgain({ plan, ...view }: View, said: readonly Valued[], rows: readonly Row[]): string {
  if (plan.conditions.length === 0) return '';
  const beside = besideYears({ ...view, plan }, rows);
  const turned = said.find(
    (row, i) => i > 0 && meets(plan, row, beside) && meets(plan, said[i - 1]!, beside) === false,
  );
  const before = turned && said[said.indexOf(turned) - 1];
  if (!turned || !before) return '';
  return `（那是最早有数字的一年）；后来由${timeOf(before)}的${sayFigure(before.value)}转为如此的是${timeOf(turned)}（${sayFigure(turned.value)}）`;
}

/** The first or last year, of those that are held, in which the conditions hold; without any, in which there is a figure. */
function sayOnce(view: View, said: readonly Valued[], which: 'first' | 'last', rows: readonly Row[]): string[] {
  const { plan } = view;
  const row = onceRow(view, rows, which);
  const what = plan.conditions.map(sayCondition).join('、') || '有这个数字';
  if (!row) return [sayNever(plan, what, rows)];
  const before = which === 'first' ? said[said.indexOf(row) - 1] : undefined;
  const since =
    before && row.year - before.year > 1 ? `；前一个有数字的年份是${timeOf(before)}（${sayFigure(before.value)}）` : '';
  const again = which === 'first' && row === said[0] ? sayAgain(view, said, rows) : '';
  return [
    `收录的年份里，${which === 'first' ? '第一次' : '最近一次'}${what}的是${timeOf(row)}（${sayFigure(row.value)}）${since}${again}`,
  ];
}
