import { findPeriods } from '../text/periods.js';
import { findQuantities } from '../text/quantities.js';
import { splitClauses, splitSentences } from '../text/sentences.js';
import type { Quantity } from '../text/types.js';
import type { Answer, AnswerFigure, Citation } from './schema.js';

/**
 * supported: a report says this figure; differs: the reports give another one for the same thing;
 * not-held: the reports hold no figure that it could be compared with.
 */
export type CheckVerdict = 'supported' | 'differs' | 'not-held';

/** One figure of a text, checked against the reports. */
export interface CheckedFigure {
  /** The clause in which it stands, and the figure, as written. */
  readonly clause: string;
  readonly figure: string;
  /** The question that was put to the reports, and how it was read (空 where it was not understood). */
  readonly question: string;
  readonly reading: string;
  readonly verdict: CheckVerdict;
  /** The figures it was compared with, each with its citation. Empty for not-held. */
  readonly against: readonly { readonly figure: AnswerFigure; readonly citation: Citation }[];
  /** What the figures do not share though their digits do. */
  readonly note?: string;
}

/** Everything that was checked, and how many figures were left out for length. */
export interface CheckedText {
  readonly checks: readonly CheckedFigure[];
  readonly left: number;
}

/** More figures than this in one text are counted, not checked. */
const MAX_FIGURES = 20;
const MAX_CHARACTERS = 4000;

/**
 * Checks every figure of a text against the reports: each clause is put as the question that its figure would answer.
 * `look` answers one question by itself, leaning on no earlier turn. Place and year hold on from clause to clause, as a reader takes them.
 */
export function checkFigures(text: string, look: (question: string) => Answer): CheckedText {
  const source = text.slice(0, MAX_CHARACTERS);
  const claims = splitSentences(source)
    .flatMap((sentence) => splitClauses(source, sentence))
    .map((span) => source.slice(span.start, span.end));
  const checks: CheckedFigure[] = [];
  let left = 0;
  let context: Context = {};
  for (const clause of claims) {
    const quantities = figuresOf(clause);
    if (quantities.length === 0) context = { ...context, ...readContext(look(clause)) };
    for (const [index, quantity] of quantities.entries()) {
      if (checks.length >= MAX_FIGURES) {
        left += 1;
        continue;
      }
      const question = questionFor(clause, quantities, index);
      const alone = look(question);
      const full = complete(question, alone, context);
      const answer = full === question ? alone : look(full);
      context = { ...context, ...readContext(answer) };
      checks.push(judge(clause.trim(), quantity, full, answer));
    }
  }
  return { checks, left };
}

/** The place, year and indicator that hold until others are named. */
interface Context {
  readonly place?: string;
  readonly year?: string;
  /** With its facet: 地区生产总值目标. */
  readonly indicator?: string;
}

function readContext({ understood }: Answer): Context {
  const place = understood.places.find((slot) => slot.source === 'question')?.value;
  const year = understood.years.find((slot) => slot.source === 'question')?.value;
  const indicator = understood.indicator && `${understood.indicator.value}${understood.facet?.value ?? ''}`;
  return {
    ...(place === undefined ? {} : { place }),
    ...(year === undefined ? {} : { year }),
    ...(indicator === null ? {} : { indicator }),
  };
}

/** A question with the place and year that it lacks and the text has named before; a place alone (怀化8%以上) takes the indicator on too. */
function complete(question: string, { understood }: Answer, context: Context): string {
  const asked = (slots: Answer['understood']['places']) => slots.some((slot) => slot.source === 'question');
  const place = asked(understood.places) ? '' : (context.place ?? '');
  const year = asked(understood.years) ? '' : spoken(context.year);
  const bare = question.replace(/多少.*$/u, '');
  const placeAlone = bare.length > 1 && understood.places.some(({ value }) => value.startsWith(bare));
  if (placeAlone && context.indicator !== undefined) return `${year}${bare}${context.indicator}多少`;
  return `${place}${year}${question}`;
}

function spoken(year: string | undefined): string {
  if (year === undefined) return '';
  return /\d$/.test(year) ? `${year}年` : year;
}

/** The figures of a clause; years and other periods are none. */
function figuresOf(clause: string): Quantity[] {
  const periods = findPeriods(clause);
  return findQuantities(clause).filter(
    ({ kind, core }) =>
      kind !== 'phrase' && !periods.some(({ span }) => core.start < span.end && span.start < core.end),
  );
}

