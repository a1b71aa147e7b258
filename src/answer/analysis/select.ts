import { type Row, timeOf } from '../../analysis/row.js';
import type { Fact } from '../../facts/types.js';
import type { AskedTime, Plan } from '../../frame/analysis.js';
import type { Frame } from '../../frame/types.js';
import type { Place } from '../../lexicon/types.js';
import { comparable, verdict } from '../../matching/compare.js';
import { reportsOf } from '../../matching/reports.js';
import { eachAtHand } from '../../retrieval/at-hand.js';
import type { AnswerContext, HeldPlace } from '../context.js';
import { type Chosen, chooseFacts, type Side, wantFigures } from './choose.js';
import { resolvePlaces } from './places.js';
import { type Asked, baseOf, candidatesFor, gapOf, isHeld, notFound, searchRows, toldBy, wordsOf } from './search.js';
import { worthSearching } from './speaking.js';
import { furtherAim, outcomeInWords, targetInWords } from './words.js';

/** The relation that a plan selects. */
export interface Selection {
  readonly rows: readonly Row[];
  /** Empty where each row is of the time that its report tells. */
  readonly times: readonly AskedTime[];
  /** Members of a group or named places of which no report is held at all. */
  readonly absent: readonly Place[];
  /** Which side the rows are of. */
  readonly side: Side | 'both';
  /** True where no year was named and the newest one was taken. */
  readonly yearTaken: boolean;
}

/** With at most so many rows a figure that the table does not hold is looked for in the reports themselves. */
const LOOK_FURTHER = 14;
/** The most rows whose figures are looked for one by one. */
const MOST_SEARCHED = 60;
/** The most rows whose targets are looked for in words. */
const MOST_WORDS = 6;
/** The same where targets in words are what is asked for. */
const ALL_WORDS = 60;

/** The most rows whose outcomes are looked for in words. */
const MOST_TOLD = 12;

/** Selects rows: places × times × side, joined where target and outcome are asked for together. */
export function select(context: AnswerContext, plan: Plan): Selection {
  const { places, absent } = resolvePlaces(context, plan.places);
  const times = plan.times ?? newestTold(context, plan, places) ?? timesOf(plan, places);
  const base = { times, absent, yearTaken: plan.years.open === true };
  if (plan.ofReports) return selectOfReports(context, plan);
  if (plan.facet === 'both') return { ...base, rows: joinedRows(context, plan, places, times), side: 'both' };
  if (plan.facet === 'target') return { ...base, rows: rowsOf(context, plan, places, times, 'target'), side: 'target' };
  if (!plan.indicator && plan.facet === 'open') {
    const { rows, anyTime } = openRows(context, plan, places, times);
    const value = rows.find((r) => r.value)?.value;
    return { ...base, ...(anyTime ? { times: [] } : {}), rows, side: value?.facet === 'target' ? 'target' : 'outcome' };
  }
  const sided = plan.indicator && plan.facet === 'open' ? rowsOfSides(context, plan, places, times) : undefined;
  if (sided) return { ...base, rows: sided, side: 'outcome' };
  if (plan.facet === 'open') wantBothSides(context, plan, places, times);
  const outcomes = outcomeRows(context, plan, places, times);
  if (plan.facet === 'outcome') return { ...base, rows: outcomes, side: 'outcome' };
  const targets = rowsOf(context, plan, places, times, 'target');
  // Without 目标 in the question what was reached is meant, as far as enough reports tell it.
  const amounts = plan.orders.length > 0 && plan.form === undefined && said(outcomes) >= FEW_OUTCOMES;
  return amounts || said(outcomes) * ENOUGH_OUTCOMES >= said(targets)
    ? { ...base, rows: outcomes.map((o, i) => aimOnly(o, targets[i])), side: 'outcome' }
    : { ...base, rows: targets, side: 'target' };
}

/** What the reports of a year say: of its aims and of what was reached the year before, what more of them tell. */
function selectOfReports(context: AnswerContext, plan: Plan): Selection {
  const before = { ...plan.years, years: plan.years.years.map((year) => year - 1) };
  const targets = select(context, { ...plan, ofReports: undefined, facet: 'target' });
  const outcomes = select(context, { ...plan, ofReports: undefined, facet: 'outcome', years: before });
  return said(outcomes.rows) > said(targets.rows) ? outcomes : targets;
}

const ANY_TIME: AskedTime = { label: '', year: 0, any: true };

