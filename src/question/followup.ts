import type { Frame, Operation, Slot } from '../frame/types.js';
import type { Indicator, Measure } from '../lexicon/types.js';
import { findQuantities } from '../text/quantities.js';
import type { Span } from '../text/types.js';
import { askingWords } from './asking-words.js';
import { trailingClause } from './askings.js';
import { patterns } from './patterns/index.js';
import { thingsIn } from './things.js';
import { endOf, mergedEvidence, ofIndicator } from './turn-evidence.js';
import { hasYear, leansOnReport, partOfYear, saysSameYear, yearBeside, yearOfAim } from './turn-times.js';
import { isSingleThing, namesNothing } from './turns.js';
import { asksShareOfProduct, besidesWhole, wholeAlone } from './whole.js';
import { questionWords } from './words.js';

/** What a conversation remembers of its last question: the query as answered, and what the answer's figure measured. */
export interface Remembered {
  readonly query: Frame;
  readonly measure?: Measure;
  /** The unit of the answer's figure, and what it was of, as the report names it. */
  readonly unit?: string;
  readonly subject?: string;
  /** The figure as the report writes it. */
  readonly said?: string;
  /** True where the figure was none that is aimed at. */
  readonly reached?: boolean;
  /** The one year that the figure was of. */
  readonly year?: number;
}

export interface Continued {
  readonly query: Frame;
  /** True where a slot was taken from the turn before. */
  readonly inherited: boolean;
  /** True where the measure was taken from the answer before; it gives way where nothing is found by it. */
  readonly measureInherited: boolean;
}

/** What is remembered, with the target that was told named as one: a claim behind it is of that target. */
export function asTold(remembered: Remembered | undefined): Remembered | undefined {
  if (remembered?.reached !== false || remembered.query.facet) return remembered;
  return { ...remembered, query: { ...remembered.query, facet: { value: 'target', source: 'earlier' } } };
}

/**
 * What was answered last as a turn behind a refused one leans on it: of the place, the time and the side that the refused one named. Undefined where that
 * asked of a thing of its own, which is what is spoken of, answered or not.
 */
export function behindRefused(answered: Remembered, refused: Frame): Remembered | undefined {
  const { query } = answered;
  const before = [...query.residue, answered.subject ?? '', ...query.indicators.map(({ value }) => value.name)].join(
    ' ',
  );
  const things = [...refused.indicators.map(({ value }) => value.name), ...thingsIn(refused.residue.join(' '))];
  if (things.some((thing) => !before.includes(thing))) return undefined;
  // 那五年里最低多少 is refused with its five years.
  const ofYear = refused.reportYear !== undefined || refused.periods.some(({ value }) => value.kind === 'year');
  const time = ofYear ? refused : query;
  const { periods, reportYear } = time;
  const places = refused.places.length > 0 ? refused.places : query.places;
  const side = refused.facet ? { facet: refused.facet, facetSure: refused.facetSure } : {};
  return { ...answered, query: { ...query, ...side, places, periods, reportYear } };
}

/** A turn without the words that only lean on the turn before, and whether it had any. */
export function leaning(text: string): { text: string; leans: boolean; adds: boolean } {
  const { opening, withinReport, closing, adds } = patterns().turns;
  const opened = withinReport.cutFrom(opening.cutFrom(text));
  // 出口多少，跟东盟的呢 leans on its own first clause.
  const body = trailingClause(opened) === undefined ? closing.cutFrom(opened) : opened;
  return { text: body.trim() === '' ? text : body, leans: body !== text, adds: adds.in(text) };
}

/** A question that looks for one word more. */
export function withWord(frame: Frame, word: string): Frame {
  const roles = Array.from(word, () => 'content' as const);
  const run = { text: word, roles, content: roles.map(() => 1), start: endOf(frame.evidence) + 1 };
  return {
    ...frame,
    residue: [...frame.residue, word],
    content: [...frame.content, word],
    evidence: [...frame.evidence, run],
  };
}

/** What is set beside what was spoken of: 邵阳低多少 of 它比邵阳低多少 and of 邵阳比它低多少; undefined where a turn does not begin so. */
export function setBeside(text: string): string | undefined {
  const { beside, besideIt, comparing } = patterns().turns;
  const turned = besideIt.find(text)?.groups;
  const other = beside.find(text)?.groups?.other ?? (turned && `${turned.other}${turned.behind}`);
  return other === undefined ? undefined : comparing.cutFrom(other);
}

