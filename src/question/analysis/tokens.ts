import { groupsOf, type PlaceGroup } from '../../lexicon/groups.js';
import type { Lexicon } from '../../lexicon/load.js';
import { placePosition } from '../../lexicon/place-position.js';
import type { Indicator, Place } from '../../lexicon/types.js';
import { parseNumeral } from '../../text/numerals.js';
import { findPeriods } from '../../text/periods.js';
import { findQuantities } from '../../text/quantities.js';
import type { Quantity } from '../../text/types.js';
import { nationMeant } from '../nation.js';
import { patterns } from '../patterns/index.js';
import { isOfCompany, isOfNature, isOrigin, isPartner } from '../places.js';
import type { Token, TokenKind } from './line.js';
import { analysisWords } from './words.js';

/** A time as it stands in a question; relative ones carry the shift from the year that is meant. */
export interface YearValue {
  readonly from: number;
  readonly to: number;
  readonly shift?: number;
  /** True where it names a report: 2024年的报告. */
  readonly report: boolean;
  readonly range: boolean;
}

const QUOTED = /[“"「『‘《]([^“”"「」『』‘’《》]{1,40})[”"」』’》]/gu;
const RANGE =
  /(?<![\d.])((?:19|20)?\d{2})年?(?:[说看算讲列数排]?到|至|—|–|-|~|～)((?:19|20)?\d{2})(?:年(?!代|来|以|多)|(?=[^\d.%％万亿个家人]))/gu;
const YEAR =
  /(?<![\d.])((?:19|20)\d{2})(?:年度?|(?![\d.%％万亿个家人套座户元]))|(?<![\d.第])(\d{2})年(?!代|来|以|多|内|期)/gu;
/** Years in a row of which the last alone, or none, has its 年: 18、19、20年, 14、15、16这三年, 2017 18 19 20这四年, 17、18、21三份报告. */
const YEARS_IN_ROW =
  /(?<![\d.])(?:(?:19|20)?\d{2}[、,， ]){1,9}(?:(?:19|20)?\d{2}[、和跟])?(?:19|20)?\d{2}(?= ?(?:年|这?[两三四五六七八九十](?:个?年|份)))/gu;
/** Years in brackets behind how many they are: 这三年（21、22、23）, （21、22、23）三年. */
const YEARS_IN_BRACKETS =
  /(?<=[两三四五六七八九十]年[（(])(?:(?:19|20)?\d{2}[、,，和跟 ]){1,9}(?:19|20)?\d{2}(?=年?[）)])|(?<=[（(])(?:(?:19|20)?\d{2}[、,，和跟 ]){1,9}(?:19|20)?\d{2}(?=年?[）)]这?[两三四五六七八九十]年)/gu;
const RELATIVE: readonly (readonly [RegExp, number])[] = [[/(?<![以之])前年/gu, -2]];
const POINTS = /(?<![\d.])(\d{1,2}(?:\.\d+)?)个?点(?!几)/gu;

/** So far above its first digit a rate of 5字头 may be: reports give two places at most. */
const BELOW_NEXT = 0.99;

/** Half of a whole: 过半, 超过一半. */
const HALF = /(?<=[过超逾到足])一?半(?!年|天|个|数)/gu;

/** 半个点. */
const A_HALF = 0.5;

/** 31 of 31个省 is no number that is asked for. */
const ALL_PROVINCES = /31个?(?=省)/gu;

const newest = 2100;

/** Two digits of a year as people write them: 21 → 2021, 98 → 1998. */
function fullYear(digits: string): number {
  const n = Number(digits);
  return digits.length === 4 ? n : n > 60 ? 1900 + n : 2000 + n;
}

/** True for a place whose name a group's would be cut from: a longer one, or one that it begins within (西南 of 广西南宁). */
function hides(place: { readonly start: number; readonly end: number }, start: number, end: number): boolean {
  const within = place.start < start && start < place.end;
  return place.start < end && start < place.end && (within || place.end - place.start > end - start);
}

/** All that exact recognisers find in a question, none overlapping: quotations, indicators, groups, places, times, numbers. */
export function tokensOf(text: string, lexicon: Lexicon): Token[] {
  const said = patterns().tokens;
  const found: Token[] = [];
  const free = (start: number, end: number): boolean => !found.some((t) => t.start < end && start < t.end);
  const all = [...text.matchAll(ALL_PROVINCES)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const add = <T>(kind: TokenKind, start: number, end: number, value: T): void => {
    if (all.some((t) => t.start < end && start < t.end)) return;
    if (free(start, end)) found.push({ kind, start, end, text: text.slice(start, end), value });
  };
  for (const m of text.matchAll(QUOTED))
    if (!said.onlyFigure.in(m[1]!)) add('W', m.index, m.index + m[0].length, m[1]!.trim());
  addTimes(text, add);
  const groups = groupsOf(lexicon.gazetteer);
  const named = lexicon.gazetteer.find(text).filter((m) => !isOfNature(text, m));
  const passedOver = lexicon.gazetteer.passedOver(text);
  // 东北亚 is not 东北; 大湘西 is a group by that very name.
  const stands = (start: number, end: number): boolean =>
    !passedOver.some((s) => s.start <= start && end <= s.end && s.end - s.start > end - start);
  for (const [name, group] of groups.names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (!named.some((m) => hides(m, at, at + name.length)))
        if (stands(at, at + name.length) && !isNamedAfter(text, at + name.length) && !isJoined(text, at))
          add('G', at, at + name.length, group);
  // 城市居民消费价格 is no name in 主要城市居民消费价格谁最高: what is recognised already hides no name behind it.
  for (const m of lexicon.indicators.find(masked(text, found), true))
    add<Indicator>('I', behindNation(named, m.start, m.end), m.end, m.indicator);
  // 比国家低: the nation under a word that is none of its names.
  const nation = lexicon.gazetteer.get('000000');
  if (nation) for (const m of said.nation.findAll(text)) add<readonly Place[]>('P', m.index, m.index + 2, [nation]);
  // 总理的报告, 全国人大会上: the nation by who speaks for it, where no place is named.
  const meant = named.length === 0 && !found.some((t) => t.kind === 'G') ? nationMeant(text, false) : undefined;
  if (nation && meant) add<readonly Place[]>('P', meant.start, meant.end, [nation]);
  addContainer(text, named, add);
  const origin = (m: { readonly start: number; readonly end: number }): boolean =>
    named.length > 1 && (isOrigin(text.slice(m.end)) || isOfCompany(text, m));
  for (const m of named)
    if (!isPartner(text, m) && !origin(m)) add<readonly Place[]>('P', m.start, m.end, [m.place, ...m.others]);
  addAbbreviations(text, groups.abbreviations, found, add);
  const addNumber = ({ index, 0: said }: RegExpMatchArray, low: number, unit: string): void => {
    const span = { start: index ?? 0, end: (index ?? 0) + said.length };
    const number = { kind: 'number', low, high: low, bound: '=', unit } as const;
    add<Quantity>('N', span.start, span.end, { ...number, span, core: span, text: said });
  };
  for (const m of text.matchAll(POINTS)) addNumber(m, Number(m[1]), '个百分点');
  for (const m of text.matchAll(HALF)) addNumber(m, 50, '%');
  for (const m of said.spokenAmount.findAll(text)) {
    const { number, scale } = m.groups!;
    const low = parseNumeral(number!);
    if (low !== null && /[^百千]/u.test(number!)) addNumber(m, low, scale!);
  }
  for (const m of said.spokenDecimal.findAll(text)) {
    const { number, unit = '', half } = m.groups!;
    const low = half ? A_HALF : parseNumeral(number!);
    if (low !== null) addNumber(m, low, unit || half ? '个百分点' : '');
  }
  for (const m of said.leadingDigit.findAll(text)) {
    const span = { start: m.index, end: m.index + m[0].length };
    const low = Number(m[0]);
    const range = { kind: 'number', low, high: low + BELOW_NEXT, bound: 'range', unit: '%' } as const;
    add<Quantity>('R', span.start, span.end, { ...range, span, core: span, text: m[0] });
  }
  for (const m of said.bareScale.findAll(text)) {
    const { times, scale } = m.groups!;
    const low = times === '百' ? 100 : times === '千' ? 1000 : 1;
    const tail = said.counterBehind.find(text.slice(m.index + m[0].length))?.[0] ?? '';
    const span = { start: m.index, end: m.index + m[0].length + tail.length };
    const quantity: Quantity = {
      kind: 'number',
      low,
      high: low,
      bound: '=',
      unit: `${scale}${tail}`,
      span,
      core: span,
      text: text.slice(span.start, span.end),
    };
    add('N', span.start, span.end, quantity);
  }
  for (const m of text.matchAll(
    /(?<![\d.])\d{1,2}(?=份|次|届|名|位|个|家|市(?!值|场)|年(?!\d))|(?<=[前后头第pP]|倒数|最后)\d{1,2}(?![\d.%％])/gu,
  ))
    add('C', m.index, m.index + m[0].length, Number(m[0]));
  for (const q of findQuantities(text)) {
    if (q.kind !== 'number' || q.low === null) {
      if (q.kind !== 'number' || q.high === null) continue;
    }
    add<Quantity>(q.bound === 'range' ? 'R' : 'N', q.core.start, q.core.end, q);
  }
  for (const m of said.bareNumber.findAll(text)) addNumber(m, Number(m.groups!.number), '');
  return found;
}

function masked(text: string, tokens: readonly Token[]): string {
  const taken = (at: number): boolean => tokens.some(({ start, end }) => start <= at && at < end);
  return Array.from({ length: text.length }, (_, i) => (taken(i) ? '\u0000' : text[i])).join('');
}

/** Where an indicator's name begins: 全国 of 全国城镇调查失业率 is the place that is asked about, where no other is named. */
function behindNation(named: ReturnType<Lexicon['gazetteer']['find']>, start: number, end: number): number {
  const nation = named.find((m) => m.start === start && m.end < end && m.place.level === 'nation');
  return nation && named.every((m) => m.place.level === 'nation') ? nation.end : start;
}

function addContainer(text: string, named: ReturnType<Lexicon['gazetteer']['find']>, add: Add): void {
  const provinces = new Map(named.flatMap((m) => (m.place.level === 'province' ? [[m.place.id, m.place]] : [])));
  const [province] = provinces.values();
  if (!province || provinces.size > 1) return;
  for (const m of patterns().tokens.ownProvince.findAll(text))
    add<readonly Place[]>('P', m.index, m.index + m[0].length, [province]);
}

/** Two years as they are written, with where they stand. */
interface Span {
  readonly index: number;
  readonly said: string;
  readonly from: string;
  readonly to: string;
}

type Add = <T>(kind: TokenKind, start: number, end: number, value: T) => void;

function addTimes(text: string, add: Add): void {
  const isReport = (end: number): boolean => patterns().tokens.reportBehind.in(text.slice(end));
  const ofReports = [...patterns().tokens.reportSpan.findAll(text)].map(
    (m): Span => ({
      index: m.index,
      said: m[0],
      from: m.groups!.from ?? m.groups!.fromYear!,
      to: m.groups!.to ?? m.groups!.toYear!,
    }),
  );
  const ranges = [...text.matchAll(RANGE)].map((m): Span => ({ index: m.index, said: m[0], from: m[1]!, to: m[2]! }));
  for (const m of [...ofReports, ...ranges]) {
    const [from, to] = [fullYear(m.from), fullYear(m.to)];
    if (Math.abs(to - from) > 150) continue;
    const end = m.index + m.said.length;
    const value: YearValue = { from: Math.min(from, to), to: Math.max(from, to), report: isReport(end), range: true };
    add('Y', m.index, end, value);
  }
  const rows = [...text.matchAll(YEARS_IN_ROW), ...text.matchAll(YEARS_IN_BRACKETS)];
  for (const row of [...rows, ...patterns().tokens.yearRow.findAll(text)]) {
    // 2022、2024年报告: each of the row is a report's.
    const rowEnd = row.index + row[0].length;
    const ofReports = isReport(rowEnd + (text[rowEnd] === '年' ? 1 : 0));
    for (const m of row[0].matchAll(/\d+/gu)) {
      const year = fullYear(m[0]);
      const start = row.index + m.index;
      const end = start + m[0].length + (text[start + m[0].length] === '年' ? 1 : 0);
      add<YearValue>('Y', start, end, { from: year, to: year, report: ofReports, range: false });
    }
  }
  for (const m of findPeriods(text, { short: true })) {
    const { start, end } = m.span;
    if (m.kind === 'relative' && m.shift !== undefined && m.part === undefined)
      add<YearValue>('Y', start, end, { from: 0, to: 0, shift: m.shift, report: isReport(end), range: false });
    else if (m.from !== undefined && m.to !== undefined && m.part === undefined && m.to < newest)
      add<YearValue>('Y', start, end, { from: m.from, to: m.to, report: isReport(end), range: m.from !== m.to });
  }
  for (const m of text.matchAll(YEAR)) {
    const year = fullYear(m[1] ?? m[2]!);
    const end = m.index + m[0].length;
    add<YearValue>('Y', m.index, end, { from: year, to: year, report: isReport(end), range: false });
  }
  for (const [pattern, shift] of RELATIVE)
    for (const m of text.matchAll(pattern))
      add<YearValue>('Y', m.index, m.index + m[0].length, { from: 0, to: 0, shift, report: false, range: false });
}

/** 西部大开发, 中部崛起: what is called by a group of places, and no group that is asked about. */
function isNamedAfter(text: string, end: number): boolean {
  return placePosition().events.some((event) => text.startsWith(event, end));
}

/** Runs of one-character names of provinces, two at least: 京沪津渝, 川渝; or one right beside a group: 江浙沪皖. */
/** 要进万亿城市: a group that somebody is to join is none whose members are asked about. */
function isJoined(text: string, at: number): boolean {
  return analysisWords().joinsGroup.some((verb) => text.slice(0, at).endsWith(verb));
}

/** Where a run of one-character names ends that begins at a place of a text, 、 between them or not: 粤鄂川藏, 粤、鄂、川. */
function runEnd(text: string, start: number, open: (at: number) => boolean): number {
  let end = start;
  for (;;) {
    if (open(end)) end++;
    else if (
      end > start &&
      text[end] === '、' &&
      open(end + 1) &&
      patterns().tokens.behindShort.in(text[end + 2] ?? '、')
    )
      end += 2;
    else return end;
  }
}

function addAbbreviations(text: string, names: ReadonlyMap<string, Place>, found: readonly Token[], add: Add): void {
  // What the group is called by is such a run itself.
  const beside = (start: number, end: number): boolean =>
    found.some((t) => t.kind === 'G' && (t.end === start || t.start === end) && isRun(t));
  const isRun = ({ text: name, value }: Token): boolean =>
    [...name].length === (value as PlaceGroup).members.length && [...name].some((c) => names.has(c));
  const open = (at: number): boolean => names.has(text[at] ?? '') && !found.some((t) => t.start <= at && at < t.end);
  const { routes } = placePosition();
  for (let i = 0; i < text.length; ) {
    const end = runEnd(text, i, open);
    const chars = [...text.slice(i, end)].filter((char) => names.has(char));
    // 京沪高铁, 湘赣边: what is called by a run of provinces.
    const isName = routes.some((word) => text.startsWith(word, end));
    if (!isName && (chars.length >= 2 || (chars.length > 0 && beside(i, end)))) {
      const members = chars.map((char) => names.get(char)!);
      const group: PlaceGroup = {
        id: 'abbreviated',
        name: members.map((p) => p.short).join('、'),
        aliases: [],
        members,
        folders: [],
        source: '简称',
        date: '',
      };
      add('G', i, end, group);
    }
    i = Math.max(end, i + 1);
  }
}
