import type { Analysis, Condition, PlaceSet, Plan } from '../../frame/analysis.js';
import type { Indicator, Place } from '../../lexicon/types.js';
import { findPeriods } from '../../text/periods.js';
import { learnedTurn } from '../learned-turns.js';
import { patterns } from '../patterns/index.js';
import { yearShiftIn } from '../year-shift.js';
import { readConditions } from './conditions.js';
import { withHint } from './hints.js';
import { holdsInner } from './levels.js';
import { freeTokens, type Line, lineOf, restOf, type TokenKind, tokenAt } from './line.js';
import { readOrders, readOver } from './operations.js';
import { GAP_ENDS } from './parts.js';
import { claimAll, claimMatch, compile, matchesOf, stands } from './pattern.js';
import { type PlaceContext, placeOf, readPlaces } from './places.js';
import { isOfRates } from './plan-of.js';
import { type ReadContext, withIndicator } from './read.js';
import type { YearValue } from './tokens.js';
import { analysisWords, judgingPatterns } from './words.js';
import { countIn, readYears } from './years.js';

/** The most units of a turn that may be left over where it only changes the table before. */
const MOST_LEFT = 1;

/**
 * A turn that acts on the composition before (去掉X, 只看前两名, 最低的呢, 2023年的呢): the composition with that changed.
 * Undefined where the turn says more than it changes.
 */
export function continueAnalysis(text: string, before: Analysis, context: ReadContext): Analysis | undefined {
  if (before.kind !== 'figures' || text.length > LONGEST_TURN) return undefined;
  const places: PlaceContext = { gazetteer: context.lexicon.gazetteer, held: context.held };
  const line = lineOfTurn(text, context);
  const gap = changedGap(line, before);
  const once = changedOnce(line, places, before);
  const apart = stands(line, analysisWords().aggregates.spread);
  const both = changedBoth(line, before);
  const whether = gap || once || both ? undefined : changedWhether(line, before);
  // 谁调高了 asks how each moved, and for no end.
  const judged = stands(line, judgingPatterns());
  const extreme = gap || once || both || whether ? undefined : changedExtreme(line, before);
  const learned =
    gap || once || apart || both || whether || judged || extreme
      ? undefined
      : learnedChange(text, line, places, before);
  const economy = before.columns === 'main' ? ofEconomy(before, context) : {};
  if (learned) return Object.assign({}, before, learned, economy, { unused: [] });
  // 一共几个市 counts those of the table: it sums nothing, and names no other kind of places.
  const ofAll = countsAll(line);
  const aggregates = changedAggregates(line, before);
  const order = extreme ? undefined : changedOrder(line);
  const conditions = changedConditions(line, places, before);
  const changes = [
    gap,
    once,
    aggregates,
    order,
    conditions,
    changedScope(line, places, before),
    changedYears(line, context, before, order !== undefined),
    changedIndicator(line, context, before),
    ofAll ?? changedCount(line, before),
    both,
    gap || both || whether ? undefined : changedSide(line, before, order),
    whether,
    extreme,
  ].filter((change) => change !== undefined);
  if (order || aggregates || conditions) changes.unshift(economy);
  const words = analysisWords();
  claimAll(line, words.following.frame, true);
  claimAll(line, words.targetWords, true);
  claimAll(line, words.noise, true);
  if (changes.length === 0 || restOf(line, ['I', 'P', 'G', 'N', 'W', 'Y']).join('').length > MOST_LEFT)
    return undefined;
  return Object.assign({}, before, ...changes, { unused: [] });
}

/** Longer turns are questions of their own. */
const LONGEST_TURN = 24;

/** A turn with its indicator, be it named in short (那收入呢, 工业呢). The bare word for growth names none: it is that of the table. */
function lineOfTurn(typed: string, context: ReadContext): Line {
  const { text, tokens } = withIndicator(typed, context);
  const { growth } = analysisWords();
  const isGrowth = (name: string): boolean => growth.some((word) => name.startsWith(word));
  return lineOf(
    text,
    withHint(text, tokens, context.lexicon).filter((t) => t.kind !== 'I' || !isGrowth(t.text)),
  );
}

type Change = Partial<Plan>;

