import { byPlace, stepsOf } from '../../analysis/derive.js';
import { hasValue, type Row, timeOf } from '../../analysis/row.js';
import type { Streak } from '../../analysis/streak.js';
import { eachAtHand } from '../../retrieval/at-hand.js';
import type { Answer } from '../schema.js';
import { sayFigure } from '../wording.js';
import { besideYears, longestRun, onceRow, sayOver, sayStreak } from './over-years.js';
import { citeRow, finish, moreRows, noteBounds, SHOWN, type View, valueCells } from './parts.js';
import { sayCondition } from './say.js';

/** The most places that a headline names. */
const NAMED = 8;

interface Place {
  readonly rows: readonly Row[];
  readonly name: string;
  /** What is asked of the place's series, said. */
  readonly said: string;
  /** What the places are ordered by, the highest first: the length of a run. */
  readonly key: number;
  /** True where years without a figure leave it open. */
  readonly open?: boolean;
  /** Where the way is asked for: whether the figures only fell, only rose, or neither. */
  readonly way?: 'down' | 'up' | 'both' | 'same';
}

/** What is asked of figures over years, place by place: whose run is the longest, who went down year by year. */
export function answerOverPlaces(view: View): Answer {
  const { plan, selection } = view;
  const groups = [...byPlace(selection.rows).values()].map((rows) => [...rows].sort((a, b) => a.year - b.year));
  const found = (plan.over.includes('run') ? runs(view, groups) : series(view, groups)).sort((a, b) => b.key - a.key);
  const table = {
    title: `${plan.places.label}${view.topic}`,
    columns: ['地区', '结果', ...selection.times.map((t) => t.label)],
    rows: eachAtHand(found, ({ rows, name, said }) => ({
      cells: [name, said, ...rows.map((r) => valueCells(r)[0])],
      figures: citeRow(
        view,
        rows.flatMap((r) => [r.target, r.value]),
      ),
    })),
  };
  noteBounds(
    view,
    found.flatMap(({ rows }) => rows),
  );
  const lines = found.map(
    ({ name, said, rows }) => `· ${name}：${said}（${rows.filter(isTold).map(sayTold).join('，')}）`,
  );
  return finish(view, {
    kind: 'comparison',
    headline: `${view.topic}：${headline(view, found, groups.length)}`,
    body: [...lines.slice(0, SHOWN), ...moreRows(lines.length, '个地区')],
    table,
    gaps: [],
    several: true,
  });
}

function isTold({ value, told }: Row): boolean {
  return value !== undefined || told !== undefined;
}

function sayTold(row: Row): string {
  const value = row.value ? sayFigure(row.value) : (row.told?.text ?? '');
  return row.target ? `${timeOf(row)}目标${sayFigure(row.target)}、实际${value}` : `${timeOf(row)}${value}`;
}

/**
 * The places in which the conditions held for so many years on end as are asked for, else for one at least. Years without a
 * figure between leave a run open: nobody knows of them.
 */
function runs(view: View, groups: readonly (readonly Row[])[]): Place[] {
  const least = view.plan.least ?? 1;
  return groups.flatMap((rows): Place[] => {
    const beside = besideYears(view, rows);
    const [sure, open] = [true, false].map((adjacent) => longestRun(view.plan, rows, beside, adjacent));
    const run: Streak<Row> | undefined = sure && sure.rows.length >= least ? sure : open;
    if (!run || run.rows.length < least) return [];
    const name = rows[0]!.place.name;
    return [{ rows, name, said: sayStreak(run), key: run.rows.length, ...(run === sure ? {} : { open: true }) }];
  });
}

/** The places with at least two years, each with what is asked of its years. */
function series(view: View, groups: readonly (readonly Row[])[]): Place[] {
  const { plan } = view;
  return groups.flatMap((rows): Place[] => {
    if (rows.filter(hasValue).length < 2) return [];
    const said = plan.over.flatMap((kind) => sayOver(kind, view, rows)).join('；');
    const ways = new Set(stepsOf(rows).map(({ change }) => change.way));
    const way = ways.has('down') ? (ways.has('up') ? 'both' : 'down') : ways.has('up') ? 'up' : 'same';
    const once = plan.over.find((kind) => kind === 'first' || kind === 'last');
    const year = once && onceRow(view, rows, once)?.year;
    if (said === '' || (once && year === undefined)) return [];
    // Those that were first come first; else those that went one way.
    return [{ rows, name: rows[0]!.place.name, said, way, key: year === undefined ? ORDER.indexOf(way) : -year }];
  });
}

const ORDER = ['both', 'same', 'up', 'down'] as const;
const WAY_NAMES = { down: '只降不升', up: '只升不降', same: '没有变过', both: '有升有降' } as const;

/** 只降不升的有2个：江西省、宁夏回族自治区. */
function sayWays(found: readonly Place[]): string {
  return [...ORDER]
    .reverse()
    .flatMap((way) => {
      const names = found.filter((p) => p.way === way).map((p) => p.name);
      if (names.length === 0) return [];
      return [
        `${WAY_NAMES[way]}的有${names.length}个${way === 'both' ? '' : `：${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '等' : ''}`}`,
      ];
    })
    .join('；');
}

function headline(view: View, found: readonly Place[], all: number): string {
  const { plan } = view;
  if (plan.over.includes('direction') && found.length > 0) return `${sayWays(found)}（按收录的年份）`;
  const run = plan.over.includes('run');
  const sure = found.filter((p) => !p.open);
  const names = sure.slice(0, NAMED).map(({ name, said }) => `${name}${run ? '' : '：'}${said}`);
  const listed = `${names.join('；')}${sure.length > NAMED ? '等' : ''}`;
  if (!run) return found.length > 0 ? listed : `${all}个地区里没有两年都有数字的`;
  const what = plan.conditions.map(sayCondition).join('、');
  const long = plan.least === undefined ? '' : `连续${plan.least}年`;
  const open = found.length - sure.length;
  const left = open > 0 ? `（另有${open}个中间缺年份、不能确定）` : '';
  return sure.length > 0
    ? `${long}${what}的有${sure.length}个：${listed}${left}`
    : `${all}个地区里没有${long}${what}的（按收录的年份）${left}`;
}
