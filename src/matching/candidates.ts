import type { Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Store } from '../retrieval/types.js';
import { unitAgreement } from './agreement.js';
import { anchor } from './anchor.js';
import { type Evidence, evidenceFor } from './evidence.js';
import type { FigureAsk } from './figure-ask.js';
import { reportsFor } from './reports.js';
import { wideShareOf } from './terms.js';
import { zonesOf } from './zones.js';

/** How many figures are looked at closely. */
export const MOST = 32;

/**
 * The figures that may be what is asked, at most `MOST`: those of the reports that may speak of the place and time whose words,
 * indicator and unit come nearest. No slot but place and time leaves a figure out.
 */
export function candidatesFor(store: Store, lexicon: Lexicon, ask: FigureAsk): readonly Evidence[] {
  const heads = reportsFor(store, lexicon, ask);
  const years = [...new Set(heads.map((h) => h.year ?? 0))].sort((a, b) => b - a);
  const scored: { fact: Fact; score: number; ask: FigureAsk; year: number | null; age: number }[] = [];
  const looked = heads.flatMap((head) => {
    const own = anchored(ask, head.year);
    const to = own.period && own.period.to > 0 ? own.period.to : undefined;
    const filter = { places: ask.place && [ask.place.id], to };
    return to !== undefined && !head.ends.includes(to) ? [] : [{ head, own, filter }];
  });
  store.want({
    reports: looked.map(({ head }) => head.id),
    facts: looked.map(({ head, filter }) => ({ report: head.id, filter })),
  });
  for (const { head, own, filter } of looked) {
    /** Share of the question's words that each sentence holds, by where it begins. */
    const shares = new Map<number, number>();
    const { text } = store.report(head.id).view;
    const age = years.indexOf(head.year ?? 0);
    for (const fact of store.facts(head.id, filter)) {
      const { sentence } = fact;
      let share = shares.get(sentence.start);
      if (share === undefined) {
        share = wideShareOf(ask.terms, text.slice(sentence.start, sentence.end));
        shares.set(sentence.start, share);
      }
      const score = roughScore(ask, fact, share);
      if (score > 0) scored.push({ fact, score, ask: own, year: head.year, age });
    }
  }
  scored.sort((a, b) => b.score - a.score);
  return scored
    .slice(0, MOST)
    .map(({ fact, ask: own, year, age }) => evidenceFor(own, fact, () => zonesOf(store, fact), { year, age }));
}

/** 过去五年 and 今后五年 are of each report's own time. */
function anchored(ask: FigureAsk, year: number | null): FigureAsk {
  if (!ask.period || year === null || (ask.period.kind !== 'window' && ask.period.kind !== 'relative')) return ask;
  return { ...ask, period: anchor(ask.period, year) };
}

/** What a figure is worth a closer look: its sentence's share of the words, near ones double, its indicator, its unit. */
function roughScore(ask: FigureAsk, fact: Fact, words: number): number {
  const same = fact.indicator !== undefined && ask.indicators.some((i) => i.id === fact.indicator);
  if (words === 0 && !same) return 0;
  const subject = wideShareOf(ask.terms, fact.subject);
  const unit = unitAgreement(fact, ask.units);
  const fits =
    unit === 'same'
      ? 0.4
      : unit === 'family' || unit === 'counter' || unit === 'points'
        ? 0.25
        : unit === 'open'
          ? 0.2
          : 0;
  return words + subject + (same ? 1 : 0) + fits;
}
