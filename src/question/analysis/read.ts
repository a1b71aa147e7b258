import type { Analysis, PlaceSet, Plan } from '../../frame/analysis.js';
import type { Frame } from '../../frame/types.js';
import type { Lexicon } from '../../lexicon/load.js';
import { findPeriods } from '../../text/periods.js';
import type { PeriodMention } from '../../text/types.js';
import { cuesOf } from '../cues.js';
import { patterns } from '../patterns/index.js';
import { asksOfAllYears } from './asks-all.js';
import { DIGITS, isOfEconomy } from './conditions.js';
import { withHint } from './hints.js';
import { freeTokens, type Line, lineOf, type Token, tokensIn } from './line.js';
import { readMention } from './mention.js';
import { type Parts, readParts } from './parts.js';
import { stands } from './pattern.js';
import type { PlaceContext } from './places.js';
import { planOf } from './plan-of.js';
import { asksOfLevel, asksOnce, type Shape, shapeOf } from './shape.js';
import { readSubject, type Subject } from './subject.js';
import { tokensOf, type YearValue } from './tokens.js';
import { analysisWords } from './words.js';

/** All that reading an analysis needs besides the question. */
export interface ReadContext {
  readonly lexicon: Lexicon;
  /** Ids of places with reports. */
  readonly held: ReadonlySet<string>;
  /** The newest year of which the places of a set have reports. */
  readonly newest: (places: PlaceSet | undefined) => number;
  /** Whether the reports hold a text word for word. */
  readonly known: (text: string) => boolean;
  /** Reads a question for one figure. */
  readonly parse: (text: string) => Frame;
}

/** What an earlier turn leaves to the next. */
export interface Earlier {
  readonly places?: PlaceSet;
  readonly analysis?: Analysis;
  /** The question for a figure that went before, whose subject and year are meant where none is named. */
  readonly subject?: Frame;
}

/**
 * Reads a question over many rows or reports as a composition; undefined where it is none, or where words are left over that
 * nobody understood.
 */
export function readAnalysis(typed: string, context: ReadContext, earlier: Earlier = {}): Analysis | undefined {
  // A reason is told in words, whatever figures it is of.
  if (cuesOf(typed).why || patterns().tables.asksName.in(typed)) return undefined;
  const places: PlaceContext = { gazetteer: context.lexicon.gazetteer, held: context.held };
  const { text, tokens } = withIndicator(typed, context);
  const many = tokens.filter((t) => t.kind === 'P').length > 1 || tokens.some((t) => t.kind === 'G');
  // 2020到2022年，后两年一样吗: some of the years that are named.
  const edge = namesYears(tokens) && stands(lineOf(text, tokens), Object.values(analysisWords().edgeYears).flat());
  const others = findPeriods(text, { short: true }).filter(
    (period) => isOther(period, many, text) && !(edge && period.kind === 'window'),
  );
  // 力争多少，年底做到多少: the end of the year that the aim is of.
  const ends = others.length > 0 && others.every((p) => p.kind === 'end' && p.from === undefined);
  if ((others.length > 0 && !ends) || patterns().tables.yearly.in(text)) return undefined;
  const yearly = patterns().tables.perYear.in(text);
  if (stands(lineOf(text, tokens), analysisWords().toldRuns)) return undefined;
  const mention = readMention(text, lineOf(text, tokens), context, places, earlier);
  const line = lineOf(text, withHint(text, tokens, context.lexicon));
  const plan = mention ?? readFigures(text, line, context, places, earlier, ends);
  // 各省平均每年多少 is a mean of many for each year; of one place it is one over its years.
  return yearly && plan?.kind === 'figures' && plan.places.named ? undefined : plan;
}

/** True for a range of years, or more than two of them. */
function namesYears(tokens: readonly Token[]): boolean {
  const years = tokens.flatMap(({ kind, value }) => (kind === 'Y' ? [value as YearValue] : []));
  return years.some(({ range }) => range) || years.filter(({ shift }) => shift === undefined).length > 2;
}

/** A question with its tokens; where it names no indicator and a short name is all that it asks for, with that name in full: 各省消费谁最高. */
export function withIndicator(
  typed: string,
  { lexicon, parse }: ReadContext,
): { text: string; tokens: readonly Token[] } {
  const tokens = tokensOf(typed, lexicon);
  const names = (own: readonly Token[]): boolean => own.some(({ kind }) => kind === 'I');
  const { text } = names(tokens) ? { text: typed } : parse(typed);
  const written = text === typed ? tokens : tokensOf(text, lexicon);
  return names(written) ? { text, tokens: written } : { text: typed, tokens };
}

/** Parts of a year, plans and ends of years are read elsewhere; so is a mean over years. */
function isOther({ kind, text, from }: PeriodMention, many: boolean, asked: string): boolean {
  if (kind === 'plan' || kind === 'part') return true;
  // 2008年底 of several places is of 2008; 年底 alone, or the end of a plan, is of another time.
  if (kind === 'end') return many && from !== undefined ? text.includes('“') : /[底末“]/u.test(text);
  return kind === 'window' && !patterns().tables.lately.in(text) && !patterns().tables.whichYear.in(asked);
}

