import type { Change } from '../../analysis/derive.js';
import { type Row, timeOf, type Valued } from '../../analysis/row.js';
import { rounded } from '../../analysis/units.js';
import type { Fact } from '../../facts/types.js';
import type { AggregateKind, AskedTime, Condition, Plan } from '../../frame/analysis.js';
import type { Place } from '../../lexicon/types.js';
import { unusedLine } from '../reading.js';
import { sayFigure } from '../wording.js';
import type { Selection } from './select.js';

const OPS: Readonly<Record<string, string>> = { '>': '高于', '>=': '不低于', '<': '低于', '<=': '不高于', '=': '等于' };
const BOUNDS = { '~': '左右', '>=': '以上', '<=': '以内', '=': '', any: '' } as const;
const FORMS: Readonly<Record<Extract<Condition, { kind: 'form' }>['form'], string>> = {
  range: '写成区间',
  bare: '只写一个数',
  about: '写“左右”',
  'not-about': '不写“左右”',
  'at-least': '写“以上”',
  'not-at-least': '不写“以上”',
  positive: '为正',
  zero: '为零',
  'one-digit': '只有个位数',
  words: '没有写具体数字',
  further: '另写更高目标（力争、争取）',
  negative: '为负',
  'two-digit': '达到两位数',
};
const WAYS = { up: '上调', down: '下调', same: '没变' } as const;

export const AGGREGATE_NAMES: Readonly<Record<AggregateKind, string>> = {
  sum: '合计',
  mean: '平均',
  median: '中位数',
  spread: '最高与最低相差',
  mode: '最多的是',
};

/** A condition in words: 高于6%, 比全国高, 下调1个百分点以上. */
export function sayCondition(condition: Condition): string {
  return `${condition.aim ? '目标' : ''}${sayKind(condition)}`;
}

function sayKind(condition: Condition): string {
  switch (condition.kind) {
    case 'number':
      return `${OPS[condition.op]}${condition.value}${condition.unit}`;
    case 'between':
      return `在${condition.low}—${condition.high}${condition.unit}之间`;
    case 'written': {
      const bound = BOUNDS[condition.bound];
      return condition.bound === 'any'
        ? `是${condition.value}${condition.unit}`
        : `写“${condition.value}${condition.unit}${bound}”`;
    }
    case 'not-written':
      return `不是${condition.value}${condition.unit}${condition.bound ? BOUNDS[condition.bound] : ''}`;
    case 'form':
      return FORMS[condition.form];
    case 'against':
      return `${{ '>': '高于', '>=': '不低于', '<': '低于', '<=': '不高于', '=': '等于' }[condition.op]}${condition.place.short}${condition.by === undefined ? '' : `${condition.by}个百分点以上`}`;
    case 'column':
      return `${OPS[condition.op]}${condition.than.name}`;
    case 'verdict':
      return `${condition.beyond ? '超过目标' : condition.met ? '完成目标' : '没有完成目标'}${condition.by === undefined ? '' : `（差${condition.by}${condition.unit ?? ''}以上）`}`;
    case 'moved':
      return `${condition.way.map((w) => WAYS[w]).join('或')}${condition.by === undefined ? '' : `${condition.by}以上`}`;
  }
}

/** Times in a few characters: 2024年, 2021—2024年, 2021年底、2022年底. */
export function sayTimes(times: readonly AskedTime[]): string {
  const plain = times.every((t) => timeOf(t) === `${t.year}年`);
  return plain ? sayYears(times.map((t) => t.year)) : times.map((t) => t.label).join('、');
}

/** Years in a few characters: 2024年, 2021—2024年, 2015、2016、2021年. */
export function sayYears(years: readonly number[]): string {
  if (years.length === 0) return '';
  const runs = years.every((y, i) => i === 0 || y === years[i - 1]! + 1);
  return years.length > 2 && runs ? `${years[0]}—${years.at(-1)}年` : `${years.join('、')}年`;
}

/** A figure with its place: 海南省8%左右; an estimate says so. */
export function sayRow(row: Valued, withTime = false): string {
  const estimate = row.value.facet === 'outcome' && row.value.estimated ? '（预计）' : '';
  return `${row.place.name}${withTime ? timeOf(row) : ''}${sayFigure(row.value)}${estimate}`;
}

