import { aggregate } from '../../analysis/aggregate.js';
import { changeOf } from '../../analysis/derive.js';
import { filter } from '../../analysis/filter.js';
import { order, type Ranked, top } from '../../analysis/order.js';
import { hasValue, type Row, timeOf, type Valued } from '../../analysis/row.js';
import { endsOf, equal, rounded, scaleOf } from '../../analysis/units.js';
import { orderKey } from '../../matching/compare.js';
import { eachAtHand } from '../../retrieval/at-hand.js';
import type { Answer } from '../schema.js';
import { sayFigure } from '../wording.js';
import { apartLines } from './apart.js';
import { asMap, mapOf } from './map.js';
import {
  addRow,
  addWords,
  chartFor,
  citeRow,
  finish,
  moreRows,
  noteBounds,
  SHOWN,
  type View,
  valueCells,
} from './parts.js';
import { SIZES, sayChange, sayPlaces, sayRow, sayTimes, sayUntold } from './say.js';
import { type Found, furtherOf, NAMED, sayKept } from './say-kept.js';
import { selectFor } from './select.js';

/** The most bars of a picture. */
const MOST_DRAWN = 40;
/** One figure over places in one year: select · filter · order · aggregate, and the difference to another place. */
export function answerRanking(view: View): Answer {
  const { plan, selection, draft } = view;
  const beside = besideOf(view);
  const parted = filter(selection.rows, plan.conditions, { against: () => beside });
  const asWords = plan.conditions.some((c) => c.kind === 'form' && c.form === 'words');
  // 目标最高是谁，有没有没写数字的 asks for an order of the others.
  const said = (isOfOthers(plan) ? parted.dropped : parted.kept).filter(hasValue);
  const lowest = plan.orders[0] === 'lowest';
  const ranked = order(said, lowest ? 'lowest' : 'highest');
  const shown = shownRows(view, ranked, asWords ? parted.kept : []);
  const table = {
    title: `${sayTimes(selection.times)}${plan.places.label}${view.topic}`,
    columns: ['名次', '地区', '数值', '口径'],
    rows: eachAtHand(shown, ({ row, rank }) => {
      const index = citeRow(view, [row.value]);
      if (!row.value) addWords(view, row.words);
      return { cells: [row.value ? String(rank) : '—', row.place.name, ...valueCells(row)], figures: index };
    }),
  };
  if (beside?.value) addRow(view, beside.value);
  // 不都是3.5%: what shows it are those that are not.
  if (plan.all) eachAtHand(parted.dropped.slice(0, NAMED), ({ value }) => value && addRow(view, value));
  eachAtHand(parted.near.slice(0, 6), ({ value }) => value && addRow(view, value));
  noteBounds(view, said);
  const found = { ranked, kept: parted.kept, beside, total: selection.rows.filter(hasValue).length };
  const lines = headlines(view, found);
  const [headline = '', ...more] = lines;
  const when = (row: Row): string => (selection.times.length === 0 ? `（${timeOf(row)}）` : '');
  const rows = table.rows.map(
    ({ cells }, i) => `${cells[0]}. ${cells[1]}：${cells[2]}${furtherOf(shown[i]!.row)}${when(shown[i]!.row)}`,
  );
  const near = parted.near.filter(hasValue);
  const left = plan.conditions.length > 0 ? parted.silent : selection.rows.filter((r) => !r.value);
  if (draft.figures.length === 0 && draft.citations.length === 0)
    return emptyAnswer(view, headline, left, apartLines(view, { against: () => beside }));
  return finish(view, {
    kind: 'comparison',
    headline,
    body: [
      ...more,
      ...arithmeticLines(view, found),
      ...rows.slice(0, SHOWN),
      ...moreRows(rows.length),
      ...(rows.length > SHOWN ? [sayPlaces(rows.slice(SHOWN).map((r) => r.replace(/^\S+\. /u, '')))] : []),
      ...(near.length > 0 ? [`换一种算法也算的（区间或写法不同）：${near.map((r) => sayRow(r)).join('、')}`] : []),
      ...onTheMark(view, parted.dropped),
      ...(plan.focus ? [] : apartLines(view, { against: () => beside })),
    ],
    table,
    chart: asMap(view, said)
      ? mapOf(view, table.title, said)
      : chartFor(
          view,
          'bar',
          table.title,
          shown.slice(0, MOST_DRAWN).map((f) => f.row),
          (r) => r.place.short,
        ),
    gaps: left,
  });
}

