import { isDeepStrictEqual } from 'node:util';
import { answerQuery } from '../answer/answer.js';
import { inEnglish } from '../answer/english.js';
import { answerAfterAll } from '../answer/in-words.js';
import { joined } from '../answer/joined.js';
import { notice } from '../answer/notice.js';
import { refuseTime } from '../answer/refusal.js';
import type { Answer } from '../answer/schema.js';
import { commandErrorText, namesOf, parseCommand, toQuestion } from '../commands/index.js';
import type { Lexicon } from '../lexicon/load.js';
import { asksOfAllYears } from '../question/analysis/asks-all.js';
import { asksHowFar } from '../question/analysis/how-far.js';
import { speaksOfMention } from '../question/analysis/mention-sides.js';
import { withoutAsides } from '../question/asides.js';
import { MAX_CHECK } from '../question/claims.js';
import { withoutCourtesy } from '../question/courtesy.js';
import { impossibleTime } from '../question/impossible-time.js';
import { readLatin } from '../question/latin.js';
import { asksByWord, linesOf, questionsOf } from '../question/message.js';
import { withNamedYears } from '../question/named-years.js';
import { MAX_QUESTION, normalizeQuestion } from '../question/normalize.js';
import { patterns } from '../question/patterns/index.js';
import { askedBesideTold, turnAskOf } from '../question/turn-asks.js';
import { whetherAsked } from '../question/whether.js';
import type { Store } from '../retrieval/types.js';
import { createAboutLast } from './about-last.js';
import { createTables } from './analysis.js';
import { showItem } from './asides.js';
import { askAgain, choiceOf, isNumber } from './choices.js';
import { createClaims } from './claims.js';
import { createCommands } from './commands.js';
import { createContext } from './context.js';
import { answerNoQuestion, refuseLatin, refuseText } from './no-question.js';
import { createOfAnswer } from './of-answer.js';
import { createOneQuestion } from './one-question.js';
import { ownCopy } from './own-copy.js';
import { aside, remember } from './remember.js';
import type { Session } from './sessions.js';
import { createSpeakerNames } from './speaker-named.js';
import { createTakenApart } from './taken-apart.js';
import type { Accepts } from './turn-gate.js';
import { isCutWrongly, placed } from './typed-turn.js';
import { answerWhether } from './whether.js';
import { type WithinItem, withinItem, withinOther } from './within-item.js';

export interface Conversation {
  /** One turn. Never throws for what was typed. */
  turn(session: Session, text: string): Answer;
}

/** One way to answer a turn: undefined where the turn is none of its kind. */
type Step = (session: Session, text: string, raw: string) => Answer | undefined;

/** A turn that is nothing but a year. */
const YEAR_ALONE = /^(?:19|20)\d{2}$/u;

/**
 * Conversations over one store.
 * @param accepts whether an answer is likely enough to be told to a turn that leans on the one before; as fitted unless given.
 */