/**
 * What reports say of a thing without a table. Where the question names no time and the year taken for it says nothing, whatever
 * time the reports tell it for (出列的贫困村哪个市最多).
 */
function openRows(
  context: AnswerContext,
  plan: Plan,
  places: readonly HeldPlace[],
  times: readonly AskedTime[],
): { rows: Row[]; anyTime: boolean } {
  const of = (asked: readonly AskedTime[]) => searchMany(context, plan.subject, askedOf(places, asked), undefined);
  const rows = of(times);
  if (!plan.years.open || places.length < 2 || rows.every((r) => r.value)) return { rows, anyTime: false };
  const told = of([ANY_TIME]);
  return said(told) > Math.max(1, said(rows)) ? { rows: told, anyTime: true } : { rows, anyTime: false };
}

/** Looks a thing up place by place: of many places in those whose reports hold its name; the others are rows without a value. */
function searchMany(context: AnswerContext, subject: Frame, all: readonly Asked[], side: Side | undefined): Row[] {
  const { asked, left } = worthSearching(context, subject, all, MOST_SEARCHED);
  const rest = (left?.rows ?? []).map((row): Row => {
    const missing = isHeld(row, row.time.facet ?? side) || row.time.any ? 'not-looked' : 'not-held';
    return { ...baseOf(row), missing, ...(left?.name === undefined ? {} : { lacks: left.name }) };
  });
  return [...searchRows(context, subject, asked, side), ...rest];
}

function joinedRows(
  context: AnswerContext,
  plan: Plan,
  places: readonly HeldPlace[],
  times: readonly AskedTime[],
): Row[] {
  if (!plan.indicator) return eachAtHand(askedOf(places, times), (asked) => pairOf(context, plan, asked));
  wantBothSides(context, plan, places, times);
  const rows = sidesOf(context, plan, places, times);
  const [only, ...more] = rows;
  // An aim written as a rate and as an amount is met by the one of which the outcome is told too.
  if (plan.form !== undefined || more.length > 0 || !only || (only.target && (only.value ?? only.told))) return rows;
  const other = only.target?.quantity.unit === '%' ? 'amount' : 'rate';
  const [told] = sidesOf(context, { ...plan, form: other }, places, times);
  return told?.target && told.value ? [told] : rows;
}

function sidesOf(context: AnswerContext, plan: Plan, places: readonly HeldPlace[], times: readonly AskedTime[]): Row[] {
  const targets = rowsOf(context, plan, places, times, 'target');
  // A rate that was aimed at is met or missed by a rate.
  const form = formOf(targets) ?? plan.form;
  const outcomes = rowsOf(context, { ...plan, form }, places, times, 'outcome');
  let looked = 0;
  return outcomes.map((o, i) => {
    const row = joined(context, targets[i]!, o);
    // An aim that no report that is held tells, or an outcome without a number: the report that looks back may say whether it was reached.
    const open = !row.target || !row.value;
    return open && isWorthTelling(row) && looked++ < MOST_TOLD ? toldOf(context, plan, row) : row;
  });
}

/** Rows of years of which each has its own side (2023年实际, 2024年目标), all rates where the aims are rates; undefined where they have none. */
function rowsOfSides(
  context: AnswerContext,
  plan: Plan,
  places: readonly HeldPlace[],
  times: readonly AskedTime[],
): Row[] | undefined {
  if (!times.every((time) => SIDES.has(time.facet) && isPlain({ ...time, facet: undefined }))) return undefined;
  const of = (side: Side, form: Plan['form']): Row[] => {
    const own = times.filter(({ facet }) => facet === side).map(({ label, year }) => ({ label, year }));
    return rowsOf(context, { ...plan, form }, places, own, side);
  };
  const targets = of('target', plan.form);
  const rows = [...targets, ...of('outcome', formOf(targets) ?? plan.form)];
  return places.flatMap(({ place }) =>
    times.flatMap(({ label }) => rows.filter((r) => r.place.id === place.id && timeOf(r) === label)),
  );
}

const SIDES: ReadonlySet<AskedTime['facet']> = new Set(['target', 'outcome']);

/** Of an aim of which no report looks back nothing can be told in words. */
function isWorthTelling({ missing }: Row): boolean {
  return missing !== 'not-held' && missing !== 'not-reviewed';
}

