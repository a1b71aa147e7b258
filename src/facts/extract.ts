import type { Report, Section } from '../corpus/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { findPeriods } from '../text/periods.js';
import { findQuantities } from '../text/quantities.js';
import { splitClauses, splitSentences } from '../text/sentences.js';
import type { PeriodMention, Quantity, Span } from '../text/types.js';
import { asTheTarget } from './aspired.js';
import { alongAverages } from './averages.js';
import { withOwners } from './belongings.js';
import { type Bound, bindSentence } from './bind.js';
import { estimatesIn } from './estimates.js';
import { makeFact, type Reader } from './fact.js';
import { continuesHeadline, headlineStart } from './headline.js';
import { lostPercents } from './measures.js';
import { lastYears, partNamesakes, partShares, partSums, sharesOfSums } from './namesakes.js';
import { isOutdone, ofPlaceAlone, ofSameArea } from './neighbours.js';
import { notAsBasis, saidOnce } from './nouns.js';
import { ofBuiltUpArea, ofNamedPart } from './parts.js';
import {
  type Anchor,
  anchorOf,
  governs,
  opensStretch,
  timesAlone,
  unknownYears,
  type Years,
  yearsOf,
  yearsTold,
} from './periods.js';
import { planLines } from './plan-lines.js';
import { qualifies } from './qualifiers.js';
import { indicatorNear, indicatorOf } from './recognise.js';
import { tableFacts } from './table-facts.js';
import { type Table, tablesIn } from './tables.js';
import type { Fact } from './types.js';

/** What the sentences before have left behind for those that follow. */
interface Stretch {
  section: number;
  /** The years that a lead-in has set: 五年来，…; 2021年是…. */
  years?: Years;
  /** Up to where the text was read. */
  read: number;
  /** Under （预计数，下同). */
  estimated: boolean;
  /** True while the list of main targets goes on. */
  headline: boolean;
  /** The year that its announcement named: 未来五年…，建议2022年主要预期目标为. */
  announced?: Years;
  /** True while a paragraph speaks of the economy as a whole and of nothing else: 经济稳中有进。全年增长4.8%. */
  economy: boolean;
  /** The first clause of the sentence that a paragraph's dropped subjects lean on. */
  opening: string;
  /** Years to come that a lead-in sets for the paragraphs behind it: 今后五年…目标：. */
  announcedAhead?: Years;
}

/**
 * All figures of a report as facts, in text order. Spans are offsets into the report's view.
 * A quantity that only qualifies a noun (亿元以上项目) makes none; one that no subject was found for has an empty subject and is left out.
 */
export function extractFacts(report: Report, lexicon: Lexicon): Fact[] {
  return extract(report, lexicon).facts;
}

/** The facts of a report with what the reading left out. */
export interface Extraction {
  readonly facts: Fact[];
  /** How many quantities only qualify a noun. */
  readonly qualifying: number;
  /** Quantities that no subject was found for, as spans of the report's view. */
  readonly unbound: readonly Span[];
}

/** As `extractFacts`, with the count of what makes no fact. */
export function extract(report: Report, lexicon: Lexicon): Extraction {
  const { text } = report.view;
  const out: Output = { facts: [], qualifying: 0, unbound: [] };
  const reader = { report, lexicon, anchor: anchorOf(report), repair: lostPercents(text), promises: planLines(report) };
  const stretch: Stretch = { section: -1, read: 0, estimated: false, headline: false, economy: false, opening: '' };
  report.sections.forEach((section, index) => {
    enter(stretch, report, index);
    const tables = tablesIn(text, section);
    for (const sentence of splitSentences(text, section)) {
      if (readRow(reader, index, sentence, tables, out)) continue;
      for (const piece of shortPieces(text, sentence)) readSentence(reader, index, piece, stretch, out);
    }
  });
  return {
    ...out,
    facts: unknownYears(
      asTheTarget(
        partSums(
          sharesOfSums(lastYears(alongAverages(partNamesakes(partShares(out.facts, text)), report), text)),
          text,
        ),
        text,
      ),
      report,
    ),
  };
}

