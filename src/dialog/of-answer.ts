import { answerQuery } from '../answer/answer.js';
import { cite, sectionAt } from '../answer/cite.js';
import type { AnswerContext } from '../answer/context.js';
import { answerDetail, answerResponsible } from '../answer/item-detail.js';
import { refuseInput } from '../answer/notice.js';
import type { Answer, Citation } from '../answer/schema.js';
import { surroundingsOf } from '../answer/surroundings.js';
import type { Frame } from '../frame/types.js';
import type { TurnAsk } from '../question/turn-asks.js';
import { type CiteItem, showKeptItem, showSource } from './asides.js';
import { answerOfFigures } from './figures.js';
import { answerItem } from './items.js';
import { ownCopy } from './own-copy.js';
import { aside, remember } from './remember.js';
import type { Session } from './sessions.js';
import { unlessAimAlone } from './turn-gate.js';

/** Answers turns that ask something of what was answered before. */
export interface OfAnswer {
  /** Undefined where the last answer has nothing of what is asked. */
  answer(session: Session, asked: TurnAsk): Answer | undefined;
  readonly citeItem: CiteItem;
}

/** @param ask asks a question of a conversation. */
export function createOfAnswer(
  { store, lexicon }: Omit<AnswerContext, 'query'>,
  ask: (session: Session, text: string) => Answer,
): OfAnswer {
  /** What a turn asks of the last answer's items or figures; undefined where it has none of them. */
  function answer(session: Session, asked: TurnAsk): Answer | undefined {
    if (asked.kind === 'item') return itemOf(session, asked);
    if (asked.kind === 'responsible') {
      const said =
        session.item ?? (IN_WORDS.has(session.answer?.kind ?? '') ? session.answer?.citations[0] : undefined);
      return said ? answerResponsible({ store, lexicon }, said) : undefined;
    }
    if (asked.kind === 'detail') return session.item ? answerDetail({ store, lexicon }, session.item) : undefined;
    if (asked.kind === 'speaker' || asked.kind === 'delivered') return reportDetail(session, asked.kind);
    const found = answerOfFigures({ store, lexicon }, session, asked);
    if (!found) return asked.kind === 'reached' ? undefined : withoutFigures(session, asked.kind);
    if (found.query) return remember(session, found.query, unlessAimAlone(found.answer, session.answer));
    session.answer = ownCopy(found.answer);
    session.shown = found.answer.citations.length;
    return aside(session, found.answer);
  }

  /** One item of what was answered, or the source of that number; says that nothing was listed where nothing was. */
  function itemOf(
    session: Session,
    { number, source, expands }: Extract<TurnAsk, { kind: 'item' }>,
  ): Answer | undefined {
    const item = answerItem(session, number, ask, citeItem);
    if (item && expands && session.item) {
      const whole = answerDetail({ store, lexicon }, session.item, item.headline);
      return whole.citations[0]!.end > session.item.end ? whole : item;
    }
    if (item) return item;
    if (number !== 'last' && source) return showSource(session, number, (c) => surroundingsOf(store, c));
    const kept = showKeptItem(session, number, citeItem);
    if (kept) return kept;
    const { kind } = session.answer!;
    const bare = kind === 'refusal' || kind === 'figure' || kind === 'check';
    return bare ? aside(session, refuseInput('没有把握：前面没有列出清单，不知道是哪一项', 'not-sure')) : undefined;
  }

  /** Who gave the report that the last answer is from, or when; the conversation goes on from that answer. */
  function reportDetail(session: Session, detail: 'speaker' | 'delivered'): Answer | undefined {
    const before = session.remembered?.query;
    const told = session.told?.at(-1)?.document;
    // Behind a no without a source it is the report of the figure that was told last.
    const year = session.answer?.citations[0]?.document.year ?? (told ? store.head(told)?.year : undefined);
    if (!before || year === undefined || year === null) return undefined;
    const query: Frame = { ...before, operation: 'metadata', detail, reportYear: year };
    return aside(session, answerQuery({ store, lexicon, query }));
  }

  /** The words of a list's item where they stand in its report. */
  function citeItem(item: string, list: readonly Citation[]): Citation | undefined {
    const document = list[0]?.document.id;
    if (document === undefined) return undefined;
    const sought = item.slice(0, MOST_SOUGHT).replace(/[\d.]+$/u, '');
    const [hit] = store.findExact(sought, { reports: [document], limit: MOST_PLACES_OF_ITEM });
    if (!hit) return undefined;
    const report = store.report(hit.report);
    const cited = hit.spans.map((at) => {
      const end = report.view.text.startsWith(item, at.start) ? at.start + item.length : at.end;
      return cite(store, report, { start: at.start, end }, sectionAt(report.sections, at.start));
    });
    return cited.find((c) => list.some((own) => own.start <= c.start && c.start < own.end)) ?? cited[0];
  }

  return { answer, citeItem };
}

/** Says that there is nothing to set a figure against; undefined behind a table or a text, which have turns of their own. */
function withoutFigures(session: Session, kind: TurnAsk['kind']): Answer | undefined {
  const { answer } = session;
  if (answer?.kind === 'refusal')
    return aside(session, refuseInput('前面没有答出可以比的数，请先问出要比的数', 'not-sure'));
  if (answer?.kind !== 'figure' && answer?.kind !== 'check') return undefined;
  const against = kind === 'moved' ? '上一年的数' : kind === 'short' ? '可以比的目标和结果' : '另一个可以比的数';
  return aside(session, refuseInput(`没有把握：没有找到${against}（前面答的是：${answer.headline}）`, 'not-sure'));
}

/** Answers in the words of a report, whose line may tell who sees to it. */
const IN_WORDS: ReadonlySet<string> = new Set(['passages', 'figure']);

/** How much of an item is looked for word for word. */
const MOST_SOUGHT = 12;

/** In how many places of its report an item is looked for: the review may hold its words too. */
const MOST_PLACES_OF_ITEM = 8;