export function createConversation(store: Store, lexicon: Lexicon, accepts?: Accepts): Conversation {
  const context = createContext(store, lexicon);
  const { held, parsed, parsePiece, parseLeaning, placeIn, examples } = context;
  const names = namesOf(lexicon);
  const ofAnswer = createOfAnswer({ store, lexicon }, question);
  const tables = createTables(store, lexicon, parsed, context.known);
  const withPlaceOfSpeaker = createSpeakerNames(store);
  const takenApart = createTakenApart(question, parsed, tables.writtenOut);
  const { command, more, chart } = createCommands(context);
  const aboutLast = createAboutLast(context, ofAnswer, { command, more, chart });
  const claims = createClaims(context, tables);
  const oneQuestion = createOneQuestion(context, tables, takenApart, question, ofAnswer.citeItem, accepts);

  /** The ways to answer a turn, the first that knows it is taken. */
  const steps: readonly Step[] = [
    editTable,
    takenApart.ofRow,
    takenApart.ofEach,
    asWithinOther,
    aboutLast,
    besideTold,
    asNamed,
    asWithinItem,
    noQuestion,
    asPicture,
    asYear,
    asPlainlyAsked,
    severalQuestions,
    latinQuestion,
    withoutTime,
    claims.turn,
  ];

  function turn(session: Session, raw: string): Answer {
    const chosen = choiceOf(session, raw);
    if (chosen === undefined && isNumber(raw) && session.choices?.length) return askAgain(session.choices);
    const read = parseCommand(chosen ?? raw, names);
    if (read.kind === 'error') return aside(session, notice(commandErrorText(read)));
    if (read.kind === 'question') return question(session, read.text);
    if (read.command.name === 'check') return claims.text(session, read.args.text ?? '');
    const asQuestion = toQuestion(read);
    return asQuestion !== null ? question(session, asQuestion) : command(session, read);
  }

  function question(session: Session, raw: string): Answer {
    if (raw.length > MAX_QUESTION && raw.length <= MAX_CHECK) return claims.text(session, raw);
    const normalized = normalizeQuestion(raw);
    if (!normalized.ok) return aside(session, refuseText(normalized.problem, examples()));
    const { text } = normalized;
    for (const step of steps) {
      const answer = step(session, text, raw);
      if (answer) return answer;
    }
    const whether = asksOfYears(session, text)
      ? undefined
      : answerWhether(text, { store, lexicon, parse: (words) => parseLeaning(session, words) });
    if (whether?.answer) return remember(session, whether.claim.frame, whether.answer);
    return itemOfList(session, text) ?? oneQuestion(session, text, raw, whether);
  }

  /** True for what asks of several years whether, or in which, something is so: no claim of one figure. */
  function asksOfYears(session: Session, text: string): boolean {
    if (asksOfAllYears(text)) return true;
    if (whetherAsked(text) === undefined) return false;
    const table = tables.read(session, text);
    if (table?.kind !== 'figures' || table.conditions.length === 0) return false;
    return table.years.kind !== 'list' || table.years.years.length > 1;
  }

  /** What a turn takes out of the answer before or adds to it: the answer anew, or one line that it cannot be. */
  function editTable(session: Session, text: string): Answer | undefined {
    const edited = tables.edited(session, text);
    if (!edited) return undefined;
    if ('cannot' in edited) return aside(session, notice(edited.cannot));
    return remember(session, edited.query, answerQuery({ store, lexicon, query: edited.query }));
  }

  /** What a turn asks for, set beside the figure before: 21年计划改的比这个多还是少. */
  function besideTold(session: Session, text: string): Answer | undefined {
    const asked = session.answer?.kind === 'figure' ? askedBesideTold(text) : undefined;
    if (asked === undefined) return undefined;
    const attempt = { ...session };
    const own = question(attempt, asked);
    const pair = own.kind === 'figure' && own.figures.length === 1 && ofAnswer.answer(attempt, { kind: 'gap' });
    if (!pair || pair.kind === 'refusal') return undefined;
    Object.assign(session, attempt);
    return pair;
  }

  /** A report named by its speaker, and a year by what it is known for, in plain names. */
  function asNamed(session: Session, text: string): Answer | undefined {
    const named = withNamedYears(withPlaceOfSpeaker(text), lexicon.gazetteer);
    return named === text ? undefined : question(session, named);
  }

  /** What is asked within one item of the list before: told by its own line, else the item itself. */
  function asWithinItem(session: Session, text: string): Answer | undefined {
    return ofItem(session, withinItem(session, text));
  }

  /** The same asked within another item: 第三个呢. */
  function asWithinOther(session: Session, text: string): Answer | undefined {
    return ofItem(session, withinOther(session, text));
  }

  function ofItem(session: Session, within: WithinItem | undefined): Answer | undefined {
    if (!within) return undefined;
    const before = { ...session };
    const answer = question(session, within.question);
    session.within = within.rest;
    if (within.isOf(answer)) return answer;
    Object.assign(session, before);
    return showItem(session, within.item, ofAnswer.citeItem);
  }

  function noQuestion(session: Session, text: string): Answer | undefined {
    const answer = answerNoQuestion(text, examples);
    return answer && aside(session, answer);
  }

  /** A question that asks for its answer as a picture, where it can be drawn. */
  function asPicture(session: Session, text: string): Answer | undefined {
    const drawn = patterns().answers.draw.find(text)?.[0].length;
    if (drawn === undefined || drawn === text.length) return undefined;
    const answer = question(session, text.slice(drawn));
    return answer.chart ? { ...answer, wantsChart: true } : answer;
  }

  /** A year alone goes on with what was asked. */
  function asYear(session: Session, text: string): Answer | undefined {
    return session.remembered && YEAR_ALONE.test(text) ? question(session, `${text}年呢`) : undefined;
  }

  /** A question without the words around it that ask nothing. */
  function asPlainlyAsked(session: Session, text: string, raw: string): Answer | undefined {
    if (raw.includes('\n')) return undefined;
    const plain = withoutAsides(withoutCourtesy(text), placeIn, session.remembered !== undefined);
    return plain === text ? undefined : question(session, plain);
  }

  /** Several questions of one message, one after another: each may lean on the one before. */
  function severalQuestions(session: Session, text: string, raw: string): Answer | undefined {
    const { questions, left } = questionsOf(linesOf(raw), parsePiece);
    if (questions.length < 2 || (left.length === 0 && isOneTable(session, text, questions))) return undefined;
    const before = { ...session };
    const answers = questions.map((one) => question(session, one));
    const answer = joined(questions, answers, left);
    if (answers.some((a) => a.kind === 'refusal')) {
      const apart = takenApart.distributed(before, parsed(text), answer);
      if (apart) return Object.assign(session, before) && apart;
      const one = isCutWrongly(answers) ? asOne(before, text) : undefined;
      if (one) return Object.assign(session, before) && one;
    }
    session.answer = ownCopy(answer);
    session.choices = answer.choices;
    return answer;
  }

  /**
   * True for a table with what is asked of it behind a stop (每次都定多少？哪年最高), or with what only says more of it (…？看GDP); for a search
   * only where what stands behind asks more of it (…出现过？哪一年).
   */
  function isOneTable(session: Session, text: string, [first = '', ...behind]: readonly string[]): boolean {
    const goesOn = behind.every((piece) => {
      const { places, allPlaces, indicators, periods } = parsePiece(piece);
      const ofItsOwn = places.length > 0 || allPlaces !== undefined || indicators.length > 0 || periods.length > 0;
      const complete = (places.length > 0 || allPlaces !== undefined) && indicators.length > 0;
      return (
        !ofItsOwn ||
        (!complete && !asksByWord(patterns().answers.those.replaceIn(piece, () => ''))) ||
        asksHowFar(piece)
      );
    });
    const whole = goesOn ? tables.read(session, text) : undefined;
    if (whole?.kind !== 'mentions' || !asksByWord(first)) return whole !== undefined;
    const before = tables.read(session, first);
    if (before?.kind !== 'mentions' || before.term !== whole.term || whole.beside) return false;
    return !isDeepStrictEqual(before, whole) || behind.every(speaksOfMention);
  }

  /** A message that was cut into questions which tell nothing by themselves, as one question; undefined where that tells nothing either. */
  function asOne(session: Session, text: string): Answer | undefined {
    const leaning = { query: parseLeaning(session, text), inherited: false, measureInherited: false };
    const { query } = placed(context, leaning);
    if (query.analysis !== undefined || query.places.length !== 1) return undefined;
    const plain = answerQuery({ store, lexicon, query });
    const told = plain.kind === 'refusal' ? answerAfterAll({ store, lexicon, query }) : plain;
    return told && told.kind !== 'clarification' ? remember(session, query, told) : undefined;
  }

  /** A question in English or pinyin, asked as the Chinese one. A word that nothing was made of could change what is asked. */
  function latinQuestion(session: Session, typed: string): Answer | undefined {
    const latin = readLatin(typed, lexicon, held);
    const wordless = !/\p{Script=Han}/u.test(latin?.text ?? typed);
    if (!latin) return wordless ? aside(session, refuseText('no-words', examples())) : undefined;
    const { language, text, unknown } = latin;
    if (unknown.length > 0 || wordless) return aside(session, refuseLatin(unknown, language, examples()));
    const answer = question(session, text);
    if (language === 'pinyin') return answer;
    const said = inEnglish(answer, lexicon);
    if (session.answer) session.answer = ownCopy(said);
    return said;
  }

  /** The no to a question with a time that there cannot be; the next turn may name another (2021年呢). */
  function withoutTime(session: Session, text: string): Answer | undefined {
    const time = impossibleTime(text);
    if (time === undefined) return undefined;
    const query = parseLeaning(session, text.replace(time, ''));
    const answer = aside(session, refuseTime({ store, lexicon, query }, time));
    if (query.places.length > 0 || query.indicators.length > 0) session.remembered = { query };
    return answer;
  }

  /** One item of a list that is named: 民生实事第二条是什么. */
  function itemOfList(session: Session, text: string): Answer | undefined {
    const { list, item: ordinal } = patterns().answers.itemOf.find(text)?.groups ?? {};
    const item = ordinal === undefined ? undefined : turnAskOf(ordinal);
    if (item?.kind !== 'item') return undefined;
    const whole = question(session, `${list}有哪些`);
    return whole.kind === 'list' ? (showItem(session, item.number, ofAnswer.citeItem) ?? whole) : undefined;
  }

  return { turn };
}