/** Operations that a bare slot can go on with (2021年的呢 after a list of targets gives the list of 2021). */
const CARRIED: ReadonlySet<Operation> = new Set([
  'figure',
  'targets',
  'trend',
  'compare',
  'outcome',
  'list',
  'passage',
  'metadata',
]);

/** Fills the slots that a follow-up leaves open from the turn before. A complete question (place and subject) inherits nothing. */
export function continueQuery(
  previous: Remembered | undefined,
  typed: Frame,
  { leans, adds }: { leans: boolean; adds: boolean },
  indicatorNamed: (name: string) => Indicator | undefined,
): Continued {
  const asked = previous ? asksWhatCame(previous, otherWhole(previous.query, typed)) : typed;
  const next = previous
    ? withCounterpart(previous.query, partOfYear(previous.query, yearBeside(previous.query, asked)), indicatorNamed)
    : typed;
  const alone = { query: next, inherited: false, measureInherited: false };
  if (!previous) return alone;
  const before = previous.query;
  // 先拿哪个省试点 asks in words for a place that the report spoken of tells.
  const asksPlace = next.operation === 'passage' && next.places.length === 0 && before.places.length === 1;
  const hasPlace = next.places.length > 0 || (next.allPlaces !== undefined && !asksPlace);
  const said = withoutAim(besidesWhole(next.residue.join(''), next.whole), next);
  const named = before.indicators.map(({ value }) => value.name).join(' ');
  // 2019年实际新增了多少 after 城镇新增就业 says no other thing.
  const hasContent =
    next.indicators.length > 0 ||
    (leans && isSingleThing(said) && !named.includes(said)) ||
    (said.length >= 2 && !named.includes(said) && !namesNothing(said) && !pointsBack(said, previous));
  const hasSlot =
    hasPlace ||
    hasContent ||
    next.periods.length > 0 ||
    next.reportYear !== undefined ||
    next.facet !== undefined ||
    next.bothFacets ||
    next.measure !== undefined;
  if (next.operation === 'mentions' || (!leans && next.operation === 'metadata' && hasPlace)) return alone;
  // 那湖北23年有多少高企 is a whole question, though it leans on the talk.
  const whole = !leans || (hasYear(next) && asksNumber(next));
  if ((hasPlace && hasContent && whole) || (!hasSlot && !isFragment(typed))) return alone;
  // 2024年的目标呢 after a figure asks for that figure's target, not for the list of targets.
  if (next.operation === 'targets' && (!hasPlace || leans) && asksOfOne(before))
    return continueQuery(previous, { ...next, operation: 'figure' }, { leans, adds }, indicatorNamed);
  if (hasPlace && next.operation === 'targets')
    return hasYear(next) ? alone : { ...alone, query: { ...next, periods: earlier(before.periods) }, inherited: true };
  const places = hasPlace ? (adds ? [...earlier(before.places), ...next.places] : next.places) : earlier(before.places);
  const aimedAt = hasYear(next) ? undefined : yearOfAim(previous, next);
  const periods = hasYear(next) ? next.periods : (aimedAt ?? earlier(before.periods));
  const reportYear =
    next.reportYear ?? (aimedAt || (next.periods.length > 0 && !leansOnReport(next)) ? undefined : before.reportYear);
  const sameContent = !hasContent;
  const ofItself = namesItself(previous, next);
  const measureBefore = sameContent && !ofItself ? (before.measure ?? previous.measure) : undefined;
  // 为什么定这个数, 咋做的 ask in words, whatever was asked before; they say no other thing.
  const inWords = (hasContent || next.cues.why || next.cues.how) && asksInWords(next);
  // What was told of a year was reached: the same of another place, or its growth, is no target of that year.
  const facetBefore =
    before.facet?.value ?? (previous.reached && sameContent && !hasYear(next) ? 'outcome' : undefined);
  // 失业率07年多少 behind what was aimed at in 2008 asks of another thing in another year, and for no aim.
  const ofAnotherYear =
    facetBefore === 'target' && hasContent && hasYear(next) && asksNumber(next) && !saysSameYear(before, next);
  const facet =
    next.facet ??
    (next.bothFacets || inWords || ofAnotherYear || facetBefore === undefined
      ? undefined
      : { value: facetBefore, source: 'earlier' as const });
  const measureInherited =
    next.measure === undefined &&
    sameContent &&
    !ofItself &&
    (before.measure === undefined ? previous.measure !== undefined : before.measureEarlier === true);
  const operation = inWords
    ? next.operation
    : adds && places.length > 1
      ? 'compare'
      : operationOf(before, next, hasPlace, hasContent);
  const query: Frame = {
    ...next,
    places,
    allPlaces: asksPlace ? undefined : (next.allPlaces ?? (hasPlace ? undefined : before.allPlaces)),
    periods,
    reportYear,
    facet,
    facetSure: next.facet ? next.facetSure : before.facet ? before.facetSure : facet !== undefined,
    indicators: sameContent ? earlier(before.indicators) : next.indicators,
    residue: sameContent
      ? ofIndicator(before, operation)
        ? []
        : before.residue
      : next.indicators.length > 0
        ? tellingRuns(next.residue)
        : next.residue,
    attached: sameContent ? before.attached : next.attached,
    background: sameContent ? before.background : next.background,
    content: sameContent ? before.content : next.content,
    evidence: sameContent ? mergedEvidence(previous, next, operation) : next.evidence,
    askings: next.askings.length > 0 || !sameContent ? next.askings : before.askings,
    form: next.askings.length > 0 || !sameContent ? next.form : before.form,
    quoted: sameContent ? before.quoted : next.quoted,
    measure: next.measure ?? measureBefore,
    ...(measureInherited ? { measureEarlier: true } : {}),
    units: next.units.length > 0 ? next.units : sameContent && next.measure === undefined ? before.units : [],
    wantsNumber: next.wantsNumber || (sameContent && before.wantsNumber),
    members: next.members ?? (sameContent ? before.members : undefined),
    whole: next.whole ?? (sameContent && next.measure === undefined ? before.whole : undefined),
    order: next.order ?? (sameContent ? before.order : undefined),
    operation,
    list: sameContent ? { ...next.list, topic: topicOf(previous) } : next.list,
    ...(asksMissedOf(before, next) ? { asksMissed: true, operation: 'list' as const, list: next.list } : {}),
    chat: false,
    detail: next.detail ?? detailOf(before, next, sameContent),
  };
  return { query, inherited: true, measureInherited };
}

