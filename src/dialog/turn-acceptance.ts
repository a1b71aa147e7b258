import type { Answer, AnswerFigure } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import { termsInWords } from '../matching/ask.js';
import { lazyFitted, probability, weigh } from '../matching/fitted.js';
import { coverOf, shareOf, type Terms } from '../matching/terms.js';
import { counterOf, unitFamily } from '../matching/unit-family.js';
import { thingsIn } from '../question/things.js';
import { asksYesOrNo, namesNothing } from '../question/turns.js';
import { saysSame } from './likeliest.js';
import type { Session } from './sessions.js';

/** A turn that leans on the one before, with what was found for it. */
export interface TurnTold {
  readonly answer: Answer;
  /** The turn as it says itself. */
  readonly typed: Frame;
  /** The turn in its talk, as it was answered. */
  readonly query: Frame;
  readonly session: Pick<Session, 'answer' | 'remembered'>;
}

/** The features of an acceptance. Their weights stand in config/fitted/turns.json. */
export const TURN_FEATURES: readonly string[] = [
  'always',
  'likelihood',
  'unrated',
  'figure',
  'words',
  'figure*likelihood',
  'words*likelihood',
  'own.none',
  'own.exact',
  'words*own.none',
  'words*own.exact',
  'words*own.synonyms',
  'words*all.exact',
  'before.exact',
  'words*before.missed',
  'again',
  'beside*own.missed',
  'number>words',
  'number>words*own.missed',
  'number>words*again',
  'whether>words*own.missed',
  'figure-asked>words',
  'no-figure>figure',
  'how',
  'indicator.same',
  'unit.other',
  'unit.clash',
  'several',
  'nothing*before.missed',
  'rank.clash',
];

const fitted = lazyFitted('turns.json', TURN_FEATURES);

/** The probability that an answer tells what the turn asks: what was taken over from the turn before may have answered alone. */
export function turnProbability(turn: TurnTold): number {
  return probability(weigh(fitted().weights, turnVector(turn)));
}

/** True for an answer that is likely enough to be told to its turn. */
export function isAccepted(turn: TurnTold): boolean {
  return turnProbability(turn) >= fitted().threshold;
}

/** What of a turn, its answer and the turn before tells whether the answer is right. */
export function turnVector({ answer, typed, query, session: { answer: last, remembered } }: TurnTold): Float64Array {
  const quotes = answer.citations.map(({ quote }) => quote).join(' ');
  const said = typed.residue.join('');
  const namesNone = said === '' || namesNothing(said);
  const own = heldOf(termsInWords(typed), quotes);
  const beforeHeld = remembered ? heldOf(termsInWords(remembered.query), quotes) : { exact: 0, wide: 0 };
  const before = beforeHeld.exact;
  const namesThing = thingsIn(typed.residue.join(' ')).length + typed.indicators.length > 0;
  const all = heldOf(termsInWords(query), quotes).exact;
  const isFigure = answer.kind === 'figure';
  const inWords = answer.kind === 'passages';
  const asksWhether = typed.cues.whether || asksYesOrNo(typed.text);
  const odds = oddsOf(answer);
  const figure = isFigure ? answer.figures[0] : undefined;
  const values: Record<string, number> = {
    always: 1,
    likelihood: odds,
    unrated: flag(answer.confidence === undefined),
    figure: flag(isFigure),
    words: flag(inWords),
    'figure*likelihood': isFigure ? odds : 0,
    'words*likelihood': inWords ? odds : 0,
    'own.none': flag(namesNone),
    'own.exact': namesNone ? 0 : own.exact,
    'words*own.none': flag(inWords && namesNone),
    'words*own.exact': inWords && !namesNone ? own.exact : 0,
    'words*own.synonyms': inWords && !namesNone ? own.wide - own.exact : 0,
    'words*all.exact': inWords ? all : 0,
    'before.exact': before,
    'words*before.missed': inWords && !namesSlot(typed) ? 1 - before : 0,
    again: flag(saysAgain(answer, typed, last)),
    'beside*own.missed': !namesNone && standsWhere(answer, last) ? 1 - own.wide : 0,
    'number>words': flag(typed.wantsNumber && inWords),
    'number>words*own.missed': typed.wantsNumber && inWords && !namesNone ? 1 - own.wide : 0,
    'number>words*again': flag(typed.wantsNumber && inWords && saysFigureOf(answer, last)),
    'whether>words*own.missed': asksWhether && inWords && !namesNone ? 1 - own.wide : 0,
    'figure-asked>words': flag(query.operation === 'figure' && inWords),
    'no-figure>figure': flag(isFigure && asksForNoFigure(typed)),
    how: flag(typed.cues.how),
    several: flag(isFigure && answer.figures.length > 1),
    'nothing*before.missed': isFigure && !namesThing ? 1 - beforeHeld.wide : 0,
    ...(figure ? ofFigure(figure, typed, query, remembered?.unit) : {}),
  };
  return Float64Array.from(TURN_FEATURES, (name) => values[name] ?? 0);
}