/**
 * What a turn asks of the table before, as the learned reader has it: the ends of its order (卡得最紧的是谁), what lies between them
 * (最高的跟最低的差几个点), their sum; of one place of a table of targets and outcomes, by how much it met or missed (武汉差了几个点).
 */
function learnedChange(text: string, line: Line, context: PlaceContext, before: Plan): Change | undefined {
  const kind = learnedTurn(text, SURE_OF_ROWS);
  if (!kind || [...'NRYIW'].some((k) => freeTokens(line, k as TokenKind).length > 0)) return undefined;
  const named = freeTokens(line, 'P');
  const [only] = named;
  if (only && named.length === 1 && before.facet === 'both' && (kind === 'gap' || kind === 'reached')) {
    const place = placeOf(only, context, line);
    return { places: { label: place.name, members: [place], named: true }, ...PLAIN };
  }
  if (named.length > 0 || freeTokens(line, 'G').length > 0) return undefined;
  switch (kind) {
    case 'higher':
      return { ...PLAIN, orders: ['highest'] };
    case 'lower':
      return { ...PLAIN, orders: ['lowest'] };
    case 'gap':
      return before.facet === 'both' ? undefined : { ...PLAIN, conditions: before.conditions, aggregates: ['spread'] };
    case 'sum':
      return before.facet === 'both' ? undefined : { ...PLAIN, conditions: before.conditions, aggregates: ['sum'] };
    default:
      return undefined;
  }
}

/** Behind a table a turn of these kinds is rather of its rows than anything else. */
const SURE_OF_ROWS = 0.3;

/** A table of which nothing but its rows is asked. */
const PLAIN: Change = {
  orders: [],
  top: undefined,
  nth: undefined,
  conditions: [],
  counts: false,
  aggregates: [],
  over: [],
};

/** 最高是哪一年, 哪年降得最猛 behind the figures of one place over years. */
function changedExtreme(line: Line, { places, years, facet }: Plan): Change | undefined {
  const several = years.kind !== 'list' || years.years.length > 1;
  if (facet === 'both' || !several || !isOne(places)) return undefined;
  const { over, ends } = readOver(line, ['extreme', 'steepest']);
  return over.length > 0 ? { ...PLAIN, over, orders: over.includes('extreme') ? ends : [] } : undefined;
}

/** 哪个最高 behind the main targets of several places: of them no order is made, and the economy's is meant. */
function ofEconomy({ facet }: Plan, { lexicon, parse }: ReadContext): Change {
  const economy = lexicon.indicators.get('gdp');
  if (!economy) return {};
  const subject = parse(`${economy.name}${facet === 'target' ? AIM : ''}`);
  return { columns: undefined, indicator: economy, implied: true, subject, form: undefined };
}

/** One end of all rows is asked for. */
const END: Change = { top: undefined, nth: undefined, conditions: [], counts: false, aggregates: [], yesNo: false };

function changedOrder(line: Line): Change | undefined {
  const { following, orders } = analysisWords();
  const top = matchesOf(line, [...orders.highest, ...orders.lowest]).find((m) =>
    patterns().tables.endOfOrder.in(line.text.slice(m.start, m.end)),
  );
  if (top) {
    claimMatch(line, top);
    const part = line.text.slice(top.start, top.end);
    const count = countIn(part, top.tokens);
    return {
      orders: [part.startsWith('前') || part.startsWith('头') ? 'highest' : 'lowest'],
      top: count,
      nth: undefined,
    };
  }
  // The end that is asked for is of all, though a condition picked some before.
  const ends = (['highest', 'lowest'] as const).filter((end) => claimAll(line, following[end]).length > 0);
  if (ends.length > 0) return { ...END, orders: ends };
  if (claimAll(line, following.flip).length > 0) return { orders: ['lowest'], top: undefined };
  if (claimAll(line, following.unflip).length > 0) return { orders: ['highest'], top: undefined };
  const { orders: named, top: most, nth } = readOrders(line, following.nth);
  return named.length > 0 ? { orders: named, top: most, nth, conditions: [], counts: false } : undefined;
}

