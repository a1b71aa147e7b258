import type { Condition, Plan } from '../../frame/analysis.js';
import { asksOfAll, asksOfAllYears, asksWhether } from './asks-all.js';
import type { Parts } from './parts.js';
import type { Subject } from './subject.js';
import { analysisWords } from './words.js';

/** What follows from the pieces and the subject together. */
export interface Shape {
  readonly kept: readonly Condition[];
  readonly over: Plan['over'];
  readonly years: Plan['years'];
  /** True where two years are set against each other. */
  readonly change: boolean;
  readonly several: boolean;
  /** True where something is done with the rows, and not only told. */
  readonly sign: boolean;
}

/** Which conditions hold, which years are meant, and whether they are set against each other. */
export function shapeOf(parts: Parts, subject: Subject): Shape {
  const { time, target, joined, places, newest, differ, order } = parts;
  const moveEnd = movedMost(parts);
  const over = overOf(parts);
  // 没写死、写成区间: a range is no target in words.
  const ranged = parts.conditions.some((c) => c.kind === 'form' && c.form === 'range');
  // 20到23年是不是一直86万 asks of each year.
  const always = asksOfAllYears(parts.text);
  const steady = isSteady(parts);
  const ofEach = asksOfAll(parts.text) && (always || time.years.kind !== 'list' || time.years.years.length > 1);
  // 兰州、西宁、银川的目标都比全国高吗 asks of each place.
  const ofAll = asksOfAll(parts.text) && parts.many;
  const kept = parts.conditions.filter(
    (c) =>
      !(ranged && c.kind === 'form' && c.form === 'words') &&
      !(steady && c.kind === 'moved') &&
      // 长沙7.5%以上这个目标排第几: the place's own number is no condition on the others.
      !(parts.focus !== undefined && NUMBERS.has(c.kind)) &&
      // Numbers named beside places that are named one by one are claims, unless the question asks which.
      (parts.which ||
        !places.named ||
        asksRun(over) ||
        ofEach ||
        (ofAll && (c.kind === 'number' || !NUMBERS.has(c.kind))) ||
        asksOfLevel(parts.text, subject)) &&
      (c.kind !== 'moved' ||
        (subject.indicator !== undefined &&
          (target || !places.named || (places.members?.length ?? 0) > 1 || asksOfLevel(parts.text, subject)))),
  );
  // 有哪年比上一年低 asks of each year against the one before, and not of the last against the first.
  const longer = time.years.kind === 'latest' || time.years.kind === 'all' || time.years.years.length > 2;
  const alongYears = !parts.many && parts.which && longer;
  const moved =
    (kept.some((c) => c.kind === 'moved') || (moveEnd !== undefined && parts.many)) && !asksRun(over) && !alongYears;
  // 目标动没动, 目标比去年: two years are meant, though one or none is named.
  const shifted = time.moved && target && !time.series && over.length === 0 && order.orders.length === 0;
  const years = yearsFor(time.years, {
    moved: moved || (time.moved && target && over.length === 0),
    // 福州GDP目标最高和最低相差多少: of one place alone its years are those that are apart.
    over:
      over.length > 0 || always || parts.over.over.length > 0 || (!parts.many && parts.aggregates.includes('spread')),
    newest,
    since: !parts.many && over.includes('direction') && asksOfLater(parts.text),
  });
  const beside = (time.change || (shifted && years.years.length === 2)) && years.kind !== 'range';
  // 从2020年到2022年降了多少 of one place: its last year against its first.
  const along =
    !parts.many &&
    years.kind === 'range' &&
    !asksRun(over) &&
    !steady &&
    !parts.which &&
    parts.conditions.some((c) => c.kind === 'moved');
  const stretch = years.kind === 'range' || (!parts.many && years.kind !== 'list');
  return {
    kept,
    over,
    years,
    // 2014到2016降了几个点: the first year against the last; but 逐年列一列，最低是几个点 asks for an end.
    change:
      !joined &&
      (beside || moved || along || (differ && (years.years.length === 2 || (stretch && order.orders.length === 0)))),
    several: years.years.length > 1 || years.kind !== 'list',
    sign:
      parts.against !== undefined ||
      joined ||
      order.orders.length > 0 ||
      parts.moveEnd !== undefined ||
      parts.focus !== undefined ||
      parts.aggregates.length > 0 ||
      parts.same ||
      differ ||
      along ||
      kept.length > 0,
  };
}

