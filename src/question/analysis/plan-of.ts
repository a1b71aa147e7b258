import type { Condition, Plan } from '../../frame/analysis.js';
import { positional } from '../../text/numerals.js';
import { patterns } from '../patterns/index.js';
import { asksOfAll, asksYesNo } from './asks-all.js';
import { DIGITS, isOfEconomy } from './conditions.js';
import { SIDES } from './of-frame.js';
import type { Parts } from './parts.js';
import { asksOfLevel, isSteady, movedMost, ordersOf, type Shape } from './shape.js';
import type { Subject } from './subject.js';
import { analysisWords } from './words.js';

/** The composition that the pieces of a question make. */
export function planOf(parts: Parts, subject: Subject, shape: Shape): Plan {
  const { text, target, outcome, joined, order, over } = parts;
  const facet = facetOf(parts, subject, shape);
  const ofReports =
    !joined &&
    (isOfOwnReports(text, shape.years) ||
      (parts.time.ofReports === true && shape.several && subject.indicator !== undefined));
  return {
    kind: 'figures',
    places: parts.places,
    // 2026年报告里已经过了500公里: what the reports of a year say was reached is of the year before.
    years: ofReports && facet === 'outcome' ? yearBefore(shape.years) : shape.years,
    ...(parts.time.ofReports && shape.several && !subject.indicator ? timesOfReports(shape.years) : {}),
    ...(parts.sides ? timesOfSides(parts.sides) : {}),
    ...(ofReports && facet === 'open' ? { ofReports } : {}),
    subject: subject.frame,
    indicator: subject.indicator,
    columns: subject.main ? 'main' : subject.columns,
    ...(subject.implied ? impliedBy(parts, shape) : {}),
    name: subject.name,
    facet,
    form:
      formOf(text, shape.kept, outcome && !target && !joined, joined ? { ...subject, unit: undefined } : subject) ??
      (joined ? parts.stated : shape.change && asksOfLevel(text, subject) ? levelForm(subject) : undefined),
    conditions: shape.kept,
    orders: ordersOf(parts, shape),
    top: order.top,
    nth: order.nth,
    focus: parts.focus,
    // 平均几个点，一共几家: rates are counted, and never added up.
    aggregates: parts.counts && isOfRates(subject) ? parts.aggregates.filter((a) => a !== 'sum') : parts.aggregates,
    counts: parts.counts,
    against: parts.against,
    change: shape.change,
    map: parts.map || undefined,
    over: shape.over,
    least: shape.over.includes('run') ? over.least : undefined,
    ...(over.way && shape.over.includes('direction') ? { way: over.way } : {}),
    ...(patterns().tables.eachAsked.in(text) ? { each: true } : {}),
    ...(joined && parts.statedAim && shape.kept.length === 0 ? { statedAim: parts.statedAim } : {}),
    yesNo: asksYesNo(text),
    all: asksOfAll(text) || shape.kept.some(({ others }) => others) || undefined,
    gapEnd: parts.gapEnd,
    moveEnd: movedMost(parts),
    same: parts.same || isSteady(parts),
    unused: subject.unused,
    ...(subject.unread ? { unread: subject.unread } : {}),
  };
}

/** True for what is told in rates, or whose growth is asked for where nothing says that its amount is. */
export function isOfRates({ indicator }: Pick<Plan, 'indicator'>): boolean {
  return indicator?.measure === 'growth' || indicator?.units[0] === '%';
}

/** Whether a level moved is told by two of its amounts, and by no two of its growths. */
function levelForm({ indicator }: Subject): Plan['form'] {
  return indicator && indicator.units[0] !== '%' ? 'amount' : undefined;
}

function facetOf(
  { text, joined, target, outcome, sides }: Parts,
  { implied }: Subject,
  { kept }: Shape,
): Plan['facet'] {
  if (joined) return 'both';
  if (sides) return 'open';
  // Only what is aimed at is put in words for a number, and the economy is meant by its aim where nothing is named.
  const aimed = (implied && !kept.some(isOfEconomy)) || kept.some((c) => c.kind === 'form' && c.form === 'words');
  if (target || (aimed && !outcome)) return 'target';
  const total = analysisWords().totals.some((word) => text.includes(word));
  return outcome || total ? 'outcome' : 'open';
}

/** Years of which each has a side of its own. */
function timesOfSides(sides: NonNullable<Parts['sides']>): Pick<Plan, 'years' | 'times'> {
  const times = sides.map(({ year, facet }) => ({ label: `${year}年${SIDES[facet]}`, year, facet }));
  return { years: { kind: 'list', years: [] }, times };
}

/** What several reports tell of a thing of no table, each of whatever time it says: 23到26年报告里分别写的. */
function timesOfReports({ years }: Plan['years']): Pick<Plan, 'years' | 'times'> {
  const times = years.map((year) => ({ label: `${year}年报告`, year, reportYear: year }));
  return { years: { kind: 'list', years: [] }, times };
}

function yearBefore(years: Plan['years']): Plan['years'] {
  return { ...years, years: years.years.map((year) => year - 1) };
}

/** True for 2012年各省报告里…, whose aims are of that year and whose outcomes are of the year before. */
function isOfOwnReports(text: string, { kind, years }: Plan['years']): boolean {
  const year = patterns().periods.ofReports.find(text)?.groups?.year;
  const digits = year && [...year].map((unit) => positional(unit) ?? unit).join('');
  return digits !== undefined && kind === 'list' && years.length === 1 && years[0]! % 100 === Number(digits);
}

/** What is meant where no indicator is named: of an order or a change the economy's, else all main targets. */
function impliedBy({ time }: Parts, { sign, over, several }: Shape): Pick<Plan, 'implied' | 'columns'> {
  return sign || time.moved || over.length > 0 || several ? { implied: true } : { columns: 'main' };
}

/** A rate or an amount: by the unit of a condition, else by the words; a thing said to be highest is an amount. */
function formOf(
  text: string,
  conditions: readonly Condition[],
  reached: boolean,
  { indicator, unit: asked }: Subject,
): Plan['form'] {
  // What is negative, or has two digits, is a rate: of the amounts of an economy none is.
  if (indicator?.measure === 'growth' && conditions.some((c) => c.kind === 'form' && DIGITS.has(c.form))) return 'rate';
  // 有几个 asks for no unit of the economy.
  const named = asked && (indicator?.units.some((u) => u.includes(asked)) ?? true) ? asked : undefined;
  const unit = conditions.flatMap((c) => ('unit' in c && c.unit !== '' ? [c.unit] : []))[0] ?? named;
  if (unit !== undefined) return patterns().tables.rateUnits.in(unit) ? 'rate' : 'amount';
  if (indicator && indicator.measure !== 'growth') return undefined;
  if (analysisWords().growth.some((word) => text.includes(word))) return 'rate';
  return reached && indicator?.measure === 'growth' && indicator.units.some((u) => u !== '%') ? 'amount' : undefined;
}