/** Reads a line that is a row of a table, or a piece of one; false for any other. */
function readRow(reader: Reader, index: number, line: Span, tables: readonly Table[], out: Output): boolean {
  const table = tables.find(({ start, end }) => start <= line.start && line.start < end);
  if (table === undefined) return false;
  const start = reader.report.view.text.lastIndexOf('\n', line.start) + 1;
  const figures = table.rows.get(start);
  if (figures === undefined) return false;
  // A full stop in a cell parts the line: the row is read once.
  if (line.start > start) return true;
  const section = reader.report.sections[index]!;
  out.facts.push(...tableFacts(reader, table, figures, { section, index, number: out.facts.length }));
  return true;
}

/** A sentence is read as a whole up to this length; what runs on longer is no sentence, and is cut. */
const LONGEST_SENTENCE = 4000;

function shortPieces(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const window = text.slice(from, from + LONGEST_SENTENCE);
    const mark = Math.max(window.lastIndexOf('，'), window.lastIndexOf('；'), window.lastIndexOf('、'));
    const to = from + (mark > 0 ? mark + 1 : LONGEST_SENTENCE);
    pieces.push({ start: from, end: to });
    from = to;
  }
  return [...pieces, { start: from, end }];
}

interface Output {
  readonly facts: Fact[];
  qualifying: number;
  readonly unbound: Span[];
}

/** A new section ends what a lead-in has set; 下同 holds until the review ends. */
function enter(stretch: Stretch, report: Report, index: number): void {
  const before = report.sections[stretch.section]?.role;
  const now = report.sections[index]!.role;
  const reviews = (role: string | undefined): boolean => role === 'review' || role === 'review5';
  if (!(reviews(before) && reviews(now))) stretch.estimated = false;
  stretch.section = index;
  stretch.years = undefined;
  stretch.announcedAhead = undefined;
  stretch.headline = false;
}

/** A sentence that speaks of the report's own year: 做好今年的工作; …，今年至关重要. */
const TURNS_TO_THE_YEAR =
  /(?:^|[，、])(?:(?:做好|完成|围绕|实现)?(?:今年|20\d\d年)(?!底|末|前))|^[^，]{0,6}(?:做好|完成)今年/;

/** True for a sentence that ends its paragraph with a colon, so that it leads in those behind it. */
function isLeadIn(text: string, { end }: Span): boolean {
  return /^[：:]?\s*\n/.test(text.slice(end - 1, end + 4)) || /^[：:]\s*\n/.test(text.slice(end, end + 4));
}

/** How far from its start a sentence may name the time that it opens, the words behind it included. */
const OPENING = 60;

/** How a paragraph of a review begins that speaks of the economy. */
const ECONOMY =
  /^(?:（?[一二三四五六七八九十\d]{1,2}[）、.是]|[^，。；\d]{0,12}?)?(?:[国宏]民?观?经济|经济|综合实力)[^，。；\d]{0,14}(?=[，。；])/;
/** A sentence about it that does not say so: 全年增长4.8%、总量达5.3万亿元. */
const SILENT =
  /^(?:预计|初步核算|初步预计|全年|[全我][市省区州县]|，|20\d\d年)*(?:(?:实际|同比|比上年)?增长|增速(?:达到?|为)?|(?:经济)?总量(?:达到?|突破|超过?|跃上|迈上)?)[^，。；、]{0,4}\d/;
/** What the economy's own figures are of. */
const GROSS_PRODUCT = '地区生产总值';

/** How far before the list 今年 still tells its year, in characters. */
const ANNOUNCING = 40;

/** A sentence that says what was reached, not by whom: 实现生产总值600亿元 behind 新疆生产建设兵团经济…发展。 */
const DROPPED_SUBJECT = /^(?:预计|全年|全年预计)?(?:实现|完成)/;

/** A part on the economy of a body that counts its own: 加快兵团经济社会发展. */
const BODY_OF_ITS_OWN = /兵团/;

function ofTheirOwn({ path }: Section): string {
  const heading = path[path.length - 1] ?? '';
  return BODY_OF_ITS_OWN.test(heading) ? heading.replace(/^[一二三四五六七八九十]{1,3}、/, '') : '';
}

/** Words that are left where a figure's noun was not found: they name nothing. */
const NO_SUBJECT =
  /^(?:[这那其该此用或前后对中经约含则年先批调性]|对[等县级]|或?等|就能|多出|按照|再次|首次|尽管|尽快|应该?|应当|可以|可能|不能|不得|特别|过去|恢复|仅用|用时)$/;