/** How the figure that would be told stands to the thing and the unit that are asked for. */
function ofFigure(figure: AnswerFigure, typed: Frame, query: Frame, unit: string | undefined): Record<string, number> {
  const [asked] = typed.units;
  return {
    'indicator.same': flag(query.indicators.some(({ value }) => value.name === figure.indicator)),
    'unit.other': flag(asked === undefined && unit !== undefined && counterOf(unit) !== counterOf(figure.unit)),
    'rank.clash': flag((typed.measure === 'rank') !== RANKS.has(figure.unit)),
    'unit.clash': flag(asked !== undefined && unitFamily(asked) !== unitFamily(figure.unit)),
  };
}

/** Beyond these an answer's own probability says no more. */
const SUREST = 0.99;
/** What an answer counts that has no probability of its own. */
const UNRATED = 0.5;
/** Log-odds in this measure are as wide as the other features. */
const ODDS_SCALE = 4;

function oddsOf({ confidence = UNRATED }: Answer): number {
  const p = Math.min(SUREST, Math.max(1 - SUREST, confidence));
  return Math.log(p / (1 - p)) / ODDS_SCALE;
}

const flag = (is: boolean): number => (is ? 1 : 0);

/** What words hold of what is looked for, as shares of its weight: themselves, and by a synonym too. All of it where nothing is looked for. */
function heldOf(terms: Terms, words: string): { readonly exact: number; readonly wide: number } {
  if (terms.total === 0) return { exact: 1, wide: 1 };
  const { exact, wide } = coverOf(terms, words);
  return { exact: shareOf(terms, exact), wide: shareOf(terms, wide) };
}

/** True for a turn that names a place, a time or a thing. */
function namesSlot({ places, periods, indicators, reportYear, residue }: Frame): boolean {
  const slots = places.length + periods.length + indicators.length;
  return slots > 0 || reportYear !== undefined || thingsIn(residue.join(' ')).length > 0;
}

/** True for one figure that the answer before told, where the turn names no side, time or place of which it is told once more. */
export function saysAgain(
  answer: Answer,
  { facet, periods, reportYear, places }: Frame,
  last: Answer | undefined,
): boolean {
  const [own, ...more] = answer.figures;
  if (more.length > 0) return false;
  if (saysSame(answer, last)) return true;
  const named = facet !== undefined || periods.length > 0 || reportYear !== undefined || places.length > 0;
  if (named || own === undefined || last === undefined || last.kind === 'refusal') return false;
  return last.figures.some((f) => f.text === own.text && f.indicator === own.indicator && f.period === own.period);
}

/** True for words that hold the figure that was told before. */
function saysFigureOf({ headline }: Answer, last: Answer | undefined): boolean {
  const before = last?.kind === 'figure' ? last.figures[0] : undefined;
  return before !== undefined && headline.includes(`${before.low}${before.unit}`);
}

/** True for a turn that asks in words, and not how something stands, so that no number answers it: 哪家公司承建的, 收不收费. */
export function asksForNoFigure({ wantsNumber, cues, text }: Frame): boolean {
  const inWords = cues.words && !cues.state && !cues.how && !cues.what && !cues.wording;
  return !wantsNumber && (inWords || asksYesOrNo(text));
}

/** True for the sentence that the figure before stands in. */
function standsWhere({ citations: [own] }: Answer, last: Answer | undefined): boolean {
  const before = last?.kind === 'figure' ? last.citations[last.figures[0]?.citation ?? 0] : undefined;
  return (
    own !== undefined &&
    before !== undefined &&
    own.seed === before.seed &&
    own.start < before.end &&
    before.start < own.end
  );
}

/** Units of places in an order. */
const RANKS: ReadonlySet<string> = new Set(['位', '名', '']);