/** Those that are just what others must be above or below: whoever counts 6% among those that pass 6% has them. */
function onTheMark({ plan }: View, dropped: readonly Row[]): string[] {
  const [condition, ...more] = plan.conditions;
  if (condition?.kind !== 'number' || more.length > 0 || !['>', '<'].includes(condition.op)) return [];
  const { value, unit } = condition;
  const on = filter(dropped, [{ kind: 'number', op: '=', value, unit }]).kept.filter(hasValue);
  return on.length > 0
    ? [
        `写的正好是这个数、没有算在内的：${sayPlaces(
          on.map((r) => sayRow(r)),
          NAMED,
        )}`,
      ]
    : [];
}

/** Nothing meets the conditions: said with how many were looked at. */
function emptyAnswer(view: View, headline: string, left: readonly Row[], more: readonly string[]): Answer {
  const rows = view.selection.rows.filter(hasValue);
  const ranked = order(rows, 'highest').slice(0, 3);
  eachAtHand(ranked, ({ row }) => addRow(view, row.value));
  return finish(view, {
    kind: 'comparison',
    headline,
    body: [...(ranked.length > 0 ? [`最高的是：${ranked.map(({ row }) => sayRow(row)).join('、')}`] : []), ...more],
    table: {
      title: view.topic,
      columns: ['名次', '地区', '数值', '口径'],
      rows: ranked.map(({ row, rank }, i) => ({
        cells: [String(rank), row.place.name, ...valueCells(row)],
        figures: [i],
      })),
    },
    gaps: left,
  });
}

/** The row of the place that the others are set against. */
export function besideOf({ context, plan, selection }: View): Row | undefined {
  const condition = plan.conditions.find((c) => c.kind === 'against');
  const place = plan.against ?? (condition?.kind === 'against' ? condition.place : undefined);
  if (!place) return undefined;
  const own = selection.rows.find((r) => r.place.id === place.id);
  if (own) return own;
  return selectFor(context, plan, place, selection)[0];
}

/** What the table shows: the top that was asked for, with both ends where both are asked for; else all. */
function shownRows({ plan }: View, ranked: readonly Ranked<Valued>[], worded: readonly Row[]): Ranked<Row>[] {
  const inWords = worded.filter((r) => !r.value).map((row) => ({ row, rank: 0 }));
  if (plan.top === undefined || plan.orders.length !== 1) return [...ranked, ...inWords];
  return top(ranked, plan.top);
}

/** The answer itself, first line first. */
function headlines(view: View, found: Found): string[] {
  const { plan } = view;
  const lines = [
    ...(plan.conditions.length > 0 ? [sayKept(view, found)] : []),
    ...(plan.focus ? [sayFocus(view, found)] : []),
    ...(plan.nth ? [sayNth(view, found)] : []),
    ...(plan.same ? [saySame(view, found)] : []),
    ...sayEndsAndAggregates(view, found),
    ...(plan.against ? [sayAgainst(view, found)] : []),
  ].filter(Boolean);
  if (found.ranked.length === 2 && plan.conditions.length === 0 && !plan.against)
    lines.push(sayGap(asAsked(view, found.ranked)));
  // 分别多少，谁最低 and 各多少，加一起呢 ask for all and for what is made of them.
  if (lines.length > 0 && plan.each && (isMadeOfAll(plan) || isOfOthers(plan)) && found.ranked.length <= NAMED)
    lines.splice(0, 1, `${lines[0]}；${sayAll(view, found)}`);
  else if (lines.length === 0 || (plan.places.named && lines.length === 1 && found.ranked.length > 2))
    lines.push(sayAll(view, found));
  // 平均多少 of those that a condition picks: the number is told with them.
  if (plan.conditions.length > 0 && plan.aggregates.length > 0) lines.splice(0, 2, lines.slice(0, 2).join('；'));
  // 平均多少，比全国高几个点 asks for both.
  if (plan.against && plan.aggregates.includes('mean')) lines.splice(0, 2, lines.slice(0, 2).join('，'));
  if (isOfOthers(plan) && lines.length > 1) lines.splice(0, lines.length, lines.join('；'));
  const year = sayTimes(view.selection.times);
  return [`${year}${view.topic}：${lines[0]}`, ...lines.slice(1)];
}