/** True for a figure that says by how much something fell or is to fall. */
export function isFall({ direction, measure }: Fact): boolean {
  return direction === 'down' && measure === 'growth';
}

/** 低0.5个百分点, 多20万人, 没变. */
export function sayChange(change: Change): string {
  if (change.way === 'same')
    return change.from.quantity.bound === change.to.quantity.bound ? '没变' : '数字没变，写法不同';
  const counts = !/%|百分点/u.test(change.unit);
  // Of two falls neither is high or low: 下降13.6% and 下降14%.
  const falls = isFall(change.from) && isFall(change.to);
  const words = falls ? { up: '少降', down: '多降' } : counts ? { up: '多', down: '少' } : { up: '高', down: '低' };
  const word = words[change.way];
  const by = `${rounded(Math.abs(change.by))}${change.unit}`;
  // 多不超过0.8万亿元, 至少多0.8万亿元
  return change.size === '<=' ? `${word}${SIZES['<=']}${by}` : `${SIZES[change.size]}${word}${by}`;
}

/** What bounds leave of a difference. */
export const SIZES: Readonly<Record<Change['size'], string>> = {
  '=': '',
  '>=': '至少',
  '<=': '不超过',
  '~': '约',
  open: '按写出的数',
};

/** The plan as a composition in words, for 理解为. */
export function sayPlan(plan: Plan, selection: Selection, topic: string): string {
  const steps = [
    `${plan.places.label}${plan.places.without?.length ? `（不含${plan.places.without.length > 3 ? `${plan.places.without.length}个地区` : plan.places.without.map((p) => p.short).join('、')}）` : ''}`,
    selection.times.length > 6
      ? `${selection.times[0]!.year}—${selection.times.at(-1)!.year}年`
      : sayTimes(selection.times),
    selection.side === 'both' ? `${topic}目标与完成` : topic,
    ...plan.conditions.map((c) => `筛选：${sayCondition(c)}`),
    ...(plan.change ? ['两年相比'] : []),
    ...(plan.against ? [`与${plan.against.short}相比`] : []),
    ...plan.orders.map((o) => (o === 'highest' ? '从高到低' : '从低到高') + (plan.top ? `取前${plan.top}` : '')),
    ...plan.aggregates.map(
      (a) => ({ sum: '合计', mean: '简单平均', median: '中位数', spread: '最高与最低之差', mode: '分布' })[a],
    ),
    ...(plan.counts ? ['计数'] : []),
    ...plan.over.map(
      (o) =>
        ({
          extreme: '哪年最高或最低',
          steepest: '哪年变得最多',
          direction: '走向',
          turn: '转折',
          run: plan.least === undefined ? '连续几年' : `连续${plan.least}年`,
          first: '第一次',
          last: '最近一次',
        })[o],
    ),
  ];
  if (plan.focus) steps.push(`${plan.focus.short}的名次`);
  if (plan.nth) steps.push(`第${plan.nth}名`);
  const assumed = plan.places.assumed ? `（没有说范围，按${plan.places.label}看）` : '';
  const implied = plan.implied ? `（没有说哪项指标，按${topic}看）` : '';
  const undated = selection.yearTaken && selection.times.length === 1 ? sayUndated(plan) : '';
  return `${steps.filter(Boolean).join(' · ')}${assumed}${implied}${undated}${unusedLine(plan.unused)}`;
}

/** Which year was taken where the question names none. */
function sayUndated({ places: { members = [] } }: Plan): string {
  return members.length > 1 ? '（没有说年份，按有数字的地方最多的最近一年看）' : '（没有说年份，按收录的最近一年看）';
}

/** Whether the place that was named as the only one (就广东一家吗) is so, of those that are told. */
export function sayAlone({ example }: Plan['places'], told: readonly (string | undefined)[], isNot: string): string {
  if (!example || told.length === 0) return '';
  if (!told.includes(example.id)) return `${example.short}${isNot}；`;
  return told.every((id) => id === example.id) ? `是，只有${example.short}；` : `不止${example.short}；`;
}

