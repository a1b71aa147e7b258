import type { AskedPeriod, Asking, Frame } from '../frame/types.js';
import { contrasts } from '../lexicon/contrasts.js';
import type { Lexicon } from '../lexicon/load.js';
import { rarity } from '../lexicon/rarity.js';
import { thesaurus } from '../lexicon/thesaurus.js';
import type { Place } from '../lexicon/types.js';
import type { AskedMeasure, FigureAsk, IndicatorHint } from './figure-ask.js';
import { type Terms, termsOf } from './terms.js';

/** Units in which people ask for a rate or for a difference of rates alike. */
const POINTS = new Set(['个百分点', '百分点', '个点']);
/** What the words of another asking count: those before may be the common subject, those behind seldom are. */
const OTHER_BEFORE = 0.5;
const OTHER_BEHIND = 0.3;

/**
 * The figure that a frame asks for at one place and time.
 * @param asking the one of several askings that is meant; the frame's only one when absent.
 */
export function figureAskOf(
  frame: Frame,
  lexicon: Lexicon,
  place: Place | undefined,
  period: AskedPeriod | undefined,
  asking?: Asking,
): FigureAsk {
  const terms = termsOfFrame(frame, asking);
  const several = asking !== undefined && frame.askings.length > 1;
  const units = several ? asking.units : frame.units;
  return {
    ...(place ? { place } : {}),
    ...(period ? { period } : {}),
    ...(frame.reportYear === undefined ? {} : { reportYear: frame.reportYear }),
    ...(frame.base === undefined ? {} : { base: frame.base }),
    indicators: frame.indicators.map(({ value }) => value),
    hints: hintsOf(terms, lexicon),
    facet: frame.bothFacets ? 'both' : (frame.facet?.value ?? 'open'),
    measure: measureOf(several ? asking.measure : frame.measure, units),
    units,
    quoted: frame.quoted,
    terms,
  };
}

function measureOf(measure: Frame['measure'], units: readonly string[]): AskedMeasure {
  if (units.some((u) => POINTS.has(u)) && (measure === 'difference' || measure === undefined)) return 'points';
  return measure ?? 'open';
}

const termsByRuns = new WeakMap<Frame['evidence'], Map<number, Terms>>();

/** The words of a frame, prepared once; those of one asking count most where it has several. */
export function termsOfFrame({ evidence, askings }: Frame, asking?: Asking): Terms {
  let made = termsByRuns.get(evidence);
  if (!made) {
    made = new Map();
    termsByRuns.set(evidence, made);
  }
  const key = asking && askings.length > 1 ? asking.from : -1;
  let terms = made.get(key);
  if (!terms) {
    const emphasis = (at: number): number =>
      !asking || key < 0 || (at >= asking.from && at < asking.to) ? 1 : at < asking.from ? OTHER_BEFORE : OTHER_BEHIND;
    terms = termsOf(evidence, { thesaurus: thesaurus(), rarity: rarity(), contrasts: contrasts() }, emphasis);
    made.set(key, terms);
  }
  return terms;
}

const idsByName = new WeakMap<Lexicon, ReadonlyMap<string, string>>();

/** The indicators that words of people may stand for: those one of whose names stands for them in the thesaurus. */
export function hintsOf({ synonyms }: Pick<Terms, 'synonyms'>, lexicon: Lexicon): IndicatorHint[] {
  let ids = idsByName.get(lexicon);
  if (!ids) {
    ids = new Map(lexicon.indicators.list.flatMap((i) => [i.name, ...i.aliases].map((name) => [name, i.id] as const)));
    idsByName.set(lexicon, ids);
  }
  const hints: IndicatorHint[] = [];
  for (const { alternatives, from, to } of synonyms)
    for (const word of alternatives) {
      const indicator = ids.get(word);
      if (indicator !== undefined && to - from > 1) hints.push({ indicator, from, to });
    }
  return hints;
}
