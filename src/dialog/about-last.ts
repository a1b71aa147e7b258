import { citeFact } from '../answer/cite.js';
import { mergeQuotes } from '../answer/merge-quotes.js';
import { notice } from '../answer/notice.js';
import type { Answer, Citation } from '../answer/schema.js';
import { surroundingsOf } from '../answer/surroundings.js';
import type { Frame } from '../frame/types.js';
import { namesYearAlone } from '../question/analysis/following.js';
import { asksMissedOf } from '../question/followup.js';
import { isRemark, type LearnedTurn, learnedTurn } from '../question/learned-turns.js';
import { patterns } from '../question/patterns/index.js';
import { thingsIn } from '../question/things.js';
import { asksWhichItem, namesSource, turnAskOf } from '../question/turn-asks.js';
import { asideOf, asksYesOrNo, corrected } from '../question/turns.js';
import { findQuantities } from '../text/quantities.js';
import { showDoubt, showItem, showKeptItem, showPlace, showSource, showWhy } from './asides.js';
import { numberOf } from './choices.js';
import type { Commands } from './commands.js';
import type { DialogContext } from './context.js';
import { exportLast } from './export.js';
import { causeOfLast, causeOfOutcome, whyMissedOfLast } from './near-figure.js';
import type { OfAnswer } from './of-answer.js';
import { aside } from './remember.js';
import type { Session } from './sessions.js';
import { factOf } from './told.js';
import { whichItem } from './which-item.js';
import { citeAll } from './whole.js';

/** What can be asked next. */
const GO_ON = '还可以接着问，例如“那去年呢”“原文”“换成…”。';
/** Turns that ask of the rows of a table. */
const OF_ROWS: ReadonlySet<LearnedTurn> = new Set(['higher', 'lower', 'gap', 'sum']);

/** Turns that order the figures that were told, add them up, or set them against those of another year. */
const SETS_BESIDE: ReadonlySet<string> = new Set(['higher', 'lower', 'highest', 'lowest', 'sum', 'moved']);
/** The margin from which a turn that the learned reader has for a doubt is one: what is only said in passing is near to it (可以啊，这力度). */
const SURE_DOUBT = 0.95;