/** The clause with the figure asked for instead of said; what belongs to its other figures is left out where it can be. */
function questionFor(clause: string, quantities: readonly Quantity[], index: number): string {
  const { span, unit } = quantities[index]!;
  const asked = unit === '' || unit === '%' ? '多少' : `多少${unit}`;
  const previous = quantities[index - 1]?.span.end ?? 0;
  const next = quantities[index + 1]?.span.start ?? clause.length;
  const before = clause.slice(previous, span.start).replace(/^[\s、，,；;和及与]+/, '');
  const after = index === quantities.length - 1 ? clause.slice(span.end, next) : '';
  if (before.length + after.trim().length >= 2) return tidy(`${before}${asked}${after}`);
  // 分别增长8%、10%: nothing of its own stands before the figure, so the whole clause is asked.
  const first = quantities[0]!;
  return tidy(`${clause.slice(0, first.span.start)}${asked}${clause.slice(quantities.at(-1)!.span.end)}`);
}

function tidy(question: string): string {
  return question.replace(/[\s。；;！!，,]+$/, '').trim();
}

function judge(clause: string, quantity: Quantity, question: string, answer: Answer): CheckedFigure {
  const base = { clause, figure: quantity.text, question, reading: answer.understood.line };
  const comparable = answer.figures
    .filter((figure) => isComparable(quantity, figure))
    .map((figure) => ({ figure, citation: answer.citations[figure.citation]! }));
  const falls = FALL.test(clause.slice(0, clause.indexOf(quantity.text)));
  const equal = comparable.filter(
    ({ figure, citation }) => isEqual(quantity, figure) && falls === FALL.test(wordsBefore(figure, citation)),
  );
  const exact = equal.filter(({ figure }) => figure.bound === quantity.bound);
  if (exact.length > 0) return { ...base, verdict: 'supported', against: exact };
  if (equal.length > 0) {
    return { ...base, verdict: 'supported', against: equal, note: '数字相同，界限不同' };
  }
  return { ...base, verdict: comparable.length > 0 ? 'differs' : 'not-held', against: comparable };
}

/** Ends with a word that turns a figure into a fall: 下降8% and 增长8% share their digits only. */
const FALL = /(?:下降|降低|减少|回落|下滑|压减|负增长)[^，。；、增升]{0,4}$/u;

/** What stands before a figure in its quote, with the words of its own that say which way it goes. */
function wordsBefore(figure: AnswerFigure, { quote, marks = [] }: Citation): string {
  const mark = marks.find(({ start, end }) => digits(quote.slice(start, end)) === digits(figure.text));
  const before = mark === undefined ? '' : quote.slice(Math.max(0, mark.start - 12), mark.start);
  return before + figure.text.slice(0, figure.text.search(/\d/));
}

/** A unit as a multiple of its base: 万户 is 10,000 of 户. */
const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
];

function scale(unit: string): { factor: number; base: string } {
  const found = SCALES.find(([prefix]) => unit.startsWith(prefix));
  return found ? { factor: found[1], base: unit.slice(found[0].length) } : { factor: 1, base: unit };
}

/** Per cent is compared with per cent, percentage points with percentage points, 亿元 with 万元. */
function isComparable(quantity: Quantity, figure: AnswerFigure): boolean {
  return scale(quantity.unit).base === scale(figure.unit).base;
}

function isEqual(quantity: Quantity, figure: AnswerFigure): boolean {
  if (quantity.kind === 'ratio') return digits(quantity.text) === digits(figure.text);
  const own = ends(quantity.low, quantity.high);
  const theirs = ends(figure.low, figure.high);
  if (own === null || theirs === null) return false;
  const factor = scale(quantity.unit).factor;
  const other = scale(figure.unit).factor;
  const slack = quantity.bound === '~' ? halfOfLastDigit(quantity.text) * factor : 0;
  return own.every((value, index) => {
    const [a, b] = [value * factor, theirs[index]! * other];
    return Math.abs(a - b) <= Math.max(slack, Math.abs(a) * 1e-9);
  });
}

/** Both ends of a value or range; an open one is as its closed end. */
function ends(low: number | null, high: number | null): readonly [number, number] | null {
  const first = low ?? high;
  const last = high ?? low;
  return first === null || last === null ? null : [first, last];
}

/** How far a value may lie from a rounded one: 0.5 for 约7, 0.05 for 约7.5. */
function halfOfLastDigit(text: string): number {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

function digits(text: string): string {
  return (text.match(/\d+(?:\.\d+)?/g) ?? []).join(' ');
}
