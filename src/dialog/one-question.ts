import { answerQuery } from '../answer/answer.js';
import { heldYears } from '../answer/context.js';
import { answerAfterAll } from '../answer/in-words.js';
import type { Answer } from '../answer/schema.js';
import type { Analysis } from '../frame/analysis.js';
import type { Frame } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { apartReadings, elsewhereReadings, placeItself } from '../question/apart.js';
import { asksMissedOf, behindRefused, type Continued, continueQuery, leaning, withWord } from '../question/followup.js';
import { learnedTurn } from '../question/learned-turns.js';
import { otherReadings, type Reading } from '../question/readings.js';
import { thingsIn } from '../question/things.js';
import { asksWhichItem } from '../question/turn-asks.js';
import { besidesTold, corrected, spelledOut, withoutTelling } from '../question/turns.js';
import type { Tables } from './analysis.js';
import type { CiteItem } from './asides.js';
import type { DialogContext } from './context.js';
import { likeliest } from './likeliest.js';
import { besideLastIn, whereOfLast, whyOf } from './near-figure.js';
import { aside, remember } from './remember.js';
import type { Session } from './sessions.js';
import { overSpan } from './spans.js';
import type { TakenApart } from './taken-apart.js';
import { tellsOf } from './tells-of.js';
import { orElsewhere, orFuller, type Told } from './thin.js';
import { toldInUnit } from './told-in-unit.js';
import { pairOfPlaces } from './told-places.js';
import { type Accepts, ofTurn } from './turn-gate.js';
import { inReportOfTalk, placed, readTurn, withProvince } from './typed-turn.js';
import { undecided, type Whether } from './whether.js';
import { whichItem } from './which-item.js';

/** A turn as read: what it says itself, and what it says in the talk. */
interface Read {
  /** The turn's words, with what leans on the turn before written out. */
  readonly text: string;
  readonly typed: Frame;
  readonly lean: ReturnType<typeof leaning>;
  readonly continued: Continued;
  /** The composition that it stands for, where it is over many rows. */
  readonly analysis?: Analysis | undefined;
  readonly parse: (text: string) => Frame;
}

/** The plain words for a turn that asks what had been aimed at for what was told, or what came of it. */
const PLAIN_TURNS = { target: '目标呢', actual: '实际呢' } as const;

/** Groups and what is left out, which the slot reader does not know: 长三角各省 would be told of all provinces, 广西以外 of 广西. */
function isOfSet({ kind, places }: Analysis): boolean {
  const ofGroup = kind === 'figures' && !places.named && places.members !== undefined;
  return ofGroup || (places.without?.length ?? 0) > 0;
}

/**
 * Answers a turn that is one question, in the talk that it stands in.
 * @param ask asks a question of a conversation, as its turn.
 * @param citeItem finds the words of a list's item in its report.
 * @param accepts whether an answer is likely enough to be told to a turn that leans on the one before.
 */