/** PM2.5比前一年降了吗: whether a level moved. That of a growth is told by the report itself. */
export function asksOfLevel(text: string, { indicator }: Pick<Subject, 'indicator'>): boolean {
  return indicator !== undefined && indicator.measure !== 'growth' && asksWhether(text);
}

const NUMBERS: ReadonlySet<Condition['kind']> = new Set(['number', 'written', 'between']);

/** Whose aim moved most between two years. What grew most of what was reached is the highest growth. */
export function movedMost({ moveEnd, target, time }: Parts): Parts['moveEnd'] {
  return target || time.change || time.years.years.length > 1 ? moveEnd : undefined;
}

/** Which ends of an order are asked for, by its own words or by what is asked of the years. */
export function ordersOf(parts: Parts, { over }: Shape): Plan['orders'] {
  const { orders } = parts.order;
  if (orders.length > 0) return orders;
  if (over.includes('extreme')) return parts.over.ends;
  if (parts.moveEnd === undefined || movedMost(parts) !== undefined) return orders;
  return [parts.moveEnd === 'up' ? 'highest' : 'lowest'];
}

/** What is asked of the figures over years. One place over more than two years, whether it moved: which way. */
function overOf(parts: Parts): Plan['over'] {
  const { text, over, conditions, many, time, order, joined } = parts;
  // 连着四年目标都是多少 only says how many years: a run is of something that holds.
  const kept = over.over.filter((kind) => kind !== 'run' || conditions.length > 0);
  // 哪年过的万亿 asks when an amount was first passed, and for no highest year.
  const passes = over.ends.length === 0 && !many && conditions.some(isPassed);
  // 哪年比上一年低 asks for the years that are so, and for no end of the figures.
  const ofThose = over.ends.length === 0 && conditions.length > 0 && order.orders.length === 0;
  const found = kept.flatMap((kind) => (kind !== 'extreme' ? kind : passes ? ONCE : ofThose ? [] : kind));
  const years = time.years.kind === 'all' || time.years.kind === 'latest' || time.years.years.length > 2;
  const whether = asksWhether(text);
  // 2016到2019年，头三年一样吗
  const alike = parts.same && !many && !joined && years;
  if (found.length === 0 && (alike || isSteady(parts))) return ['direction'];
  const asksWay = found.length === 0 && whether && !many && !joined && time.moved && years && order.orders.length === 0;
  return asksWay ? ['direction'] : found;
}

const ONCE = 'first';

/** 三年一直没动过: whether one place's figure of more than two years is the same in all of them. */
export function isSteady({ many, joined, time, conditions }: Parts): boolean {
  const years = time.years.kind === 'all' || time.years.kind === 'latest' || time.years.years.length > 2;
  return !many && !joined && years && conditions.some((c) => c.kind === 'moved' && c.way.join() === 'same');
}

/** True for an amount to be reached or passed; a rate is above a number in one year and below it in the next. */
function isPassed(condition: Condition): boolean {
  return condition.kind === 'number' && condition.op.startsWith('>') && /[亿万]/u.test(condition.unit);
}

/** True where the first or the last year is asked for. */
export function asksOnce(over: Plan['over']): boolean {
  return over.some((kind) => kind === 'first' || kind === 'last');
}

function asksRun(over: Plan['over']): boolean {
  return over.includes('run') || asksOnce(over);
}

/** 2008年六百来亿斤，这些年一直在涨吗 asks of the years behind that one; 2013年往下掉了几个点 of that one alone. */
function asksOfLater(text: string): boolean {
  const { always, recent } = analysisWords();
  return [...always, ...recent].some((word) => text.includes(word));
}

/** Years that a change or a question over years needs and that the question does not name. */
function yearsFor(
  years: Plan['years'],
  asked: { moved: boolean; over: boolean; newest: number; since: boolean },
): Plan['years'] {
  if (asked.over && years.open) return { kind: 'all', years: [] };
  const [first, ...more] = years.years;
  // 2008年六百来亿斤，这些年一直在涨吗: which way from that year on.
  if (asked.since && first !== undefined && more.length === 0 && first < asked.newest)
    return { kind: 'range', years: Array.from({ length: asked.newest - first + 1 }, (_, i) => first + i) };
  return asked.moved && years.years.length < 2 && years.kind === 'list' ? withYearBefore(years, asked.newest) : years;
}

function withYearBefore(years: Plan['years'], newest: number): Plan['years'] {
  const year = years.years[0] ?? newest;
  return { kind: 'list', years: [year - 1, year] };
}
