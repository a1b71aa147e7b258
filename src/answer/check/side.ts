import { yesNoWords } from '../../lexicon/yes-no.js';
import type { SentenceHit } from '../../matching/sentences.js';
import { checkWords } from '../../question/check-words.js';
import type { Claim } from '../../question/claims.js';
import type { AnswerContext } from '../context.js';
import { doneIn } from '../yes-no.js';

/**
 * Whether the figure of a claim is aimed at (target) or was reached (outcome) in a sentence that holds it: by the fact that was read from it, else by
 * the part of the report in which it stands, else by its words.
 */
export function sideOf({ store }: AnswerContext, { report, span, clause, section }: SentenceHit, claim: Claim): Side {
  const fact = store
    .facts(report.id)
    .find((f) => f.span.start >= span.start && f.span.end <= span.end && f.quantity.low === claim.quantity?.low);
  if (fact) return fact.facet === 'target' || fact.facet === 'plan-target' ? 'target' : 'outcome';
  const role = report.sections[section]?.role;
  if (role === 'review' || role === 'review5') return 'outcome';
  if (role === 'tasks' || role === 'outlook') return 'target';
  const told = report.view.text.slice(clause.start, clause.end);
  return yesNoWords().ahead.some((word) => told.includes(word)) ? 'target' : 'outcome';
}

export type Side = 'target' | 'outcome';

/**
 * True where a statement tells that something came about (已经开工了), and the clause that speaks of it only what is meant to (力争开工) or is being
 * done (加快建设): what is planned bears out nothing that was done.
 */
export function isOnlyMeant(said: string, hit: SentenceHit): boolean {
  const words = yesNoWords();
  const has = (list: readonly string[]): boolean => list.some((word) => said.includes(word));
  const { cameAbout, meant } = checkWords();
  if (!has(cameAbout) || has(meant)) return false;
  const clause = hit.report.view.text.slice(hit.clause.start, hit.clause.end);
  const acts = words.done.filter((word) => said.includes(word));
  const begins = words.begun.some((word) => said.includes(word));
  const role = hit.report.sections[hit.section]?.role;
  if (role === 'tasks' || role === 'outlook')
    return doneIn(clause, { asked: 'done', acts, begins }, hit, words) !== true;
  return acts.length > 0 && doneIn(clause, { asked: 'done', acts, begins }, hit, words) === false;
}
