import type { Row } from '../../analysis/row.js';
import type { Fact } from '../../facts/types.js';
import type { Plan } from '../../frame/analysis.js';
import type { Frame } from '../../frame/types.js';
import type { Place } from '../../lexicon/types.js';
import { comparable, verdict } from '../../matching/compare.js';
import { yearPeriod } from '../../question/periods.js';
import type { AnswerContext, HeldPlace } from '../context.js';
import { isAnswer, resolve } from '../resolve.js';
import { type Chosen, chooseFacts, type Side } from './choose.js';
import { resolvePlaces } from './places.js';
import { furtherAim, targetInWords } from './words.js';

/** The relation that a plan selects. */
export interface Selection {
  readonly rows: readonly Row[];
  readonly years: readonly number[];
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
const MOST_SEARCHED = 80;
/** The most rows whose targets are looked for in words. */
const MOST_WORDS = 6;
/** The same where targets in words are what is asked for. */
const ALL_WORDS = 60;

/** Selects rows: places × years × side, joined where target and outcome are asked for together. */
export function select(context: AnswerContext, plan: Plan): Selection {
  const { places, absent } = resolvePlaces(context, plan.places);
  const years = yearsOf(plan, places);
  const base = { years, absent, yearTaken: plan.years.open === true };
  if (plan.facet === 'both') {
    const targets = rowsOf(context, plan, places, years, 'target');
    // A rate that was aimed at is met or missed by a rate.
    const rates = targets.filter((r) => r.value?.quantity.unit === '%').length;
    const form = targets.some((r) => r.value)
      ? rates * 2 >= targets.filter((r) => r.value).length
        ? 'rate'
        : 'amount'
      : plan.form;
    const outcomes = rowsOf(context, { ...plan, form }, places, years, 'outcome');
    return { ...base, rows: outcomes.map((o, i) => joined(plan, targets[i]!, o)), side: 'both' };
  }
  if (plan.facet === 'target') return { ...base, rows: rowsOf(context, plan, places, years, 'target'), side: 'target' };
  const outcomes = outcomeRows(context, plan, places, years);
  if (plan.facet === 'outcome') return { ...base, rows: outcomes, side: 'outcome' };
  const targets = rowsOf(context, plan, places, years, 'target');
  // Without 目标 in the question what was reached is meant, as far as enough reports tell it.
  const amounts = plan.orders.length > 0 && plan.form === undefined && said(outcomes) >= FEW_OUTCOMES;
  return amounts || said(outcomes) * ENOUGH_OUTCOMES >= said(targets)
    ? { ...base, rows: outcomes.map((o, i) => aimOnly(o, targets[i])), side: 'outcome' }
    : { ...base, rows: targets, side: 'target' };
}

/** A year of which only the target is told: shown as such, beside no outcome. */
function aimOnly(outcome: Row, target: Row | undefined): Row {
  const open = outcome.missing === 'not-said' || outcome.missing === 'not-held';
  return open && target?.value ? { ...outcome, missing: 'other', other: target.value } : outcome;
}

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
  years: readonly number[],
): Row[] {
  const open =
    plan.form === undefined && plan.indicator?.measure === 'growth' && plan.indicator.units.some((u) => u !== '%');
  if (!open) return rowsOf(context, plan, places, years, 'outcome');
  const amounts = rowsOf(context, { ...plan, form: 'amount' }, places, years, 'outcome');
  const rates = rowsOf(context, { ...plan, form: 'rate' }, places, years, 'outcome');
  return said(amounts) * 2 >= said(rates) && said(amounts) > 0 ? amounts : rates;
}

/** The row of one place beside those of a plan: the nation's, for 高于全国. */
export function selectFor(
  context: AnswerContext,
  plan: Plan,
  place: Place,
  years: readonly number[],
  side: Side,
): readonly Row[] {
  const set = { label: place.name, members: [place], named: true };
  const { places } = resolvePlaces(context, set);
  return rowsOf(context, { ...plan, places: set }, places, years, side);
}

/** Every year between: gaps are shown. */
function filled(from: number, to: number): number[] {
  return Number.isFinite(from) ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [];
}

/** The years of a plan; those left open by what is held. */
function yearsOf({ years, facet }: Plan, places: readonly HeldPlace[]): number[] {
  const held = [...new Set(places.flatMap((h) => h.years))].sort((a, b) => b - a);
  const back = facet === 'outcome' || facet === 'both' ? 1 : 0;
  if (years.kind === 'all') return filled(Math.min(...held) - back, Math.max(...held) - back);
  if (years.kind === 'latest')
    return held
      .slice(0, years.count ?? 5)
      .map((y) => y - back)
      .reverse();
  if (!years.open) return [...years.years];
  const enough = Math.min(3, Math.ceil(places.length / 2));
  const newest = held.find((y) => places.filter((h) => h.years.includes(y)).length >= enough) ?? held[0];
  return newest === undefined ? [] : [newest - back];
}

