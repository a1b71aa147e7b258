import type { Frame, Slot } from '../frame/types.js';
import { withIndicator } from '../frame/with-indicator.js';
import { parseNumeral } from '../text/numerals.js';
import { findPeriods } from '../text/periods.js';
import { findQuantities } from '../text/quantities.js';
import { splitClauses, splitSentences } from '../text/sentences.js';
import type { Quantity, Span } from '../text/types.js';
import { checkWords } from './check-words.js';
import type { CheckAsked } from './checks.js';
import { milestonesIn } from './milestones.js';
import { patterns } from './patterns/index.js';

/** One thing that a text says: a figure, or, without one, a statement. */
export interface Claim {
  /** Its words as written, up to the figure. */
  readonly text: string;
  readonly quantity?: Quantity;
  /** True where only a part of the number is told: 四成多, 一千多亿, 过900亿. */
  readonly passed: boolean;
  /** True where yes or no is asked: any figure beyond bears out one that is only passed. */
  readonly whether?: boolean;
  /** Which way the words say that it goes. */
  readonly way?: 'up' | 'down';
  /** The question that its figure would answer; place, time and subject may be those of a claim before it. */
  readonly frame: Frame;
}

export interface Claims {
  /** The text that was read. */
  readonly text: string;
  readonly claims: readonly Claim[];
  /** Figures that were left out for length. */
  readonly left: number;
}

/** More claims than this in one text are counted, not checked. */
export const MOST_CLAIMS = 20;
/** Statements without a figure that are checked. */
const MOST_STATEMENTS = 5;
/** The longest text that is checked, in UTF-16 units; the rest is not read. */
export const MAX_CHECK = 4000;
/** A statement says something from so many Chinese characters on. */
const LEAST_STATEMENT = 6;
const MOST_SHOWN = 40;
/** A longer text is a paragraph that stands for itself and takes nothing from the turn before. */
const MOST_LEANING = 60;

/** Reads a text as questions; given by who knows places and words. */
export type Parse = (text: string) => Frame;

/**
 * What a text claims, in order: each figure as the question that it would answer, and statements without a figure. Place, time and
 * what is measured hold on from clause to clause until others are named. Pure; never throws.
 * @param earlier the turn before, from which a text without a place of its own takes what it leaves out.
 */
export function readClaims(
  { claims: source, around, whether, cameAbout }: CheckAsked,
  parse: Parse,
  earlier?: Frame,
): Claims {
  const text = source.slice(0, MAX_CHECK);
  const claims: Claim[] = [];
  const statements: Claim[] = [];
  let left = 0;
  let before = around === undefined || around.length < 2 ? earlierOf(text, parse, earlier) : parse(around);
  for (const sentence of splitSentences(text)) {
    let figures = 0;
    for (const span of splitClauses(text, sentence)) {
      const clause = text.slice(span.start, span.end);
      const quantities = withoutRuns(clause, figuresOf(clause));
      if (quantities.length === 0) {
        before = carried(parse(clause), before);
        continue;
      }
      for (const [index, quantity] of quantities.entries()) {
        if (claims.length >= MOST_CLAIMS) {
          left += 1;
          continue;
        }
        const claim = claimOf(clause, quantities, index, quantity, before, parse);
        if (claim === undefined) continue;
        figures += 1;
        before = claim.frame;
        const side = cameAbout || isReached(clause, quantity) ? asReached(claim) : claim;
        claims.push(...ofEach(whether ? asWhether(side, clause) : side, clause, quantities.length));
      }
    }
    const said = text.slice(sentence.start, sentence.end);
    if (figures === 0 && isStatement(said)) statements.push(statementOf(said, before, parse));
  }
  const told = statements.slice(0, Math.max(0, Math.min(MOST_STATEMENTS, MOST_CLAIMS - claims.length)));
  return { text, claims: claims.length === 0 || around !== undefined ? [...claims, ...told] : claims, left };
}