function changedConditions(line: Line, context: PlaceContext, before: Plan): Change | undefined {
  const conditions = readConditions(line, context);
  if (conditions.length === 0) return undefined;
  const judges = (kind: Condition['kind']): boolean => conditions.some((c) => c.kind === kind);
  // What is asked of the rows takes the place of what was asked before, and so does a judgement: 谁上调了 behind 几个没达标 is of all.
  const others = before.conditions.filter((c) => !JUDGED.has(c.kind) || !conditions.some((d) => JUDGED.has(d.kind)));
  const kept = judges('verdict') ? ofAims(others, before) : others;
  const change: Change = { ...PLAIN, yesNo: false, all: undefined, conditions: [...kept, ...conditions] };
  // 哪几个没完成 behind a table of aims asks for what came of them.
  if (judges('verdict')) return { ...change, facet: 'both', change: false, years: withoutYearBefore(before) };
  if (!judges('moved')) return change;
  const years = sideOfTwo(before) ? before.years : withYearBefore(before.years);
  return { ...change, years, change: true, ...(before.facet === 'both' ? { facet: 'target' as const } : {}) };
}

/** Numbers that picked aims, where what came of the aims is asked for: they are still those of the aims. */
function ofAims(conditions: readonly Condition[], { facet }: Plan): readonly Condition[] {
  return facet === 'target' ? conditions.map((c) => (NUMBERS.has(c.kind) ? { ...c, aim: true } : c)) : conditions;
}

const NUMBERS: ReadonlySet<Condition['kind']> = new Set(['number', 'between', 'written', 'not-written', 'form']);

/** Conditions by which each row is judged by another one of its place. */
const JUDGED: ReadonlySet<Condition['kind']> = new Set(['verdict', 'moved']);

/** True for a table that sets a year against the one before it, or one named beside it. */
function sideOfTwo({ change, years }: Plan): boolean {
  return change && years.years.length === 2;
}

/** One year with the one before it, against which 谁上调了 sets it. */
function withYearBefore(years: Plan['years']): Plan['years'] {
  const [only, ...more] = years.years;
  return only === undefined || more.length > 0 ? years : { ...years, kind: 'list', years: [only - 1, only] };
}

/** The later of two years that were set against each other: what came of its aims is asked for. */
function withoutYearBefore(before: Plan): Plan['years'] {
  return sideOfTwo(before) ? { ...before.years, years: before.years.years.slice(-1) } : before.years;
}

/** 一共几个市: of all that the table holds, whatever condition picked some before. */
function countsAll(line: Line): Change | undefined {
  const said = claimAll(line, analysisWords().following.ofAll).length > 0;
  return said ? { counts: true, conditions: [], orders: [], top: undefined, nth: undefined } : undefined;
}

/** 有几个 behind a table that a condition picked: how many they are. */
function changedCount(line: Line, { conditions }: Plan): Change | undefined {
  const counted = claimAll(line, analysisWords().counts).length > 0;
  return counted && conditions.length > 0 ? { counts: true } : undefined;
}

/** 差得最多的是哪年, 谁超得最多, of aims and what came of them. */
function changedGap(line: Line, { facet }: Plan): Change | undefined {
  const { gapEnds, yearsMet } = analysisWords();
  // 谁完成得最好 behind aims is of what came of them.
  const judges = stands(line, yearsMet) || (facet === 'target' && stands(line, analysisWords().following.judging));
  if (facet !== 'both' && !judges) return undefined;
  const gapEnd = GAP_ENDS.find((end) => claimAll(line, gapEnds[end], true).length > 0);
  if (!gapEnd) return undefined;
  claimAll(line, yearsMet, true);
  return { ...PLAIN, facet: 'both', gapEnd };
}

/** 目标从哪年起降到一位数了: the first or last year of all in which something holds, of one place. */
function changedOnce(line: Line, context: PlaceContext, { places, facet }: Plan): Change | undefined {
  const { over, targetWords } = analysisWords();
  const kind = (['first', 'last'] as const).find((once) => claimAll(line, over[once], true).length > 0);
  if (!kind || !places.named || places.members?.length !== 1) return undefined;
  const target = facet === 'both' && claimAll(line, targetWords).length > 0;
  const conditions = readConditions(line, context);
  return {
    ...PLAIN,
    over: [kind],
    years: { kind: 'all', years: [] },
    conditions,
    change: false,
    ...(facet === 'both' ? { facet: target ? 'target' : 'outcome' } : {}),
  };
}

