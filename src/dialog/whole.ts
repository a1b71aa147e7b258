import { answerQuery } from '../answer/answer.js';
import type { AnswerContext } from '../answer/context.js';
import { ownCopy } from './own-copy.js';
import type { Session } from './sessions.js';

/** Cites the rows of the last table that were left for later, so that 更多 and the export have every one with its quote. */
export function citeAll(session: Session, context: Pick<AnswerContext, 'store' | 'lexicon'>): void {
  const { answer, remembered } = session;
  if (!answer?.uncited || !answer.table || !remembered) return;
  const whole = answerQuery({ ...context, query: remembered.query, allCited: true });
  if (whole.table?.rows.length !== answer.table.rows.length) return;
  const { uncited: _, ...kept } = answer;
  const rows = answer.table.rows.map((row, i) => ({ ...row, figures: whole.table!.rows[i]!.figures }));
  const { figures, citations } = whole;
  session.answer = ownCopy({ ...kept, figures, citations, table: { ...answer.table, rows } });
}