/** The figures of a clause without a number of years that only tells how long one of the others held: 连续10年居首位. */
function withoutRuns(clause: string, quantities: Quantity[]): Quantity[] {
  const { runBefore } = patterns().claims;
  const others = quantities.filter(({ span }) => !runBefore.in(clause.slice(0, span.start)));
  return others.length > 0 ? others : quantities;
}

/** 固投、社零目标都是5%左右: the one figure of a clause is claimed of each indicator that is named before it. */
function ofEach(claim: Claim, clause: string, figures: number): Claim[] {
  const { indicators } = claim.frame;
  const all = checkWords().ofAll.some((word) => clause.includes(word));
  if (figures !== 1 || indicators.length < 2 || !all || claim.quantity === undefined) return [claim];
  const { quantity } = claim;
  return indicators.map(({ value }) => {
    const frame = withIndicator(claim.frame, value);
    return { ...claim, text: `${value.name}${quantity.text}`, frame: { ...frame, units: unitsOf(frame, quantity) } };
  });
}

/** The turn before, where the text names no place and leans on it. */
function earlierOf(text: string, parse: Parse, earlier: Frame | undefined): Frame | undefined {
  if (earlier === undefined || text.length > MOST_LEANING) return undefined;
  const { places, allPlaces, unknownPlace } = parse(text);
  // A word that may be a place or the thing itself (富士康是2010年…) is the thing behind a turn that named one.
  const elsewhere = unknownPlace !== undefined && unknownPlace.kind !== 'unclear';
  return places.length > 0 || allPlaces !== undefined || elsewhere ? undefined : earlier;
}

function isStatement(sentence: string): boolean {
  return (sentence.match(/\p{Script=Han}/gu)?.length ?? 0) >= LEAST_STATEMENT;
}

function statementOf(sentence: string, before: Frame | undefined, parse: Parse): Claim {
  const text = sentence.replace(/[。？！?!]+$/u, '');
  const frame = withSlots(parse(text), before);
  return { text: shorten(text), passed: false, frame: { ...frame, operation: 'passage', wantsNumber: false } };
}

function claimOf(
  clause: string,
  quantities: readonly Quantity[],
  index: number,
  quantity: Quantity,
  before: Frame | undefined,
  parse: Parse,
): Claim | undefined {
  const parsed = parse(questionFor(clause, quantities, index));
  const frame = carried(quantity.kind === 'rank' ? withoutField(parsed, before) : parsed, before);
  if (!hasSubject(frame)) return undefined;
  const words = clause.slice(quantities[index - 1]?.span.end ?? 0, quantity.core.start);
  const way = wayOf(words);
  return {
    text: shorten(clause.slice(ownStart(clause, quantities, index), quantity.span.end)),
    quantity,
    passed: isPassed(clause, quantity),
    ...(way ? { way } : {}),
    frame: { ...frame, operation: 'figure', units: unitsOf(frame, quantity), wantsNumber: true },
  };
}

/** A frame without the place in which another one is ranked: 崇左…出口总额排广西第一. */
function withoutField(next: Frame, before: Frame | undefined): Frame {
  const own = before?.places[0]?.value;
  const isField = own !== undefined && next.places.every(({ value }) => value.id === own.parent);
  return isField ? { ...next, places: [] } : next;
}

/** The unit of the figure, where the question does not ask in one. */
function unitsOf(frame: Frame, { unit, kind }: Quantity): readonly string[] {
  if (kind === 'rank' || unit === '' || frame.units.length > 0) return frame.units;
  return unit === '成' ? ['%'] : [unit];
}

/** A frame with what the clause leaves to the one before: place, time, facet, and what is measured where it names nothing. */
function carried(next: Frame, before: Frame | undefined): Frame {
  if (before === undefined) return next;
  const frame = withSlots(next, before);
  if (hasSubject(next)) return frame;
  return {
    ...frame,
    indicators: earlier(before.indicators),
    residue: before.residue,
    attached: before.attached,
    background: before.background,
    content: before.content,
    quoted: before.quoted,
    head: before.head,
    evidence: behind(before.evidence, next.evidence),
  };
}

