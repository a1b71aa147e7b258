import { yesNoWords } from '../../lexicon/yes-no.js';
import type { SentenceHit } from '../../matching/sentences.js';
import type { Claim } from '../../question/claims.js';
import type { AnswerContext } from '../context.js';

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
