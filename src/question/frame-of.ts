import type { Frame, Slot } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Indicator, Measure, Place } from '../lexicon/types.js';
import type { Scened } from './aside-clauses.js';
import type { AskedFor } from './asked-for.js';
import { askingWords } from './asking-words.js';
import type { Askings } from './askings.js';
import { bothMembers, type NamedAt, withSiblings } from './both-members.js';
import { evidenceOf } from './evidence.js';
import { headOf, measureNoun } from './head-noun.js';
import { type AskedIndicator, joinIndicator } from './indicators.js';
import { listAskOf } from './list-ask.js';
import type { MeasureAsked } from './measure-of.js';
import { mentionObject } from './mentions-asked.js';
import { asksMissed, saysMissed } from './missed.js';
import { typedName } from './named-places.js';
import type { ParseContext } from './parse-context.js';
import { patterns } from './patterns/index.js';
import { placeAttributes } from './place-attributes.js';
import type { Reading } from './reader/types.js';
import { reportPartOf } from './report-part.js';
import { type LeftOver, leftOver, runsAround } from './residue.js';
import type { Scratch } from './scratch.js';
import { mustTell, soughtIn } from './sought.js';
import { asksTime, isDue, ordinalAsked } from './tellings.js';
import type { WhereWhen } from './where-when.js';
import { wholeAsked } from './whole.js';
import { describesPerson, yesNoAsked } from './yes-no.js';

/** What one pass over a question found, as far as its Frame is made of it. */
export interface Found extends WhereWhen {
  readonly scratch: Scratch;
  readonly context: ParseContext;
  readonly quoted: readonly string[];
  readonly detail: Frame['detail'];
  readonly formula: number | undefined;
  /** What was free before indicators were read. */
  readonly content: readonly string[];
  readonly indicators: readonly AskedIndicator[];
  /** 1 where something was claimed before indicators were read, and where these were. */
  readonly slots: readonly number[];
  readonly names: ArrayLike<number>;
  readonly reading: Reading;
  readonly asked: Askings;
  readonly measured: MeasureAsked;
  readonly aim: AskedFor;
}

/** From which margin on the learned reader's word for talk is taken. */
const SURE_CHAT = 0.8;

/** The Frame of a question of which the recognisers have claimed what they understand. @param scenes clauses that only set the scene. */
export function frameOf(raw: string, found: Found, scenes: Scened['scenes']): Frame {
  const { scratch, context, quoted, indicators, reading, aim } = found;
  const { text } = scratch;
  const { lexicon } = context;
  const { chosen, intent } = aim;
  const { measure, units } = found.measured;
  const mentioned = chosen === 'mentions' ? mentionObject(text, quoted) : [];
  const known = [...scenes, ...placeAttributes(text, found.placed, scratch.used)];
  const left = withContent(leftOver(scratch, measureNoun(scratch, units), known), indicators.length > 0);
  const joined = joinIndicator(lexicon, indicators, left.residue);
  const besides = placesBesides(found);
  const asides = besides.map((p) => typedName(text, p));
  const evidence = evidenceOf(
    scratch,
    {
      slots: without(found.slots, text, asides),
      names: found.names,
      all: scratch.used,
      background: left.background,
      quoted,
    },
    withCountedNouns(scratch, reading.content),
  );
  const named = quoted.length > 0 || indicators.length > 0;
  const part = named || aim.cues.why ? undefined : reportPartOf(text, joined.residue, evidence);
  return {
    raw,
    text,
    ...placeSlots(found, besides),
    ...periodSlots(found),
    indicators: rowOf(text, joined.indicators, indicators, lexicon)
      .map(({ indicator, start }) => ({ value: indicator, source: 'question' as const, at: start }))
      .filter(({ value }, i, all) => all.findIndex((other) => other.value.id === value.id) === i),
    mended: indicators.flatMap(({ text: typed, meant }) => (meant === undefined ? [] : [{ typed, meant }])),
    facet: aim.facet ? { value: aim.facet, source: 'question' } : undefined,
    facetSure: intent.sure,
    ...(aim.facetHeard ? { facetHeard: true } : {}),
    bothFacets: intent.bothFacets,
    ...measureSlots(found),
    operation: chosen,
    order: aim.order,
    top: aim.top,
    quoted: chosen === 'mentions' ? mentioned : quoted,
    head: headOf(text, joined.residue),
    residue:
      chosen === 'mentions'
        ? mentioned
        : [...asides, ...joined.residue, ...(intent.againstTarget && measure === 'difference' ? [AIM] : [])],
    // What was joined to the indicator's name is part of it.
    attached: joined.residue.length === left.residue.length ? attachedTo(scratch, indicators) : {},
    background: left.background,
    ...wordingOf(text, found),
    chat: reading.operation.value === 'chat' && reading.operation.margin > SURE_CHAT,
    ...(found.formula === undefined ? {} : { formula: found.formula }),
    cues: aim.cues,
    askings: found.asked.askings,
    form: found.asked.form,
    list: listAskOf(text, quoted, evidence, part),
    evidence,
    content: [...asides, ...found.content],
    wantsNumber: aim.wantsNumber,
    detail: found.detail,
  };
}

/** What was to be reached, where the figure is how far it was missed. */
const AIM = '目标';

/** True where an answer is told in words: of the first place, a second one is a word like any other. */
function inWords({ aim: { chosen } }: Found): boolean {
  return chosen === 'list' || chosen === 'passage';
}