/** A clause that speaks of an area's economy as a whole. */
const IN_GENERAL = /(?:经济|经济社会|综合实力|各项事业)[^，\d]{0,12}$/;

function readSentence(reader: Reader, index: number, sentence: Span, stretch: Stretch, out: Output): void {
  const { report, lexicon, anchor } = reader;
  const section = report.sections[index]!;
  const words = report.view.text.slice(sentence.start, sentence.end);
  const quantities = findQuantities(words);
  // A sentence without a figure can only open a stretch of time.
  const back = section.role === 'review' || section.role === 'review5';
  const mentions = timesIn(words, quantities.length > 0, back);
  const first = report.view.text.slice(stretch.read, sentence.start).includes('\n');
  if (first) {
    stretch.headline = false;
    stretch.economy = back && ECONOMY.test(words);
    stretch.opening = '';
    // A review goes on with a year that was set; 五年来 ends with its paragraph, and among tasks every time does.
    if (!back || stretch.years?.from !== stretch.years?.to) stretch.years = undefined;
    if (TURNS_TO_THE_YEAR.test(words)) stretch.announcedAhead = undefined;
    stretch.years ??= stretch.announcedAhead;
  }
  stretch.read = sentence.end;
  const opener =
    mentions.find((mention) => opensStretch(mention, words, first && back, anchor.year - 1)) ??
    // A sentence of its own that says so (这是…的五年。) turns a paragraph that goes on.
    (back && (first || /年[。；！]?$/.test(words)) ? yearsTold(words) : undefined);
  const opened = opener === undefined ? undefined : yearsOf(opener, section, anchor);
  // 签署未来五年投资的协议 in a review: what follows goes on with what was done; so it does behind 完成今后五年的任务，今年至关重要.
  const aside = opened !== undefined && opened.to > anchor.year && (back || TURNS_TO_THE_YEAR.test(words));
  if (opened !== undefined && !aside) stretch.years = opened;
  if (opened !== undefined && !aside && opened.to > anchor.year && isLeadIn(report.view.text, sentence))
    stretch.announcedAhead = opened;

  const start = headlineStart(words, section, lexicon.indicators);
  const goesOn = stretch.headline && continuesHeadline(words, lexicon.indicators);
  stretch.headline = start >= 0 || goesOn;
  if (!stretch.headline) stretch.announced = undefined;
  const dropped = DROPPED_SUBJECT.test(words) || indicatorNear(words, 0, lexicon.indicators) !== undefined;
  const leansOn = dropped && stretch.opening !== '' ? stretch.opening : ofTheirOwn(section);
  if (!dropped || stretch.opening === '') {
    const opening = words.split(/[，。；]/)[0]!;
    stretch.opening = IN_GENERAL.test(opening) ? opening : '';
  }
  if (start >= 0) stretch.announced = announcedYears(mentions, words, start, section, anchor);
  const { announced } = stretch;
  if (quantities.length === 0) return;
  const headlineFrom = start >= 0 ? start : goesOn ? 0 : Number.POSITIVE_INFINITY;
  const figures = quantities.filter((quantity) => !qualifies(words, quantity));
  const clauses = splitClauses(words, { start: 0, end: words.length })
    .flatMap((clause) => openParenthesis(words, clause))
    .flatMap((clause) => cutAt(clause, start));
  const economy = stretch.economy && SILENT.test(words) ? GROSS_PRODUCT : undefined;
  const read = bindSentence({ text: words, clauses, quantities: figures, indicators: lexicon.indicators }, economy);
  const bounds = withOwners(read, words, lexicon.belongings).map((bound) => {
    const subject = notAsBasis(saidOnce(bound.subject, words));
    return subject === bound.subject ? bound : { ...bound, subject };
  });
  stretch.economy = economy !== undefined || (stretch.economy && figures.length === 0);
  const estimates = estimatesIn(words, quantities[0]!.span.start);
  for (const bound of bounds) {
    if (bound.subject === '' || isOutdone(bound, bounds, words)) continue;
    const headline = bound.quantity.span.start >= headlineFrom;
    if (bound.quantity.kind === 'phrase' && !headline && indicatorOf(bound.subject, lexicon.indicators) === undefined) {
      continue;
    }
    const figure = bound.quantity.span;
    const estimated =
      stretch.estimated || estimates.spans.some(({ start: from, end }) => from < figure.end && figure.start < end);
    const years = headline && announced !== undefined ? announced : stretch.years;
    const at = { section, index, sentence, words, mentions, years, headline, estimated, leansOn };
    const fact = makeFact(reader, at, bound, out.facts.length);
    if (NO_SUBJECT.test(fact.subject)) {
      out.unbound.push(fact.span);
      continue;
    }
    const previous = out.facts[out.facts.length - 1];
    const ofInner = ofPlaceAlone(fact, out.facts, report, lexicon);
    const ofArea = ofBuiltUpArea(ofSameArea(ofInner, out.facts, report), previous, report);
    out.facts.push(ofNamedPart(ofArea, report, lexicon.gazetteer));
  }
  if (estimates.goOn) stretch.estimated = true;
  if (report.kind === 'news') stretch.years = lastTimeOf(out.facts, sentence) ?? stretch.years;
  out.qualifying += quantities.length - figures.length;
  out.unbound.push(...unboundOf(figures, bounds, sentence));
}