/** 目标和实际差多少 behind aims, or behind what was reached: each against the other. */
function changedBoth(line: Line, before: Plan): Change | undefined {
  const both = claimAll(line, analysisWords().following.bothSides, true).length > 0;
  return both ? againstOutcome(before) : undefined;
}

/** 完成了吗, 完成情况呢 behind aims: what came of each. */
function changedWhether(line: Line, before: Plan): Change | undefined {
  if (before.facet !== 'target' || !stands(line, analysisWords().following.whether)) return undefined;
  claimAll(line, analysisWords().following.whether, true);
  return againstOutcome(before);
}

/** The aims of a table, those alone that a number picked, against what came of them. */
function againstOutcome(before: Plan): Change {
  const conditions = ofAims(before.conditions, before).filter((c) => c.aim === true);
  return { ...PLAIN, conditions, facet: 'both', yesNo: false, same: false, change: false, ofReports: undefined };
}

/** 实际呢 behind aims, 目标呢 behind what was reached: the other side, in the same places and years. */
function changedSide(line: Line, before: Plan, order: Change | undefined): Change | undefined {
  const { facet, form, indicator } = before;
  const { outcome, outcomeWords, actual } = analysisWords();
  if (facet === 'both') return undefined;
  const aim = facet !== 'target' && line.text.includes(AIM) && claimAll(line, analysisWords().targetWords).length > 0;
  if (aim)
    return {
      ...PLAIN,
      facet: 'target',
      form: form === 'amount' ? undefined : form,
      ...order,
      yesNo: false,
      ofReports: undefined,
    };
  // 它当年做到了吗 asks of one place, and not of all that a table tells.
  const ofOne = analysisWords().following.it.some((word) => line.text.includes(word)) && !isOne(before.places);
  const judged = !ofOne && stands(line, analysisWords().following.fulfilled);
  const said = [actual, outcome, outcomeWords].filter((words) => claimAll(line, words, true).length > 0);
  if (said.length === 0 || facet !== 'target') return undefined;
  // 实际呢？哪年完成了 asks for the aim as well, and so does 那2022年的兑现了没; 实际多少 behind 高于6%的有哪些 is asked of those.
  const { yearsMet } = analysisWords();
  const numbers = before.conditions.some((c) => NUMBERS.has(c.kind)) && order === undefined;
  if (stands(line, yearsMet) || judged || numbers || (before.columns === 'main' && !order))
    return againstOutcome(before);
  // What was aimed at as a growth was reached as one.
  const grown = form ?? (indicator?.measure === 'growth' ? 'rate' : undefined);
  return { ...PLAIN, ...order, facet: 'outcome', form: grown, yesNo: false, ofReports: false };
}

function changedAggregates(line: Line, before: Plan): Change | undefined {
  const { aggregates } = analysisWords();
  const found = (['spread', 'mode', 'sum', 'mean', 'median'] as const).filter(
    (kind) => claimAll(line, aggregates[kind]).length > 0,
  );
  const asked = found.length > 1 && isOfRates(before) ? found.filter((kind) => kind !== 'sum') : found;
  return asked.length > 0
    ? { aggregates: asked, orders: [], top: undefined, nth: undefined, yesNo: false, counts: false }
    : undefined;
}

/**
 * 中部六省呢, 各市呢: the same of another set; 只看省会 of those of the table that are in it. One place alone is a question for its figure, but
 * behind a table of what lies in its like it stands for what lies in it (那浙江呢 behind 江苏各市), and behind the aim of one place and what
 * came of it (换成鸡西) both are asked of it.
 */
function changedScope(line: Line, context: PlaceContext, before: Plan): Change | undefined {
  const narrows = claimAll(line, analysisWords().following.narrowing, true).length > 0;
  const [only, ...more] = freeTokens(line, 'P');
  const alone = only !== undefined && more.length === 0 && freeTokens(line, 'G').length === 0;
  const like = alone ? insteadOfOuter(placeOf(only, context, line), before.places, context) : undefined;
  if (like) {
    claimTokens(line, 'P');
    return { places: like };
  }
  const joins = claimAll(line, analysisWords().following.beside, true).length > 0;
  const taken = joins ? before.places.members !== undefined : before.facet === 'both' && isOne(before.places);
  if (alone && !taken) return undefined;
  const places = readPlaces(line, context);
  // 最慢的是哪里: the word asks which of those of the table, and for no other places.
  if (places?.level === 'any' && !places.within) return undefined;
  if (places && joins) return { places: together(before.places, places) };
  return places && { places: narrows ? narrowed(places, before.places, context) : places };
}