/** What was aimed at and what was reached are read together. */
function wantBothSides(
  context: AnswerContext,
  { indicator }: Plan,
  places: readonly HeldPlace[],
  times: readonly AskedTime[],
): void {
  if (!indicator || !times.every(isPlain)) return;
  const over = { places: places.map((h) => h.place.id), years: times.map((t) => t.year) };
  wantFigures(context, indicator, over, ['target', 'outcome']);
}

/** A row whose outcome has no figure, with what the next report says of it in words. */
function toldOf(context: AnswerContext, plan: Plan, row: Row): Row {
  const head = headOf(context, row.place, row.year + 1);
  const names = plan.indicator ? [plan.indicator.name, ...plan.indicator.aliases] : plan.subject.residue;
  const told =
    head &&
    outcomeInWords(
      context,
      head,
      names.filter((n) => n.length > 1),
    );
  if (!told) return row;
  return { ...row, told, ...(row.target ? { verdict: told.met ? ('达到' as const) : ('未达到' as const) } : {}) };
}

/** Target and outcome of a thing without a table of its own: the best two that can be set against one another. */
function pairOf(context: AnswerContext, plan: Plan, asked: Asked): Row {
  const of = (side: Side) => candidatesFor(context, plan.subject, asked, side).map((c) => c.fact);
  const [targets, outcomes] = [of('target'), of('outcome')];
  const target = targets.find((t) => outcomes.some((o) => comparable(t, o))) ?? targets[0];
  const value = (target && outcomes.find((o) => comparable(target, o))) ?? outcomes[0];
  const base = baseOf(asked);
  const reached: Row = value ? { ...base, ...toldBy(value) } : { ...base, missing: notFound(gapOf(asked, 'outcome')) };
  const row = joined(context, { ...base, ...(target ? toldBy(target) : {}) }, reached);
  return row.value ? row : toldOf(context, plan, row);
}

/** A year of which only the target is told: shown as such, beside no outcome. */
function aimOnly(outcome: Row, target: Row | undefined): Row {
  return NOT_TOLD.has(outcome.missing) && target?.value
    ? { ...outcome, missing: 'other', other: target.value }
    : outcome;
}

/** Reasons by which nothing at all is told of the outcome. */
const NOT_TOLD: ReadonlySet<Row['missing']> = new Set(['not-said', 'not-found', 'not-held', 'not-reviewed']);

/** One row that tells the outcome stands against so many that tell a target. */
const ENOUGH_OUTCOMES = 4;
/** So many are an order by themselves: a thing that is said to be highest is no target. */
const FEW_OUTCOMES = 3;

function said(rows: readonly Row[]): number {
  return rows.filter((r) => r.value).length;
}

/** What was reached: the amount where the question does not say and about as many tell it, else the growth. */
function outcomeRows(
  context: AnswerContext,
  plan: Plan,
  places: readonly HeldPlace[],
  times: readonly AskedTime[],
): Row[] {
  const open =
    plan.form === undefined && plan.indicator?.measure === 'growth' && plan.indicator.units.some((u) => u !== '%');
  if (!open) return rowsOf(context, plan, places, times, 'outcome');
  const amounts = rowsOf(context, { ...plan, form: 'amount' }, places, times, 'outcome');
  const rates = rowsOf(context, { ...plan, form: 'rate' }, places, times, 'outcome');
  return said(amounts) * 2 >= said(rates) && said(amounts) > 0 ? amounts : rates;
}

/** The rows of one place beside those of a selection, of their side and kind: the nation's, for 高于全国. */
export function selectFor(
  context: AnswerContext,
  plan: Plan,
  place: Place,
  { times, side, rows }: Pick<Selection, 'times' | 'side' | 'rows'>,
): readonly Row[] {
  const set = { label: place.name, members: [place], named: true };
  const { places } = resolvePlaces(context, set);
  const form = plan.form ?? formOf(rows);
  return rowsOf(context, { ...plan, form, places: set }, places, times, side === 'target' ? 'target' : 'outcome');
}

/** Whether most rows tell rates or amounts; undefined for none. */
function formOf(rows: readonly Row[]): Plan['form'] {
  const told = rows.filter((r) => r.value);
  if (told.length === 0) return undefined;
  return told.filter((r) => r.value?.quantity.unit === '%').length * 2 >= told.length ? 'rate' : 'amount';
}

/** Every year between: gaps are shown. */
function filled(from: number, to: number): number[] {
  return Number.isFinite(from) ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [];
}

