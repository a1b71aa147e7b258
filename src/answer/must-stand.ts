import type { Frame } from '../frame/types.js';
import { signs } from '../lexicon/signs.js';
import { soughtWords } from '../lexicon/sought.js';
import { yesNoWords } from '../lexicon/yes-no.js';
import { termsInWords } from '../matching/ask.js';
import { tellsWhatMust } from '../matching/must-tell.js';
import { notesOn } from '../matching/notes.js';
import { nearWords, onlyCounts } from '../matching/only-counts.js';
import { reportPatterns } from '../matching/report-patterns.js';
import type { SentenceHit } from '../matching/sentences.js';
import { withLeading } from '../matching/telling.js';
import { chineseNumeral } from '../question/counted-names.js';
import { patterns } from '../question/patterns/index.js';
import { findPeriods } from '../text/periods.js';
import { isSamePart, isStretch } from '../text/year-parts.js';
import type { AnswerContext } from './context.js';
import { isNumbered } from './find-sentences.js';

/** A count before a class: 两个 of 两个副中心城市. */
const COUNT = /^[一二两三四五六七八九十\d]+[个位家大]/u;

/** The name or the office of whom a question asks who it is. */
export function nameAsked({ residue, describesPerson }: Frame): string | undefined {
  return describesPerson
    ? undefined
    : patterns().speakers.namedInResidue.find(residue.join(' '))?.groups?.name?.replace(COUNT, '');
}

/**
 * False for a sentence that lacks what must stand in it as asked: who somebody is can only be told where the name or the office stands (市委书记 is not
 * met by 市委 and 总书记), 第几届 by a sentence that numbers one.
 */
export function holdsNames(query: Frame, hit: SentenceHit): boolean {
  const who = nameAsked(query);
  const { ordinal } = query;
  const words = hit.report.view.text.slice(hit.span.start, hit.span.end);
  return (!who || holds(hit, who)) && (ordinal === undefined || isNumbered(words, ordinal));
}

/** False for a sentence that lacks what the question leaves no other answer than: a person's name, a place. */
export function tellsAsked({ query, lexicon }: AnswerContext, { report, span }: SentenceHit): boolean {
  const { text } = report.view;
  const quote = withLeading(text, span);
  const terms = termsInWords(query);
  const named = query.places.flatMap(({ value }) => [value.name, ...value.aliases]);
  const places = query.places.map(({ value }) => value.id);
  const ask = { must: query.must, asked: [terms.text, ...named].join(' '), terms, places };
  return tellsWhatMust(ask, text.slice(quote.start, quote.end), lexicon.gazetteer);
}

/** False for words that name no such part of the year as the question itself: 一季度 is told by none on the year, nor 上半年 by those on a quarter. */
export function tellsPart({ periods }: Frame, words: string): boolean {
  const asked = periods.flatMap(({ value, source }) => (source === 'question' && value.part ? [value.part] : []));
  if (asked.length === 0) return true;
  const told = findPeriods(words).flatMap(({ part }) => part ?? []);
  return asked.some((part) => told.some((one) => isSamePart(part, one)));
}

/** The same of a sentence with its headings, for parts of several months: of a day it may be told by what lasts longer. */
function isOfPart(query: Frame, { report, span, section }: SentenceHit): boolean {
  const stretches = query.periods.every(({ value: { part } }) => part === undefined || isStretch(part));
  const words = `${report.sections[section]?.path.join(' ') ?? ''} ${report.view.text.slice(span.start, span.end)}`;
  return !stretches || tellsPart(query, words);
}

/** True for a sentence that holds all that must stand in it as asked. */
export function holdsWhatMust(context: AnswerContext, hit: SentenceHit): boolean {
  const { query } = context;
  return holdsNames(query, hit) && tellsAsked(context, hit) && namesMembers(query, hit) && isOfPart(query, hit);
}

/** False for a sentence that only speaks of what a reason is asked of: 为什么取消了地铁 is not answered by what the report says of the metro. */
export function givesReason({ report, span }: SentenceHit): boolean {
  const words = report.view.text.slice(span.start, span.end);
  const { cause, reason } = signs();
  return [...cause, ...reason].some((word) => words.includes(word));
}

/** False for a sentence with no time beside its thing whose clause tells nothing that was done: 全面推进 tells no 哪年通车. */
export function tellsTime({ report, span, clause, defines }: SentenceHit): boolean {
  const { text } = report.view;
  const timed = (words: string): boolean =>
    findPeriods(words).length > 0 || reportPatterns().sentences.dateOrAim.in(words);
  const near = defines
    ? text.slice(span.start, span.end)
    : nearWords(text, span, clause, (before) => before.length <= LEADS && timed(before));
  const own = text.slice(clause.start, clause.end);
  return timed(near) || yesNoWords().nowDone.some((word) => own.includes(word));
}

/** The longest clause that only says when: 2021年9月，…. */
const LEADS = 14;

/** False for a sentence whose clause only counts what is asked for by name: 4条线路入选 tells nobody which four. */
export function namesMembers(query: Frame, hit: SentenceHit): boolean {
  const { list, sought, operation } = query;
  const { report, span, clause } = hit;
  if (isTooShort(query, hit)) return false;
  const counts = [...(list.count === undefined ? [] : [list.count]), ...list.names.flatMap((name) => name.counts)];
  if (counts.length === 0 || (operation !== 'list' && !sought.includes('names'))) return true;
  const { text } = report.view;
  const noted = notesOn(report, span).length > 0;
  return noted || !onlyCounts(text.slice(clause.start, clause.end), text.slice(clause.end), counts, numberForms);
}

/** What parts the pieces of a sentence. */
const PIECE = /[、，,；;：:。]/u;

/** So many that are asked for by name are told side by side; a few may be told in two sentences. */
const MANY = 5;

/**
 * True for a sentence that only uses a quoted name which counts its parts (继续实施“三整三改一分离”，全面开展村庄环境整治), or speaks of so many that are asked for by
 * name (评选产生出“新八景” for 是哪八个): it has fewer pieces than these.
 */
function isTooShort({ list, quoted, operation }: Frame, { report, span, defines }: SentenceHit): boolean {
  const named = list.names.filter(({ forms }) => quoted.some((name) => forms.includes(name)));
  const asked = operation === 'list' && (list.count ?? 0) >= MANY ? [list.count!] : [];
  const parts = [...asked, ...named.map(({ counts }) => Math.min(...counts))];
  if (defines || parts.length === 0 || notesOn(report, span).length > 0) return false;
  const words = report.view.text.slice(span.start, span.end);
  const pieces = words.split(PIECE).filter((piece) => piece.trim() !== '');
  const joined = Array.from(words).filter((unit) => soughtWords().tells.joins.includes(unit));
  return pieces.length + joined.length < Math.max(...parts);
}

function numberForms(n: number): string[] {
  return [String(n), chineseNumeral(n), ...(n === 2 ? ['两'] : [])];
}

export function holds({ report, span }: SentenceHit, name: string): boolean {
  return report.view.text.slice(span.start, span.end).includes(name);
}
