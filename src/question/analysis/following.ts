import type { Analysis, Plan } from '../../frame/analysis.js';
import { findPeriods } from '../../text/periods.js';
import { learnedTurn } from '../learned-turns.js';
import { yearShiftIn } from '../year-shift.js';
import { readConditions } from './conditions.js';
import { freeTokens, type Line, lineOf, restOf, type TokenKind } from './line.js';
import { readOrders } from './operations.js';
import { claimAll, claimMatch, compile, matchesOf, stands } from './pattern.js';
import { type PlaceContext, placeOf, readPlaces } from './places.js';
import type { ReadContext } from './read.js';
import { tokensOf, type YearValue } from './tokens.js';
import { analysisWords } from './words.js';
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
  const line = lineOf(text, tokensOf(text, context.lexicon));
  const gap = changedGap(line, before);
  const once = changedOnce(line, places, before);
  const apart = stands(line, analysisWords().aggregates.spread);
  const both = changedBoth(line);
  const learned = gap || once || apart || both ? undefined : learnedChange(text, line, places, before);
  if (learned) return Object.assign({}, before, learned, { unused: [] });
  const changes = [
    gap,
    once,
    changedAggregates(line),
    changedOrder(line),
    changedConditions(line, places, before),
    changedScope(line, places, before),
    changedYears(line, context, before),
    changedIndicator(line, context, before),
    both,
    gap || both ? undefined : changedSide(line, before),
  ].filter((change) => change !== undefined);
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

/** One end of all rows is asked for. */
const END: Change = { top: undefined, nth: undefined, conditions: [], counts: false };

