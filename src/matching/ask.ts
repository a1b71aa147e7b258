import type { AskedPeriod, Asking, EvidenceRole, Frame } from '../frame/types.js';
import { contrasts } from '../lexicon/contrasts.js';
import type { Lexicon } from '../lexicon/load.js';
import { rarity } from '../lexicon/rarity.js';
import { siblings } from '../lexicon/siblings.js';
import { thesaurus } from '../lexicon/thesaurus.js';
import type { Indicator, Measure, Place } from '../lexicon/types.js';
import type { AskedFacet, AskedMeasure, FigureAsk, IndicatorHint } from './figure-ask.js';
import { type Language, type Terms, termsOf } from './terms.js';

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
  const indicators = several ? indicatorsOf(frame, asking) : frame.indicators.map(({ value }) => value);
  const other = frame.otherPlace;
  const inner =
    place && other && other.id !== place.id && lexicon.gazetteer.within(other.id, place.id) ? other : undefined;
  const facet = facetOf(several ? { ...frame, ...ownFacet(asking) } : frame);
  const measure = measureOf(several ? asking.measure : frame.measure, units);
  return {
    ...(place ? { place } : {}),
    ...(inner ? { inner } : {}),
    ...(place ? { parts: partsNamed(terms.text, lexicon, place) } : {}),
    ...(period ? { period } : {}),
    ...(frame.reportYear === undefined ? {} : { reportYear: frame.reportYear }),
    ...(frame.base === undefined ? {} : { base: frame.base }),
    indicators,
    hints: hintsOf(terms, lexicon, indicators),
    facet,
    ...(frame.facetHeard ? { facetHeard: true } : {}),
    measure,
    ...(frame.change && (!several || CHANGES.has(asking.measure)) ? { change: true } : {}),
    ...(frame.wantsNumber && measure === 'open' && !isAimedAsRate(facet, indicators) ? { amount: true } : {}),
    ...(frame.operation === 'outcome' && frame.facet?.value === 'target' ? { told: true } : {}),
    total: frame.cues.total,
    summed: frame.cues.summed,
    units,
    quoted: frame.quoted,
    terms,
  };
}

/** What an asking for a change may measure. */
const CHANGES: ReadonlySet<Measure | undefined> = new Set<Measure>(['growth', 'difference']);

/** GDP目标定的多少 asks for a rate: what is aimed at is told as one, though 多少 asks for an amount. */
function isAimedAsRate(facet: AskedFacet, indicators: readonly Indicator[]): boolean {
  return facet === 'target' && indicators.length > 0 && indicators.every(({ measure }) => measure === 'growth');
}

/** The longest name of a place that is looked for. */
const LONGEST_NAME = 6;

/** The longest names of places inside another that a text holds. */
function partsNamed(text: string, { gazetteer }: Lexicon, place: Place): string[] {
  const names: string[] = [];
  for (let from = 0; from < text.length; from++)
    for (let size = Math.min(LONGEST_NAME, text.length - from); size > 1; size--) {
      const name = text.slice(from, from + size);
      if (!gazetteer.byName(name)?.some(({ id }) => id !== place.id && gazetteer.within(id, place.id))) continue;
      names.push(name);
      from += size - 1;
      break;
    }
  return names;
}

/**
 * The indicators of one of several askings: those in its own words; else the one named last before it, where it names nothing itself
 * (GDP多少，涨了几个点). One that is named behind is of the other asking (来了多少人，旅游收入多少).
 */
function indicatorsOf({ indicators, evidence }: Frame, { from, to }: Asking): Indicator[] {
  const within = indicators.filter(({ at }) => at === undefined || (at >= from && at < to));
  if (within.length > 0) return within.map(({ value }) => value);
  const before = indicators.filter(({ at }) => at !== undefined && at < from).slice(-1);
  return namesOther(evidence, from, to) ? [] : before.map(({ value }) => value);
}

/** Characters of content from which an asking names a thing of its own: 游客 of 来了多少游客. */
const NAMES_ITSELF = 2;

function namesOther(evidence: Frame['evidence'], from: number, to: number): boolean {
  const own = evidence.flatMap(({ roles, content, start }) =>
    roles.filter((role, i) => start + i >= from && start + i < to && role === 'content' && content[i]! > 0.5),
  );
  return own.length >= NAMES_ITSELF;
}

/** What an asking's own words tell of its facet; the other's where they tell none. */
function ownFacet({ facet, facetSure }: Asking): Partial<Pick<Frame, 'facet' | 'facetSure' | 'bothFacets'>> {
  if (facet === undefined) return {};
  return { facet: { value: facet, source: 'question' }, facetSure: facetSure === true, bothFacets: false };
}

function facetOf({ bothFacets, facet, facetSure }: Pick<Frame, 'bothFacets' | 'facet' | 'facetSure'>): AskedFacet {
  if (bothFacets) return 'both';
  if (facet === undefined) return 'open';
  if (facetSure) return facet.value;
  return facet.value === 'target' || facet.value === 'plan-target' ? 'rather-target' : 'rather-outcome';
}

function measureOf(measure: Frame['measure'], units: readonly string[]): AskedMeasure {
  if (units.some((u) => POINTS.has(u)) && (measure === 'difference' || measure === undefined)) return 'points';
  return measure ?? 'open';
}

