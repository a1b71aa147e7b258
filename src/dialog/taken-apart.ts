import { joined } from '../answer/joined.js';
import type { Answer } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import { type Distributed, distributedReadings, opensWithTopic, yearReadings } from '../question/distributed.js';
import { turnWords } from '../question/turn-words.js';
import { namesNothing } from '../question/turns.js';
import { eachTold, isOfOneKind, isWhole, leastOfParts, partsTold, toldAnew } from './distributed.js';
import { ownCopy } from './own-copy.js';
import type { RowAsked, Session } from './sessions.js';

/** Questions that stand for several simple ones, and turns that go on from such a row. */
export interface TakenApart {
  /** A question that asks for more than was told, taken apart into simple ones where more is told so; undefined for any other. */
  distributed(session: Session, frame: Frame, answer: Answer): Answer | undefined;
  /** 哪年过的万亿，增速多少: what is asked besides of the year that was told, with its answer behind the first. */
  ofYear(session: Session, text: string, answer: Answer): Answer | undefined;
  /** 2017年呢 behind a row that was asked for member by member: the same of each member. */
  ofRow(session: Session, text: string): Answer | undefined;
  /** The same of the last two figures that were told, for a turn that asks of each of them. */
  ofEach(session: Session, text: string): Answer | undefined;
}

/** A turn longer than this says more than where or when. */
const LONGEST_SLOT = 16;

/** @param ask asks a question of a conversation, as its turn. @param parse reads a question. @param written writes out what a turn says of the one before. */
export function createTakenApart(
  ask: (session: Session, text: string) => Answer,
  parse: (text: string) => Frame,
  written: (session: Session, text: string) => string,
): TakenApart {
  /** True while the parts of a question are asked, which are taken apart no further. */
  let asking = false;

  /** The answers to the parts of a question. A store that has to fetch first ends the turn by throwing, and has it asked again. */
  function each<T>(parts: readonly T[], answer: (part: T) => Answer): Answer[] {
    asking = true;
    try {
      return parts.map(answer);
    } finally {
      asking = false;
    }
  }

  /** What was asked on a copy of a conversation, as its turn. */
  function take(session: Session, after: Session, told: Answer, row?: readonly RowAsked[]): Answer {
    Object.assign(session, after);
    session.answer = ownCopy(told);
    session.choices = told.choices;
    session.row = row && row.length > 1 ? row : undefined;
    return told;
  }

  interface Tried {
    readonly after: Session;
    readonly told: Answer;
    readonly answers: readonly Answer[];
    readonly row: readonly RowAsked[];
  }

  /** One way to take a question apart, asked. */
  function tried(session: Session, { questions, kind }: Distributed, answer: Answer): Tried {
    const after: Session = { ...session };
    const asked: RowAsked[] = [];
    const answers = each(questions, (question) => {
      const said = ask(after, question);
      if (after.remembered) asked.push({ question, remembered: after.remembered });
      return said;
    });
    // The row was asked for as it is already.
    if (kind === 'twice' && answer.kind === 'list') answers[0] = answer;
    const kept = kind === 'clauses' ? answers.map((_, i) => i) : toldAnew(answers);
    const [said, texts] = [kept.map((i) => answers[i]!), kept.map((i) => questions[i]!)];
    return {
      after,
      answers: said,
      told: said.length === 1 ? said[0]! : joined(texts, said, []),
      row: kind === 'row' ? asked : [],
    };
  }

  function distributed(session: Session, frame: Frame, answer: Answer): Answer | undefined {
    // What asks back waits for what is meant.
    if (asking || answer.kind === 'notice') return undefined;
    let partly: (Tried & { readonly parts: number }) | undefined;
    const told = answer.kind !== 'refusal' && opensWithTopic(frame.text);
    for (const way of distributedReadings(frame, parse)) {
      // 固投呢，今年目标多少 asks one thing, which was told.
      if (isWhole(answer, way.figures) || (told && way.kind === 'clauses')) continue;
      const found = tried(session, way, answer);
      if (found.answers.some((part) => isOfOtherSide(part, frame))) continue;
      if (eachTold(found.answers, way.figures, answer.kind === 'refusal'))
        return take(session, found.after, found.told, found.row);
      const parts = partsTold(found.answers);
      const least = way.kind === 'row' && !isOfOneKind(found.answers) ? undefined : leastOfParts(answer, way.kind);
      if (least !== undefined && parts >= least && parts > (partly?.parts ?? 0)) partly = { ...found, parts };
    }
    return partly && take(session, partly.after, partly.told, partly.row);
  }

  function ofYear(session: Session, text: string, answer: Answer): Answer | undefined {
    const [first, ...rest] = asking || answer.year === undefined ? [] : yearReadings(text);
    if (first === undefined || rest.length === 0) return undefined;
    const after: Session = { ...session };
    const asked = [answer, ...each(rest, (question) => ask(after, question))];
    const anew = toldAnew(asked);
    const answers = anew.map((i) => asked[i]!);
    if (anew.length < 2 || partsTold(answers.slice(1)) === 0) return undefined;
    const texts = anew.map((i) => [first, ...rest][i]!);
    return take(session, after, joined(texts, answers, []));
  }

  function ofRow(session: Session, text: string): Answer | undefined {
    const { row } = session;
    if (!row || asking || text.length > LONGEST_SLOT || !isSlot(parse(written(session, text)))) return undefined;
    const after: RowAsked[] = [];
    let last: Session = session;
    const answers = each(row, ({ question, remembered }) => {
      const own: Session = { ...session, row: undefined, remembered, answered: remembered };
      const said = ask(own, text);
      if (own.remembered) after.push({ question, remembered: own.remembered });
      last = own;
      return said;
    });
    const labels = row.map(({ question }) => `${question}（${text}）`);
    return partsTold(answers) === 0 ? undefined : take(session, last, joined(labels, answers, []), after);
  }

  /** 各涨了多少 behind two figures of one place and time that were told one after another: asked of each. */
  function ofEach(session: Session, text: string): Answer | undefined {
    const rest = asking || text.length > LONGEST_SLOT ? undefined : withoutEach(text);
    const things = rest === undefined ? [] : lastTwoThings(session);
    if (rest === undefined || things.length === 0) return undefined;
    const { places, periods, indicators, residue } = parse(rest);
    const named = places.length + periods.length + indicators.length > 0 || !namesNothing(residue.join(''));
    if (named) return undefined;
    const questions = things.map((thing) => `${thing}${rest}`);
    const found = tried(session, { questions, kind: 'row', figures: questions.length }, session.answer!);
    return eachTold(found.answers, questions.length, false)
      ? take(session, found.after, found.told, found.row)
      : undefined;
  }

  return { distributed, ofYear, ofRow, ofEach };
}