function changedOrder(line: Line): Change | undefined {
  const { following, orders } = analysisWords();
  const top = matchesOf(line, [...orders.highest, ...orders.lowest]).find((m) =>
    /[前后]|倒数/u.test(line.text.slice(m.start, m.end)),
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
  if (claimAll(line, following.lowest).length > 0) return { ...END, orders: ['lowest'] };
  if (claimAll(line, following.highest).length > 0) return { ...END, orders: ['highest'] };
  if (claimAll(line, following.flip).length > 0) return { orders: ['lowest'], top: undefined };
  if (claimAll(line, following.unflip).length > 0) return { orders: ['highest'], top: undefined };
  const { orders: ends, top: most, nth } = readOrders(line, following.nth);
  return ends.length > 0 ? { orders: ends, top: most, nth, conditions: [], counts: false } : undefined;
}

function changedConditions(line: Line, context: PlaceContext, before: Plan): Change | undefined {
  const conditions = readConditions(line, context);
  if (conditions.length === 0) return undefined;
  const change = { conditions: [...before.conditions, ...conditions], orders: [], top: undefined };
  // 哪几个没完成 behind a table of aims asks for what came of them.
  return conditions.some((c) => c.kind === 'verdict') ? { ...change, facet: 'both', over: [] } : change;
}

/** 差得最多的是哪年, 谁超得最多, of aims and what came of them. */
function changedGap(line: Line, { facet }: Plan): Change | undefined {
  const { gapEnds, yearsMet } = analysisWords();
  if (facet !== 'both' && !stands(line, yearsMet)) return undefined;
  const gapEnd = (['missed', 'beaten'] as const).find((end) => claimAll(line, gapEnds[end], true).length > 0);
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
function changedBoth(line: Line): Change | undefined {
  const both = claimAll(line, analysisWords().following.bothSides, true).length > 0;
  return both ? { ...PLAIN, facet: 'both', yesNo: false, same: false, change: false, ofReports: undefined } : undefined;
}

/** 实际呢 behind aims, 目标呢 behind what was reached: the other side, in the same places and years. */
function changedSide(line: Line, { facet, form, indicator }: Plan): Change | undefined {
  const { outcome, outcomeWords, actual } = analysisWords();
  if (facet === 'both') return undefined;
  const aim = facet !== 'target' && line.text.includes(AIM) && claimAll(line, analysisWords().targetWords).length > 0;
  if (aim)
    return {
      ...PLAIN,
      facet: 'target',
      form: form === 'amount' ? undefined : form,
      yesNo: false,
      ofReports: undefined,
    };
  const said = [actual, outcome, outcomeWords].filter((words) => claimAll(line, words, true).length > 0);
  if (said.length === 0 || facet !== 'target') return undefined;
  // What was aimed at as a growth was reached as one.
  const grown = form ?? (indicator?.measure === 'growth' ? 'rate' : undefined);
  return { ...PLAIN, facet: 'outcome', form: grown, yesNo: false, ofReports: false };
}

function changedAggregates(line: Line): Change | undefined {
  const { aggregates } = analysisWords();
  const found = (['spread', 'mode', 'sum', 'mean', 'median'] as const).filter(
    (kind) => claimAll(line, aggregates[kind]).length > 0,
  );
  return found.length > 0 ? { aggregates: found, orders: [] } : undefined;
}

/**
 * 中部六省呢, 各市呢: the same of another set. One place alone is a question for its figure, but behind the aim of one place and what came
 * of it (换成鸡西) both are asked of it.
 */
function changedScope(line: Line, context: PlaceContext, before: Plan): Change | undefined {
  const alone = freeTokens(line, 'P').length === 1 && freeTokens(line, 'G').length === 0;
  if (alone && !(before.facet === 'both' && before.places.members?.length === 1)) return undefined;
  const places = readPlaces(line, context);
  return places ? { places, conditions: before.conditions } : undefined;
}

function changedYears(line: Line, context: ReadContext, before: Plan): Change | undefined {
  if (freeTokens(line, 'Y').length === 0) return undefined;
  // 今年 is the year of the newest report, whatever year the table is of.
  const thisYear = freeTokens(line, 'Y').some(({ value }) => (value as YearValue).shift === 0);
  const told = thisYear ? undefined : before.years.years.at(-1);
  const anchor = told ?? context.newest(before.places);
  const { years } = readYears(line, anchor);
  return years.years.length > 0 ? { years } : undefined;
}

function changedIndicator(line: Line, context: ReadContext, before: Plan): Change | undefined {
  const token = freeTokens(line, 'I')[0];
  const indicator = token && context.lexicon.indicators.get((token.value as { id: string }).id);
  if (!token || !indicator) return undefined;
  for (let i = 0; i < line.text.length; i++)
    if (line.tokens.indexOf(token) === line.text.charCodeAt(i) % 0x100) line.used[i] = 1;
  const tail = before.facet === 'target' ? AIM : '';
  return { indicator, subject: context.parse(`${indicator.name}${tail}`), form: undefined, conditions: [] };
}

/** The year that a turn is said of, as far as the turn before tells. */
export interface YearOfTalk {
  readonly year: number | undefined;
  /** True where what was told of it was an aim. */
  readonly aimed: boolean;
  /** The turn before as it was typed, where this one puts it right. */
  readonly again?: string;
}

/**
 * A turn with its words for a year written out: 那年 is the year of the turn before, 第二年 the one after, 三年后 the third one after. A
 * turn with a year of its own stays as it is, and so does any behind a turn of no one year.
 */
export function writtenOut(text: string, { year, aimed, again = '' }: YearOfTalk): string {
  const ofReport = besideReport(text);
  if (ofReport !== undefined) return ofReport;
  if (year === undefined || hasOwnYear(text)) return text;
  // What is told of another year, in a talk of aims, is its aim.
  const side = aimed && !/实际|完成|目标|预期/u.test(text) ? AIM : '';
  for (const { pattern, as } of analysisWords().turns) {
    const regex = compile(pattern);
    regex.lastIndex = 0;
    if (!regex.test(text)) continue;
    regex.lastIndex = 0;
    const next = `${year + 1}年${text.includes(AIM) ? AIM : side}`;
    return text.replace(regex, as.replace('{same}', `${year}年`).replace('{next}', next));
  }
  const beside = yearShiftIn(text);
  // 比上一年多几天 asks how it moved.
  if (!beside || SET_AGAINST.test(text.slice(0, beside.start))) return text;
  const rest = text.slice(beside.end);
  // 哦不对，我要的是前一年的… asks of the year that 前一年 was in the turn which it puts right.
  const shift = again.includes(text.slice(beside.start, beside.end)) ? 0 : beside.shift;
  return `${text.slice(0, beside.start)}${year + shift}年${NO_MORE.test(rest) ? side : ''}${rest}`;
}

/** 2021年报告里讲的前一年 with the year of its report set off: 2020年; undefined where no report is named before such words. */
function besideReport(text: string): string | undefined {
  const report = REPORT_OF_YEAR.exec(text);
  const beside = report ? yearShiftIn(text) : undefined;
  if (!report || !beside || beside.start < report.index + report[0].length) return undefined;
  if (SET_AGAINST.test(text.slice(0, beside.start))) return undefined;
  const [period] = findPeriods(`${report[1]}年`, { short: true });
  if (!period?.from) return undefined;
  return `${text.slice(0, beside.start)}${period.from + beside.shift}年${text.slice(beside.end)}`;
}

/** A report by its year: 21年报告, 2021年那份报告. */
const REPORT_OF_YEAR = /(?<!\d)((?:(?:19|20)\d{2})|\d{2})年?(?:的|那份|那年的)*(?:政府)?(?:工作)?报告/u;

/** True for a turn that names a year itself: 2011这一年, 2020年的前一年. */
export function hasOwnYear(text: string): boolean {
  return findPeriods(text, { short: true }).some((p) => (p.from ?? 0) > 0) || /(?:19|20)\d{2}/u.test(text);
}

const SET_AGAINST = /[比跟和与较同]$/u;
const AIM = '目标';
/** What may stand behind the words for a year in a turn that names nothing else. */
const NO_MORE = /^的?(?:呢|是多少|多少|是几|几)?[？?]?$/u;

/** True for a turn that says which year it means and nothing else: 再往前一年. */
export function namesYearAlone(text: string): boolean {
  const beside = yearShiftIn(text);
  return beside !== undefined && NO_MORE.test(text.slice(beside.end));
}
