import { answerBeside } from '../answer/beside.js';
import type { AnswerContext } from '../answer/context.js';
import type { Answer } from '../answer/schema.js';
import { answerWhyOf, figureMeant, refuseWhy } from '../answer/why.js';
import { answerWhyMissed } from '../answer/why-missed.js';
import type { Frame } from '../frame/types.js';
import { namesNothing } from '../question/turns.js';
import { aside } from './remember.js';
import type { Session } from './sessions.js';
import { factOf } from './told.js';

type Base = Omit<AnswerContext, 'query'>;

/** 来了多少人 behind a sum of money: the only figure in the unit asked for that the sentence told before holds. */
export function besideLastIn(base: Base, session: Session, typed: Frame): Answer | undefined {
  const told = session.told?.at(-1);
  const last = told && session.answer?.kind === 'figure' ? factOf(base, told) : undefined;
  if (!last || typed.places.length + typed.periods.length + typed.indicators.length > 0) return undefined;
  return namesNothing(typed.residue.join('')) ? answerBeside({ ...base, query: typed }, last) : undefined;
}

/** 为什么, 为啥呢: a longer turn asks how the answer came about. */
const MOST_WHY = 5;

/**
 * The cause that the report tells of the last figure, where nothing but 为什么 is asked; undefined where it tells none.
 * @param bare whether nothing else is asked.
 */
export function causeOfLast(
  base: Base,
  session: Session,
  turn: Frame,
  bare: boolean = turn.text.length <= MOST_WHY,
): Answer | undefined {
  const told = session.answer?.kind === 'figure' ? session.told?.at(-1) : undefined;
  const last = told && factOf(base, told);
  if (!last || !bare) return undefined;
  const found = answerWhyOf({ ...base, query: turn }, last);
  return found && aside(session, found.answer);
}

/** What an outcome says of an aim that was not reached. */
const MISSED = '未达到';

/** Why the aim was missed that the turn before was told of, as the report that owns to it explains it; undefined behind any other answer, and where none does. */
export function whyMissedOfLast(base: Base, session: Session, turn: Frame): Answer | undefined {
  const { answer, remembered } = session;
  if (answer?.kind !== 'outcome' || !answer.headline.includes(MISSED) || turn.text.length > MOST_WHY) return undefined;
  if (!remembered) return undefined;
  const cues = { ...remembered.query.cues, why: true };
  const found = answerWhyMissed({ ...base, query: { ...remembered.query, cues, ofMissed: true } });
  return found && aside(session, found);
}

/**
 * Why the figure before is what it is, where a turn asks that: told in the report's words, or said not to be told. Undefined where the
 * turn asks of a thing of its own that was answered.
 */
export function whyOf(base: Base, session: Session, typed: Frame, plain: Answer): Answer | undefined {
  const told = session.told?.at(-1);
  const last = told && factOf(base, told);
  const context = { ...base, query: typed };
  if (!last || typed.places.length > 0 || typed.periods.length > 0)
    return plain.kind === 'figure' ? refuseWhy(context) : undefined;
  const meant = figureMeant(context, last);
  const bare = typed.indicators.length === 0 && namesNothing(typed.residue.join(''));
  const open = bare || plain.kind === 'refusal' || plain.kind === 'figure';
  const found = meant && answerWhyOf(context, meant);
  if (found && (found.named || open)) return found.answer;
  if (meant && (bare || plain.refusal === 'not-understood')) return refuseWhy(context, meant);
  return plain.kind === 'figure' ? refuseWhy(context) : undefined;
}