/** True for a turn that names the thing told before by the end of its name: 那年的浓度呢, which asks for itself behind by how much it fell. */
export function namesItself({ subject }: Remembered, { residue }: Frame): boolean {
  const said = residue.join('');
  return said.length >= 2 && subject?.endsWith(said) === true;
}

/** 年初定的是11%，够上了吗 names no other thing by the number that it states of the aim. */
function withoutAim(said: string, { bothFacets, operation }: Frame): string {
  return bothFacets || operation === 'outcome'
    ? findQuantities(said).reduceRight((rest, { span }) => cutOut(rest, span), said)
    : said;
}

function cutOut(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(end);
}

/** 最后建起来几所 behind what was aimed at asks what came of it, 到底 and the like laying stress on nothing else. */
function asksWhatCame({ reached }: Remembered, typed: Frame): Frame {
  const came = [...questionWords().facets.came, ...askingWords().came];
  const open = reached === false && typed.facet === undefined && !typed.bothFacets && asksNumber(typed);
  if (!open || !came.some((word) => typed.text.includes(word))) return typed;
  return { ...typed, facet: { value: 'outcome', source: 'question' }, facetSure: true };
}

function asksNumber({ wantsNumber, askings }: Frame): boolean {
  return wantsNumber || askings.length > 0;
}

/** True for a question of one thing: of its figure, or of its target and what came of it. */
function asksOfOne({ operation, places, indicators }: Frame): boolean {
  const both = operation === 'compare' && places.length === 1 && indicators.length === 1;
  return operation === 'figure' || operation === 'outcome' || both;
}

/** True for words that point to what was spoken of and say no more of it than its own name does. */
function pointsBack(said: string, { query, subject = '' }: Remembered): boolean {
  const noun = patterns().turns.pointsBack.find(said)?.groups?.noun;
  if (noun === undefined) return false;
  const names = [subject, ...query.residue, ...query.indicators.map(({ value }) => value.name)];
  return names.some((name) => name.includes(noun));
}

/** What a list behind a figure is of: its subject, the question's thing without the words that asked for a number. */
function topicOf({ subject, query }: Remembered): string {
  const named = query.indicators.map((i) => i.value.name).join('、');
  return subject ?? (named || query.residue.filter((run) => run.length > 1).join('') || query.list.topic);
}

/** Runs that name something beside an indicator: 那项 does not. */
function tellingRuns(runs: readonly string[]): string[] {
  return runs.filter((run) => !namesNothing(run));
}

