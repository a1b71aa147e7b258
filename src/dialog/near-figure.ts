import { answerBeside } from '../answer/beside.js';
import type { AnswerContext } from '../answer/context.js';
import type { Answer } from '../answer/schema.js';
import { answerWhere } from '../answer/where.js';
import { answerWhyOf, figureMeant, refuseWhy } from '../answer/why.js';
import { answerWhyMissed } from '../answer/why-missed.js';
import type { Fact } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import { withWord } from '../question/followup.js';
import { readQuestion } from '../question/reader/read.js';
import { thingsIn } from '../question/things.js';
import { asksOfMiss } from '../question/turn-asks.js';
import { turnWords } from '../question/turn-words.js';
import { asksYesOrNo, namesNothing } from '../question/turns.js';
import { aside } from './remember.js';
import type { Session } from './sessions.js';
import { factOf } from './told.js';

type Base = Omit<AnswerContext, 'query'>;

/** 来了多少人 behind a sum of money: the figure that the sentence told before holds beside it, by the turn's words or its unit. */
export function besideLastIn(base: Base, session: Session, typed: Frame): Answer | undefined {
  const told = session.told?.at(-1);
  const last = told && session.answer?.kind === 'figure' ? factOf(base, told) : undefined;
  // 里头外贸的占多少箱 is of a part of what was told, though 外贸 by itself names an indicator.
  const inner = turnWords().inner.some((word) => typed.text.startsWith(word));
  if (!last || typed.places.length + typed.periods.length > 0 || (typed.indicators.length > 0 && !inner))
    return undefined;
  // 最后建起来几所 asks what came of an aim, and for no other aim of its sentence.
  const aimed = last.facet === 'target' || last.facet === 'plan-target';
  if (typed.facet && typed.facet.source === 'question' && aimed !== (typed.facet.value === 'target')) return undefined;
  const own = typed.residue.join(' ');
  const named = namesNothing(own.replaceAll(' ', '')) ? 'nothing' : thingsIn(own).length > 0 ? 'thing' : 'doing';
  // 哪家公司承建的 asks in words for no figure; 地方的那块 asks nothing itself, and goes on.
  if (!typed.wantsNumber && (typed.cues.words || asksYesOrNo(typed.text))) return undefined;
  const words = inner && typed.indicators.length > 0 ? asTyped(typed) : typed;
  // 能多收多少娃: people are named by a word of their own, and told by their unit.
  const people = typed.units.includes('人') && named === 'thing' ? 'doing' : named;
  return answerBeside({ ...base, query: words }, last, words === typed ? people : 'thing');
}

/** A turn with the words of the thing as they were typed, for the indicator that they name by themselves. */
function asTyped(typed: Frame): Frame {
  const { content } = readQuestion(typed.raw);
  const said = [...typed.raw].filter((_, i) => (content[i] ?? 0) > 0.5).join('');
  return withWord({ ...typed, indicators: [], residue: [], content: [], evidence: [] }, said);
}

/** 建在哪儿 behind a figure: its clause, where that tells a place; else a no that shows it. Undefined where a turn asks of a thing of its own. */
export function whereOfLast(base: Base, session: Session, typed: Frame): Answer | undefined {
  const told = session.answer?.kind === 'figure' ? session.told?.at(-1) : undefined;
  const last = told && factOf(base, told);
  const bare = typed.places.length + typed.periods.length + typed.indicators.length === 0;
  const named = thingsIn(typed.residue.join(' ')).length > 0 || typed.residue.join('').length > MOST_OF_DOING;
  return last && bare && !named ? answerWhere({ ...base, query: typed }, last) : undefined;
}

/** How many characters may say what is done, where only 在哪儿 is asked: 建起来在哪儿. */
const MOST_OF_DOING = 4;

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
  const miss = asksOfMiss(turn.text);
  const came = miss ? cameOf(base, session, last) : undefined;
  const context = { ...base, query: turn };
  const found = (came && answerWhyOf(context, came, miss)) ?? answerWhyOf(context, last, miss);
  return found && aside(session, found.answer);
}

/** 差这么多啊，啥原因 behind an aim asks of what came of it, where that was told before. */
function cameOf(base: Base, { told = [] }: Session, last: Fact): Fact | undefined {
  if (last.facet !== 'target') return undefined;
  return told
    .flatMap((one) => factOf(base, one) ?? [])
    .findLast(
      (f) =>
        f.facet === 'outcome' &&
        f.place === last.place &&
        f.indicator === last.indicator &&
        f.period.to === last.period.to,
    );
}

/**
 * Why what came of an aim is what it is, where a turn asks that in whatever words (怎么没够着, 为啥没完成) and names no other thing; undefined behind any other
 * answer than of target and outcome, and where no report tells it.
 */
export function causeOfOutcome(base: Base, session: Session, turn: Frame): Answer | undefined {
  const told = session.answer?.kind === 'outcome' ? session.told?.at(-1) : undefined;
  const last = told && factOf(base, told);
  const named = turn.indicators.length + turn.places.length + thingsIn(turn.residue.join(' ')).length > 0;
  if (!last || !turn.cues.why || named) return undefined;
  const found = answerWhyOf({ ...base, query: turn }, last, asksOfMiss(turn.text));
  const missed = found?.named ? undefined : ownedMiss(base, session);
  return found || missed ? aside(session, missed ?? found!.answer) : undefined;
}

/** What an outcome says of an aim that was not reached. */
const MISSED = '未达到';

/** Why the aim was missed that the turn before was told of, as the report that owns to it explains it; undefined behind any other answer, and where none does. */
export function whyMissedOfLast(base: Base, session: Session, turn: Frame): Answer | undefined {
  const { answer, remembered } = session;
  if (answer?.kind !== 'outcome' || !answer.headline.includes(MISSED) || turn.text.length > MOST_WHY) return undefined;
  if (!remembered) return undefined;
  const found = ownedMiss(base, session);
  return found && aside(session, found);
}

/** The sentence by which the report owns to the miss of what was spoken of, with its reasons. */
function ownedMiss(base: Base, { remembered }: Session): Answer | undefined {
  if (!remembered) return undefined;
  const cues = { ...remembered.query.cues, why: true };
  return answerWhyMissed({ ...base, query: { ...remembered.query, cues, ofMissed: true } });
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
  const found = meant && answerWhyOf(context, meant, asksOfMiss(typed.text));
  if (found && (found.named || open)) return found.answer;
  if (meant && (bare || plain.refusal === 'not-understood')) return refuseWhy(context, meant);
  return plain.kind === 'figure' ? refuseWhy(context) : undefined;
}