function readFigures(
  text: string,
  line: Line,
  context: ReadContext,
  placeContext: PlaceContext,
  earlier: Earlier,
  ends: boolean,
): Plan | undefined {
  const parts = readParts(text, line, context, placeContext, earlier);
  if (!parts || !mayRelate(parts) || (ends && !parts.bothSaid)) return undefined;
  const unread = freeTokens(line, 'W').map(({ value }) => String(value));
  const read = readSubject(text, line, context, {
    target: parts.target && !parts.joined,
    many: parts.many || parts.bothSaid,
    rate: isRate(
      parts,
      line.tokens.some(({ kind }) => kind === 'P'),
      earlier.analysis === undefined,
    ),
    joined: parts.joined,
    table: earlier.analysis?.kind === 'figures' && parts.time.years.years.length > 1 ? earlier.analysis : undefined,
  });
  if (!read) return undefined;
  const subject = read.indicator && unread.length > 0 ? { ...read, unread } : read;
  // 粤港澳大湾区谁高: words that nobody understood may name the places, and all provinces are none of them.
  if (parts.places.assumed && subject.unused.some((run) => run.length >= LEAST_NAME)) return undefined;
  const shape = shapeOf(parts, subject);
  // 哪年过的2万亿: a number that no condition was made of would be passed over.
  if (
    asksOnce(shape.over) &&
    shape.kept.length === 0 &&
    tokensIn(line, 0, line.text.length).some((t) => t.kind === 'N')
  )
    return undefined;
  return isRelation(parts, subject, shape, context) ? planOf(parts, subject, shape) : undefined;
}

/** The shortest run that may be the name of a group of places. */
const LEAST_NAME = 4;

/** What one place says of one year is no relation: then the subject need not be read. */
function mayRelate({ text, many, against, joined, conditions, over, time, aggregates }: Parts): boolean {
  if (asksOfAllYears(text) || aggregates.includes('spread')) return true;
  if (many || against !== undefined || joined || conditions.some((c) => c.kind === 'moved')) return true;
  return over.over.length > 0 || time.moved || time.years.kind !== 'list' || time.years.years.length > 1;
}

/** True where only rates or aims are spoken of: without the name of an indicator the economy's is meant. */
function isRate(parts: Parts, named: boolean, alone: boolean): boolean {
  const { text, target, joined, bothSaid, conditions, many, grew, time, moveEnd } = parts;
  const words = analysisWords();
  const aims = words.aims.some((w) => text.includes(w));
  const setting = words.setting.some((w) => text.includes(w));
  return (
    (many && (setting || conditions.some((c) => c.kind === 'against'))) ||
    (target && !joined && aims) ||
    (many && words.daring.some((w) => text.includes(w))) ||
    (many && conditions.some(isOfEconomy)) ||
    (many && bothSaid) ||
    // 定的都是6.5，哪年做到的; 河北近三年哪年达标. Of one year all main targets are meant.
    (joined && parts.stated === 'rate') ||
    (joined && (target || named) && (time.years.years.length > 1 || time.years.kind === 'latest')) ||
    (many && grew) ||
    // 五家，没达标的是谁
    (many && named && alone && conditions.some((c) => c.kind === 'verdict')) ||
    (many && conditions.some((c) => c.kind === 'form' && c.form === 'range')) ||
    (many &&
      (moveEnd !== undefined || conditions.some((c) => c.kind === 'moved')) &&
      words.adjusting.some((w) => text.includes(w))) ||
    // 哪个直辖市没完成目标
    (many && target && conditions.some((c) => c.kind === 'verdict')) ||
    (many && conditions.some((c) => c.kind === 'form' && c.form === 'words')) ||
    patterns().tables.statedRate.in(text) ||
    conditions.some((c) => (c.kind === 'form' && DIGITS.has(c.form)) || (c.kind === 'between' && c.unit === '%'))
  );
}

/** True where rows are set beside one another, and no single figure is asked for. */
function isRelation(parts: Parts, subject: Subject, shape: Shape, context: ReadContext): boolean {
  const { text, many, time, target, outcome, joined, against, places } = parts;
  const { several, sign, years, over } = shape;
  const eachYear = analysisWords().each.some((word) => text.includes(word));
  const listed = years.kind === 'list' || (years.kind === 'range' && (target || eachYear || time.ofReports === true));
  const inRow = sign || time.moved || time.series || over.length > 0 || listed;
  // What one place says of one year, or of several taken together, is no relation.
  if (!many && !(several && inRow) && !against && !joined) return false;
  if (subject.main) return true;
  if (subject.columns && !many && !several && !joined) return false;
  // 比上年增长 of one place is its growth, which the report tells; 目标和…实际 of two years asks for one of each.
  const oneYear = (time.years.kind === 'list' && time.years.years.length < 2) || time.beside;
  const grown = time.change && !target && !joined && !asksOfLevel(text, subject);
  if (!many && grown && (oneYear || context.parse(text).base !== undefined)) return false;
  // 比2020年的目标 sets two years against each other; 2021年和2022年的目标完成了吗 asks of both.
  if ((target && outcome && several && !joined && !parts.sides) || (joined && time.change && /[比较]/u.test(text)))
    return false;
  // One place and a thing of no name: only where the question sets figures side by side.
  if (!many && !subject.indicator && !parts.bothSaid && !SIDE_BY_SIDE.has(context.parse(text).operation))
    return several && time.years.years.length > 1 && (eachYear || sign);
  return subject.indicator !== undefined || sign || (several && inRow && places.named);
}

const SIDE_BY_SIDE: ReadonlySet<Frame['operation']> = new Set(['compare', 'trend', 'outcome']);