/** A clause cut where a list of targets begins in it: 2022年预期目标是 | 生产总值增长10%. */
function cutAt(clause: Span, at: number): Span[] {
  if (at <= clause.start || at >= clause.end) return [clause];
  return [
    { start: clause.start, end: at },
    { start: at, end: clause.end },
  ];
}

/** The one year that the words before a list of targets name last, whatever stretch was spoken of before. */
function announcedYears(
  mentions: readonly PeriodMention[],
  words: string,
  start: number,
  section: Section,
  anchor: Anchor,
): Years | undefined {
  const named = mentions.findLast(
    (mention) =>
      mention.span.end <= start &&
      governs(mention, words) &&
      (mention.kind === 'year' || (mention.kind === 'relative' && mention.span.end > start - ANNOUNCING)),
  );
  const years = named === undefined ? undefined : yearsOf(named, section, anchor);
  return years !== undefined && years.from === years.to ? years : undefined;
}

/** The times that a sentence names; one without a figure can only open a stretch of time. */
function timesIn(words: string, figures: boolean, back: boolean): PeriodMention[] {
  if (!figures) return findPeriods(words.slice(0, OPENING));
  const alone = /[月年季春运节期]/.test(words) ? timesAlone(words, back) : [];
  if (alone.length === 0) return findPeriods(words);
  return [...findPeriods(words), ...alone].sort((a, b) => a.span.start - b.span.start);
}

/** A news item goes on with the time that it told last: 1至4月…。对东盟进出口330.8亿元。 */
function lastTimeOf(facts: readonly Fact[], sentence: Span): Years | undefined {
  const last = facts[facts.length - 1];
  if (last === undefined || last.sentence.start !== sentence.start) return undefined;
  return last.period.source === 'clause' || last.period.source === 'sentence' ? last.period : undefined;
}

/** A parenthesis that holds clauses of its own is read clause by clause: （全面小康提前实现；经济总量排到西部第6位）. */
function openParenthesis(words: string, clause: Span): Span[] {
  const open = words.indexOf('（', clause.start);
  const close = words.indexOf('）', open);
  if (open < 0 || close < 0 || close > clause.end || !/[；，][^）]*\d/.test(words.slice(open, close))) return [clause];
  const inner = splitClauses(words, { start: open + 1, end: close });
  const rest = { start: close + 1, end: clause.end };
  return [{ start: clause.start, end: open }, ...inner, rest].filter((span) => span.end > span.start);
}

/** Figures, phrases apart, that no words were bound to. */
function unboundOf(figures: readonly Quantity[], bounds: readonly Bound[], sentence: Span): Span[] {
  const bound = new Set(bounds.filter((one) => one.subject !== '').map((one) => one.quantity.core.start));
  return figures
    .filter((quantity) => quantity.kind !== 'phrase' && !bound.has(quantity.core.start))
    .map(({ span }) => ({ start: span.start + sentence.start, end: span.end + sentence.start }));
}
