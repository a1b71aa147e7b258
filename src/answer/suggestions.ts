import type { Facet, Fact } from '../facts/types.js';
import type { FigureAsk } from '../matching/figure-ask.js';
import { recent } from '../retrieval/recent.js';
import type { Store } from '../retrieval/types.js';
import type { AnswerContext } from './context.js';

/** Questions about facts that are held, in the words the bot reads best. Each can be answered: it is made from the fact. */
export function suggestFor(context: AnswerContext, facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => questionFor(context, fact) ?? []);
}

/** A question that this fact answers; undefined where its subject is no known indicator. */
export function questionFor(context: AnswerContext, fact: Fact): string | undefined {
  const place = context.lexicon.gazetteer.get(fact.place)?.short;
  const indicator = fact.indicator === undefined ? undefined : context.lexicon.indicators.get(fact.indicator);
  if (!place || !indicator || fact.period.from !== fact.period.to || fact.period.part) return undefined;
  if (fact.facet === 'plan-target') return undefined;
  const measure = fact.measure === 'growth' ? '增速' : fact.measure === 'level' ? '总量' : '';
  const facet = fact.facet === 'target' ? '目标' : '';
  if (fact.measure !== indicator.measure && measure === '') return undefined;
  return `${fact.period.to}年${place}${indicator.name}${fact.measure === indicator.measure ? '' : measure}${facet || (fact.measure === indicator.measure ? '实际' : '')}`;
}

/** After a figure: its counterpart (target or outcome), the same in another year, the same elsewhere. */
export function suggestAfterFigure(context: AnswerContext, fact: Fact): string[] {
  const { store } = context;
  if (fact.indicator === undefined || fact.period.from !== fact.period.to) return [];
  const year = fact.period.to;
  const { indicator } = fact;
  const alike = (other: Fact): boolean =>
    other.id !== fact.id &&
    other.indicator === indicator &&
    other.measure === fact.measure &&
    !other.scope &&
    other.period.from === other.period.to &&
    !other.period.part;
  const { ofPlace, ofYear, ofFirst } = filtersOf(store, { place: fact.place, year, facet: fact.facet });
  store.want({
    indicators: [
      { indicator, filter: ofPlace },
      { indicator, filter: ofFirst },
    ],
  });
  const here = store.indicatorFacts(indicator, ofPlace).filter(alike);
  const counterpart = here.find((f) => f.period.to === year && f.facet !== fact.facet && f.facet !== 'plan-target');
  const another = here
    .filter((f) => f.period.to !== year && f.facet === fact.facet)
    .sort((a, b) => Math.abs(a.period.to - year) - Math.abs(b.period.to - year))[0];
  const ofOthers = (f: Fact): boolean => f.place !== fact.place && alike(f);
  const elsewhere =
    store.indicatorFacts(indicator, ofFirst).find(ofOthers) ?? store.indicatorFacts(indicator, ofYear).find(ofOthers);
  return suggestFor(
    context,
    [counterpart, another, elsewhere].filter((f) => f !== undefined),
  );
}

/** Starts fetching what the suggestions after a figure are made of, where the question says what the figure will be of. */
export function foreseeSuggestions(store: Store, { indicators, place, period, facet }: FigureAsk): void {
  const [indicator] = indicators;
  if (!indicator || !place || period?.kind !== 'year') return;
  const aimed = facet === 'target' || facet === 'rather-target' || facet === 'both';
  const { ofPlace, ofFirst } = filtersOf(store, {
    place: place.id,
    year: period.to,
    facet: aimed ? 'target' : 'outcome',
  });
  store.foresee({
    indicators: [
      { indicator: indicator.id, filter: ofPlace },
      { indicator: indicator.id, filter: ofFirst },
    ],
  });
}

/** The facts of an indicator among which suggestions are found: those of the place, of the year, and of its first reports. */
function filtersOf(store: Store, { place, year, facet }: { place: string; year: number; facet: Facet }) {
  const ofYear = { to: year, facet, headline: true } as const;
  return { ofPlace: { places: [place] }, ofYear, ofFirst: { ...ofYear, reports: firstReports(store, year) } };
}

/** Where one figure of a year is wanted, the first reports mostly have it: those of all places need not be read for it. */
const MOST_FIRST = 24;
/** Years of which the first reports are kept. */
const YEARS_KEPT = 32;

/** The first reports, in their order, that hold figures for a year; most questions are of a few years. */
const firstReports = recent((store: Store, year: number): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const { id, ends, duplicateOf } of store.heads) {
    if (ids.size === MOST_FIRST) break;
    if (duplicateOf === undefined && ends.includes(year)) ids.add(id);
  }
  return ids;
}, YEARS_KEPT);
