import type { Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Store } from '../retrieval/types.js';
import type { Span } from '../text/types.js';
import { unitAgreement } from './agreement.js';
import { anchor } from './anchor.js';
import { type Evidence, evidenceFor } from './evidence.js';
import type { FigureAsk } from './figure-ask.js';
import { heldNamesOf } from './held-names.js';
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
  const named = { ...ask, names: heldNamesOf(store, lexicon, ask) };
  const years = [...new Set(heads.map((h) => h.year ?? 0))].sort((a, b) => b - a);
  const scored: { fact: Fact; score: number; ask: FigureAsk; year: number | null; age: number }[] = [];
  const looked = heads.flatMap((head) => {
    const own = anchored(named, head.year);
    const to = own.period && own.period.to > 0 ? own.period.to : undefined;
    const filter = { places: ask.place && [ask.place.id], to };
    return to !== undefined && !head.ends.includes(to) ? [] : [{ head, own, filter }];
  });
  const wanted = looked.map(({ head, filter }) => ({ report: head.id, filter }));
  store.want({ reports: looked.map(({ head }) => head.id), near: wanted });
  const shares = createShares(store, ask);
  const near = store.factsNear(
    wanted,
    (report, { sentence, indicator }) =>
      shares.of(report, sentence) > 0 || isOfAsked(ask, indicator) || isHinted(ask, indicator),
  );
  for (const [i, { head, own }] of looked.entries()) {
    const age = years.indexOf(head.year ?? 0);
    for (const fact of near[i]!)
      scored.push({
        fact,
        score: roughScore(ask, fact, shares.of(head.id, fact.sentence)),
        ask: own,
        year: head.year,
        age,
      });
  }
  scored.sort((a, b) => b.score - a.score);
  return scored
    .slice(0, MOST)
    .map(({ fact, ask: own, year, age }) => evidenceFor(own, fact, () => zonesOf(store, fact), { year, age }));
}

/** Share of the question's words that each sentence of a report holds, looked at once. */
function createShares(store: Store, { terms }: FigureAsk): { of(report: string, sentence: Span): number } {
  const reports = new Map<string, { readonly text: string; readonly shares: Map<number, number> }>();
  return {
    of(id, { start, end }) {
      let own = reports.get(id);
      if (!own) {
        own = { text: store.report(id).view.text, shares: new Map() };
        reports.set(id, own);
      }
      let share = own.shares.get(start);
      if (share === undefined) {
        share = wideShareOf(terms, own.text.slice(start, end));
        own.shares.set(start, share);
      }
      return share;
    },
  };
}

function isOfAsked({ indicators }: FigureAsk, indicator: string | null | undefined): boolean {
  return indicator !== undefined && indicators.some((i) => i.id === indicator);
}

/** True for a figure of an indicator that a word of people may stand for, however the report spells it: 平均能活 for 人均期望寿命. */
function isHinted({ hints }: FigureAsk, indicator: string | null | undefined): boolean {
  return indicator !== undefined && hints.some((hint) => hint.indicator === indicator);
}

/** What a figure of an indicator counts that a word of the question may stand for: half of one that it names. */
const HINTED = 0.5;

/** 过去五年 and 今后五年 are of each report's own time. */
function anchored(ask: FigureAsk, year: number | null): FigureAsk {
  if (!ask.period || year === null || (ask.period.kind !== 'window' && ask.period.kind !== 'relative')) return ask;
  return { ...ask, period: anchor(ask.period, year) };
}

/** What a figure near the question is worth a closer look: its sentence's share of the words, near ones double, its indicator, its unit. */
function roughScore(ask: FigureAsk, fact: Fact, words: number): number {
  const same = isOfAsked(ask, fact.indicator);
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
  return words + subject + (same ? 1 : isHinted(ask, fact.indicator) ? HINTED : 0) + fits;
}
