import type { AskedTime, MentionPlan, PlaceSet, Plan } from '../../frame/analysis.js';
import type { Frame } from '../../frame/types.js';
import { facetsByPeriod } from '../period-facets.js';
import { yearsOf } from '../periods.js';
import { namesNothing } from '../turns.js';
import { LEVEL_NAMES } from './levels.js';
import { analysisWords } from './words.js';
import { RECENT_YEARS } from './years.js';

/** What a question read slot by slot asks to be done over rows. */
export type Kind = 'compare' | 'trend' | 'outcome';

/** How a year with a side of its own is called behind the year. */
export const SIDES = { target: '目标', outcome: '实际', 'plan-target': '目标', cumulative: '' } as const;

/** The composition that a question stands for which the slot reader understood and the reader of analyses did not. */
export function planOfFrame(query: Frame, kind: Kind): Plan {
  const [indicator, ...more] = query.indicators.map((i) => i.value);
  const alone = more.length === 0 && namesNothing(query.residue.join('')) && query.inner === undefined;
  const columns = more.length > 0 && indicator ? query.indicators.map((i) => ({ indicator: i.value })) : undefined;
  return {
    kind: 'figures',
    places: placesOf(query),
    ...timesOf(query, kind),
    ...(columns ? { columns } : asksNothing(query) ? { columns: 'main' as const } : {}),
    subject: query,
    ...(alone && indicator ? { indicator, name: query.attached.name ?? indicator.name } : {}),
    facet: facetOf(query, kind),
    form: formOf(query),
    conditions: [],
    orders: query.order ? [query.order] : [],
    top: query.top,
    aggregates: [],
    counts: false,
    change: false,
    over: [],
    yesNo: false,
    same: false,
    unused: [],
  };
}

/** True where no thing is named, so that all main targets are meant. */
export function asksNothing(query: Frame): boolean {
  return query.indicators.length === 0 && query.residue.join('').length < 2;
}

function facetOf({ facet, bothFacets, periods }: Frame, kind: Kind): Plan['facet'] {
  // 目标和实际差多少 of one year sets its two sides against each other; 2021年目标和2022年实际 has a side a year.
  if (kind === 'outcome' || (kind === 'compare' && bothFacets && periods.length < 2)) return 'both';
  if (bothFacets) return 'open';
  return facet?.value === 'target' || facet?.value === 'outcome' ? facet.value : 'open';
}

function formOf({ measure }: Frame): Plan['form'] {
  if (measure === 'growth' || measure === 'share') return 'rate';
  return measure === 'level' || measure === 'count' ? 'amount' : undefined;
}

/** The reports that hold a word, as the slot reader understood it; undefined where it found no word. */
export function mentionOfFrame(query: Frame): MentionPlan | undefined {
  const [term] = query.quoted;
  if (!term) return undefined;
  const years = query.periods.filter((p) => p.value.kind === 'year').map((p) => p.value.from);
  years.push(...(query.reportYears ?? []), ...(query.reportYear === undefined ? [] : [query.reportYear]));
  const all = query.places.length === 0 && !query.allPlaces;
  return {
    kind: 'mentions',
    term,
    ...(query.text.includes(`“${term}”`) ? { quoted: true } : {}),
    places: all ? { label: '', level: 'any', named: false } : placesOf(query),
    years: [...new Set(years)],
    absent: false,
    both: false,
    ask: query.places.length === 1 ? 'yesno' : 'which',
    compareYears: false,
  };
}

function placesOf({ places, allPlaces }: Frame): PlaceSet {
  const named = places.map((p) => p.value);
  if (!allPlaces) return { label: named.map((p) => p.name).join('、'), members: named, named: true };
  const label = `${named.map((p) => p.short).join('、')}${LEVEL_NAMES[allPlaces]}`;
  return { label, level: allPlaces, named: false, ...(named.length > 0 ? { within: named } : {}) };
}

function timesOf(query: Frame, kind: Kind): Pick<Plan, 'years' | 'times'> {
  const { periods, reportYear, reportYears, facet } = query;
  if (reportYears) {
    const times = reportYears.map((year) => ({ label: `${year}年报告`, year, reportYear: year, period: periods[0] }));
    return { years: NO_YEARS, times };
  }
  if (kind === 'trend') return { years: trendYears(query) };
  if (periods.length === 0) {
    if (reportYear === undefined) return { years: OPEN };
    // A headline indicator of a report is of its year; what else it tells is of whatever time it says.
    if (query.indicators.length > 0 || asksNothing(query)) return { years: { kind: 'list', years: [reportYear] } };
    return { years: NO_YEARS, times: [{ label: `${reportYear}年报告`, year: reportYear, reportYear }] };
  }
  const facets = facetsByPeriod(query);
  const times = periods.map((period, i): AskedTime => {
    const side = facets[i];
    return {
      label: `${period.value.label}${side ? (SIDES[side as keyof typeof SIDES] ?? '') : ''}`,
      year: period.value.to,
      period,
      facet: side,
    };
  });
  const plain = times.every((t) => t.period!.value.kind === 'year' && !t.period!.value.part && t.facet === undefined);
  const fits = facet === undefined || facet.value === 'target' || facet.value === 'outcome';
  const inOrder = [...times].sort((a, b) => a.year - b.year);
  return plain && fits
    ? { years: { kind: 'list', years: inOrder.map((t) => t.year) } }
    : { years: NO_YEARS, times: inOrder };
}

const NO_YEARS: Plan['years'] = { kind: 'list', years: [] };
const OPEN: Plan['years'] = { kind: 'list', years: [], open: true };
/** The years of a trend: those asked for, with the ones between (2021到2024); else all that are held. */
function trendYears({ periods, text }: Frame): Plan['years'] {
  const asked = periods.map((p) => p.value).filter((p) => p.kind !== 'window' && p.kind !== 'relative');
  if (asked.length === 0)
    return analysisWords().recent.some((w) => text.includes(w))
      ? { kind: 'latest', years: [], count: RECENT_YEARS }
      : { kind: 'all', years: [] };
  const from = Math.min(...asked.map((p) => p.from));
  const to = Math.max(...asked.map((p) => p.to));
  const range = /[到至—–~～-]/u.test(text) || asked.some((p) => p.kind === 'span');
  const years = range ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : yearsOf(asked);
  return { kind: 'range', years };
}