/** True where those without a number are asked for besides an order, or the figures, of the others. */
function isOfOthers(plan: View['plan']): boolean {
  const [condition, ...more] = plan.conditions;
  const worded = condition?.kind === 'form' && condition.form === 'words' && more.length === 0;
  return worded && (isMadeOfAll(plan) || plan.each === true);
}

/** True where an order or a computed number is asked for of the rows. */
function isMadeOfAll({ orders, aggregates }: View['plan']): boolean {
  return orders.length > 0 || aggregates.length > 0;
}

/** The ends of an order and what is computed of all rows; how far the ends are apart is said with them: 谁最高，比最低的高多少. */
function sayEndsAndAggregates(view: View, found: Found): string[] {
  const { plan } = view;
  const numbers = plan.aggregates.flatMap((kind) => sayAggregate(view, found, kind));
  const computed = numbers.length > 1 ? [numbers.join('；')] : numbers;
  const ends =
    plan.nth || plan.focus || isPair(view, found)
      ? []
      : plan.orders.map((end) => sayEnd(view, found, end)).filter(Boolean);
  if (ends.length > 1 && plan.aggregates.includes('spread')) return [[...ends, ...computed].join('；')];
  if (ends.length > 1) return [ends.join('；'), ...computed];
  if (ends.length === 0 || !plan.aggregates.includes('spread')) return [...computed, ...ends];
  return [[...ends, ...computed].join('，')];
}

/** 哪边高，高几个点 of two that are named: how the one stands to the other tells which is higher. */
function isPair({ plan }: View, { ranked }: Found): boolean {
  return (
    plan.places.named &&
    ranked.length === 2 &&
    plan.orders.length === 1 &&
    plan.conditions.length === 0 &&
    !plan.against
  );
}

/** 湖北省增长6%，在11个有数字的地区里排第3位. */
function sayFocus({ plan }: View, { ranked }: Found): string {
  const own = ranked.find(({ row }) => row.place.id === plan.focus!.id);
  if (!own) return `没有${plan.focus!.name}的数字，排不了名次`;
  const ties = ranked.filter(({ rank }) => rank === own.rank).length - 1;
  return `${sayRow(own.row)}，在${ranked.length}个有数字的地区里排第${own.rank}位${ties > 0 ? `（并列，另有${ties}个）` : ''}`;
}

/** The third of an order; where a tie passes over it, the rows that hold the place. */
function sayNth({ plan }: View, { ranked }: Found): string {
  const at = ranked[plan.nth! - 1];
  const place = `${plan.orders[0] === 'lowest' ? '倒数' : ''}第${plan.nth}名`;
  if (!at) return `只有${ranked.length}个地区有数字，没有${place}`;
  const rows = ranked.filter(({ rank }) => rank === at.rank).map(({ row }) => sayRow(row));
  return `${place}是${rows.join('、')}${rows.length > 1 ? '（并列）' : ''}`;
}

function sayEnd(view: View, { ranked }: Found, end: 'highest' | 'lowest'): string {
  const { plan } = view;
  const own = order(
    ranked.map((r) => r.row),
    end,
  );
  const name = end === 'highest' ? '最高' : '最低';
  if (own.length === 0) return '';
  const [only, ...others] = own;
  if (only && others.length === 0 && view.selection.rows.length > 1)
    return end === plan.orders[0] ? `只有${sayRow(only.row)}有数字，比不出${name}` : '';
  if (plan.top !== undefined && plan.top > 1) {
    const listed = top(own, plan.top).map(({ row, rank }) => `${rank}. ${sayRow(row)}`);
    return `${end === 'highest' ? '前' : '后'}${plan.top}名是${listed.join('、')}`;
  }
  const first = own.filter(({ rank }) => rank === 1).map(({ row }) => row);
  const figures = [...new Set(first.map((r) => sayFigure(r.value)))];
  if (first.length === own.length && own.length > 1)
    return `${own.length}个地区数字相同：${first.map((r) => sayRow(r)).join('、')}`;
  const tied = first.length > 1 ? '（并列）' : '';
  // 6%以上 and 6%左右 tie: each is said as it is written.
  if (figures.length > 1)
    return `${name}的是${sayPlaces(
      first.map((r) => sayRow(r)),
      MOST_TIED,
    )}${tied}`;
  return `${name}的是${sayPlaces(
    first.map((r) => r.place.name),
    MOST_TIED,
  )}${tied}：${figures[0]}`;
}

