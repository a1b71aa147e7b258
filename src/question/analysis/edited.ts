import type { AskedTime, Column, MentionPlan, PlaceSet, Plan } from '../../frame/analysis.js';
import type { Frame } from '../../frame/types.js';
import type { PlaceGroup } from '../../lexicon/groups.js';
import type { Indicator, Place } from '../../lexicon/types.js';
import { yearPeriod } from '../periods.js';
import type { Edit } from './edits.js';
import type { Token } from './line.js';
import { type PlaceContext, placeOf } from './places.js';
import type { YearValue } from './tokens.js';

/** What a table shows: what can be taken out of it. */
export interface Shown {
  readonly places: readonly Place[];
  readonly years: readonly number[];
  /** Names of the indicators of its columns. */
  readonly indicators: readonly string[];
}

/** Why a table cannot be changed as asked: one line. */
export interface Cannot {
  readonly cannot: string;
}

/** What an edit is applied with. */
export interface EditContext extends PlaceContext {
  /** Reads a question for one figure. */
  readonly parse: (text: string) => Frame;
  /** The year that 去年 is counted from. */
  readonly newest: number;
}

/** A composition with places, years or indicators taken out of it or added to it, or why that cannot be. */
export function editedPlan(plan: Plan, edit: Edit, shown: Shown, context: EditContext): Plan | Cannot {
  if (edit.words !== '') return { cannot: `前面的回答里没有“${edit.words}”，去不掉也加不上` };
  const places = edit.tokens.flatMap((t) => placesIn(t, context));
  const years = edit.tokens.flatMap((t) => yearsIn(t, context.newest));
  const indicators = edit.tokens.flatMap((t) => (t.kind === 'I' ? [t.value as Indicator] : []));
  const steps: ((plan: Plan) => Plan | Cannot)[] =
    edit.way === 'out'
      ? [
          (p) => (places.length > 0 ? withoutPlaces(p, places, shown) : p),
          (p) => (years.length > 0 ? withoutYears(p, years, shown) : p),
          (p) => (indicators.length > 0 ? withoutIndicators(p, indicators, shown, context) : p),
        ]
      : [
          (p) => (places.length > 0 ? withPlaces(p, places) : p),
          (p) => (years.length > 0 ? withYears(p, years, shown) : p),
          (p) => (indicators.length > 0 ? withIndicators(p, indicators) : p),
        ];
  let out: Plan | Cannot = plan;
  for (const step of steps) {
    if ('cannot' in out) return out;
    out = step(out);
  }
  return out;
}

function placesIn(token: Token, context: PlaceContext): readonly Place[] {
  if (token.kind === 'P') return [placeOf(token, context)];
  return token.kind === 'G' ? (token.value as PlaceGroup).members : [];
}

