import type { AskedPeriod, Frame } from '../frame/types.js';
import { rarity } from '../lexicon/rarity.js';
import { thesaurus } from '../lexicon/thesaurus.js';
import type { Place } from '../lexicon/types.js';
import type { AskedMeasure, FigureAsk } from './figure-ask.js';
import { type Terms, termsOf } from './terms.js';

/** Units in which people ask for a rate or for a difference of rates alike. */
const POINTS = new Set(['个百分点', '百分点', '个点']);

/** The figure that a frame asks for at one place and time. */
export function figureAskOf(frame: Frame, place: Place | undefined, period: AskedPeriod | undefined): FigureAsk {
  return {
    ...(place ? { place } : {}),
    ...(period ? { period } : {}),
    ...(frame.reportYear === undefined ? {} : { reportYear: frame.reportYear }),
    ...(frame.base === undefined ? {} : { base: frame.base }),
    indicators: frame.indicators.map(({ value }) => value),
    facet: frame.bothFacets ? 'both' : (frame.facet?.value ?? 'open'),
    measure: measureOf(frame),
    units: frame.units,
    quoted: frame.quoted,
    terms: termsOfFrame(frame),
  };
}

function measureOf({ measure, units }: Frame): AskedMeasure {
  if (measure === 'difference' && units.some((u) => POINTS.has(u))) return 'points';
  return measure ?? 'open';
}

const termsByRuns = new WeakMap<Frame['evidence'], Terms>();

/** The words of a frame, prepared once. */
export function termsOfFrame({ evidence }: Frame): Terms {
  let terms = termsByRuns.get(evidence);
  if (!terms) {
    terms = termsOf(evidence, thesaurus(), rarity());
    termsByRuns.set(evidence, terms);
  }
  return terms;
}