/** So many places that share a rank are named in the headline. */
const MOST_TIED = 20;

function saySame(_: View, { ranked }: Found): string {
  const rows = ranked.map((r) => r.row);
  if (rows.length < 2) return rows.map((r) => `只有${sayRow(r)}有数字，比不出是否一样`).join('');
  const texts = new Set(rows.map((r) => sayFigure(r.value)));
  const numbers = rows.every((r) => equal(orderKey(r.value), orderKey(rows[0]!.value)));
  const all = rows.map((r) => sayRow(r)).join('，');
  if (texts.size === 1) return `一样，都是${[...texts][0]}`;
  return numbers ? `数字一样，写法不同：${all}` : `不一样：${all}`;
}

function sayAggregate(view: View, { ranked }: Found, kind: View['plan']['aggregates'][number]): string[] {
  const { parts } = view.plan.places;
  if (parts && parts.length > 1) return sayParts(view, ranked, kind);
  const rows = ranked.map((r) => r.row);
  const counted = countedOnce(view, kind, rows);
  const result = aggregate(kind, counted);
  if (!result) return ranked.length > 0 ? ['这些数不能相加（比率或单位不同）'] : [];
  const names = {
    sum: '合计',
    mean: result.unit === '%' ? '简单平均' : '平均',
    median: '中位数',
    spread: '最高与最低相差',
    mode: '最多的是',
  };
  // Of a group whose members are known, those that say nothing are counted with it.
  const { rows: all, absent } = view.selection;
  const left = view.plan.places.members ? all.length + absent.length - rows.length : 0;
  const inner = rows.length - counted.length;
  const notes = [
    ...(inner > 0 ? [`另外${inner}个含在其中的上级地区里，不重复计`] : []),
    ...(left > 0 ? [`另外${left}个没有数字或没有收录`] : []),
  ];
  const how = kind === 'mode' ? result.arithmetic : [`${result.used}个地区`, ...notes].join('，');
  const values = (result.tied ?? [result.value]).map((value) => `${value}${result.unit}`).join('、');
  return [`${names[kind]}${SIZES[result.size]}${values}${result.tied ? '（一样多）' : ''}（${how}）`];
}

/** The rows that go into a number: into a sum none of a place that lies in another one of them. */
function countedOnce(
  { context }: View,
  kind: View['plan']['aggregates'][number],
  rows: readonly Valued[],
): readonly Valued[] {
  if (kind !== 'sum') return rows;
  const { gazetteer } = context.lexicon;
  return rows.filter(({ place }) =>
    rows.every(({ place: outer }) => outer.id === place.id || !gazetteer.within(place.id, outer.id)),
  );
}

/** How each computed number came about, and what did not go into it. */
function arithmeticLines(view: View, { ranked }: Found): string[] {
  const { parts } = view.plan.places;
  if (parts && parts.length > 1) return [];
  const rows = ranked.map((r) => r.row);
  return view.plan.aggregates.flatMap((kind) => {
    const result = kind === 'mode' ? undefined : aggregate(kind, countedOnce(view, kind, rows));
    const left = view.selection.rows.length - (result?.used ?? rows.length);
    const leftOut = left > 0 ? `（${left}个没有数字或不在其中的不计）` : '';
    return result ? [`算法：${result.arithmetic} = ${result.value}${leftOut}`] : [];
  });
}