function isOne({ members }: PlaceSet): boolean {
  return members?.length === 1;
}

/** 浙江各市 for 江苏各市, where 浙江 is named alone; undefined behind any other table. */
function insteadOfOuter(place: Place, before: PlaceSet, context: PlaceContext): PlaceSet | undefined {
  const [outer, ...more] = before.within ?? [];
  if (!outer || more.length > 0 || outer.level !== place.level || !before.level) return undefined;
  if (!holdsInner(place, before.level, context)) return undefined;
  const { also: _also, without: _without, ...rest } = before;
  return { ...rest, label: before.label.replace(outer.short, place.short), within: [place] };
}

/** 和京津冀比呢 behind 长三角: the places of both; those of the turn alone where either is a kind of places. */
function together(before: PlaceSet, more: PlaceSet): PlaceSet {
  if (!before.members || !more.members) return more;
  const members = [...new Map([...before.members, ...more.members].map((p) => [p.id, p])).values()];
  const parts = [before, more].map(({ label, members: own = [] }) => ({ label, members: own }));
  const named = before.named && more.named;
  return { label: `${before.label}、${more.label}`, members, named, ...(named ? {} : { parts }) };
}

/** The places of a set that are in the one before as well; the set as it is where they share none. */
function narrowed(places: PlaceSet, before: PlaceSet, { gazetteer }: PlaceContext): PlaceSet {
  const { members } = places;
  if (!members) return places;
  const liesIn = (place: Place, outer: Place): boolean => place.id === outer.id || gazetteer.within(place.id, outer.id);
  const field = before.members ?? before.within;
  const shared = field ? members.filter((place) => field.some((outer) => liesIn(place, outer))) : members;
  if (!field || shared.length === 0 || shared.length === members.length) return places;
  return { ...places, label: `${before.label}里的${places.label}`, members: shared };
}

function claimTokens(line: Line, kind: TokenKind): void {
  for (const token of freeTokens(line, kind))
    for (let i = 0; i < line.text.length; i++) if (tokenAt(line, i) === token) line.used[i] = 1;
}

function changedYears(line: Line, context: ReadContext, before: Plan, ordered: boolean): Change | undefined {
  const against = setAgainst(line, before);
  if (against !== undefined) return against;
  if (freeTokens(line, 'Y').length === 0) return undefined;
  // 今年 is the year of the newest report, whatever year the table is of.
  const thisYear = freeTokens(line, 'Y').some(({ value }) => (value as YearValue).shift === 0);
  const told = thisYear ? undefined : before.years.years.at(-1);
  const anchor = told ?? context.newest(before.places);
  const { years } = readYears(line, anchor);
  if (years.years.length === 0) return undefined;
  if (!sideOfTwo(before)) return { years, times: undefined };
  // 2022年呢 behind what moved sets 2022 against the year before it; 2022年哪个最高 asks of that year alone.
  return { times: undefined, ...(ordered ? { years, change: false } : { years: withYearBefore(years) }) };
}

/** 比上年上调的, 比2019年高的: the year is what those of the table are set against. Claims it; an empty change for the year before. */
function setAgainst(line: Line, { years }: Plan): Change | undefined {
  const [token, ...more] = freeTokens(line, 'Y');
  const at = token ? [...line.text].findIndex((_, i) => tokenAt(line, i) === token) : -1;
  if (!token || more.length > 0 || !patterns().periods.setAgainst.in(line.text.slice(0, at))) return undefined;
  const { from, shift } = token.value as YearValue;
  const told = years.years.at(-1);
  claimTokens(line, 'Y');
  if (shift !== undefined || told === undefined || from === told) return {};
  return { years: { kind: 'list', years: [from, told].sort((a, b) => a - b) }, change: true };
}