/** Names of places, folded where there are many. */
export function sayPlaces(names: readonly string[], most = 40): string {
  const shown = names.slice(0, most).join('、');
  return names.length > most ? `${shown}等${names.length}个` : shown;
}

/** Why a row has no value, behind its time: 2019年没有收录报告. */
export const WHY_NONE: Readonly<Record<NonNullable<Row['missing']>, string>> = {
  'not-held': '没有收录报告',
  'not-reviewed': '的结果要看次年的报告，没有收录',
  'not-said': '的报告没有说这个数',
  'not-found': '没有找到这个数',
  words: '的报告只有文字、没有数字',
  other: '的报告说的不是同一口径',
  'not-looked': '的报告没有细查',
};

/** Reasons that a headline gives beside what is told. */
function shortReason({ missing, other }: Row, side?: Selection['side']): string {
  if (missing === 'not-held') return '没有收录报告';
  if (missing === 'not-reviewed') return '没有收录次年的报告';
  if (other?.facet === 'target' && side !== 'target') return '只有目标';
  return other ? '口径不同' : missing === 'words' ? '只有文字、没有数字' : '没有找到这个数';
}

/**
 * The rows without a value and the places without any report, as a headline names them beside those that are told: 武汉市没有收录报告.
 * @param several whether a row is known by its time too.
 */
export function sayUntold(
  rows: readonly Row[],
  absent: readonly Place[],
  several = false,
  side?: Selection['side'],
): string[] {
  const names = new Map<string, string[]>();
  const add = (reason: string, name: string): void => void names.set(reason, [...(names.get(reason) ?? []), name]);
  for (const row of rows) add(shortReason(row, side), `${row.place.name}${several ? timeOf(row) : ''}`);
  for (const place of absent) add(shortReason({ place, year: 0, missing: 'not-held' }), place.name);
  return [...names].map(([reason, named]) => `${named.join('、')}${reason}`);
}

/** The rows without a value, by reason, one line each. */
export function gapLines(rows: readonly Row[], selection: Selection, several: boolean, open = false): string[] {
  const label = (r: Row): string => `${r.place.name}${several ? timeOf(r) : ''}`;
  const of = (missing: Row['missing']) => rows.filter((r) => r.missing === missing);
  const lines: string[] = [];
  const words = of('words');
  if (words.length > 0)
    lines.push(`只有文字、没有数字的：${words.map((r) => `${label(r)}“${r.words?.text ?? ''}”`).join('；')}`);
  // A year of which only the aim is told stands beside no outcome.
  const isAim = ({ other }: Row): boolean => selection.side === 'outcome' && other?.facet === 'target';
  const aims = of('other').filter(isAim);
  if (aims.length > 0)
    lines.push(
      `只有目标、没有找到结果的：${sayPlaces(
        aims.map((r) => `${label(r)}${r.other ? sayFigure(r.other) : ''}`),
        20,
      )}`,
    );
  const other = of('other').filter((r) => !isAim(r));
  if (other.length > 0)
    lines.push(
      `口径或单位不同，不放在一起比的：${sayPlaces(
        other.map((r) => `${label(r)}${r.other ? sayFigure(r.other) : ''}`),
        20,
      )}`,
    );
  const silent = [...of('not-said'), ...of('not-found')];
  if (silent.length > 0) lines.push(`收录了报告但没有找到这个数的：${sayPlaces(silent.map(label))}`);
  const ahead = of('not-reviewed');
  if (ahead.length > 0) lines.push(`没有收录次年（回顾当年的）报告、不知道结果的：${sayPlaces(ahead.map(label))}`);
  const skipped = of('not-looked');
  if (skipped.length > 0) {
    const name = skipped[0]?.lacks;
    const count = new Set(skipped.map((r) => r.place.id)).size;
    lines.push(
      name === undefined
        ? `地区太多、没有逐份细查的：${count}个地区`
        : `报告里没有“${name}”字样、没有细查的：${count}个地区`,
    );
  }
  const absent = [...of('not-held').map(label), ...selection.absent.map((p) => p.name)];
  // Of all cities those without a report of the year are too many to name.
  if (absent.length > 0)
    lines.push(open ? `另有${absent.length}个地区没有收录相应年份的报告` : `没有收录报告的：${sayPlaces(absent)}`);
  return lines;
}