/** True for an aim where the question as a whole asks what was reached: a part of it may have lost the word that says so. */
function isOfOtherSide({ figures: [first] }: Answer, { facet, facetSure, bothFacets, askings }: Frame): boolean {
  const reached = facet?.value === 'outcome' && facetSure && !bothFacets;
  const aimed = first?.facet === 'target' || first?.facet === 'plan-target';
  return reached && aimed && askings.every((asking) => asking.facet !== 'target');
}

/** A turn without the word by which it asks of each of what was told; undefined where it has none. */
function withoutEach(text: string): string | undefined {
  const word = turnWords().each.find((w) => text.includes(w));
  return word === undefined ? undefined : text.replace(word, '');
}

/** The things of the last two figures, with their place and year, where they were told of two things of one place and year. */
function lastTwoThings({ told = [] }: Session): string[] {
  const [a, b] = told.slice(-2).map(({ figure }) => figure);
  const apart = a !== undefined && b !== undefined && a.indicator !== b.indicator;
  if (!apart || a.place !== b.place || a.period !== b.period || !/^\d{4}$/u.test(a.period)) return [];
  return [a, b].map(({ place, period, indicator }) => `${place}${period}年${indicator}`);
}

/** True for a turn that names a place, a time or a side and no other thing. */
function isSlot({ indicators, residue, places, periods, reportYear, facet, operation }: Frame): boolean {
  if (indicators.length > 0 || operation === 'mentions' || !namesNothing(residue.join(''))) return false;
  return places.length > 0 || periods.length > 0 || reportYear !== undefined || facet !== undefined;
}
