import { findPeriods } from '../text/periods.js';
import { findQuantities } from '../text/quantities.js';
import { splitClauses, splitSentences } from '../text/sentences.js';
import type { Quantity } from '../text/types.js';
import type { Answer } from './schema.js';
import { type Against, type CheckVerdict, judge, type Says } from './verify-judge.js';

/** One figure of a text, checked against the reports. */
export interface CheckedFigure {
  /** The words that claim it, up to the figure, and the figure alone, as written. */
  readonly claim: string;
  readonly figure: string;
  /** The question that was put to the reports, and how it was read (空 where it was not understood). */
  readonly question: string;
  readonly reading: string;
  readonly verdict: CheckVerdict;
  /** The figures it was compared with, each with its citation. Empty for not-held. */
  readonly against: readonly Against[];
  /** What keeps a verdict from being plain: another bound, a place that the text does not name. */
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
    if (quantities.length === 0) {
      const alone = look(clause);
      context = { ...context, ...readContext(clause, alone), says: saysOf(clause, alone, context) };
    }
    for (const [index, quantity] of quantities.entries()) {
      if (checks.length >= MAX_FIGURES) {
        left += 1;
        continue;
      }
      const question = questionFor(clause, quantities, index);
      const alone = look(question);
      const says = saysOf(clause, alone, context);
      const full = complete(question, alone, context, says);
      const answer = full === question ? alone : look(full);
      context = { ...context, ...readContext(clause, answer), says };
      const judged = judge({ quantity, before: clause.slice(0, quantity.span.start), says }, answer);
      const written = { claim: claimOf(clause, quantities, index), figure: quantity.text };
      checks.push({ ...written, question: full, reading: answer.understood.line, ...judged });
    }
  }
  return { checks, left };
}

/** The place, year and indicator that hold until others are named, and whether targets or results are spoken of. */
interface Context {
  readonly place?: string;
  readonly year?: string;
  /** With its facet: 地区生产总值目标. */
  readonly indicator?: string;
  readonly says?: Says;
}

const TARGET = /目标|预期|力争|计划|确保|争取|规划/u;
const OUTCOME = /实现|完成|同比|已[经达]|超额/u;

/** A place after these is only compared with: what follows is not of it. */
const COMPARED = /[高低快慢多少]于|比.{1,12}[高低快慢多少]/u;

/** Whether a clause speaks of a target or of a result; a new year begins anew. */
function saysOf(clause: string, { understood }: Answer, context: Context): Says | undefined {
  if (TARGET.test(clause)) return 'target';
  if (OUTCOME.test(clause)) return 'outcome';
  return understood.years.some(({ source }) => source === 'question') ? undefined : context.says;
}

function readContext(clause: string, { understood }: Answer): Context {
  if (COMPARED.test(clause)) return {};
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
function complete(question: string, { understood }: Answer, context: Context, says: Says | undefined): string {
  const asked = (slots: Answer['understood']['places']) => slots.some((slot) => slot.source === 'question');
  const place = asked(understood.places) ? '' : (context.place ?? '');
  const year = asked(understood.years) ? '' : spoken(context.year);
  const bare = question.replace(/多少.*$/u, '');
  const placeAlone = bare.length > 1 && understood.places.some(({ value }) => value.startsWith(bare));
  if (placeAlone && context.indicator !== undefined) return `${year}${bare}${context.indicator}多少`;
  const target = says === 'target' && !TARGET.test(question) ? '的目标' : '';
  return `${place}${year}${question}${target}`;
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

/** What joins figures at the head of what comes after one. */
const SEPARATORS = /^[\s、，,；;：:。和及与]+/u;

/** The clause with the figure asked for instead of said; what belongs to its other figures is left out where it can be. */
function questionFor(clause: string, quantities: readonly Quantity[], index: number): string {
  const { span, unit } = quantities[index]!;
  const asked = unit === '' || unit === '%' ? '多少' : `多少${unit}`;
  const previous = quantities[index - 1]?.span.end ?? 0;
  const next = quantities[index + 1]?.span.start ?? clause.length;
  const before = clause.slice(previous, span.start).replace(SEPARATORS, '');
  const after = index === quantities.length - 1 ? clause.slice(span.end, next) : '';
  if (before.length + after.trim().length >= 2) return tidy(`${before}${asked}${after}`);
  // 分别增长8%、10%: nothing of its own stands before the figure, so the whole clause is asked.
  const first = quantities[0]!;
  return tidy(`${clause.slice(0, first.span.start)}${asked}${clause.slice(quantities.at(-1)!.span.end)}`);
}

/** The part of a clause that is about one of its figures: from the figure before it to its own end. */
function claimOf(clause: string, quantities: readonly Quantity[], index: number): string {
  const { span } = quantities[index]!;
  const own = clause.slice(quantities[index - 1]?.span.end ?? 0, span.end).replace(SEPARATORS, '');
  return own.length > span.end - span.start + 1 ? own : clause.slice(0, span.end).replace(SEPARATORS, '');
}

function tidy(question: string): string {
  return question.replace(/[\s。；;！!，,]+$/, '').trim();
}