export function createOneQuestion(
  context: DialogContext,
  tables: Tables,
  takenApart: TakenApart,
  question: (session: Session, text: string) => Answer,
  citeItem: CiteItem,
  accepts?: Accepts,
): (session: Session, text: string, raw: string, whether: Whether | undefined) => Answer {
  const { store, lexicon, parsed, indicatorNamed } = context;
  const ask = (query: Frame): Answer => answerQuery({ store, lexicon, query });
  const whoseReports = {
    gazetteer: lexicon.gazetteer,
    held: context.held,
    years: (place: Place) => heldYears(store, place),
  };

  /** What a turn says, by itself and in the talk. */
  function readIn(session: Session, typedText: string, raw: string): Read {
    const correction = corrected(besidesTold(spelledOut(withProvince(context, session, typedText))));
    const told = session.remembered ? withoutTelling(correction.text) : correction.text;
    const text = tables.writtenOut(session, told, correction.corrects);
    const parse = (words: string): Frame => ({ ...parsed(words), raw });
    const leans = { ...leaning(text), ...(correction.corrects ? { leans: true } : {}) };
    const { typed, lean } = readTurn(context, session, text, leans, parse);
    const inContext = continueQuery(session.remembered, typed, lean, indicatorNamed);
    const continued = placed(context, inReportOfTalk(session, typed, inContext));
    return { text, typed, lean, continued, parse, analysis: tableOf(session, text, typed, continued) };
  }

  /** The composition that a turn stands for; undefined where it asks of one thing. */
  function tableOf(session: Session, text: string, typed: Frame, { query }: Continued): Analysis | undefined {
    const missed = session.remembered !== undefined && asksMissedOf(session.remembered.query, typed);
    const read = missed ? undefined : (tables.read(session, text) ?? tables.inSamePlaces(session, typed, query));
    // Of two places of which one alone is asked about, nothing is compared; one may stand in what is searched for (“郑州航空港”).
    const table = query.otherPlace !== undefined && read?.kind === 'figures' ? undefined : read;
    // 年初喊的是几个点 asks of what was told, and for no report that holds 年初.
    const ofTold =
      table?.kind === 'mentions' &&
      session.answer !== undefined &&
      session.remembered?.query.analysis?.kind !== 'mentions' &&
      learnedTurn(text) !== undefined;
    return ofTold ? undefined : table;
  }

  /** The reading of a turn that is told most by, with its answer. */
  function toldBy(session: Session, { text, typed, lean, continued, analysis, parse }: Read): Told {
    const read = analysis ? tables.frameOf(analysis, parse(text)) : continued.query;
    // 换成西宁 behind aims and what came of them asks for both, though one is told.
    const both = analysis?.kind === 'figures' && analysis.facet === 'both' && typed.facet === undefined;
    const goesOn = both && isOfBoth(session.remembered?.query);
    const wider = analysis !== undefined && (isWider(typed, continued.query) || isOuter(analysis, continued.query));
    const plain = analysis && !goesOn && !wider && !isOfSet(analysis) ? { plain: continued.query } : {};
    const first = orElsewhere(
      { query: read, answer: ask(read) },
      [
        ...elsewhereReadings(parse(text), whoseReports),
        ...(analysis && liesWithin(analysis, continued.query) ? placeItself(continued.query, context) : []),
      ],
      ask,
      (answer, place) => tellsOf(store, answer, place),
    );
    const apart = wider ? [] : apartReadings(continued.query);
    const fuller = orFuller(first, { ...plain, apart }, ask);
    if (analysis) return fuller;
    if (!continued.inherited || !session.remembered) return overSpan(fuller, ask);
    const readings = [
      ...otherReadings(session.remembered, continued, typed, indicatorNamed),
      ...fromAnswered(session, typed, lean),
      ...toldInUnit(session, continued, typed),
    ];
    const { query, answer } = fuller;
    const chosen = likeliest({ frame: query, less: 0, answer }, readings, ask, session.answer);
    return overSpan({ query: chosen.frame, answer: chosen.answer }, ask);
  }

  /** 保山22年打算新建多少 names a place, a time and no thing: what was spoken of, asked there, where its own words alone are told no figure. */
  function ofWhatWasSpokenOf(session: Session, read: Read, told: Told): { read: Read; told: Told } | undefined {
    const { typed, continued, analysis } = read;
    const { remembered } = session;
    const things = typed.indicators.length + thingsIn(typed.residue.join(' ')).length;
    const asksOne =
      typed.wantsNumber && typed.places.length === 1 && analysis === undefined && typed.quoted.length === 0;
    if (continued.inherited || !remembered || !asksOne || things > 0 || told.answer.kind === 'figure') return undefined;
    const bare = continueQuery(remembered, { ...typed, residue: [] }, { leans: true, adds: false }, indicatorNamed);
    const first = { frame: bare.query, less: 0, answer: ask(bare.query) };
    const others = otherReadings(remembered, bare, { ...typed, residue: [] }, indicatorNamed);
    const { frame: query, answer } = likeliest(first, others, ask, session.answer);
    return answer.kind === 'figure' ? { read: { ...read, continued: bare }, told: { query, answer } } : undefined;
  }

  /** What answers instead of what was told: the turn in plain words, what stands beside the last figure, a cause, the question taken apart, sentences. */
  function instead(session: Session, typedText: string, read: Read, { query, answer }: Told): Answer | undefined {
    const { typed, continued, analysis } = read;
    const refused = answer.kind === 'refusal';
    const notHeld = answer.refusal === 'not-held';
    const lacking = refused || (answer.kind === 'comparison' && answer.figures.length < 2);
    const pair = lacking ? pairOfPlaces({ store, lexicon }, session, typed) : undefined;
    if (pair) return remember(session, query, pair);
    const plain =
      continued.inherited &&
      ((refused && !(notHeld && typed.periods.length > 0)) || isOfOtherSide(answer, typed, typedText))
        ? asPlainTurn(session, typedText)
        : undefined;
    if (plain) return plain;
    const beside =
      refused && !analysis ? besideLastIn({ store, lexicon }, session, { ...typed, facet: query.facet }) : undefined;
    if (beside) return remember(session, ofFigure(query, beside), beside);
    const where = typed.cues.where && !typed.wantsNumber ? whereOfLast({ store, lexicon }, session, typed) : undefined;
    // Where it is says no more of what is spoken of.
    if (where) return remember(session, session.remembered?.query ?? query, where);
    const why = typed.cues.why && !typed.wantsNumber ? whyOf({ store, lexicon }, session, typed, answer) : undefined;
    // Why it is so says no more of what is spoken of, unless it names another thing.
    const namesNone = typed.indicators.length === 0 && thingsIn(typed.residue.join(' ')).length === 0;
    if (why)
      return remember(session, namesNone ? ((session.answered ?? session.remembered)?.query ?? query) : query, why);
    const apart =
      query.analysis && !(refused && isOfOnePlace(query))
        ? undefined
        : takenApart.distributed(session, continued.query, answer);
    if (apart || !refused || notHeld) return apart;
    // 管养狗的排第几 behind a list asks which of its items that is.
    const item = asksWhichItem(typedText) ? whichItem(session, typed, citeItem) : undefined;
    if (item) return aside(session, item);
    const afterAll = answerAfterAll({ store, lexicon, query: continued.query });
    const { query: plainly } = continued;
    return afterAll && remember(session, plainly, gated(session, read, { query: plainly, answer: afterAll }));
  }

  /** An answer to a turn that leans on the one before, as far as it tells what this one asks. */
  function gated(session: Session, { continued, typed }: Read, { query, answer }: Told): Answer {
    return continued.inherited ? ofTurn({ answer, typed, query, session }, accepts) : answer;
  }

  /** What had been aimed at for what was told, or what came of it, asked in words that nothing was made of (那年年初喊的是多少来着). */
  function asPlainTurn(session: Session, text: string): Answer | undefined {
    const kind = learnedTurn(text);
    if (kind !== 'target' && kind !== 'actual') return undefined;
    const plain = PLAIN_TURNS[kind];
    const { residue, periods } = parsed(text);
    if (thingsIn(residue.join(' ')).length > 0) return undefined;
    if (text === plain || periods.some((p) => p.value.kind === 'year')) return undefined;
    const attempt: Session = { ...session };
    const answer = question(attempt, plain);
    if (answer.kind === 'refusal' || answer.kind === 'clarification') return undefined;
    Object.assign(session, attempt);
    return answer;
  }

  /** Behind a turn that was refused, the reading that leans on the last one that was answered. */
  function fromAnswered(session: Session, typed: Frame, lean: ReturnType<typeof leaning>): Reading[] {
    const { answered, remembered } = session;
    if (!answered || !remembered || answered === remembered || answered.query.operation === 'metadata') return [];
    // A table of many places is no place that a turn could be of.
    if (answered.query.places.length === 0) return [];
    const behind = behindRefused(answered, remembered.query);
    if (!behind) return [];
    const continued = continueQuery(behind, typed, lean, indicatorNamed);
    return [{ frame: continued.query, less: 0.1 }, ...otherReadings(behind, continued, typed, indicatorNamed)];
  }

  return (session, typedText, raw, whether) => {
    const typedRead = readIn(session, typedText, raw);
    const typedTold = toldBy(session, typedRead);
    const { read, told } = ofWhatWasSpokenOf(session, typedRead, typedTold) ?? { read: typedRead, told: typedTold };
    const other = instead(session, typedText, read, told);
    if (other) return other;
    const { query } = told;
    const { continued } = read;
    const answer = gated(session, read, told);
    session.traced = query;
    const before = session.remembered;
    const isAside = query.analysis !== undefined && answer.kind === 'refusal' && read.typed.periods.length === 0;
    const said = remember(session, query, whether ? undecided(answer, whether.claim) : answer);
    // A table that was not found, of no place and time of its own, is nothing to go on from; nor is what a turn asked of the answer before and was not told.
    const asksOfLast = answer.kind === 'refusal' && continued.inherited && learnedTurn(typedText) !== undefined;
    if ((isAside || asksOfLast) && before?.query.places.length === 1) session.remembered = before;
    return takenApart.ofYear(session, typedText, said) ?? said;
  };
}

