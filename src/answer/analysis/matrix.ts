import { aggregate } from '../../analysis/aggregate.js';
import { byPlace } from '../../analysis/derive.js';
import { filter } from '../../analysis/filter.js';
import { order } from '../../analysis/order.js';
import { hasValue, timeOf, type Valued } from '../../analysis/row.js';
import { equal } from '../../analysis/units.js';
import type { AggregateKind } from '../../frame/analysis.js';
import { orderKey } from '../../matching/compare.js';
import { eachAtHand } from '../../retrieval/at-hand.js';
import type { Answer } from '../schema.js';
import { sayFigure } from '../wording.js';
import { besideYears } from './over-years.js';
import { citeRow, finish, moreRows, noteBounds, SHOWN, type View, valueCells } from './parts.js';
import { AGGREGATE_NAMES, SIZES, sayCondition, sayRow } from './say.js';

/** Up to so many years the gaps are told place by place. */
const FEW_TIMES = 6;
/** Up to so many figures stand in the headline. */
const FEW_FIGURES = 12;

/** One figure over places and several years: a row a place, a column a year. */
export function answerMatrix(view: View): Answer {
  const { plan, selection } = view;
  const parted = filter(selection.rows, plan.conditions, besideYears(view, []));
  const kept = new Set(parted.kept.map((r) => `${r.place.id}|${timeOf(r)}`));
  const places = [...byPlace(selection.rows).values()];
  const groups = places.filter((rows) =>
    rows.some((r) => r.value && (plan.conditions.length === 0 || kept.has(`${r.place.id}|${timeOf(r)}`))),
  );
  const silent = places.filter((rows) => !rows.some((r) => r.value));
  const table = {
    title: `${plan.places.label}${view.topic}`,
    columns: ['地区', ...selection.times.map((t) => t.label)],
    rows: eachAtHand(groups, (rows) => ({
      cells: [rows[0]!.place.name, ...rows.map((r) => valueCells(r)[0])],
      figures: citeRow(
        view,
        rows.map((r) => r.value),
      ),
    })),
  };
  const said = parted.kept.filter(hasValue);
  noteBounds(view, said);
  // Over many years those without a figure stand in the table alone.
  const folds = selection.times.length > FEW_TIMES;
  const lines = groups.map((rows) => {
    const shown = folds ? rows.filter(hasValue) : rows;
    const left = rows.length - shown.length;
    return `· ${rows[0]!.place.name}：${shown.map((r) => `${timeOf(r)}${valueCells(r)[0]}`).join('，')}${left > 0 ? `（另有${left}年没有收录或没有数字）` : ''}`;
  });
  return finish(view, {
    kind: 'comparison',
    headline: `${view.topic}：${headline(view, said, groups.length)}`,
    body: [...lines.slice(0, SHOWN), ...moreRows(lines.length, '个地区')],
    table,
    // Places that tell nothing at all; of the others the table shows which years they lack.
    gaps: plan.conditions.length > 0 ? [] : silent.map((rows) => rows[0]!),
  });
}

/** The number of each time by itself, in order: 2021年简单平均6.5%（15个）. */
function sayYearly({ selection }: View, said: readonly Valued[], kind: AggregateKind): string[] {
  const each = selection.times.flatMap((time) => {
    const result = aggregate(
      kind,
      said.filter((r) => timeOf(r) === time.label),
    );
    return result ? [`${time.label}${SIZES[result.size]}${result.value}${result.unit}（${result.used}个）`] : [];
  });
  const name = kind === 'mean' ? '简单平均' : AGGREGATE_NAMES[kind];
  return each.length > 0 ? [`各年${name}：${each.join('，')}`] : [];
}

/** Two places year by year, where it is asked which is ahead over several years: in how many years each is. */
function sayTwo({ plan, selection }: View, said: readonly Valued[]): string | undefined {
  const [one, other, ...more] = [...byPlace(said).values()];
  if (!one || !other || more.length > 0 || selection.times.length < 2) return undefined;
  const pairs = one.flatMap((a) => other.filter((b) => timeOf(b) === timeOf(a)).map((b) => ({ a, b })));
  if (pairs.length === 0) return undefined;
  const low = plan.orders[0] === 'lowest';
  const ahead = (a: Valued, b: Valued): boolean => {
    const [x, y] = [orderKey(a.value), orderKey(b.value)];
    return !equal(x, y) && (low ? x < y : x > y);
  };
  const counts = [
    [one[0]!.place.name, pairs.filter(({ a, b }) => ahead(a, b)).length],
    [other[0]!.place.name, pairs.filter(({ a, b }) => ahead(b, a)).length],
  ] as const;
  const same = pairs.length - counts[0][1] - counts[1][1];
  const word = low ? '低' : '高';
  const parts = counts.filter(([, n]) => n > 0).map(([name, n]) => `${name}${word}的有${n}年`);
  const last = pairs.at(-1)!;
  return `两地都有数字的${pairs.length}年里，${[...parts, ...(same > 0 ? [`数字相同的有${same}年`] : [])].join('，')}；最近的${timeOf(last.a)}：${sayRow(last.a)}，${sayRow(last.b)}`;
}

function headline(
  view: View,
  said: readonly (View['selection']['rows'][number] & {
    value: NonNullable<View['selection']['rows'][number]['value']>;
  })[],
  places: number,
): string {
  const { plan } = view;
  const parts = plan.aggregates.flatMap((kind) => sayYearly(view, said, kind));
  if (plan.conditions.length > 0)
    parts.push(
      `${plan.conditions.map(sayCondition).join('、')}的有${said.length}个：${said
        .slice(0, 10)
        .map((r) => sayRow(r, true))
        .join('、')}${said.length > 10 ? '等' : ''}`,
    );
  const two = plan.conditions.length === 0 && plan.orders.length > 0 ? sayTwo(view, said) : undefined;
  if (two) return two;
  for (const end of plan.orders) {
    const first = order(said, end)
      .filter((r) => r.rank === 1)
      .map((r) => r.row);
    if (first[0])
      parts.push(
        `${end === 'highest' ? '最高' : '最低'}的是${first.map((r) => `${r.place.name}${timeOf(r)}`).join('、')}：${sayFigure(first[0].value)}`,
      );
  }
  if (parts.length > 0) return parts.join('；');
  return places <= 3 && said.length <= FEW_FIGURES
    ? said.map((r) => sayRow(r, true)).join('，')
    : `${places}个地区${view.selection.times.length}个年份的数字`;
}
