import type { Quantity } from '../text/types.js';
import type { Answer, AnswerFigure, Citation } from './schema.js';

/**
 * supported: a report says this figure; differs: the reports give another one for the same thing;
 * not-held: the reports hold no figure that it could be compared with.
 */
export type CheckVerdict = 'supported' | 'differs' | 'not-held';

/** Whether a text speaks of what is aimed at or of what was reached. */
export type Says = 'target' | 'outcome';

/** A figure of a report that another was compared with. */
export interface Against {
  readonly figure: AnswerFigure;
  readonly citation: Citation;
}

/** A figure as a text claims it. */
export interface Claim {
  readonly quantity: Quantity;
  /** The clause up to the figure. */
  readonly before: string;
  readonly says: Says | undefined;
}

export interface Judged {
  readonly verdict: CheckVerdict;
  readonly against: readonly Against[];
  readonly note?: string;
}

/**
 * Compares a claimed figure with what the reports answer to the question it would answer. A difference is only said where the
 * text itself names place and year, and where target stands against target and result against result.
 */
export function judge(claim: Claim, answer: Answer): Judged {
  const comparable = answer.figures
    .filter((figure) => isComparable(claim.quantity, figure))
    .map((figure) => ({ figure, citation: answer.citations[figure.citation]! }));
  const same = comparable.filter(({ figure }) => fits(figure, claim) !== 'no');
  const equal = same.filter((against) => isEqual(claim, against));
  const unnamed = unnamedSlot(answer);
  if (equal.length > 0) {
    const exact = equal.filter(({ figure }) => figure.bound === claim.quantity.bound);
    const notes = [unnamed, exact.length === 0 ? '数字相同，界限不同' : undefined].filter((note) => note !== undefined);
    const against = exact.length > 0 ? exact : equal;
    return { verdict: 'supported', against, ...(notes.length > 0 ? { note: notes.join('；') } : {}) };
  }
  const [first] = comparable;
  if (first === undefined) return { verdict: 'not-held', against: [] };
  if (unnamed !== undefined) return { verdict: 'not-held', against: [], note: unnamed };
  const plain = comparable.filter(({ figure }) => fits(figure, claim) === 'yes');
  if (plain.length > 0) return { verdict: 'differs', against: plain };
  const held = isAimed(first.figure) ? '目标' : '结果';
  const asked =
    claim.says === undefined ? '文中没有说是目标' : `文中说的是${claim.says === 'target' ? '目标' : '结果'}`;
  return { verdict: 'not-held', against: comparable, note: `报告里只有${held}，${asked}` };
}

/** What the text leaves open and the corpus has filled in. */
function unnamedSlot({ understood }: Answer): string | undefined {
  const named = (slots: Answer['understood']['places']) => slots.some(({ source }) => source === 'question');
  const filled = [
    ...(named(understood.places) ? [] : ['文中没有写明地区']),
    ...(named(understood.years) ? [] : ['年份按报告理解']),
  ];
  return filled.length === 0 ? undefined : filled.join('，');
}

function isAimed({ facet }: AnswerFigure): boolean {
  return facet === 'target' || facet === 'plan-target';
}

/** How targets are put. */
const BOUNDED = /(?:以上|以内|以下|左右)$/u;

/**
 * A target answers to what is called one, or put like one. Where the text does not say, a target may support a figure but
 * not contradict it.
 */
function fits(figure: AnswerFigure, { says, quantity }: Claim): 'yes' | 'perhaps' | 'no' {
  if (says === undefined) return isAimed(figure) && !BOUNDED.test(quantity.text) ? 'perhaps' : 'yes';
  return isAimed(figure) === (says === 'target') ? 'yes' : 'no';
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

function isEqual({ quantity, before }: Claim, { figure, citation }: Against): boolean {
  if (FALL.test(before) !== FALL.test(wordsBefore(figure, citation))) return false;
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