/** Of a question in words the places beside the first that do not lie in it. */
function placesBesides(found: Found): Place[] {
  const [first, ...others] = found.places.places;
  return inWords(found) ? others.filter((p) => !found.context.lexicon.gazetteer.within(first!.id, p.id)) : [];
}

function placeSlots(found: Found, besides: readonly Place[]) {
  const { places, other, all } = found.places;
  const { gazetteer } = found.context.lexicon;
  const asksInWords = inWords(found);
  return {
    places: fromQuestion(asksInWords ? places.slice(0, 1) : places),
    ...(other ? { otherPlace: other } : {}),
    ...(besides.length > 0 ? { besides } : {}),
    ...(found.unknown ? { unknownPlace: found.unknown } : {}),
    inner: asksInWords ? places.slice(1).find((p) => gazetteer.within(p.id, places[0]!.id)) : undefined,
    allPlaces: found.aim.chosen === 'list' && places.length > 0 ? undefined : all,
  } satisfies Partial<Frame>;
}

function periodSlots({ periods: { periods, reportYear, reportYears, base } }: Found) {
  const several = reportYears.length > 1;
  return {
    periods: fromQuestion(periods),
    reportYear: several ? undefined : reportYear,
    ...(several ? { reportYears } : {}),
    base,
  } satisfies Partial<Frame>;
}

/** Measure and units; what is compared is ordered and set apart whatever the measure, so that those two say nothing more. */
function measureSlots(found: Found) {
  const { scratch, context, measured, aim, indicators, periods } = found;
  const { text } = scratch;
  const { measure, units } = measured;
  const compares = aim.chosen === 'compare';
  const members =
    periods.base === undefined
      ? bothMembers(
          text,
          indicators.map((i) => i.indicator),
          measure,
          context.lexicon,
        )
      : [];
  return {
    measure: compares && orders(found, measure) ? undefined : measure,
    ...(measure === 'share' && aim.chosen === 'figure' ? { whole: wholeAsked(text) } : {}),
    ...(members.length > 0 ? { members } : {}),
    units: compares ? units.filter((u) => !patterns().measures.pointUnits.in(u)) : units,
    ...(measure === 'difference' && saysMissed(text) ? { missedBy: true } : {}),
    ...(measured.change ? { change: true } : {}),
  } satisfies Partial<Frame>;
}

/** True where the measure is but how things are compared. 2021年和2022年分别居全国第几 asks for two places in an order; 三市排名 orders what is compared. */
function orders({ places, scratch }: Found, measure: Measure | undefined): boolean {
  const inOrder = places.places.length < 2 && !places.all && patterns().measures.placeInOrder.in(scratch.text);
  return measure === 'difference' || (measure === 'rank' && !inOrder);
}

/** What is asked for besides the slots, as the wording tells it. */
function wordingOf(text: string, found: Found) {
  const missed = asksMissed(text);
  const yesNo = yesNoAsked(text);
  return {
    ordinal: ordinalAsked(text),
    ...(inWords(found) && found.indicators.length === 0 && missed ? { asksMissed: true } : {}),
    // GDP没达标 is said of its aim.
    ...(missed || (found.indicators.length > 0 && saysMissed(text)) ? { ofMissed: true } : {}),
    due: isDue(text),
    ...(yesNo ? { yesNo } : {}),
    describesPerson: describesPerson(text),
    sought: soughtIn(text),
    must: mustTell(text),
    ...(asksTime(text) ? { asksTime: true } : {}),
  } satisfies Partial<Frame>;
}

/** What stands around the only indicator and was claimed by nobody. */
function attachedTo(scratch: Scratch, indicators: readonly AskedIndicator[]): Frame['attached'] {
  const [only, ...others] = indicators;
  return only && others.length === 0 && !only.mended ? runsAround(scratch, only.start, only.end) : {};
}

/** The indicators of a question where they stand; in a row each with the sibling that is named without the thing. */
function rowOf(
  text: string,
  meant: readonly Indicator[],
  typed: readonly { readonly start: number; readonly end: number }[],
  lexicon: Lexicon,
): NamedAt[] {
  const named = meant.map((indicator, i) => ({ indicator, start: typed[i]!.start, end: typed[i]!.end }));
  return named.length > 1 ? withSiblings(text, named, lexicon) : named;
}

/** Where nothing is asked but what stood amid (在全国百强城市里排第几), that is what is asked of. */
function withContent(left: LeftOver, named: boolean): LeftOver {
  const said = left.background.filter((run) => run.length >= 3);
  return named || left.residue.join('').length > 1 || said.length === 0 ? left : { residue: said, background: [] };
}

/** What the learned reader takes for content, and the nouns that it takes for units: 学位 of 多少学位 is what is asked for. */
function withCountedNouns({ text, used }: Scratch, content: Float32Array): Float32Array {
  const out = Float32Array.from(content);
  for (const noun of askingWords().countedNouns)
    for (let at = text.indexOf(noun); at >= 0; at = text.indexOf(noun, at + 1))
      if (noun.length > 1 && !used[at]) out.fill(1, at, at + noun.length);
  return out;
}

/** Flags without those of some words: a second place is a word like any other. */
function without(slots: readonly number[], text: string, words: readonly string[]): number[] {
  const out = [...slots];
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) out.fill(0, at, at + word.length);
  return out;
}

function fromQuestion<T>(values: readonly T[]): Slot<T>[] {
  return values.map((value) => ({ value, source: 'question' }));
}