function yearsIn(token: Token, newest: number): number[] {
  if (token.kind !== 'Y') return [];
  const { from, to, shift } = token.value as YearValue;
  if (shift !== undefined) return [newest + shift];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function namesOf(places: readonly Place[]): string {
  return places.map((p) => p.name).join('、');
}

function withoutPlaces(plan: Plan, out: readonly Place[], shown: Shown): Plan | Cannot {
  const isOut = ({ id }: Place): boolean => out.some((p) => p.id === id);
  if (!shown.places.some(isOut)) return { cannot: `前面的回答里没有${namesOf(out)}，没有可去掉的` };
  if (shown.places.every(isOut)) return { cannot: `前面的回答里只有${namesOf(shown.places)}，去掉就没有了` };
  const { places } = plan;
  if (places.named && places.members) {
    const members = places.members.filter((p) => !isOut(p));
    return { ...plan, places: { ...places, members, label: namesOf(members) } };
  }
  return { ...plan, places: { ...places, without: [...(places.without ?? []), ...out] } };
}

function withPlaces(plan: Plan, more: readonly Place[]): Plan {
  return { ...plan, places: withMore(plan.places, more) };
}

/** A set of places with more of them; those left out before come back. */
function withMore({ apart, without, ...places }: PlaceSet, more: readonly Place[]): PlaceSet {
  const isMore = ({ id }: Place): boolean => more.some((p) => p.id === id);
  const rest = {
    ...places,
    label: `${places.label}、${namesOf(more)}`,
    ...(without ? { without: without.filter((p) => !isMore(p)) } : {}),
    ...(apart ? { apart: apart.filter((p) => !isMore(p)) } : {}),
  };
  if (!places.members) return { ...rest, also: [...(places.also ?? []), ...more] };
  return { ...rest, members: [...places.members, ...more.filter((p) => !places.members!.some((m) => m.id === p.id))] };
}

/** A table whose years are set one by one. */
function overYears(plan: Plan, years: readonly number[]): Plan {
  const times = plan.times && [
    ...plan.times.filter((t) => years.includes(t.year)),
    ...years.filter((year) => !plan.times!.some((t) => t.year === year)).map(timeOfYear),
  ];
  const change = plan.change && years.length > 1;
  if (times) return { ...plan, times: times.sort((a, b) => a.year - b.year), change };
  return { ...plan, years: { kind: years.length > 2 ? 'range' : 'list', years }, change, ofReports: undefined };
}

function timeOfYear(year: number): AskedTime {
  return { label: `${year}年`, year, period: { value: yearPeriod(year), source: 'question' } };
}

function withoutYears(plan: Plan, out: readonly number[], { years }: Shown): Plan | Cannot {
  const left = years.filter((year) => !out.includes(year));
  if (left.length === years.length) return { cannot: `前面的回答里没有${out.join('、')}年，没有可去掉的` };
  if (left.length === 0) return { cannot: `前面的回答里只有${years.join('、')}年，去掉就没有了` };
  return overYears(plan, left);
}

function withYears(plan: Plan, more: readonly number[], { years }: Shown): Plan {
  return overYears(
    plan,
    [...new Set([...years, ...more])].sort((a, b) => a - b),
  );
}

function columnsOf({ columns, indicator, name }: Plan): readonly Column[] | undefined {
  if (columns === 'main') return undefined;
  return columns ?? (indicator && [{ indicator, ...(name === undefined ? {} : { name }) }]);
}

function withoutIndicators(
  plan: Plan,
  out: readonly Indicator[],
  { indicators }: Shown,
  { parse }: EditContext,
): Plan | Cannot {
  const names = out.map(({ name }) => name);
  if (!names.some((name) => indicators.includes(name)))
    return { cannot: `前面的回答里没有${names.join('、')}，没有可去掉的` };
  if (indicators.every((name) => names.includes(name)))
    return { cannot: `前面的回答里只有${indicators.join('、')}，去掉就没有了` };
  const columns = columnsOf(plan);
  if (!columns) return { ...plan, leftOut: [...(plan.leftOut ?? []), ...out.map(({ id }) => id)] };
  const left = columns.filter(({ indicator }) => !out.some(({ id }) => id === indicator.id));
  const [only, ...others] = left;
  const conditions = plan.conditions.filter((c) => c.of === undefined || left.some((l) => l.indicator.id === c.of));
  if (others.length > 0) return { ...plan, columns: left, indicator: only!.indicator, conditions };
  const subject = parse(`${only!.indicator.name}${plan.facet === 'target' ? '目标' : ''}`);
  return { ...plan, columns: undefined, subject, indicator: only!.indicator, name: only!.name, conditions };
}

function withIndicators(plan: Plan, more: readonly Indicator[]): Plan | Cannot {
  const columns = columnsOf(plan);
  const named = more.map(({ name }) => name).join('、');
  if (plan.columns === 'main') return { cannot: `前面列的是报告自己列出的主要预期目标，不能再加${named}` };
  if (!columns) return { cannot: `前面的回答不是按指标列的，不能再加${named}` };
  const fresh = more.filter(({ id }) => !columns.some(({ indicator }) => indicator.id === id));
  if (fresh.length === 0) return { cannot: `前面的回答里已经有${named}` };
  const first = columns[0]!.indicator.id;
  return {
    ...plan,
    columns: [...columns, ...fresh.map((indicator) => ({ indicator, name: indicator.name }))],
    // What was asked of the one column is asked of it still.
    conditions: plan.conditions.map((c) => (c.of === undefined ? { ...c, of: first } : c)),
    change: false,
    over: [],
  };
}

/** The same of reports that hold a word: places and years are added or left out, and nothing else can be. */
export function editedMention(plan: MentionPlan, edit: Edit, context: EditContext): MentionPlan | Cannot {
  if (edit.words !== '' || edit.tokens.some((t) => t.kind === 'I'))
    return { cannot: `前面的回答不是按指标列的，不能${edit.way === 'out' ? '去掉' : '加上'}这一项` };
  const places = edit.tokens.flatMap((t) => placesIn(t, context));
  const years = edit.tokens.flatMap((t) => yearsIn(t, context.newest));
  if (edit.way === 'out') {
    const left = plan.years.filter((year) => !years.includes(year));
    if (years.length > 0 && (left.length === 0 || left.length === plan.years.length))
      return { cannot: `前面的回答里去不掉${years.join('、')}年` };
    return { ...plan, years: left, places: { ...plan.places, without: [...(plan.places.without ?? []), ...places] } };
  }
  if (years.length > 0 && plan.years.length === 0) return { cannot: '前面的回答已经看了所有年份的报告' };
  return {
    ...plan,
    years: [...plan.years, ...years],
    places: places.length > 0 ? withMore(plan.places, places) : plan.places,
  };
}