/** What ends the clause that asks. */
const STOPS = /[。？?；;！!]/u;

const termsByRuns = new WeakMap<Frame['evidence'], Map<number, Terms>>();

/** The words of a frame, prepared once; those of one asking count most where it has several. */
export function termsOfFrame({ text, evidence, askings }: Frame, asking?: Asking): Terms {
  const key = asking && askings.length > 1 ? asking.from : WHOLE;
  // Words behind all askings (…各新建多少) are those of each of them.
  const end = Math.max(0, ...evidence.map(({ start, text }) => start + text.length));
  const row = askings.length > 1 && askings.at(-1)!.to < end;
  // What stands behind the clause that asks (…各涨多少？听说二产是负的) is no word of each.
  const stop = row ? text.slice(askings.at(-1)!.to).search(STOPS) : -1;
  const aside = stop < 0 ? [] : [{ from: askings.at(-1)!.to + stop, to: end }];
  const others = row
    ? { others: [...askings.filter((a) => a !== asking), ...aside], behind: 1 }
    : { behind: OTHER_BEHIND };
  const stretch =
    asking && key >= 0 ? { from: asking.from, to: asking.to, before: OTHER_BEFORE, ...others } : undefined;
  return prepared(evidence, key, () => termsOf(evidence, language(), stretch));
}

/** What content counts at least in a question that a sentence answers: the learned reader knows figures best. */
const LEAST_IN_WORDS = 0.25;

/** The words of a frame as sentences are set against them, prepared once. */
export function termsInWords({ evidence }: Frame): Terms {
  return prepared(evidence, IN_WORDS, () => termsOf(evidence, language(), undefined, LEAST_IN_WORDS));
}

/** Keys of terms that are of no single asking. */
const WHOLE = -1;
const IN_WORDS = -2;

function language(): Language {
  return { thesaurus: thesaurus(), rarity: rarity(), contrasts: contrasts(), siblings: siblings() };
}

function prepared(evidence: Frame['evidence'], key: number, make: () => Terms): Terms {
  let made = termsByRuns.get(evidence);
  if (!made) {
    made = new Map();
    termsByRuns.set(evidence, made);
  }
  let terms = made.get(key);
  if (!terms) {
    terms = make();
    made.set(key, terms);
  }
  return terms;
}

/** Indicators by name, and those that may be meant by a looser one. */
interface NamedIndicators {
  readonly ids: ReadonlyMap<string, string>;
  readonly loose: readonly Indicator[];
}

const namesByLexicon = new WeakMap<Lexicon, NamedIndicators>();

function namesOf(lexicon: Lexicon): NamedIndicators {
  let names = namesByLexicon.get(lexicon);
  if (!names) {
    const { list } = lexicon.indicators;
    names = {
      ids: new Map(list.flatMap((i) => [i.name, ...i.aliases].map((name) => [name, i.id] as const))),
      loose: list.filter((i) => i.alsoAsked !== undefined && i.alsoAsked.length > 0),
    };
    namesByLexicon.set(lexicon, names);
  }
  return names;
}

/** The indicators that words of people may stand for: those one of whose names stands for them in the thesaurus. */
export function hintsOf(
  { synonyms, names, text }: Pick<Terms, 'synonyms' | 'names' | 'text'>,
  lexicon: Lexicon,
  asked: readonly Indicator[] = [],
): IndicatorHint[] {
  const { ids, loose } = namesOf(lexicon);
  const hints: IndicatorHint[] = [];
  for (const { alternatives, from, to } of synonyms)
    for (const word of alternatives) {
      const indicator = ids.get(word);
      if (indicator !== undefined && to - from > 1) hints.push({ indicator, from, to });
    }
  // 财政收入 may be the local or the total revenue, 失业率 the registered or the surveyed rate.
  const also = loose.filter((i) => i.alsoAsked?.some((name) => text.includes(name)));
  const covered = asked.flatMap((i) => i.covers ?? []);
  for (const indicator of [...also.map((i) => i.id), ...covered])
    for (const at of names) hints.push({ indicator, from: at, to: at + 1 });
  return hints;
}

/** What is known of a figure that is looked for without a question: the outcome of a target, the figure of a claim. */
export interface Subject {
  readonly place?: Place;
  readonly period?: AskedPeriod;
  readonly name: string;
  readonly indicator?: Indicator;
  readonly facet: AskedFacet;
  readonly measure?: AskedMeasure;
  readonly units?: readonly string[];
}

/** An ask for the figure of a subject, by its name or its indicator. */
export function askForSubject(lexicon: Lexicon, subject: Subject): FigureAsk {
  const { name, indicator } = subject;
  const role = indicator ? 'name' : 'content';
  const run = {
    text: name,
    roles: Array.from(name, () => role as EvidenceRole),
    content: Array.from(name, () => 1),
    start: 0,
  };
  const terms = termsOf([run], language());
  return {
    ...(subject.place ? { place: subject.place } : {}),
    ...(subject.period ? { period: subject.period } : {}),
    indicators: indicator ? [indicator] : [],
    hints: indicator ? [] : hintsOf(terms, lexicon),
    facet: subject.facet,
    measure: subject.measure ?? 'open',
    units: subject.units ?? [],
    quoted: [],
    terms,
  };
}