/** The same number for each part of the set by itself: 东部平均5.2%，中部平均6%. */
function sayParts(view: View, ranked: Found['ranked'], kind: View['plan']['aggregates'][number]): string[] {
  const said = (view.plan.places.parts ?? []).map(({ label, members }) => {
    const ids = new Set(members.map((p) => p.id));
    const rows = ranked.map((r) => r.row).filter((r) => ids.has(r.place.id));
    const result = aggregate(kind, rows);
    const names = { sum: '合计', mean: '平均', median: '中位数', spread: '最高与最低相差', mode: '最多的是' };
    return result
      ? `${label}${names[kind]}${SIZES[result.size]}${result.value}${result.unit}（${rows.length}个：${result.arithmetic}）`
      : `${label}没有可算的数字`;
  });
  return [said.join('；')];
}

/** How far the mean of all is from the yardstick: 各省平均比全国高几个点. */
function sayMeanAgainst({ plan }: View, { ranked, beside }: Found): string {
  const mean = aggregate(
    'mean',
    ranked.map((r) => r.row),
  );
  const name = plan.against!.name;
  if (!mean || !beside?.value) return `没有${name}的数字，比不出`;
  const by = rounded(mean.value - endsOf(beside.value).low / scaleOf(mean.unit).factor, 2);
  const unit = mean.unit === '%' ? '个百分点' : mean.unit;
  return `${name}${sayFigure(beside.value)}，平均数比${name}${by === 0 ? '相同' : `${by > 0 ? '高' : '低'}${Math.abs(by)}${unit}`}`;
}

function sayAgainst(view: View, found: Found): string {
  const { plan, selection } = view;
  const { ranked, beside } = found;
  const against = plan.against!;
  if (plan.aggregates.includes('mean')) return sayMeanAgainst(view, found);
  if (!beside?.value || ranked.length === 0) {
    const told = [...ranked.slice(0, NAMED).map(({ row }) => row), ...(beside && hasValue(beside) ? [beside] : [])];
    const silent = selection.rows.filter((row) => !row.value).slice(0, NAMED);
    const left = beside?.value
      ? sayUntold(silent, selection.absent)
      : sayUntold(beside ? [beside] : [], beside ? [] : [against]);
    return [...told.map((row) => sayRow(row)), ...left, '比不出高低'].join('，');
  }
  const rows = ranked.map((r) => r.row).filter((r) => r.place.id !== beside.place.id);
  const first = rows.filter((r) => equal(orderKey(r.value), orderKey(rows[0]!.value))).slice(0, 3);
  const said = first.flatMap((row) => {
    const change = changeOf(beside.value!, row.value);
    return change
      ? [
          `${sayRow(row)}，${change.way === 'same' ? '与' : '比'}${beside.place.name}${sayFigure(beside.value!)}${change.way === 'same' ? '相同' : sayChange(change)}`,
        ]
      : [];
  });
  return said.join('；');
}

/** Two places in the order of the question, unless it asks for one end. */
function asAsked({ plan, selection }: View, ranked: readonly Ranked<Valued>[]): readonly Ranked<Valued>[] {
  if (plan.orders.length > 0) return ranked;
  const at = (r: Ranked<Valued>): number => selection.rows.indexOf(r.row);
  return [...ranked].sort((a, b) => at(a) - at(b));
}

/** 无锡市6%以上，比苏州市5.5%以上高0.5个百分点. */
function sayGap(ranked: readonly Ranked<Valued>[]): string {
  const [a, b] = [ranked[0]!.row, ranked[1]!.row];
  const change = changeOf(b.value, a.value);
  if (!change) return `${sayRow(a)}，${sayRow(b)}`;
  if (change.way !== 'same') return `${sayRow(a)}，比${sayRow(b)}${sayChange(change)}`;
  return a.value.quantity.bound === b.value.quantity.bound
    ? `${a.place.name}和${b.place.name}一样，都是${sayFigure(a.value)}`
    : `${sayRow(a)}，${sayRow(b)}，数字相同，写法不同`;
}

function sayAll({ plan }: View, { ranked }: Found): string {
  const rows = ranked.map((r) => r.row);
  const shown = rows
    .slice(0, NAMED)
    .map((r) => sayRow(r))
    .join('，');
  return rows.length > NAMED ? `${plan.places.label}共${rows.length}个地区有数字，从高到低：${shown}等` : shown;
}