/** 哪些没完成 behind targets asks which of them were not reached. */
export function asksMissedOf(before: Frame, next: Frame): boolean {
  if (before.places.length !== 1) return false;
  const aims =
    before.bothFacets ||
    before.operation === 'outcome' ||
    before.operation === 'targets' ||
    before.facet?.value === 'target' ||
    before.indicators.length > 0;
  const undone = questionWords().undone.some((word) => next.text.includes(word));
  return aims && undone && next.operation === 'list' && next.indicators.length === 0 && next.places.length === 0;
}

/** True where a turn asks in words for a thing of its own (脱贫搞得咋样), whatever was asked before. */
function asksInWords({ operation, wantsNumber, cues }: Frame): boolean {
  const words =
    cues.why || cues.how || cues.what || cues.who || cues.where || cues.state || cues.problems || cues.wording;
  return operation === 'passage' && !wantsNumber && (words || cues.admits);
}

/** 哪天作的 after 谁作的报告 asks when it was given. */
function detailOf(before: Frame, next: Frame, sameContent: boolean): Frame['detail'] {
  if (before.detail !== undefined && next.askings.some((a) => a.kind === 'time')) return 'delivered';
  return sameContent ? before.detail : undefined;
}

/** A turn this short that asks something (是哪几条, 在全省排第几) asks it of what was spoken of. */
const MOST_FRAGMENT = 12;

function isFragment({ text, operation, wantsNumber, askings, cues }: Frame): boolean {
  const asks = wantsNumber || askings.length > 0 || operation === 'list' || operation === 'outcome';
  return text.length <= MOST_FRAGMENT && (asks || cues.why || cues.how || cues.who);
}

/** 全省呢 after 占全国多少 asks for another share of the same. */
function otherWhole(before: Frame, typed: Frame): Frame {
  const product = asksShareOfProduct(typed.text) ? PRODUCT : undefined;
  const whole = product ?? (before.whole === undefined ? undefined : wholeAlone(typed.text));
  if (whole === undefined) return typed;
  return {
    ...typed,
    places: [],
    indicators: [],
    whole,
    measure: 'share',
    operation: 'figure',
    residue: [],
    content: [],
    evidence: [],
    wantsNumber: true,
  };
}

const PRODUCT = 'GDP';

/** 农村呢 after 城镇居民收入 asks for 农村居民收入. */
function withCounterpart(before: Frame, next: Frame, indicatorNamed: (name: string) => Indicator | undefined): Frame {
  const said = next.indicators.length === 0 ? next.residue.join('') : '';
  const name = before.indicators[0]?.value.name;
  const { counterparts, perHead, totals } = questionWords();
  const word = counterparts.find((w) => said === w);
  const other = word && name && counterparts.find((w) => name.includes(w));
  // 人均呢 after 地区生产总值 asks for 人均地区生产总值.
  const each = name && said === perHead ? indicatorNamed(perHead + name) : undefined;
  // 总量呢 after 人均地区生产总值 asks for 地区生产总值.
  const isTotal = next.indicators.length === 0 && totals.some((w) => next.text === w || said === w);
  const total = isTotal && name?.startsWith(perHead) ? indicatorNamed(name.slice(perHead.length)) : undefined;
  const indicator = other ? indicatorNamed(name.replace(other, word)) : (each ?? total);
  if (!indicator) return next;
  const roles = [...indicator.name].map(() => 'name' as const);
  const evidence = [{ text: indicator.name, roles, content: roles.map(() => 1), start: 0 }];
  return { ...next, indicators: [{ value: indicator, source: 'question' }], residue: [], evidence };
}

function earlier<T>(slots: readonly Slot<T>[]): Slot<T>[] {
  return slots.map((s) => ({ value: s.value, source: 'earlier' }));
}

function operationOf(before: Frame, next: Frame, hasPlace: boolean, hasContent: boolean): Operation {
  const own = next.operation !== 'figure' && next.operation !== 'passage';
  if (own || !CARRIED.has(before.operation)) return next.operation;
  // Who gave a report is asked again of another report; a figure is asked of what it says.
  if (before.operation === 'metadata' && (hasContent || next.wantsNumber)) return next.operation;
  if (before.operation === 'compare')
    return hasPlace && next.places.length === 1
      ? 'figure'
      : next.periods.length > 0 || hasContent
        ? 'compare'
        : next.operation;
  if ((before.operation === 'targets' || before.operation === 'list') && hasContent)
    return next.indicators.length > 0 ? 'figure' : next.operation;
  if (before.operation === 'trend' && next.periods.length > 0) return 'figure';
  if (before.operation === 'outcome' && next.facet) return 'figure';
  if (before.operation === 'passage' && (hasContent || next.wantsNumber)) return next.operation;
  return before.operation;
}