function withSlots(next: Frame, before: Frame | undefined): Frame {
  if (before === undefined) return next;
  const placed = next.places.length > 0;
  const { unknownPlace: _, ...known } = next;
  const timed = next.periods.length > 0 || next.reportYear !== undefined;
  return {
    ...(placed || before.places.length === 0 ? next : known),
    places: placed ? next.places : earlier(before.places),
    periods: timed ? next.periods : earlier(before.periods),
    reportYear: timed ? next.reportYear : before.reportYear,
    facet: next.facet ?? (timed || next.bothFacets ? undefined : carriedFacet(before)),
    facetSure: next.facet ? next.facetSure : before.facetSure,
  };
}

function carriedFacet({ facet }: Frame): Frame['facet'] {
  return facet ? { value: facet.value, source: 'earlier' } : undefined;
}

function earlier<T>(slots: readonly Slot<T>[]): Slot<T>[] {
  return slots.map(({ value }) => ({ value, source: 'earlier' }));
}

/** The words of the claim before, and behind them those of this one. */
function behind(first: Frame['evidence'], second: Frame['evidence']): Frame['evidence'] {
  const end = first.reduce((most, run) => Math.max(most, run.start + run.text.length), 0) + 1;
  return [...first, ...second.map((run) => ({ ...run, start: run.start + end }))];
}

function hasSubject({ indicators, residue }: Frame): boolean {
  return indicators.length > 0 || residue.join('').length >= 2;
}

/** The figures that a clause claims, in order; years, fields of ranks and names are none. */
export function figuresOf(clause: string): Quantity[] {
  const { fieldBehind } = patterns().claims;
  const periods = findPeriods(clause).map((p) => p.span);
  const found = findQuantities(clause).filter(
    ({ kind, unit, core, span }) =>
      kind !== 'phrase' &&
      unit !== '强' &&
      !fieldBehind.in(clause.slice(span.end)) &&
      !periods.some((p) => meets(p, core)),
  );
  const all = [...found, ...roundFigures(clause, [...periods, ...found.map((q) => q.span)])];
  return all.map((q) => asPlace(clause, q)).sort((a, b) => a.span.start - b.span.start);
}