function changedIndicator(line: Line, context: ReadContext, before: Plan): Change | undefined {
  const [id, ...others] = new Set(freeTokens(line, 'I').map(({ value }) => (value as Indicator).id));
  const indicator = id === undefined ? undefined : context.lexicon.indicators.get(id);
  if (!indicator || others.length > 0) return undefined;
  claimTokens(line, 'I');
  const tail = before.facet === 'target' ? AIM : '';
  return {
    indicator,
    columns: undefined,
    name: undefined,
    implied: undefined,
    subject: context.parse(`${indicator.name}${tail}`),
    form: undefined,
    conditions: before.conditions.filter((c) => holdsOf(c, indicator)),
  };
}

/** True for a condition that may be put to another indicator as well: its unit is one of those that it is told in. */
function holdsOf(condition: Condition, { units }: Indicator): boolean {
  if (condition.of !== undefined || condition.kind === 'column') return false;
  return !('unit' in condition) || condition.unit === '' || units.some((unit) => condition.unit?.includes(unit));
}

/** The year that a turn is said of, as far as the turn before tells. */
export interface YearOfTalk {
  readonly year: number | undefined;
  /** True where what was told of it was an aim. */
  readonly aimed: boolean;
  /** The turn before as it was typed, where this one puts it right. */
  readonly again?: string;
  /** The year that the turn before that one was of, which nobody asks for once more. */
  readonly told?: number | undefined;
}

/**
 * A turn with its words for a year written out: 那年 is the year of the turn before, 第二年 the one after, 三年后 the third one after. A
 * turn with a year of its own stays as it is, and so does any behind a turn of no one year.
 */
export function writtenOut(text: string, { year, aimed, again = '', told }: YearOfTalk): string {
  const ofReport = besideReport(text);
  if (ofReport !== undefined) return ofReport;
  if (year === undefined || hasOwnYear(text)) return text;
  // What is told of another year, in a talk of aims, is its aim.
  const side = aimed && !patterns().tables.anyFacet.in(text) ? AIM : '';
  for (const { pattern, as } of analysisWords().turns) {
    const regex = compile(pattern);
    regex.lastIndex = 0;
    if (!regex.test(text)) continue;
    regex.lastIndex = 0;
    const next = `${year + (year + 1 === told && isAround(text) ? 2 : 1)}年${text.includes(AIM) ? AIM : side}`;
    return text.replace(regex, as.replace('{same}', `${year}年`).replace('{next}', next));
  }
  const beside = yearShiftIn(text);
  // 比上一年多几天 asks how it moved.
  if (!beside || patterns().periods.setAgainst.in(text.slice(0, beside.start))) return text;
  const rest = text.slice(beside.end);
  // 哦不对，我要的是前一年的… asks of the year that 前一年 was in the turn which it puts right.
  const corrects = again.includes(text.slice(beside.start, beside.end));
  // 前一年呢, 后一年呢: the year after the one that the talk began with.
  const back = year + beside.shift === told && isAround(text) && namesYearAlone(text);
  const shift = corrects ? 0 : back ? 2 * beside.shift : beside.shift;
  return `${text.slice(0, beside.start)}${year + shift}年${patterns().periods.noMore.in(rest) ? side : ''}${rest}`;
}

function isAround(text: string): boolean {
  return analysisWords().following.around.some((word) => text.includes(word));
}

/** 2021年报告里讲的前一年 with the year of its report set off: 2020年; undefined where no report is named before such words. */
function besideReport(text: string): string | undefined {
  const report = patterns().periods.reportOfYear.find(text);
  const beside = report ? yearShiftIn(text) : undefined;
  if (!report || !beside || beside.start < report.index + report[0].length) return undefined;
  if (patterns().periods.setAgainst.in(text.slice(0, beside.start))) return undefined;
  const [period] = findPeriods(`${report.groups!.year}年`, { short: true });
  if (!period?.from) return undefined;
  return `${text.slice(0, beside.start)}${period.from + beside.shift}年${text.slice(beside.end)}`;
}

/** True for a turn that names a year itself: 2011这一年, 2020年的前一年. */
export function hasOwnYear(text: string): boolean {
  return findPeriods(text, { short: true }).some((p) => (p.from ?? 0) > 0) || /(?:19|20)\d{2}/u.test(text);
}

const AIM = '目标';
/** True for a turn that says which year it means and nothing else: 再往前一年. */
export function namesYearAlone(text: string): boolean {
  const beside = yearShiftIn(text);
  return beside !== undefined && patterns().periods.noMore.in(text.slice(beside.end));
}