/** The times of a plan: those it names, or the years, those left open by what is held. */
export function timesOf(plan: Plan, places: readonly HeldPlace[]): readonly AskedTime[] {
  return plan.times ?? yearsOf(plan, places).map((year) => ({ label: `${year}年`, year }));
}

function yearsOf({ years, facet, places: { members } }: Plan, places: readonly HeldPlace[]): number[] {
  const held = [...new Set(places.flatMap((h) => h.years))].sort((a, b) => b - a);
  const back = facet === 'outcome' || facet === 'both' ? 1 : 0;
  if (years.kind === 'all') return filled(Math.min(...held) - (facet === 'target' ? 0 : 1), Math.max(...held) - back);
  if (years.kind === 'latest') {
    const count = years.count ?? 5;
    const within = years.calendar ? held.filter((y) => y > held[0]! - count) : [];
    // Of a place with few reports the newest ones are as recent as any.
    const taken = within.length > 1 ? within : held.slice(0, count);
    // A report tells what was reached the year before: where either side may be meant both years are looked at.
    const told = facet === 'open' ? [...new Set(taken.flatMap((y) => [y, y - 1]))].sort((a, b) => b - a) : taken;
    return told.map((y) => y - back).reverse();
  }
  if (!years.open) return [...years.years];
  const newest = newestHeld({ members }, places);
  return newest === undefined ? [] : [newest - back];
}

/** The newest year of which enough of the places have a report: of a group or of places that are named as many as can be, else some. */
function newestHeld({ members }: Pick<Plan['places'], 'members'>, places: readonly HeldPlace[]): number | undefined {
  const held = [...new Set(places.flatMap((h) => h.years))].sort((a, b) => b - a);
  const count = (year: number): number => places.filter((h) => h.years.includes(year)).length;
  const enough = members ? Math.max(...held.map(count)) : Math.min(3, Math.ceil(places.length / 2));
  return held.find((year) => count(year) >= enough) ?? held[0];
}

/**
 * The newest year of which most of a group tell the figure, where the question names no year: 长三角工业目标. Undefined where it names one,
 * or none is told so.
 */
function newestTold(
  context: AnswerContext,
  { years, places: { members }, indicator, facet, form, name }: Plan,
  places: readonly HeldPlace[],
): readonly AskedTime[] | undefined {
  if (!years.open || years.kind !== 'list' || !members || places.length < 2 || !indicator || facet !== 'target')
    return undefined;
  const held = [...new Set(places.flatMap((h) => h.years))].sort((a, b) => b - a);
  const asked = { places: places.map((h) => h.place.id), years: held, side: 'target' as const, form, name };
  const chosen = chooseFacts(context, indicator, asked);
  const count = (year: number): number => places.filter((h) => chosen.get(`${h.place.id}|${year}`)?.value).length;
  const most = Math.max(...held.map(count));
  const year = held.find((y) => count(y) === places.length) ?? held.find((y) => most > 0 && count(y) === most);
  return year === undefined ? undefined : [{ label: `${year}年`, year }];
}

function askedOf(places: readonly HeldPlace[], times: readonly AskedTime[]): Asked[] {
  return places.flatMap((h) => times.map((time) => ({ place: h.place, time, held: h.years })));
}

/** True for a calendar year of the side asked for, which the tables over all reports tell. */
function isPlain({ period, reportYear, facet }: AskedTime): boolean {
  return (
    reportYear === undefined && facet === undefined && (!period || (period.value.kind === 'year' && !period.value.part))
  );
}