/** 从全国147名升到87名 names places in an order. */
function asPlace(clause: string, quantity: Quantity): Quantity {
  const { kind, unit, span } = quantity;
  const { nounBehind, inField } = patterns().claims;
  const counted = kind !== 'number' || !/^[名位]$/u.test(unit) || nounBehind.in(clause.slice(span.end));
  return counted || !inField.in(clause.slice(0, span.start)) ? quantity : { ...quantity, kind: 'rank', unit: '' };
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function roundFigures(clause: string, taken: readonly Span[]): Quantity[] {
  const free = (at: number, size: number) => !taken.some((t) => meets(t, { start: at, end: at + size }));
  const out: Quantity[] = [];
  const add = (match: RegExpMatchArray, low: number | null, unit: string) => {
    const span = { start: match.index!, end: match.index! + match[0].length };
    if (low !== null && free(span.start, match[0].length))
      out.push({ kind: 'number', low, high: null, bound: '>=', unit, span, core: span, text: match[0] });
  };
  const { round, overHalf, bareRate } = patterns().claims;
  for (const m of round.findAll(clause)) {
    const { number, more, scale } = m.groups!;
    if (more) add(m, parseNumeral(number!), scale!);
  }
  for (const { match, low, unit } of milestonesIn(clause)) add(match, low, unit);
  for (const m of overHalf.findAll(clause)) add(m, 50, '%');
  for (const m of bareRate.findAll(clause)) add(m, Number(m.groups!.number), '%');
  return out;
}

/** True where the figure is only passed: 过900亿, 四成多; 7%以上 is a bound of its own. */
function isPassed(clause: string, { span, bound, text }: Quantity): boolean {
  const { bounded, moreThan } = patterns().claims;
  if (bounded.in(text)) return false;
  const { exceeds } = checkWords();
  if (exceeds.some((w) => clause.slice(0, span.start).endsWith(w))) return true;
  return bound === '>=' && (exceeds.some((w) => text.startsWith(w)) || moreThan.in(text));
}

/** A claim of which yes or no is asked: a level that is to be reached (到4000亿了吗) is borne out by any beyond. */
function asWhether(claim: Claim, clause: string): Claim {
  const { span, unit, text } = claim.quantity!;
  const before = clause.slice(0, span.start);
  const level = unit !== '%' && checkWords().reaches.some((w) => before.endsWith(w) || text.startsWith(w));
  return { ...claim, whether: true, passed: claim.passed || level };
}

/** True where the words around a figure say that it was reached: 打了28亿斤, 已达到98%. */
function isReached(clause: string, { span, core }: Quantity): boolean {
  const { reachedBefore, reachedBehind } = patterns().claims;
  return reachedBefore.in(clause.slice(0, core.start)) || reachedBehind.in(clause.slice(span.end));
}

/** A claim that its figure was reached, where its words tell no facet. */
function asReached(claim: Claim): Claim {
  const { facet, bothFacets } = claim.frame;
  if (facet || bothFacets) return claim;
  return { ...claim, frame: { ...claim.frame, facet: { value: 'outcome', source: 'question' }, facetSure: true } };
}

/** The last word before a figure that says which way it goes; 降到0.18% names what was reached, and no fall of so much. */
function wayOf(words: string): Claim['way'] {
  const { falls, rises } = checkWords();
  const last = (list: readonly string[]) =>
    list
      .map((w) => ({ at: words.lastIndexOf(w), end: words.lastIndexOf(w) + w.length }))
      .sort((a, b) => b.at - a.at)[0]!;
  const [down, up] = [last(falls), last(rises)];
  const word = down.at > up.at ? down : up;
  if (word.at < 0 || patterns().claims.cameTo.in(words.slice(word.end))) return undefined;
  return word === down ? 'down' : 'up';
}

/** The clause with the figure asked for instead of said; what belongs to its other figures is left out where it can be. */
function questionFor(clause: string, quantities: readonly Quantity[], index: number): string {
  const { span, unit, kind } = quantities[index]!;
  const asked = kind === 'rank' ? '第几' : unit === '' || unit === '%' || unit === '成' ? '多少' : `多少${unit}`;
  const from = quantities[index - 1]?.span.end ?? 0;
  const before = withoutBound(patterns().claims.separators.cutFrom(clause.slice(from, span.start)));
  const after = index === quantities.length - 1 ? clause.slice(span.end) : '';
  const place = index === 0 ? '' : ' ';
  if (before.length + after.trim().length >= 1) return `${before}${asked}${after}`.trim();
  // 分别增长8%、10%: nothing of its own stands before the figure, so the whole clause is asked.
  return `${clause.slice(0, quantities[0]!.span.start)}${asked}${place}`.trim();
}

/** The words before a figure without the one by which it is only passed: 企业过 of 企业过500家. */
function withoutBound(words: string): string {
  const bound = checkWords()
    .exceeds.filter((w) => words.endsWith(w) && words.length > w.length)
    .sort((a, b) => b.length - a.length)[0];
  return bound === undefined ? words : words.slice(0, -bound.length);
}

/** Where the words of a figure begin: behind the one before it. */
function ownStart(clause: string, quantities: readonly Quantity[], index: number): number {
  const start = quantities[index - 1]?.span.end ?? 0;
  return start + (patterns().claims.separators.find(clause.slice(start))?.[0].length ?? 0);
}

function shorten(text: string): string {
  return text.length > MOST_SHOWN ? `…${text.slice(-MOST_SHOWN)}` : text;
}
