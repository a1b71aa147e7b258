import { answerQuery } from '../answer/answer.js';
import { answerCheck } from '../answer/check/answer.js';
import type { Answer } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import { type CheckAsked, checkAsked, claimsOf, isBareNumber } from '../question/checks.js';
import { MAX_CHECK, readClaims } from '../question/claims.js';
import { asTold } from '../question/followup.js';
import { normalizeQuestion } from '../question/normalize.js';
import type { Tables } from './analysis.js';
import type { DialogContext } from './context.js';
import { refuseText } from './no-question.js';
import { aside, remember } from './remember.js';
import type { Session } from './sessions.js';

/** Sets what a turn claims against the reports. */
export interface Claims {
  /** A text whose figures are to be set against the reports, as it stands. */
  text(session: Session, raw: string): Answer;
  /** A turn that asks whether what it says is so; undefined for any other. */
  turn(session: Session, text: string): Answer | undefined;
}

/** A claim longer than this stands for itself. */
const MOST_LEANING_CLAIM = 24;

/** Claims over one store. */
export function createClaims(context: DialogContext, tables: Tables): Claims {
  const { store, lexicon, parsed, parsePiece, parseLeaning, examples } = context;

  function checkText(session: Session, raw: string): Answer {
    const normalized = normalizeQuestion(raw, MAX_CHECK);
    if (!normalized.ok) return aside(session, refuseText(normalized.problem, examples(), MAX_CHECK));
    return check(session, claimsOf(normalized.text));
  }

  function check(session: Session, asked: CheckAsked): Answer {
    const short = asked.claims.length <= MOST_LEANING_CLAIM;
    const parse = (text: string): Frame => (short ? parseLeaning(session, text) : parsePiece(text));
    const read = readClaims(asked, parse, asTold(session.remembered)?.query);
    const answer = answerCheck({ store, lexicon }, read);
    const [first] = read.claims;
    return first ? remember(session, first.frame, answer) : aside(session, answer);
  }

  /** Whether something is so of many rows (连着两年没完成目标，对吗), where they tell. */
  function checkRows(session: Session, claims: string, frame: Frame): Answer | undefined {
    const analysis = tables.claimed(session, claims);
    if (!analysis) return undefined;
    const query = tables.frameOf(analysis, frame);
    const answer = answerQuery({ store, lexicon, query });
    return answer.kind === 'refusal' ? undefined : remember(session, query, answer);
  }

  return {
    text: checkText,
    turn(session, text) {
      const asked = checkAsked(text, session.answered !== undefined);
      return asked && (checkRows(session, asked.claims, parsed(text)) ?? check(session, withUnit(session, asked)));
    },
  };
}

/** 我看到写的是14.7 behind a figure in % says 14.7%. */
function withUnit({ remembered, answer }: Session, asked: CheckAsked): CheckAsked {
  const unit = remembered?.unit ?? answer?.figures[0]?.unit;
  return unit !== undefined && isBareNumber(asked.claims) ? { ...asked, claims: `${asked.claims}${unit}` } : asked;
}