function rowsOf(
  context: AnswerContext,
  plan: Plan,
  places: readonly HeldPlace[],
  times: readonly AskedTime[],
  side: Side,
): Row[] {
  const { indicator } = plan;
  const all = askedOf(places, times);
  if (!indicator || !times.every(isPlain)) return searchMany(context, plan.subject, all, side);
  const chosen: ReadonlyMap<string, Chosen> = chooseFacts(context, indicator, {
    places: places.map((h) => h.place.id),
    years: times.map((t) => t.year),
    side,
    form: plan.form,
    name: plan.name,
  });
  const look = all.length <= LOOK_FURTHER && plan.columns === undefined;
  let worded = 0;
  const most = plan.conditions.some((c) => c.kind === 'form' && c.form === 'words') ? ALL_WORDS : MOST_WORDS;
  const rows = eachAtHand(all, (asked): Row => {
    const { place, held } = asked;
    const { year } = asked.time;
    const base = baseOf(asked);
    const found = chosen.get(`${place.id}|${year}`);
    if (found?.value) return { ...base, value: found.value };
    const holds = isHeld(asked, side);
    if (look && (holds || held.some((y) => Math.abs(y - year) <= 2))) {
      const fact = searchOne(context, plan, asked, side);
      if (fact) return { ...base, ...toldBy(fact) };
    }
    if (!holds) return { ...base, missing: 'not-held' };
    if (found?.phrase) return { ...base, missing: 'words', words: wordsOf(found.phrase) };
    if (found?.other) return { ...base, missing: 'other', other: found.other };
    const head =
      side === 'target' && worded < most && plan.columns === undefined ? headOf(context, place, year) : undefined;
    const words = head && targetInWords(context, head, indicator);
    if (head) worded++;
    return words ? { ...base, missing: 'words', words } : { ...base, missing: gapOf(asked, side) };
  });
  const alike = ofOneKind(rows, context.lexicon.indicators.isLoose, indicator.apart ? (indicator.covers ?? []) : []);
  const wantsFurther = plan.conditions.some((c) => c.kind === 'form' && c.form === 'further');
  return wantsFurther ? alike.map((r) => (r.value ? { ...r, further: furtherAim(context, r.value) } : r)) : alike;
}

function headOf({ store }: AnswerContext, place: Place, year: number) {
  return reportsOf(store, place).find((h) => h.year === year && h.kind !== 'news');
}

/** One figure of the year by the ranking of figure questions, where it is sure. */
function searchOne(context: AnswerContext, plan: Plan, asked: Asked, side: Side): Fact | undefined {
  const fact = candidatesFor(context, plan.subject, asked, side).find(
    // The sum of five years is no figure of the last of them.
    // Nor are a few months of the year the year.
    ({ fact: { period } }) => period.to === asked.time.year && period.from === period.to && !period.part,
  )?.fact;
  return fact && (plan.form === undefined || (plan.form === 'rate') === (fact.quantity.unit === '%'))
    ? fact
    : undefined;
}

/**
 * Rows in a unit that most rows are not in are set aside: they stand beside no other.
 * @param members the indicators whose figures are told for a wider one and stand apart: 登记失业率 beside no 调查失业率.
 */
function ofOneKind(rows: readonly Row[], isLoose: (name: string) => boolean, members: readonly string[]): Row[] {
  const apart = (a: Fact, b: Fact): boolean =>
    a.indicator !== b.indicator && members.includes(a.indicator ?? '') && members.includes(b.indicator ?? '');
  // 财政收入 of one report may be the total, and 一般公共预算收入 of another is not.
  const alike = (a: Fact, b: Fact): boolean =>
    (comparable(a, b) || rateAlike(a, b)) &&
    !apart(a, b) &&
    (isLoose(a.subject) || isLoose(b.subject) ? a.subject === b.subject : true);
  const said = rows.flatMap((r) => (r.value ? [r.value] : []));
  let model: Fact | undefined;
  let most = 0;
  for (const fact of said.slice(0, 40)) {
    const count = said.filter((f) => alike(f, fact)).length;
    if (count > most) [model, most] = [fact, count];
    if (most === said.length) break;
  }
  if (!model || most === said.length) return [...rows];
  const kept = model;
  return rows.map((r) =>
    !r.value || alike(r.value, kept) ? r : { ...r, value: undefined, other: r.value, missing: 'other' },
  );
}

/** Rates of one indicator, though one is told as a growth and the other as a level (物价涨幅3%, 物价控制在3%以内). */
function rateAlike(a: Fact, b: Fact): boolean {
  return a.indicator !== undefined && a.indicator === b.indicator && a.quantity.unit === '%' && b.quantity.unit === '%';
}

function joined({ lexicon }: AnswerContext, target: Row, outcome: Row): Row {
  const base = { ...outcome, target: target.value };
  if (!target.value || !outcome.value)
    return {
      ...base,
      missing: outcome.value ? undefined : outcome.missing,
      words: target.value ? outcome.words : target.words,
    };
  const indicator = target.value.indicator === undefined ? undefined : lexicon.indicators.get(target.value.indicator);
  return { ...base, verdict: verdict(target.value, outcome.value, indicator?.lowerIsBetter ?? false) };
}