/** A question as one for the figure that it was answered with, whose own words may be people's alone: 能多收多少娃. */
function ofFigure(query: Frame, { figures: [figure] }: Answer): Frame {
  if (!figure) return query;
  const { indicator } = figure;
  const bare: Frame = { ...query, indicators: [], residue: [], content: [], evidence: [] };
  return withWord(bare, indicator);
}

/** True for a figure of the side that a turn does not ask for, as the learned reader has it: 年初喊的是多少 behind what was reached. */
function isOfOtherSide({ kind, figures: [figure] }: Answer, { facet, periods }: Frame, text: string): boolean {
  // 上一年干到多少 is of a year of its own, which the plain turn would lose.
  const open = kind === 'figure' && facet?.source !== 'question' && periods.length === 0;
  const asked = open ? learnedTurn(text) : undefined;
  if (figure === undefined || (asked !== 'target' && asked !== 'actual')) return false;
  const aimed = figure.facet === 'target' || figure.facet === 'plan-target';
  return aimed !== (asked === 'target');
}

/** True for a table of one place, which two clauses with a year each may have been read as (2020年办成啥样，2021年下一步干啥). */
function isOfOnePlace({ analysis, places, indicators }: Frame): boolean {
  return analysis?.kind === 'figures' && places.length === 1 && indicators.length === 0;
}

/** True for slots that took all places of a kind from the table before, whose own places may be fewer: they are no other reading of a turn. */
function isWider(typed: Frame, { places, allPlaces }: Frame): boolean {
  return typed.allPlaces === undefined && places.length === 0 && allPlaces !== undefined;
}

/** True for slots that took the province for the places in it that a table is of: 湖北 for 湖北各市. */
function isOuter(analysis: Analysis, frame: Frame): boolean {
  return analysis.kind === 'figures' && analysis.indicator !== undefined && liesWithin(analysis, frame);
}

/** True for a table of what lies within the places of a question. */
function liesWithin({ places: { within = [] } }: Analysis, { places }: Frame): boolean {
  return places.length > 0 && within.length > 0 && places.every(({ value }) => within.some((p) => p.id === value.id));
}

/** True for a question that sets what was aimed at against what was reached. */
function isOfBoth(query: Frame | undefined): boolean {
  return query?.analysis?.kind === 'figures' && query.analysis.facet === 'both';
}