/** Answers turns about the answer before; undefined for any other. What is only said in between changes nothing. */
export function createAboutLast(
  { store, lexicon, parsed, parsePiece }: DialogContext,
  ofAnswer: OfAnswer,
  { more, chart }: Commands,
): (session: Session, text: string) => Answer | undefined {
  /** A turn about the answer before; undefined for any other. What is only said in between changes nothing. */
  function aboutLast(session: Session, text: string): Answer | undefined {
    const around = (c: Citation) => surroundingsOf(store, c);
    const asked = turnAskOf(text);
    const other = asked && SETS_BESIDE.has(asked.kind) && asksOtherSide(session, parsed(text));
    const answer = asked && !other && session.answer && ofAnswer.answer(session, asked);
    if (answer) return answer;
    const source = patterns().answers.source.find(text)?.groups;
    if (source) return sourceOf(session, text, ordinalOf(source.number ?? source.behind), around);
    switch (asideOf(text)) {
      case 'source':
        return sourceOfItem(session, text) ?? sourceOf(session, text, sourceMeant(text, session), around);
      case 'page':
        return showPlace(session);
      case 'doubt':
        return showDoubt(session);
      case 'why': {
        if (!session.answer) return undefined;
        const [base, turn] = [{ store, lexicon }, parsePiece(text)];
        return causeOfLast(base, session, turn) ?? whyMissedOfLast(base, session, turn) ?? showWhy(session);
      }
      case 'more':
        return more(session);
      case 'excel':
        citeAll(session, { store, lexicon });
        return exportLast(session, /csv/iu.test(text) ? 'csv' : 'xlsx');
      case 'chart':
        return chart(session);
      case 'thanks':
        return session.answer ? notice(`不客气。${GO_ON}`) : undefined;
      case undefined:
        return session.answer
          ? (causeOfOutcome({ store, lexicon }, session, parsed(text)) ?? ofLearned(session, text, around))
          : undefined;
    }
  }

  /** 第二条的原文: that source of the answer before; 第二个的原文 of a list, and what is more than its sources, the words of that item. */
  function sourceOf(
    session: Session,
    text: string,
    number: number | undefined,
    around: (c: Citation) => ReturnType<typeof surroundingsOf>,
  ): Answer {
    const beyond = number !== undefined && number > mergeQuotes(session.answer?.citations ?? []).length;
    const ofItem = beyond || (number !== undefined && !namesSource(text));
    const item = ofItem ? showItem(session, number, ofAnswer.citeItem) : undefined;
    return item ?? showSource(session, number, around, lastTold(session));
  }

  /** The quote of the figure that was told last. */
  function lastTold({ told }: Session): Citation | undefined {
    const last = told?.at(-1);
    const fact = last && factOf({ store, lexicon }, last);
    return fact && citeFact(store, store.report(fact.report), fact);
  }

  /** 最后一件把原文贴给我: the words of an item of the list before. */
  function sourceOfItem(session: Session, text: string): Answer | undefined {
    const named = patterns().answers.item.find(text)?.groups;
    if (!named || !session.list) return undefined;
    const number = named.number === undefined ? session.list.items.length : numberOf(named.number);
    return showItem(session, number, ofAnswer.citeItem) ?? showKeptItem(session, number, ofAnswer.citeItem);
  }

  /** The same for a turn that no pattern knows, as the learned reader has it, where it is answered so and names no place or time of its own. */
  function ofLearned(
    session: Session,
    text: string,
    around: (c: Citation) => ReturnType<typeof surroundingsOf>,
  ): Answer | undefined {
    const kind = learnedTurn(text);
    if (kind === 'doubt' && learnedTurn(text, SURE_DOUBT) === undefined)
      return isRemark(text) ? aside(session, notice(GO_ON)) : undefined;
    if (!kind || kind === 'target' || kind === 'actual' || namesYearAlone(text)) return undefined;
    // 上一年的24件办完了没 is of a thing that it counts, and no figure that was told.
    if (ofThingsCounted(kind, text)) return undefined;
    if (kind === 'sum' && patterns().turns.someYears.in(text)) return undefined;
    // 取件收不收费，报告里写没写 asks whether something is so, and for no quote.
    if (kind === 'source' && asksYesOrNo(text)) return undefined;
    const frame = parsed(text);
    if (frame.places.length > 0 || frame.indicators.length > 0) return undefined;
    if (SETS_BESIDE.has(kind) && asksOtherSide(session, frame)) return undefined;
    // 茶叶产量够着当年目标没 behind the economy's growth asks nothing of that.
    if (kind === 'reached' && namesOther(session, frame)) return undefined;
    // 哪些没完成 is answered from the reports.
    if (session.remembered && asksMissedOf(session.remembered.query, frame)) return undefined;
    if (kind === 'which') return asksWhichItem(text) ? whichItem(session, frame, ofAnswer.citeItem) : undefined;
    // 你确定吗，不是7%？ is a claim; 不对，我问实际的 says what is meant.
    if (kind === 'doubt' && (findQuantities(text).length > 0 || corrected(text).corrects)) return undefined;
    // What is asked of a table changes the table.
    if (OF_ROWS.has(kind) && session.remembered?.query.analysis?.kind === 'figures') return undefined;
    if (frame.periods.some((p) => p.value.kind === 'year')) return undefined;
    const attempt: Session = { ...session };
    const answer = learnedAnswer(attempt, kind, frame, around);
    if (!answer || answer.kind === 'refusal' || answer.kind === 'clarification') return undefined;
    Object.assign(session, attempt);
    return answer;
  }

  function learnedAnswer(
    session: Session,
    kind: Exclude<LearnedTurn, 'which' | 'target' | 'actual'>,
    frame: Frame,
    around: (c: Citation) => ReturnType<typeof surroundingsOf>,
  ): Answer | undefined {
    switch (kind) {
      case 'source':
        return sourceOf(session, frame.text, sourceMeant(frame.text, session), around);
      case 'why':
        return causeOfLast({ store, lexicon }, session, frame, true);
      case 'doubt':
        return showDoubt(session);
      default:
        return ofAnswer.answer(session, { kind });
    }
  }

  return aboutLast;
}

/** True for a turn that was taken to set figures side by side, and counts things of its own. */
function ofThingsCounted(kind: LearnedTurn, text: string): boolean {
  return (
    kind !== 'doubt' && kind !== 'source' && findQuantities(text).some((q) => q.kind === 'number' && q.unit !== '%')
  );
}

/** True for a turn that names a thing of its own, which the question before and its answer did not name. */
function namesOther({ remembered }: Session, { residue }: Frame): boolean {
  const { subject = '', query } = remembered ?? {};
  const before = [subject, ...(query?.residue ?? []), ...(query?.indicators ?? []).map(({ value }) => value.name)];
  return thingsIn(residue.join(' ')).some((thing) => !before.some((words) => words.includes(thing)));
}

/** 那两个城市实际的谁高 behind two aims asks of what was reached, and not of the figures that were told. */
function asksOtherSide({ told = [] }: Session, { facet, facetSure, bothFacets }: Frame): boolean {
  const last = told.at(-1)?.figure.facet;
  const aimed = last === 'target' || last === 'plan-target';
  return aimed && !bothFacets && facetSure && facet?.value === 'outcome';
}

/** 第二个的原文, 后面那个数: which source of the answer before is meant, from 1; undefined where none is named. */
function sourceMeant(text: string, { answer }: Session): number | undefined {
  const said = patterns().answers;
  const ordinal = ordinalOf(said.ordinal.find(text)?.groups?.number);
  if (ordinal !== undefined) return ordinal;
  return said.last.in(text) ? Math.max(1, mergeQuotes(answer?.citations ?? []).length) : undefined;
}

function ordinalOf(written: string | undefined): number | undefined {
  return written === undefined ? undefined : numberOf(written);
}