function rowsOf(
  context: AnswerContext,
  plan: Plan,
  places: readonly HeldPlace[],
  years: readonly number[],
  side: Side,
): Row[] {
  const asked = places.flatMap((h) => years.map((year) => ({ place: h.place, year, held: h.years })));
  const { indicator } = plan;
  const chosen: ReadonlyMap<string, Chosen> = indicator
    ? chooseFacts(context, indicator, {
        places: places.map((h) => h.place.id),
        years,
        side,
        form: plan.form,
        name: plan.name,
      })
    : new Map();
  const look = indicator ? asked.length <= LOOK_FURTHER : true;
  let searched = 0;
  let worded = 0;
  const most = plan.conditions.some((c) => c.kind === 'form' && c.form === 'words') ? ALL_WORDS : MOST_WORDS;
  const rows = asked.map(({ place, year, held }): Row => {
    const base = { place, year };
    const found = chosen.get(`${place.id}|${year}`);
    if (found?.value) return { ...base, value: found.value };
    const holds = side === 'target' ? held.includes(year) : held.includes(year + 1) || held.includes(year);
    if (look && searched < MOST_SEARCHED && (holds || held.some((y) => Math.abs(y - year) <= 2))) {
      searched++;
      const value = searchOne(context, plan.subject, place, year, side);
      if (value && (plan.form === undefined || !indicator || (plan.form === 'rate') === (value.quantity.unit === '%')))
        return { ...base, value };
    }
    if (!holds) return { ...base, missing: 'not-held' };
    if (found?.phrase) return { ...base, missing: 'words', words: wordsOf(found.phrase) };
    if (found?.other) return { ...base, missing: 'other', other: found.other };
    const head = side === 'target' && indicator && worded < most ? headOf(context, place, year) : undefined;
    const words = head && indicator ? targetInWords(context, head, indicator) : undefined;
    if (head) worded++;
    return words ? { ...base, missing: 'words', words } : { ...base, missing: 'not-said' };
  });
  const alike = ofOneKind(rows, context.lexicon.indicators.isLoose);
  const wantsFurther = plan.conditions.some((c) => c.kind === 'form' && c.form === 'further');
  return wantsFurther ? alike.map((r) => (r.value ? { ...r, further: furtherAim(context, r.value) } : r)) : alike;
}

function headOf({ store }: AnswerContext, place: Place, year: number) {
  return store.heads.find((h) => h.place?.id === place.id && h.year === year && !h.duplicateOf && h.kind !== 'news');
}

function wordsOf(fact: Fact): NonNullable<Row['words']> {
  return { report: fact.report, text: fact.quantity.text, span: fact.clause, section: fact.section };
}

/** One figure by the ranking of figure questions, where it is sure. */
function searchOne(context: AnswerContext, subject: Frame, place: Place, year: number, side: Side): Fact | undefined {
  const query: Frame = { ...subject, facet: { value: side, source: 'question' }, facetSure: true, bothFacets: false };
  const { candidates } = resolve({ ...context, query }, place, { value: yearPeriod(year), source: 'question' });
  return candidates.find(
    (c) =>
      isAnswer(c) &&
      c.fact.period.to === year &&
      (c.fact.measure !== 'average' || c.fact.period.from === c.fact.period.to),
  )?.fact;
}

/** Rows in a unit that most rows are not in are set aside: they stand beside no other. */
function ofOneKind(rows: readonly Row[], isLoose: (name: string) => boolean): Row[] {
  // 财政收入 of one report may be the total, and 一般公共预算收入 of another is not.
  const alike = (a: Fact, b: Fact): boolean =>
    (comparable(a, b) || rateAlike(a, b)) &&
    (isLoose(a.subject) || isLoose(b.subject) ? a.subject === b.subject : true);
  const said = rows.flatMap((r) => (r.value ? [r.value] : []));
  let model: Fact | undefined;
  let most = 0;
  for (const fact of said.slice(0, 40)) {
    const count = said.filter((f) => alike(f, fact)).length;
    if (count > most) [model, most] = [fact, count];
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

function joined(plan: Plan, target: Row, outcome: Row): Row {
  const base = { ...outcome, target: target.value };
  if (!target.value || !outcome.value)
    return {
      ...base,
      missing: outcome.value ? undefined : outcome.missing,
      words: target.value ? outcome.words : target.words,
    };
  return { ...base, verdict: verdict(target.value, outcome.value, plan.indicator?.lowerIsBetter ?? false) };
}
