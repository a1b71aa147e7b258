import { addCitation, compose, newDraft } from '../answer/compose.js';
import type { Answer } from '../answer/schema.js';
import type { CiteItem } from './asides.js';
import { showItem } from './asides.js';
import type { Session } from './sessions.js';

/** The fewest and the most things that a report is taken to list one by one. */
const LEAST = 2;
const MOST = 300;
/** How far behind a number the noun that it counts may end, in characters. */
const MOST_NOUN = 10;
/** Units by which what is listed is counted. */
const COUNTERS: ReadonlySet<string> = new Set(['件', '项', '条', '个', '大']);

/**
 * One item of what was last spoken of: of the list that was answered; or, behind a number of things (17件), of the list that names them.
 * Undefined where neither was answered.
 * @param ask asks a question of the conversation; it is tried on a copy.
 */
export function answerItem(
  session: Session,
  number: number | 'last',
  ask: (session: Session, text: string) => Answer,
  citeItem: CiteItem,
): Answer | undefined {
  const listed = showItem(session, number, citeItem);
  if (listed) return listed;
  const counted = countedOf(session);
  if (!counted) return undefined;
  const attempt: Session = { ...session };
  const list = ask(attempt, counted.question);
  if (list.kind !== 'list' || list.items?.length !== counted.count) return untold(session);
  Object.assign(session, attempt);
  return showItem(session, number, citeItem);
}

/** The question for the list behind a number of things: 济南市2013年17件民生实事有哪些. */
function countedOf({ answer, remembered }: Session): { question: string; count: number } | undefined {
  const figure = answer?.kind === 'figure' ? answer.figures[0] : undefined;
  if (!figure || !remembered || !COUNTERS.has(figure.unit) || figure.low === null) return undefined;
  if (figure.low < LEAST || figure.low > MOST || figure.low !== figure.high) return undefined;
  const quote = answer?.citations[figure.citation]?.quote ?? '';
  const behind = quote.slice(quote.indexOf(figure.text) + figure.text.length);
  const noun = nounOf(/^\p{Script=Han}*/u.exec(behind)![0].slice(0, MOST_NOUN), remembered.query.content.join(' '));
  return { question: `${figure.place}${figure.period}年${figure.text}${noun}有哪些`, count: figure.low };
}

/** The words behind a number up to the end of what the question named too: 民生实事 of 民生实事全部完成. */
function nounOf(words: string, asked: string): string {
  for (let end = words.length; end >= 2; end--)
    if (asked.includes(words.slice(end - 2, end))) return words.slice(0, end);
  return words;
}

/** Says that the things were counted and are not listed. */
function untold({ answer }: Session): Answer {
  const figure = answer!.figures[0]!;
  const draft = newDraft();
  const cited = answer!.citations[figure.citation];
  if (cited) addCitation(draft, cited);
  return compose({
    kind: 'refusal',
    headline: `没有把握：报告只说有${figure.text}，没有找到逐项写明的地方`,
    understood: answer!.understood,
    draft,
    extra: { refusal: 'not-sure' },
  });
}
